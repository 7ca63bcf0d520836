import type { Estimate } from '../estimate.js';
import { tQuantile } from '../stats/index.js';

/**
 * The fields of an estimate that is a mean, with Student's t interval: sd/sqrt(n) and n - 1 degrees of freedom. One
 * value has neither error nor interval.
 */
export function meanFields(
  mean: number,
  sd: number | null,
  n: number,
  level: number,
): Pick<Estimate, 'estimate' | 'se' | 'df' | 'ciLow' | 'ciHigh'> {
  const se = sd === null ? null : sd / Math.sqrt(n);
  const margin = se === null ? null : tQuantile(0.5 + level / 2, n - 1) * se;
  return {
    estimate: mean,
    se,
    df: n > 1 ? n - 1 : null,
    ciLow: margin === null ? null : mean - margin,
    ciHigh: margin === null ? null : mean + margin,
  };
}
