import { cholesky, inverseLower } from './cholesky.js';
import type { CrossProducts } from './reml-crossprod.js';

export interface Profile {
  /** -2 log restricted likelihood, the residual variance and the fixed effects profiled out. */
  readonly deviance: number;
  readonly residualVariance: number;
  /** Of the columns of fixed effects, p. */
  readonly coefficients: Float64Array;
  /**
   * Derivative of the deviance by each relative variance theta_k²: tr(P Z_k Z_k') - (n-p)·|Z_k'P y|²/y'P y, with
   * P = V^-1 - V^-1 X (X'V^-1 X)^-1 X'V^-1. Defined at theta_k = 0 too.
   */
  readonly score: Float64Array;
  /** The first term of each derivative: 0 where the fixed effects absorb the factor. */
  readonly traces: Float64Array;
}

/**
 * Profiled REML deviance at relative standard deviations theta (Bates, Mächler, Bolker & Walker 2015, JSS 67(1), section 3):
 * log|L|² + log|R_X|² + (n-p)·(1 + log(2 pi r²/(n-p))), r² the penalized residual sum of squares.
 *
 * With V = I + sum_k theta_k² Z_k Z_k', the largest factor leaves by
 * K = W'W - sum_m theta_0²/(1 + theta_0² m)·S_m (m: rows of a level), and one Cholesky factor of T K T + E, where T
 * holds theta on the dummies and E is 1 on their diagonal, gives both determinants and, as its last pivot, r.
 * Null where that matrix is not positive definite: a perfect fit, or theta beyond what doubles bear.
 */
export function profile(data: CrossProducts, theta: readonly number[]): Profile | null {
  const { n, width, owner, fixed, bySize } = data;
  const rank = width - 1;
  const largest = theta[0]! ** 2;
  const k = withoutLargest(data, largest);
  const t = Float64Array.from({ length: width }, (_, i) => (i < owner.length ? theta[owner[i]!]! : 1));
  const scaled = k.map((value, at) => value * t[Math.floor(at / width)]! * t[at % width]!);
  for (let i = 0; i < owner.length; i++) scaled[i * width + i]! += 1;
  const l = cholesky(scaled, width);
  if (l === null) return null;

  const df = n - fixed;
  const pivot = l[width * width - 1]!;
  let deviance = df * (1 + Math.log((2 * Math.PI * pivot * pivot) / df));
  for (let i = 0; i < rank; i++) deviance += 2 * Math.log(l[i * width + i]!);
  for (const { rows, levels } of bySize) deviance += levels * Math.log1p(largest * rows);

  const { w, v } = inverseParts(l, t, width);
  const weight = df / (pivot * pivot);
  const traces = new Float64Array(theta.length);
  const squares = new Float64Array(theta.length);
  for (const { rows, levels, sums } of bySize) {
    const shrink = 1 + largest * rows;
    traces[0]! += (levels * rows) / shrink - inner(w, sums, rank, width) / (shrink * shrink);
    squares[0]! += quadratic(sums, v, width) / (shrink * shrink);
  }
  for (let i = 0; i < owner.length; i++) {
    const row = k.subarray(i * width, (i + 1) * width);
    traces[owner[i]!]! += row[i]! - quadratic(w, row, rank);
    squares[owner[i]!]! += product(row, v) ** 2;
  }
  return {
    deviance,
    residualVariance: (pivot * pivot) / df,
    coefficients: v.slice(owner.length, rank).map((b) => -b),
    score: traces.map((trace, f) => trace - weight * squares[f]!),
    traces,
  };
}

/** K: the cross-products of W after the largest factor of relative variance `variance` has been swept out. */
function withoutLargest({ total, bySize }: CrossProducts, variance: number): Float64Array {
  const k = total.slice();
  for (const { rows, sums } of bySize) {
    const factor = variance / (1 + variance * rows);
    for (let i = 0; i < k.length; i++) k[i]! -= factor * sums[i]!;
  }
  return k;
}

/** w = T (T K T + E)^-1 T without y's row and column, rank x rank; v = (-T b, 1), b the penalized solution. */
function inverseParts(l: Float64Array, t: Float64Array, width: number) {
  const rank = width - 1;
  const inverse = inverseLower(l, width, rank);
  const w = new Float64Array(rank * rank);
  const v = new Float64Array(width);
  v[rank] = 1;
  for (let i = 0; i < rank; i++) {
    for (let j = 0; j <= i; j++) {
      let s = 0;
      for (let r = i; r < rank; r++) s += inverse[r * rank + i]! * inverse[r * rank + j]!;
      w[i * rank + j] = w[j * rank + i] = s * t[i]! * t[j]!;
    }
    for (let r = i; r < rank; r++) v[i]! -= t[i]! * inverse[r * rank + i]! * l[rank * width + r]!;
  }
  return { w, v };
}

function inner(w: Float64Array, sums: Float64Array, rank: number, width: number): number {
  let s = 0;
  for (let i = 0; i < rank; i++) for (let j = 0; j < rank; j++) s += w[i * rank + j]! * sums[i * width + j]!;
  return s;
}

/** x'Ax of the first `size` elements of x. */
function quadratic(a: Float64Array, x: Float64Array, size: number): number {
  let s = 0;
  for (let i = 0; i < size; i++) {
    let row = 0;
    for (let j = 0; j < size; j++) row += a[i * size + j]! * x[j]!;
    s += x[i]! * row;
  }
  return s;
}

function product(a: Float64Array, b: Float64Array): number {
  let s = 0;
  for (let i = 0; i < b.length; i++) s += a[i]! * b[i]!;
  return s;
}
