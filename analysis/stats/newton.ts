import { cholesky, inverseLower } from './cholesky.js';
import { dot } from './numeric.js';
import { matrixVector } from './orthonormal.js';

const MOST_STEPS = 100;
const MOST_HALVINGS = 40;
/** At this squared length of the step, in standard errors, one more step reaches the last digit. */
const SETTLED = 1e-16;
/** A loss of less than this share of the value is rounding. */
const ROUNDING = 1e-13;
/** What elimination leaves of a diagonal element where the information is singular. */
const SINGULAR = 1e-13;

/** A log likelihood at one point; -Infinity as value: the point is not allowed. */
export interface Point {
  readonly value: number;
  readonly gradient: Float64Array;
  /** Minus the matrix of second derivatives, row-major. */
  readonly information: Float64Array;
}

export interface Maximum {
  readonly at: Float64Array;
  readonly value: number;
  /** Inverse of the information there, row-major. */
  readonly inverse: Float64Array;
  readonly iterations: number;
}

/**
 * The maximum of a concave function by Newton's method: each step I^-1·g, halved while the value falls.
 * It has converged when g'·I^-1·g, which no change of parameters alters, is below 1e-16.
 * Null where the information is singular or a hundred steps are not enough.
 */
export function maximize(start: Float64Array, evaluate: (at: Float64Array) => Point): Maximum | null {
  let at = start;
  let here = evaluate(at);
  for (let iterations = 1; iterations <= MOST_STEPS; iterations++) {
    const inverse = inversePositiveDefinite(here.information);
    if (inverse === null) return null;
    const step = matrixVector(inverse, here.gradient);
    const settled = dot(step, here.gradient, step.length) <= SETTLED;
    const least = settled ? -Infinity : here.value - ROUNDING * Math.abs(here.value);
    let length = 1;
    let next = along(at, step, length);
    let there = evaluate(next);
    for (let h = 0; !(there.value >= least && there.value > -Infinity); h++) {
      if (h === MOST_HALVINGS) return null;
      next = along(at, step, (length /= 2));
      there = evaluate(next);
    }
    at = next;
    here = there;
    if (!settled) continue;
    const last = inversePositiveDefinite(here.information);
    return last === null ? null : { at, value: here.value, inverse: last, iterations };
  }
  return null;
}

function along(at: Float64Array, step: Float64Array, length: number): Float64Array {
  return at.map((v, j) => v + length * step[j]!);
}

/** Inverse of a symmetric matrix, row-major, by Cholesky: (LL')^-1 = L^-T·L^-1. Null where it is not positive definite. */
function inversePositiveDefinite(matrix: Float64Array): Float64Array | null {
  const k = Math.sqrt(matrix.length);
  const l = cholesky(matrix, k, SINGULAR);
  if (l === null) return null;
  const inverse = inverseLower(l, k, k);
  const result = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      let s = 0;
      for (let m = a; m < k; m++) s += inverse[m * k + a]! * inverse[m * k + b]!;
      result[a * k + b] = result[b * k + a] = s;
    }
  }
  return result;
}
