import { uniqueId } from '../document/blocks.js';
import type { Block } from '../document/document.js';
import { formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { blockHtml } from '../page/blocks.js';
import type { Grid } from '../tables/table.js';
import { html, type Html } from '../page/html.js';
import { markdownHtml, type Reading } from './markdown.js';
import type { CellError, Cut, Output } from './output.js';

/** What is carried from one cell's outputs to the next. */
export interface Showing extends Reading {
  /** Ids of the page, none of which is given twice. */
  readonly ids: Set<string>;
  /** How often each title of a table or figure has been given. */
  readonly titles: Map<string, number>;
}

/** One thing that a cell has shown. A value whose parts are not what its kind promises is said not to be showable. */
export function outputHtml(output: Output, showing: Showing): Html {
  const { notebook } = messages(showing.lang);
  switch (output.kind) {
    case 'text':
      return html`<pre tabindex="0">${output.text}</pre>`;
    case 'stream':
      return html`<pre class="${output.name}" tabindex="0" role="group" aria-label="${output.name === 'stdout' ? notebook.printed : notebook.printedErrors}">${output.text.replace(/\n$/, '')}</pre>`; // prettier-ignore
    case 'markdown':
      return markdownHtml(output.text, showing);
    case 'cut':
      return html`<p class="said">${cutText(output, showing.lang)}</p>`;
    case 'unshown':
      return html`<p class="said">${notebook.unshown(output.said)}</p>`;
    case 'block':
      try {
        return ownBlock(output.block, output.drawn ?? false, showing);
      } catch (error) {
        return html`<p class="said">${notebook.unshown((error as Error).message)}</p>`;
      }
  }
}

/** A block under ids of its own. Only a picture that the library drew is part of the page; others are images. */
function ownBlock(block: Block, drawn: boolean, showing: Showing): Html {
  const { ids, titles, lang } = showing;
  const own = <T extends { readonly id: string; readonly title: string }>(of: T): T => ({
    ...of,
    id: ownId(of.id, ids),
    title: ownTitle(of.title, titles),
  });
  if (block.kind === 'marks') return blockHtml({ ...block, table: own(block.table) }, lang);
  if (block.kind === 'grid') return blockHtml({ ...block, grid: own(plain(block.grid)) }, lang);
  if (block.kind === 'aside')
    return html`<details>
      <summary>${block.title}</summary>
      ${block.blocks.map((inner) => ownBlock(inner, false, showing))}
    </details>`;
  if (block.kind === 'heading')
    return blockHtml({ kind: 'heading', level: block.level, text: block.text }, lang);
  if (block.kind !== 'figure') return blockHtml(block, lang);
  const figure = own(block.figure);
  return blockHtml({ kind: 'figure', figure }, lang, 'nothing', !drawn || figure.id !== block.figure.id);
}

/** A grid without what a page needs a script or other files for: sorting, and links. */
const plain = ({ id, title, head, columns, rows, tones, notes, synthetic }: Grid): Grid => ({
  id,
  title,
  head,
  ...(columns && { columns }),
  rows,
  ...(tones && { tones }),
  notes,
  synthetic,
});

/** An id that no other has, and that is one word. */
const ownId = (id: unknown, ids: Set<string>): string =>
  uniqueId(/^[\w-]{1,100}$/.test(String(id)) ? String(id) : 'block', ids);

/** A title that no other has: what is heard of a table that scrolls is its title alone. */
function ownTitle(title: string, titles: Map<string, number>): string {
  const n = (titles.get(title) ?? 0) + 1;
  titles.set(title, n);
  return n === 1 ? title : `${title} (${n})`;
}

export function cutText({ what, kept, lost }: Cut, lang: Lang): string {
  const { cutSigns, cutSignsLost, cutValues, cutValuesLost } = messages(lang).notebook;
  const number = (n: number) => formatNumber(n, lang);
  if (lost === null) return what === 'signs' ? cutSigns(number(kept)) : cutValues(number(kept));
  return (what === 'signs' ? cutSignsLost : cutValuesLost)(number(kept), number(lost));
}

/** An error with the line that it comes from and those around it. */
export const errorHtml = ({ said, place, around }: CellError, lang: Lang): Html => {
  const { notebook } = messages(lang);
  return html`<div class="error" role="group" aria-label="${notebook.failed}">
    <strong>${notebook.failed}</strong>
    <p>${said}</p>
    ${place !== null && html`<p>${notebook.at(place)}</p>`}
    ${around !== '' && html`<pre tabindex="0">${around}</pre>`}
  </div>`;
};
