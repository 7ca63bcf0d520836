import { dotTwice, residualOf } from './double-double.js';
import { applyQ, applyQTransposed, solveR, solveRTransposed, type Qr } from './qr.js';

const MAX_STEPS = 15;

/**
 * Iterative refinement of a least-squares solution through the augmented system
 *   [ I  X ] [ e ]   [ y ]
 *   [ X' 0 ] [ b ] = [ 0 ]
 * whose residuals are formed in twice the working precision, so that coefficients and residuals come out correct
 * to nearly all digits even where X is close to collinear (Björck 1967, BIT 7; Golub & Van Loan, section 5.3.8).
 * `coefficients` (k, unscaled) and `residuals` (n) are improved in place.
 * @param columns the k kept columns, unscaled, as they were factorized
 * @param tails what each column lost when it was rounded to doubles, or null: the solution is then that of the
 *   columns before rounding, since the factorization only has to lead the way
 */
export function refine(
  qr: Qr,
  columns: readonly Float64Array[],
  tails: readonly (Float64Array | null)[],
  y: Float64Array,
  coefficients: Float64Array,
  residuals: Float64Array,
): void {
  const { n } = qr;
  const k = columns.length;
  const f = new Float64Array(n);
  const d = new Float64Array(k);
  const step = new Float64Array(k);
  const tailed = tails.flatMap((tail, j) => (tail === null ? [] : [j]));
  const parts = [...columns, ...tailed.map((j) => tails[j]!)];
  const factors = new Float64Array(parts.length);
  let previous = Infinity;
  for (let iteration = 0; iteration < MAX_STEPS; iteration++) {
    factors.set(coefficients);
    tailed.forEach((j, t) => (factors[k + t] = coefficients[j]!));
    for (let i = 0; i < n; i++) f[i] = residualOf(y[i]!, residuals[i]!, parts, factors, i);
    for (let j = 0; j < k; j++) {
      const tail = tails[j]!;
      const lost = tail === null ? 0 : dotTwice(tail, residuals);
      d[j] = -(dotTwice(columns[j]!, residuals) + lost) * qr.scale[j]!;
    }
    applyQTransposed(qr, f);
    solveRTransposed(qr, d);
    for (let j = 0; j < k; j++) {
      step[j] = f[j]! - d[j]!;
      f[j] = d[j]!;
    }
    solveR(qr, step);
    applyQ(qr, f);
    let size = 0;
    let largest = 0;
    for (let j = 0; j < k; j++) {
      // Compared in the units of the scaled columns, where coefficients of different regressors are alike.
      size = Math.max(size, Math.abs(step[j]!));
      largest = Math.max(largest, Math.abs(coefficients[j]! / qr.scale[j]!));
    }
    // Once a step is no smaller than the one before, it is rounding and would only walk about.
    if (!(size < previous)) return;
    for (let j = 0; j < k; j++) coefficients[j] = coefficients[j]! + step[j]! * qr.scale[j]!;
    for (let i = 0; i < n; i++) residuals[i] = residuals[i]! + f[i]!;
    if (size <= 1e-22 * largest) return;
    previous = size;
  }
}
