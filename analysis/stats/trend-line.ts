import type * as MlRegression from 'ml-regression';
import { createRequire } from 'node:module';
import { isConstant } from './numeric.js';
import type { Column } from './types.js';

/** y = intercept + slope·x. */
export interface TrendLine {
  readonly slope: number;
  readonly intercept: number;
}

// Loaded at the first line drawn: most of ml-regression is for other curves, and most runs draw none.
let library: typeof MlRegression | undefined;
function mlRegression(): typeof MlRegression {
  library ??= createRequire(import.meta.url)('ml-regression') as typeof MlRegression;
  return library;
}

/**
 * The least-squares line through points, for figures; inference is `ols`. null for fewer than two different x.
 * @throws RangeError where x and y differ in length
 */
export function olsLine(x: Column, y: Column): TrendLine | null {
  return line(x, y, 'SimpleLinearRegression');
}

/**
 * The line whose slope is the median of all pairwise slopes (Theil 1950, Sen 1968), which a few odd values do not
 * move, and whose intercept is the median of y - slope·x; for figures. null for fewer than two different x.
 * Time and memory grow with the square of the number of points.
 * @throws RangeError where x and y differ in length
 */
export function theilSenLine(x: Column, y: Column): TrendLine | null {
  return line(x, y, 'TheilSenRegression');
}

function line(x: Column, y: Column, method: keyof typeof MlRegression): TrendLine | null {
  if (x.length !== y.length) throw new RangeError(`${x.length} values of x, ${y.length} of y`);
  if (x.length < 2 || isConstant(x)) return null;
  // About the first point: the library sums x² plainly, and a calendar year squared would cost digits.
  const x0 = x[0]!;
  const { slope, intercept } = new (mlRegression()[method])(
    Array.from(x, (v) => v - x0),
    Array.from(y),
  );
  return { slope, intercept: intercept - slope * x0 };
}
