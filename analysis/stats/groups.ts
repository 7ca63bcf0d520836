import { isWithinRounding } from './numeric.js';
import type { Codes, Column } from './types.js';

/** Moments per group 0..groupCount-1; of y minus its first value, which shifts means only. */
export interface GroupMoments {
  readonly counts: Int32Array;
  /** Means of y - y[0]; 0 for an empty group. */
  readonly means: Float64Array;
  /** Mean of y - y[0] over all rows. */
  readonly grandMean: number;
  /** Sums of squared deviations from the group's mean. */
  readonly sumsOfSquares: Float64Array;
  /** Whether the group's values differ by rounding only (also: none or one value). */
  readonly constant: readonly boolean[];
}

/**
 * Two passes over y - y[0] (the subtraction is exact for values of one magnitude), each sum with its correction
 * (Chan, Golub & LeVeque 1983, "Algorithms for computing the sample variance").
 * @throws RangeError where the lengths differ or a code is outside 0..groupCount-1
 */
export function groupMoments(y: Column, groups: Codes, groupCount: number): GroupMoments {
  const n = y.length;
  if (groups.length !== n) throw new RangeError(`${groups.length} group codes for ${n} values`);
  const counts = new Int32Array(groupCount);
  const means = new Float64Array(groupCount);
  const lowest = new Float64Array(groupCount).fill(Infinity);
  const highest = new Float64Array(groupCount).fill(-Infinity);
  const shift = n > 0 ? y[0]! : 0;
  let scale = 0;
  for (let i = 0; i < n; i++) {
    const g = groups[i]!;
    if (!(g >= 0 && g < groupCount))
      throw new RangeError(`group code ${g} is outside 0..${groupCount - 1} (row ${i})`);
    const v = y[i]!;
    counts[g]!++;
    means[g]! += v - shift;
    if (v < lowest[g]!) lowest[g] = v;
    if (v > highest[g]!) highest[g] = v;
    scale = Math.max(scale, Math.abs(v));
  }
  for (let g = 0; g < groupCount; g++) if (counts[g]! > 0) means[g]! /= counts[g]!;

  // The deviations from a rounded mean sum to its error times the count: that sum corrects mean and squares.
  const remainders = new Float64Array(groupCount);
  const sumsOfSquares = new Float64Array(groupCount);
  for (let i = 0; i < n; i++) {
    const g = groups[i]!;
    const d = y[i]! - shift - means[g]!;
    remainders[g]! += d;
    sumsOfSquares[g]! += d * d;
  }
  let grandMean = 0;
  for (let g = 0; g < groupCount; g++) {
    if (counts[g] === 0) continue;
    sumsOfSquares[g]! -= (remainders[g]! * remainders[g]!) / counts[g]!;
    means[g]! += remainders[g]! / counts[g]!;
    grandMean += (counts[g]! / n) * means[g]!;
  }
  const constant = Array.from(counts, (c, g) => c === 0 || isWithinRounding(lowest[g]!, highest[g]!, scale));
  for (let g = 0; g < groupCount; g++) if (constant[g]) sumsOfSquares[g] = 0;
  return { counts, means, grandMean, sumsOfSquares, constant };
}
