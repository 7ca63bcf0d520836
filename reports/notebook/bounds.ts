import { formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import type { Shown } from './output.js';

/** Signs of a text, rows of a grid, and bytes of any one value that are shown. */
const SIGNS = 100_000;
const ROWS = 500;
const BYTES = 4_000_000;

/** A value as shown, cut to what a page can bear, saying so. */
export function bounded(shown: Shown, lang: Lang): Shown {
  const { notebook } = messages(lang);
  const number = (n: number) => formatNumber(n, lang);
  if ((shown.kind === 'text' || shown.kind === 'markdown') && shown.text.length > SIGNS) {
    const lost = number(shown.text.length - SIGNS);
    return {
      ...shown,
      text: `${shown.text.slice(0, SIGNS)}\n… ${notebook.cutSignsLost(number(SIGNS), lost)}`,
    };
  }
  if (shown.kind !== 'block') return shown;
  const { block } = shown;
  if (block.kind === 'grid' && block.grid.rows.length > ROWS) {
    const { grid } = block;
    const note = notebook.moreRows(number(ROWS), number(grid.rows.length - ROWS));
    const cut = { ...grid, rows: grid.rows.slice(0, ROWS), notes: [note, ...grid.notes] };
    return { ...shown, block: { kind: 'grid', grid: cut } };
  }
  if (JSON.stringify(block).length <= BYTES) return shown;
  return { kind: 'unshown', said: notebook.tooLarge(number(BYTES / 1e6)) };
}
