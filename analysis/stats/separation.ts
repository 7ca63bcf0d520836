import { dot, maxAbs, sum } from './numeric.js';
import { combine, matrixVector, orthonormalBasis } from './orthonormal.js';
import { applyQTransposed, householder, solveR } from './qr.js';
import { notEstimable, type NotEstimable } from './types.js';

/** A direction's value of a row, of a direction of length 1, that is rounding of 0. */
const ZERO = 1e-10;
/** The residual below is 0 or at least 1. */
const NO_DIRECTION = 0.5;
/** What a column adds to a direction of length 1 where it takes no part in it. */
const NO_PART = 1e-8;

/** A column with its name. */
export interface NamedColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** Where the maximum of a likelihood lies at infinity. */
export interface Separation {
  /** Columns whose coefficients go there together, in the order given. */
  readonly names: readonly string[];
  /** The rows (1) whose likelihood grows on the way: in a binary model they are then predicted without error. */
  readonly separated: Uint8Array;
  /** All rows are predicted without error: complete; some: quasi-complete (Albert & Anderson 1984, Biometrika 71:1). */
  readonly complete: boolean;
}

/**
 * Whether the columns separate the rows of sign +1 from those of sign -1: whether some direction c has s_i·x_i'c >= 0 in
 * every row and > 0 in one. The likelihood then grows without end along c. Exact; null where there is none.
 *
 * Rows that one direction predicts are set aside and the rest searched again until nothing is found, so that
 * `separated` holds every such row (the idea of Correia, Guimarães & Zylkin 2019, arXiv:1903.01633).
 * @param signs +1 or -1, one per row
 */
export function findSeparation(columns: readonly NamedColumn[], signs: Float64Array): Separation | null {
  const n = signs.length;
  const separated = new Uint8Array(n);
  const involved = new Set<string>();
  let rows = new Int32Array(n).map((_, i) => i);
  while (rows.length > 0) {
    const m = rows.length;
    const part = columns.map(({ values }) => gather(values, rows));
    const s = gather(signs, rows);
    const { kept, q, transform } = orthonormalBasis(part, m);
    const direction = separatingDirection(q, s);
    if (direction === null) break;
    matrixVector(transform, direction).forEach((c, j) => {
      const column = part[kept[j]!]!;
      if (Math.abs(c) * Math.sqrt(dot(column, column, m)) > NO_PART) involved.add(columns[kept[j]!]!.name);
    });
    const margin = combine(q, direction, m);
    const predicted = (r: number): boolean => s[r]! * margin[r]! > ZERO;
    rows.forEach((row, r) => {
      if (predicted(r)) separated[row] = 1;
    });
    rows = rows.filter((_, r) => !predicted(r));
  }
  if (involved.size === 0) return null;
  const names = columns.map(({ name }) => name).filter((name) => involved.has(name));
  return { names, separated, complete: rows.length === 0 };
}

/** The values at the indices given. (A loop: Float64Array.from with a function is much slower.) */
export function gather(values: Float64Array, indices: Int32Array): Float64Array {
  const result = new Float64Array(indices.length);
  for (let r = 0; r < result.length; r++) result[r] = values[indices[r]!]!;
  return result;
}

/** `separation` as a reason, with the columns and the rows in words. */
export function notSeparable({ names, complete, separated }: Separation): NotEstimable {
  const kind = complete ? 'complete' : 'quasi-complete';
  return notEstimable(
    'separation',
    `${kind}: ${names.join(', ')}; ${sum(separated)} of ${separated.length} rows`,
  );
}

/**
 * A direction of length 1 with A·c >= 0 and A·c not 0, where A is Q with its rows times s; or null.
 * By Stiemke's alternative there is none exactly where A'w = 0 for some w > 0. So the length of A'(1 + u) is
 * minimized over u >= 0, by the active-set method of Lawson & Hanson (1974, Solving Least Squares Problems, ch. 23). At the
 * minimum the residual r = A'(1 + u) has A·r >= 0, and = 0 where u > 0: if it is not 0, it is such a direction. With
 * Q'Q = I it is then not short either: |r|² = sum(A·r) >= |A·r| = |r|, so |r| >= 1. The search can end as soon as the
 * residual is shorter. (Null too, undecided, after 3n steps, which the method needs in theory alone.)
 */
function separatingDirection(q: readonly Float64Array[], s: Float64Array): Float64Array | null {
  const n = s.length;
  const k = q.length;
  const target = Float64Array.from(q, (column) => -dot(column, s, n));
  const rowOf = (i: number): Float64Array => Float64Array.from(q, (column) => s[i]! * column[i]!);
  let active: Positive[] = [];
  for (let step = 0; step < 3 * n; step++) {
    const residual = target.map((t, r) => active.reduce((left, { row, u }) => left - u * row[r]!, t));
    const length = Math.sqrt(dot(residual, residual, k));
    if (length < NO_DIRECTION) return null;
    const gain = combine(q, residual, n);
    let best = -1;
    let most = ZERO * length;
    for (let i = 0; i < n; i++) {
      const g = s[i]! * gain[i]!;
      if (g <= most) continue;
      best = i;
      most = g;
    }
    if (best < 0) return residual.map((v) => -v / length);
    active = stayPositive([...active, { row: rowOf(best), u: 0 }], target);
  }
  return null;
}

/** A row of A whose u is above 0. */
interface Positive {
  readonly row: Float64Array;
  readonly u: number;
}

/** From u towards the least-squares solution of sum u·row = target, leaving out each row whose u reaches 0. */
function stayPositive(active: Positive[], target: Float64Array): Positive[] {
  while (active.length > 0) {
    const solution = leastSquares(
      active.map(({ row }) => row),
      target,
    );
    let share = 1;
    active.forEach(({ u }, j) => {
      if (solution[j]! <= 0) share = u === 0 ? 0 : Math.min(share, u / (u - solution[j]!));
    });
    const moved = active.map(({ row, u }, j) => ({ row, u: u + share * (solution[j]! - u) }));
    if (solution.every((v) => v > 0)) return moved;
    const rounding = 1e-14 * maxAbs(moved.map(({ u }) => u));
    active = moved.filter(({ u }, j) => solution[j]! > 0 || u > rounding);
  }
  return active;
}

function leastSquares(columns: readonly Float64Array[], target: Float64Array): Float64Array {
  const qr = householder(columns, target.length);
  const b = target.slice();
  applyQTransposed(qr, b);
  solveR(qr, b);
  const solution = new Float64Array(columns.length);
  qr.kept.forEach((j, r) => (solution[j] = b[r]! * qr.scale[r]!));
  return solution;
}
