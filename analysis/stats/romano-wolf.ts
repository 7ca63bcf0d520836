import { notEstimable, type Column, type NotEstimable } from './types.js';

/** Resampled statistics this close to the observed one (relative) are ties, and count as reaching it. */
const TIE = 1e-9;

/** What `romanoWolf` takes. */
export interface RomanoWolfInput {
  /** t of each of the m tests of the family; its sign does not matter. null: the cell has no statistic. */
  readonly observed: readonly (number | null)[];
  /**
   * t* of resample b and test j at b·m + j, centred so that the null hypothesis holds in the resamples: (b* - b)/se*, or
   * the t of a resample that imposes it. All tests of a row from the same resample: their dependence is what
   * the procedure learns. The sign does not matter. NaN: no estimate in this resample; Infinity reaches everything.
   */
  readonly resampled: Column;
}

/** What `romanoWolf` returns. */
export interface RomanoWolf {
  readonly status: 'ok';
  /** Step-down p per test; null for a test that is not in the family. */
  readonly adjusted: readonly (number | null)[];
  /** The test's own p from the same resamples, unadjusted; null likewise. */
  readonly unadjusted: readonly (number | null)[];
  /** Resamples in which the test has a statistic; 0 for a test that is not in the family. */
  readonly used: readonly number[];
  /** Tests in the family: those with an observed statistic and at least one resampled. */
  readonly tests: number;
  /** B. */
  readonly resamples: number;
}

/**
 * Step-down max-t p-values of Romano & Wolf (2005, Econometrica 73; 2016, Statistics & Probability Letters 113);
 * the family-wise error rate, with the dependence between the tests taken from joint resamples.
 * With S_j the tests whose |t| is at most |t_j|: q_j = (1 + #{b: max over S_j of |t*_b| >= |t_j|})/(B + 1), and the
 * adjusted p is the largest q among the tests with |t| >= |t_j|, so that it never falls as |t| falls. Never 0.
 *
 * Missing entries: a resample without t*_j does not count for test j (its B is `used`), and the maximum for the
 * others is taken over the statistics it has, which is too small where the missing one would have been the largest.
 * A test that misses many should be left out by the caller.
 *
 * Not estimable: `no-tests` (none has both an observed and a resampled statistic).
 * @throws RangeError for an observed t that is not finite, or unless there are B·m resampled ones, B >= 1
 */
export function romanoWolf({ observed, resampled }: RomanoWolfInput): RomanoWolf | NotEstimable {
  const m = observed.length;
  if (m === 0) return notEstimable('no-tests');
  const resamples = resampled.length / m;
  if (!(Number.isInteger(resamples) && resamples >= 1))
    throw new RangeError(`${resampled.length} resampled statistics are not rows of ${m} tests`);
  const used = observed.map((t, j) => countUsed(t, j, m, resampled));
  const order = used.flatMap((count, j) => (count > 0 ? [j] : []));
  if (order.length === 0) return notEstimable('no-tests');
  const size = (j: number): number => Math.abs(observed[j]!);
  order.sort((a, b) => size(a) - size(b));

  const { alone, within } = countReached(order, order.map(size), resampled, m);
  const adjusted: (number | null)[] = observed.map(() => null);
  const unadjusted = adjusted.slice();
  let running = 0;
  for (let end = order.length - 1; end >= 0;) {
    // Equal statistics are one step.
    let start = end;
    while (start > 0 && size(order[start - 1]!) === size(order[end]!)) start--;
    for (let i = start; i <= end; i++) {
      const count = used[order[i]!]! + 1;
      running = Math.max(running, (1 + within[i]!) / count);
      unadjusted[order[i]!] = (1 + alone[i]!) / count;
    }
    for (let i = start; i <= end; i++) adjusted[order[i]!] = running;
    end = start - 1;
  }
  return { status: 'ok', adjusted, unadjusted, used, tests: order.length, resamples };
}

/** Resamples with a statistic of test j, 0 where it has no observed one. */
function countUsed(t: number | null, j: number, m: number, resampled: Column): number {
  if (t === null) return 0;
  if (!Number.isFinite(t)) throw new RangeError(`t is a finite number or null, not ${t} (test ${j})`);
  let count = 0;
  for (let at = j; at < resampled.length; at += m) if (!Number.isNaN(resampled[at]!)) count++;
  return count;
}

/**
 * For each place in the order: resamples that have the test's statistic, and in which it (`alone`), or the largest of
 * its step and those before (`within`), reaches |t|.
 * @param sizes |t| in this order, ascending
 */
function countReached(
  order: readonly number[],
  sizes: readonly number[],
  resampled: Column,
  m: number,
): { alone: Int32Array; within: Int32Array } {
  const tests = order.length;
  const alone = new Int32Array(tests);
  const within = new Int32Array(tests);
  const limits = Float64Array.from(sizes, (size) => size * (1 - TIE));
  const last = Int32Array.from({ length: tests }, (_, i) => i);
  for (let i = tests - 2; i >= 0; i--) if (sizes[i] === sizes[i + 1]) last[i] = last[i + 1]!;
  const values = new Float64Array(tests);
  const largest = new Float64Array(tests);
  for (let row = 0; row < resampled.length; row += m) {
    let top = 0;
    for (let i = 0; i < tests; i++) {
      const value = Math.abs(resampled[row + order[i]!]!);
      values[i] = value;
      if (value > top) top = value;
      largest[i] = top;
    }
    for (let i = 0; i < tests; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      if (value >= limits[i]!) alone[i]!++;
      if (largest[last[i]!]! >= limits[i]!) within[i]!++;
    }
  }
  return { alone, within };
}
