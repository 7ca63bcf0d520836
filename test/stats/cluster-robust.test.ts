import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eigenSymmetric } from '../../analysis/stats/eigen-symmetric.js';
import {
  createRng,
  inference,
  ols,
  type Inference,
  type OlsFit,
  type OlsInput,
  type Vcov,
} from '../../analysis/stats/index.js';
import { positiveSemidefinite } from '../../analysis/stats/multi-way.js';
import { expectClose, notFinite } from './tolerance.js';

const fitted = (input: OlsInput): OlsFit => {
  const fit = ols(input);
  if (fit.status !== 'ok') throw new Error(fit.reason);
  return fit;
};
const inferred = (fit: OlsFit, vcov: Vcov): Inference => {
  const result = inference(fit, vcov);
  if (result.status !== 'ok') throw new Error(result.reason);
  return result;
};
const types = ['CR2', 'CR3', 'CV3'] as const;
const seeds = fc.integer({ min: 1, max: 1e6 });

function example(seed: number, n = 40, groups = 8) {
  const rng = createRng(seed);
  const values = () => Float64Array.from({ length: n }, () => rng.normal());
  const x = [0, 1].map((j) => ({ name: `x${j}`, values: values() }));
  const y = values();
  const codes = Int32Array.from({ length: n }, (_, i) => (i < groups ? i : rng.integer(groups)));
  return { n, rng, x, y, by: [{ name: 'g', codes }] };
}

describe('for any data', () => {
  test('with every row its own cluster CR2 is HC2 and CR3 is HC3', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { n, x, y } = example(seed);
        const fit = fitted({ y, x });
        const by = [{ name: 'row', codes: Int32Array.from({ length: n }, (_, i) => i) }];
        for (const [type, kind] of [
          ['CR2', 'HC2'],
          ['CR3', 'HC3'],
        ] as const) {
          const { matrix } = inferred(fit, { kind: 'cluster', by, type });
          const expected = inferred(fit, { kind });
          expected.terms.forEach(({ se }, j) =>
            expectClose(Math.sqrt(matrix[j * 4]!), se, `${type} ${j}`, 1e-10),
          );
        }
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  test('CV3 is the covariance of the fits without each cluster about the whole fit', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, weighted) => {
        const { n, rng, x, y, by } = example(seed);
        const weights = Float64Array.from({ length: n }, () => (weighted ? 0.2 + rng.next() : 1));
        const input = { y, x, ...(weighted ? { weights } : {}) };
        const fit = fitted(input);
        const q = fit.names.length;
        const expected = new Float64Array(q * q);
        for (let g = 0; g < 8; g++) {
          const without = fitted({
            ...input,
            weights: weights.map((w, i) => (by[0]!.codes[i] === g ? 0 : w)),
          });
          const change = without.coefficients.map((b, j) => b - fit.coefficients[j]!);
          for (let a = 0; a < q; a++)
            for (let b = 0; b < q; b++) expected[a * q + b]! += (7 / 8) * change[a]! * change[b]!;
        }
        const { matrix, terms } = inferred(fit, { kind: 'cluster', by, type: 'CV3' });
        expected.forEach((v, i) =>
          expect(Math.abs(matrix[i]! - v)).toBeLessThan(1e-9 * Math.max(...expected)),
        );
        const cr3 = inferred(fit, { kind: 'cluster', by, type: 'CR3' });
        expect(terms.map(({ df }) => df)).toEqual(cr3.terms.map(({ df }) => df));
      }),
      { numRuns: 15, seed: 2 },
    );
  });

  test('absorbing an effect, nested in the clusters or not, gives what its dummies give', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom(4, 8),
        fc.constantFrom(...types),
        fc.boolean(),
        (seed, clusters, type, weighted) => {
          const { n, x, y, rng } = example(seed, 48);
          const weights =
            weighted && type !== 'CR2' ? { weights: Float64Array.from(y, () => 0.2 + rng.next()) } : {};
          const effect = Int32Array.from({ length: n }, (_, i) => i % 8);
          // Nested: pairs of effects. Not nested: four stretches of rows.
          const codes = effect.map((e, i) => (clusters === 4 ? e % 4 : Math.floor(i / 12)));
          const by = [{ name: 'g', codes }];
          const dummies = Array.from({ length: 8 }, (_, e) => ({
            name: `e${e}`,
            values: effect.map((v) => (v === e ? 1 : 0)),
          }));
          const absorbed = inferred(fitted({ ...weights, y, x, effects: [{ name: 'e', codes: effect }] }), {
            kind: 'cluster',
            by,
            type,
          });
          const whole = inference(fitted({ ...weights, y, x: [...x, ...dummies], intercept: false }), {
            kind: 'cluster',
            by,
            type,
          });
          if (clusters === 4 && type !== 'CR2') {
            expect(whole).toMatchObject({ reason: 'leverage-one' });
            return;
          }
          if (whole.status !== 'ok') throw new Error(whole.reason);
          absorbed.terms.forEach(({ se, df }, j) => {
            expectClose(se, whole.terms[j]!.se, 'se', 1e-9);
            expectClose(df, whole.terms[j]!.df, 'df', 1e-9);
          });
        },
      ),
      { numRuns: 40, seed: 3 },
    );
  });

  test('df are at least 1 and at most the rank left, and nothing depends on the units of a regressor', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...types), (seed, type) => {
        const { x, y, by } = example(seed);
        const vcov = { kind: 'cluster', by, type } as const;
        const { terms } = inferred(fitted({ y, x }), vcov);
        const scaled = [{ name: 'x0', values: x[0]!.values.map((v) => 1e6 * v + 3) }, x[1]!];
        const other = inferred(fitted({ y, x: scaled }), vcov);
        for (const { df } of terms) expect(df >= 1 && df <= 8).toBe(true);
        expectClose(other.terms[1]!.df, terms[1]!.df, 'df', 1e-8);
        expectClose(other.terms[1]!.p, terms[1]!.p!, 'p', 1e-8);
      }),
      { numRuns: 25, seed: 4 },
    );
  });

  test('odd data give a result without NaN or a reason', () => {
    const odd = fc.record({
      y: fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 9, maxLength: 9 }),
      x: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 9, maxLength: 9 }),
      g: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }),
      e: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 9, maxLength: 9 }),
      effects: fc.boolean(),
      type: fc.constantFrom(...types),
    });
    fc.assert(
      fc.property(odd, ({ y, x, g, e, effects, type }) => {
        const fit = ols({
          y,
          x: [{ name: 'x', values: x }],
          ...(effects ? { effects: [{ name: 'e', codes: e }] } : {}),
        });
        if (fit.status !== 'ok') return;
        const result = inference(fit, { kind: 'cluster', by: [{ name: 'g', codes: g }], type });
        expect(notFinite(result)).toEqual([]);
        if (result.status === 'ok')
          for (const { df, p: tail } of result.terms) expect(df >= 1 || tail === null).toBe(true);
        else expect(['leverage-one', 'one-cluster']).toContain(result.reason);
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  test('eigenvectors are orthonormal and put the matrix together again', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 12 }), (seed, m) => {
        const rng = createRng(seed);
        const a = new Float64Array(m * m);
        for (let i = 0; i < m; i++) for (let j = i; j < m; j++) a[i * m + j] = a[j * m + i] = rng.normal();
        const { values, vectors } = eigenSymmetric(a);
        for (let i = 0; i < m; i++)
          for (let j = 0; j < m; j++) {
            let rebuilt = 0;
            let product = 0;
            for (let e = 0; e < m; e++) {
              rebuilt += values[e]! * vectors[e * m + i]! * vectors[e * m + j]!;
              product += vectors[i * m + e]! * vectors[j * m + e]!;
            }
            expect(Math.abs(rebuilt - a[i * m + j]!)).toBeLessThan(1e-12);
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-13);
          }
      }),
      { numRuns: 40, seed: 5 },
    );
  });
});

test('three times the same clusters are those clusters', () => {
  const { x, y, by } = example(7);
  const fit = fitted({ y, x });
  const one = inferred(fit, { kind: 'cluster', by });
  const three = inferred(fit, { kind: 'cluster', by: [...by, ...by, ...by], psd: 'fix' });
  three.terms.forEach(({ se }, j) => expectClose(se, one.terms[j]!.se, 'se', 1e-12));
  expect(three).not.toHaveProperty('fixed');
});

test('a matrix with a negative eigenvalue loses it and nothing else', () => {
  const { matrix, fixed } = positiveSemidefinite(Float64Array.of(1, 2, 2, 1)); // eigenvalues 3 and -1
  expect(fixed).toBe(true);
  matrix.forEach((v) => expectClose(v, 1.5, 'element', 1e-14));
});

test('the jackknife may be tested with clusters - 1 df, as is usual', () => {
  const { x, y, by } = example(8);
  const { df, terms } = inferred(fitted({ y, x }), { kind: 'cluster', by, type: 'CV3', df: 'clusters' });
  expect([df, ...terms.map((t) => t.df)]).toEqual([7, 7, 7, 7]);
});

describe('no estimate, but a reason', () => {
  const { n, x, y, by } = example(9);
  const { codes } = by[0]!;
  const third = { name: 'only', values: Float64Array.from(codes, (g) => (g === 3 ? 1 : 0)) };
  const treated = fitted({ y, x: [...x, third] });
  test('a regressor of one cluster alone: no jackknife, and a CR2 of the rest as in clubSandwich', () => {
    for (const type of ['CR3', 'CV3'] as const)
      expect(inference(treated, { kind: 'cluster', by, type })).toMatchObject({ reason: 'leverage-one' });
    expect(notFinite(inference(treated, { kind: 'cluster', by, type: 'CR2' }))).toEqual([]);
  });
  test('weights under CR2', () => {
    const weights = Float64Array.from({ length: n }, (_, i) => 1 + (i % 3));
    expect(inference(fitted({ y, x, weights }), { kind: 'cluster', by, type: 'CR2' })).toMatchObject({
      reason: 'weights-not-supported',
    });
  });
  test('more effects than can be expanded, unless they are nested in the clusters', () => {
    const many = example(10, 640, 4);
    const effects = [{ name: 'pair', codes: Int32Array.from({ length: 640 }, (_, i) => i % 320) }];
    const fit = fitted({ y: many.y, x: many.x, effects });
    expect(inference(fit, { kind: 'cluster', by: many.by, type: 'CR2' })).toMatchObject({
      reason: 'too-many-effects',
    });
    expect(inference(fit, { kind: 'cluster', by: effects, type: 'CR2' }).status).toBe('ok');
  });
  test('a variance that is 0 whatever the outcome: se 0, df 0, no test', () => {
    const two = { name: 'g', codes: Int32Array.from({ length: n }, (_, i) => i % 2) };
    const fit = fitted({ y, x: [{ name: 'g', values: two.codes }] });
    const { terms } = inferred(fit, { kind: 'cluster', by: [two], type: 'CR2' });
    expect(terms.map(({ se, df, p }) => [se, df, p])).toEqual([
      [0, 0, null],
      [0, 0, null],
    ]);
    expect(notFinite(terms)).toEqual([]);
  });
  test('wrong calls are errors', () => {
    const fit = fitted({ y, x });
    expect(() => inference(fit, { kind: 'cluster', by: [...by, ...by], type: 'CR2' })).toThrow(RangeError);
    expect(() => inference(fit, { kind: 'cluster', by, df: 'satterthwaite' })).toThrow(RangeError);
  });
});
