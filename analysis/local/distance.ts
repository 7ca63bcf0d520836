import { eigenSymmetric } from '../stats/eigen-symmetric.js';

export type DistanceMethod = 'mahalanobis' | 'standardized';

/** A distance between two rows, and each column's part of its square: the parts are 0 or more and sum to it. */
export interface Distance {
  readonly distance: number;
  readonly parts: readonly number[];
}

/** Below this share of the largest eigenvalue of the correlations, a column is a sum of the others. */
const SINGULAR = 1e-10;

/**
 * The matrix that turns differences of standardized columns into independent ones: that of unit variances for the
 * standardized Euclidean distance, R^(-1/2) for Mahalanobis with R the columns' correlations. Then d² is the sum of the
 * squared elements of W·z, and the square of element j is column j's part. For Mahalanobis these are the contributions of
 * Garthwaite & Koch (2016, "Evaluating the contributions of individual variables to a quadratic form", Australian & New
 * Zealand Journal of Statistics 58:99): of all such splits the one whose parts lie closest to the columns themselves.
 * @param rows complete rows, at least two, standardized (`standardize`) @returns p x p row-major; null: R is singular
 */
export function whitening(rows: readonly Float64Array[], method: DistanceMethod): Float64Array | null {
  const p = rows[0]!.length;
  const w = new Float64Array(p * p);
  if (method === 'standardized') {
    for (let j = 0; j < p; j++) w[j * p + j] = 1;
    return w;
  }
  const { values, vectors } = eigenSymmetric(correlations(rows));
  const largest = values.reduce((a, b) => Math.max(a, b), 0);
  if (values.some((v) => !(v > SINGULAR * largest))) return null;
  for (let a = 0; a < p; a++) {
    const scale = 1 / Math.sqrt(values[a]!);
    for (let i = 0; i < p; i++)
      for (let j = 0; j < p; j++)
        w[i * p + j] = w[i * p + j]! + vectors[a * p + i]! * scale * vectors[a * p + j]!;
  }
  return w;
}

/** Covariances of standardized columns, with n-1. */
function correlations(rows: readonly Float64Array[]): Float64Array {
  const p = rows[0]!.length;
  const r = new Float64Array(p * p);
  for (const row of rows)
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) r[i * p + j] = r[i * p + j]! + row[i]! * row[j]!;
  return r.map((s) => s / (rows.length - 1));
}

/** The distance of two standardized rows. */
export function distanceOf(a: Float64Array, b: Float64Array, whiten: Float64Array): Distance {
  const p = a.length;
  const parts = Array.from({ length: p }, (_, i) => {
    let s = 0;
    for (let j = 0; j < p; j++) s += whiten[i * p + j]! * (a[j]! - b[j]!);
    return s * s;
  });
  return { distance: Math.sqrt(parts.reduce((s, x) => s + x, 0)), parts };
}

/**
 * Columns less their mean, by their standard deviation (n-1), as R's `scale`; null for a column that does not vary.
 * @param values finite, at least two
 */
export function standardize(values: readonly number[]): Float64Array | null {
  // By the largest first, so that no square overflows.
  const largest = Math.max(...values.map(Math.abs));
  if (largest === 0) return null;
  const scaled = values.map((v) => v / largest);
  const mean = scaled.reduce((s, v) => s + v, 0) / values.length;
  const deviations = scaled.map((v) => v - mean);
  const sd = Math.sqrt(deviations.reduce((s, d) => s + d * d, 0) / (values.length - 1));
  // What rounding leaves of a constant is no variation.
  return sd > 1e-14 ? Float64Array.from(deviations, (d) => d / sd) : null;
}
