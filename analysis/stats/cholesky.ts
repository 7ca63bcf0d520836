/**
 * Lower Cholesky factor of a symmetric positive definite matrix, size x size and row-major; null where it is not
 * positive definite. Meant for small matrices: size³/6 multiplications.
 * @param singular a pivot at or below this share of its diagonal element is rounding of 0
 */
export function cholesky(matrix: Float64Array, size: number, singular = 0): Float64Array | null {
  const l = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let s = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) s -= l[i * size + k]! * l[j * size + k]!;
      if (i > j) l[i * size + j] = s / l[j * size + j]!;
      else if (s > singular * matrix[i * size + i]!) l[i * size + i] = Math.sqrt(s);
      else return null;
    }
  }
  return l;
}

/** Inverse of the leading `rank` rows and columns of a lower triangular matrix, rank x rank and row-major. */
export function inverseLower(l: Float64Array, size: number, rank: number): Float64Array {
  const inverse = new Float64Array(rank * rank);
  for (let j = 0; j < rank; j++) {
    inverse[j * rank + j] = 1 / l[j * size + j]!;
    for (let i = j + 1; i < rank; i++) {
      let s = 0;
      for (let k = j; k < i; k++) s -= l[i * size + k]! * inverse[k * rank + j]!;
      inverse[i * rank + j] = s / l[i * size + i]!;
    }
  }
  return inverse;
}
