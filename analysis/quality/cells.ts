import { appendixYears, codebook, type Survey } from '../../data/codebook/codebook.js';
import { publishedTables } from '../../data/codebook/published.js';
import { ruleItems } from '../panel/outcomes.js';

/** Cells of the appendix's tables 2-17, by table. */
export interface TouchedCells {
  readonly total: number;
  readonly tables: readonly { readonly table: number; readonly cells: number }[];
}

/**
 * `each`: the problem is in the answers of these years. `across`: it is between the first and the second of two years,
 * and touches only cells that compare or pool both sides.
 */
export type Touch = 'each' | 'across';

/**
 * The cells of the appendix that a problem of an indicator or staffing measure in the given years touches: those of the
 * table rows that are made of it, in the columns that use the years. None outside the codebook and the appendix's years.
 */
export function touchedCells(id: string, years: readonly number[], touch: Touch = 'each'): TouchedCells {
  const rows = rowsOf(id);
  const tables = publishedTables().flatMap(({ table, area, columns, rows: published }) => {
    const cells = rows
      .filter((r) => r.area === area && published.some((p) => p.label === r.row && p.group === r.group))
      .reduce((sum, { survey }) => sum + columns.filter((c) => uses(c, years, survey, touch)).length, 0);
    return cells > 0 ? [{ table, cells }] : [];
  });
  return { total: tables.reduce((sum, t) => sum + t.cells, 0), tables };
}

interface TableRow {
  readonly area: string;
  readonly row: string;
  readonly group: string | null;
  readonly survey: Survey;
}

function rowsOf(id: string): TableRow[] {
  const { outcomes, measures } = codebook();
  return [
    ...outcomes.filter((o) => ruleItems(o).includes(id)),
    ...measures.filter((m) => m.id === id).map((m) => ({ ...m, group: null })),
  ];
}

/** Whether a column's cells use the years: its own year, the two of a difference, the last, or all of the survey's. */
function uses(column: string, years: readonly number[], survey: Survey, touch: Touch): boolean {
  const { first, last } = appendixYears[survey];
  const within = years.filter((y) => y >= first && y <= last);
  if (touch === 'across' ? within.length < 2 : within.length === 0) return false;
  const difference = /^diff(\d{4})-(\d{4})$/.exec(column)?.slice(1).map(Number);
  if (difference) {
    const [late = 0, early = 0] = difference;
    return touch === 'across'
      ? early < within[1]! && within[1]! <= late
      : within.includes(late) || within.includes(early);
  }
  const own = /^\d{4}$/.test(column) ? Number(column) : column.startsWith('sista:') ? last : null;
  return own === null || (touch === 'each' && within.includes(own));
}
