import { messages, type Lang } from '../locales/language.js';
import { formatNumber } from '../locales/format.js';
import { html } from '../page/html.js';

/** A file of the folder that is shown: its path within it with `/` between folders, and its size in bytes. */
export interface ServedFile {
  readonly path: string;
  readonly size: number;
}

/** Where the server's own parts are, and where the folder's files are: apart, so that neither can be the other. */
export const OWN = '/_oj/';
export const FILES = '/files/';

/** Files listed; a folder with more is not a folder of results. */
const LISTED = 500;

/** The address of a file of the folder, whatever is in its name. */
export const addressOf = (path: string): string => FILES + path.split('/').map(encodeURIComponent).join('/');

/** The page shown first: the report, else the only kind of page that the folder has. */
export function firstPage(files: readonly ServedFile[]): string | null {
  const paths = files.map((f) => f.path);
  const known = ['report.html', 'index.html', 'quality.html'].find((name) => paths.includes(name));
  return known ?? paths.find(isPage) ?? null;
}

const isPage = (path: string): boolean => /\.html?$/i.test(path);

/**
 * The page at `/`: a bar with the folder's files and a frame with its report. No file of the folder is part of it: the
 * frame has an origin of its own, and names are escaped. Pure.
 */
export function folderPage(name: string, files: readonly ServedFile[], lang: Lang): string {
  const { serve } = messages(lang).outputs;
  const first = firstPage(files);
  const more = files.length - LISTED;
  return `<!doctype html>\n${html`<html
    lang="${lang}"
    data-changed="${serve.changed}"
    data-lost="${serve.lost}"
  >
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${serve.title(name)}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="${OWN}page.css" />
      <script src="${OWN}page.js" defer></script>
    </head>
    <body>
      <a class="skip" href="#frame">${serve.skip}</a>
      <header>
        <h1 dir="auto">${name}</h1>
        <p id="state" role="status">${serve.live}</p>
        <details>
          <summary>${serve.files} (${formatNumber(files.length, lang)})</summary>
          ${
            files.length === 0
              ? html`<p>${serve.empty}</p>`
              : html`<ul>
                  ${files.slice(0, LISTED).map(
                    ({ path, size }) =>
                      html`<li>
                        <a
                          href="${addressOf(path)}"
                          ${isPage(path) ? html`target="frame"` : html`target="_blank" rel="noopener"`}
                          ><bdi>${path}</bdi></a
                        >
                        <span>${sizeText(size, lang)}</span>
                      </li>`,
                  )}
                </ul>`
          }
          ${more > 0 && html`<p>${serve.more(formatNumber(more, lang))}</p>`}
        </details>
      </header>
      <main>
        ${
          first === null
            ? html`<p id="frame" tabindex="-1">${serve.waiting}</p>`
            : html`<iframe
                id="frame"
                name="frame"
                title="${serve.frame}"
                src="${addressOf(first)}"
                sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads"
              ></iframe>`
        }
      </main>
    </body>
  </html>`.toString()}\n`;
}

function sizeText(bytes: number, lang: Lang): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${formatNumber(bytes / 1e3, lang)} kB` : `${formatNumber(bytes / 1e6, lang, 1)} MB`;
}
