import { absorb } from './absorb.js';
import type { OlsInput } from './least-squares.js';
import { dot, isWithinRounding, rangeOf, sum } from './numeric.js';
import { take, type Sample } from './sample.js';
import { notEstimable, type NotEstimable } from './types.js';

/** What absorbing leaves of a column that the effects explain, as a share of its largest deviation from its first value. */
const LEFT_BY_ONE = 1e-12;
const LEFT_BY_SEVERAL = 1e-9;
/** Squares of larger values would pass the largest double. */
const LARGEST = 1e150;

/** The name of the constant among the coefficients. */
export const INTERCEPT = '(Intercept)';

/** What goes into the factorization. */
export interface DesignMatrix {
  /** One per column. */
  readonly names: readonly string[];
  /** After absorbing and times sqrt(weight). */
  readonly columns: readonly Float64Array[];
  /** One per column: what it lost when it was rounded, or null. */
  readonly tails: readonly (Float64Array | null)[];
  readonly y: Float64Array;
  /** Whether the first column is the intercept. */
  readonly isIntercept: boolean;
  /** Norm of sqrt(weight)·y before absorbing. */
  readonly norm: number;
  /** Weighted sum of squares of y about its mean, or about 0 in a model without intercept and effects. */
  readonly centred: number;
  /** Regressors that do not enter: constant beside a constant, or explained by the effects. */
  readonly lost: { readonly constant: number; readonly absorbed: number };
}

/**
 * Columns and outcome of the rows used, with effects absorbed and weights applied.
 * Not estimable: `non-finite`, `too-few-observations` (one row), `constant-outcome`, `no-regressor` (no column at all),
 * `no-convergence`.
 */
export function assemble(input: OlsInput, sample: Sample): DesignMatrix | NotEstimable {
  const { n, rows, weights, factors } = sample;
  const isIntercept = factors.length === 0 && input.intercept !== false;
  const hasConstant = isIntercept || factors.length > 0;
  let y = take(input.y, rows);
  const outcome = extent(y);
  if (!outcome.finite) return notEstimable('non-finite', 'the outcome');
  const given = input.x.map(({ name, values, tail }) => {
    const column = take(values, rows);
    return { name, column, tail: tail === undefined ? null : take(tail, rows), ...extent(column) };
  });
  const wild = given.find(({ finite }) => !finite);
  if (wild) return notEstimable('non-finite', wild.name);
  if (n < 2) return notEstimable('too-few-observations', 'one row');
  if (outcome.constant && (hasConstant || y[0] === 0)) return notEstimable('constant-outcome');
  if (given.length === 0 && !isIntercept) return notEstimable('no-regressor');

  const varying = given.filter(({ constant }) => !(hasConstant && constant));
  const norm = Math.sqrt(squares(y, 0, weights));
  const centred = squares(y, hasConstant ? meanOf(y, weights) : 0, weights);
  let columns = varying.map(({ column }) => column);
  let names = varying.map(({ name }) => name);
  let tails = varying.map(({ tail }) => tail);
  if (factors.length > 0) {
    const within = [y, ...columns].map(aboutFirst);
    const before = [outcome, ...varying].map(({ min, max }, j) => {
      const first = (j === 0 ? y : columns[j - 1]!)[0]!;
      return Math.max(max - first, first - min);
    });
    const after = absorb(within, before, factors, weights);
    if (after === null) return notEstimable('no-convergence', 'of the absorbed effects');
    const limit = factors.length === 1 ? LEFT_BY_ONE : LEFT_BY_SEVERAL;
    const remains = after.map((left, j) => left > limit * before[j]!);
    if (!remains[0]) return notEstimable('constant-outcome', 'within the absorbed effects');
    y = within[0]!;
    columns = within.slice(1).filter((_, j) => remains[j + 1]);
    names = names.filter((_, j) => remains[j + 1]);
  }
  const lost = { constant: given.length - varying.length, absorbed: varying.length - columns.length };
  if (isIntercept) {
    columns = [ones(n), ...columns];
    names = [INTERCEPT, ...names];
    tails = [null, ...tails];
  }
  if (weights !== null) {
    const root = weights.map(Math.sqrt);
    const scaled = (column: Float64Array): Float64Array => column.map((v, i) => v * root[i]!);
    y = scaled(y);
    columns = columns.map(scaled);
  }
  if (weights !== null || factors.length > 0) tails = columns.map(() => null);
  return { names, columns, tails, y, isIntercept, norm, centred, lost };
}

function extent(column: Float64Array) {
  const { min, max } = rangeOf(column);
  const scale = Math.max(-min, max);
  return { min, max, finite: scale < LARGEST, constant: isWithinRounding(min, max, scale) };
}

// One column serves all fits of the same length: nobody writes to it.
let intercept = new Float64Array(0);
function ones(n: number): Float64Array {
  if (intercept.length !== n) intercept = new Float64Array(n).fill(1);
  return intercept;
}

function meanOf(y: Float64Array, weights: Float64Array | null): number {
  return weights === null ? sum(y) / y.length : dot(y, weights, y.length) / sum(weights);
}

/**
 * A copy about its first value: the effects span the constant, and a large level would cost digits in absorbing.
 * About a value of its own and not the mean, because the difference of two data values is as a rule exact.
 */
function aboutFirst(column: Float64Array): Float64Array {
  const first = column[0]!;
  const result = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) result[i] = column[i]! - first;
  return result;
}

function squares(y: Float64Array, centre: number, weights: Float64Array | null): number {
  let s = 0;
  for (let i = 0; i < y.length; i++) {
    const d = y[i]! - centre;
    s += weights === null ? d * d : weights[i]! * d * d;
  }
  return s;
}
