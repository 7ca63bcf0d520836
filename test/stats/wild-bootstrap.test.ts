import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRng,
  inference,
  ols,
  type OlsFit,
  type OlsInput,
  type WildBootstrap,
  type WildBootstrapInput,
  type WildWeights,
  wildClusterBootstrap,
} from '../../analysis/stats/index.js';
import { drawWeights, weightsOf } from '../../analysis/stats/wild-bootstrap-draws.js';
import { expectClose, notFinite, reference } from './tolerance.js';

type Sample = Record<'cluster' | 'year' | 'user' | 'x' | 'y' | 'w', number[]>;
interface Case {
  sample: string;
  form: 'plain' | 'control' | 'year' | 'unitYear';
  term: string;
  weighted: 0 | 1;
  impose: 0 | 1;
  null: number;
  clusters: number;
  statistic: number;
  p: number;
  ties: number;
  low: number | null;
  high: number | null;
}
const { samples, cases } = reference<{ samples: Record<string, Sample>; cases: Case[] }>(
  'wild-bootstrap.json',
);

const fitted = (input: OlsInput): OlsFit => {
  const fit = ols(input);
  if (fit.status !== 'ok') throw new Error(fit.reason);
  return fit;
};
const bootstrapped = (input: WildBootstrapInput): WildBootstrap => {
  const result = wildClusterBootstrap(input);
  if (result.status !== 'ok') throw new Error(result.reason);
  expect(notFinite(result)).toEqual([]);
  return result;
};
const generate = (n: number, value: (i: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => value(i));

/** The same model with dummies, and with the effects absorbed, where it has any. */
function inputsOf({ form, weighted }: Case, s: Sample): [string, OlsInput][] {
  const column = (name: 'user' | 'x') => ({ name, values: Float64Array.from(s[name]) });
  const dummies = (of: number[], name: string) =>
    [...new Set(of)].slice(1).map((level) => ({
      name: `${name}${level}`,
      values: Float64Array.from(of, (v) => (v === level ? 1 : 0)),
    }));
  const base = { y: s.y, ...(weighted ? { weights: s.w } : {}) };
  const years = { name: 'year', codes: s.year };
  const units = { name: 'unit', codes: s.cluster };
  if (form === 'plain') return [['plain', { ...base, x: [column('user')] }]];
  const both = [column('user'), column('x')];
  if (form === 'control') return [['control', { ...base, x: both }]];
  const yearDummies = dummies(s.year, 'year');
  if (form === 'year') {
    return [
      ['dummies', { ...base, x: [...both, ...yearDummies] }],
      ['absorbed', { ...base, x: both, effects: [years] }],
    ];
  }
  return [
    ['dummies', { ...base, x: [column('x'), ...dummies(s.cluster, 'unit'), ...yearDummies] }],
    ['unit absorbed', { ...base, x: [column('x'), ...yearDummies], effects: [units] }],
    ['both absorbed', { ...base, x: [column('x')], effects: [years, units] }],
  ];
}

describe('as R enumerates it by brute force', () => {
  test.each(cases.map((c, i) => [i, c] as const))('case %i: $form', (_, c) => {
    const s = samples[c.sample]!;
    for (const [how, input] of inputsOf(c, s)) {
      const result = bootstrapped({
        fit: fitted(input),
        term: c.term,
        clusters: s.cluster,
        draws: 9999,
        weights: 'rademacher',
        null: c.null,
        impose: c.impose === 1,
        nested: 'count',
        rng: createRng(1),
      });
      const what = `${c.sample} ${c.form} ${how}`;
      expect(result.enumerated).toBe(true);
      expect(result.draws).toBe(2 ** c.clusters);
      expectClose(result.statistic, c.statistic, `${what} t`);
      expect(result.p, `${what} p`).toBe(c.p);
      expect(result.ties, `${what} ties`).toBe(c.ties);
      for (const [end, expected] of [
        [result.ciLow, c.low],
        [result.ciHigh, c.high],
      ] as const) {
        if (expected === null) expect(end, what).toBe(null);
        else expectClose(end, expected, `${what} interval`);
      }
    }
  });

  test('the cases have ties, and p on both sides of 0.05', () => {
    expect(cases.length).toBe(128);
    expect(cases.some((c) => c.p < 0.05) && cases.some((c) => c.p > 0.05)).toBe(true);
    expect(cases.every((c) => c.impose === 0 || c.ties >= 2)).toBe(true);
  });
});

/** Crossed unit, year and region effects, clusters that nest some of them or none; x and d vary within everything. */
function panel(seed: number, n = 90) {
  const rng = createRng(seed);
  const pick = (levels: number) => Int32Array.from({ length: n }, () => rng.integer(levels));
  const unit = pick(18);
  const year = pick(4);
  const region = pick(3);
  const x = generate(n, () => rng.normal());
  const d = generate(n, () => rng.integer(2));
  const noise = generate(18, () => rng.normal());
  const y = generate(n, (i) => 0.4 * x[i]! + d[i]! + 0.2 * year[i]! + noise[unit[i]!]! + rng.normal());
  const weights = generate(n, () => Math.exp(rng.normal() / 2));
  const group = unit.map((u) => u % 7);
  return { n, unit, year, region, group, x, d, y, weights };
}

const EFFECTS = [
  [],
  ['year'],
  ['unit'],
  ['unit', 'year'],
  ['year', 'region'],
  ['unit', 'year', 'region'],
] as const;

/** By the definition: y* rebuilt, `ols` and `inference` for each draw; the draws' numbers taken from the same seed. */
function bruteForce(
  data: ReturnType<typeof panel>,
  input: OlsInput,
  clusterCodes: Int32Array,
  {
    weights,
    impose,
    nullValue,
    draws,
    seed,
  }: { weights: WildWeights; impose: boolean; nullValue: number; draws: number; seed: number },
) {
  const fit = fitted(input);
  const rows = fit.rows ?? Int32Array.from({ length: data.n }, (_, i) => i);
  const keep = (column: ArrayLike<number>) => Float64Array.from(rows, (i) => column[i]!);
  const code = new Map<number, number>();
  const clusters = Int32Array.from(rows, (i) => {
    const c = clusterCodes[i]!;
    if (!code.has(c)) code.set(c, code.size);
    return code.get(c)!;
  });
  const same: OlsInput = {
    ...input,
    y: keep(data.y),
    x: input.x.map(({ name, values }) => ({ name, values: keep(values as Float64Array) })),
    effects: (input.effects ?? []).map(({ name, codes }) => ({ name, codes: keep(codes as Int32Array) })),
    ...(input.weights ? { weights: keep(input.weights) } : {}),
  };
  const y = same.y as Float64Array;
  const x = keep(data.x);
  const restricted = fitted({
    ...same,
    y: y.map((v, i) => v - nullValue * x[i]!),
    x: same.x.filter((r) => r.name !== 'x'),
  });
  const whole = fitted(same);
  const t = (of: OlsFit, centre: number) => {
    const result = inference(of, { kind: 'cluster', by: [{ name: 'c', codes: clusters }] });
    if (result.status !== 'ok') throw new Error(result.reason);
    const term = result.terms.find(({ name }) => name === 'x')!;
    return (term.estimate - centre) / term.se;
  };
  const estimate = whole.coefficients[whole.names.indexOf('x')]!;
  const observed = Math.abs(t(whole, nullValue));
  const e = (impose ? restricted : whole).residuals;
  const made = drawWeights(code.size, draws, weights, 1, createRng(seed));
  const v = new Float64Array(code.size);
  let above = 0;
  let ties = 0;
  for (let b = 0; b < made.count; b++) {
    weightsOf(made, b, v);
    const star = y.map((value, i) => value - e[i]! + v[clusters[i]!]! * e[i]!);
    const tb = Math.abs(t(fitted({ ...same, y: star }), impose ? nullValue : estimate));
    if (Math.abs(tb - observed) <= 1e-9 * observed) ties++;
    else if (tb > observed) above++;
  }
  return { p: above / made.count, ties };
}

describe('as outcomes rebuilt and fitted again', () => {
  test.each(EFFECTS.flatMap((e) => (['rademacher', 'webb', 'mammen'] as const).map((w) => [e, w] as const)))(
    'effects %j, %s weights, whatever the clusters, restricted or not, weighted or not',
    (names, weights) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 1e6 }),
          fc.constantFrom('unit' as const, 'group' as const, 'year' as const),
          fc.boolean(),
          fc.boolean(),
          (seed, by, impose, weighted) => {
            const data = panel(seed);
            const input: OlsInput = {
              y: data.y,
              x: [
                { name: 'd', values: data.d },
                { name: 'x', values: data.x },
              ],
              effects: names.map((name) => ({ name, codes: data[name] })),
              ...(weighted ? { weights: data.weights } : {}),
            };
            const options = { weights, impose, nullValue: 0.3, draws: 60, seed };
            const expected = bruteForce(data, input, data[by], options);
            const result = bootstrapped({
              fit: fitted(input),
              term: 'x',
              clusters: data[by],
              draws: 60,
              weights,
              impose,
              null: 0.3,
              rng: createRng(seed),
            });
            expect({ p: result.p, ties: result.ties }).toEqual(expected);
          },
        ),
        { numRuns: 6, seed: 3 },
      );
    },
  );
});

function balanced(seed: number, groups = 20, treated = groups / 2, effect = 0) {
  const rng = createRng(seed);
  const n = groups * 4;
  const clusters = Int32Array.from({ length: n }, (_, i) => i >> 2);
  const year = Int32Array.from({ length: n }, (_, i) => i & 3);
  const own = generate(groups, () => rng.normal());
  const user = generate(n, (i) => (clusters[i]! < treated ? 1 : 0));
  const y = generate(n, (i) => effect * user[i]! + own[clusters[i]!]! + rng.normal());
  const fit = fitted({ y, x: [{ name: 'user', values: user }], effects: [{ name: 'year', codes: year }] });
  return { n, clusters, year, user, y, fit, rng };
}
const defaults = { term: 'user', draws: 999, weights: 'rademacher' } as const;

describe('the interval', () => {
  test('holds the estimate, and excludes 0 exactly where p is below 0.05', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.constantFrom('rademacher' as const, 'webb' as const, 'mammen' as const),
        fc.boolean(),
        (seed, weights, impose) => {
          const { fit, clusters } = balanced(seed, 14, 7, 1.2);
          const r = bootstrapped({ ...defaults, fit, clusters, weights, impose, rng: createRng(seed) });
          expect(r.unbounded).toBe(null);
          expect(r.ciLow).toBeLessThan(r.estimate);
          expect(r.ciHigh).toBeGreaterThan(r.estimate);
          expect(r.ciLow! > 0 || r.ciHigh! < 0).toBe(r.p < 0.05);
        },
      ),
      { numRuns: 40, seed: 4 },
    );
  });

  test('tested at its bounds, p is 0.05 within one draw', () => {
    const { fit, clusters } = balanced(11);
    const run = (nullValue: number) =>
      bootstrapped({ ...defaults, fit, clusters, null: nullValue, rng: createRng(2) });
    const { ciLow, ciHigh, se } = run(0);
    for (const [end, out] of [
      [ciLow!, -1],
      [ciHigh!, 1],
    ] as const) {
      expect(run(end - out * 1e-6 * se).p).toBeGreaterThanOrEqual(0.05);
      expect(run(end + out * 1e-6 * se).p).toBeLessThan(0.05);
    }
  });

  test('has no bounds where the draws of one treated cluster of three have no variance', () => {
    const { fit, clusters } = balanced(3, 3, 1);
    const r = bootstrapped({ ...defaults, fit, clusters, impose: false, rng: createRng(1) });
    expect(r).toMatchObject({ draws: 8, ciLow: null, ciHigh: null, unbounded: 'both' });
  });
});

describe('p', () => {
  test('does not change with the scale of the outcome, nor with its level or the names of clusters', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (seed, scale) => {
          const { fit, clusters, y, user, year } = balanced(seed, 12, 6, 1);
          const other = fitted({
            y: y.map((v) => 5 + scale * v),
            x: [{ name: 'user', values: user }],
            effects: [{ name: 'year', codes: year }],
          });
          const one = bootstrapped({ ...defaults, fit, clusters, rng: createRng(9) });
          const two = bootstrapped({
            ...defaults,
            fit: other,
            clusters: clusters.map((g) => 100 - 3 * g),
            rng: createRng(9),
          });
          expect([two.p, two.ties]).toEqual([one.p, one.ties]);
          expectClose(two.ciLow, scale * one.ciLow!, 'lower bound', 1e-7);
        },
      ),
      { numRuns: 25, seed: 5 },
    );
  });

  test('is 1 but for the ties where the null is the estimate, and the same for the same seed', () => {
    const { fit, clusters } = balanced(5, 8, 4);
    const at = fit.coefficients[0]!;
    const r = bootstrapped({ ...defaults, fit, clusters, null: at, rng: createRng(1) });
    expect(r.p + r.ties / r.draws).toBe(1);
    expect(r.ties).toBeGreaterThanOrEqual(2);
    const run = () => bootstrapped({ ...defaults, weights: 'webb', fit, clusters, rng: createRng(8) });
    expect(run()).toEqual(run());
  });

  test('rejects a true null at 5 percent in 5 percent of samples, within Monte Carlo error (G = 20, balanced)', () => {
    const samplesMade = 1500;
    const rejected = { rademacher: 0, webb: 0 };
    for (let s = 0; s < samplesMade; s++) {
      const { fit, clusters, rng } = balanced(7000 + s);
      for (const weights of ['rademacher', 'webb'] as const)
        if (bootstrapped({ ...defaults, draws: 399, fit, clusters, weights, rng }).p < 0.05)
          rejected[weights]++;
    }
    const error = Math.sqrt((0.05 * 0.95) / samplesMade);
    for (const count of Object.values(rejected))
      expect(Math.abs(count / samplesMade - 0.05)).toBeLessThan(2.6 * error);
  });
});

describe('with one treated cluster of twenty', () => {
  test('a true null is rejected far too often unrestricted, and hardly ever restricted, as the warning says', () => {
    const rejected = { restricted: 0, unrestricted: 0 };
    for (let s = 0; s < 200; s++) {
      const { fit, clusters, rng } = balanced(100 + s, 20, 1);
      const input = { ...defaults, draws: 199, fit, clusters, rng };
      const restricted = bootstrapped(input);
      expect(restricted.warning).toBe('few-treated');
      if (restricted.p < 0.05) rejected.restricted++;
      if (bootstrapped({ ...input, impose: false }).p < 0.05) rejected.unrestricted++;
    }
    expect(rejected.restricted).toBeLessThan(4);
    expect(rejected.unrestricted).toBeGreaterThan(80);
  });
});

describe('weights', () => {
  test.each(['rademacher', 'webb', 'mammen'] as const)(
    '%s: mean 0, variance 1, whatever the blocks',
    (weights) => {
      for (const table of [1, 30, 5000]) {
        const made = drawWeights(37, 4000, weights, table, createRng(3));
        const v = new Float64Array(37);
        let first = 0;
        let second = 0;
        for (let b = 0; b < made.count; b++) {
          weightsOf(made, b, v);
          for (const w of v) {
            first += w;
            second += w * w;
          }
        }
        const n = 37 * 4000;
        expect(Math.abs(first / n)).toBeLessThan(4 / Math.sqrt(n));
        expect(Math.abs(second / n - 1)).toBeLessThan(5 / Math.sqrt(n));
      }
    },
  );

  test('enumerates every sign vector once where there are no more than the draws, and only Rademacher ones', () => {
    const made = drawWeights(9, 512, 'rademacher', 20, createRng(1));
    const v = new Float64Array(9);
    const seen = new Set(
      Array.from({ length: made.count }, (_, b) => {
        weightsOf(made, b, v);
        return v.join();
      }),
    );
    expect([made.enumerated, made.count, seen.size]).toEqual([true, 512, 512]);
    expect(drawWeights(9, 511, 'rademacher', 20, createRng(1)).enumerated).toBe(false);
    expect(drawWeights(2, 511, 'webb', 20, createRng(1)).enumerated).toBe(false);
  });
});

describe('says', () => {
  test.each([
    [3, 'few-treated'],
    [4, null],
    [16, null],
    [17, 'few-treated'],
  ])('with %i of 20 clusters treated: %s', (treated, warning) => {
    const { fit, clusters, user } = balanced(1, 20, treated);
    expect(bootstrapped({ ...defaults, fit, clusters, rng: createRng(1) }).warning).toBe(warning);
    expect(bootstrapped({ ...defaults, fit, clusters, regressor: user, rng: createRng(1) }).warning).toBe(
      warning,
    );
  });

  test('that one cluster has over half of the rows, and how large the clusters are', () => {
    const { fit } = balanced(2);
    const clusters = Int32Array.from({ length: 80 }, (_, i) => (i % 40 < 21 ? 0 : 1 + (i % 9)));
    const r = bootstrapped({
      ...defaults,
      fit,
      clusters,
      regressor: generate(80, (i) => i),
      rng: createRng(1),
    });
    expect(r).toMatchObject({ warning: 'unbalanced', clusters: 10, largestCluster: 42 });
    expect(r.largestLeverage).toBeGreaterThan(0.1);
  });

  test.each([
    [5, 0.95, 'few-clusters'],
    [6, 0.95, null],
    [6, 0.99, 'few-clusters'],
    [8, 0.99, null],
  ])(
    'that the sign vectors of %i clusters are too few or enough for level %d: %s',
    (groups, level, warning) => {
      const { clusters, y, year, rng } = balanced(6, groups);
      const x = { name: 'user', values: y.map(() => rng.normal()) };
      const fit = fitted({ y, x: [x], effects: [{ name: 'year', codes: year }] });
      expect(bootstrapped({ ...defaults, fit, clusters, level, rng }).warning).toBe(warning);
      expect(bootstrapped({ ...defaults, weights: 'webb', fit, clusters, level, rng }).warning).toBe(null);
    },
  );

  test('that too many crossing effects would have to be expanded', () => {
    const rng = createRng(4);
    const n = 3200;
    const y = generate(n, () => rng.normal());
    const effect = (name: string, levels: number) => ({
      name,
      codes: Int32Array.from({ length: n }, () => rng.integer(levels)),
    });
    const effects = [effect('a', 320), effect('b', 310)];
    const fit = fitted({ y, x: [{ name: 'user', values: y.map(() => rng.normal()) }], effects });
    const clusters = Int32Array.from({ length: n }, (_, i) => i % 12);
    expect(wildClusterBootstrap({ ...defaults, fit, clusters, rng })).toMatchObject({
      reason: 'too-many-effects',
    });
  });

  test('why there is none', () => {
    const { fit, clusters, n, user, y } = balanced(2);
    const rng = createRng(1);
    const one = new Int32Array(n);
    expect(wildClusterBootstrap({ ...defaults, fit, clusters: one, rng })).toMatchObject({
      reason: 'one-cluster',
    });
    const perfect = fitted({ y: user, x: [{ name: 'user', values: user }] });
    expect(wildClusterBootstrap({ ...defaults, fit: perfect, clusters, rng })).toMatchObject({
      reason: 'perfect-fit',
    });
    const twice = fitted({
      y,
      x: [
        { name: 'a', values: user },
        { name: 'user', values: user },
      ],
    });
    expect(wildClusterBootstrap({ ...defaults, fit: twice, clusters, rng })).toMatchObject({
      reason: 'dropped-regressor',
    });
  });

  test('what is wrong with a call', () => {
    const { fit, clusters } = balanced(2);
    const call = (change: Partial<WildBootstrapInput>) => () =>
      wildClusterBootstrap({ ...defaults, fit, clusters, rng: createRng(1), ...change });
    expect(call({ term: 'usr' })).toThrow(/no term usr; the model has user/);
    expect(call({ draws: 0 })).toThrow(RangeError);
    expect(call({ draws: 9.5 })).toThrow(/not 9.5/);
    expect(call({ level: 1 })).toThrow(RangeError);
    expect(call({ null: NaN })).toThrow(RangeError);
    expect(call({ clusters: [1, 2] })).toThrow(RangeError);
    expect(call({ regressor: [1, 2] })).toThrow(RangeError);
  });
});
