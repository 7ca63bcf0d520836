import { UsageError } from '../../data/problems.js';
import type { Estimate } from '../estimate.js';
import {
  type DataColumn,
  type DataTable,
  closedText,
  dataTable,
  float64,
  int32,
  text,
  truth,
} from './data-table.js';

type Kind = 'text' | 'closed' | 'int32' | 'float64' | 'json';

/** Every field of an estimate, in the contract's order, with its type. */
const fields = {
  id: 'text',
  model: 'text',
  area: 'text',
  indicator: 'text',
  row: 'text',
  group: 'text',
  table: 'text',
  column: 'text',
  outcome: 'text',
  sample: 'text',
  grouping: 'text',
  lag: 'int32',
  term: 'text',
  estimate: 'float64',
  se: 'float64',
  statistic: 'float64',
  df: 'float64',
  df2: 'float64',
  p: 'float64',
  ciLow: 'float64',
  ciHigh: 'float64',
  mark: 'closed',
  n: 'int32',
  units: 'int32',
  clusters: 'int32',
  dropped: 'json',
  status: 'closed',
  reason: 'text',
  extra: 'json',
} as const satisfies Record<keyof Estimate, Kind>;

/**
 * Estimates as a table, one row each: first `synthetic`, on every row so that no filter or join can lose it, then the
 * fields of the contract under their own names. `table` is text (`8`, `users:skola`); `dropped` and `extra` are JSON; what is null
 * in the estimate is null here, and a mark of '' (estimated, not significant) stays ''.
 *
 * @throws UsageError for an infinite number, or where `synthetic` is left out.
 *
 * @example
 * ```ts
 * import { buildPanel, defaultSpecification, demoFolder, estimatesTable, readDataFolder, replicate } from 'oppna-jamforelser';
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const table = estimatesTable(replicate(panel, defaultSpecification, [8]), panel.synthetic);
 * console.log(table.length, table.columns.map((column) => `${column.name}: ${column.type}`));
 * ```
 */
export function estimatesTable(estimates: readonly Estimate[], synthetic: boolean): DataTable {
  // A notebook is not type-checked before it runs, and a column that says nothing would be no stamp.
  if (typeof synthetic !== 'boolean')
    throw new UsageError(
      `estimatesTable: found ${String(synthetic)} for synthetic; expected true or false: panel.synthetic`,
    );
  return dataTable('estimates', estimates.length, [
    truth(
      'synthetic',
      estimates.map(() => synthetic),
    ),
    ...Object.entries(fields).map(([name, kind]) => column(name as keyof Estimate, kind, estimates)),
  ]);
}

function column(name: keyof Estimate, kind: Kind, estimates: readonly Estimate[]): DataColumn {
  const found = estimates.map((e): unknown => e[name]);
  switch (kind) {
    case 'int32':
      return int32(name, found as (number | null)[]);
    case 'float64':
      return float64(name, found as (number | null)[]);
    case 'json':
      return closedText(
        name,
        found.map((value) => JSON.stringify(value)),
      );
    case 'closed':
      return closedText(name, found as (string | null)[]);
    case 'text':
      return text(
        name,
        found.map((value) => (value === null ? null : String(value as string | number))),
      );
  }
}
