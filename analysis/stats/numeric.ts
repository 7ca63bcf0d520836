import type { Column } from './types.js';

/**
 * A column whose range is below this share of its largest value is constant: what is left is rounding.
 * 1e-14 is 45 units in the last place: above the noise of a mean of a few hundred equal numbers, and below the
 * smallest real variation that NIST asks an analysis of variance to see (0.4 on 1e12).
 */
const CONSTANT_TOLERANCE = 1e-14;

/** Sum of a[i]·b[i], 0 <= i < length. Four partial sums: faster, and smaller rounding errors. */
export function dot(a: Float64Array, b: Float64Array, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (; i < length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + (s2 + s3);
}

/** The same of two stretches of one array: sum of work[a + i]·work[b + i]. */
export function dotWithin(work: Float64Array, a: number, b: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    const p = a + i;
    const q = b + i;
    s0 += work[p]! * work[q]!;
    s1 += work[p + 1]! * work[q + 1]!;
    s2 += work[p + 2]! * work[q + 2]!;
    s3 += work[p + 3]! * work[q + 3]!;
  }
  for (; i < length; i++) s0 += work[a + i]! * work[b + i]!;
  return s0 + s1 + (s2 + s3);
}

/** work[to + i] += factor·work[from + i] over two stretches of one array. */
export function addWithin(
  work: Float64Array,
  factor: number,
  from: number,
  to: number,
  length: number,
): void {
  let i = 0;
  for (; i + 3 < length; i += 4) {
    const p = from + i;
    const q = to + i;
    work[q] = work[q]! + factor * work[p]!;
    work[q + 1] = work[q + 1]! + factor * work[p + 1]!;
    work[q + 2] = work[q + 2]! + factor * work[p + 2]!;
    work[q + 3] = work[q + 3]! + factor * work[p + 3]!;
  }
  for (; i < length; i++) work[to + i] = work[to + i]! + factor * work[from + i]!;
}

/** The largest absolute value; 0 for an empty column, NaN where any value is NaN. */
export function maxAbs(column: Column): number {
  const { min, max } = rangeOf(column);
  return column.length === 0 ? 0 : Math.max(-min, max);
}

/** Smallest and largest value, both NaN where any value is NaN or infinite; Infinity and -Infinity for an empty column. */
export function rangeOf(column: Column): { min: number; max: number } {
  let min = Infinity;
  let max = -Infinity;
  let poison = 0; // stays 0 while all values are finite: NaN passes every comparison below unseen
  for (let i = 0; i < column.length; i++) {
    const v = column[i]!;
    if (v < min) min = v;
    if (v > max) max = v;
    poison += v - v;
  }
  return poison === 0 ? { min, max } : { min: NaN, max: NaN };
}

/** Whether the values differ by no more than rounding of the largest of them; true when empty. */
export function isConstant(column: Column): boolean {
  if (column.length === 0) return true;
  const { min, max } = rangeOf(column);
  return isWithinRounding(min, max, Math.max(-min, max));
}

/** Whether a range min..max is only rounding of values as large as `scale`. */
export function isWithinRounding(min: number, max: number, scale: number): boolean {
  return max - min <= CONSTANT_TOLERANCE * scale;
}

/** Compensated sum (Neumaier 1974): the error does not grow with the number of terms. */
export function sum(column: Column): number {
  let total = 0;
  let compensation = 0;
  for (let i = 0; i < column.length; i++) {
    const v = column[i]!;
    const t = total + v;
    compensation += Math.abs(total) >= Math.abs(v) ? total - t + v : v - t + total;
    total = t;
  }
  return total + compensation;
}

/** The power of two nearest below 1/x (x > 0): scaling by it is exact. */
export function reciprocalPowerOfTwo(x: number): number {
  return 2 ** -Math.floor(Math.log2(x));
}
