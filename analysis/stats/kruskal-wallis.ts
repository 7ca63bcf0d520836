import { chiSquareUpper } from './distributions.js';
import { isConstant } from './numeric.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

/** What `kruskalWallis` returns. */
export interface KruskalWallis {
  readonly status: 'ok';
  /** H, corrected for ties; chi-square with df degrees of freedom under H0. */
  readonly h: number;
  readonly df: number;
  readonly p: number;
  readonly n: number;
  /** Groups with data. */
  readonly groups: number;
}

/**
 * Kruskal & Wallis (1952, JASA 47); H0: the outcome has the same distribution in all groups.
 * H = [12/(n(n+1)) · sum R_g²/n_g - 3(n+1)] / [1 - sum(t³-t)/(n³-n)], R_g rank sums with average ranks, t sizes of ties.
 * Not estimable: `no-observations`, `one-group` (with data), `constant-outcome`.
 * @param groups codes 0..groupCount-1, one per row of y
 */
export function kruskalWallis(y: Column, groups: Codes, groupCount: number): KruskalWallis | NotEstimable {
  const n = y.length;
  if (n === 0) return notEstimable('no-observations');
  const { ranks, ties } = averageRanks(y);
  const counts = new Int32Array(groupCount);
  const sums = new Float64Array(groupCount); // of ranks about their mean (n+1)/2: no cancellation
  for (let i = 0; i < n; i++) {
    const g = groups[i]!;
    if (!(g >= 0 && g < groupCount))
      throw new RangeError(`group code ${g} is outside 0..${groupCount - 1} (row ${i})`);
    counts[g]!++;
    sums[g]! += ranks[i]! - (n + 1) / 2;
  }
  let used = 0;
  let between = 0;
  for (let g = 0; g < groupCount; g++) {
    if (counts[g] === 0) continue;
    used++;
    between += (sums[g]! * sums[g]!) / counts[g]!;
  }
  if (used < 2) return notEstimable('one-group');
  if (isConstant(y)) return notEstimable('constant-outcome');
  const h = ((12 / (n * (n + 1))) * between) / (1 - ties / (n * n * n - n));
  return { status: 'ok', h, df: used - 1, p: chiSquareUpper(h, used - 1), n, groups: used };
}

/** Ranks 1..n, equal values sharing the mean of theirs, and the sum of t³-t over ties of t values. */
export function averageRanks(y: Column): { ranks: Float64Array; ties: number } {
  const n = y.length;
  const sorted = Float64Array.from(y).sort();
  // The distinct values and the rank of each: as a rule there are few.
  const values: number[] = [];
  const rankOf: number[] = [];
  let ties = 0;
  for (let from = 0; from < n;) {
    let to = from + 1;
    while (to < n && sorted[to] === sorted[from]) to++;
    values.push(sorted[from]!);
    rankOf.push((from + 1 + to) / 2);
    const t = to - from;
    ties += t * t * t - t;
    from = to;
  }
  const ranks = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let low = 0;
    for (let high = values.length - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (values[middle]! < y[i]!) low = middle + 1;
      else high = middle;
    }
    ranks[i] = rankOf[low]!;
  }
  return { ranks, ties };
}
