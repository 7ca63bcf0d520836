import { packageVersion } from '../../data/version.js';
import { formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { noticeHtml } from '../page/blocks.js';
import { html, type Html } from '../page/html.js';
import { styleSheet } from '../page/style.js';
import { pageOfVersions } from '../page/versions.js';
import { codeHtml } from './code.js';
import { markdownHtml, titleOf } from './markdown.js';
import type { CellRun, NotebookRun } from './output.js';
import { errorHtml, outputHtml, type Showing } from './outputs-html.js';
import type { ParsedNotebook } from './parse.js';
import { notebookStyle } from './style.js';

export interface NotebookPageOptions {
  readonly lang: Lang;
  /** Says how long each cell took: the page is then not the same at every run. */
  readonly timings?: boolean;
  /** A script of the page, for the page that is watched; without one it has none. */
  readonly script?: string;
}

/**
 * A notebook as one HTML file that needs nothing else and runs nothing: its text, its code with the numbers of its lines,
 * and what every cell has shown. Whatever is in data, code or text is text. Pure.
 */
export function notebookPage(
  run: NotebookRun,
  parsed: ParsedNotebook,
  { lang, timings = false, script }: NotebookPageOptions,
): string {
  const { notebook, page, figures } = messages(lang);
  const { synthetic } = run;
  const { title, cells } = titled(run);
  const code = run.cells.filter(({ cell }) => cell.kind === 'code');
  const open = code.filter(({ state }) => state !== 'done').length;
  const number = (n: number) => formatNumber(n, lang);
  const lead =
    open === 0 ? notebook.lead(number(code.length)) : notebook.leadFailed(number(code.length), number(open));
  const offsets = lineOffsets(parsed.text);
  const showing: Showing = {
    lang,
    level: 1,
    ids: new Set(['content', 'version']),
    titles: new Map(),
  };
  let n = 0;
  const sections = cells.map((cell) => {
    if (cell.cell.kind === 'code') n++;
    const offset = offsets[cell.cell.line - 1] ?? 0;
    const source = codeHtml(cell.cell.source, cell.cell.line, offset, parsed.tokens);
    return cellHtml(cell, n, source, showing, timings);
  });
  const took = timings ? ` ${notebook.tookAll(seconds(run.milliseconds, lang))}` : '';
  const body = html`<a class="skip" href="#content">${page.skip}</a>
    ${synthetic && html`<p class="bar" role="note"><strong>${page.syntheticBar}</strong> <span>${page.syntheticBarRest}</span></p>`}
    <header>
      <p class="kicker">${notebook.kicker}</p>
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      <p class="made">${notebook.made(run.file, packageVersion())}${took}</p>
      ${synthetic && noticeHtml(page.syntheticTitle, notebook.syntheticText)}
    </header>
    <main id="content" tabindex="-1">${sections}</main>
    <footer><p>${page.kicker}</p></footer>`;
  return pageOfVersions({
    versions: [{ lang, title: synthetic ? `${page.syntheticBar}: ${title}` : title, lead, body }],
    style: `${styleSheet(synthetic ? figures.syntheticStamp : null)}\n${notebookStyle}`,
    script: script ?? null,
    data: null,
  });
}

/** The page's title: the heading that the notebook begins with, else its name. */
function titled({ cells, id }: NotebookRun): { readonly title: string; readonly cells: readonly CellRun[] } {
  const [first, ...others] = cells;
  const found = first?.cell.kind === 'markdown' ? titleOf(first.cell.source) : null;
  if (!first || !found) return { title: id, cells };
  const rest = { ...first, cell: { ...first.cell, source: found.rest } };
  return { title: found.title, cells: found.rest === '' ? others : [rest, ...others] };
}

function cellHtml(run: CellRun, n: number, source: Html, showing: Showing, timings: boolean): Html {
  const { cell, state, error } = run;
  const { lang } = showing;
  const { notebook } = messages(lang);
  if (cell.kind === 'markdown')
    return html`<section class="text">
      ${cell.source !== '' && markdownHtml(cell.source, showing)} ${error && errorHtml(error, lang)}
    </section> `;
  const title = cell.title || notebook.cell(formatNumber(n, lang));
  const id = `cell-${n}`;
  showing.ids.add(id);
  // Its heading stands on the level of the text's sections; what it shows has headings of the next.
  showing.level = 2;
  const outputs = run.outputs.map((output) => outputHtml(output, showing));
  const shown = run.stale ? 'shown stale' : 'shown';
  return html`<section class="code ${state}" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${
      cell.source !== '' &&
      html`<pre class="source" tabindex="0" role="group" aria-label="${notebook.code(title)}">${source}</pre>`
    }
    ${run.stale && error && errorHtml(error, lang)}
    ${state === 'not-run' && html`<p class="took">${notebook.notRun}</p>`}
    ${timings && run.milliseconds !== null && html`<p class="took">${notebook.took(seconds(run.milliseconds, lang))}</p>`}
    ${
      outputs.length > 0 &&
      html`<div class="${shown}" role="group" aria-label="${notebook.output(title)}">
        ${run.stale && html`<p class="said">${notebook.stale}</p>`} ${outputs}
      </div>`
    }
    ${!run.stale && error && errorHtml(error, lang)}
  </section> `;
}

export const seconds = (milliseconds: number, lang: Lang): string =>
  formatNumber(milliseconds / 1000, lang, 2);

function lineOffsets(text: string): number[] {
  const offsets = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) offsets.push(i + 1);
  return offsets;
}
