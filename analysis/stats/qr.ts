import { addWithin, dotWithin, maxAbs, reciprocalPowerOfTwo } from './numeric.js';

/**
 * A column is collinear with those to its left when elimination leaves less than this share of its norm.
 * Exact collinearity leaves about 1e-16, NIST's Filip (powers up to x^10) 1e-8; R's lm stops at 1e-7 and drops a term there.
 */
export const RANK_TOLERANCE = 1e-11;

/** X·diag(scale) = Q·R by Householder reflections (Golub & Van Loan, Matrix Computations, section 5.2). */
export interface Qr {
  readonly n: number;
  /** Indices of the columns kept, in order, and of those dropped as collinear with columns to their left. */
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  /**
   * Kept column j from work[j·n] on: R above its diagonal, the reflector's vector from row j down. One more column
   * after the last is for the vector that Q is applied to. (One array: indexing two costs half as much again.)
   */
  readonly work: Float64Array;
  readonly diagonal: Float64Array;
  readonly tau: Float64Array;
  /** Power of two that each kept column was multiplied by. */
  readonly scale: Float64Array;
  /** The smallest |R_jj| relative to the norm of its column: 1 for orthogonal columns, 0 for collinear ones. */
  readonly smallest: number;
}

/** Memory for factorizations, grown as needed: allocating it anew costs more than factorizing. */
export interface Scratch {
  work: Float64Array;
}

/**
 * Factorizes n×p columns; columns that add nothing to those on their left are dropped.
 * @param columns p arrays of length n, not written to; finite (the caller has checked)
 * @param scratch the result lives in it, and is good until it is used again
 */
export function householder(
  columns: readonly Float64Array[],
  n: number,
  scratch: Scratch = { work: new Float64Array(0) },
): Qr {
  const p = columns.length;
  if (scratch.work.length < (p + 1) * n) scratch.work = new Float64Array((p + 1) * n);
  const { work } = scratch;
  const kept: number[] = [];
  const dropped: number[] = [];
  const diagonal = new Float64Array(p);
  const tau = new Float64Array(p);
  const scale = new Float64Array(p);
  let smallest = 1;
  for (let j = 0; j < p; j++) {
    const rank = kept.length;
    const start = rank * n;
    work.set(columns[j]!, start);
    const squares = dotWithin(work, start, start, n);
    const factor = scaleOf(columns[j]!, squares);
    if (factor === 0 || rank === n) {
      dropped.push(j);
      continue;
    }
    multiply(work, factor, start, n);
    // Scaling by a power of two is exact, unless the squares were out of range.
    const scaled = squares * factor * factor;
    const norm = Math.sqrt(scaled > 0.1 && scaled < 10 ? scaled : dotWithin(work, start, start, n));
    for (let r = 0; r < rank; r++) reflect(work, n, r, tau[r]!, start);
    const head = start + rank;
    const left = rank === 0 ? norm : Math.sqrt(dotWithin(work, head, head, n - rank));
    if (left <= RANK_TOLERANCE * norm) {
      dropped.push(j);
      continue;
    }
    const alpha = work[head]! > 0 ? -left : left; // the sign that adds, so that nothing cancels
    work[head]! -= alpha;
    tau[rank] = -1 / (alpha * work[head]!);
    diagonal[rank] = alpha;
    scale[rank] = factor;
    if (left < smallest * norm) smallest = left / norm;
    kept.push(j);
  }
  return { n, kept, dropped, work, diagonal, tau, scale, smallest };
}

/** The power of two that brings a column's norm near 1; 0 for a column of zeros. */
function scaleOf(column: Float64Array, squares: number): number {
  if (squares > 1e-280 && squares < 1e280) return reciprocalPowerOfTwo(Math.sqrt(squares));
  const largest = maxAbs(column); // the squares under- or overflow
  return largest === 0 ? 0 : reciprocalPowerOfTwo(largest);
}

function multiply(work: Float64Array, factor: number, start: number, n: number): void {
  for (let i = start; i < start + n; i++) work[i] = work[i]! * factor;
}

/** Applies reflector r to the column that starts at `target`. */
function reflect(work: Float64Array, n: number, r: number, tau: number, target: number): void {
  const v = r * n + r;
  addWithin(work, -tau * dotWithin(work, v, target + r, n - r), v, target + r, n - r);
}

/** target := Q'·target, in place; n long. */
export function applyQTransposed(qr: Qr, target: Float64Array): void {
  const { work, n, tau, kept } = qr;
  const slot = kept.length * n;
  work.set(target, slot);
  for (let r = 0; r < kept.length; r++) reflect(work, n, r, tau[r]!, slot);
  target.set(work.subarray(slot, slot + n));
}

/** target := Q·target, in place; n long. */
export function applyQ(qr: Qr, target: Float64Array): void {
  const { work, n, tau, kept } = qr;
  const slot = kept.length * n;
  work.set(target, slot);
  for (let r = kept.length - 1; r >= 0; r--) reflect(work, n, r, tau[r]!, slot);
  target.set(work.subarray(slot, slot + n));
}

/** Solves R·x = b for the first k elements of b, in place. */
export function solveR({ kept, n, work, diagonal }: Qr, b: Float64Array): void {
  for (let j = kept.length - 1; j >= 0; j--) {
    const x = b[j]! / diagonal[j]!;
    b[j] = x;
    for (let i = 0; i < j; i++) b[i]! -= x * work[j * n + i]!;
  }
}

/** Solves R'·x = b for the first k elements of b, in place. */
export function solveRTransposed({ kept, n, work, diagonal }: Qr, b: Float64Array): void {
  for (let j = 0; j < kept.length; j++) {
    let s = b[j]!;
    for (let i = 0; i < j; i++) s -= work[j * n + i]! * b[i]!;
    b[j] = s / diagonal[j]!;
  }
}

/** (X'X)^-1 of the kept columns, unscaled, k×k row-major: R^-1·R^-T. */
export function inverseCrossProduct({ kept, n, work, diagonal, scale }: Qr): Float64Array {
  const k = kept.length;
  const inverse = new Float64Array(k * k); // row-major R^-1, upper triangular
  for (let j = 0; j < k; j++) {
    inverse[j * k + j] = 1 / diagonal[j]!;
    for (let i = j - 1; i >= 0; i--) {
      let s = 0;
      for (let m = i + 1; m <= j; m++) s += work[m * n + i]! * inverse[m * k + j]!;
      inverse[i * k + j] = -s / diagonal[i]!;
    }
  }
  const result = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = i; j < k; j++) {
      let s = 0;
      for (let m = j; m < k; m++) s += inverse[i * k + m]! * inverse[j * k + m]!;
      result[i * k + j] = result[j * k + i] = s * scale[i]! * scale[j]!;
    }
  }
  return result;
}
