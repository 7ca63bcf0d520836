import { absorb } from './absorb.js';
import { isNested, type Factor } from './effects.js';
import type { OlsFit } from './least-squares.js';
import { applyQ, householder } from './qr.js';
import { notEstimable, type NotEstimable } from './types.js';

/** More dummies than this beside the first effect are not expanded. */
const MAX_DUMMIES = 300;

/**
 * All that a bootstrap draw needs to know of the data, for clusters g, h = 0..G-1. With z the regressor of interest
 * after partialling out everything else, e the residuals and v the draw's weights:
 *   S_g(v) = v_g (a_g + d b_g) - sum_r C_rg sum_h (F0_rh + d F1_rh) v_h
 * is the cluster's score z_g'e*_g of the model refitted to the draw, where d is the estimate minus the null value.
 */
export interface ClusterScores {
  readonly clusters: number;
  /** a_g = z_g'e_g; G. */
  readonly a: Float64Array;
  /** b_g = z_g'z_g; G. */
  readonly b: Float64Array;
  /** C, rank rows of G: z_g'Q_g; null stands for the identity (rank = G). */
  readonly left: readonly Float64Array[] | null;
  /** F0 and F1, rank rows of G. */
  readonly right0: readonly Float64Array[];
  readonly right1: readonly Float64Array[];
}

/**
 * Reduces the fit to its clusters. Everything is in the coordinates of the factorization: after absorbing the effects
 * D and times sqrt(weight); M_D absorbs, X is `fit.design`, B = (X'X)^-1.
 *
 * z = X B_j / B_jj is orthogonal to D and to the other regressors. The residuals of the model restricted to
 * beta_j = null are e + d z, those of the whole model where d = 0 (Frisch, Waugh & Lovell), so y itself is not needed.
 * A draw multiplies them by v, cluster by cluster. The product is not orthogonal to D, so the draw is absorbed anew:
 *   e* = (v.(e + d z)) - P_D (v.(e + d z)) - X B X'(v.(e + d z))
 * (X' M_D = X'), and z_g'e*_g needs of P_D only its cluster sums:
 * - effects nested in clusters (unit effects, clusters of units) drop out: within a level v is constant and residuals sum to 0;
 * - one effect that is not: P_D has the rows z_g'D_gl / W_l and the columns sum of the residuals over h and l;
 * - others beside it, or beside nested ones: an orthonormal basis of their dummies, the first (nested) absorbed.
 * Where that takes more than G rows, their G×G product is kept instead.
 *
 * Not estimable: `too-many-effects` (more than 300 dummies to expand), `no-convergence`.
 */
export function clusterScores(fit: OlsFit, term: number, clusters: Factor): ClusterScores | NotEstimable {
  const { n, design, bread, weightedResiduals: e } = fit;
  const q = design.length;
  const z = new Float64Array(n);
  design.forEach((x, m) => {
    const share = bread[term * q + m]! / bread[term * q + term]!;
    for (let i = 0; i < n; i++) z[i] = z[i]! + share * x[i]!;
  });
  const cross = (u: Float64Array, w: Float64Array): Float64Array => sumsOfProducts(u, w, clusters);
  const left = design.map((x) => cross(z, x));
  const scores = design.map((x) => cross(x, e));
  const right0 = design.map((_, r) => combined(bread, r, scores));
  const right1 = design.map((_, r) => combined(bread, r, left));

  const nested = fit.absorbed.map(({ factor }) => factor).filter((factor) => isNested(factor, clusters));
  const crossing = fit.absorbed.map(({ factor }) => factor).filter((factor) => !nested.includes(factor));
  crossing.sort((f, g) => g.levels - f.levels);
  const first = nested.length === 0 ? crossing[0] : undefined;
  if (first) {
    const ones = new Float64Array(n).fill(1);
    const root = fit.weights === null ? ones : fit.weights.map(Math.sqrt);
    const z0 = z.map((v, i) => v * root[i]!);
    const e0 = e.map((v, i) => v * root[i]!);
    const totals = new Float64Array(first.levels);
    for (let i = 0; i < n; i++) totals[first.codes[i]!]! += root[i]! * root[i]!;
    const ofZ = sumsByLevel(z0, first, clusters);
    left.push(...ofZ.map((row, l) => row.map((v) => v / totals[l]!)));
    right0.push(...sumsByLevel(e0, first, clusters));
    right1.push(...ofZ);
  }
  const basis = orthonormal(first ? crossing.slice(1) : crossing, first ? [first] : nested, fit);
  if ('status' in basis) return basis;
  for (const column of basis) {
    const ofZ = cross(z, column);
    left.push(ofZ);
    right0.push(cross(column, e));
    right1.push(ofZ);
  }
  const common = { clusters: clusters.levels, a: cross(z, e), b: cross(z, z) };
  if (left.length <= clusters.levels) return { ...common, left, right0, right1 };
  return { ...common, left: null, right0: product(left, right0), right1: product(left, right1) };
}

/** Sum of u_i w_i over the rows of each cluster. */
function sumsOfProducts(u: Float64Array, w: Float64Array, { codes, levels }: Factor): Float64Array {
  const sums = new Float64Array(levels);
  for (let i = 0; i < u.length; i++) sums[codes[i]!]! += u[i]! * w[i]!;
  return sums;
}

/** Sum of u_i over the rows of each level and cluster: one row per level. */
function sumsByLevel(u: Float64Array, effect: Factor, clusters: Factor): Float64Array[] {
  const sums = Array.from({ length: effect.levels }, () => new Float64Array(clusters.levels));
  for (let i = 0; i < u.length; i++) sums[effect.codes[i]!]![clusters.codes[i]!]! += u[i]!;
  return sums;
}

/** Row r of B times the rows. */
function combined(bread: Float64Array, r: number, rows: readonly Float64Array[]): Float64Array {
  const result = new Float64Array(rows[0]!.length);
  rows.forEach((row, m) => {
    const share = bread[r * rows.length + m]!;
    for (let g = 0; g < row.length; g++) result[g] = result[g]! + share * row[g]!;
  });
  return result;
}

/** left' right, G rows of G. */
function product(left: readonly Float64Array[], right: readonly Float64Array[]): Float64Array[] {
  const clusters = left[0]!.length;
  return Array.from({ length: clusters }, (_, g) => {
    const row = new Float64Array(clusters);
    right.forEach((values, r) => {
      const c = left[r]![g]!;
      if (c !== 0) for (let h = 0; h < clusters; h++) row[h] = row[h]! + c * values[h]!;
    });
    return row;
  });
}

/** An orthonormal basis of the effects' dummies after absorbing others, in the coordinates of the factorization. */
function orthonormal(
  effects: readonly Factor[],
  others: readonly Factor[],
  { n, weights }: OlsFit,
): Float64Array[] | NotEstimable {
  const levels = effects.reduce((count, factor) => count + factor.levels, 0);
  if (levels > MAX_DUMMIES) return notEstimable('too-many-effects', `${levels} levels to expand`);
  const dummies = effects.flatMap(({ codes, levels: size }) =>
    Array.from({ length: size }, (_, l) => Float64Array.from(codes, (code) => (code === l ? 1 : 0))),
  );
  const ones = dummies.map(() => 1);
  if (absorb(dummies, ones, others, weights) === null) return notEstimable('no-convergence');
  // What is left of a dummy that the others explain is rounding, and would pass for a direction of its own.
  const real = dummies.filter((dummy) => dummy.some((v) => Math.abs(v) > 1e-12));
  if (weights !== null) {
    for (const dummy of real) for (let i = 0; i < n; i++) dummy[i] = dummy[i]! * Math.sqrt(weights[i]!);
  }
  if (real.length === 0) return [];
  const qr = householder(real, n);
  return qr.kept.map((_, j) => {
    const column = new Float64Array(n);
    column[j] = 1;
    applyQ(qr, column);
    return column;
  });
}
