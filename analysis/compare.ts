import { type PublishedRow, publishedTables } from '../data/codebook/published.js';
import type { Estimate, Mark } from './estimate.js';
import type { Agreement, Category, CellComparison, Comparison } from './results.js';

/**
 * Computed marks against those of RiR 2021:17, cell by cell, and their agreement beside what chance alone gives
 * (specification, section 8). Only tables of which the estimates hold a cell are compared.
 */
export function compare(estimates: readonly Estimate[]): Comparison {
  const computed = new Map<string, Estimate>();
  for (const e of estimates)
    if (typeof e.table === 'number') computed.set(cellKey(e.table, e.group, e.row, e.column), e);
  const kinds = new Map<string, string>();
  const cells = publishedTables().flatMap((t) => {
    kinds.set(`${t.table}`, t.kind.split(':')[0]!);
    return t.rows.flatMap((row) =>
      t.columns.flatMap((column, i) => {
        const e = computed.get(cellKey(t.table, row.group, row.label, column));
        return e ? [compareCell(t.table, row, column, i, e)] : [];
      }),
    );
  });
  const scope = (name: string, keep: (c: CellComparison) => boolean) => agreement(name, cells.filter(keep));
  const tables = [...new Set(cells.map((c) => `${c.table}`))];
  return {
    cells,
    agreement: [
      scope('all', () => true),
      ...[...new Set(tables.map((t) => kinds.get(t)!))].map((kind) =>
        scope(kind, (c) => kinds.get(`${c.table}`) === kind),
      ),
      ...tables.map((t) => scope(t, (c) => `${c.table}` === t)),
    ],
  };
}

const cellKey = (...parts: (string | number | null)[]): string => parts.join('\u0000');

function compareCell(
  table: number,
  row: PublishedRow,
  column: string,
  at: number,
  e: Estimate,
): CellComparison {
  const published = readings(row, at);
  const base = { table, row: row.label, group: row.group, column, id: e.id, computed: e.mark, published };
  if (e.mark === null) return { ...base, category: 'not-comparable', reason: 'not-estimable' };
  if (published.length !== 1)
    return {
      ...base,
      category: 'not-comparable',
      reason: published.length === 0 ? 'place-lost' : 'several-readings',
    };
  return { ...base, category: categoryOf(e.mark, published[0]!), reason: null };
}

/** The marks that the published text allows in a cell; none where the places of a row's marks were lost. */
export function readings(row: PublishedRow, column: number): Mark[] {
  const rows = row.cells ? [row.cells] : (row.alternatives ?? []);
  return [...new Set(rows.map((cells) => cells[column] as Mark))];
}

function categoryOf(computed: Mark, published: Mark): Category {
  if (computed === published) return 'same';
  if (computed === '') return 'only-published';
  if (published === '') return 'only-computed';
  return computed[0] === published[0] ? 'other-level' : 'opposite';
}

function agreement(scope: string, cells: readonly CellComparison[]): Agreement {
  const counts: Record<Category, number> = {
    same: 0,
    'other-level': 0,
    'only-computed': 0,
    'only-published': 0,
    opposite: 0,
    'not-comparable': 0,
  };
  for (const c of cells) counts[c.category]++;
  const comparable = cells.filter((c) => c.category !== 'not-comparable');
  const n = comparable.length;
  if (n === 0) return { scope, cells: cells.length, counts, observed: null, expected: null, kappa: null };
  const observed = counts.same / n;
  const expected = chance(comparable);
  const kappa = 1 - expected < 1e-12 ? null : (observed - expected) / (1 - expected);
  return { scope, cells: cells.length, counts, observed, expected, kappa };
}

/** The share of equal marks if the two sets were drawn independently from their own margins (Cohen 1960). */
function chance(cells: readonly CellComparison[]): number {
  const a = tally(cells.map((c) => c.computed!));
  const b = tally(cells.map((c) => c.published[0]!));
  let sum = 0;
  for (const [mark, count] of a) sum += count * (b.get(mark) ?? 0);
  return sum / cells.length ** 2;
}

function tally(marks: readonly Mark[]): Map<Mark, number> {
  const counts = new Map<Mark, number>();
  for (const m of marks) counts.set(m, (counts.get(m) ?? 0) + 1);
  return counts;
}
