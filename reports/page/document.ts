import { createHash } from 'node:crypto';
import { formatNumber, formatTime } from '../locales/format.js';
import type { PageContext } from './context.js';
import { html, raw, type Html } from './html.js';
import { styleSheet } from './style.js';

/** What a page says of itself, and its parts. */
export interface DocumentParts {
  readonly title: string;
  readonly lead: string;
  readonly contents: Html;
  readonly main: Html;
}

/**
 * A whole page as one HTML file that needs nothing else: no script, no external resource, and a content security
 * policy that allows none. Where the data are synthetic a bar says so that stays in sight.
 */
export function htmlDocument({ results, text, lang }: PageContext, parts: DocumentParts): string {
  const { page } = text;
  const { manifest } = results;
  const style = styleSheet(text.figures.syntheticStamp, manifest.synthetic);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>\n${html`<html lang="${lang}">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="${policy}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${manifest.synthetic ? `${page.syntheticBar}: ` : ''}${parts.title}</title>
      <meta name="description" content="${parts.lead}" />
      ${raw(`<style>${style}</style>`)}
    </head>
    <body>
      <a class="skip" href="#content">${page.skip}</a>
      ${manifest.synthetic && html`<p class="bar" role="note"><strong>${page.syntheticBar}</strong> <span>${page.syntheticBarRest}</span></p>`}
      <header>${masthead({ results, text, lang }, parts)}</header>
      <nav aria-labelledby="contents">${parts.contents}</nav>
      <main id="content" tabindex="-1">${parts.main}</main>
      <footer><p>${page.source}</p></footer>
    </body>
  </html>`.toString()}\n`;
}

function masthead(
  { results, text, lang }: Pick<PageContext, 'results' | 'text' | 'lang'>,
  { title, lead }: DocumentParts,
): Html {
  const { page } = text;
  const { manifest } = results;
  const [first, last] = [manifest.years[0], manifest.years.at(-1)];
  const years = first === undefined ? '' : first === last ? String(first) : `${first}–${last}`;
  return html`<p class="kicker">
      ${page.kicker}${manifest.data.title ? html` · ${manifest.data.title}` : null}
    </p>
    <h1>${title}</h1>
    <p class="lead">${lead}</p>
    <p class="made">
      ${page.dataSize(formatNumber(manifest.units, lang), years)}
      ${page.made(formatTime(manifest.time, lang), manifest.version)}
    </p>
    ${
      manifest.synthetic &&
      html`<div class="synthetic" role="note">
        <strong>${page.syntheticTitle}</strong>
        <p>${page.syntheticText}</p>
      </div>`
    }`;
}
