import { cholesky } from './cholesky.js';
import type { Inference } from './covariance.js';
import { fUpper, tQuantile, tTwoSided } from './distributions.js';
import type { OlsFit } from './least-squares.js';
import { notEstimable, type NotEstimable } from './types.js';

/** A weighted sum of coefficients with its test of "the sum is 0". */
export interface Combination {
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number;
  /** Of t. */
  readonly df: number;
  readonly p: number;
  readonly ciLow: number;
  readonly ciHigh: number;
}

/** An F test that several combinations are 0 together. */
export interface WaldTest {
  readonly status: 'ok';
  /** What is tested, in words. */
  readonly hypothesis: string;
  /** F = b'V⁻¹b / q. */
  readonly statistic: number;
  /** q, the number of combinations. */
  readonly df: number;
  readonly df2: number;
  readonly p: number;
}

/** A pivot below this share of its variance: the combinations are not independent. */
const SINGULAR = 1e-10;

/**
 * w'b with variance w'Vw, the weights taken as known; t with the covariance's df. `weights` has one number per
 * coefficient of the fit. Not estimable: `zero-se`.
 */
export function combine(
  fit: OlsFit,
  inferred: Inference,
  weights: Float64Array,
  level = 0.95,
): Combination | NotEstimable {
  const variance = product(weights, inferred.matrix, weights);
  if (!(variance > 0)) return notEstimable('zero-se');
  const estimate = weights.reduce((sum, w, j) => sum + w * fit.coefficients[j]!, 0);
  const se = Math.sqrt(variance);
  const { df } = inferred;
  const margin = tQuantile(0.5 + level / 2, df) * se;
  return {
    estimate,
    se,
    statistic: estimate / se,
    df,
    p: tTwoSided(estimate / se, df),
    ciLow: estimate - margin,
    ciHigh: estimate + margin,
  };
}

/**
 * Wald test that every combination is 0: F = b'V⁻¹b/q with q and the covariance's df, as Stata's `test` after
 * clustering (fixest's `wald` takes n - k for the second).
 * Not estimable: `no-tests` (no combination), `singular-covariance` (as many as clusters, or one follows from the others).
 */
export function waldTest(
  fit: OlsFit,
  inferred: Inference,
  combinations: readonly Float64Array[],
  hypothesis: string,
): WaldTest | NotEstimable {
  const q = combinations.length;
  if (q === 0) return notEstimable('no-tests');
  const covariance = new Float64Array(q * q);
  combinations.forEach((a, i) =>
    combinations.forEach((b, j) => {
      covariance[i * q + j] = product(a, inferred.matrix, b);
    }),
  );
  const root = cholesky(covariance, q, SINGULAR);
  if (root === null) return notEstimable('singular-covariance');
  const estimates = combinations.map((w) => w.reduce((sum, v, j) => sum + v * fit.coefficients[j]!, 0));
  const statistic = squaredDistance(root, estimates) / q;
  const df2 = inferred.df;
  return { status: 'ok', hypothesis, statistic, df: q, df2, p: fUpper(statistic, q, df2) };
}

/** b'V⁻¹b, V = LL', as the squared length of L⁻¹b. */
function squaredDistance(l: Float64Array, b: readonly number[]): number {
  const q = b.length;
  const z = new Float64Array(q);
  let total = 0;
  for (let i = 0; i < q; i++) {
    let s = b[i]!;
    for (let k = 0; k < i; k++) s -= l[i * q + k]! * z[k]!;
    z[i] = s / l[i * q + i]!;
    total += z[i]! * z[i]!;
  }
  return total;
}

function product(a: Float64Array, matrix: Float64Array, b: Float64Array): number {
  const q = a.length;
  let total = 0;
  for (let i = 0; i < q; i++)
    if (a[i] !== 0) for (let j = 0; j < q; j++) total += a[i]! * matrix[i * q + j]! * b[j]!;
  return total;
}
