import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRng, reml, type RemlFit, type RemlInput } from '../../analysis/stats/index.js';
import { expectClose, list, notFinite, reference } from './tolerance.js';

interface Case {
  readonly y: number[];
  readonly factors: Record<string, number[]>;
  readonly x: number[] | null;
  readonly levels: number | number[];
  /** One variance per factor, then the residual's. */
  readonly lme4: number[];
  readonly polished: number[];
  readonly criterion: number;
  readonly coefficients: number[];
}
const { cases } = reference<{ cases: Record<string, Case> }>('variance.json');

const factorsOf = (codes: Record<string, number[]>) =>
  Object.entries(codes).map(([name, c]) => ({ name, codes: c }));

function estimated(input: RemlInput): RemlFit {
  const fit = reml(input);
  if (fit.status !== 'ok') throw new Error(fit.reason);
  return fit;
}

const variancesOf = (fit: RemlFit) => [...fit.components.map((c) => c.variance), fit.residual.variance];

describe('variance components against lme4', () => {
  test.each(Object.entries(cases))('%s', (_, { y, factors, x, polished, lme4, criterion, ...rest }) => {
    const fit = estimated({
      y,
      factors: factorsOf(factors),
      ...(x === null ? {} : { fixed: [{ name: 'x', values: x }] }),
    });
    const variances = variancesOf(fit);
    // The root of the REML score; and lme4's own optimum, as near as its optimizer comes.
    variances.forEach((v, k) => expectClose(v, polished[k]!, `variance ${k}`, 1e-6));
    variances.forEach((v, k) => expectClose(v, lme4[k]!, `lme4's variance ${k}`, 1e-4));
    expectClose(fit.criterion, criterion, 'criterion', 1e-9);
    // Beside y's own size: one case has a mean of 0.
    fit.coefficients.forEach(({ name, estimate }, j) =>
      expectClose(1 + estimate, 1 + rest.coefficients[j]!, name, 1e-7),
    );
    expect(fit.boundary).toEqual(Object.keys(factors).filter((_name, k) => lme4[k] === 0));
    expect(fit.components.map((c) => c.levels)).toEqual(list(rest.levels));
    expectClose(
      fit.components.reduce((s, c) => s + c.share, fit.residual.share),
      1,
      'shares',
      1e-12,
    );
  });

  test('three cases have a variance that lme4 puts at 0', () => {
    expect(Object.values(cases).filter((c) => c.lme4.includes(0)).length).toBe(3);
  });
});

describe('a balanced panel, units x years', () => {
  const panel = (units: number, years: number, values: (unit: number, year: number) => number) => {
    const cells = Array.from(
      { length: units * years },
      (_, i) => [Math.floor(i / years), i % years] as const,
    );
    return {
      y: cells.map(([u, t]) => values(u, t)),
      factors: [
        { name: 'unit', codes: cells.map(([u]) => u) },
        { name: 'year', codes: cells.map(([, t]) => t) },
      ],
    };
  };

  /** Expected mean squares of the two-way layout without replication (Searle, Casella & McCulloch 1992, section 4.3). */
  function meanSquares(y: readonly number[], units: number, years: number) {
    const mean = (v: readonly number[]) => v.reduce((s, a) => s + a, 0) / v.length;
    const grand = mean(y);
    const rows = Array.from({ length: units }, (_, u) => mean(y.slice(u * years, (u + 1) * years)));
    const columns = Array.from({ length: years }, (_, t) => mean(y.filter((_v, i) => i % years === t)));
    const residual = y.map((v, i) => v - rows[Math.floor(i / years)]! - columns[i % years]! + grand);
    const squares = (v: readonly number[]) => v.reduce((s, a) => s + a * a, 0);
    const error = squares(residual) / ((units - 1) * (years - 1));
    const unit = (years * squares(rows.map((r) => r - grand))) / (units - 1);
    const year = (units * squares(columns.map((c) => c - grand))) / (years - 1);
    return { unit: (unit - error) / years, year: (year - error) / units, residual: error };
  }

  test('REML is the expected mean squares where none is negative, whatever the data', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 3, max: 14 }), fc.integer({ min: 3, max: 7 }), (seed, n, t) => {
        const rng = createRng(seed);
        const [unit, year] = [n, t].map((count) => Array.from({ length: count }, () => rng.normal()));
        const input = panel(n, t, (u, s) => unit![u]! + year![s]! + rng.normal());
        const exact = meanSquares(input.y, n, t);
        const fit = estimated(input);
        if (exact.unit <= 0 || exact.year <= 0) {
          expect(fit.boundary.length).toBeGreaterThan(0);
          return;
        }
        compared++;
        expect(fit.boundary).toEqual([]);
        [exact.unit, exact.year, exact.residual].forEach((v, k) =>
          expectClose(variancesOf(fit)[k], v, `variance ${k}`, 1e-7),
        );
      }),
      { numRuns: 150, seed: 3 },
    );
    expect(compared).toBeGreaterThan(80);
  });

  test('the variances follow the scale and ignore the level', () => {
    const rng = createRng(11);
    const unit = Array.from({ length: 40 }, () => rng.normal());
    const input = panel(40, 5, (u, t) => unit[u]! + t / 2 + rng.normal());
    const one = variancesOf(estimated(input));
    const other = variancesOf(estimated({ ...input, y: input.y.map((v) => 1000 - 7 * v) }));
    one.forEach((v, k) => expectClose(other[k], 49 * v, `variance ${k}`, 1e-9));
  });

  test('a factor with one level is left out, and said', () => {
    const input = panel(9, 4, (u, t) => Math.sin(5 * u) + Math.cos(9 * u + 7 * t));
    const country = { name: 'country', codes: input.y.map(() => 3) };
    const fit = estimated({ ...input, factors: [country, ...input.factors] });
    expect(fit.leftOut).toEqual(['country']);
    expect(variancesOf(fit)).toEqual(variancesOf(estimated(input)));
  });

  test('constant and collinear fixed effects are left out, and said', () => {
    const input = panel(9, 4, (u, t) => Math.sin(5 * u) + Math.cos(9 * u + 7 * t));
    const x = input.y.map((_, i) => (i * i) % 7);
    const fixed = [
      { name: 'one', values: x.map(() => 0.1) },
      { name: 'x', values: x },
      { name: 'twice', values: x.map((v) => 2 * v + 1) },
    ];
    expect(estimated({ ...input, fixed }).dropped).toEqual(['one', 'twice']);
  });
});

describe('no variance components, but the reason', () => {
  const unit = { name: 'unit', codes: [0, 0, 1, 1, 2, 2] };
  const y = [1, 2, 4, 3, 5, 9];
  const reasons: [string, RemlInput][] = [
    ['no-observations', { y: [], factors: [{ name: 'unit', codes: [] }] }],
    ['non-finite', { y: [1, NaN, 4, 3, 5, 9], factors: [unit] }],
    ['non-finite', { y, factors: [unit], fixed: [{ name: 'x', values: [0, 1, Infinity, 0, 0, 1] }] }],
    ['constant-outcome', { y: y.map(() => 1 / 3), factors: [unit] }],
    ['one-level', { y, factors: [{ name: 'unit', codes: y.map(() => 7) }] }],
    ['one-level', { y, factors: [] }],
    ['no-replication', { y, factors: [unit, { name: 'row', codes: [5, 4, 3, 2, 1, 0] }] }],
    ['same-factor', { y, factors: [unit, { name: 'other', codes: [8, 8, 3, 3, 0, 0] }] }],
    ['perfect-fit', { y: [1, 1, 4, 4, 9, 9], factors: [unit] }],
    [
      'absorbed-factor',
      {
        y,
        factors: [unit],
        fixed: [
          { name: 'a', values: [1, 1, 0, 0, 0, 0] },
          { name: 'b', values: [0, 0, 1, 1, 0, 0] },
        ],
      },
    ],
    [
      'too-few-observations',
      {
        y: [1, 2, 4],
        factors: [{ name: 'unit', codes: [0, 0, 1] }],
        fixed: [
          { name: 'a', values: [1, 0, 0] },
          { name: 'b', values: [0, 1, 0] },
        ],
      },
    ],
  ];
  test.each(reasons)('%s', (reason, input) => {
    expect(reml(input)).toMatchObject({ status: 'not-estimable', reason });
  });

  test('columns of different lengths and codes that are no codes are errors of the caller', () => {
    expect(() => reml({ y, factors: [{ name: 'unit', codes: [0] }] })).toThrow(
      'unit has 1 rows, the outcome 6',
    );
    expect(() => reml({ y, factors: [unit], fixed: [{ name: 'x', values: [1] }] })).toThrow(RangeError);
    expect(() => reml({ y, factors: [{ name: 'unit', codes: [0, 0, 1, 1, -1, 2] }] })).toThrow(RangeError);
  });

  test('poor data never give NaN, an infinity or a negative variance', () => {
    const row = fc.record({
      y: fc.constantFrom(0, 1, 100, 1e-9, 7),
      g: fc.nat(3),
      h: fc.nat(2),
      u: fc.nat(5),
      x: fc.nat(2),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 16 }), (data) => {
        const column = (key: 'y' | 'g' | 'h' | 'u' | 'x') => data.map((r) => r[key]);
        const factors = factorsOf({ g: column('g'), h: column('h'), u: column('u') });
        for (const fixed of [[], [{ name: 'x', values: column('x') }]]) {
          const fit = reml({ y: column('y'), factors, fixed });
          expect(notFinite(fit)).toEqual([]);
          if (fit.status === 'ok') expect(Math.min(...variancesOf(fit))).toBeGreaterThanOrEqual(0);
          else expect(fit.reason).not.toBe('no-convergence');
        }
      }),
      { numRuns: 400, seed: 5 },
    );
  });
});
