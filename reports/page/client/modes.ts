import { formatEstimate } from '../../locales/format.js';
import { adjustedP, type CellData } from '../cell-data.js';
import { cellOf, dataRows, tableOf } from './data.js';
import { markTables } from './grid.js';
import { bareP } from './numbers.js';
import { lang } from './words.js';

/** What the cells show; `modes` of `controls.ts`. */
export type Mode = 'marks' | 'estimate' | 'p' | 'adjusted';

/** The marks that cells came with, so that they can be shown again. */
const marks = new WeakMap<Element, string>();

/** Shows in every cell its mark or a number. The cell's frame, and the published mark beneath, stay. */
export function showMode(mode: Mode): void {
  for (const table of markTables()) {
    const data = tableOf(table.closest('.block')?.id ?? '');
    table.classList.toggle('numbers', mode !== 'marks');
    dataRows(table).forEach((tr, r) => {
      for (const td of tr.cells) {
        const shown = td.querySelector('b');
        const packed = data?.rows[r]?.cells[td.cellIndex - 1];
        if (!shown || !packed) continue;
        if (!marks.has(shown)) marks.set(shown, shown.textContent ?? '');
        const own = marks.get(shown)!;
        const text = mode === 'marks' ? own : number(cellOf(packed), mode, own);
        if (shown.textContent !== text) shown.textContent = text;
      }
    });
  }
}

/** A cell without estimate keeps its sign. */
function number(cell: CellData, mode: Exclude<Mode, 'marks'>, own: string): string {
  if (cell.mark === null) return own;
  if (mode === 'estimate') return formatEstimate(cell.estimate, lang(), { signed: cell.df2 === null });
  return bareP(mode === 'p' ? cell.p : adjustedP(cell));
}
