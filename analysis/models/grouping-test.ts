import { type Estimate, estimate } from '../estimate.js';
import { anovaMark } from '../marks.js';
import {
  kruskalWallis,
  oneWayAnova,
  permutationAnova,
  type ShuffledLabels,
  welchAnova,
} from '../stats/index.js';
import type { Rows } from './sample.js';

/** Group labels reordered over the units that have one: the same reorderings for every outcome. */
export interface Shuffles {
  readonly seed: number;
  readonly labels: ShuffledLabels;
  /** Position of each unit among those with a label, or -1. */
  readonly place: Int32Array;
}

/** A one-way analysis of variance of the rows' y. */
export interface GroupingTest {
  /** The group of each row, 0..levels-1. */
  readonly groups: Int32Array;
  readonly levels: number;
  /** For the permutation test of a pooled cell; null: none. */
  readonly shuffles: Shuffles | null;
}

/**
 * One-way F of the rows' y on their groups, with omega squared, ICC with interval, Welch, Kruskal-Wallis and, where
 * there are shuffles, the p-value of permuting the group labels over units in `extra`. `estimate` is eta squared.
 */
export function groupingEstimate(
  head: Partial<Estimate> & Pick<Estimate, 'id' | 'model'>,
  rows: Rows,
  { groups, levels, shuffles }: GroupingTest,
): Estimate {
  const counted = { ...head, n: rows.n, units: rows.units, dropped: rows.dropped };
  const result = oneWayAnova(rows.y, groups, levels);
  if (result.status !== 'ok') return estimate({ ...counted, status: 'not-estimable', reason: result.reason });
  if (result.f === null) return estimate({ ...counted, status: 'not-estimable', reason: 'perfect-fit' });
  return estimate({
    ...counted,
    estimate: result.etaSquared,
    statistic: result.f,
    df: result.df1,
    df2: result.df2,
    p: result.p,
    mark: anovaMark(result.p),
    extra: {
      ...head.extra,
      groups: result.groups,
      omegaSquared: result.omegaSquared,
      icc: result.icc,
      iccLow: result.iccLow,
      iccHigh: result.iccHigh,
      welch: plain(welchAnova(rows.y, groups, levels)),
      kruskalWallis: plain(kruskalWallis(rows.y, groups, levels)),
      ...(shuffles ? { permutation: permuted(rows, shuffles) } : {}),
    },
  });
}

/** Group labels permuted over units: the unit keeps its years together. */
function permuted(rows: Rows, { seed, labels, place }: Shuffles) {
  const totals = new Float64Array(labels.labels.length);
  const counts = new Float64Array(totals.length);
  for (let i = 0; i < rows.n; i++) {
    const at = place[rows.unit[i]!]!;
    totals[at]! += rows.y[i]!;
    counts[at]!++;
  }
  const { permutations } = labels;
  const test = permutationAnova({ totals, counts, labels });
  return test.status === 'ok'
    ? { p: test.p, permutations, seed }
    : { reason: test.reason, permutations, seed };
}

/** A test's result as JSON: the status goes, a reason stays. */
function plain(result: { status: string }): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(result).filter(([key, value]) => key !== 'status' || value !== 'ok'),
  );
}
