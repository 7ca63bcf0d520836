import { describe, expect, test } from 'vitest';
import { createRng, type Rng } from '../../analysis/stats/index.js';
import { compact, type Factor } from '../../analysis/stats/effects.js';
import { crossProducts, type CrossProducts } from '../../analysis/stats/reml-crossprod.js';
import { profile } from '../../analysis/stats/reml-deviance.js';
import { minimizeDeviance } from '../../analysis/stats/reml-optimum.js';
import { expectClose } from './tolerance.js';

/** Units in groups over years, some missing; normal or binary, each variance possibly 0. */
function panel(rng: Rng): CrossProducts {
  const [units, groups, years] = [20 + rng.integer(40), 3 + rng.integer(6), 3 + rng.integer(3)];
  const sd = () => [0, 0.3, 1, 3][rng.integer(4)]!;
  const draws = (n: number, s = sd()) => Array.from({ length: n }, () => s * rng.normal());
  const [unit, group, year] = [draws(units), draws(groups), draws(years)];
  const binary = rng.integer(2) === 1;
  const rows: [number, number, number, number][] = [];
  for (let u = 0; u < units; u++)
    for (let t = 0; t < years; t++) {
      if (rng.next() < 0.15) continue;
      const y = unit[u]! + group[u % groups]! + year[t]! + rng.normal();
      rows.push([u, u % groups, t, binary ? Number(y > 0) : y]);
    }
  const column = (k: number) => rows.map((row) => row[k]!);
  const y = column(3);
  const mean = y.reduce((s, v) => s + v, 0) / y.length;
  const factors = [0, 1, 2].map((k) => compact(column(k), null)) as [Factor, Factor, Factor];
  const one = new Float64Array(y.length).fill(1);
  return crossProducts(
    factors,
    [one],
    Float64Array.from(y, (v) => v - mean),
  );
}

describe('the profiled deviance', () => {
  const rng = createRng(91);
  const panels = Array.from({ length: 30 }, () => panel(rng));

  test('has the derivatives it states, by each variance and also where that is 0', () => {
    for (const data of panels.slice(0, 10))
      for (const variances of [
        [0.5, 1.2, 0.3],
        [0, 0.4, 0],
        [2, 0, 8],
      ]) {
        const at = (v: readonly number[]) => profile(data, v.map(Math.sqrt))!;
        const { score } = at(variances);
        variances.forEach((_, k) => {
          const h = 1e-4;
          const shifted = (by: number) => at(variances.map((v, j) => (j === k ? v + by : v))).deviance;
          // One-sided, of second order: a variance of 0 has no other side.
          const slope = (4 * shifted(h) - shifted(2 * h) - 3 * shifted(0)) / (2 * h);
          expect(Math.abs(slope - score[k]!)).toBeLessThan(1e-3 * (1 + Math.abs(score[k]!)));
        });
      }
  });

  test('is nowhere lower than at the optimum found', () => {
    for (const data of panels) {
      const optimum = minimizeDeviance(data, 3)!;
      for (let trial = 0; trial < 200; trial++) {
        const theta = optimum.theta.map(() => (rng.integer(4) === 0 ? 0 : Math.exp(2 * rng.normal())));
        const deviance = profile(data, theta)?.deviance ?? Infinity;
        expect(deviance).toBeGreaterThan(optimum.profile.deviance - 1e-9);
      }
      optimum.theta.forEach((t, k) => {
        const { score, traces } = optimum.profile;
        if (t > 0) expect(Math.abs(score[k]!)).toBeLessThan(1e-6 * traces[k]!);
        else expect(score[k]!).toBeGreaterThan(-1e-6 * traces[k]!);
      });
    }
  });

  test('is that of the sample where every variance is 0', () => {
    const y = Float64Array.from([-1, 2, 0, -1]);
    const data = crossProducts([compact([0, 0, 1, 1], null)], [new Float64Array(4).fill(1)], y);
    const { deviance, residualVariance } = profile(data, [0])!;
    expectClose(residualVariance, 2, 'variance', 1e-14);
    expectClose(deviance, 3 * (1 + Math.log(2 * Math.PI * 2)) + Math.log(4), 'deviance', 1e-14);
  });
});
