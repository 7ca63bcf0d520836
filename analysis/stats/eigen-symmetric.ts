/** Sweeps of rotations before giving up; a dozen is what a matrix of a few hundred rows takes. */
const MAX_SWEEPS = 60;

/** A = V·diag(values)·V' of a symmetric matrix. */
export interface Eigen {
  /** m eigenvalues, in no order. */
  readonly values: Float64Array;
  /** Orthonormal eigenvectors: that of values[a] is vectors[a·m .. a·m + m - 1]. */
  readonly vectors: Float64Array;
}

/**
 * Eigenvalues and eigenvectors of a symmetric m×m matrix by cyclic Jacobi rotations (Golub & Van Loan, Matrix
 * Computations, section 8.5): slower than tridiagonal methods, short, and accurate to rounding of the largest value.
 * @param matrix row-major, finite and symmetric (its upper triangle is what counts); not written to
 */
export function eigenSymmetric(matrix: Float64Array): Eigen {
  const m = Math.sqrt(matrix.length);
  const a = matrix.slice();
  const vectors = new Float64Array(m * m);
  for (let i = 0; i < m; i++) vectors[i * m + i] = 1;
  let total = 0;
  for (let i = 0; i < m; i++)
    for (let j = 0; j < m; j++) total += a[Math.min(i, j) * m + Math.max(i, j)]! ** 2;
  for (let i = 0; i < m; i++) for (let j = 0; j < i; j++) a[i * m + j] = a[j * m + i]!;
  // Off-diagonal elements whose squares are lost in the sum of all squares are rounding.
  const negligible = Math.sqrt(total) * (Number.EPSILON / Math.max(1, m));
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < m - 1; p++) {
      for (let q = p + 1; q < m; q++) {
        if (Math.abs(a[p * m + q]!) <= negligible) continue;
        rotated = true;
        rotate(a, vectors, m, p, q);
      }
    }
    if (!rotated) break;
  }
  return { values: Float64Array.from({ length: m }, (_, i) => a[i * m + i]!), vectors };
}

/** Turns rows and columns p and q so that element (p, q) vanishes, and the eigenvectors with them. */
function rotate(a: Float64Array, vectors: Float64Array, m: number, p: number, q: number): void {
  const apq = a[p * m + q]!;
  const theta = (a[q * m + q]! - a[p * m + p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  a[p * m + p] = a[p * m + p]! - t * apq;
  a[q * m + q] = a[q * m + q]! + t * apq;
  a[p * m + q] = a[q * m + p] = 0;
  for (let i = 0; i < m; i++) {
    if (i !== p && i !== q) {
      const x = a[p * m + i]!;
      const y = a[q * m + i]!;
      a[p * m + i] = a[i * m + p] = c * x - s * y;
      a[q * m + i] = a[i * m + q] = s * x + c * y;
    }
    const v = vectors[p * m + i]!;
    const w = vectors[q * m + i]!;
    vectors[p * m + i] = c * v - s * w;
    vectors[q * m + i] = s * v + c * w;
  }
}
