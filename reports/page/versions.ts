import { strToU8, deflateSync } from 'fflate';
import type { Lang } from '../locales/language.js';
import type { CellsData } from './cell-data.js';
import { scriptJson } from './cells.js';
import { html, raw, type Html } from './html.js';
import { unpictured } from './pictures.js';
import { contentPolicy } from './script.js';

/** A page in one language. */
export interface PageVersion {
  readonly lang: Lang;
  /** As the browser's window shows it, with its word of warning where the data are synthetic. */
  readonly title: string;
  readonly lead: string;
  /** What stands in the body. */
  readonly body: Html;
}

export interface PageParts {
  /** The first is the one that is shown. */
  readonly versions: readonly [PageVersion, ...PageVersion[]];
  readonly style: string;
  /** The page's script; null for a page without any, which then shows its first version alone. */
  readonly script: string | null;
  /** What the script knows of the cells. */
  readonly data: CellsData | null;
}

/**
 * A whole page as one HTML file that needs nothing else: no external resource, and a content security policy that
 * allows its own style sheet, its own script and nothing more. The first language is the page itself. The others
 * wait as text, compressed so that a page of two languages is little larger than one and opens as fast; they are no
 * markup until the reader asks for them. So do the folded pictures of a page with a script. Pure: the same parts give
 * the same bytes.
 */
export function pageOfVersions({ versions, style, script, data }: PageParts): string {
  const [shown, ...others] = versions;
  const { body, pictures } = script === null ? { body: shown.body, pictures: [] } : unpictured(shown.body);
  const scripts =
    script === null
      ? null
      : html`${others.map(waiting)}${pictures.length > 0 && packedPictures(pictures)}${
          data && raw(`<script type="application/json" id="cells">${scriptJson(data)}</script>\n`)
        }${raw(`<script type="module">${script}</script>`)}`;
  return `<!doctype html>\n${html`<html lang="${shown.lang}">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="${contentPolicy(style, script)}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${shown.title}</title>
      <meta name="description" content="${shown.lead}" />
      ${raw(`<style>${style}</style>`)}
    </head>
    <body>
      <div id="version">${body}</div>
      ${scripts}
    </body>
  </html>`.toString()}\n`;
}

/** Another language's body, in an element that no browser runs or shows. */
const waiting = ({ lang, title, body }: PageVersion): Html =>
  html`<script type="text/plain" data-lang="${lang}" data-title="${title}">
    ${packed(body.markup)}
  </script> `;

const packedPictures = (pictures: readonly string[]): Html =>
  html`<script type="text/plain" id="pictures">
    ${packed(JSON.stringify(pictures))}
  </script> `;

/** A text deflated (RFC 1951), in base64. */
const packed = (text: string): Html =>
  raw(Buffer.from(deflateSync(strToU8(text), { level: 9, mem: 8 })).toString('base64'));
