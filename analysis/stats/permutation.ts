import { boundedInteger, MAX_INTEGER_BOUND, type Rng } from './random.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

/** Permuted statistics this close to the observed one (relative) are ties, and count as reaching it. */
const TIE = 1e-9;

export interface PermutationInput {
  /** Sum of the outcome over each unit's rows. */
  readonly totals: Column;
  /** Rows of each unit. */
  readonly counts: Column;
  /** Sum of y² over all rows: only for reporting F. */
  readonly sumOfSquares?: number;
  /** Group code 0..groupCount-1 of each unit. */
  readonly groups: Codes;
  readonly groupCount: number;
  /** B, the number of random permutations, at least 1. */
  readonly permutations: number;
  readonly rng: Rng;
}

export interface Permutation {
  readonly status: 'ok';
  /** (1 + permutations whose F reaches the observed one)/(B + 1). */
  readonly p: number;
  readonly reached: number;
  readonly permutations: number;
  readonly units: number;
  readonly ssBetween: number;
  /** The pooled F over rows; null without `sumOfSquares`, or where nothing varies within groups. */
  readonly f: number | null;
}

/**
 * Permutation test of the pooled one-way F; H0: group labels are exchangeable over units, whatever the dependence
 * between a unit's own rows. Labels are shuffled over units (Fisher-Yates), so each unit keeps all its rows.
 * The total sum of squares and the degrees of freedom do not change: F is ranked by SSB = sum_g T_g²/N_g of the
 * outcome about its mean, one pass over units per permutation. p as in Phipson & Smyth (2010): never 0.
 *
 * Not estimable: `no-observations`, `one-group`, `constant-outcome` (no SSB under any permutation: all units have the
 * same mean), `no-permutations`.
 * @throws RangeError for unequal lengths, a code outside 0..groupCount-1, or over 2^21 units
 */
export function permutationAnova(input: PermutationInput): Permutation | NotEstimable {
  const { groupCount, permutations, rng } = input;
  const units = keepUnits(input);
  const { labels, totals, counts, rows, mean } = units;
  const n = labels.length;
  if (n === 0) return notEstimable('no-observations');
  if (new Set(labels).size < 2) return notEstimable('one-group');
  if (totals.every((t, i) => Math.abs(t) <= 1e-12 * counts[i]! * units.scale))
    return notEstimable('constant-outcome');
  if (!(permutations >= 1)) return notEstimable('no-permutations');

  const groupTotals = new Float64Array(groupCount);
  const groupRows = new Float64Array(groupCount);
  for (let i = 0; i < n; i++) {
    groupTotals[labels[i]!]! += totals[i]!;
    groupRows[labels[i]!]! += counts[i]!;
  }
  const observed = between(groupTotals, groupRows);
  const limit = observed * (1 - TIE);
  const equalCounts = counts.every((c) => c === counts[0]);
  const words = new Uint32Array(n);
  let reached = 0;
  for (let b = 0; b < permutations; b++) {
    rng.fill(words);
    groupTotals.fill(0);
    shuffleAndSum(labels, words, rng, totals, groupTotals);
    if (!equalCounts) {
      // Otherwise every group keeps its number of rows, and only the totals move.
      groupRows.fill(0);
      addTo(groupRows, labels, counts);
    }
    if (between(groupTotals, groupRows) >= limit) reached++;
  }
  let f: number | null = null;
  if (input.sumOfSquares !== undefined) {
    const groups = new Set(labels).size;
    const ssWithin = input.sumOfSquares - rows * mean * mean - observed;
    if (ssWithin > 1e-12 * input.sumOfSquares && rows > groups)
      f = observed / (groups - 1) / (ssWithin / (rows - groups));
  }
  const p = (1 + reached) / (permutations + 1);
  return { status: 'ok', p, reached, permutations, units: n, ssBetween: observed, f };
}

/** Fisher-Yates with one random word per unit; each label is counted as soon as it has its place. */
function shuffleAndSum(
  labels: Int32Array,
  words: Uint32Array,
  rng: Rng,
  totals: Float64Array,
  sums: Float64Array,
): void {
  for (let i = labels.length - 1; i >= 0; i--) {
    const j = boundedInteger(words[i]!, i + 1, rng);
    const label = labels[j]!;
    labels[j] = labels[i]!;
    labels[i] = label;
    sums[label] = sums[label]! + totals[i]!;
  }
}

function addTo(sums: Float64Array, labels: Int32Array, values: Float64Array): void {
  for (let i = 0; i < labels.length; i++) sums[labels[i]!] = sums[labels[i]!]! + values[i]!;
}

function between(groupTotals: Float64Array, groupRows: Float64Array): number {
  let s = 0;
  for (let g = 0; g < groupTotals.length; g++) {
    const t = groupTotals[g]!;
    if (groupRows[g]! > 0) s += (t * t) / groupRows[g]!;
  }
  return s;
}

/** Units with rows; totals about the mean over rows, so that SSB needs no correction and loses no digits. */
function keepUnits({ totals, counts, groups, groupCount }: PermutationInput) {
  if (counts.length !== totals.length || groups.length !== totals.length) {
    throw new RangeError(`${totals.length} totals, ${counts.length} counts, ${groups.length} group codes`);
  }
  const used: number[] = [];
  let rows = 0;
  let total = 0;
  let scale = 0;
  for (let i = 0; i < totals.length; i++) {
    const g = groups[i]!;
    if (!(g >= 0 && g < groupCount))
      throw new RangeError(`group code ${g} is outside 0..${groupCount - 1} (unit ${i})`);
    if (!(counts[i]! > 0)) continue;
    used.push(i);
    rows += counts[i]!;
    total += totals[i]!;
    scale = Math.max(scale, Math.abs(totals[i]! / counts[i]!));
  }
  if (used.length > MAX_INTEGER_BOUND) throw new RangeError(`at most 2^21 units, not ${used.length}`);
  const mean = total / rows;
  return {
    labels: Int32Array.from(used, (i) => groups[i]!),
    totals: Float64Array.from(used, (i) => totals[i]! - mean * counts[i]!),
    counts: Float64Array.from(used, (i) => counts[i]!),
    rows,
    mean,
    scale,
  };
}
