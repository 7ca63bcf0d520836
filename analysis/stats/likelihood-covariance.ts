import { normalQuantile, normalTwoSided } from './distributions.js';
import { compact, type Factor } from './effects.js';
import { sandwich } from './meat.js';
import { dot } from './numeric.js';
import { congruent } from './orthonormal.js';
import { notEstimable, type Codes, type NotEstimable } from './types.js';

/** A standard error below this share of that from the information is rounding of zero. */
const ZERO_SE = 1e-9;

/** What every fit by maximum likelihood has; nothing here needs refitting for another covariance. */
export interface LikelihoodFit {
  readonly n: number;
  /** Every estimated parameter. */
  readonly k: number;
  readonly names: readonly string[];
  /** One per name. */
  readonly coefficients: Float64Array;
  /** The inverse of the information, row-major, one row and column per name. */
  readonly covariance: Float64Array;
  /** The same for the parameters in which the maximum was searched: those of orthonormal columns. */
  readonly bread: Float64Array;
  /** Each row's derivatives of the log likelihood by these parameters: k columns of length n, each summing to 0. */
  readonly scores: readonly Float64Array[];
  /** k×k row-major: coefficients = transform · those parameters. */
  readonly transform: Float64Array;
}

/** Which covariance of the coefficients. */
export type LikelihoodVcov =
  | { readonly kind: 'iid' | 'HC0' | 'HC1' }
  | {
      readonly kind: 'cluster';
      /** One dimension; codes over the rows of the outcome. */
      readonly by: readonly [{ readonly name: string; readonly codes: Codes }];
      /** Default HC0, factor G/(G-1); HC1: also times (n-1)/(n-k). */
      readonly type?: 'HC0' | 'HC1';
    };

/** An estimate whose statistic is normal in large samples. */
export interface NormalTerm {
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
  /** z; null where se is 0. */
  readonly statistic: number | null;
  /** Two-sided; null where se is 0. */
  readonly p: number | null;
  readonly ciLow: number;
  readonly ciHigh: number;
}

/** What `logitInference` returns. */
export interface LikelihoodInference {
  readonly status: 'ok';
  readonly terms: readonly NormalTerm[];
  /** Clusters in the rows used; null without clustering. */
  readonly clusters: number | null;
  /** Rows in each cluster. */
  readonly clusterSizes: Int32Array | null;
  /** Covariance matrix, row-major in the order of the terms. */
  readonly matrix: Float64Array;
}

/**
 * Standard errors, two-sided z tests of "the coefficient is 0" and intervals at the level given, B the inverse of the
 * information and s_i the score of row i.
 * - iid: B. HC0: B (sum_i s_i s_i') B (White 1982, Econometrica 50:1; not robust to a wrong model of the mean). HC1: times
 *   n/(n-k).
 * - cluster: B (sum_g s_g s_g') B · G/(G-1), s_g the sum over the cluster: what `sandwich::vcovCL` does with a glm or polr
 *   (type HC0, cadjust). Type HC1 is times (n-1)/(n-k) too, what it does with lm, and `ols` here. Stata has the first.
 *
 * Not estimable: `one-cluster`, `too-few-observations` (HC1 with n <= k).
 * @throws RangeError for more than one cluster dimension, or codes of another length than the outcome
 */
export function logitInference(
  fit: LikelihoodFit,
  vcov: LikelihoodVcov,
  level = 0.95,
): LikelihoodInference | NotEstimable {
  const working = workingCovariance(fit, vcov);
  if ('status' in working) return working;
  const { clusters } = working;
  const matrix = congruent(fit.transform, working.matrix);
  const terms = fit.names.map((name, j) => {
    const d = j * fit.k + j;
    return normalTerm(name, fit.coefficients[j]!, matrix[d]!, fit.covariance[d]!, level);
  });
  return {
    status: 'ok',
    terms,
    clusters: clusters?.levels ?? null,
    clusterSizes: clusters?.counts ?? null,
    matrix,
  };
}

/** Covariance of the parameters in which the maximum was searched. */
export function workingCovariance(
  fit: LikelihoodFit,
  vcov: LikelihoodVcov,
): { readonly matrix: Float64Array; readonly clusters: Factor | null } | NotEstimable {
  const { n, k, bread, scores } = fit;
  if (vcov.kind === 'iid') return { matrix: bread, clusters: null };
  const corrected = vcov.kind === 'HC1' || (vcov.kind === 'cluster' && vcov.type === 'HC1');
  if (corrected && n <= k) return notEstimable('too-few-observations');
  if (vcov.kind !== 'cluster')
    return {
      matrix: sandwich(bread, crossProducts(scores, n), vcov.kind === 'HC1' ? n / (n - k) : 1),
      clusters: null,
    };
  if (vcov.by.length !== 1)
    throw new RangeError(`one cluster dimension, not ${(vcov.by as readonly unknown[]).length}`);
  const [{ name, codes }] = vcov.by;
  if (codes.length !== n)
    throw new RangeError(`the clusters ${name} have ${codes.length} rows, the outcome ${n}`);
  const clusters = compact(codes, null);
  const g = clusters.levels;
  if (g < 2) return notEstimable('one-cluster', name);
  const sums = scores.map((column) => {
    const total = new Float64Array(g);
    for (let i = 0; i < n; i++) total[clusters.codes[i]!]! += column[i]!;
    return total;
  });
  const factor = (g / (g - 1)) * (vcov.type === 'HC1' ? (n - 1) / (n - k) : 1);
  return { matrix: sandwich(bread, crossProducts(sums, g), factor), clusters };
}

/**
 * @param variance of the estimate
 * @param classical the variance from the information, against which the other may be rounding of 0
 */
export function normalTerm(
  name: string,
  estimate: number,
  variance: number,
  classical: number,
  level: number,
): NormalTerm {
  const zero = !(variance > ZERO_SE * ZERO_SE * classical);
  const se = zero ? 0 : Math.sqrt(variance);
  const statistic = zero ? null : estimate / se;
  const margin = zero ? 0 : normalQuantile(0.5 + level / 2) * se;
  return {
    name,
    estimate,
    se,
    statistic,
    p: statistic === null ? null : normalTwoSided(statistic),
    ciLow: estimate - margin,
    ciHigh: estimate + margin,
  };
}

/** S'S of k columns, row-major. */
function crossProducts(columns: readonly Float64Array[], length: number): Float64Array {
  const k = columns.length;
  const result = new Float64Array(k * k);
  for (let a = 0; a < k; a++)
    for (let b = a; b < k; b++) result[a * k + b] = result[b * k + a] = dot(columns[a]!, columns[b]!, length);
  return result;
}
