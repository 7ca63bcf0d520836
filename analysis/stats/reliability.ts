import { notEstimable, type NotEstimable } from './types.js';

/** Variances of one answer: of units (their groups among them), of years, of what is left (unit by year, and error). */
export interface AnswerVariances {
  readonly unit: number;
  readonly year: number;
  readonly residual: number;
}

/** What `reliability` returns. */
export interface Reliability {
  readonly status: 'ok';
  /** Answers averaged, one a year. */
  readonly years: number;
  /** For telling units apart (generalizability coefficient, relative error): unit/(unit + residual/k). */
  readonly reliability: number;
  /** For a unit's level as such (index of dependability phi, absolute error): unit/(unit + (year + residual)/k). */
  readonly phi: number;
}

/**
 * Reliability of the mean of k years' answers in the design units x years (Brennan 2001, Generalizability Theory, ch. 2).
 * The residuals of a unit's years are taken as independent: where answers last from year to year only, a mean of years is
 * less reliable than this. A year's own effect moves all units alike: it does not change their order, but it does change their level.
 *
 * Not estimable: `no-variance` (all three are 0).
 * @throws RangeError for a variance that is negative or not finite, or years that is not an integer >= 1
 */
export function reliability(variances: AnswerVariances, years = 1): Reliability | NotEstimable {
  const { unit, year, residual } = variances;
  if ([unit, year, residual].some((v) => !(v >= 0 && v < Infinity)))
    throw new RangeError(`variances are finite and >= 0, not ${unit}, ${year}, ${residual}`);
  if (!(Number.isInteger(years) && years >= 1))
    throw new RangeError(`years is an integer >= 1, not ${years}`);
  if (unit + year + residual === 0) return notEstimable('no-variance');
  const ratio = (error: number) => (unit === 0 ? 0 : unit / (unit + error / years));
  return { status: 'ok', years, reliability: ratio(residual), phi: ratio(year + residual) };
}

/**
 * Reliability of the mean of k measurements of reliability r: k·r/(1 + (k-1)·r) (Spearman 1910; Brown 1910).
 * @throws RangeError unless 0 <= r <= 1 and k > 0
 */
export function spearmanBrown(r: number, k: number): number {
  checkShare(r);
  if (!(k > 0 && k < Infinity)) throw new RangeError(`k is finite and above 0, not ${k}`);
  return (k * r) / (1 + (k - 1) * r);
}

/**
 * The fewest measurements of reliability r whose mean reaches the target: k = t(1-r)/(r(1-t)), rounded up (but for
 * rounding errors), at least 1. Null where r is 0: no number does.
 * @throws RangeError unless 0 <= r <= 1 and 0 < target < 1
 */
export function yearsFor(r: number, target = 0.8): number | null {
  checkShare(r);
  if (!(target > 0 && target < 1)) throw new RangeError(`the target is between 0 and 1, not ${target}`);
  if (r === 0) return null;
  const k = (target * (1 - r)) / (r * (1 - target));
  return k < Infinity ? Math.max(1, Math.ceil(k * (1 - 1e-12))) : null;
}

function checkShare(r: number): void {
  if (!(r >= 0 && r <= 1)) throw new RangeError(`a reliability is 0 to 1, not ${r}`);
}
