import { INTERCEPT } from './design.js';
import { compact } from './effects.js';
import type { Regressor } from './least-squares.js';
import { rangeOf } from './numeric.js';
import { take } from './sample.js';
import type { NamedColumn } from './separation.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

const LARGEST = 1e150;

/** What `logit` and `orderedLogit` take. */
export interface LogitInput {
  readonly y: Column;
  readonly x: readonly Regressor[];
  /**
   * Default true: a column of ones, named `(Intercept)`, first. Ignored where effects are given, and by the ordered logit,
   * whose thresholds take its place.
   */
  readonly intercept?: boolean;
  /**
   * Effects of few levels, such as years: each level becomes a dummy named `name=code`. (A logit cannot absorb effects,
   * and with few rows per level its estimates are inconsistent: Neyman & Scott 1948, Econometrica 16.)
   */
  readonly effects?: readonly { readonly name: string; readonly codes: Codes }[];
}

/** What stands on the right-hand side, before collinear columns are left out. */
export interface Candidates {
  /** Every level of every effect; levels in the order of their codes. */
  readonly dummies: readonly NamedColumn[];
  readonly regressors: readonly NamedColumn[];
}

/**
 * Columns of the model. Not estimable: `no-observations`, `non-finite` (a regressor).
 * @throws RangeError where columns differ in length or a code is not an integer >= 0
 */
export function candidates(input: LogitInput): Candidates | NotEstimable {
  const n = input.y.length;
  for (const { name, values } of input.x)
    if (values.length !== n) throw new RangeError(`${name} has ${values.length} rows, the outcome ${n}`);
  for (const { name, codes } of input.effects ?? [])
    if (codes.length !== n) throw new RangeError(`${name} has ${codes.length} rows, the outcome ${n}`);
  if (n === 0) return notEstimable('no-observations');
  const regressors = input.x.map(({ name, values }) => ({ name, values: take(values, null) }));
  const wild = regressors.find(({ values }) => {
    const { min, max } = rangeOf(values);
    return !(Math.max(-min, max) < LARGEST);
  });
  if (wild) return notEstimable('non-finite', wild.name);
  const dummies = (input.effects ?? []).flatMap(({ name, codes }) => levelsOf(name, codes));
  return { dummies, regressors };
}

export function constant(n: number): NamedColumn {
  return { name: INTERCEPT, values: new Float64Array(n).fill(1) };
}

function levelsOf(name: string, codes: Codes): NamedColumn[] {
  const factor = compact(codes, null);
  const dummies: { readonly code: number; readonly values: Float64Array }[] = [];
  factor.codes.forEach((level, i) => {
    dummies[level] ??= { code: codes[i]!, values: new Float64Array(codes.length) };
    dummies[level].values[i] = 1;
  });
  dummies.sort((a, b) => a.code - b.code);
  return dummies.map(({ code, values }) => ({ name: `${name}=${code}`, values }));
}

/** Those of the regressors given that are not among the columns kept. */
export function droppedOf(
  regressors: readonly NamedColumn[],
  kept: readonly NamedColumn[],
): readonly string[] {
  return regressors.filter((x) => !kept.includes(x)).map(({ name }) => name);
}
