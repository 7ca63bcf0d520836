import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  inference,
  OneRegressor,
  ols,
  oneWayAnova,
  resampledAnova,
  type Vcov,
} from '../../analysis/stats/index.js';

const TOLERANCE = 1e-9;

/** Rows of a panel with holes, drawn by fast-check; x is 0 or 1. */
const panels = fc
  .array(
    fc.record({
      unit: fc.integer({ min: 0, max: 9 }),
      level: fc.integer({ min: 0, max: 2 }),
      x: fc.integer({ min: 0, max: 1 }),
      y: fc.double({ min: -50, max: 150, noNaN: true, noDefaultInfinity: true }),
    }),
    { minLength: 12, maxLength: 40 },
  )
  .map((rows) => ({
    unit: Int32Array.from(rows, (r) => r.unit),
    level: Int32Array.from(rows, (r) => r.level),
    x: Float64Array.from(rows, (r) => r.x),
    y: Float64Array.from(rows, (r) => Math.round(r.y)),
  }));
type Rows = typeof panels extends fc.Arbitrary<infer T> ? T : never;

const kinds = ['iid', 'HC0', 'HC1', 'HC2', 'HC3', 'cluster'] as const;

/** The same estimate by the general way. */
function general(rows: Rows, kind: (typeof kinds)[number], withLevels: boolean) {
  const fit = ols({
    y: rows.y,
    x: [{ name: 'x', values: rows.x }],
    effects: withLevels ? [{ name: 'level', codes: rows.level }] : [],
  });
  // The general way leaves rows out that are alone in their level.
  if (fit.status !== 'ok' || fit.perfectFit || fit.singletons > 0 || !fit.names.includes('x')) return null;
  const vcov: Vcov = kind === 'cluster' ? { kind, by: [{ name: 'unit', codes: rows.unit }] } : { kind };
  const inferred = inference(fit, vcov);
  if (inferred.status !== 'ok') return null;
  const term = inferred.terms.find((t) => t.name === 'x')!;
  return term.statistic === null ? null : { ...term, df: inferred.df };
}

/** Rows of the units in the numbers of copies given, each copy a unit of its own. */
function expanded(rows: Rows, counts: readonly number[]): Rows {
  const at: number[] = [];
  const unit: number[] = [];
  rows.unit.forEach((u, i) => {
    for (let c = 0; c < counts[u]!; c++) {
      at.push(i);
      unit.push(u * 100 + c);
    }
  });
  return {
    unit: Int32Array.from(unit),
    level: Int32Array.from(at, (i) => rows.level[i]!),
    x: Float64Array.from(at, (i) => rows.x[i]!),
    y: Float64Array.from(at, (i) => rows.y[i]!),
  };
}

const close = (a: number, b: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(TOLERANCE * Math.max(1, Math.abs(b)));

describe('OneRegressor', () => {
  test.each(kinds)(
    'gives what ols and inference give with the effect absorbed, covariance %s',
    (covariance) => {
      fc.assert(
        fc.property(panels, fc.boolean(), (rows, withLevels) => {
          const expected = general(rows, covariance, withLevels);
          if (expected === null || !(expected.se > 1e-6)) return;
          const level = withLevels ? rows.level : new Int32Array(rows.y.length);
          const one = new OneRegressor({ ...rows, level, covariance });
          close(one.fit(rows.x), expected.statistic!);
          close(one.estimate, expected.estimate);
          expect(one.df).toBe(expected.df);
        }),
        { numRuns: 200 },
      );
    },
  );

  test.each(kinds)('takes copies of units as that many units, covariance %s', (covariance) => {
    const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(panels, counts, (rows, copies) => {
        const drawn = expanded(rows, copies);
        const expected = drawn.y.length < 8 ? null : general(drawn, covariance, true);
        if (expected === null || !(expected.se > 1e-6)) return;
        const one = new OneRegressor({ ...rows, covariance });
        close(one.fit(rows.x, copies, 3), (expected.estimate - 3) / expected.se);
        expect(one.df).toBe(expected.df);
      }),
      { numRuns: 200 },
    );
  });

  test('has no t without variation of x, or of what is left of y', () => {
    const rows = { unit: Int32Array.of(0, 1, 2, 3), level: Int32Array.of(0, 0, 1, 1) };
    // y rises by one with the second x in both levels: a perfect fit.
    const one = new OneRegressor({ ...rows, y: Float64Array.of(1, 2, 5, 6), covariance: 'cluster' });
    expect(one.fit(Float64Array.of(1, 1, 0, 0))).toBeNaN();
    expect(one.fit(Float64Array.of(0, 1, 0, 1))).toBeNaN();
    const other = new OneRegressor({ ...rows, y: Float64Array.of(1, 2, 5, 8), covariance: 'cluster' });
    expect(other.fit(Float64Array.of(0, 1, 0, 1))).not.toBeNaN();
  });

  test('has no t where no degree of freedom is left: one cluster, or as many coefficients as rows', () => {
    const y = Float64Array.of(1, 2, 5, 8);
    const x = Float64Array.of(0, 1, 0, 1);
    const level = new Int32Array(4);
    const one = new OneRegressor({ y, unit: Int32Array.of(0, 0, 0, 0), level, covariance: 'cluster' });
    expect(one.fit(x)).toBeNaN();
    const units = Int32Array.of(0, 1, 2, 3);
    const levels = Int32Array.of(0, 0, 1, 2);
    for (const covariance of ['iid', 'HC1'] as const)
      expect(new OneRegressor({ y, unit: units, level: levels, covariance }).fit(x)).toBeNaN();
  });

  test('refuses columns of different length', () => {
    const y = Float64Array.of(1, 2);
    expect(
      () => new OneRegressor({ y, unit: Int32Array.of(0), level: Int32Array.of(0, 0), covariance: 'iid' }),
    ).toThrow(RangeError);
  });
});

describe('resampledAnova', () => {
  test('gives the F of the resampled rows after each group lost its mean', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(panels, counts, (rows, copies) => {
        const result = resampledAnova({ ...rows, group: rows.level, groups: 3, counts: [copies] });
        if ('status' in result) return;
        const means = [0, 1, 2].map((g) => {
          const of = rows.y.filter((_, i) => rows.level[i] === g);
          return of.reduce((a, b) => a + b, 0) / of.length;
        });
        const y = rows.y.map((v, i) => v - means[rows.level[i]!]!);
        const drawn = expanded({ ...rows, y }, copies);
        const expected = oneWayAnova(drawn.y, drawn.level, 3);
        if (expected.status !== 'ok' || expected.f === null || !(expected.f < 1e6)) return;
        expect(Math.abs(result.f[0]! - expected.f)).toBeLessThan(1e-7 * (1 + expected.f));
        expect([result.df1[0], result.df2[0]]).toEqual([expected.df1, expected.df2]);
      }),
      { numRuns: 200 },
    );
  });

  test('has no F where every group is constant', () => {
    const y = Float64Array.of(1, 1, 2, 2);
    const group = Int32Array.of(0, 0, 1, 1);
    expect(
      resampledAnova({ y, group, groups: 2, unit: Int32Array.of(0, 1, 2, 3), counts: [] }),
    ).toMatchObject({
      reason: 'perfect-fit',
    });
  });
});
