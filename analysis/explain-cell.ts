import { codebook } from '../data/codebook/codebook.js';
import { publishedTables } from '../data/codebook/published.js';
import { UsageError } from '../data/problems.js';
import type { Estimate } from './estimate.js';
import type { OwnRun } from './own-models/run.js';
import type { Panel } from './panel/panel.js';
import { rowId } from './replicate.js';

/**
 * A cell of a user's model by its table (`own:my-model`, or with the area too), row and column as people write them;
 * row and column in either language.
 * @throws UsageError naming the tables, rows or columns that the model has
 */
export function findOwnCell(
  { estimates, record }: OwnRun,
  panel: Panel,
  table: string,
  row: string,
  column: string,
): Estimate {
  const quoted = (names: readonly (string | null)[]) =>
    [...new Set(names)].map((name) => `'${name}'`).join(', ');
  const inTable = estimates.filter((e) => table === e.model || table === e.table);
  if (inTable.length === 0)
    throw new UsageError(
      `no table '${table}'; the model has: ${quoted(estimates.map((e) => String(e.table)))}`,
    );
  const full = (e: Estimate) => `${e.group === null ? '' : `${e.group}: `}${e.row}`;
  const shown = (e: Estimate): string[] => (e.indicator === null ? [] : labelsOf(e.indicator, panel));
  const inRow = inTable.filter((e) =>
    [e.row ?? '', full(e), ...shown(e)].some((name) => normal(name) === normal(row)),
  );
  if (inRow.length === 0)
    throw new UsageError(`table ${table} has no row '${row}'; its rows: ${quoted(inTable.map(full))}`);
  const labels = (key: string): string[] => {
    const label = Object.hasOwn(record.columns, key) ? record.columns[key] : undefined;
    return label ? [label.sv, label.en] : [];
  };
  const found = inRow.filter((e) =>
    [e.column!, ...labels(e.column!)].some((name) => normal(name) === normal(column)),
  );
  if (found.length === 0)
    throw new UsageError(
      `table ${table} has no column '${column}'; its columns: ${quoted(inRow.map((e) => e.column))}`,
    );
  if (found.length > 1)
    throw new UsageError(
      `several rows '${row}'; write one of the tables ${quoted(found.map((e) => String(e.table)))} and one of the rows ${quoted(found.map(full))}`,
    );
  return found[0]!;
}

const normal = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * The id of a cell of the appendix by table, row and column as people write them; the row in either language.
 * @throws UsageError naming the tables, rows or columns that there are
 */
export function findCell(table: number, row: string, column: string) {
  const published = publishedTables().find((t) => t.table === table);
  if (!published) throw new UsageError(`no table ${table} with marks in the appendix; there are 2-17`);
  const labels = ({ group, label }: { group: string | null; label: string }) =>
    labelsOf(rowId(published, group, label));
  const matches = published.rows.filter((r) =>
    [r.label, `${r.group}: ${r.label}`, ...labels(r)].some((l) => normal(l) === normal(row)),
  );
  const names = (rows: readonly { label: string; group: string | null }[]) =>
    rows.map((r) => `'${r.group ? `${r.group}: ` : ''}${r.label}'`).join(', ');
  if (matches.length === 0)
    throw new UsageError(`table ${table} has no row '${row}'; its rows: ${names(published.rows)}`);
  if (matches.length > 1)
    throw new UsageError(`table ${table} has several rows '${row}'; write one of ${names(matches)}`);
  const key = published.columns.find((c) => normal(c) === normal(column));
  if (!key)
    throw new UsageError(
      `table ${table} has no column '${column}'; its columns: ${published.columns.join(', ')}`,
    );
  const { label, group } = matches[0]!;
  const id = rowId(published, group, label);
  return { id: `${table}/${id}/${key}`, area: published.area };
}

/** What tables call a row, in both languages: the codebook's words, or the data's own. */
function labelsOf(id: string, panel?: Panel): string[] {
  const { outcomes, items, measures } = codebook();
  const label =
    [...outcomes, ...items, ...measures].find((entry) => entry.id === id)?.label ??
    panel?.labels?.texts.find((t) => t.kind === 'indicator' && t.id === id)?.label;
  return label ? [label.sv, label.en] : [];
}
