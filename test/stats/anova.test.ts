import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  averageRanks,
  kruskalWallis,
  ols,
  oneWayAnova,
  welchAnova,
  welchTTest,
} from '../../analysis/stats/index.js';
import { expectClose } from './tolerance.js';

describe('one-way analysis of variance', () => {
  test('two groups: F is the square of t', () => {
    const y = [3, 4, 6, 8, 1, 2, 2.5];
    const codes = [0, 0, 0, 0, 1, 1, 1];
    const anova = oneWayAnova(y, codes, 2);
    const fit = ols({ y, x: [{ name: 'g', values: codes }] });
    if (anova.status !== 'ok' || fit.status !== 'ok') throw new Error('not estimable');
    expectClose(anova.etaSquared, fit.r2, 'eta² = R²', 1e-13);
    const t = fit.coefficients[1]! / Math.sqrt((fit.sse / 5) * fit.bread[3]!);
    expectClose(anova.f, t * t, 'F = t²', 1e-12);
  });
  test('perfect separation has no F, p of 0 and shares of 1', () => {
    const thirds = [1 / 3, 0.1 + 0.2 + 1 / 30, 1 / 3, 2, 2];
    expect(oneWayAnova(thirds, [0, 0, 0, 1, 1], 2)).toMatchObject({
      status: 'ok',
      f: null,
      p: 0,
      etaSquared: 1,
      icc: 1,
      ssWithin: 0,
    });
  });
  test('an infinite variance ratio is the only case without F: equal means give 0', () => {
    expect(oneWayAnova([1, 2, 1, 2], [0, 0, 1, 1], 2)).toMatchObject({ f: 0, p: 1, etaSquared: 0 });
  });
  test.each([
    ['no-observations', [], []],
    ['one-group', [1, 2, 3], [1, 1, 1]],
    ['constant-outcome', [33.333333, 33.333333, 33.333333, 33.333333], [0, 0, 1, 1]],
    ['no-within-df', [1, 2, 3], [0, 1, 2]],
  ])('%s is a reason, not a number', (reason, y, codes) => {
    expect(oneWayAnova(y, codes, 3)).toMatchObject({ status: 'not-estimable', reason });
  });
  test("Welch's F with two groups left is the square of Welch's t", () => {
    const a = [1, 4, 2, 8, 5];
    const b = [3, 9, 12];
    const f = welchAnova([...a, ...b, 7, 5, 5], [0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 3], 4);
    const t = welchTTest(a, b);
    if (f.status !== 'ok' || t.status !== 'ok') throw new Error('not estimable');
    expect(f.leftOut).toEqual([2, 3]);
    expectClose(f.f, t.t * t.t, 'F = t²', 1e-12);
    expectClose(f.p, t.p, 'p', 1e-10);
  });
  test('no two groups with a variance: no test', () => {
    expect(welchAnova([1, 1, 2, 3], [0, 0, 1, 1], 2)).toMatchObject({ reason: 'one-group' });
    expect(kruskalWallis([1, 1, 1], [0, 1, 1], 2)).toMatchObject({ reason: 'constant-outcome' });
  });
  test('a group code outside 0..groupCount-1 is an error of the caller', () => {
    for (const run of [oneWayAnova, welchAnova, kruskalWallis])
      expect(() => run([1, 2], [0, 2], 2)).toThrow(RangeError);
  });
  test('ranks of ties are shared, and ranks sum to n(n+1)/2', () => {
    expect([...averageRanks([5, 1, 5, 3]).ranks]).toEqual([3.5, 1, 3.5, 2]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (y) => {
        expect(averageRanks(y).ranks.reduce((s, r) => s + r, 0)).toBe((y.length * (y.length + 1)) / 2);
      }),
    );
  });
});
