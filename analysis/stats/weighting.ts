import { sum } from './numeric.js';
import { quantile } from './quantile.js';
import { notEstimable, type Column, type NotEstimable } from './types.js';

/** What `inverseProbabilityWeights` takes. */
export interface InverseProbabilityInput {
  /** 1: the unit responded; 0: not. */
  readonly responded: Column;
  /** Each unit's estimated probability of a response, above 0, at most 1. */
  readonly probability: Column;
  /** Multiply by the share of units that responded: the weights then average about 1. Default true. */
  readonly stabilised?: boolean;
  /** Weights above this quantile (type 7) of the respondents' are set to it; default 1: none. */
  readonly trimAt?: number;
}

/** What `inverseProbabilityWeights` returns. */
export interface InverseProbabilityWeights {
  readonly status: 'ok';
  /** One per unit; 0 for those who did not respond. */
  readonly weights: Float64Array;
  readonly respondents: number;
  /** Of the respondents' weights; see `effectiveSampleSize`. */
  readonly effectiveSampleSize: number;
  readonly largest: number;
  /** Weights that were set to the quantile. */
  readonly trimmed: number;
}

/**
 * Weights by which the respondents stand for all units: 1/p_i, or stabilised r/p_i with r the share that responded
 * (Robins, Hernán & Brumback 2000, Epidemiology 11). Right where response depends on what p was estimated from, and not
 * beyond it on the outcome. Trimming buys variance with bias (Cole & Hernán 2008, American Journal of Epidemiology 168).
 *
 * Not estimable: `no-observations` (no unit responded), `non-finite` (a weight is beyond the largest double).
 * @throws RangeError for unequal lengths, a response that is not 0 or 1, a probability outside 0..1 or 0, or trimAt outside 0..1
 */
export function inverseProbabilityWeights(
  input: InverseProbabilityInput,
): InverseProbabilityWeights | NotEstimable {
  const { responded, probability, stabilised = true, trimAt = 1 } = input;
  const n = responded.length;
  if (probability.length !== n) throw new RangeError(`${n} responses, ${probability.length} probabilities`);
  if (!(trimAt >= 0 && trimAt <= 1)) throw new RangeError(`trimAt is 0..1, not ${trimAt}`);
  for (let i = 0; i < n; i++) {
    if (responded[i] !== 0 && responded[i] !== 1)
      throw new RangeError(`a response is 0 or 1, not ${responded[i]} (unit ${i})`);
    if (!(probability[i]! > 0 && probability[i]! <= 1))
      throw new RangeError(`a probability is above 0 and at most 1, not ${probability[i]} (unit ${i})`);
  }
  const respondents = sum(responded);
  if (respondents === 0) return notEstimable('no-observations', 'no unit responded');
  const scale = stabilised ? respondents / n : 1;
  const weights = Float64Array.from({ length: n }, (_, i) =>
    responded[i] === 1 ? scale / probability[i]! : 0,
  );
  if (!weights.every(Number.isFinite)) return notEstimable('non-finite', 'a weight');
  const limit = quantile(
    weights.filter((w) => w > 0),
    trimAt,
  );
  let trimmed = 0;
  weights.forEach((w, i) => {
    if (w <= limit) return;
    weights[i] = limit;
    trimmed++;
  });
  const largest = weights.reduce((a, b) => Math.max(a, b));
  return {
    status: 'ok',
    weights,
    respondents,
    effectiveSampleSize: effectiveSampleSize(weights),
    largest,
    trimmed,
  };
}

/**
 * (sum w)²/sum w²: the size of an unweighted sample whose mean varies as much (Kish 1965, "Survey Sampling").
 * 0 without positive weights.
 * @throws RangeError for a weight that is negative or not finite
 */
export function effectiveSampleSize(weights: Column): number {
  checkWeights(weights);
  const largest = maximum(weights);
  if (largest === 0) return 0;
  // In units of the largest: neither sum overflows.
  const relative = Float64Array.from(weights, (w) => w / largest);
  return sum(relative) ** 2 / sum(relative.map((w) => w * w));
}

/** How far two samples are apart on one covariate, in standard deviations. */
export interface Balance {
  readonly name: string;
  /** Unweighted, and weighted; null where a sample has fewer than two units, or neither varies. */
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Standardized mean differences of two samples of the same units, A minus B, before and after weighting:
 * (mean_A - mean_B)/sqrt((s_A² + s_B²)/2). The standard deviations (n-1) are the unweighted ones in both, so that
 * only the means tell the two apart (Stuart 2010, Statistical Science 25). Users and non-users: the weights of each, 0 elsewhere.
 * Respondents and all units: the respondents' weights, and 1 for everyone.
 * @param a weight of each unit in sample A; 0: not in it
 * @param b the same for sample B
 * @throws RangeError for unequal lengths, a weight that is negative or not finite, or a covariate that is not finite
 */
export function balance(
  covariates: readonly { readonly name: string; readonly values: Column }[],
  a: Column,
  b: Column,
): Balance[] {
  if (a.length !== b.length) throw new RangeError(`${a.length} and ${b.length} weights`);
  checkWeights(a);
  checkWeights(b);
  return covariates.map(({ name, values }) => {
    if (values.length !== a.length)
      throw new RangeError(`${values.length} values of ${name}, ${a.length} weights`);
    for (let i = 0; i < values.length; i++)
      if (!Number.isFinite(values[i])) throw new RangeError(`${name} of unit ${i} is ${values[i]}`);
    const [one, other] = [moments(values, a), moments(values, b)];
    if (one === null || other === null) return { name, before: null, after: null };
    const sd = Math.sqrt((one.variance + other.variance) / 2);
    if (!(sd > 0 && sd < Infinity)) return { name, before: null, after: null };
    return { name, before: (one.mean - other.mean) / sd, after: (one.weighted - other.weighted) / sd };
  });
}

/** Mean and variance of the units with a weight, and their weighted mean; null of fewer than two. */
function moments(
  values: Column,
  weights: Column,
): { mean: number; variance: number; weighted: number } | null {
  const rows = Array.from({ length: values.length }, (_, i) => i).filter((i) => weights[i]! > 0);
  const n = rows.length;
  if (n < 2) return null;
  const x = rows.map((i) => values[i]!);
  const w = rows.map((i) => weights[i]!);
  const origin = x[0]!;
  const mean = origin + sum(x.map((v) => v - origin)) / n;
  const variance = sum(x.map((v) => (v - mean) ** 2)) / (n - 1);
  const weighted = origin + sum(x.map((v, i) => w[i]! * (v - origin))) / sum(w);
  return { mean, variance, weighted };
}

function checkWeights(weights: Column): void {
  for (let i = 0; i < weights.length; i++)
    if (!(weights[i]! >= 0 && weights[i]! < Infinity))
      throw new RangeError(`a weight is finite and >= 0, not ${weights[i]} (unit ${i})`);
}

function maximum(weights: Column): number {
  let largest = 0;
  for (let i = 0; i < weights.length; i++) largest = Math.max(largest, weights[i]!);
  return largest;
}
