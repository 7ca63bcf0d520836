import { candidates, constant, droppedOf, type LogitInput } from './logit-design.js';
import type { LogitModelFit } from './logit.js';
import { maximize } from './newton.js';
import { rangeOf, sum } from './numeric.js';
import { levelProbability, orderedLikelihood, orderedScores } from './ordered-likelihood.js';
import { cumulativeSeparation } from './ordered-separation.js';
import { combine, congruent, matrixVector, orthonormalBasis } from './orthonormal.js';
import { notSeparable } from './separation.js';
import { notEstimable, type Column, type NotEstimable } from './types.js';

export interface OrderedLogitFit extends LogitModelFit {
  /** The values that y takes, rising: their distances count in effects on E[y]. */
  readonly levels: readonly number[];
  /** Rising; one less than the levels. The last coefficients, named `0|1`, `1|2`, as in MASS::polr. */
  readonly thresholds: Float64Array;
  /** Probability of each level: one column of length n per level. */
  readonly fitted: readonly Float64Array[];
}

/**
 * Proportional odds: P(y <= level j) = F(c_j - x'b), F(t) = 1/(1 + e^-t) (McCullagh 1980, JRSS B 42:109), by maximum
 * likelihood. The levels are the values that y takes. Newton's method with step halving; the log likelihood is concave
 * (Pratt 1981, JASA 76:103). No intercept: the thresholds c take its place, and of the dummies of effects the last falls
 * away. With two levels it is the logit. Names: dummies, regressors, thresholds.
 *
 * Not estimable: as `logit` (without `no-regressor`); `separation` is exact here too, and may name thresholds.
 * @throws RangeError where columns differ in length or a code is not an integer >= 0
 */
export function orderedLogit(input: LogitInput): OrderedLogitFit | NotEstimable {
  const model = candidates(input);
  if ('status' in model) return model;
  const n = input.y.length;
  if (Number.isNaN(rangeOf(input.y).min)) return notEstimable('non-finite', 'the outcome');
  const { levels, codes, counts } = levelsOf(input.y);
  if (levels.length < 2) return notEstimable('constant-outcome');
  const all = [constant(n), ...model.dummies, ...model.regressors];
  const basis = orthonormalBasis(
    all.map(({ values }) => values),
    n,
  );
  const columns = basis.kept.slice(1).map((j) => all[j]!);
  const dropped = droppedOf(model.regressors, columns);

  const cutNames = levels.slice(1).map((level, j) => `${levels[j]}|${level}`);
  const separation = cumulativeSeparation(model, dropped, codes, cutNames);
  if (separation !== null) return notSeparable(separation);
  const q = basis.q.slice(1);
  const cumulative = cutNames.map((_, j) => sum(counts.slice(0, j + 1)));
  const start = [...q.map(() => 0), ...cumulative.map((below) => Math.log(below / (n - below)))];
  const maximum = maximize(Float64Array.from(start), (at) => orderedLikelihood(q, codes, counts, at));
  if (maximum === null) return notEstimable('no-convergence');

  const transform = withThresholds(basis.transform, q.length, cutNames.length);
  const coefficients = matrixVector(transform, maximum.at);
  const design = columns.map(({ values }) => values);
  const linearPredictor = combine(design, coefficients, n);
  const thresholds = coefficients.slice(q.length);
  let nullLogLikelihood = 0;
  for (const count of counts) nullLogLikelihood += count * Math.log(count / n);
  return {
    status: 'ok',
    n,
    k: coefficients.length,
    names: [...columns.map(({ name }) => name), ...cutNames],
    coefficients,
    covariance: congruent(transform, maximum.inverse),
    bread: maximum.inverse,
    scores: orderedScores(q, codes, maximum.at),
    transform,
    dropped,
    logLikelihood: maximum.value,
    nullLogLikelihood,
    mcFadden: 1 - maximum.value / nullLogLikelihood,
    iterations: maximum.iterations,
    design,
    firstRegressor: columns.length - (model.regressors.length - dropped.length),
    linearPredictor,
    levels,
    thresholds,
    fitted: levels.map((_, j) => linearPredictor.map((eta) => levelProbability(thresholds, j, eta))),
  };
}

/**
 * From the coefficients of q (without the constant's) and thresholds about it, to those of the columns: what the
 * constant would have as coefficient is taken from each threshold.
 * @param full of the basis that starts with the constant
 */
function withThresholds(full: Float64Array, slopes: number, cuts: number): Float64Array {
  const size = slopes + cuts;
  const result = new Float64Array(size * size);
  for (let b = 0; b < slopes; b++) {
    for (let a = 0; a < slopes; a++) result[a * size + b] = full[(a + 1) * (slopes + 1) + b + 1]!;
    for (let a = slopes; a < size; a++) result[a * size + b] = -full[b + 1]!;
  }
  for (let a = slopes; a < size; a++) result[a * size + a] = 1;
  return result;
}

function levelsOf(y: Column): { levels: number[]; codes: Int32Array; counts: Int32Array } {
  const values = Float64Array.from(y);
  const levels = [...new Set(values)].sort((a, b) => a - b);
  const number = new Map(levels.map((level, j) => [level, j]));
  const codes = Int32Array.from(values, (v) => number.get(v)!);
  const counts = new Int32Array(levels.length);
  for (const code of codes) counts[code]!++;
  return { levels, codes, counts };
}
