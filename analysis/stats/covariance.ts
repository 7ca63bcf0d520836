import { clusterRobust, type LeverageAdjusted } from './cluster-robust.js';
import { tQuantile, tTwoSided } from './distributions.js';
import { compact, isNested, parametersOf, type Factor } from './effects.js';
import type { OlsFit } from './least-squares.js';
import { leverages } from './leverage.js';
import { heteroskedasticMeat, sandwich } from './meat.js';
import { multiWay, positiveSemidefinite } from './multi-way.js';
import { sum } from './numeric.js';
import { notEstimable, type Codes, type NotEstimable } from './types.js';

/** A leverage this close to 1 leaves no residual to learn from. */
const LEVERAGE_ONE = 1e-10;
/** A standard error below this share of the classical one is rounding of zero. */
const ZERO_SE = 1e-9;

export type Heteroskedastic = 'HC0' | 'HC1' | 'HC2' | 'HC3' | 'HC4';

/** Which covariance of the coefficients (specification, section 6). */
export type Vcov =
  | { readonly kind: 'iid' | Heteroskedastic }
  | {
      readonly kind: 'cluster';
      /** One or more dimensions; codes over the rows of the original outcome. */
      readonly by: readonly { readonly name: string; readonly codes: Codes }[];
      /** Default CR1; the others adjust for leverage and take one dimension. */
      readonly type?: 'CR1' | LeverageAdjusted;
      /** CR2, CR3, CV3: of t, Satterthwaite's (default) or clusters - 1 (usual with CV3). */
      readonly df?: 'satterthwaite' | 'clusters';
      /** Several dimensions: refuse a negative variance (default), or set negative eigenvalues to zero. */
      readonly psd?: 'refuse' | 'fix';
      /** Several dimensions: each part with its own G/(G-1) (default), or with that of the smaller G (fixest). */
      readonly twoWay?: 'own-g' | 'min-g';
      /** Absorbed effects nested in a cluster: left out of k (default; fixest, xtreg) or counted (areg, dummies). */
      readonly nested?: 'discount' | 'count';
    };

/** One coefficient with its test and interval. */
export interface Term {
  readonly name: string;
  readonly estimate: number;
  readonly se: number;
  /** t; null where se is 0. */
  readonly statistic: number | null;
  /** Of t; 0 where the variance would be 0 whatever the outcome. */
  readonly df: number;
  /** Two-sided; null where se is 0: nothing varies that could tell chance from effect. */
  readonly p: number | null;
  readonly ciLow: number;
  readonly ciHigh: number;
}

/** What `inference` returns: every term with its test. */
export interface Inference {
  readonly status: 'ok';
  readonly terms: readonly Term[];
  /** Of t: n - k, the smallest number of clusters - 1, or the smallest of the terms' where they differ. */
  readonly df: number;
  /** The k of the small-sample factor: without nested effects where they are discounted. */
  readonly k: number;
  /** Clusters per dimension in the rows used; empty without clustering. */
  readonly clusters: readonly number[];
  /** Rows in each cluster, per dimension. */
  readonly clusterSizes: readonly Int32Array[];
  /** Covariance matrix, row-major in the order of the terms. */
  readonly matrix: Float64Array;
  /** Negative eigenvalues of the matrix were set to zero (`psd: 'fix'`). */
  readonly fixed?: true;
}

/**
 * Standard errors, two-sided t tests of "the coefficient is 0" and intervals at the level given.
 * - iid: e'e/(n-k)·B, B = (X'X)^-1. HC0: B X' diag(e²) X B; HC1: times n/(n-k); HC2: e²/(1-h); HC3: e²/(1-h)²
 *   (MacKinnon & White 1985); HC4: e²/(1-h)^min(4, n·h/k) (Cribari-Neto 2004). h is the leverage in the whole model,
 *   effects included. t with n-k df.
 * - cluster: B (sum_g s_g s_g') B · G/(G-1)·(n-1)/(n-k), CR1; two dimensions A, B: V_A + V_B - V_AB, and so on for more
 *   (Cameron, Gelbach & Miller 2011), each part with its own G/(G-1) or all with that of min(G). t with min(G)-1 df.
 *   With nested 'discount', k is the regressors plus the parameters of the effects that lie in no cluster dimension,
 *   the constant (1) where all do.
 * - cluster of type CR2, CR3, CV3: see `clusterRobust`; no factor, df of its own for every term.
 *
 * Not estimable: `one-cluster`, `leverage-one` and `too-many-effects` (HC2, HC3, HC4, CR2, CR3, CV3), `no-convergence` and
 * `weights-not-supported` (of those that adjust for leverage in clusters), `negative-variance` (several dimensions: the
 * difference of matrices need not be positive).
 * @throws RangeError without cluster dimensions, for several of them with other than CR1, for Satterthwaite's df with CR1,
 * or codes of another length than the outcome
 */
export function inference(fit: OlsFit, vcov: Vcov, level = 0.95): Inference | NotEstimable {
  const covariance = vcov.kind === 'cluster' ? clustered(fit, vcov) : independent(fit, vcov.kind);
  if ('status' in covariance) return covariance;
  const { termDf, ...rest } = covariance;
  const { matrix } = rest;
  const q = fit.names.length;
  const common = termDf === undefined ? tQuantile(0.5 + level / 2, rest.df) : null;
  const variance = fit.sse / (fit.n - fit.k);
  const terms: Term[] = [];
  for (let j = 0; j < q; j++) {
    const v = matrix[j * q + j]!;
    const classical = variance * fit.bread[j * q + j]!;
    const df = termDf?.[j] ?? rest.df;
    const zero = df === 0 || Math.abs(v) <= ZERO_SE * ZERO_SE * classical;
    if (v < 0 && !zero) return notEstimable('negative-variance', fit.names[j]);
    const estimate = fit.coefficients[j]!;
    const se = zero ? 0 : Math.sqrt(v);
    const statistic = zero ? null : estimate / se;
    const margin = zero ? 0 : (common ?? tQuantile(0.5 + level / 2, df)) * se;
    terms.push({
      name: fit.names[j]!,
      estimate,
      se,
      statistic,
      df,
      p: statistic === null ? null : tTwoSided(statistic, df),
      ciLow: estimate - margin,
      ciHigh: estimate + margin,
    });
  }
  return { status: 'ok', terms, ...rest };
}

type Covariance = Omit<Inference, 'status' | 'terms'> & { readonly termDf?: Float64Array };

function independent(fit: OlsFit, kind: 'iid' | Heteroskedastic): Covariance | NotEstimable {
  const { n, k, bread, weightedResiduals: e } = fit;
  const df = n - k;
  const rest = { df, k, clusters: [], clusterSizes: [] };
  if (kind === 'iid') return { matrix: bread.map((b) => (b * fit.sse) / df), ...rest };
  const omega = new Float64Array(n);
  for (let i = 0; i < n; i++) omega[i] = e[i]! * e[i]!;
  if (kind === 'HC2' || kind === 'HC3' || kind === 'HC4') {
    const h = leverages(fit);
    if ('status' in h) return h;
    const mean = kind === 'HC4' ? Math.round(sum(h)) / n : 1;
    for (let i = 0; i < n; i++) {
      const free = 1 - h[i]!;
      if (free < LEVERAGE_ONE)
        return notEstimable('leverage-one', `row ${fit.rows === null ? i : fit.rows[i]!}`);
      omega[i] = omega[i]! / free ** (kind === 'HC2' ? 1 : kind === 'HC3' ? 2 : Math.min(4, h[i]! / mean));
    }
  }
  return { matrix: sandwich(bread, heteroskedasticMeat(fit, omega), kind === 'HC1' ? n / df : 1), ...rest };
}

function clustered(fit: OlsFit, vcov: Extract<Vcov, { kind: 'cluster' }>): Covariance | NotEstimable {
  const { n } = fit;
  const type = vcov.type ?? 'CR1';
  if (vcov.by.length < 1) throw new RangeError('at least one cluster dimension');
  if (type !== 'CR1' && vcov.by.length > 1)
    throw new RangeError(`${type} takes one cluster dimension, not ${vcov.by.length}`);
  if (type === 'CR1' && vcov.df === 'satterthwaite') throw new RangeError('CR1 has clusters - 1 df');
  for (const { name, codes } of vcov.by) {
    if (fit.rows === null ? codes.length !== n : codes.length <= fit.rows[n - 1]!) {
      throw new RangeError(`the clusters ${name} have ${codes.length} rows, not those of the outcome`);
    }
  }
  const dimensions = vcov.by.map(({ codes }) => compact(codes, fit.rows));
  const single = dimensions.findIndex((factor) => factor.levels < 2);
  if (single >= 0) return notEstimable('one-cluster', vcov.by[single]!.name);

  const k = vcov.nested === 'count' ? fit.k : parametersWithoutNested(fit, dimensions);
  const adjustment = (n - 1) / (n - k);
  const smallest = Math.min(...dimensions.map((factor) => factor.levels));
  const factorOf = (levels: number): number => {
    const g = vcov.twoWay === 'min-g' ? smallest : levels;
    return (g / (g - 1)) * adjustment;
  };
  const rest = {
    df: smallest - 1,
    k,
    clusters: dimensions.map((factor) => factor.levels),
    clusterSizes: dimensions.map(({ counts }) => counts),
  };
  if (type !== 'CR1') {
    const robust = clusterRobust(fit, dimensions[0]!, type);
    if ('status' in robust) return robust;
    if (vcov.df === 'clusters') return { ...rest, matrix: robust.matrix };
    return { ...rest, matrix: robust.matrix, df: Math.min(...robust.df), termDf: robust.df };
  }
  const matrix = multiWay(fit, dimensions, factorOf);
  if (vcov.psd !== 'fix' || dimensions.length === 1) return { ...rest, matrix };
  const semidefinite = positiveSemidefinite(matrix);
  return { ...rest, matrix: semidefinite.matrix, ...(semidefinite.fixed ? { fixed: true } : {}) };
}

function parametersWithoutNested(fit: OlsFit, dimensions: readonly Factor[]): number {
  if (fit.absorbed.length === 0) return fit.k;
  const counted = fit.absorbed.filter(
    ({ factor }) => !dimensions.some((clusters) => isNested(factor, clusters)),
  );
  return fit.names.length + (counted.length === 0 ? 1 : parametersOf(counted.map(({ factor }) => factor)));
}
