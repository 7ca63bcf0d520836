import type { LikelihoodFit } from './likelihood-covariance.js';
import { candidates, constant, droppedOf, type LogitInput } from './logit-design.js';
import { logistic, logisticDensity, logLogistic } from './logistic.js';
import { maximize, type Point } from './newton.js';
import { dot } from './numeric.js';
import { combine, congruent, matrixVector, orthonormalBasis } from './orthonormal.js';
import { findSeparation, notSeparable } from './separation.js';
import { notEstimable, type Column, type NotEstimable } from './types.js';

/** What the binary and the ordered logit share. */
export interface LogitModelFit extends LikelihoodFit {
  readonly status: 'ok';
  /** Regressors left out as collinear with the constant, the effects, or regressors before them. */
  readonly dropped: readonly string[];
  readonly logLikelihood: number;
  /** Of the model with a constant (thresholds) alone. */
  readonly nullLogLikelihood: number;
  /** 1 - logLikelihood/nullLogLikelihood (McFadden 1974). */
  readonly mcFadden: number;
  /** Newton steps. */
  readonly iterations: number;
  /** The columns of the regression part, each n long: those before `firstRegressor` are the constant or dummies. */
  readonly design: readonly Float64Array[];
  readonly firstRegressor: number;
  /** x'b, n, without thresholds. */
  readonly linearPredictor: Float64Array;
}

export interface LogitFit extends LogitModelFit {
  /** Probability of 1, n. */
  readonly fitted: Float64Array;
}

/**
 * Logit of y (0 or 1) on x by maximum likelihood: P(y = 1) = F(x'b), F(t) = 1/(1 + e^-t). Newton's method from b = 0 with
 * step halving, in orthonormal coordinates; the log likelihood is concave. Collinear columns are left out from the right,
 * dummies of effects standing first, and regressors among them named in `dropped`.
 * Names: the intercept or dummies, then the regressors.
 *
 * Not estimable, in the order in which they are looked for: `no-observations`, `non-finite`, `constant-outcome`,
 * `no-regressor` (no column at all), `separation` (the detail says complete or quasi-complete, names the columns that
 * separate, and counts the rows; a level of an effect in which y is constant is a case), `no-convergence`.
 * @throws RangeError where y is not 0 or 1, columns differ in length or a code is not an integer >= 0
 *
 * @example
 * ```ts
 * import { logit, logitInference } from 'oppna-jamforelser/stats';
 *
 * const y = Float64Array.of(0, 0, 1, 0, 1, 1, 0, 1);
 * const model = logit({ y, x: [{ name: 'x', values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8) }] });
 * if (model.status === 'ok') {
 *   const tested = logitInference(model, { kind: 'iid' });
 *   if (tested.status === 'ok') console.log(tested.terms.map(({ name, estimate, p }) => [name, estimate, p]));
 * } else console.log(model.reason);
 * ```
 */
export function logit(input: LogitInput): LogitFit | NotEstimable {
  const ones = countOnes(input.y);
  const model = candidates(input);
  if ('status' in model) return model;
  const n = input.y.length;
  if (ones === 0 || ones === n) return notEstimable('constant-outcome');
  const { regressors } = model;
  const leading = model.dummies.length > 0 ? model.dummies : input.intercept === false ? [] : [constant(n)];
  const all = [...leading, ...regressors];
  const { kept, q, transform } = orthonormalBasis(
    all.map(({ values }) => values),
    n,
  );
  if (kept.length === 0) return notEstimable('no-regressor');
  const columns = kept.map((j) => all[j]!);

  const signs = new Float64Array(n).map((_, i) => 2 * input.y[i]! - 1);
  const separation = findSeparation(columns, signs);
  if (separation !== null) return notSeparable(separation);
  const maximum = maximize(new Float64Array(q.length), (at) => likelihood(q, signs, at));
  if (maximum === null) return notEstimable('no-convergence');

  const eta = combine(q, maximum.at, n);
  const residuals = eta.map((t, i) => signs[i]! * logistic(-signs[i]! * t));
  const nullLogLikelihood = ones * Math.log(ones / n) + (n - ones) * Math.log((n - ones) / n);
  return {
    status: 'ok',
    n,
    k: q.length,
    names: columns.map(({ name }) => name),
    coefficients: matrixVector(transform, maximum.at),
    covariance: congruent(transform, maximum.inverse),
    bread: maximum.inverse,
    scores: q.map((column) => column.map((v, i) => v * residuals[i]!)),
    transform,
    dropped: droppedOf(regressors, columns),
    logLikelihood: maximum.value,
    nullLogLikelihood,
    mcFadden: 1 - maximum.value / nullLogLikelihood,
    iterations: maximum.iterations,
    design: columns.map(({ values }) => values),
    firstRegressor: kept.filter((j) => j < leading.length).length,
    linearPredictor: eta,
    fitted: eta.map(logistic),
  };
}

/** sum log F(s_i·eta_i); gradient X'(y - p), information X' diag(p(1-p)) X. */
function likelihood(q: readonly Float64Array[], signs: Float64Array, at: Float64Array): Point {
  const n = signs.length;
  const k = q.length;
  const eta = combine(q, at, n);
  const residuals = new Float64Array(n);
  const weights = new Float64Array(n);
  let value = 0;
  for (let i = 0; i < n; i++) {
    const s = signs[i]!;
    value += logLogistic(s * eta[i]!);
    residuals[i] = s * logistic(-s * eta[i]!);
    weights[i] = logisticDensity(eta[i]!);
  }
  const gradient = Float64Array.from(q, (column) => dot(column, residuals, n));
  return { value, gradient, information: weightedCrossProducts(q, weights, k) };
}

/** X' diag(weights) X, row-major, in the upper left corner of a size×size matrix. */
export function weightedCrossProducts(
  columns: readonly Float64Array[],
  weights: Float64Array,
  size: number,
): Float64Array {
  const n = weights.length;
  const result = new Float64Array(size * size);
  const scaled = new Float64Array(n);
  columns.forEach((x, a) => {
    for (let i = 0; i < n; i++) scaled[i] = weights[i]! * x[i]!;
    for (let b = a; b < columns.length; b++)
      result[a * size + b] = result[b * size + a] = dot(scaled, columns[b]!, n);
  });
  return result;
}

function countOnes(y: Column): number {
  let ones = 0;
  for (let i = 0; i < y.length; i++) {
    if (y[i] !== 0 && y[i] !== 1) throw new RangeError(`the outcome is 0 or 1, not ${y[i]} (row ${i})`);
    ones += y[i]!;
  }
  return ones;
}
