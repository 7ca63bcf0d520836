import type { Column } from './types.js';

/** Hyndman & Fan's nine definitions (1996, "Sample quantiles in statistical packages", The American Statistician 50). */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** R's allowance for rounding of n·p: 0.75·28 that comes out as 20.999999999999996 is 21. */
const FUZZ = 4 * Number.EPSILON;

/**
 * The p-quantile of the values as R's `quantile(x, p, type)` gives it; between equal neighbours it is exactly their value.
 * @param values at least one, finite, in any order
 * @param p 0..1
 * @throws RangeError for no values or p outside 0..1
 *
 * @example
 * ```ts
 * import { quantile } from 'oppna-jamforelser/stats';
 *
 * console.log(quantile(Float64Array.of(10, 20, 30, 40), 0.75), quantile(Float64Array.of(10, 20, 30, 40), 0.75, 6));
 * ```
 */
export function quantile(values: Column, p: number, type: QuantileType = 7): number {
  if (values.length === 0) throw new RangeError('a quantile needs at least one value');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is 0..1, not ${p}`);
  const sorted = ascending(values);
  const n = sorted.length;
  const { index, weight } =
    type === 7 ? typeSeven(n, p) : type <= 3 ? stepwise(n, p, type) : interpolated(n, p, type);
  // Order statistics are numbered 1..n; the first and the last stand in for those beyond.
  const low = sorted[Math.min(Math.max(index, 1), n) - 1]!;
  const high = sorted[Math.min(Math.max(index + 1, 1), n) - 1]!;
  if (weight === 0 || low === high) return low;
  if (weight === 1) return high;
  return (1 - weight) * low + weight * high;
}

/** Between which order statistic (1-based) and the next, and how far towards the next. */
interface Position {
  readonly index: number;
  readonly weight: number;
}

function typeSeven(n: number, p: number): Position {
  const position = 1 + (n - 1) * p;
  const index = Math.floor(position);
  return { index, weight: position - index };
}

function stepwise(n: number, p: number, type: number): Position {
  const position = type === 3 ? n * p - 0.5 : n * p;
  // In a step function rounding of n·p moves the result by a whole value, in either direction: 100·0.07 is
  // 7.000000000000001. (R up to 4.2 at least does not allow for it here and returns the 8th of 100 values for p = 0.07.)
  const nearest = Math.round(position);
  const whole = Math.abs(position - nearest) <= FUZZ * Math.max(1, nearest);
  const index = whole ? nearest : Math.floor(position);
  if (type === 1) return { index, weight: whole ? 0 : 1 };
  if (type === 2) return { index, weight: whole ? 0.5 : 1 };
  return { index, weight: whole && index % 2 === 0 ? 0 : 1 };
}

function interpolated(n: number, p: number, type: number): Position {
  const [a, b] = plottingConstants(type);
  const position = a + p * (n + 1 - a - b);
  const index = Math.floor(position + FUZZ);
  const weight = position - index;
  return { index, weight: Math.abs(weight) < FUZZ ? 0 : weight };
}

function plottingConstants(type: number): readonly [number, number] {
  if (type === 4) return [0, 1];
  if (type === 5) return [0.5, 0.5];
  if (type === 6) return [0, 0];
  if (type === 8) return [1 / 3, 1 / 3];
  return [3 / 8, 3 / 8];
}

function ascending(values: Column): Column {
  for (let i = 1; i < values.length; i++) {
    if (values[i]! < values[i - 1]!) return Float64Array.from(values).sort();
  }
  return values;
}
