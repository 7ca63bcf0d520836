import { inference } from './covariance.js';
import { compact } from './effects.js';
import type { OlsFit } from './least-squares.js';
import { sum } from './numeric.js';
import type { Rng } from './random.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';
import { drawWeights, type WildWeights } from './wild-bootstrap-draws.js';
import { invert } from './wild-bootstrap-interval.js';
import { simulatedPower, type SimulatedPower } from './wild-bootstrap-power.js';
import { clusterScores } from './wild-bootstrap-scores.js';
import { drawStatistics, tableSize } from './wild-bootstrap-statistics.js';
import { isTooFew, warningOf, type WildWarning } from './wild-bootstrap-warning.js';

export type { SimulatedPower, WildWarning, WildWeights };

/** What `wildClusterBootstrap` takes. */
export interface WildBootstrapInput {
  readonly fit: OlsFit;
  /** The coefficient, by its name in the fit. */
  readonly term: string;
  /** Codes over the rows of the original outcome. */
  readonly clusters: Codes;
  /** Draws wanted: 9,999, or another number whose product with 1 - level is just below an integer. */
  readonly draws: number;
  readonly weights: WildWeights;
  /** Default 0. */
  readonly null?: number;
  /** Whether the draws are made where the null holds (default true: WCR), or at the estimate (false: WCU). */
  readonly impose?: boolean;
  readonly rng: Rng;
  /** Of the interval; default 0.95. */
  readonly level?: number;
  /** For se and statistic, as in `inference`; the factor cancels in p and in the interval. */
  readonly nested?: 'discount' | 'count';
  /**
   * The regressor's own values over the rows of the original outcome, from which the warning counts treated clusters.
   * Without it they are taken from the fit: from its column, or what is left of it after one absorbed effect.
   */
  readonly regressor?: Column;
  /** Simulate the power at these effects, and the minimum detectable effect, by the same draws; see `simulatedPower`. */
  readonly power?: {
    readonly effects?: readonly number[];
    /** Of the minimum detectable effect, from 0 to 1, both excluded; default 0.8. */
    readonly at?: number;
  };
}

/** What `wildClusterBootstrap` returns. */
export interface WildBootstrap {
  readonly status: 'ok';
  /** Draws whose |t*| > |t|, over all draws. */
  readonly p: number;
  readonly estimate: number;
  /** CR1. */
  readonly se: number;
  /** (estimate - null)/se. */
  readonly statistic: number;
  readonly draws: number;
  /** Draws whose |t*| equals |t| within 1e-9 relative: not counted in p, which would otherwise be p + ties/draws. */
  readonly ties: number;
  /** Whether the draws are all 2^G sign vectors: p is then exact. */
  readonly enumerated: boolean;
  /** Null where no bound was found: see `unbounded`. */
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly unbounded: null | 'low' | 'high' | 'both';
  readonly clusters: number;
  /** Rows of the smallest and of the largest cluster. */
  readonly smallestCluster: number;
  readonly largestCluster: number;
  /** The largest share of one cluster in z'z, the partial leverage (MacKinnon, Nielsen & Webb 2023); 1/G at best. */
  readonly largestLeverage: number;
  /** Why this bootstrap is known to mislead here, or null. */
  readonly warning: WildWarning | null;
  /** Of the t test at 1 - level; null where it was not asked for. */
  readonly power: SimulatedPower | null;
}

/**
 * Wild cluster bootstrap of the t test of "the coefficient is `null`" (Cameron, Gelbach & Miller 2008, Review of
 * Economics and Statistics 90): each draw multiplies the residuals of a whole cluster by one random weight, the
 * model is fitted to the draw, and its t, with the CR1 standard error of the draw, is compared with the observed t.
 * Restricted (WCR), the residuals are those under the null, and the draws test it; unrestricted (WCU), they are the
 * fit's own, and the draws test the estimate. WCR has the better size (Djogbenou, MacKinnon & Nielsen 2019).
 * Weighted fits and absorbed effects are exact: each draw is absorbed anew (see `clusterScores`).
 *
 * The interval holds the nulls with p >= 1 - level, found by inverting the same test with the same draws. p is a step
 * function: the bound is where it first falls below within a bracket found by doubling, to 1e-12 of its distance from the estimate.
 *
 * Not estimable: `perfect-fit`, `one-cluster`, `zero-se` (all cluster scores are 0), `dropped-regressor`,
 * `too-many-effects` (over 300 dummies beside the largest, or the nested, effect), `no-convergence`.
 * @throws RangeError for a term that the model does not have, clusters or regressor of another length than the
 * outcome, draws that are no integer from 1 to 10^6, a level or power not between 0 and 1, or a null or effect that is
 * not finite
 *
 * @example
 * ```ts
 * import { createRng, ols, wildClusterBootstrap } from 'oppna-jamforelser/stats';
 *
 * const rng = createRng(1);
 * const clusters = Int32Array.from({ length: 60 }, (_, i) => i % 10);
 * const x = Float64Array.from(clusters, (g) => g % 2);
 * const y = Float64Array.from(x, (value) => value + rng.next());
 * const model = ols({ y, x: [{ name: 'x', values: x }] });
 * if (model.status === 'ok') {
 *   const test = wildClusterBootstrap({ fit: model, term: 'x', clusters, draws: 999, weights: 'webb', rng });
 *   if (test.status === 'ok') console.log(test.estimate, test.p, test.ciLow, test.ciHigh);
 * }
 * ```
 */
export function wildClusterBootstrap(input: WildBootstrapInput): WildBootstrap | NotEstimable {
  const { fit, weights, rng, null: nullValue = 0, impose = true, level = 0.95 } = input;
  check(input, nullValue, level);
  if (fit.dropped.includes(input.term)) return notEstimable('dropped-regressor', input.term);
  const term = fit.names.indexOf(input.term);
  if (term < 0)
    throw new RangeError(`no term ${input.term}; the model has ${fit.names.join(', ') || 'no terms'}`);
  const by = [{ name: 'clusters', codes: input.clusters }];
  const classical = inference(fit, { kind: 'cluster', by, nested: input.nested ?? 'discount' });
  if ('reason' in classical) return classical;
  if (fit.perfectFit) return notEstimable('perfect-fit');
  const { estimate, se } = classical.terms[term]!;
  if (se === 0) return notEstimable('zero-se', input.term);

  const clusters = compact(input.clusters, fit.rows);
  const scores = clusterScores(fit, term, clusters);
  if ('status' in scores) return scores;
  const made = drawWeights(clusters.levels, input.draws, weights, tableSize(scores), rng);
  const statistics = drawStatistics(scores, made);
  const test = invert({ scores, statistics, estimate, se, impose, level });
  const counted = test.count(estimate - nullValue);
  const ciLow = test.bound(1);
  const ciHigh = test.bound(-1);
  const sizes = clusters.counts;
  const { effects = [], at = 0.8 } = input.power ?? {};
  const planned = { scores, statistics, se, df: classical.df, alpha: 1 - level, effects, power: at };
  return {
    status: 'ok',
    p: counted.above / made.count,
    estimate,
    se,
    statistic: (estimate - nullValue) / se,
    draws: made.count,
    ties: counted.ties,
    enumerated: made.enumerated,
    ciLow,
    ciHigh,
    unbounded: ciLow === null ? (ciHigh === null ? 'both' : 'low') : ciHigh === null ? 'high' : null,
    clusters: clusters.levels,
    smallestCluster: sizes.reduce((a, b) => Math.min(a, b)),
    largestCluster: sizes.reduce((a, b) => Math.max(a, b)),
    largestLeverage: scores.b.reduce((a, b) => Math.max(a, b)) / sum(scores.b),
    warning: isTooFew(made.count, made.enumerated, level)
      ? 'few-clusters'
      : warningOf(fit, term, clusters, input.regressor),
    power: input.power ? simulatedPower(planned) : null,
  };
}

function check({ fit, draws, regressor, power }: WildBootstrapInput, nullValue: number, level: number): void {
  if (!(Number.isInteger(draws) && draws >= 1 && draws <= 1e6))
    throw new RangeError(`draws is an integer 1..10^6, not ${draws}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level is between 0 and 1, not ${level}`);
  if (!Number.isFinite(nullValue)) throw new RangeError(`null is a number, not ${nullValue}`);
  const { effects = [], at = 0.8 } = power ?? {};
  if (!(at > 0 && at < 1)) throw new RangeError(`the power is between 0 and 1, not ${at}`);
  for (const effect of effects)
    if (!Number.isFinite(effect)) throw new RangeError(`an effect is a finite number, not ${effect}`);
  if (regressor === undefined) return;
  if (fit.rows === null ? regressor.length !== fit.n : regressor.length <= fit.rows[fit.n - 1]!)
    throw new RangeError(`the regressor has ${regressor.length} rows, not those of the outcome`);
}
