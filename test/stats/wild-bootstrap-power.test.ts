import { describe, expect, test } from 'vitest';
import {
  createRng,
  inference,
  minimumDetectableEffect,
  ols,
  type OlsFit,
  type OlsInput,
  powerCurve,
  tQuantile,
  type WildBootstrapInput,
  wildClusterBootstrap,
} from '../../analysis/stats/index.js';
import { drawWeights, weightsOf } from '../../analysis/stats/wild-bootstrap-draws.js';
import { expectClose, notFinite, reference } from './tolerance.js';

type Sample = Record<'cluster' | 'year' | 'user' | 'x' | 'y', number[]>;
interface Case {
  sample: string;
  form: 'plain' | 'control' | 'year';
  effects: number[];
  power: number[];
  minimumDetectable: number;
}
const { samples } = reference<{ samples: Record<string, Sample> }>('wild-bootstrap.json');
const { cases } = reference<{ cases: Case[] }>('wild-bootstrap-power.json');

const fitted = (input: OlsInput): OlsFit => {
  const fit = ols(input);
  if (fit.status !== 'ok') throw new Error(fit.reason);
  return fit;
};
const simulated = (input: WildBootstrapInput) => {
  const result = wildClusterBootstrap(input);
  if (result.status !== 'ok') throw new Error(result.reason);
  if (result.power === null) throw new Error('the power was not asked for');
  expect(notFinite(result)).toEqual([]);
  return result.power;
};
const column = (n: number, value: (i: number) => number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => value(i));

describe('as R enumerates it by refitting', () => {
  test.each(cases.map((c) => [c.sample, c.form, c] as const))('%s, %s', (_, __, c) => {
    const s = samples[c.sample]!;
    const years = [...new Set(s.year)].slice(1).map((year) => ({
      name: `year${year}`,
      values: column(s.y.length, (i) => (s.year[i] === year ? 1 : 0)),
    }));
    const user = { name: 'user', values: s.user };
    const x = { name: 'x', values: s.x };
    const forms = { plain: [user], control: [user, x], year: [user, x, ...years] };
    const power = simulated({
      fit: fitted({ y: s.y, x: forms[c.form] }),
      term: 'user',
      clusters: s.cluster,
      draws: 9999,
      weights: 'rademacher',
      rng: createRng(1),
      power: { effects: c.effects },
    });
    expect(power.points).toEqual(c.effects.map((effect, i) => ({ effect, power: c.power[i] })));
    expectClose(power.minimumDetectable, c.minimumDetectable, 'minimum detectable effect');
  });
});

/** Twelve clusters of unequal size, two effects, a control, weights. */
function panel(seed: number, n = 70) {
  const rng = createRng(seed);
  const clusters = Int32Array.from({ length: n }, (_, i) => (i < 12 ? i : Math.min(rng.integer(12), 9)));
  const year = Int32Array.from({ length: n }, () => rng.integer(4));
  const own = column(12, () => rng.normal());
  const x = column(n, (i) => rng.normal() + (clusters[i]! % 2));
  const y = column(n, (i) => own[clusters[i]!]! + 0.3 * year[i]! + rng.normal());
  return { n, clusters, year, x, y, w: column(n, () => Math.exp(rng.normal() / 3)) };
}

describe.each(['rademacher', 'webb', 'mammen'] as const)('%s draws, rebuilt and fitted again', (weights) => {
  test.each([
    ['absorbed years', true, false],
    ['weights', false, true],
    ['absorbed years and weights', true, true],
  ])('%s', (_, withYears, weighted) => {
    const { n, clusters, year, x, y, w } = panel(5);
    const input: OlsInput = {
      y,
      x: [{ name: 'x', values: x }],
      effects: withYears ? [{ name: 'year', codes: year }] : [],
      ...(weighted ? { weights: w } : {}),
    };
    const fit = fitted(input);
    const effects = [0, 0.2, 0.5, -0.5, 1];
    const draws = 80;
    const power = simulated({
      ...{ fit, term: 'x', clusters, draws, weights: weights, rng: createRng(9) },
      power: { effects, at: 0.7 },
    });

    const made = drawWeights(12, draws, weights, 1, createRng(9));
    const v = new Float64Array(12);
    const order = new Map<number, number>();
    for (const c of clusters) if (!order.has(c)) order.set(c, order.size);
    const b = fit.coefficients[fit.names.indexOf('x')]!;
    const reject = (effect: number): number => {
      let count = 0;
      for (let draw = 0; draw < draws; draw++) {
        weightsOf(made, draw, v);
        const star = column(n, (i) => {
          const e = fit.residuals[i]!;
          return y[i]! - e + (effect - b) * x[i]! + v[order.get(clusters[i]!)!]! * e;
        });
        const by = [{ name: 'c', codes: clusters }];
        const result = inference(fitted({ ...input, y: star }), { kind: 'cluster', by });
        if (result.status !== 'ok') throw new Error(result.reason);
        const term = result.terms.find(({ name }) => name === 'x')!;
        if (Math.abs(term.statistic!) > tQuantile(0.975, 11)) count++;
      }
      return count / draws;
    };
    expect(power.points).toEqual(effects.map((effect) => ({ effect, power: reject(effect) })));
    expect(reject(power.minimumDetectable * (1 + 1e-9))).toBeGreaterThanOrEqual(0.7);
    expect(reject(power.minimumDetectable * (1 - 1e-9))).toBeLessThan(0.7);
  });
});

describe('with many equal clusters and homoskedastic errors', () => {
  const groups = 400;
  const rng = createRng(77);
  const n = groups * 3;
  const clusters = Int32Array.from({ length: n }, (_, i) => Math.floor(i / 3));
  const x = column(n, (i) => clusters[i]! % 2);
  const y = column(n, () => rng.normal());
  const fit = fitted({ y, x: [{ name: 'x', values: x }] });
  const draws = 9999;

  test('the power is that of the t test, within Monte Carlo error', () => {
    const effects = [0, 0.05, 0.1, 0.15, 0.2, 0.3];
    const input = { fit, term: 'x', clusters, draws, weights: 'rademacher' as const, rng: createRng(3) };
    const result = wildClusterBootstrap({ ...input, power: { effects } });
    if (result.status !== 'ok') throw new Error(result.reason);
    const planned = { se: result.se, df: groups - 1 };
    const curve = powerCurve(effects, planned);
    const detectable = minimumDetectableEffect(planned);
    if (curve.status !== 'ok' || detectable.status !== 'ok') throw new Error('not estimable');
    curve.points.forEach(({ effect, power }, i) => {
      const error = Math.sqrt((power * (1 - power)) / draws);
      const found = result.power!.points[i]!.power;
      // A hundredth for the clusters, which are many but not endless.
      expect(Math.abs(found - power), `effect ${effect}`).toBeLessThan(3 * error + 0.01);
    });
    expectClose(result.power!.minimumDetectable, detectable.effect, 'minimum detectable effect', 0.02);
  });

  test('the power asked for changes nothing else, and is asked for', () => {
    const input = { fit, term: 'x', clusters, draws: 199, weights: 'webb' as const };
    const { power, ...rest } = wildClusterBootstrap({ ...input, rng: createRng(3), power: {} }) as never as {
      power: unknown;
    };
    const { power: none, ...plain } = wildClusterBootstrap({ ...input, rng: createRng(3) }) as never as {
      power: unknown;
    };
    expect(rest).toEqual(plain);
    expect(none).toBe(null);
    expect(power).toMatchObject({ points: [], draws: 199, power: 0.8 });
  });

  test('wrong calls are errors', () => {
    const input = { fit, term: 'x', clusters, draws: 9, weights: 'webb' as const, rng: createRng(3) };
    for (const power of [{ at: 0 }, { at: 1 }, { at: NaN }, { effects: [1, NaN] }])
      expect(() => wildClusterBootstrap({ ...input, power })).toThrow(RangeError);
  });
});
