import type { Regressor } from './least-squares.js';
import { timesTwice } from './double-double.js';
import type { Column } from './types.js';

/**
 * The regressors x, x², …, x^degree of a polynomial, each with what it loses by rounding, so that `ols` solves the
 * polynomial in x and not one in powers rounded to doubles: on NIST's Filip (degree 10) that is worth five digits.
 * @param x n values
 * @param name of x: the powers are called `x`, `x^2`, …
 */
export function powers(x: Column, degree: number, name = 'x'): Regressor[] {
  const n = x.length;
  let high = new Float64Array(n).fill(1);
  let low = new Float64Array(n);
  return Array.from({ length: degree }, (_, j) => {
    const product = Array.from({ length: n }, (__, i) => timesTwice(high[i]!, low[i]!, x[i]!));
    high = Float64Array.from(product, (p) => p[0]);
    low = Float64Array.from(product, (p) => p[1]);
    return { name: j === 0 ? name : `${name}^${j + 1}`, values: high, tail: low };
  });
}
