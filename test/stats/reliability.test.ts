import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flips, reliability, spearmanBrown, testRetest, yearsFor } from '../../analysis/stats/index.js';
import { expectClose, notFinite, reference } from './tolerance.js';

type Answers = readonly (readonly (number | null)[])[];
interface Distance {
  readonly distance: number;
  readonly pairs: number;
  readonly agreement: number;
  readonly correlation: number;
  readonly kappa: number;
}
const { retest } = reference<{
  retest: {
    binary: { answers: Answers; distances: Distance[]; flips: { base: number; units: number } };
    ordinal: { answers: Answers; distances: Distance[] };
  };
}>('variance.json');

const flat = (answers: Answers) => answers.flatMap((row) => row.map((v) => v ?? NaN));
const NONE = NaN;

describe('reliability from variances', () => {
  test('the order of units does not mind the year, their level does', () => {
    expect(reliability({ unit: 6, year: 2, residual: 4 })).toEqual({
      status: 'ok',
      years: 1,
      reliability: 0.6,
      phi: 0.5,
    });
    expect(reliability({ unit: 6, year: 2, residual: 4 }, 2)).toMatchObject({ reliability: 0.75 });
  });

  test('the mean of k years follows Spearman-Brown, and the years for a target are the fewest', () => {
    const variance = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      fc.property(variance, variance, fc.integer({ min: 1, max: 12 }), (unit, residual, k) => {
        const one = reliability({ unit, year: 0, residual });
        const mean = reliability({ unit, year: 0, residual }, k);
        if (one.status !== 'ok' || mean.status !== 'ok') throw new Error('not estimable');
        expectClose(mean.reliability, spearmanBrown(one.reliability, k), 'Spearman-Brown', 1e-12);
        expect(mean.phi).toBe(mean.reliability);
        const years = yearsFor(one.reliability)!;
        expect(spearmanBrown(one.reliability, years)).toBeGreaterThan(0.8 - 1e-9);
        if (years > 1) expect(spearmanBrown(one.reliability, years - 1)).toBeLessThan(0.8);
      }),
      { seed: 4 },
    );
  });

  test('half of the variance needs four years for 0.8, all of it one, none of it no number', () => {
    expect([0.5, 1, 0, 0.8, 0.2].map((r) => yearsFor(r))).toEqual([4, 1, null, 1, 16]);
  });

  test('no variance at all has no reliability, no unit variance has 0', () => {
    expect(reliability({ unit: 0, year: 0, residual: 0 })).toMatchObject({ reason: 'no-variance' });
    expect(reliability({ unit: 0, year: 0, residual: 1 })).toMatchObject({ reliability: 0, phi: 0 });
  });

  test('wrong calls throw', () => {
    expect(() => reliability({ unit: -1, year: 0, residual: 1 })).toThrow(RangeError);
    expect(() => reliability({ unit: 1, year: 0, residual: 1 }, 0)).toThrow(RangeError);
    expect(() => spearmanBrown(1.1, 2)).toThrow(RangeError);
    expect(() => yearsFor(0.5, 1)).toThrow(RangeError);
  });
});

describe('test-retest by distance', () => {
  test.each(Object.entries(retest))('%s answers as R has them', (_, { answers, distances }) => {
    const found = testRetest(flat(answers), answers[0]!.length);
    expect(found.map((d) => [d.distance, d.pairs])).toEqual(distances.map((d) => [d.distance, d.pairs]));
    found.forEach((d, i) => {
      for (const key of ['agreement', 'correlation', 'kappa'] as const)
        expectClose(d[key], distances[i]![key], `${key} at ${d.distance}`, 1e-10);
      expect(d.reasons).toEqual({});
    });
  });

  test('a year that is higher for all lowers agreement, not correlation', () => {
    expect(testRetest([1, 2, 4, 5, 7, 8], 2)).toMatchObject([{ agreement: 0, pairs: 3 }]);
    expectClose(testRetest([1, 2, 4, 5, 7, 8], 2)[0]!.correlation, 1, 'correlation', 1e-12);
  });

  test('what is not defined is null with its reason', () => {
    const equal = [1, 1, 1, 1];
    expect(testRetest(equal, 2)).toEqual([
      {
        distance: 1,
        pairs: 2,
        agreement: 1,
        correlation: null,
        kappa: null,
        reasons: { correlation: 'constant-outcome', kappa: 'constant-outcome' },
      },
    ]);
    expect(testRetest([1, NONE, NONE, 0], 2)[0]!.reasons.agreement).toBe('no-pairs');
    expect(testRetest([1, 2, 3, 4, 2, 1], 2)[0]!.reasons).toEqual({ kappa: 'too-many-categories' });
    expect(testRetest([], 3)).toHaveLength(2);
  });

  test('a matrix that is none throws', () => {
    expect(() => testRetest([1, 2, 3], 2)).toThrow('3 values are not units x 2 years');
    expect(() => flips([1, Infinity], 2)).toThrow(RangeError);
  });
});

describe('flips', () => {
  const { answers, flips: expected } = retest.binary;

  test('are counted as in R', () => {
    expect(flips(flat(answers), answers[0]!.length)).toEqual({
      status: 'ok',
      ...expected,
      share: expected.units / expected.base,
    });
  });

  test('pass over years without an answer, and count a unit once', () => {
    const units = [
      [1, NONE, 0, 1],
      [0, 1, 0, 1],
      [0, 0, 1, 1],
      [1, 0, NONE, NONE],
    ];
    expect(flips(units.flat(), 4)).toMatchObject({ units: 2, base: 3 });
  });

  test('are for binary answers of units with three observed years', () => {
    expect(flips([0, 1, 2], 3)).toMatchObject({ reason: 'not-binary' });
    expect(flips([0, 1, NONE], 3)).toMatchObject({ reason: 'too-few-observations' });
    expect(flips([5, 5, 5], 3)).toMatchObject({ units: 0, base: 1 });
  });
});

test('no result holds NaN or an infinity', () => {
  const value = fc.constantFrom(0, 1, 100, 100 / 3, NONE, NONE);
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { maxLength: 9 }), (rows) => {
      expect(notFinite([testRetest(rows.flat(), 3), flips(rows.flat(), 3)])).toEqual([]);
    }),
    { numRuns: 300, seed: 2 },
  );
});
