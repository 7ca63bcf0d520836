import { crossed, type Factor } from './effects.js';
import { eigenSymmetric } from './eigen-symmetric.js';
import type { OlsFit } from './least-squares.js';
import { clusterMeat, sandwich } from './meat.js';

/** A negative eigenvalue of less than this share of the largest is rounding of zero. */
const NEGATIVE = 1e-14;

/**
 * Covariance clustered in any number of dimensions (Cameron, Gelbach & Miller 2011, JBES 29:238): over every set of
 * dimensions, V of the clusters that share all of them, added for sets of odd size and subtracted for even ones.
 * @param factorOf the small-sample factor of a covariance of so many clusters
 */
export function multiWay(
  fit: OlsFit,
  dimensions: readonly Factor[],
  factorOf: (clusters: number) => number,
): Float64Array {
  const [first] = dimensions;
  if (first && dimensions.length === 1)
    return sandwich(fit.bread, clusterMeat(fit, first), factorOf(first.levels));
  let total: Float64Array | null = null;
  const sets: { readonly factor: Factor; readonly sign: number }[] = [];
  for (const dimension of dimensions) {
    const before = sets.length;
    sets.push({ factor: dimension, sign: 1 });
    for (let s = 0; s < before; s++) {
      const { factor, sign } = sets[s]!;
      sets.push({ factor: crossed(factor, dimension), sign: -sign });
    }
  }
  for (const { factor, sign } of sets) {
    const part = sandwich(fit.bread, clusterMeat(fit, factor), sign * factorOf(factor.levels));
    if (total === null) total = part;
    else for (let i = 0; i < part.length; i++) total[i] = total[i]! + part[i]!;
  }
  return total!;
}

/**
 * The matrix with negative eigenvalues set to zero (the same authors, section 2.3): the nearest positive-semidefinite
 * one in the Frobenius norm. It depends on the regressors' units. `fixed` is false, and the matrix itself returned, where
 * no eigenvalue is negative beyond rounding.
 */
export function positiveSemidefinite(matrix: Float64Array): { matrix: Float64Array; fixed: boolean } {
  const m = Math.sqrt(matrix.length);
  const { values, vectors } = eigenSymmetric(matrix);
  const largest = values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  if (values.every((v) => v >= -NEGATIVE * m * largest)) return { matrix, fixed: false };
  const result = new Float64Array(m * m);
  values.forEach((value, e) => {
    if (value <= 0) return;
    for (let a = 0; a < m; a++)
      for (let b = 0; b < m; b++) result[a * m + b]! += value * vectors[e * m + a]! * vectors[e * m + b]!;
  });
  return { matrix: result, fixed: true };
}
