import { eigenSymmetric } from './eigen-symmetric.js';

/** A direction of a cluster with less than this of its variance left in the residuals is fitted by the cluster alone. */
const LEVERAGE_ONE = 1e-10;

/**
 * z := A_g·z, column by column, from the eigenvectors of Q_g Q_g' or Q_g' Q_g, whichever is smaller: both have the
 * eigenvalues of H_gg that are not 0. With u a unit eigenvector of H_gg = Q_g Q_g' and f(h) = (1-h)^-power,
 * A_g = I + sum (f(h) - 1) u u', and u = Q_g v / sqrt(h) for an eigenvector v of Q_g' Q_g.
 * @param z columns of `size` rows, one after the other; written to
 * @param local Q_g, the cluster's rows of an orthonormal basis of the whole model, in the same order
 * @param power 0.5: CR2; 1: CR3
 * @returns false where an eigenvalue is 1; its direction is then taken out
 */
export function adjustForLeverage(
  z: Float64Array,
  local: Float64Array,
  size: number,
  power: 0.5 | 1,
): boolean {
  const q = z.length / size;
  const r = local.length / size;
  const small = size <= r;
  const { values, vectors } = eigenSymmetric(small ? outer(local, size, r) : cross(local, size, r));
  const direction = new Float64Array(size);
  let full = true;
  for (let a = 0; a < values.length; a++) {
    const h = Math.max(0, values[a]!);
    const one = 1 - h < LEVERAGE_ONE;
    if (one) full = false;
    // f(h) - 1, without cancellation where h is small.
    let gain = one ? -1 : Math.expm1(-power * Math.log1p(-h));
    if (small) direction.set(vectors.subarray(a * size, (a + 1) * size));
    else {
      gain = h < Number.EPSILON ? power : gain / h; // Q_g v has the norm sqrt(h)
      direction.fill(0);
      for (let b = 0; b < r; b++) {
        const v = vectors[a * r + b]!;
        for (let i = 0; i < size; i++) direction[i] = direction[i]! + v * local[b * size + i]!;
      }
    }
    for (let j = 0; j < q; j++) {
      let s = 0;
      for (let i = 0; i < size; i++) s += direction[i]! * z[j * size + i]!;
      s *= gain;
      for (let i = 0; i < size; i++) z[j * size + i] = z[j * size + i]! + s * direction[i]!;
    }
  }
  return full;
}

/** Q_g Q_g', size×size. */
function outer(local: Float64Array, size: number, r: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let b = 0; b < r; b++)
    for (let i = 0; i < size; i++) {
      const v = local[b * size + i]!;
      for (let m = i; m < size; m++) result[i * size + m] = result[i * size + m]! + v * local[b * size + m]!;
    }
  return result;
}

/** Q_g' Q_g, r×r. */
function cross(local: Float64Array, size: number, r: number): Float64Array {
  const result = new Float64Array(r * r);
  for (let a = 0; a < r; a++)
    for (let b = a; b < r; b++) {
      let s = 0;
      for (let i = 0; i < size; i++) s += local[a * size + i]! * local[b * size + i]!;
      result[a * r + b] = s;
    }
  return result;
}
