import { quoteFound, UsageError } from '../../data/problems.js';
import { codebook, type Text } from '../../data/codebook/codebook.js';
import type { OwnLabels } from '../../data/records.js';
import type { Estimate } from '../estimate.js';
import { fullRow, isNamed, listed } from './names.js';

/** How the cells of a table may be written besides by their own keys. */
export interface OtherNames {
  /** Further labels of a row. */
  readonly ofRow: (e: Estimate) => readonly string[];
  /** Further labels of a column. */
  readonly ofColumn: (e: Estimate) => readonly string[];
}

/**
 * The cell of a table by row and column as people write them: the row by its label, with its group, or by the id of
 * its indicator where no label is meant.
 * @throws UsageError naming the rows or columns that there are
 */
export function cellAmong(
  inTable: readonly Estimate[],
  table: string,
  row: string,
  column: string,
  { ofRow, ofColumn }: OtherNames,
): Estimate {
  const byLabel = inTable.filter((e) => isNamed(row, [e.row, fullRow(e), ...ofRow(e)]));
  // Of several rows with one label each has its id.
  const isOne = new Set(byLabel.map(rowKey)).size === 1;
  const byId = isOne ? [] : inTable.filter((e) => e.indicator === row);
  const inRow = byId.length > 0 ? byId : byLabel;
  if (inRow.length === 0)
    throw new UsageError(
      `table ${table} has no row ${quoteFound(row)}; its rows: ${listed(inTable.map(fullRow))}`,
    );
  const found = inRow.filter((e) => isNamed(column, [e.column, ...ofColumn(e)]));
  if (found.length === 0)
    throw new UsageError(
      `table ${table} has no column ${quoteFound(column)}; its columns: ${listed(inRow.map((e) => e.column))}`,
    );
  if (found.length > 1) throw severalRows(found, row);
  return found[0]!;
}

const rowKey = (e: Estimate): string => JSON.stringify([e.table, e.indicator, e.group, e.row]);

function severalRows(found: readonly Estimate[], row: string): UsageError {
  const tables = new Set(found.map((e) => e.table));
  const one = tables.size > 1 ? `one of the tables ${listed([...tables].map(String))} and ` : '';
  return new UsageError(
    `several rows ${quoteFound(row)}; write ${one}one of the rows ${listed(found.map(fullRow))}, or of the indicators ${listed(found.map((e) => e.indicator))}`,
  );
}

/** What the codebook or `texts.csv` calls an outcome, indicator or measure, in both languages. */
export function rowNames(labels: OwnLabels | undefined, indicator: string | null): string[] {
  const { outcomes, items, measures } = codebook();
  const own = labels?.texts.filter(({ kind }) => kind === 'indicator' || kind === 'measure') ?? [];
  return [...outcomes, ...items, ...measures, ...own]
    .filter(({ id }) => id === indicator)
    .flatMap(({ label }) => inBoth(label));
}

export const inBoth = ({ sv, en }: Text): string[] => [sv, en];
