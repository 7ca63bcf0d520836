import { fUpper } from './distributions.js';
import { groupMoments } from './groups.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

/** What `welchAnova` returns. */
export interface WelchAnova {
  readonly status: 'ok';
  readonly f: number;
  readonly df1: number;
  /** Fractional. */
  readonly df2: number;
  readonly p: number;
  /** Rows and groups that the test uses. */
  readonly n: number;
  readonly groups: number;
  /** Codes of groups with data that are left out: of one row, or without variance. */
  readonly leftOut: readonly number[];
}

/**
 * Welch's F; H0: all groups have the same mean, their variances may differ (Welch 1951, Biometrika 38; R's oneway.test).
 * With w_g = n_g/s_g², W their sum, m the w-weighted mean and L = sum (1 - w_g/W)²/(n_g - 1) over a groups:
 * F = [sum w_g (m_g - m)²/(a-1)] / [1 + 2(a-2)L/(a²-1)], on a-1 and (a²-1)/(3L) df.
 * A group of one or without variance has no weight and is left out and named; not estimable, `one-group`, where
 * fewer than two are left, `no-observations` for no rows.
 */
export function welchAnova(y: Column, groups: Codes, groupCount: number): WelchAnova | NotEstimable {
  if (y.length === 0) return notEstimable('no-observations');
  const { counts, means, sumsOfSquares, constant } = groupMoments(y, groups, groupCount);
  const used: number[] = [];
  const leftOut: number[] = [];
  counts.forEach((count, g) => {
    if (count > 0) (count === 1 || constant[g] ? leftOut : used).push(g);
  });
  const a = used.length;
  if (a < 2) return notEstimable('one-group', `${leftOut.length} left out as of one row or without variance`);

  const weights = used.map((g) => counts[g]! / (sumsOfSquares[g]! / (counts[g]! - 1)));
  const total = weights.reduce((s, w) => s + w, 0);
  const mean = used.reduce((s, g, i) => s + (weights[i]! / total) * means[g]!, 0);
  let between = 0;
  let lambda = 0;
  let n = 0;
  used.forEach((g, i) => {
    between += weights[i]! * (means[g]! - mean) ** 2;
    lambda += (1 - weights[i]! / total) ** 2 / (counts[g]! - 1);
    n += counts[g]!;
  });
  const f = between / (a - 1) / (1 + (2 * (a - 2) * lambda) / (a * a - 1));
  const df2 = (a * a - 1) / (3 * lambda);
  return { status: 'ok', f, df1: a - 1, df2, p: fUpper(f, a - 1, df2), n, groups: a, leftOut };
}
