import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

/** What `resampledAnova` takes. */
export interface ResampledAnovaInput {
  readonly y: Column;
  /** The group of each row, 0..groups-1. */
  readonly group: Codes;
  readonly groups: number;
  /** The unit of each row: what is resampled, with all its rows. */
  readonly unit: Codes;
  /** Per resample, how many copies of each unit there are. */
  readonly counts: readonly Column[];
}

/** What `resampledAnova` returns. */
export interface ResampledF {
  /** NaN where a resample has fewer than two groups or no variance within them. */
  readonly f: Float64Array;
  readonly df1: Float64Array;
  readonly df2: Float64Array;
}

/**
 * The one-way F of resampled units where the null hypothesis holds: y less its group's mean in the data, then
 * F = (SSB/(G-1)) / (SSW/(n-G)) of each resample, a unit that is drawn twice counted twice.
 *
 * Not estimable: `perfect-fit` (no variance within groups).
 */
export function resampledAnova(input: ResampledAnovaInput): ResampledF | NotEstimable {
  const { unit, group, groups, counts } = input;
  const y = withinGroups(input);
  if (!y.some((v) => v !== 0)) return notEstimable('perfect-fit');
  const B = counts.length;
  const result = { f: new Float64Array(B).fill(NaN), df1: new Float64Array(B), df2: new Float64Array(B) };
  const weight = new Float64Array(groups);
  const total = new Float64Array(groups);
  for (let b = 0; b < B; b++) {
    weight.fill(0);
    total.fill(0);
    const copies = counts[b]!;
    let squares = 0;
    for (let i = 0; i < y.length; i++) {
      const w = copies[unit[i]!]!;
      if (w === 0) continue;
      const g = group[i]!;
      weight[g] = weight[g]! + w;
      total[g] = total[g]! + w * y[i]!;
      squares += w * y[i]! * y[i]!;
    }
    let n = 0;
    let sum = 0;
    let used = 0;
    let between = 0;
    for (let g = 0; g < groups; g++) {
      if (weight[g] === 0) continue;
      used++;
      n += weight[g]!;
      sum += total[g]!;
      between += (total[g]! * total[g]!) / weight[g]!;
    }
    const within = squares - between;
    result.df1[b] = used - 1;
    result.df2[b] = n - used;
    if (used > 1 && within > 1e-12 * squares)
      result.f[b] = (between - (sum * sum) / n) / (used - 1) / (within / (n - used));
  }
  return result;
}

/** y less its group's mean; what is rounding of 0 is 0. */
function withinGroups({ y, group, groups }: ResampledAnovaInput): Float64Array {
  const sums = new Float64Array(groups);
  const sizes = new Float64Array(groups);
  let scale = 0;
  for (let i = 0; i < y.length; i++) {
    sums[group[i]!] = sums[group[i]!]! + y[i]!;
    sizes[group[i]!] = sizes[group[i]!]! + 1;
    scale = Math.max(scale, Math.abs(y[i]!));
  }
  return Float64Array.from({ length: y.length }, (_, i) => {
    const d = y[i]! - sums[group[i]!]! / sizes[group[i]!]!;
    return Math.abs(d) <= 1e-12 * scale ? 0 : d;
  });
}
