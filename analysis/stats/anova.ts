import { fQuantile, fUpper } from './distributions.js';
import { groupMoments } from './groups.js';
import { isConstant } from './numeric.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

/** What `oneWayAnova` returns. */
export interface Anova {
  readonly status: 'ok';
  /** null where nothing varies within the groups although their means differ (F would be infinite); p is then 0. */
  readonly f: number | null;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  /** Share of the sum of squares that lies between groups. */
  readonly etaSquared: number;
  /** Hays' estimate of the same share in the population; below 0 where F < 1. */
  readonly omegaSquared: number;
  /** Intraclass correlation ICC(1) with its interval; below 0 where F < 1. */
  readonly icc: number;
  readonly iccLow: number;
  readonly iccHigh: number;
  readonly ssBetween: number;
  readonly ssWithin: number;
  readonly n: number;
  /** Groups with data. */
  readonly groups: number;
}

/**
 * One-way analysis of variance; H0: all groups have the same mean. F = MSB/MSW on groups-1 and n-groups df.
 * Sums are formed about a data value and then about the means, so that a large level costs no digits.
 * - eta² = SSB/SST; omega² = (SSB - df1·MSW)/(SST + MSW) (Hays 1963).
 * - ICC(1) = (MSB - MSW)/(MSB + (n0-1)·MSW), n0 = (n - sum n_g²/n)/(groups - 1); interval (F/Fu - 1)/(n0 + F/Fu - 1) to
 *   (F/Fl - 1)/(n0 + F/Fl - 1), Fu and Fl the quantiles of F(df1, df2): exact for equal sizes, near it otherwise
 *   (Searle, Casella & McCulloch 1992, Variance Components, sections 3.5-3.6).
 * Where each group is constant and the means differ (perfect separation): f null, p 0, ICC 1 with the interval 1 to 1.
 *
 * Not estimable: `no-observations`, `one-group` (with data), `constant-outcome`, `no-within-df` (one row in every group).
 * @param groups codes 0..groupCount-1, one per row of y; groups without rows are not counted
 */
export function oneWayAnova(
  y: Column,
  groups: Codes,
  groupCount: number,
  level = 0.95,
): Anova | NotEstimable {
  const n = y.length;
  if (n === 0) return notEstimable('no-observations');
  const { counts, means, sumsOfSquares, constant, grandMean } = groupMoments(y, groups, groupCount);
  const present = [...counts.keys()].filter((g) => counts[g]! > 0);
  if (present.length < 2) return notEstimable('one-group');
  if (isConstant(y)) return notEstimable('constant-outcome');
  const df1 = present.length - 1;
  const df2 = n - present.length;
  if (df2 === 0) return notEstimable('no-within-df', 'one row in every group');

  let ssBetween = 0;
  let ssWithin = 0;
  let squaredCounts = 0;
  let separated = true;
  for (const g of present) {
    const distance = means[g]! - grandMean;
    ssBetween += counts[g]! * distance * distance;
    ssWithin += sumsOfSquares[g]!;
    squaredCounts += counts[g]! * counts[g]!;
    separated &&= constant[g]!;
  }
  const sizes = { n, groups: present.length };
  if (separated) {
    const perfect = { f: null, p: 0, etaSquared: 1, omegaSquared: 1, icc: 1, iccLow: 1, iccHigh: 1 };
    return { status: 'ok', df1, df2, ...perfect, ssBetween, ssWithin: 0, ...sizes };
  }
  const within = ssWithin / df2;
  const f = ssBetween / df1 / within;
  const n0 = (n - squaredCounts / n) / df1;
  const icc = (ratio: number): number => (ratio - 1) / (n0 + ratio - 1);
  const alpha = (1 - level) / 2;
  return {
    status: 'ok',
    f,
    df1,
    df2,
    p: fUpper(f, df1, df2),
    etaSquared: ssBetween / (ssBetween + ssWithin),
    omegaSquared: (ssBetween - df1 * within) / (ssBetween + ssWithin + within),
    icc: icc(f),
    iccLow: icc(f / fQuantile(1 - alpha, df1, df2)),
    iccHigh: icc(f / fQuantile(alpha, df1, df2)),
    ssBetween,
    ssWithin,
    ...sizes,
  };
}
