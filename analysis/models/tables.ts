import { publishedTables } from '../../data/codebook/published.js';
import { codebook } from '../../data/codebook/codebook.js';
import type { Outcome } from '../panel/outcomes.js';

/** `anova`, `users`, `peers:lan`, `staffing:alla`: what a table of marks shows. */
export type TableKind = string;

const known = new Map<string, number>();

/**
 * The appendix's number for a kind of table and an area (2-17), where the outcome is one of its rows; else a name
 * such as `users:skola`, so that every panel's estimates stand in a table.
 */
export function tableOf(kind: TableKind, outcome: Pick<Outcome, 'id' | 'area'>): number | string {
  if (known.size === 0)
    for (const t of publishedTables())
      for (const row of rowIds(t.area)) known.set(`${t.kind}/${t.area}/${row}`, t.table);
  return known.get(`${kind}/${outcome.area}/${outcome.id}`) ?? `${kind}:${outcome.area}`;
}

/** What every estimate of a cell says of its place: its id, table, row and column. */
export function cellHead(kind: TableKind, outcome: Outcome, column: string) {
  const table = tableOf(kind, outcome);
  return {
    id: `${table}/${outcome.id}/${column}`,
    area: outcome.area,
    indicator: outcome.id,
    row: outcome.row,
    group: outcome.group,
    table,
    column,
  };
}

function rowIds(area: string): string[] {
  const { outcomes, measures } = codebook();
  return [...outcomes, ...measures].filter((o) => o.area === area).map((o) => o.id);
}
