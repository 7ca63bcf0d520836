import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRng,
  logit,
  logitInference,
  marginalEffect,
  orderedLogit,
  orderedMarginalEffects,
  sum,
  type LikelihoodVcov,
  type LogitInput,
  type NotEstimable,
} from '../../analysis/stats/index.js';
import { expectClose, notFinite } from './tolerance.js';

function ok<T extends { readonly status: 'ok' }>(result: T | NotEstimable): T {
  if (result.status !== 'ok') throw new Error(`${result.reason}: ${result.detail}`);
  return result;
}

/** Outcomes 0..levels-1 that rise with x and user. */
function example(seed: number, levels = 2, n = 240) {
  const rng = createRng(seed);
  const draw = (f: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => f(i));
  const x = { name: 'x', values: draw(() => rng.normal()) };
  const user = { name: 'user', values: draw((i) => Number(i % 5 < 2)) };
  const year = { name: 'year', codes: draw((i) => 2016 + (i % 4)) };
  const unit = { name: 'unit', codes: draw((i) => i >> 2) };
  const y = draw((i) => {
    const u = rng.next();
    const index = 0.5 * x.values[i]! + 0.4 * user.values[i]! + Math.log(u / (1 - u));
    return Math.max(0, Math.min(levels - 1, Math.round(index / 2 + (levels - 1) / 2)));
  });
  return { n, y, x, user, year, unit };
}
const seeds = fc.integer({ min: 1, max: 1e6 });
const iid: LikelihoodVcov = { kind: 'iid' };

describe('what can be counted by hand', () => {
  // Of 20 non-users 5 say yes, of 10 users 6.
  const values = Array.from({ length: 30 }, (_, i) => Number(i >= 20));
  const y = values.map((_, i) => Number(i < 5 || i >= 24));
  const fit = ok(logit({ y, x: [{ name: 'user', values }] }));
  test('a 0/1 regressor alone: log odds ratio, its variance, and the difference of shares', () => {
    expectClose(fit.coefficients[0], Math.log(5 / 15), 'intercept', 1e-13);
    expectClose(fit.coefficients[1], Math.log((6 / 4) * (15 / 5)), 'log odds ratio', 1e-13);
    expectClose(fit.covariance[3], 1 / 5 + 1 / 15 + 1 / 6 + 1 / 4, 'variance', 1e-13);
    const effect = ok(marginalEffect(fit, 'user', iid));
    expect(effect).toMatchObject({ name: 'user', kind: 'discrete' });
    expectClose(effect.estimate, 0.6 - 0.25, 'difference', 1e-13);
    expectClose(effect.se, Math.sqrt((0.6 * 0.4) / 10 + (0.25 * 0.75) / 20), 'its se', 1e-13);
    fit.fitted.forEach((p, i) => expectClose(p, i < 20 ? 0.25 : 0.6, `row ${i}`, 1e-13));
  });
  test('the log likelihood of a constant is that of the share, and its R² 0', () => {
    const constant = ok(logit({ y, x: [] }));
    expectClose(constant.logLikelihood, 11 * Math.log(11 / 30) + 19 * Math.log(19 / 30), 'log L', 1e-13);
    expect(Math.abs(constant.mcFadden)).toBeLessThan(1e-14);
    const thresholds = ok(orderedLogit({ y: [0, 0, 1, 1, 1, 2, 2, 2, 2, 2], x: [] }));
    expectClose(thresholds.thresholds[0], Math.log(0.2 / 0.8), 'first', 1e-13);
    expect(Math.abs(thresholds.thresholds[1]!)).toBeLessThan(1e-13);
  });
});

describe('for any data', () => {
  test('two levels make the ordered logit the logit, whatever numbers they are', () => {
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, withYears) => {
        const { y, x, user, year, unit } = example(seed);
        const input = { x: [x, user], ...(withYears ? { effects: [year] } : {}) };
        const binary = ok(logit({ y, ...input }));
        const ordered = ok(orderedLogit({ y: y.map((v) => 3 + 4 * v), ...input }));
        const vcov: LikelihoodVcov = { kind: 'cluster', by: [unit] };
        expectClose(ordered.logLikelihood, binary.logLikelihood, 'log L', 1e-12);
        for (const term of ['x', 'user']) {
          const p = ok(marginalEffect(binary, term, vcov));
          const score = ok(orderedMarginalEffects(ordered, term, vcov));
          expectClose(score.levels[1]!.effect.estimate, p.estimate, 'effect', 1e-9);
          expectClose(score.levels[1]!.effect.se, p.se, 'se', 1e-9);
          expectClose(score.expected.estimate, 4 * p.estimate, 'on the score', 1e-9);
        }
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  test('the scores sum to 0, and probabilities and effects on them to 1 and 0', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { n, y, x, user, year } = example(seed, 4);
        const fit = ok(orderedLogit({ y, x: [x, user], effects: [year] }));
        for (const column of fit.scores) expect(Math.abs(sum(column))).toBeLessThan(1e-10);
        for (let i = 0; i < n; i++) expectClose(sum(fit.fitted.map((p) => p[i]!)), 1, `row ${i}`, 1e-12);
        const { levels } = ok(orderedMarginalEffects(fit, 'x', { kind: 'HC1' }));
        expect(Math.abs(sum(levels.map(({ effect }) => effect.estimate)))).toBeLessThan(1e-14);
      }),
      { numRuns: 10, seed: 2 },
    );
  });

  test('the level and unit of a regressor change nothing but its own coefficient', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { y, x, user, unit } = example(seed, 3);
        const moved = { name: 'x', values: x.values.map((v) => 1e4 + 100 * v) };
        const vcov: LikelihoodVcov = { kind: 'cluster', by: [unit] };
        const of = (input: LogitInput) => {
          const terms = ok(logitInference(ok(orderedLogit(input)), vcov)).terms;
          return [100 ** Number(input.x[0] === moved), terms[0]!, terms[1]!] as const;
        };
        const [, a, b] = of({ y, x: [x, user] });
        const [unitOfX, c, d] = of({ y, x: [moved, user] });
        expectClose(c.estimate * unitOfX, a.estimate, 'x', 1e-9);
        expectClose(c.statistic, a.statistic!, 'z of x', 1e-9);
        expectClose(d.estimate, b.estimate, 'user', 1e-9);
        expectClose(d.se, b.se, 'se of user', 1e-9);
      }),
      { numRuns: 10, seed: 3 },
    );
  });

  test('with every row its own cluster HC1 is HC1, and reversing the outcome turns the sign', () => {
    const { n, y, x, user } = example(9);
    const fit = ok(logit({ y, x: [x, user] }));
    const row = { name: 'row', codes: Int32Array.from({ length: n }, (_, i) => n - i) };
    const clustered = ok(logitInference(fit, { kind: 'cluster', by: [row], type: 'HC1' }));
    const plain = ok(logitInference(fit, { kind: 'HC1' }));
    clustered.terms.forEach(({ se }, j) => expectClose(se, plain.terms[j]!.se, `se ${j}`, 1e-12));
    expect([clustered.clusters, plain.clusters]).toEqual([n, null]);
    const reversed = ok(logit({ y: y.map((v) => 1 - v), x: [x, user] }));
    reversed.coefficients.forEach((b, j) => expectClose(b, -fit.coefficients[j]!, `b ${j}`, 1e-10));
  });

  test('no result holds NaN or an infinity, however poor the data', () => {
    const small = fc.integer({ min: -2, max: 3 });
    const rows = fc.array(fc.record({ y: fc.nat(2), x: small, z: fc.nat(1), g: fc.nat(2) }), {
      maxLength: 14,
    });
    let estimates = 0;
    fc.assert(
      fc.property(rows, fc.boolean(), (data, withEffects) => {
        const column = (key: 'y' | 'x' | 'z' | 'g') => data.map((row) => row[key]);
        const g = { name: 'g', codes: column('g') };
        const x = [
          { name: 'x', values: column('x') },
          { name: 'z', values: column('z') },
        ];
        const input = { x, ...(withEffects ? { effects: [g] } : {}) };
        const binary = logit({ y: column('y').map((v) => Math.min(v, 1)), ...input });
        const ordered = orderedLogit({ y: column('y'), ...input });
        expect(notFinite([binary, ordered])).toEqual([]);
        for (const result of [binary, ordered])
          if (result.status !== 'ok')
            expect(result.reason).toMatch(/^(separation|constant-outcome|no-observations)$/);
        const vcov: LikelihoodVcov = { kind: 'cluster', by: [g] };
        if (binary.status === 'ok') {
          estimates++;
          expect(notFinite([logitInference(binary, vcov), marginalEffect(binary, 'x', vcov)])).toEqual([]);
        }
        if (ordered.status === 'ok') {
          estimates++;
          const effects = orderedMarginalEffects(ordered, 'z', vcov);
          expect(notFinite([logitInference(ordered, vcov), effects])).toEqual([]);
        }
      }),
      { numRuns: 1500, seed: 5 },
    );
    expect(estimates).toBeGreaterThan(100);
  });
});

describe('columns that say the same', () => {
  const { y, x, user, year } = example(3, 3);
  const y2 = y.map((v) => Math.min(v, 1));
  const twice = { name: 'twice', values: x.values.map((v) => 2 * v + 1) };
  const byYear = { name: 'byYear', values: year.codes.map((v) => v - 2000) };
  test('are dropped from the right, and have no effect to ask for', () => {
    for (const fit of [
      ok(logit({ y: y2, x: [x, twice, user, byYear], effects: [year] })),
      ok(orderedLogit({ y, x: [x, twice, user, byYear], effects: [year] })),
    ]) {
      expect(fit.dropped).toEqual(['twice', 'byYear']);
      const effect =
        'levels' in fit ? orderedMarginalEffects(fit, 'twice', iid) : marginalEffect(fit, 'twice', iid);
      expect(effect).toEqual({
        status: 'not-estimable',
        reason: 'collinear-regressor',
        detail: 'twice',
      });
    }
  });
  test('dummies come first by name; the ordered logit has no last one, but thresholds', () => {
    const years = ['year=2016', 'year=2017', 'year=2018'];
    const input = { x: [x, user], effects: [year] };
    expect(ok(logit({ y: y2, ...input })).names).toEqual([...years, 'year=2019', 'x', 'user']);
    expect(ok(orderedLogit({ y, ...input })).names).toEqual([...years, 'x', 'user', '0|1', '1|2']);
  });
});

describe('no estimate, but a reason', () => {
  const x = [{ name: 'x', values: [1, 2, 3, 4] }];
  const reasons: [string, NotEstimable | { readonly status: 'ok' }][] = [
    ['no-observations', logit({ y: [], x: [] })],
    ['no-observations', orderedLogit({ y: [], x: [] })],
    ['non-finite', logit({ y: [0, 1, 0, 1], x: [{ name: 'x', values: [1, NaN, 2, 3] }] })],
    ['non-finite', orderedLogit({ y: [0, 1, Infinity, 1], x })],
    ['constant-outcome', logit({ y: [1, 1, 1, 1], x })],
    ['constant-outcome', orderedLogit({ y: [2, 2, 2, 2], x })],
    ['no-regressor', logit({ y: [0, 1, 0, 1], x: [], intercept: false })],
    ['one-cluster', logitInference(ok(logit({ y: [0, 1, 0, 1], x })), cluster([5, 5, 5, 5]))],
    ['one-cluster', marginalEffect(ok(logit({ y: [0, 1, 0, 1], x })), 'x', cluster([5, 5, 5, 5]))],
  ];
  function cluster(codes: number[]): LikelihoodVcov {
    return { kind: 'cluster', by: [{ name: 'lan', codes }] };
  }
  test.each(reasons)('%s', (reason, result) => {
    expect(result).toMatchObject({ status: 'not-estimable', reason });
  });
  test('errors of the caller throw', () => {
    const y = [0, 1, 0, 1];
    expect(() => logit({ y: [0, 1, 2, 1], x })).toThrow('the outcome is 0 or 1, not 2 (row 2)');
    expect(() => logit({ y: [0, 1], x })).toThrow('x has 4 rows, the outcome 2');
    const fit = ok(logit({ y, x }));
    expect(() => marginalEffect(fit, 'user', iid)).toThrow('the model has no regressor user');
    expect(() => marginalEffect(fit, '(Intercept)', iid)).toThrow(RangeError);
    expect(() => logitInference(fit, cluster([1, 2]))).toThrow(RangeError);
    const by = [
      { name: 'a', codes: [1, 2, 1, 2] },
      { name: 'b', codes: [1, 1, 2, 2] },
    ];
    expect(() => logitInference(fit, { kind: 'cluster', by } as unknown as LikelihoodVcov)).toThrow(
      'one cluster dimension, not 2',
    );
  });
});

test('scores that cancel in every cluster give a standard error of 0 and no test, not a huge z', () => {
  const codes = [0, 0, 0, 0, 1, 1, 1, 1];
  const fit = ok(logit({ y: [0, 1, 1, 0, 1, 1, 0, 1], x: [{ name: 'x', values: codes }] }));
  const { terms } = ok(logitInference(fit, { kind: 'cluster', by: [{ name: 'g', codes }] }));
  expect(terms.map(({ se, statistic, p }) => [se, statistic, p])).toEqual([
    [0, null, null],
    [0, null, null],
  ]);
});
