import { clusterBasis } from './cluster-basis.js';
import { adjustForLeverage } from './cluster-leverage.js';
import type { Factor } from './effects.js';
import type { OlsFit } from './least-squares.js';
import { satterthwaite } from './satterthwaite.js';
import { notEstimable, type NotEstimable } from './types.js';

export type LeverageAdjusted = 'CR2' | 'CR3' | 'CV3';

export interface ClusterRobust {
  /** q×q row-major, q the regressors. */
  readonly matrix: Float64Array;
  /** Satterthwaite degrees of freedom of each regressor's variance. */
  readonly df: Float64Array;
}

/**
 * Cluster-robust covariance with each cluster's residuals adjusted for its leverage,
 *   V = B (sum_g X_g' A_g e_g e_g' A_g' X_g) B,   H_gg the cluster's block of the whole model's hat matrix:
 * - CR2: A_g = (I - H_gg)^-1/2, the symmetric root (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018), unbiased where
 *   errors are independent with equal variance. Directions of leverage 1 get 0 (the Moore-Penrose root).
 * - CR3: A_g = (I - H_gg)^-1, without a factor, as in clubSandwich.
 * - CV3: (G-1)/G times CR3, which is (G-1)/G·sum_g (b_(g) - b)(b_(g) - b)', b_(g) the coefficients without cluster g
 *   (MacKinnon, Nielsen & Webb 2023, "Fast and reliable jackknife and bootstrap methods", J. Applied Econometrics 38).
 * Degrees of freedom by Satterthwaite with independent errors of equal variance as working model, also where the
 * fit is weighted. They do not depend on scale: those of CV3 are those of CR3.
 *
 * Not estimable: `leverage-one` (CR3, CV3: a coefficient, or an effect not nested in the clusters, is lost without
 * some cluster), `too-many-effects` and
 * `no-convergence` (effects not nested in the clusters), `weights-not-supported` (CR2).
 */
export function clusterRobust(
  fit: OlsFit,
  clusters: Factor,
  type: LeverageAdjusted,
): ClusterRobust | NotEstimable {
  if (type === 'CR2' && fit.weights !== null) return notEstimable('weights-not-supported', type);
  const basis = clusterBasis(fit, clusters);
  if ('status' in basis) return basis;
  const { levels, counts } = clusters;
  const q = fit.names.length;
  const r = basis.length;
  const influence = influenceOf(fit);
  const matrix = new Float64Array(q * q);
  const pieces = Array.from({ length: q }, () => newPieces(levels, r));
  for (const [g, rows] of rowsOf(clusters).entries()) {
    const size = counts[g]!;
    const local = gather(basis, rows);
    const z = gather(influence, rows);
    if (!adjustForLeverage(z, local, size, type === 'CR2' ? 0.5 : 1) && type !== 'CR2')
      return notEstimable(
        'leverage-one',
        `the cluster of row ${fit.rows === null ? rows[0]! : fit.rows[rows[0]!]!}`,
      );
    addSquare(matrix, scoresOf(z, rows, fit.weightedResiduals, q));
    for (let j = 0; j < q; j++)
      collect(pieces[j]!, g, z.subarray(j * size, (j + 1) * size), local, rows, fit.weights);
  }
  if (type === 'CV3') for (let i = 0; i < q * q; i++) matrix[i] = (matrix[i]! * (levels - 1)) / levels;
  const variances = influence.map((x) => x.reduce((v, xi, i) => v + xi * xi * (fit.weights?.[i] ?? 1), 0));
  const inner = fit.weights === null ? null : weightedProducts(basis, fit.weights);
  return {
    matrix,
    df: Float64Array.from(pieces, (piece, j) => degreesOfFreedom(piece, inner, variances[j]!)),
  };
}

/** Columns of X·B: what each row's error adds to each coefficient. */
function influenceOf({ n, design, bread }: OlsFit): Float64Array[] {
  const q = design.length;
  return design.map((_, j) => {
    const column = new Float64Array(n);
    for (let a = 0; a < q; a++) {
      const b = bread[a * q + j]!;
      const x = design[a]!;
      for (let i = 0; i < n; i++) column[i] = column[i]! + b * x[i]!;
    }
    return column;
  });
}

function rowsOf({ codes, counts }: Factor): Int32Array[] {
  const rows = Array.from(counts, (count) => new Int32Array(count));
  const filled = new Int32Array(counts.length);
  for (let i = 0; i < codes.length; i++) rows[codes[i]!]![filled[codes[i]!]!++] = i;
  return rows;
}

/** The given rows of each column, one column after the other. */
function gather(columns: readonly Float64Array[], rows: Int32Array): Float64Array {
  const result = new Float64Array(columns.length * rows.length);
  columns.forEach((column, j) => {
    for (let i = 0; i < rows.length; i++) result[j * rows.length + i] = column[rows[i]!]!;
  });
  return result;
}

function scoresOf(z: Float64Array, rows: Int32Array, residuals: Float64Array, q: number): Float64Array {
  const scores = new Float64Array(q);
  for (let j = 0; j < q; j++)
    for (let i = 0; i < rows.length; i++) scores[j]! += z[j * rows.length + i]! * residuals[rows[i]!]!;
  return scores;
}

function addSquare(matrix: Float64Array, scores: Float64Array): void {
  const q = scores.length;
  for (let a = 0; a < q; a++) for (let b = 0; b < q; b++) matrix[a * q + b]! += scores[a]! * scores[b]!;
}

/**
 * What the degrees of freedom of one coefficient are made of. With z_g = A_g X_g b the summand of cluster g is
 * z_g'(I - H)e, and under errors of variance W in the scaled rows (I without weights) the covariance of two of them is
 * z_g'Wz_g (where g = h) - s_g't_h - t_g's_h + t_g'(Q'WQ)t_h, t_g = Q_g'z_g, s_g = Q_g'Wz_g.
 */
interface Pieces {
  readonly d: Float64Array;
  /** Columns of t and s: one per column of Q, each with one number per cluster. */
  readonly t: readonly Float64Array[];
  readonly s: readonly Float64Array[];
}

const newPieces = (levels: number, r: number): Pieces => ({
  d: new Float64Array(levels),
  t: Array.from({ length: r }, () => new Float64Array(levels)),
  s: Array.from({ length: r }, () => new Float64Array(levels)),
});

function collect(
  { d, t, s }: Pieces,
  g: number,
  z: Float64Array,
  local: Float64Array,
  rows: Int32Array,
  weights: Float64Array | null,
): void {
  const size = z.length;
  for (let i = 0; i < size; i++) {
    const w = weights === null ? 1 : weights[rows[i]!]!;
    d[g]! += w * z[i]! * z[i]!;
    for (let b = 0; b < t.length; b++) {
      const v = local[b * size + i]! * z[i]!;
      t[b]![g]! += v;
      s[b]![g]! += w * v;
    }
  }
}

/** Q'WQ, r×r row-major. */
function weightedProducts(basis: readonly Float64Array[], weights: Float64Array): Float64Array {
  const r = basis.length;
  const result = new Float64Array(r * r);
  for (let a = 0; a < r; a++)
    for (let b = a; b < r; b++) {
      let sum = 0;
      for (let i = 0; i < weights.length; i++) sum += weights[i]! * basis[a]![i]! * basis[b]![i]!;
      result[a * r + b] = result[b * r + a] = sum;
    }
  return result;
}

function degreesOfFreedom({ d, t, s }: Pieces, inner: Float64Array | null, variance: number): number {
  const r = t.length;
  const negative = t.map((column) => column.map((v) => -v));
  if (inner === null) return satterthwaite(d, t, negative, variance); // s = t and Q'Q = I
  const right = s.map((column, a) => {
    const result = column.map((v) => -v);
    for (let b = 0; b < r; b++)
      for (let g = 0; g < result.length; g++) result[g] = result[g]! + inner[a * r + b]! * t[b]![g]!;
    return result;
  });
  return satterthwaite(d, [...t, ...s], [...right, ...negative], variance);
}
