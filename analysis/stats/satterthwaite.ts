import { dot } from './numeric.js';

/** A trace this small beside the diagonal it is left of is rounding of zero, */
const CANCELLED = 1e-12;
/** and so is one this small beside the variance of the coefficient itself. */
const NOTHING = 1e-18;

/**
 * Degrees of freedom of a variance estimator that is a sum of squares, one per cluster (Satterthwaite 1946; Bell &
 * McCaffrey 2002): tr(P)² / tr(P²), where P_gh = cov(g's summand, h's) under the working model. P is given as
 * diag(d) + L·R' with few columns, so that no G×G matrix is formed. At least 1, and 0 where P is 0: the estimator is
 * then 0 whatever the outcome.
 * @param d one number per cluster
 * @param left columns of L, each of d's length
 * @param right columns of R, as many
 * @param scale the coefficient's variance under the working model: what the trace is of the size of
 */
export function satterthwaite(
  d: Float64Array,
  left: readonly Float64Array[],
  right: readonly Float64Array[],
  scale: number,
): number {
  const clusters = d.length;
  const inner = new Float64Array(clusters);
  let trace = 0;
  let squares = 0;
  let diagonal = 0;
  for (let g = 0; g < clusters; g++) {
    for (let a = 0; a < left.length; a++) inner[g] = inner[g]! + left[a]![g]! * right[a]![g]!;
    diagonal += d[g]!;
    trace += d[g]! + inner[g]!;
    squares += d[g]! * (d[g]! + 2 * inner[g]!);
  }
  if (trace <= Math.max(CANCELLED * diagonal, NOTHING * scale)) return 0;
  // tr(LR'·LR') for a symmetric LR' is the sum over pairs of columns of (L'L)·(R'R).
  for (let a = 0; a < left.length; a++)
    for (let b = 0; b <= a; b++) {
      const pair = dot(left[a]!, left[b]!, clusters) * dot(right[a]!, right[b]!, clusters);
      squares += a === b ? pair : 2 * pair;
    }
  return Math.max(1, (trace * trace) / squares);
}
