/**
 * Sums of products in twice the working precision (Dekker 1971, "A floating-point technique for extending the
 * available precision", Numer. Math. 18; Ogita, Rump & Oishi 2005, algorithm Dot2).
 */

/** 2^27 + 1: splits a double's 53 bits into two halves whose products are exact. */
const SPLITTER = 134217729;

/**
 * start - sum_j columns[j][row]·factors[j] - last, rounded once at the end.
 * Finite as long as no product passes 1e299 (the splitting multiplies by 2^27).
 */
export function residualOf(
  start: number,
  last: number,
  columns: readonly Float64Array[],
  factors: Float64Array,
  row: number,
): number {
  let high = start;
  let low = 0;
  let t = high - last;
  let z = t - high;
  low += high - (t - z) + (-last - z);
  high = t;
  for (let j = 0; j < columns.length; j++) {
    const a = -columns[j]![row]!;
    const b = factors[j]!;
    const p = a * b;
    let c = SPLITTER * a;
    const ah = c - (c - a);
    const al = a - ah;
    c = SPLITTER * b;
    const bh = c - (c - b);
    const bl = b - bh;
    const error = al * bl - (p - ah * bh - al * bh - ah * bl);
    t = high + p;
    z = t - high;
    low += high - (t - z) + (p - z) + error;
    high = t;
  }
  return high + low;
}

/** Sum of a[i]·b[i] over all i, as if computed in twice the precision and rounded once. */
export function dotTwice(a: Float64Array, b: Float64Array): number {
  let high = 0;
  let low = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    const p = x * y;
    let c = SPLITTER * x;
    const xh = c - (c - x);
    const xl = x - xh;
    c = SPLITTER * y;
    const yh = c - (c - y);
    const yl = y - yh;
    const error = xl * yl - (p - xh * yh - xl * yh - xh * yl);
    const t = high + p;
    const z = t - high;
    low += high - (t - z) + (p - z) + error;
    high = t;
  }
  return high + low;
}

/** (high + low)·factor as such a pair: a double and what it leaves out. */
export function timesTwice(high: number, low: number, factor: number): readonly [number, number] {
  const p = high * factor;
  let c = SPLITTER * high;
  const ah = c - (c - high);
  const al = high - ah;
  c = SPLITTER * factor;
  const bh = c - (c - factor);
  const bl = factor - bh;
  const error = al * bl - (p - ah * bh - al * bh - ah * bl) + low * factor;
  const sum = p + error;
  return [sum, error - (sum - p)];
}
