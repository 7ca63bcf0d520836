import { describe, expect, test } from 'vitest';
import { ols, type OlsInput } from '../../analysis/stats/index.js';

describe('a regression without an estimate gives the reason', () => {
  const y = [1, 2, 4, 3];
  const x = [{ name: 'x', values: [0, 1, 0, 1] }];
  const unit = [{ name: 'unit', codes: [0, 0, 1, 1] }];
  const constant = [{ name: 'x', values: [0.1, 0.1, 0.1, 0.1] }];
  const reasons: [string, OlsInput][] = [
    ['no-observations', { y: [], x: [{ name: 'x', values: [] }] }],
    ['no-observations', { y, x, weights: [0, 0, 0, 0] }],
    ['no-observations', { y, x, effects: [{ name: 'unit', codes: [0, 1, 2, 3] }] }],
    ['non-finite', { y: [1, NaN, 2, 3], x }],
    ['non-finite', { y: [1, 1e200, 2, 3], x }],
    ['non-finite', { y, x: [{ name: 'x', values: [0, 1, -Infinity, 1] }] }],
    ['non-finite', { y, x, weights: [1, NaN, 1, 1] }],
    ['negative-weight', { y, x, weights: [1, -1, 1, 1] }],
    ['too-few-observations', { y: [1], x: [{ name: 'x', values: [2] }] }],
    ['too-few-observations', { y: [1, 2], x: [{ name: 'x', values: [1, 2] }] }],
    ['constant-outcome', { y: [33.333333, 33.333333, 33.333333, 33.333333], x }],
    ['constant-outcome', { y: [0.1 + 0.2, 0.3, 0.3, 0.3], x }],
    ['constant-outcome', { y: [0, 0, 0, 0], x, intercept: false }],
    ['constant-outcome', { y: [1 / 3, 1 / 3, 5, 5], x, effects: unit }],
    ['no-regressor', { y, x: [], intercept: false }],
    ['no-regressor', { y, x: [], effects: unit }],
    ['no-regressor', { y, x: [{ name: 'x', values: [0, 0, 0, 0] }], intercept: false }],
    ['constant-regressor', { y, x: constant }],
    ['constant-regressor', { y, x: constant, effects: unit }],
    ['absorbed-regressor', { y, x: [{ name: 'x', values: [0.1, 0.1, 0.7, 0.7] }], effects: unit }],
    ['absorbed-regressor', { y, x: [{ name: 'x', values: [5, 5, 7, 7] }, ...constant], effects: unit }],
  ];
  test.each(reasons)('%s', (reason, input) => {
    expect(ols(input)).toMatchObject({ status: 'not-estimable', reason });
  });
  test('columns of different lengths and codes that are no codes are errors of the caller', () => {
    expect(() => ols({ y, x: [{ name: 'x', values: [1, 2] }] })).toThrow('x has 2 rows, the outcome 4');
    expect(() => ols({ y, x, effects: [{ name: 'unit', codes: [0, 1, -1, 0] }] })).toThrow(RangeError);
    expect(() => ols({ y, x, effects: [{ name: 'unit', codes: [0, 1, 0.5, 0] }] })).toThrow(RangeError);
  });
});
