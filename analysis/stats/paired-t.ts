import { tTwoSided } from './distributions.js';
import { notEstimable, type Column, type NotEstimable } from './types.js';

/** What `pairedT` returns. */
export interface PairedT {
  readonly status: 'ok';
  readonly pairs: number;
  /** Mean of after - before. */
  readonly difference: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/**
 * The paired t test (Student 1908; R's `t.test(after, before, paired = TRUE)`); H0: the mean difference is 0.
 * Not estimable: `no-pairs`; `too-few-observations` (one pair); `constant-outcome` (all differences are equal, within rounding).
 * @param before NaN where missing; a pair with a missing side is left out
 * @param after likewise, in the same order
 * @throws RangeError where the lengths differ
 */
export function pairedT(before: Column, after: Column): PairedT | NotEstimable {
  if (before.length !== after.length)
    throw new RangeError(`${before.length} answers before and ${after.length} after`);
  const differences: number[] = [];
  let largest = 0;
  for (let i = 0; i < before.length; i++) {
    const difference = after[i]! - before[i]!;
    if (Number.isNaN(difference)) continue;
    differences.push(difference);
    largest = Math.max(largest, Math.abs(before[i]!), Math.abs(after[i]!));
  }
  const n = differences.length;
  if (n === 0) return notEstimable('no-pairs');
  if (n === 1) return notEstimable('too-few-observations', 'one pair');
  const mean = differences.reduce((s, d) => s + d, 0) / n;
  const deviation = Math.max(...differences.map((d) => Math.abs(d - mean)));
  // Subtraction rounds on the scale of the answers: 12.3 - 12.1 and 0.3 - 0.1 are the same difference.
  if (deviation <= 1e-14 * largest) return notEstimable('constant-outcome');
  const variance = differences.reduce((s, d) => s + (d - mean) ** 2, 0) / (n - 1);
  const t = mean / Math.sqrt(variance / n);
  return { status: 'ok', pairs: n, difference: mean, t, df: n - 1, p: tTwoSided(t, n - 1) };
}
