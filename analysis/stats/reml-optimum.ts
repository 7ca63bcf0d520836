import { cholesky } from './cholesky.js';
import type { CrossProducts } from './reml-crossprod.js';
import { profile, type Profile } from './reml-deviance.js';

/** Where the search begins: the best of these values in every combination. */
const STARTS = [0.2, 0.7, 2];
/**
 * The last Newton step promised a fall of the deviance no larger than this, and was taken: it began about 1e-6 from the
 * optimum, relative to theta, and as convergence is quadratic it ended where rounding leaves it.
 */
const SETTLED = 1e-12;
const ITERATIONS = 200;
/** Below this a theta is tried at 0, and where the deviance rises from there it stays. */
const NEAR_ZERO = 1e-2;
/** A deviance that is higher by no more than this is not worse: rounding of a sum of some thousand. */
const NOISE = 1e-9;
/** A derivative below this share of its larger term is 0. */
const ROUNDING = 1e-9;
/** Relative step of the difference that the second derivatives are taken by. */
const DIFFERENCE = 1e-4;

export interface Optimum {
  readonly theta: readonly number[];
  readonly profile: Profile;
  readonly iterations: number;
}

/**
 * Minimizes the profiled REML deviance over theta >= 0 by Newton's method with exact first derivatives, second ones by
 * differences of them, and Levenberg's damping. The deviance is even in theta, so that theta = 0 is a smooth point
 * and not an edge; a theta that comes near 0 is set to exactly 0 where the derivative by its square is not negative
 * there, and let go again if that changes. Deterministic. Null where no optimum was found in 200 iterations.
 */
export function minimizeDeviance(data: CrossProducts, factors: number): Optimum | null {
  const start = bestStart(data, factors);
  let current = start && profile(data, start);
  if (!start || !current) return null;
  let theta: readonly number[] = start;
  let damping = 0;
  for (let iteration = 1; iteration <= ITERATIONS; iteration++) {
    const free = theta.flatMap((t, k) => (t > 0 ? [k] : []));
    const slopes = free.map((k) => 2 * theta[k]! * current!.score[k]!);
    const step = newtonStep(hessian(data, theta, free), slopes, damping);
    const trial = step && atZero(data, moved(theta, free, step));
    const next = trial && profile(data, trial);
    if (!next || next.deviance > current.deviance + NOISE) {
      damping = damping === 0 ? 1e-3 : damping * 10;
      continue;
    }
    const settled =
      damping === 0 && predictedFall(slopes, step) <= SETTLED && free.every((k) => trial[k]! > 0);
    damping = damping <= 1e-6 ? 0 : damping / 10;
    theta = trial;
    current = next;
    if (!settled) continue;
    const wrong = theta.findIndex((t, k) => t === 0 && falls(next, k));
    if (wrong < 0) return { theta, profile: next, iterations: iteration };
    theta = theta.map((t, k) => (k === wrong ? NEAR_ZERO : t));
    current = profile(data, theta);
    if (!current) return null;
  }
  return null;
}

function bestStart(data: CrossProducts, factors: number): number[] | null {
  let best: { theta: number[]; deviance: number } | null = null;
  for (let c = 0; c < STARTS.length ** factors; c++) {
    const theta = Array.from(
      { length: factors },
      (_, k) => STARTS[Math.floor(c / STARTS.length ** k) % STARTS.length]!,
    );
    const deviance = profile(data, theta)?.deviance;
    if (deviance !== undefined && !(best && best.deviance <= deviance)) best = { theta, deviance };
  }
  return best && best.theta;
}

/** Second derivatives by the free thetas, by differences of the first ones: 2·theta·(derivative by theta²). */
function hessian(
  data: CrossProducts,
  theta: readonly number[],
  free: readonly number[],
): Float64Array | null {
  const size = free.length;
  const result = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const h = DIFFERENCE * theta[free[j]!]!;
    const shifted = (by: number) => theta.map((t, k) => (k === free[j] ? t + by : t));
    const [up, down] = [shifted(h), shifted(-h)];
    const [above, below] = [profile(data, up), profile(data, down)];
    if (!above || !below) return null;
    free.forEach((k, i) => {
      const change = (up[k]! * above.score[k]! - down[k]! * below.score[k]!) / h;
      result[i * size + j]! += change / 2;
      result[j * size + i]! += change / 2;
    });
  }
  return result;
}

/** -(H + damping·diag|H|)^-1 g; null where that matrix is not positive definite. */
function newtonStep(
  matrix: Float64Array | null,
  slopes: readonly number[],
  damping: number,
): Float64Array | null {
  if (!matrix) return null;
  const size = slopes.length;
  for (let i = 0; i < size; i++) matrix[i * size + i]! += damping * Math.abs(matrix[i * size + i]!);
  const l = cholesky(matrix, size);
  return (
    l &&
    solve(
      l,
      size,
      Float64Array.from(slopes, (g) => -g),
    )
  );
}

/** By how much the quadratic through the derivatives falls along a step. */
const predictedFall = (slopes: readonly number[], step: Float64Array | null): number =>
  step ? -slopes.reduce((s, g, i) => s + g * step[i]!, 0) / 2 : Infinity;

function solve(l: Float64Array, size: number, b: Float64Array): Float64Array {
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) b[i]! -= l[i * size + k]! * b[k]!;
    b[i]! /= l[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) b[i]! -= l[k * size + i]! * b[k]!;
    b[i]! /= l[i * size + i]!;
  }
  return b;
}

/** theta after a step, none more than four times what it was; the deviance does not know theta's sign. */
function moved(theta: readonly number[], free: readonly number[], step: Float64Array): number[] {
  const result = [...theta];
  free.forEach((k, i) => (result[k] = Math.min(Math.abs(theta[k]! + step[i]!), 4 * theta[k]!)));
  return result;
}

/** Sets each theta near 0 to 0 where the deviance does not fall from there. */
function atZero(data: CrossProducts, theta: readonly number[]): readonly number[] {
  let result = theta;
  theta.forEach((t, k) => {
    if (t === 0 || t > NEAR_ZERO) return;
    const zero = result.map((value, j) => (j === k ? 0 : value));
    const there = profile(data, zero);
    if (there && !falls(there, k)) result = zero;
  });
  return result;
}

/** Whether the deviance falls as factor k's variance grows, by more than rounding. */
const falls = ({ score, traces }: Profile, k: number): boolean => score[k]! < -ROUNDING * traces[k]!;
