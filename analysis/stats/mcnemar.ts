import gammaln from '@stdlib/math-base-special-gammaln';
import { chiSquareUpper } from './distributions.js';
import { notEstimable, type Column, type NotEstimable } from './types.js';

/** What `mcnemar` returns. */
export interface McNemar {
  readonly status: 'ok';
  readonly pairs: number;
  /** Pairs that change from 0 to 1, and from 1 to 0. */
  readonly up: number;
  readonly down: number;
  /** Exact, two-sided, conditional on the pairs that change. */
  readonly p: number;
  /** Mid-p: counts the observed split half. */
  readonly midP: number;
  /** (up - down)²/(up + down) and its p by chi-square with 1 df; null where no pair changes. */
  readonly chiSquare: number | null;
  readonly pChiSquare: number | null;
}

/**
 * McNemar's test (1947, Psychometrika 12) of paired 0/1 answers; H0: as many change upwards as downwards.
 * Given the n that change, X = up is binomial(n, 1/2): p = min(1, 2·P(X <= min(up, down))), R's
 * `binom.test(up, up + down)`; mid-p = 2·P(X <= min) - P(X = min) (Lancaster 1961; Fagerland, Lydersen & Laake 2013).
 * Where no pair changes nothing speaks against H0: p = 1. The chi-square form, R's `mcnemar.test(correct = FALSE)`, is
 * given beside them. Not estimable: `no-pairs`.
 * @param before 0, 1 or NaN where missing; a pair with a missing side is left out
 * @param after likewise, in the same order
 * @throws RangeError where the lengths differ or a value is another one
 */
export function mcnemar(before: Column, after: Column): McNemar | NotEstimable {
  if (before.length !== after.length)
    throw new RangeError(`${before.length} answers before and ${after.length} after`);
  let [pairs, up, down] = [0, 0, 0];
  for (let i = 0; i < before.length; i++) {
    const [a, b] = [before[i]!, after[i]!];
    for (const v of [a, b])
      if (v !== 0 && v !== 1 && !Number.isNaN(v)) throw new RangeError(`an answer is 0, 1 or NaN, not ${v}`);
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    pairs++;
    if (b > a) up++;
    if (b < a) down++;
  }
  if (pairs === 0) return notEstimable('no-pairs');
  const changed = up + down;
  const { tail, point } = lowerTail(Math.min(up, down), changed);
  const chiSquare = changed === 0 ? null : (up - down) ** 2 / changed;
  return {
    status: 'ok',
    pairs,
    up,
    down,
    p: Math.min(1, 2 * tail),
    midP: Math.min(1, 2 * tail - point),
    chiSquare,
    pChiSquare: chiSquare === null ? null : chiSquareUpper(chiSquare, 1),
  };
}

/** P(X <= k) and P(X = k) of the binomial(n, 1/2), k <= n/2: from the largest term downwards. */
function lowerTail(k: number, n: number): { tail: number; point: number } {
  const point = Math.exp(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1) - n * Math.LN2);
  let term = point;
  let tail = point;
  for (let i = k; i > 0; i--) {
    term *= i / (n - i + 1);
    tail += term;
  }
  return { tail, point };
}
