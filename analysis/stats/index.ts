/**
 * Statistics on typed arrays; knows no municipality. Columns are `Float64Array`, or integer arrays for codes; NaN is a
 * missing value where a docstring says that rows are left out for it. What cannot be estimated is a record with
 * `status: 'not-estimable'` and a reason, never NaN. Wrong use, such as columns of different lengths, throws a RangeError.
 * Estimates are in the units of the data, p-values unrounded. Tested against R and NIST's certified problems.
 *
 * @example
 * ```ts
 * import { inference, ols } from 'oppna-jamforelser/stats';
 *
 * const y = Float64Array.of(1.1, 1.9, 3.2, 3.9, 5.1);
 * const model = ols({ y, x: [{ name: 'x', values: Float64Array.of(1, 2, 3, 4, 5) }] });
 * if (model.status === 'ok') {
 *   const tested = inference(model, { kind: 'HC1' });
 *   if (tested.status === 'ok') console.log(tested.terms);
 * }
 * ```
 * @module oppna-jamforelser/stats
 */
export { oneWayAnova, type Anova } from './anova.js';
export {
  imbensManski,
  manskiBounds,
  type ImbensManskiInput,
  type IdentifiedInterval,
  type ManskiBounds,
  type ManskiInput,
  type UnknownPart,
} from './bounds.js';
export { type LeverageAdjusted } from './cluster-robust.js';
export { combine, waldTest, type Combination, type WaldTest } from './combination.js';
export { inference, type Heteroskedastic, type Inference, type Term, type Vcov } from './covariance.js';
export { describe, type Description } from './describe.js';
export { INTERCEPT } from './design.js';
export {
  chiSquareUpper,
  fQuantile,
  fUpper,
  normalCdf,
  normalQuantile,
  normalTwoSided,
  tQuantile,
  tTwoSided,
} from './distributions.js';
export { type Factor } from './effects.js';
export {
  equivalence,
  type Equivalence,
  type EquivalenceInput,
  type EquivalenceVerdict,
} from './equivalence.js';
export { eventSample, type EventDrops, type EventSample, type EventStudyInput } from './event-sample.js';
export { fisherExact, type FisherOptions, type FisherTest } from './fisher.js';
export { averageRanks, kruskalWallis, type KruskalWallis } from './kruskal-wallis.js';
export {
  leadsAndLags,
  treatedRows,
  type LeadOrLag,
  type LeadsAndLags,
  type StaticWeights,
} from './leads-and-lags.js';
export {
  fittedValues,
  ols,
  type AbsorbedEffect,
  type OlsFit,
  type OlsInput,
  type Regressor,
} from './least-squares.js';
export {
  logitInference,
  type LikelihoodFit,
  type LikelihoodInference,
  type LikelihoodVcov,
  type NormalTerm,
} from './likelihood-covariance.js';
export { logit, type LogitFit, type LogitModelFit } from './logit.js';
export { type LogitInput } from './logit-design.js';
export {
  marginalEffect,
  orderedMarginalEffects,
  type MarginalEffect,
  type OrderedMarginalEffects,
} from './marginal-effects.js';
export { mcnemar, type McNemar } from './mcnemar.js';
export {
  adjustBenjaminiHochberg,
  adjustBenjaminiYekutieli,
  adjustHolm,
  expectedByChance,
  type PValues,
} from './multiplicity.js';
export { isConstant, sum } from './numeric.js';
export { OneRegressor, type OneRegressorInput } from './one-regressor.js';
export { orderedLogit, type OrderedLogitFit } from './ordered-logit.js';
export { pairedT, type PairedT } from './paired-t.js';
export {
  permutationAnova,
  shuffleLabels,
  type Permutation,
  type PermutationInput,
  type ShuffledLabels,
} from './permutation.js';
export {
  minimumDetectableEffect,
  powerCurve,
  tTestPower,
  type DetectableEffect,
  type PlannedTest,
  type PowerCurve,
  type PowerPoint,
} from './power.js';
export { powers } from './powers.js';
export { quantile, type QuantileType } from './quantile.js';
export { createRng, deriveSeed, shuffleInPlace, type Rng } from './random.js';
export {
  reliability,
  spearmanBrown,
  yearsFor,
  type AnswerVariances,
  type Reliability,
} from './reliability.js';
export { reml, type RemlFit, type RemlInput, type VarianceComponent } from './reml.js';
export { resampledAnova, type ResampledAnovaInput, type ResampledF } from './resampled-anova.js';
export { romanoWolf, type RomanoWolf, type RomanoWolfInput } from './romano-wolf.js';
export { findSeparation, type NamedColumn, type Separation } from './separation.js';
export {
  sunAbraham,
  type CohortEffect,
  type EventEffect,
  type EventOptions,
  type SunAbraham,
} from './sun-abraham.js';
export { chiSquareTest, type ChiSquareTest } from './tables.js';
export { flips, testRetest, type Flips, type TestRetest } from './test-retest.js';
export { olsLine, theilSenLine, type TrendLine } from './trend-line.js';
export { differences, firstDifferences, twoWay, type Differences, type PanelInput } from './two-way.js';
export { welchTTest, type WelchTTest } from './two-sample.js';
export { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';
export {
  balance,
  effectiveSampleSize,
  inverseProbabilityWeights,
  type Balance,
  type InverseProbabilityInput,
  type InverseProbabilityWeights,
} from './weighting.js';
export { welchAnova, type WelchAnova } from './welch-anova.js';
export {
  wildClusterBootstrap,
  type SimulatedPower,
  type WildBootstrap,
  type WildBootstrapInput,
  type WildWarning,
  type WildWeights,
} from './wild-bootstrap.js';
export { wilsonInterval, type WilsonInterval } from './wilson.js';
export { mcnemarDetectableChange, mcnemarPower, type PlannedPairs } from './mcnemar-power.js';
export { reliableChange, type ReliableChange } from './reliable-change.js';
