import { publishedTables } from '../../data/codebook/published.js';
import { quoteFound, UsageError } from '../../data/problems.js';
import { rowNames } from './cell-among.js';
import { rowId } from '../replicate.js';
import { fullRow, isNamed, normalName } from './names.js';

/**
 * The id of a cell of the appendix by table, row and column as people write them; the row in either language.
 * @throws UsageError naming the tables, rows or columns that there are
 */
export function appendixCell(table: number, row: string, column: string): string {
  const published = publishedTables().find((t) => t.table === table);
  if (!published) throw new UsageError(`no table ${table} with marks in the appendix; there are 2-17`);
  const matches = published.rows.filter((r) => {
    const shown = rowNames(undefined, rowId(published, r.group, r.label));
    return isNamed(row, [r.label, `${r.group}: ${r.label}`, ...shown]);
  });
  const names = (rows: readonly { label: string; group: string | null }[]) =>
    rows.map(({ label, group }) => `'${fullRow({ row: label, group })}'`).join(', ');
  if (matches.length === 0)
    throw new UsageError(`table ${table} has no row ${quoteFound(row)}; its rows: ${names(published.rows)}`);
  if (matches.length > 1)
    throw new UsageError(
      `table ${table} has several rows ${quoteFound(row)}; write one of ${names(matches)}`,
    );
  const key = published.columns.find((c) => normalName(c) === normalName(column));
  if (!key)
    throw new UsageError(
      `table ${table} has no column ${quoteFound(column)}; its columns: ${published.columns.join(', ')}`,
    );
  const { label, group } = matches[0]!;
  return `${table}/${rowId(published, group, label)}/${key}`;
}
