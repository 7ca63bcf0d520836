import { tQuantile, wilsonInterval as wilson } from '../stats/index.js';

/** Limits of a confidence interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's score interval of a share, 0-1 (`stats`); `n` is at least 1. */
export function wilsonInterval(yes: number, n: number, level = 0.95): Interval {
  const found = wilson(yes, n, level);
  if (found.status !== 'ok') throw new RangeError('a share of nobody has no interval');
  return { low: found.low, high: found.high };
}

/** Student's t interval of a mean; null for fewer than two values, which show no spread. */
export function meanInterval(values: readonly number[], level = 0.95): Interval | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = values.reduce((s, v) => s + v, 0) / n;
  const variance = values.reduce((s, v) => s + (v - mean) ** 2, 0) / (n - 1);
  const half = tQuantile(0.5 + level / 2, n - 1) * Math.sqrt(variance / n);
  return { low: mean - half, high: mean + half };
}
