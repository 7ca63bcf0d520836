import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRng,
  inference,
  ols,
  type OlsFit,
  type OlsInput,
  type Vcov,
} from '../../analysis/stats/index.js';
import { absorb } from '../../analysis/stats/absorb.js';
import {
  compact,
  connectedComponents,
  isNested,
  parametersOf,
  withoutSingletons,
} from '../../analysis/stats/effects.js';
import { maxAbs } from '../../analysis/stats/numeric.js';
import { expectClose } from './tolerance.js';

const fitted = (input: OlsInput): OlsFit => {
  const fit = ols(input);
  if (fit.status !== 'ok') throw new Error(`${fit.reason} ${fit.detail}`);
  return fit;
};
const factor = (codes: readonly number[]) => compact(codes, null);
const dummies = (codes: readonly number[], from: number) =>
  Array.from({ length: Math.max(...codes) + 1 - from }, (_, g) => ({
    name: `d${g + from}`,
    values: codes.map((code) => (code === g + from ? 1 : 0)),
  }));
const seeds = fc.integer({ min: 1, max: 1e6 });

/** An unbalanced panel without singletons: every unit and year twice at least. */
function panel(seed: number, units = 9, years = 5) {
  const rng = createRng(seed);
  const unit: number[] = [];
  const year: number[] = [];
  for (let u = 0; u < units; u++) {
    for (let t = 0; t < years; t++) {
      if (t > 1 && rng.next() < 0.3) continue;
      unit.push(u);
      year.push((t + u) % years);
    }
  }
  const x = unit.map((u) => rng.normal() + u / 3);
  const y = unit.map((u, i) => 40 + 2 * x[i]! + 5 * u - 3 * year[i]! + rng.normal());
  return { y, x: [{ name: 'x', values: x }], weights: y.map(() => 0.1 + rng.next()), unit, year };
}

describe('for any panel', () => {
  test.each([false, true])(
    'absorbing is the same as dummies, in every covariance (weighted: %s)',
    (weighted) => {
      fc.assert(
        fc.property(seeds, fc.boolean(), (seed, twoEffects) => {
          const { y, x, unit, year, weights } = panel(seed);
          const common = { y, ...(weighted ? { weights } : {}) };
          const effects = [
            { name: 'unit', codes: unit },
            ...(twoEffects ? [{ name: 'year', codes: year }] : []),
          ];
          const absorbed = fitted({ ...common, x, effects });
          const expanded = fitted({
            ...common,
            x: [...x, ...dummies(unit, 1), ...(twoEffects ? dummies(year, 1) : [])],
          });
          expect(absorbed.k).toBe(expanded.k);
          const covariances: Vcov[] = [
            { kind: 'iid' },
            { kind: 'HC1' },
            { kind: 'HC2' },
            { kind: 'HC3' },
            { kind: 'cluster', by: [{ name: 'unit', codes: unit }], nested: 'count' },
          ];
          for (const vcov of covariances) {
            const one = inference(absorbed, vcov);
            const other = inference(expanded, vcov);
            if (one.status !== 'ok' || other.status !== 'ok') continue; // a leverage of one: in both
            expectClose(one.terms[0]!.estimate, other.terms[1]!.estimate, vcov.kind, 1e-9);
            expectClose(one.terms[0]!.se, other.terms[1]!.se, vcov.kind, 1e-9);
            expect(one.df).toBe(other.df);
          }
          expect(inference(absorbed, { kind: 'HC3' }).status).toBe(
            inference(expanded, { kind: 'HC3' }).status,
          );
        }),
        { numRuns: 25, seed: weighted ? 1 : 2 },
      );
    },
  );

  test('what is left sums to zero within every level of every effect', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { y, unit, year } = panel(seed, 40, 6);
        const group = unit.map((u) => u % 7);
        const column = Float64Array.from(y);
        const factors = [unit, year, group].map(factor);
        expect(absorb([column], [maxAbs(column)], factors, null)).not.toBeNull();
        for (const { codes, levels } of factors) {
          const sums = new Float64Array(levels);
          column.forEach((v, i) => (sums[codes[i]!]! += v));
          expect(Math.max(...sums.map(Math.abs))).toBeLessThan(1e-10);
        }
      }),
      { numRuns: 20, seed: 3 },
    );
  });
});

test('group means are taken out to the last digit of what is left, not of what was there', () => {
  const { y, unit } = panel(31, 30);
  const column = Float64Array.from(y, (v, i) => Math.round(v * 65536) / 65536 + 2 ** 30 * unit[i]!);
  const { codes, levels } = factor(unit);
  absorb([column], [maxAbs(column)], [factor(unit)], null);
  const sums = new Float64Array(levels);
  column.forEach((v, i) => (sums[codes[i]!]! += v));
  expect(Math.max(...sums.map(Math.abs))).toBeLessThan(1e-12);
});

test('a chain of levels that meet in one row each, the slowest case for projections, converges', () => {
  const n = 400;
  const a = Array.from({ length: n }, (_, i) => i >> 1);
  const b = Array.from({ length: n }, (_, i) => (i + 1) >> 1);
  const column = Float64Array.from({ length: n }, (_, i) => a[i]! ** 2 - 3 * b[i]!);
  expect(absorb([column], [maxAbs(column)], [factor(a), factor(b)], null)).not.toBeNull();
  // a path graph: every row is an edge of a tree, so the effects explain any outcome
  expect(Math.max(...column.map(Math.abs))).toBeLessThan(1e-6);
});

describe('large levels cost the within estimate no digits', () => {
  // Multiples of 2^-16 and levels up to 2^34: every sum of the two is exact, so all that can be lost is lost in absorbing.
  const { y, x, unit } = panel(77);
  const exact = (values: readonly number[]): number[] => values.map((v) => Math.round(v * 65536) / 65536);
  const outcome = exact(y);
  const regressor = exact(x[0]!.values);
  const effects = [{ name: 'unit', codes: unit }];
  const within = (level: (i: number) => number): OlsFit =>
    fitted({
      y: outcome.map((v, i) => v + level(i)),
      x: [{ name: 'x', values: regressor.map((v, i) => v + level(i)) }],
      effects,
    });
  const plain = within(() => 0).coefficients[0]!;
  test('the same level everywhere', () => {
    expectClose(within(() => 2 ** 34).coefficients[0], plain, 'coefficient', 1e-12);
  });
  test('levels far apart between units', () => {
    expectClose(within((i) => 2 ** 30 * unit[i]!).coefficients[0], plain, 'coefficient', 1e-9);
  });
  test('a regressor whose variation is 1e-13 of its level is not taken for absorbed', () => {
    const narrow = regressor.map((_, i) => 2 ** 43 + ((i * 7) % 5));
    expect(fitted({ y: outcome, x: [{ name: 'x', values: narrow }], effects }).names).toEqual(['x']);
  });
});

describe('singletons', () => {
  test('go iteratively: dropping one row can leave another alone', () => {
    const unit = factor([0, 0, 1, 1, 2]);
    const year = factor([0, 1, 0, 1, 2]);
    expect([...withoutSingletons([unit, year], 5)!]).toEqual([0, 1, 2, 3]);
    // row 4 is alone in its unit; without it row 3 is alone in year 2, then row 2 in unit 1
    const chain = withoutSingletons([factor([0, 0, 1, 1, 2]), factor([0, 0, 0, 1, 1])], 5);
    expect([...chain!]).toEqual([0, 1]);
    expect(withoutSingletons([factor([0, 0, 1, 1])], 4)).toBeNull();
  });
  test('together with rows of weight 0 are counted apart, and rows refer to the original', () => {
    const fit = fitted({
      y: [1, 2, 4, 3, 9, 7, 5],
      x: [{ name: 'x', values: [1, 3, 2, 5, 4, 4, 1] }],
      effects: [{ name: 'unit', codes: [0, 0, 0, 1, 2, 2, 2] }],
      weights: [0, 1, 1, 1, 1, 2, 1],
    });
    expect([fit.zeroWeights, fit.singletons, fit.n]).toEqual([1, 1, 5]);
    expect([...fit.rows!]).toEqual([1, 2, 4, 5, 6]);
  });
});

describe('parameters of the effects', () => {
  test('two effects: levels minus connected components', () => {
    const a = factor([0, 0, 1, 2, 2, 3]);
    const b = factor([0, 1, 1, 2, 3, 3]);
    expect(connectedComponents(a, b)).toBe(2);
    expect(parametersOf([a, b])).toBe(4 + 4 - 2);
  });
  test('one within the other adds nothing', () => {
    const inner = factor([0, 0, 1, 1, 2, 2]);
    const outer = factor([0, 0, 0, 0, 1, 1]);
    expect([isNested(inner, outer), isNested(outer, inner)]).toEqual([true, false]);
    expect([parametersOf([inner, outer]), parametersOf([outer, inner])]).toEqual([3, 3]);
  });
  test('none: none', () => expect(parametersOf([])).toBe(0));
});
