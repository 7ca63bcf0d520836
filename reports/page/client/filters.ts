import { formatNumber } from '../../locales/format.js';
import { unpackCell, type CellData } from '../cell-data.js';
import { all, find } from './dom.js';
import { cellOf, dataRows, tableOf } from './data.js';
import { markTables, repairStops } from './grid.js';
import { lang, words } from './words.js';

/** Which cells are asked for; '' asks for all. */
export interface Filter {
  readonly area: string;
  /** A category of the comparison, or `not-estimable`. */
  readonly category: string;
}

export const isActive = ({ area, category }: Filter): boolean => area !== '' || category !== '';

const matches = (cell: CellData, category: string): boolean =>
  category === '' || (category === 'not-estimable' ? cell.mark === null : cell.category === category);

/**
 * Fades the cells that do not match, and hides rows, tables and sections without any that does. Returns how many
 * cells match, in words.
 */
export function applyFilter(filter: Filter): string {
  let [cells, tables] = [0, 0];
  document.body.classList.toggle('filtering', filter.category !== '');
  for (const table of markTables()) {
    const block = table.closest<HTMLElement>('.block')!;
    const found = filterTable(table, block.id, filter);
    block.hidden = isActive(filter) && found === 0;
    cells += found;
    if (found > 0) tables++;
  }
  for (const section of all('main section')) {
    const blocks = all('.block', section).filter((b) => find('table.marks', b));
    section.hidden = isActive(filter) && blocks.length > 0 && blocks.every((b) => b.hidden);
  }
  repairStops();
  const text = words().cells;
  if (!isActive(filter)) return '';
  return cells === 0 ? text.none : text.count(formatNumber(cells, lang()), formatNumber(tables, lang()));
}

/** Filters one table; returns the number of cells that match. */
function filterTable(table: HTMLTableElement, id: string, { area, category }: Filter): number {
  const data = tableOf(id);
  if (!data || (area !== '' && data.area !== area)) return 0;
  let found = 0;
  dataRows(table).forEach((tr, r) => {
    const row = data.rows[r];
    let inRow = 0;
    for (const td of tr.cells) {
      if (td.cellIndex === 0) continue;
      const match = matches(row ? cellOf(row.cells[td.cellIndex - 1] ?? []) : unpackCell([]), category);
      td.classList.toggle('faded', !match);
      if (match) inRow++;
    }
    tr.hidden = inRow === 0;
    found += inRow;
  });
  for (const body of table.tBodies) {
    const rows = [...body.rows].filter((row) => row.cells.length > 1);
    body.hidden = rows.length > 0 && rows.every((row) => row.hidden);
  }
  return found;
}
