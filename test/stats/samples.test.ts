import { describe as group, expect, test } from 'vitest';
import { describe, ols, olsLine, theilSenLine, welchTTest } from '../../analysis/stats/index.js';
import { expectClose } from './tolerance.js';

group('two samples', () => {
  test('fewer than two values, or no variance in either, give a reason', () => {
    expect(welchTTest([1], [2, 3])).toMatchObject({ reason: 'too-few-observations' });
    expect(welchTTest([1, 1], [2, 2])).toMatchObject({ reason: 'constant-outcome' });
  });
  test('swapping the samples turns the sign', () => {
    const [one, other] = [welchTTest([1, 2, 5], [4, 4, 9, 7]), welchTTest([4, 4, 9, 7], [1, 2, 5])];
    if (one.status !== 'ok' || other.status !== 'ok') throw new Error('not estimable');
    expectClose(other.t, -one.t, 't', 1e-12);
    expectClose(other.ciLow, -one.ciHigh, 'interval', 1e-12);
  });
});

group('description', () => {
  test('quartiles are of type 7, the standard deviation of n-1', () => {
    expect(describe([4, 1, 3, 2])).toEqual({
      n: 4,
      mean: 2.5,
      sd: Math.sqrt(5 / 3),
      min: 1,
      q1: 1.75,
      median: 2.5,
      q3: 3.25,
      max: 4,
    });
  });
  test('one value has no standard deviation, no value nothing', () => {
    expect(describe([7])).toMatchObject({ n: 1, mean: 7, sd: null, median: 7 });
    expect(describe([])).toEqual({
      n: 0,
      mean: null,
      sd: null,
      min: null,
      q1: null,
      median: null,
      q3: null,
      max: null,
    });
  });
});

group('trend lines', () => {
  const years = [2016, 2017, 2018, 2019, 2020];
  test('the plain line is the least-squares fit', () => {
    const y = [41.2, 44.7, 43.1, 50.3, 49.9];
    const fit = ols({ y, x: [{ name: 'year', values: years }] });
    if (fit.status !== 'ok') throw new Error(fit.reason);
    const line = olsLine(years, y);
    expectClose(line?.slope, fit.coefficients[1]!, 'slope', 1e-10);
    expectClose(line?.intercept, fit.coefficients[0]!, 'intercept', 1e-10);
  });
  test('the Theil-Sen line is not moved by one odd year', () => {
    const line = theilSenLine(years, [10, 12, 14, 16, 900]);
    expect([line?.slope, line!.intercept + line!.slope * 2016]).toEqual([2, 10]);
  });
  test('needs two different x', () => {
    expect([olsLine([2016], [1]), theilSenLine([2016, 2016], [1, 2])]).toEqual([null, null]);
    expect(() => olsLine([1, 2], [1])).toThrow(RangeError);
  });
});
