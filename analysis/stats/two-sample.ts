import { tQuantile, tTwoSided } from './distributions.js';
import { groupMoments } from './groups.js';
import { notEstimable, type Column, type NotEstimable } from './types.js';

/** What `welchTTest` returns. */
export interface WelchTTest {
  readonly status: 'ok';
  /** meanA - meanB. */
  readonly difference: number;
  readonly se: number;
  readonly t: number;
  /** Welch-Satterthwaite, fractional. */
  readonly df: number;
  readonly p: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly nA: number;
  readonly nB: number;
  readonly meanA: number;
  readonly meanB: number;
  /** With n-1. */
  readonly sdA: number;
  readonly sdB: number;
  /** difference / sqrt((sdA² + sdB²)/2): the size of an imbalance, whatever n (Austin 2009). */
  readonly standardizedDifference: number;
}

/**
 * Welch's t test (1947, Biometrika 34; R's t.test); H0: the two means are equal, the variances may differ.
 * se² = sA²/nA + sB²/nB, df = se⁴/[(sA²/nA)²/(nA-1) + (sB²/nB)²/(nB-1)].
 * Not estimable: `too-few-observations` (fewer than two in either), `constant-outcome` (neither sample varies).
 */
export function welchTTest(a: Column, b: Column, level = 0.95): WelchTTest | NotEstimable {
  const nA = a.length;
  const nB = b.length;
  if (nA < 2 || nB < 2) return notEstimable('too-few-observations', `${nA} and ${nB}`);
  const y = new Float64Array(nA + nB);
  const groups = new Uint8Array(nA + nB).fill(1, nA);
  for (let i = 0; i < nA; i++) y[i] = a[i]!;
  for (let i = 0; i < nB; i++) y[nA + i] = b[i]!;
  const { means, sumsOfSquares, constant } = groupMoments(y, groups, 2);
  if (constant[0] && constant[1]) return notEstimable('constant-outcome', 'neither sample varies');

  const varianceA = sumsOfSquares[0]! / (nA - 1);
  const varianceB = sumsOfSquares[1]! / (nB - 1);
  const partA = varianceA / nA;
  const partB = varianceB / nB;
  const se = Math.sqrt(partA + partB);
  const share = partA / (partA + partB);
  const df = 1 / (share ** 2 / (nA - 1) + (1 - share) ** 2 / (nB - 1));
  const difference = means[0]! - means[1]!;
  const t = difference / se;
  const reach = tQuantile(0.5 + level / 2, df) * se;
  return {
    status: 'ok',
    difference,
    se,
    t,
    df,
    p: tTwoSided(t, df),
    ciLow: difference - reach,
    ciHigh: difference + reach,
    nA,
    nB,
    meanA: means[0]! + y[0]!,
    meanB: means[1]! + y[0]!,
    sdA: Math.sqrt(varianceA),
    sdB: Math.sqrt(varianceB),
    standardizedDifference: difference / Math.sqrt((varianceA + varianceB) / 2),
  };
}
