import type { Factor } from './effects.js';

/**
 * What a mixed model needs of its data, whatever the variances. The columns of W are the dummies of all factors but the
 * largest, the fixed effects, and y last.
 */
export interface CrossProducts {
  readonly n: number;
  /** Columns of W. */
  readonly width: number;
  /** Number of the factor that each dummy column of W belongs to (0 is the largest factor, and has none). */
  readonly owner: readonly number[];
  /** Columns of fixed effects, p. */
  readonly fixed: number;
  /** W'W, width x width. */
  readonly total: Float64Array;
  /** The largest factor's levels by their number of rows m: sum over those levels of w_j w_j', w_j = sum of W's rows. */
  readonly bySize: readonly { readonly rows: number; readonly levels: number; readonly sums: Float64Array }[];
}

/**
 * One pass over the rows. The largest factor's levels enter through sums only, and levels with the same number of
 * rows enter together: a deviance then costs O(sizes·width² + width³), however many levels there are.
 * @param factors the largest first
 */
export function crossProducts(
  factors: readonly [Factor, ...Factor[]],
  fixed: readonly Float64Array[],
  y: Float64Array,
): CrossProducts {
  const [largest, ...small] = factors;
  const n = y.length;
  const owner = small.flatMap((f, k) => Array.from({ length: f.levels }, () => k + 1));
  const width = owner.length + fixed.length + 1;
  const total = new Float64Array(width * width);
  const sums = new Float64Array(largest.levels * width);
  const starts = small.map((_, k) => small.slice(0, k).reduce((s, f) => s + f.levels, 0));
  const at = new Int32Array(small.length + fixed.length + 1);
  const value = new Float64Array(at.length).fill(1);
  for (let c = small.length; c < at.length; c++) at[c] = owner.length + c - small.length;
  for (let i = 0; i < n; i++) {
    small.forEach((f, k) => (at[k] = starts[k]! + f.codes[i]!));
    fixed.forEach((column, j) => (value[small.length + j] = column[i]!));
    value[at.length - 1] = y[i]!;
    const start = largest.codes[i]! * width;
    for (let a = 0; a < at.length; a++) {
      sums[start + at[a]!]! += value[a]!;
      for (let b = 0; b < at.length; b++) total[at[a]! * width + at[b]!]! += value[a]! * value[b]!;
    }
  }
  return { n, width, owner, fixed: fixed.length, total, bySize: groupedBySize(largest, sums, width) };
}

function groupedBySize({ counts, levels }: Factor, sums: Float64Array, width: number) {
  const sizes = [...new Set(counts)].sort((a, b) => a - b);
  return sizes.map((rows) => {
    const product = new Float64Array(width * width);
    let number = 0;
    for (let j = 0; j < levels; j++) {
      if (counts[j] !== rows) continue;
      number++;
      for (let a = 0; a < width; a++) {
        const s = sums[j * width + a]!;
        if (s !== 0) for (let b = 0; b < width; b++) product[a * width + b]! += s * sums[j * width + b]!;
      }
    }
    return { rows, levels: number, sums: product };
  });
}
