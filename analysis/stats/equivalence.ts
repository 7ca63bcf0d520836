import { tQuantile, tTwoSided } from './distributions.js';
import { notEstimable, type NotEstimable } from './types.js';

/** What `equivalence` takes. */
export interface EquivalenceInput {
  readonly estimate: number;
  /** Standard error, >= 0. */
  readonly se: number;
  /** Degrees of freedom of t, > 0; Infinity: the normal. */
  readonly df: number;
  /** The smallest effect that would matter, > 0, in the unit of the estimate. */
  readonly margin: number;
  /** Level of each one-sided test and of the test of no difference; default 0.05. */
  readonly alpha?: number;
}

/**
 * What the two tests say together. `equivalent`: inside the margin, not told from 0. `different`: told from 0, not shown
 * to be inside. `both`: told from 0, and inside, so too small to matter. `inconclusive`: neither.
 */
export type EquivalenceVerdict = 'equivalent' | 'different' | 'both' | 'inconclusive';

/** What `equivalence` returns. */
export interface Equivalence {
  readonly status: 'ok';
  /** Of equivalence: the larger of the two below. */
  readonly p: number;
  /** H0: the effect is -margin or less. */
  readonly pLow: number;
  /** H0: the effect is +margin or more. */
  readonly pHigh: number;
  /** Two-sided, H0: the effect is 0. */
  readonly pDifference: number;
  /** The 1 - 2·alpha interval, which lies inside the margin exactly where p < alpha. */
  readonly ciLow: number;
  readonly ciHigh: number;
  /** The margin above which p < alpha: the larger end of the interval, without its sign. */
  readonly leastMargin: number;
  readonly verdict: EquivalenceVerdict;
}

/**
 * Two one-sided t tests (Schuirmann 1987, J. Pharmacokinetics and Biopharmaceutics 15); H0: the effect is at least the
 * margin in one direction or the other. pLow = P(T >= (b + margin)/se), pHigh = P(T <= (b - margin)/se), p the larger;
 * interval b ± t_{1-alpha}·se. The verdict sets it beside the two-sided test of no difference.
 *
 * Not estimable: `zero-se`, `non-finite` (an end of the interval is beyond the largest double).
 * @throws RangeError for an estimate that is not finite, se < 0, df <= 0, margin <= 0, or alpha outside 0..0.5 (both excluded)
 */
export function equivalence(input: EquivalenceInput): Equivalence | NotEstimable {
  const { estimate, se, df, margin, alpha = 0.05 } = input;
  const { abs, max } = Math;
  if (!Number.isFinite(estimate)) throw new RangeError(`the estimate is a finite number, not ${estimate}`);
  if (!(se >= 0 && se < Infinity)) throw new RangeError(`a standard error is finite and >= 0, not ${se}`);
  if (!(df > 0)) throw new RangeError(`degrees of freedom are above 0, not ${df}`);
  if (!(margin > 0 && margin < Infinity)) throw new RangeError(`the margin is finite and > 0, not ${margin}`);
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError(`alpha is between 0 and 0.5, not ${alpha}`);
  if (se === 0) return notEstimable('zero-se');

  const pLow = tUpper((estimate + margin) / se, df);
  const pHigh = tUpper((margin - estimate) / se, df);
  const p = max(pLow, pHigh);
  const pDifference = tTwoSided(estimate / se, df);
  const reach = -tQuantile(alpha, df) * se;
  const ciLow = estimate - reach;
  const ciHigh = estimate + reach;
  const leastMargin = max(abs(ciLow), abs(ciHigh));
  if (!Number.isFinite(leastMargin)) return notEstimable('non-finite', 'the interval');
  const verdict = verdictOf(p < alpha, pDifference < alpha);
  return { status: 'ok', p, pLow, pHigh, pDifference, ciLow, ciHigh, leastMargin, verdict };
}

function verdictOf(inside: boolean, different: boolean): EquivalenceVerdict {
  if (inside) return different ? 'both' : 'equivalent';
  return different ? 'different' : 'inconclusive';
}

/** P(T >= t). */
function tUpper(t: number, df: number): number {
  const half = tTwoSided(t, df) / 2;
  return t >= 0 ? half : 1 - half;
}
