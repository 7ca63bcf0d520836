import { UsageError } from '../../problems.js';
import type { Sheet } from '../sheet.js';

/** Rows above the header that a table may have: titles, blank rows. */
const MOST_ABOVE = 20;

/**
 * The header of a sheet: the first row that has all the columns needed, or, where none are named, the first with
 * two texts or more. Throws UsageError naming the columns that no row has.
 */
export function headerOf(sheet: Sheet, needed: readonly string[] | null): { row: number; names: string[] } {
  const rows = Math.min(sheet.rows, MOST_ABOVE + 1);
  let closest: { names: string[]; lacking: string[] } | null = null;
  for (let row = 0; row < rows; row++) {
    const names = Array.from({ length: sheet.columns }, (_, c) => sheet.at(row, c).text);
    if (names.filter((n) => n !== '').length < 2) continue;
    if (needed === null) return { row, names };
    const lacking = needed.filter((n) => !names.includes(n));
    if (lacking.length === 0) return { row, names };
    if (closest === null || lacking.length < closest.lacking.length) closest = { names, lacking };
  }
  if (needed === null || closest === null)
    throw new UsageError(`${sheet.name || 'the table'}: no header in the first ${MOST_ABOVE + 1} rows`);
  throw new UsageError(
    `${sheet.name || 'the table'}: no column ${closest.lacking.map((n) => `"${n}"`).join(', ')}; there are: ${closest.names
      .filter((n) => n !== '')
      .join(', ')}; correct the mapping`,
  );
}
