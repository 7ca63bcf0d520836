import type { Estimate } from '../../analysis/estimate.js';
import type { TableEstimates } from './kind.js';

/** A row of a table before it is dressed: its published labels, and its estimates by column. */
export interface LayoutRow {
  readonly row: string;
  readonly group: string | null;
  readonly byColumn: ReadonlyMap<string, Estimate>;
}

export interface Layout {
  readonly columns: readonly string[];
  readonly rows: readonly LayoutRow[];
}

const key = (row: string | null, group: string | null): string => JSON.stringify([group, row]);

/**
 * Rows and columns of a table: those of the published table in its order, as far as the run estimated any cell of
 * them, then others as they first appear (a panel's own rows, the grouping `invanare`, other years). Rows of a
 * group are kept together, so that no group's heading comes twice.
 */
export function layout({ published, estimates }: TableEstimates): Layout {
  const rows = new Map<string, { row: string; group: string | null; byColumn: Map<string, Estimate> }>();
  const columns = new Set<string>();
  for (const e of estimates) {
    const at = key(e.row, e.group);
    let entry = rows.get(at);
    if (!entry)
      rows.set(at, (entry = { row: e.row ?? e.indicator ?? '', group: e.group, byColumn: new Map() }));
    entry.byColumn.set(e.column!, e);
    columns.add(e.column!);
  }
  const rowOrder = (published?.rows ?? []).map((r) => key(r.label, r.group));
  return {
    columns: inOrder([...columns], published?.columns ?? []),
    rows: together(inOrder([...rows.keys()], rowOrder).map((at) => rows.get(at)!)),
  };
}

/** `first` in its order as far as present, then the rest as they came. */
function inOrder(present: readonly string[], first: readonly string[]): string[] {
  const known = first.filter((x) => present.includes(x));
  return [...known, ...present.filter((x) => !known.includes(x))];
}

function together<R extends { group: string | null }>(rows: readonly R[]): R[] {
  const placed = new Set<string>();
  return rows.flatMap((r) => {
    if (r.group === null) return [r];
    if (placed.has(r.group)) return [];
    placed.add(r.group);
    return rows.filter((other) => other.group === r.group);
  });
}
