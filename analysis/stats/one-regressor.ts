import type { Heteroskedastic } from './covariance.js';
import type { Column } from './types.js';

/** Below this share of its parts a sum of squares is rounding of 0. */
const ZERO = 1e-12;

/** What `OneRegressor` is made of. */
export interface OneRegressorInput {
  readonly y: Float64Array;
  /** The unit of each row, 0 and up: what is resampled, and the cluster of `cluster`. */
  readonly unit: Int32Array;
  /** The level of the one absorbed effect, 0 and up; all 0 for an intercept alone. */
  readonly level: Int32Array;
  readonly covariance: 'iid' | Exclude<Heteroskedastic, 'HC4'> | 'cluster';
}

/**
 * y = a_level + b x + e, estimated many times over for one y: under other regressors, or under resampled units. The same
 * numbers as `ols` and `inference` with the effect absorbed (it is not nested in the clusters), at the cost of two
 * passes over the rows and no allocation; the columns are held, not copied. With x and y in deviations from their level's mean, b = Sxy/Sxx and
 * V = c sum_g (sum_{i in g} x_i e_i)² / Sxx² (cluster), sum_i f_i x_i² e_i² / Sxx² (HC0-HC3 with leverage
 * h_i = 1/n_level + x_i²/Sxx), s²/Sxx (iid); k = levels with rows + 1.
 *
 * Resampled units: `counts[u]` copies of unit u with all its rows, each copy a cluster of its own.
 */
export class OneRegressor {
  readonly #y: Float64Array;
  readonly #unit: Int32Array;
  readonly #level: Int32Array;
  readonly #covariance: OneRegressorInput['covariance'];
  readonly #single: Float64Array;
  readonly #scores: Float64Array;
  readonly #weight: Float64Array;
  readonly #meanX: Float64Array;
  readonly #meanY: Float64Array;

  /** b and its standard error of the last `fit`; NaN where there is none. */
  estimate = NaN;
  se = NaN;
  /** Degrees of freedom of t: clusters - 1, or n - k. */
  df = NaN;

  /** @throws RangeError for columns of different length */
  constructor({ y, unit, level, covariance }: OneRegressorInput) {
    if (unit.length !== y.length || level.length !== y.length)
      throw new RangeError(`${y.length} outcomes, ${unit.length} units, ${level.length} levels`);
    const units = range(unit);
    const levels = range(level);
    this.#y = y;
    this.#unit = unit;
    this.#level = level;
    this.#covariance = covariance;
    this.#single = new Float64Array(units).fill(1);
    this.#scores = new Float64Array(units);
    this.#weight = new Float64Array(levels);
    this.#meanX = new Float64Array(levels);
    this.#meanY = new Float64Array(levels);
  }

  /**
   * Estimates with the regressor x, and with the units as they are or in the numbers of copies given.
   * Returns the t of "b is `null`"; NaN where x does not vary within levels, the fit is perfect or no row, or no degree of
   * freedom, is left.
   */
  fit(x: Column, counts: Column = this.#single, nullValue = 0): number {
    this.estimate = this.se = this.df = NaN;
    const n = this.#means(x, counts);
    const { sxx, sxy, sumSquares } = this.#products(x, counts);
    if (!(sxx > ZERO * sumSquares)) return NaN;
    const b = sxy / sxx;
    let k = 1;
    for (const w of this.#weight) if (w > 0) k++;
    const variance = this.#variance(x, counts, b, sxx, n, k);
    // Infinite where no degree of freedom is left.
    if (!(variance > 0 && variance < Infinity)) return NaN;
    this.estimate = b;
    this.se = Math.sqrt(variance);
    return (b - nullValue) / this.se;
  }

  /** The levels' means of x and y; returns the number of rows with their copies. */
  #means(x: Column, counts: Column): number {
    const [weight, meanX, meanY] = [this.#weight, this.#meanX, this.#meanY];
    weight.fill(0);
    meanX.fill(0);
    meanY.fill(0);
    for (let i = 0; i < this.#y.length; i++) {
      const l = this.#level[i]!;
      const w = counts[this.#unit[i]!]!;
      weight[l] = weight[l]! + w;
      meanX[l] = meanX[l]! + w * x[i]!;
      meanY[l] = meanY[l]! + w * this.#y[i]!;
    }
    let n = 0;
    for (let l = 0; l < weight.length; l++) {
      if (weight[l] === 0) continue;
      n += weight[l]!;
      meanX[l] = meanX[l]! / weight[l]!;
      meanY[l] = meanY[l]! / weight[l]!;
    }
    return n;
  }

  #products(x: Column, counts: Column): { sxx: number; sxy: number; sumSquares: number } {
    let sxx = 0;
    let sxy = 0;
    let sumSquares = 0;
    for (let i = 0; i < this.#y.length; i++) {
      const l = this.#level[i]!;
      const w = counts[this.#unit[i]!]!;
      const d = x[i]! - this.#meanX[l]!;
      sxx += w * d * d;
      sxy += w * d * (this.#y[i]! - this.#meanY[l]!);
      sumSquares += w * x[i]! * x[i]!;
    }
    return { sxx, sxy, sumSquares };
  }

  #variance(x: Column, counts: Column, b: number, sxx: number, n: number, k: number): number {
    const covariance = this.#covariance;
    const clustered = covariance === 'cluster';
    const scores = this.#scores;
    if (clustered) scores.fill(NaN);
    let squares = 0;
    let total = 0;
    let meat = 0;
    for (let i = 0; i < this.#y.length; i++) {
      const u = this.#unit[i]!;
      const w = counts[u]!;
      if (w === 0) continue;
      const l = this.#level[i]!;
      const d = x[i]! - this.#meanX[l]!;
      const y = this.#y[i]! - this.#meanY[l]!;
      const e = y - b * d;
      squares += w * e * e;
      total += w * y * y;
      const score = d * e;
      if (clustered) scores[u] = Number.isNaN(scores[u]!) ? score : scores[u]! + score;
      else if (covariance === 'HC0' || covariance === 'HC1') meat += w * score * score;
      else if (covariance !== 'iid') {
        const free = 1 - 1 / this.#weight[l]! - (d * d) / sxx;
        // A row that fits perfectly whatever its y has no residual to weigh.
        if (free > ZERO) meat += (w * score * score) / (covariance === 'HC2' ? free : free * free);
      }
    }
    if (!(squares > ZERO * ZERO * total)) return NaN;
    this.df = n - k;
    if (covariance === 'iid') return squares / (n - k) / sxx;
    if (!clustered) return ((covariance === 'HC1' ? n / (n - k) : 1) * meat) / (sxx * sxx);
    let clusters = 0;
    for (let u = 0; u < scores.length; u++) {
      if (Number.isNaN(scores[u]!)) continue;
      clusters += counts[u]!;
      meat += counts[u]! * scores[u]! * scores[u]!;
    }
    this.df = clusters - 1;
    return ((clusters / (clusters - 1)) * ((n - 1) / (n - k)) * meat) / (sxx * sxx);
  }
}

/** One more than the largest code. */
function range(codes: Int32Array): number {
  let largest = -1;
  for (let i = 0; i < codes.length; i++) if (codes[i]! > largest) largest = codes[i]!;
  return largest + 1;
}
