import { publishedTables } from '../../data/codebook/published.js';
import { type Estimate, estimate } from '../estimate.js';
import { levels } from '../marks.js';
import { quantile, tQuantile } from '../stats/index.js';
import type { CellInference } from './job.js';

/** A cell as estimated, with what was drawn of it. */
export interface InferredCell {
  readonly estimate: Estimate;
  readonly inferred: CellInference;
}

/**
 * What a table shows as a whole, beside what chance alone would: one estimate per question, `estimate` the number that
 * the table has, `extra.mean`, `extra.low` and `extra.high` the mean and the 2.5 and 97.5 percentiles of the same number
 * in draws where every null hypothesis holds, `p` the share of draws that reach it, (1 + reached)/(draws + 1).
 * `resampled-marks`: marks at 10 percent, units resampled. For a user table, who is a user permuted: `permuted-marks`;
 * `permuted-positive`, marks in favour of the users; `permuted-mean-t`, the mean t of the cells, two-sided.
 */
export function jointTests(table: number | string, cells: readonly InferredCell[]): Estimate[] {
  const [first] = cells;
  if (!first) return [];
  const head = { model: 'joint' as const, area: first.estimate.area, table };
  const test = (term: string, numbers: Draws, extra: Record<string, unknown> = {}) =>
    estimate({
      ...head,
      id: `joint/${table}/${term}`,
      term,
      estimate: numbers.observed,
      p: share(numbers),
      n: numbers.cells,
      extra: { ...summary(numbers.drawn), draws: numbers.drawn.length, ...extra },
    });
  const resampled = resampledMarks(cells);
  const permuted = permutedCells(cells);
  return [
    ...(resampled ? [test('resampled-marks', resampled)] : []),
    ...(permuted
      ? [
          test('permuted-marks', permuted.marks),
          test('permuted-positive', permuted.positive, published(table, permuted.positive.drawn)),
          test('permuted-mean-t', permuted.meanT),
        ]
      : []),
  ];
}

interface Draws {
  readonly observed: number;
  readonly drawn: Float64Array;
  readonly cells: number;
  /** Far from 0 in either direction counts, not only above. */
  readonly twoSided?: boolean;
}

function share({ observed, drawn, twoSided }: Draws): number {
  const size = (v: number) => (twoSided ? Math.abs(v) : v);
  const limit = size(observed) - 1e-9 * Math.abs(observed);
  return (1 + drawn.filter((v) => size(v) >= limit).length) / (drawn.length + 1);
}

const summary = (drawn: Float64Array) => ({
  mean: drawn.reduce((a, b) => a + b, 0) / drawn.length,
  low: quantile(drawn, 0.025, 7),
  high: quantile(drawn, 0.975, 7),
});

function resampledMarks(cells: readonly InferredCell[]): Draws | null {
  const used = cells.filter((c) => c.inferred.resampled !== null);
  if (used.length === 0) return null;
  const drawn = new Float64Array(used[0]!.inferred.resampled!.marked.length);
  for (const { inferred } of used) inferred.resampled!.marked.forEach((m, b) => (drawn[b] = drawn[b]! + m));
  return { observed: marks(used).length, drawn, cells: used.length };
}

const marks = (cells: readonly InferredCell[]) => cells.filter((c) => c.estimate.mark !== '');

function permutedCells(cells: readonly InferredCell[]) {
  const used = cells.filter((c) => c.inferred.randomized !== null);
  if (used.length === 0) return null;
  const draws = used[0]!.inferred.randomized!.t.length;
  const [marked, positive, meanT] = [0, 0, 0].map(() => new Float64Array(draws)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (const { inferred } of used) {
    const { t, df } = inferred.randomized!;
    const weak = -tQuantile(levels.weak / 2, df);
    for (let b = 0; b < draws; b++) {
      // A permutation without a t (no variation left) marks nothing.
      const value = Number.isNaN(t[b]!) ? 0 : t[b]!;
      if (Math.abs(value) > weak) marked[b]!++;
      if (value > weak) positive[b]!++;
      meanT[b]! += value / used.length;
    }
  }
  const own = used.reduce((s, c) => s + c.inferred.randomized!.observed / used.length, 0);
  const count = used.length;
  return {
    marks: { observed: marks(used).length, drawn: marked, cells: count },
    positive: {
      observed: marks(used).filter((c) => c.estimate.mark!.startsWith('+')).length,
      drawn: positive,
      cells: count,
    },
    meanT: { observed: own, drawn: meanT, cells: count, twoSided: true },
  };
}

/** The published table's marks, and the share of permutations of these data with as many in favour of the users. */
function published(table: number | string, positive: Float64Array): Record<string, unknown> {
  const found = publishedTables().find((t) => t.table === table);
  if (!found) return {};
  const shown = found.rows.flatMap((row) => (row.cells ?? []).filter((m) => m !== ''));
  const plus = shown.filter((m) => m.startsWith('+')).length;
  const reached = positive.filter((v) => v >= plus).length;
  return {
    published: { marks: shown.length, positive: plus, p: (1 + reached) / (positive.length + 1) },
  };
}
