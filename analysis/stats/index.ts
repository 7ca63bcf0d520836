/** Statistics on typed arrays; knows no municipality. */
export { oneWayAnova, type Anova } from './anova.js';
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
export { fisherExact, type FisherOptions, type FisherTest } from './fisher.js';
export { averageRanks, kruskalWallis, type KruskalWallis } from './kruskal-wallis.js';
export {
  fittedValues,
  ols,
  type AbsorbedEffect,
  type OlsFit,
  type OlsInput,
  type Regressor,
} from './least-squares.js';
export { isConstant, sum } from './numeric.js';
export {
  permutationAnova,
  shuffleLabels,
  type Permutation,
  type PermutationInput,
  type ShuffledLabels,
} from './permutation.js';
export { powers } from './powers.js';
export { quantile, type QuantileType } from './quantile.js';
export { createRng, deriveSeed, type Rng } from './random.js';
export { chiSquareTest, type ChiSquareTest } from './tables.js';
export { olsLine, theilSenLine, type TrendLine } from './trend-line.js';
export { welchTTest, type WelchTTest } from './two-sample.js';
export { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';
export { welchAnova, type WelchAnova } from './welch-anova.js';
