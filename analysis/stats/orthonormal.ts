import { applyQ, householder, solveR } from './qr.js';

/** Columns of length 1 at right angles that span what the given ones do. */
export interface Basis {
  /** Indices of the columns given that add to those on their left. */
  readonly kept: readonly number[];
  /** One per column kept, each n long. */
  readonly q: readonly Float64Array[];
  /** k×k row-major: transform · (coefficients of q) are the coefficients of the columns kept. */
  readonly transform: Float64Array;
}

/**
 * The Q of X = QR by Householder reflections, and R^-1. Collinear columns are left out from the right.
 * @param columns each n long, finite
 */
export function orthonormalBasis(columns: readonly Float64Array[], n: number): Basis {
  const qr = householder(columns, n);
  const { kept, scale } = qr;
  const k = kept.length;
  const transform = new Float64Array(k * k);
  const q = kept.map((_, r) => {
    const unit = new Float64Array(n);
    unit[r] = 1;
    const solution = unit.slice(0, k);
    solveR(qr, solution);
    for (let j = 0; j < k; j++) transform[j * k + r] = solution[j]! * scale[j]!;
    applyQ(qr, unit);
    return unit;
  });
  return { kept, q, transform };
}

/** Sum of coefficients[r]·columns[r], each n long. */
export function combine(
  columns: readonly Float64Array[],
  coefficients: Float64Array,
  n: number,
): Float64Array {
  const result = new Float64Array(n);
  columns.forEach((column, r) => {
    const c = coefficients[r]!;
    for (let i = 0; i < n; i++) result[i] = result[i]! + c * column[i]!;
  });
  return result;
}

/** M·v, M row-major and as wide as v is long. */
export function matrixVector(matrix: Float64Array, v: Float64Array): Float64Array {
  const k = v.length;
  const result = new Float64Array(matrix.length / k);
  for (let a = 0; a < result.length; a++)
    for (let b = 0; b < k; b++) result[a] = result[a]! + matrix[a * k + b]! * v[b]!;
  return result;
}

/** T·V·T', all k×k row-major, V symmetric. */
export function congruent(t: Float64Array, v: Float64Array): Float64Array {
  const k = Math.sqrt(v.length);
  const result = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    const half = matrixVector(v, t.subarray(a * k, (a + 1) * k));
    const row = matrixVector(t, half);
    for (let b = 0; b <= a; b++) result[a * k + b] = result[b * k + a] = row[b]!;
  }
  return result;
}
