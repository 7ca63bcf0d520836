import { max, mean, min, sampleStandardDeviation } from 'simple-statistics';
import { quantile, type QuantileType } from './quantile.js';
import type { Column } from './types.js';

/** null where there are too few values: none, or one for the standard deviation. */
export interface Description {
  readonly n: number;
  readonly mean: number | null;
  /** With n-1. */
  readonly sd: number | null;
  readonly min: number | null;
  readonly q1: number | null;
  readonly median: number | null;
  readonly q3: number | null;
  readonly max: number | null;
}

/** Mean, standard deviation and quartiles of finite values; quantiles of the given type (Hyndman & Fan). */
export function describe(values: Column, type: QuantileType = 7): Description {
  const n = values.length;
  if (n === 0) return { n, mean: null, sd: null, min: null, q1: null, median: null, q3: null, max: null };
  const sorted = Float64Array.from(values).sort();
  const list = Array.from(sorted);
  return {
    n,
    mean: mean(list),
    sd: n < 2 ? null : sampleStandardDeviation(list),
    min: min(list),
    q1: quantile(sorted, 0.25, type),
    median: quantile(sorted, 0.5, type),
    q3: quantile(sorted, 0.75, type),
    max: max(list),
  };
}
