import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fit, type FitOptions } from '../../analysis/fit/fit.js';
import { parseFormula } from '../../analysis/fit/formula.js';
import { orthogonalPolynomials } from '../../analysis/fit/poly.js';
import { UsageError } from '../../data/problems.js';
import { expectClose } from '../stats/tolerance.js';
import { frameOf } from './frame.js';

const units = Array.from({ length: 30 }, (_, i) => `u${Math.floor(i / 5)}`);
const data = {
  unit: units,
  year: units.map((_, i) => 2015 + (i % 5) + (i % 5 === 4 ? 1 : 0)),
  y: units.map((_, i) => ((i * i * 7 + 3 * i) % 23) + 1),
  x: units.map((_, i) => ((i * 11) % 17) - 3),
  z: units.map((_, i) => (i * i) % 13),
  g: units.map((_, i) => 'abc'[i % 3]!),
  h: units.map((_, i) => (i % 2 ? 'ja' : 'nej')),
  lan: units.map((_, i) => `L${i % 4}`),
  one: units.map(() => 'a'),
};
const run = (
  formula: string,
  options: Partial<FitOptions> = {},
  change: Partial<typeof data> | object = {},
) =>
  fit(frameOf({ ...data, ...change }), parseFormula(formula), {
    vcov: 'iid',
    level: 0.95,
    twoWay: 'own-g',
    ...options,
  });
const replaced = <T>(list: readonly T[], at: number, value: T): T[] =>
  list.map((v, i) => (i === at ? value : v));
const panel = { unit: 'unit', year: 'year' };

describe('fit', () => {
  test('finds the value of the same unit exactly so many years before, and drops the row where there is none', () => {
    // Years 2015-2018 and 2020: 2019 is not there.
    expect(run('y ~ lag(x, 1)', { panel })[0]).toMatchObject({ n: 18, dropped: { 'lag-missing': 12 } });
    expect(run('y ~ lag(x, 2)', { panel })[0]).toMatchObject({ n: 18, dropped: { 'lag-missing': 12 } });
    expect(run('y ~ lag(x, -9)', { panel })[0]).toMatchObject({ status: 'not-estimable', n: 0 });
    const [, ahead] = run('y ~ lag(x, -1)', { panel });
    const [, behind] = run('lag(y, 1) ~ x', { panel });
    expectClose(ahead!.estimate, behind!.estimate!, 'y on the next x is the earlier y on x');
    expectClose(run('y ~ lag(x, 0)', { panel })[1]!.estimate, run('y ~ x')[1]!.estimate!, 'no years');
  });

  test('a lag does not depend on the order of rows', () => {
    const sorted = run('y ~ lag(x, 1) + factor(g)', { panel });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(
          units.map((_, i) => i),
          { minLength: 30 },
        ),
        (order) => {
          const shuffled = Object.fromEntries(
            Object.entries(data).map(([name, cells]) => [name, order.map((i) => cells[i]!)]),
          );
          run('y ~ lag(x, 1) + factor(g)', { panel }, shuffled).forEach((e, j) =>
            expectClose(e.estimate, sorted[j]!.estimate!, e.term!),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  test('drops what the subset leaves out first, then empty cells by column; a subset takes no lag away', () => {
    const y = replaced<number | string>(data.y, 3, '');
    expect(run('y ~ lag(x, 1)', { panel, subset: 'year >= 2016' }, { y })[0]).toMatchObject({
      n: 17,
      dropped: { subset: 6, 'empty:y': 1, 'lag-missing': 6 },
    });
    const x = replaced<number | string>(data.x, 0, '');
    expect(run('y ~ lag(x, 1)', { panel }, { x })[0]!.dropped).toEqual({ 'lag-missing': 13 });
  });

  test('looks at no cell of a row that is dropped', () => {
    const x = replaced<number | string>(
      data.z.map((v) => v + 1),
      2,
      'text',
    );
    expect(run('y ~ log(x)', { subset: 'year != 2017' }, { x })[1]!.status).toBe('ok');
    expect(run('y ~ log(x) + factor(g)', {}, { x, g: replaced(data.g, 2, '') })[0]!.dropped).toEqual({
      'empty:g': 1,
    });
  });

  test('absorbs the combinations of two columns', () => {
    const absorbed = run('y ~ x | g^h').find((e) => e.term === 'x')!;
    const dummies = run('y ~ x + factor(g):factor(h)').find((e) => e.term === 'x')!;
    expectClose(absorbed.estimate, dummies.estimate!, 'coefficient');
    expectClose(absorbed.se, dummies.se!, 'standard error');
    expect(Object.keys(absorbed.extra)).toContain('rSquaredWithin');
  });

  test('says the number of clusters and their sizes, and takes their degrees of freedom on request', () => {
    const [, x] = run('y ~ x', { vcov: 'cluster:lan+unit' });
    expect(x!.extra['clusterSizes']).toEqual([
      { column: 'lan', clusters: 4, smallest: 7, largest: 8 },
      { column: 'unit', clusters: 6, smallest: 5, largest: 5 },
    ]);
    expect(run('y ~ x', { vcov: 'CR2:unit', df: 'cluster' })[1]!.df).toBe(5);
    expect(run('y ~ x', { vcov: 'CR2:unit', df: 'satterthwaite' })).toEqual(
      run('y ~ x', { vcov: 'CR2:unit' }),
    );
    expect(() => run('y ~ x', { df: 'cluster' })).toThrow('--df cluster: found --vcov iid');
  });

  test('refuses more dummies than memory holds, and says to absorb them', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => i);
    expect(() => run('y ~ factor(id)', {}, { unit: ids, id: ids, y: ids })).toThrow(
      'found 10000 columns for 10000 rows',
    );
    const half = ids.map((i) => i % 80);
    const other = ids.map((i) => i % 81);
    expect(() => run('y ~ factor(a):factor(b)', {}, { unit: ids, a: half, b: other, y: ids })).toThrow(
      'absorb a factor',
    );
  });

  test('a factor with one level gives no column, and says so', () => {
    expect(run('y ~ x + factor(one)').at(-1)).toMatchObject({
      term: 'factor(one)',
      status: 'not-estimable',
      reason: 'one-group',
    });
  });

  test.each([
    [
      'y ~ log(z)',
      {},
      'd.csv, row 2, column z, log(z): found 0; expected a number above 0; correct the value',
    ],
    ['y ~ log(x - z)', {}, 'd.csv, row 2, log(x-z): found -3; expected a number above 0'],
    ['log(x) ~ z', {}, 'd.csv, row 2, column x, log(x): found -3'],
    ['y ~ sqrt(x)', {}, 'd.csv, row 2, column x, sqrt(x): found -3; expected a number not below 0'],
    ['y ~ exp(1000*y)', {}, 'exp(1000*y): found'],
    ['y ~ I(y/z)', {}, 'd.csv, row 2, y/z: found 1 / 0; expected a finite number'],
    ['y ~ g', {}, 'd.csv, row 2, column g: found "a"; expected a number; write factor(g)'],
    ['y ~ poly(h, 2)', {}, 'column h: found "nej"'],
    ['y ~ poly(year, 5)', {}, 'poly(year, 5) needs more than 5 different values, found 5 in 30 rows'],
    ['y ~ lag(x, 1)', {}, 'name their columns with --panel unit,year\n  y ~ lag(x, 1)\n      ^'],
    ['y ~ x + ynit', {}, 'did you mean "unit"?\n  y ~ x + ynit\n          ^'],
    ['y ~ x | lam', {}, 'did you mean "lan"?\n  y ~ x | lam\n          ^'],
    ['y ~ x', { weights: 'vikt' }, 'no column "vikt"; there are: unit, year'],
    ['y ~ x', { weights: 'x' }, 'd.csv, row 2, column x: found -3; expected a positive weight'],
    ['y ~ x', { panel: { unit: 'unit', year: 'yr' } }, 'no column "yr"'],
    ['y ~ x', { panel: { unit: 'lan', year: 'year' } }, 'd.csv, rows 2 and 22: both are lan "L0", year 2015'],
    [
      'y ~ x',
      { panel: { unit: 'unit', year: 'g' } },
      'd.csv, row 2, column g: found "a"; expected a number; write the year',
    ],
  ] as [string, Partial<FitOptions>, string][])(
    '%s %o is an error with a cure',
    (formula, options, expected) => {
      expect(() => run(formula, options)).toThrow(UsageError);
      expect(() => run(formula, options)).toThrow(expected);
    },
  );

  test('a year that is no whole number is an error', () => {
    const year = replaced<number | string>(data.year, 4, '2016,5');
    expect(() => run('y ~ x', { panel }, { year })).toThrow(
      'row 6, column year: found 2016.5; expected a whole number',
    );
  });
});

test('orthogonal polynomials are orthonormal, and none where x has too few different values', () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 40 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 4 }), (x, degree) => {
      const columns = orthogonalPolynomials(x, degree);
      expect(columns === null).toBe(new Set(x).size <= degree);
      columns?.forEach((a, i) =>
        columns.forEach((b, j) => {
          const product = a.reduce((sum, v, r) => sum + v * b[r]!, 0);
          expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-12);
        }),
      );
    }),
  );
});

test('a covariance with negative eigenvalues is refused, or mended and said where that is asked for', () => {
  // Cross products of the scores that are negative once the cells are taken away from rows and columns.
  const table = {
    y: [1, -1, -1, 1, -1, 1, 1, -1],
    x: [1, -1, 1, -1, 1, -1, 1, -1],
    z: [3, 1, 4, 1, 5, 9, 2, 6],
    a: [...'pppprrrr'],
    b: [...'ssttsstt'],
  };
  const fitted = (psd: 'refuse' | 'fix') =>
    fit(frameOf(table), parseFormula('y ~ x + z - 1'), {
      vcov: 'cluster:a+b',
      level: 0.95,
      twoWay: 'own-g',
      psd,
    });
  expect(fitted('refuse').map((e) => e.reason)).toContain('negative-variance');
  const mended = fitted('fix');
  expect(mended[0]!.extra['covarianceFixed']).toBe(true);
  for (const e of mended) expect(e.reason).not.toBe('negative-variance');
});
