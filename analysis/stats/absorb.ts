import type { Factor } from './effects.js';
import { maxAbs } from './numeric.js';

/** The conjugate gradient stops when its residual is below this share of the column's norm. */
const TOLERANCE = 1e-14;
const MAX_ITERATIONS = 5000;
/** Where less than this share of a column is left, the rounding of the means shows, and they are taken out again. */
const ONCE_IS_ENOUGH = 1e-3;

/** Subtracts group means of one factor at a time. Holds the group weights, computed once for all columns. */
class GroupMeans {
  private readonly inverse: Float64Array;
  private readonly totals: Float64Array;
  constructor(
    private readonly factor: Factor,
    private readonly weights: Float64Array | null,
  ) {
    this.totals = new Float64Array(factor.levels);
    this.inverse = new Float64Array(factor.levels);
    const { codes, counts } = factor;
    if (weights === null) this.inverse.set(counts);
    else for (let i = 0; i < codes.length; i++) this.inverse[codes[i]!]! += weights[i]!;
    for (let g = 0; g < factor.levels; g++) this.inverse[g] = 1 / this.inverse[g]!;
  }
  subtract(column: Float64Array): void {
    const { totals, inverse, weights } = this;
    const { codes } = this.factor;
    totals.fill(0);
    if (weights === null) for (let i = 0; i < codes.length; i++) totals[codes[i]!]! += column[i]!;
    else for (let i = 0; i < codes.length; i++) totals[codes[i]!]! += weights[i]! * column[i]!;
    for (let g = 0; g < totals.length; g++) totals[g] = totals[g]! * inverse[g]!;
    for (let i = 0; i < codes.length; i++) column[i] = column[i]! - totals[codes[i]!]!;
  }
}

/**
 * Replaces each column by its residual from the (weighted) regression on the dummies of all factors.
 * One factor: group means, subtracted again where little is left, so that the rounding of the first means goes too.
 * Several: the conjugate gradient on symmetric alternating projections (Correia 2017, "Linear models with high-
 * dimensional fixed effects", section 3; Hernández-Ramos, Escalante & Raydan 2011): with T = P1 P2..Pm..P2 P1 and
 * Pj = "subtract the means of factor j", it solves (I - T) z = (I - T) y; y - z is the residual.
 * @param columns written to; each of the factors' length
 * @param before the largest absolute value of each column
 * @returns the same afterwards; null where it did not converge
 */
export function absorb(
  columns: readonly Float64Array[],
  before: readonly number[],
  factors: readonly Factor[],
  weights: Float64Array | null,
): number[] | null {
  const means = factors.map((factor) => new GroupMeans(factor, weights));
  const [first] = means;
  if (!first) return [...before];
  const after: number[] = [];
  for (const [j, column] of columns.entries()) {
    first.subtract(column);
    let left = maxAbs(column);
    const again = left < ONCE_IS_ENOUGH * before[j]! || means.length > 1;
    if (again) first.subtract(column);
    if (means.length > 1 && !project(column, means, weights)) return null;
    if (again) left = maxAbs(column);
    after.push(left);
  }
  return after;
}

function project(y: Float64Array, means: readonly GroupMeans[], weights: Float64Array | null): boolean {
  const n = y.length;
  const r = new Float64Array(n);
  const p = new Float64Array(n);
  const q = new Float64Array(n);
  const largest = maxAbs(y);
  if (largest === 0) return true;
  const target = TOLERANCE * TOLERANCE * inner(y, y, weights);
  // A second round removes what rounding left of the effects in the first.
  for (let round = 0; round < 2; round++) {
    complement(y, r, means);
    let rr = inner(r, r, weights);
    p.set(r);
    let iterations = 0;
    while (rr > target) {
      if (++iterations > MAX_ITERATIONS) return false;
      complement(p, q, means);
      const pq = inner(p, q, weights);
      if (!(pq > 0)) break;
      const alpha = rr / pq;
      for (let i = 0; i < n; i++) {
        y[i] = y[i]! - alpha * p[i]!;
        r[i] = r[i]! - alpha * q[i]!;
      }
      const next = inner(r, r, weights);
      const beta = next / rr;
      rr = next;
      for (let i = 0; i < n; i++) p[i] = r[i]! + beta * p[i]!;
    }
  }
  return true;
}

/** target := (I - T) source, T the symmetric sweep over all factors. */
function complement(source: Float64Array, target: Float64Array, means: readonly GroupMeans[]): void {
  target.set(source);
  for (let m = 0; m < means.length; m++) means[m]!.subtract(target);
  for (let m = means.length - 2; m >= 0; m--) means[m]!.subtract(target);
  for (let i = 0; i < target.length; i++) target[i] = source[i]! - target[i]!;
}

function inner(a: Float64Array, b: Float64Array, weights: Float64Array | null): number {
  let s = 0;
  if (weights === null) for (let i = 0; i < a.length; i++) s += a[i]! * b[i]!;
  else for (let i = 0; i < a.length; i++) s += weights[i]! * a[i]! * b[i]!;
  return s;
}
