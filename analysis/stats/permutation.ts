import { MAX_INTEGER_BOUND, shuffleInPlace, type Rng } from './random.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

/** Permuted statistics this close to the observed one (relative) are ties, and count as reaching it. */
const TIE = 1e-9;

/** The group labels of the units, and random reorderings of them. */
export interface ShuffledLabels {
  /** Group code 0..groupCount-1 of each unit. */
  readonly labels: Uint16Array;
  readonly groupCount: number;
  /** B, the number of reorderings. */
  readonly permutations: number;
  /** The reorderings one after the other, B times the number of units. */
  readonly shuffled: Uint16Array;
}

/**
 * Reorders the labels of units at random (Fisher-Yates), B times. One set of reorderings serves every outcome of the
 * same units, so that their permutation distributions are joint.
 * @throws RangeError for a code outside 0..groupCount-1, over 2^16 groups, over 2^21 units, or permutations < 1
 */
export function shuffleLabels(
  groups: Codes,
  groupCount: number,
  permutations: number,
  rng: Rng,
): ShuffledLabels {
  const n = groups.length;
  if (!(permutations >= 1)) throw new RangeError(`at least one permutation, not ${permutations}`);
  if (groupCount > 65536) throw new RangeError(`at most 2^16 groups, not ${groupCount}`);
  if (n > MAX_INTEGER_BOUND) throw new RangeError(`at most 2^21 units, not ${n}`);
  const labels = Uint16Array.from(groups);
  for (let i = 0; i < n; i++)
    if (!(groups[i]! >= 0 && groups[i]! < groupCount))
      throw new RangeError(`group code ${groups[i]} is outside 0..${groupCount - 1} (unit ${i})`);
  const shuffled = new Uint16Array(n * permutations);
  const current = labels.slice();
  const words = new Uint32Array(n);
  for (let b = 0; b < permutations; b++) {
    shuffleInPlace(current, words, rng);
    shuffled.set(current, b * n);
  }
  return { labels, groupCount, permutations, shuffled };
}

/** What `permutationAnova` takes. */
export interface PermutationInput {
  /** Sum of the outcome over each unit's rows; 0 for a unit without rows. */
  readonly totals: Column;
  /** Rows of each unit. */
  readonly counts: Column;
  readonly labels: ShuffledLabels;
}

/** What `permutationAnova` returns. */
export interface Permutation {
  readonly status: 'ok';
  /** (1 + permutations whose F reaches the observed one)/(B + 1). */
  readonly p: number;
  readonly reached: number;
  readonly permutations: number;
  /** Units with rows. */
  readonly units: number;
  readonly ssBetween: number;
}

/**
 * Permutation test of the pooled one-way F; H0: group labels are exchangeable over units, whatever the dependence
 * between a unit's own rows and whichever of its rows are missing. A unit keeps all its rows. The total sum of squares
 * does not change: F is ranked by SSB = sum_g T_g²/N_g of the outcome about its mean, one pass over units per
 * permutation. p as in Phipson & Smyth (2010): never 0.
 *
 * Not estimable: `no-observations`, `one-group`, `constant-outcome` (no SSB under any permutation: all units have the
 * same mean).
 * @throws RangeError for unequal lengths
 */
export function permutationAnova({
  totals,
  counts,
  labels: { labels, groupCount, permutations, shuffled },
}: PermutationInput): Permutation | NotEstimable {
  const n = labels.length;
  if (totals.length !== n || counts.length !== n)
    throw new RangeError(`${totals.length} totals, ${counts.length} counts, ${n} group codes`);
  const { units, groups, centred, rows } = aboutMean(totals, counts, labels);
  if (units === 0) return notEstimable('no-observations');
  if (groups < 2) return notEstimable('one-group');
  if (centred === null) return notEstimable('constant-outcome');
  // Total and rows of a group side by side: one cache line, one index.
  const sums = new Float64Array(2 * groupCount);
  const observed = between(sums, labels, 0, n, centred, rows);
  const limit = observed * (1 - TIE);
  let reached = 0;
  for (let b = 0; b < permutations; b++)
    if (between(sums, shuffled, b * n, n, centred, rows) >= limit) reached++;
  const p = (1 + reached) / (permutations + 1);
  return { status: 'ok', p, reached, permutations, units, ssBetween: observed };
}

/** Sum over groups of T_g²/N_g under the labels that start at `from`. */
function between(
  sums: Float64Array,
  labels: Uint16Array,
  from: number,
  n: number,
  totals: Float64Array,
  rows: Float64Array,
): number {
  sums.fill(0);
  for (let i = 0; i < n; i++) {
    const at = labels[from + i]! << 1;
    sums[at] = sums[at]! + totals[i]!;
    sums[at + 1] = sums[at + 1]! + rows[i]!;
  }
  let s = 0;
  for (let at = 0; at < sums.length; at += 2) {
    const t = sums[at]!;
    if (sums[at + 1]! > 0) s += (t * t) / sums[at + 1]!;
  }
  return s;
}

/** Totals about the mean over rows, so that SSB needs no correction and loses no digits; null where all are 0. */
function aboutMean(totals: Column, counts: Column, labels: Uint16Array) {
  const n = labels.length;
  const groups = new Set<number>();
  let units = 0;
  let rows = 0;
  let total = 0;
  let scale = 0;
  for (let i = 0; i < n; i++) {
    if (!(counts[i]! > 0)) continue;
    units++;
    groups.add(labels[i]!);
    rows += counts[i]!;
    total += totals[i]!;
    scale = Math.max(scale, Math.abs(totals[i]! / counts[i]!));
  }
  const mean = total / rows;
  const centred = Float64Array.from({ length: n }, (_, i) =>
    counts[i]! > 0 ? totals[i]! - mean * counts[i]! : 0,
  );
  const constant = centred.every((t, i) => Math.abs(t) <= 1e-12 * counts[i]! * scale);
  return {
    units,
    groups: groups.size,
    centred: constant ? null : centred,
    rows: Float64Array.from({ length: n }, (_, i) => Math.max(0, counts[i]!)),
  };
}
