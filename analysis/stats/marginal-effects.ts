import {
  normalTerm,
  workingCovariance,
  type LikelihoodVcov,
  type NormalTerm,
} from './likelihood-covariance.js';
import { logistic, logisticDensity } from './logistic.js';
import type { LogitFit, LogitModelFit } from './logit.js';
import { dot } from './numeric.js';
import type { OrderedLogitFit } from './ordered-logit.js';
import { matrixVector } from './orthonormal.js';
import { notEstimable, type NotEstimable } from './types.js';

export interface MarginalEffect extends NormalTerm {
  readonly status: 'ok';
  /** discrete: a regressor of zeros and ones, from 0 to 1; derivative: any other, per unit. */
  readonly kind: 'discrete' | 'derivative';
}

/** What `orderedMarginalEffects` returns. */
export interface OrderedMarginalEffects {
  readonly status: 'ok';
  /** On E[y], the levels taken as the numbers they are. */
  readonly expected: MarginalEffect;
  /** On the probability of each level; their estimates sum to 0. */
  readonly levels: readonly { readonly level: number; readonly effect: MarginalEffect }[];
}

/**
 * Average marginal effect of a regressor on P(y = 1), as a probability (times 100: percentage points): the mean over rows
 * of P(x = 1) - P(x = 0) where the regressor is 0 or 1 in every row, else of dP/dx; the others stay as they are. Standard
 * error by the delta method, sqrt(g'Vg) with g the gradient of the average by the coefficients and V the covariance asked
 * for: the rows count as given, only the coefficients as estimated (Stata's `margins, dydx()`). z test of "the
 * effect is 0" and interval at the level given. A regressor that is a function of another (x², a product) is not known as such.
 *
 * Not estimable: `collinear-regressor` (the model dropped it), `one-cluster`.
 * @param term name of a regressor
 * @throws RangeError where the model has no such regressor, and as `logitInference`
 */
export function marginalEffect(
  fit: LogitFit,
  term: string,
  vcov: LikelihoodVcov,
  level = 0.95,
): MarginalEffect | NotEstimable {
  const effect = effectOf(fit, term, vcov, level);
  return 'status' in effect ? effect : effect.test([effect.onExceeding(0)], [1]);
}

/** The same of an ordered logit, on the expected score and on each level's probability; see `marginalEffect`. */
export function orderedMarginalEffects(
  fit: OrderedLogitFit,
  term: string,
  vcov: LikelihoodVcov,
  level = 0.95,
): OrderedMarginalEffects | NotEstimable {
  const effect = effectOf(fit, term, vcov, level);
  if ('status' in effect) return effect;
  const { levels, thresholds, k } = fit;
  const first = k - thresholds.length;
  // Of P(y > level j). P(y = level j) is the difference of two of them, E[y] the lowest level plus the sum of steps.
  const exceeding = Array.from(thresholds, (cut, j) => effect.onExceeding(cut, first + j));
  const steps = levels.slice(1).map((value, j) => value - levels[j]!);
  return {
    status: 'ok',
    expected: effect.test(exceeding, steps),
    levels: levels.map((value, j) => ({
      level: value,
      effect: effect.test(
        exceeding,
        exceeding.map((_, cut) => (cut === j - 1 ? 1 : cut === j ? -1 : 0)),
      ),
    })),
  };
}

/** A mean over rows and its derivatives by the coefficients. */
interface Average {
  readonly value: number;
  readonly gradient: Float64Array;
}

function effectOf(fit: LogitModelFit, term: string, vcov: LikelihoodVcov, level: number) {
  if (fit.dropped.includes(term)) return notEstimable('collinear-regressor', term);
  const j = fit.names.slice(0, fit.design.length).indexOf(term, fit.firstRegressor);
  if (j < 0) throw new RangeError(`the model has no regressor ${term}`);
  const covariance = workingCovariance(fit, vcov);
  if ('status' in covariance) return covariance;
  const discrete = fit.design[j]!.every((v) => v === 0 || v === 1);
  const onExceeding = (cut: number, at = -1): Average =>
    discrete ? discreteChange(fit, j, cut, at) : meanDerivative(fit, j, cut, at);
  const test = (averages: readonly Average[], weights: readonly number[]): MarginalEffect => {
    let estimate = 0;
    const gradient = new Float64Array(fit.k);
    averages.forEach((average, a) => {
      estimate += weights[a]! * average.value;
      for (let m = 0; m < fit.k; m++) gradient[m]! += weights[a]! * average.gradient[m]!;
    });
    const g = transposedVector(fit.transform, gradient);
    const variance = (matrix: Float64Array): number => dot(g, matrixVector(matrix, g), fit.k);
    const result = normalTerm(term, estimate, variance(covariance.matrix), variance(fit.bread), level);
    return { status: 'ok', kind: discrete ? 'discrete' : 'derivative', ...result };
  };
  return { onExceeding, test };
}

/**
 * Mean of F(eta - cut) at x_j = 1 minus that at x_j = 0.
 * @param at index of the coefficient that is the cut; -1: none
 */
function discreteChange(fit: LogitModelFit, j: number, cut: number, at: number): Average {
  const { n, design, coefficients, linearPredictor } = fit;
  const b = coefficients[j]!;
  const change = new Float64Array(n); // of the density
  let value = 0;
  let own = 0;
  for (let i = 0; i < n; i++) {
    const without = linearPredictor[i]! - b * design[j]![i]! - cut;
    const density = logisticDensity(without + b);
    value += logistic(without + b) - logistic(without);
    change[i] = density - logisticDensity(without);
    own += density;
  }
  const gradient = averageGradient(fit, change, at);
  gradient[j] = own / n;
  return { value: value / n, gradient };
}

/** Mean of b_j·f(eta - cut). */
function meanDerivative(fit: LogitModelFit, j: number, cut: number, at: number): Average {
  const { n, coefficients, linearPredictor } = fit;
  const b = coefficients[j]!;
  const change = new Float64Array(n);
  let density = 0;
  for (let i = 0; i < n; i++) {
    const t = linearPredictor[i]! - cut;
    const f = logisticDensity(t);
    density += f;
    change[i] = b * f * (logistic(-t) - logistic(t)); // f' = f·(1 - 2F)
  }
  const gradient = averageGradient(fit, change, at);
  gradient[j]! += density / n;
  return { value: (b * density) / n, gradient };
}

/** Means of change·x by column, and minus the mean of change for the cut. */
function averageGradient({ n, k, design }: LogitModelFit, change: Float64Array, at: number): Float64Array {
  const gradient = new Float64Array(k);
  design.forEach((x, m) => (gradient[m] = dot(x, change, n) / n));
  if (at >= 0) gradient[at] = -change.reduce((s, v) => s + v, 0) / n;
  return gradient;
}

/** T'·v. */
function transposedVector(t: Float64Array, v: Float64Array): Float64Array {
  const k = v.length;
  const result = new Float64Array(k);
  for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) result[b]! += t[a * k + b]! * v[a]!;
  return result;
}
