import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRng,
  fittedValues,
  inference,
  ols,
  type OlsFit,
  type OlsInput,
} from '../../analysis/stats/index.js';
import { expectClose } from './tolerance.js';

const fitted = (input: OlsInput): OlsFit => {
  const fit = ols(input);
  if (fit.status !== 'ok') throw new Error(fit.reason);
  return fit;
};
const seeds = fc.integer({ min: 1, max: 1e6 });

/** A regression of 30 rows on an intercept and three regressors of different scales. */
function example(seed: number, n = 30) {
  const rng = createRng(seed);
  const column = (scale: number, shift = 0): Float64Array =>
    Float64Array.from({ length: n }, () => shift + scale * rng.normal());
  const x = [
    { name: 'a', values: column(1) },
    { name: 'b', values: column(1e4, 3e4) },
    { name: 'c', values: Float64Array.from({ length: n }, () => rng.integer(2)) },
  ];
  return { y: column(5, 60), x, weights: Float64Array.from({ length: n }, () => 0.2 + rng.next()), rng };
}

describe('for any data', () => {
  test('residuals are orthogonal to every regressor, and fit and residual add up to the outcome', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { y, x } = example(seed);
        const fit = fitted({ y, x });
        const norm = Math.sqrt(fit.sse);
        for (const column of fit.design) {
          const cosine =
            column.reduce((s, v, i) => s + v * fit.residuals[i]!, 0) / (Math.hypot(...column) * norm);
          expect(Math.abs(cosine)).toBeLessThan(1e-13);
        }
        const fit2 = fittedValues(fit, y);
        y.forEach((v, i) => expect(Math.abs(fit2[i]! + fit.residuals[i]! - v)).toBeLessThan(1e-12));
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  test('the order of rows does not matter', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { y, x, weights, rng } = example(seed);
        const order = Array.from(y, (_, i) => i);
        for (let i = order.length - 1; i > 0; i--) {
          const j = rng.integer(i + 1);
          [order[i], order[j]] = [order[j]!, order[i]!];
        }
        const shuffled = (c: Float64Array): Float64Array => Float64Array.from(order, (i) => c[i]!);
        const one = inference(fitted({ y, x, weights }), { kind: 'HC2' });
        const other = inference(
          fitted({
            y: shuffled(y),
            x: x.map(({ name, values }) => ({ name, values: shuffled(values) })),
            weights: shuffled(weights),
          }),
          { kind: 'HC2' },
        );
        if (one.status !== 'ok' || other.status !== 'ok') throw new Error('not estimable');
        one.terms.forEach((term, j) => {
          expectClose(other.terms[j]!.estimate, term.estimate, term.name, 1e-9);
          expectClose(other.terms[j]!.se, term.se, term.name, 1e-9);
        });
      }),
      { numRuns: 30, seed: 2 },
    );
  });

  test('a regressor times c has its coefficient and standard error divided by c, from 1e-100 to 1e100', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(1e-100, 1e-7, -3, 1e8, 1e100), (seed, c) => {
        const { y, x } = example(seed);
        const scaled = x.map((column, j) =>
          j === 1 ? { name: 'b', values: column.values.map((v) => c * v) } : column,
        );
        const one = inference(fitted({ y, x }), { kind: 'HC1' });
        const other = inference(fitted({ y, x: scaled }), { kind: 'HC1' });
        if (one.status !== 'ok' || other.status !== 'ok') throw new Error('not estimable');
        expectClose(other.terms[2]!.estimate * c, one.terms[2]!.estimate, 'coefficient', 1e-9);
        expectClose(other.terms[2]!.se * Math.abs(c), one.terms[2]!.se, 'se', 1e-9);
        expectClose(other.terms[1]!.p, one.terms[1]!.p!, 'p of another', 1e-9);
      }),
      { numRuns: 30, seed: 3 },
    );
  });

  test('a weight of two is a row that stands twice, as far as the coefficients go', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { y, x } = example(seed);
        const weights = Float64Array.from(y, (_, i) => 1 + (i % 3));
        const times = Array.from(y, (_, i) => i).flatMap((i) => Array.from({ length: weights[i]! }, () => i));
        const repeat = (c: Float64Array): Float64Array => Float64Array.from(times, (i) => c[i]!);
        const weighted = fitted({ y, x, weights });
        const repeated = fitted({
          y: repeat(y),
          x: x.map(({ name, values }) => ({ name, values: repeat(values) })),
        });
        weighted.coefficients.forEach((b, j) =>
          expectClose(repeated.coefficients[j], b, weighted.names[j]!, 1e-9),
        );
      }),
      { numRuns: 20, seed: 4 },
    );
  });
});

describe('collinear columns', () => {
  const { y, x } = example(8);
  const sum = { name: 'sum', values: x[0]!.values.map((v, i) => 2 * v - 0.5 * x[1]!.values[i]! + 7) };
  test('are dropped from the right and named, and change nothing for the others', () => {
    const plain = fitted({ y, x });
    const fit = fitted({ y, x: [...x, sum, { name: 'zero', values: new Float64Array(30) }] });
    expect([fit.names, fit.dropped]).toEqual([plain.names, ['sum', 'zero']]);
    expect(fit.coefficients).toEqual(plain.coefficients);
    expect(fitted({ y, x: [sum, ...x] }).dropped).toEqual(['b']);
  });
  test('a full set of dummies beside the intercept loses its last', () => {
    const dummies = [0, 1, 2].map((g) => ({
      name: `g${g}`,
      values: Float64Array.from(y, (_, i) => (i % 3 === g ? 1 : 0)),
    }));
    expect(fitted({ y, x: dummies }).dropped).toEqual(['g2']);
    expect(fitted({ y, x: dummies, intercept: false }).dropped).toEqual([]);
  });
  test('a column that is nearly but not quite collinear is kept', () => {
    const almost = { name: 'almost', values: sum.values.map((v, i) => v + 1e-5 * ((i * 7) % 5)) };
    expect(fitted({ y, x: [...x, almost] }).dropped).toEqual([]);
  });
  test('calendar years beside an intercept are no problem', () => {
    const year = { name: 'year', values: Float64Array.from(y, (_, i) => 2016 + (i % 5)) };
    const shifted = { name: 'year', values: year.values.map((v) => v - 2018) };
    expectClose(
      fitted({ y, x: [year] }).coefficients[1],
      fitted({ y, x: [shifted] }).coefficients[1]!,
      'slope',
      1e-12,
    );
  });
});

test('the mean is the regression on an intercept alone', () => {
  const fit = fitted({ y: [1, 2, 6], x: [] });
  expectClose(fit.coefficients[0], 3, 'mean', 1e-15);
  expect([fit.names, fit.r2, fit.k]).toEqual([['(Intercept)'], 0, 1]);
});

test('a constant outcome through the origin is an estimate', () => {
  expect(
    fitted({ y: [2, 2, 2], x: [{ name: 'x', values: [1, 2, 3] }], intercept: false }).coefficients[0],
  ).toBeCloseTo(12 / 14, 14);
});

test('columns given are not written to', () => {
  const { y, x, weights } = example(2);
  const copies = [y, weights, ...x.map(({ values }) => values)].map((c) => Float64Array.from(c));
  const codes = Int32Array.from(y, (_, i) => i % 4);
  inference(fitted({ y, x, weights, effects: [{ name: 'g', codes }] }), { kind: 'HC3' });
  expect([y, weights, ...x.map(({ values }) => values)]).toEqual(copies);
});
