import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRng,
  minimumDetectableEffect,
  type PlannedTest,
  powerCurve,
  tQuantile,
  tTestPower,
} from '../../analysis/stats/index.js';
import { expectClose, notFinite, reference } from './tolerance.js';

/** Absolute. R's pt(ncp =) errs by 5e-11, its power of 1.00000000003 at df = 1e5 shows how. */
const NONCENTRAL_T = 1e-10;
/** Absolute, against the integral. */
const INTEGRAL = 1e-13;

interface Reference {
  power: { d: number; df: number | null; alpha: number; t: number }[];
  integrated: { d: number; df: number; alpha: number; power: number }[];
  mde: { d: number; df: number | null; alpha: number; power: number }[];
  trial: { n: number; delta: number; sd: number; power: number };
}
const r = reference<Reference>('multiplicity.json');

function powerAt(effect: number, planned: PlannedTest): number {
  const result = tTestPower(effect, planned);
  if (result.status !== 'ok') throw new Error(result.reason);
  return result.power;
}

function detectable(planned: PlannedTest, power?: number): number {
  const result = minimumDetectableEffect(planned, power);
  if (result.status !== 'ok') throw new Error(result.reason);
  return result.effect;
}

describe('against R', () => {
  test('the noncentral t', () => {
    for (const { d, df, alpha, t } of r.power) {
      const distance = Math.abs(powerAt(3 * d, { se: 3, df: df ?? Infinity, alpha }) - t);
      expect(distance, `d = ${d}, df = ${df}, alpha = ${alpha}`).toBeLessThan(NONCENTRAL_T);
    }
  });
  test('the integral, also far out and with small df or alpha', () => {
    for (const { d, df, alpha, power } of r.integrated) {
      const distance = Math.abs(powerAt(-d, { se: 1, df, alpha }) - power);
      expect(distance, `d = ${d}, df = ${df}, alpha = ${alpha}`).toBeLessThan(INTEGRAL);
    }
  });
  test('the minimum detectable effect', () => {
    for (const { d, df, alpha, power } of r.mde)
      expectClose(
        detectable({ se: 1, df: df ?? Infinity, alpha }, power),
        d,
        `${df}, ${alpha}, ${power}`,
        1e-9,
      );
  });
  test('power.t.test of two samples', () => {
    const { n, delta, sd, power } = r.trial;
    const planned = { se: sd * Math.sqrt(2 / n), df: 2 * n - 2 };
    expectClose(powerAt(delta, planned), power, 'power', 1e-10);
  });
});

const planned = fc.record({
  se: fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
  df: fc.oneof(
    fc.double({ min: 0.7, max: 3000, noNaN: true }),
    fc.constantFrom(1, 2, 289, 1e9, 1e10, Infinity),
  ),
  alpha: fc.constantFrom(1e-5, 0.01, 0.05, 0.1),
});

test('at no effect the power is alpha', () => {
  fc.assert(
    fc.property(planned, (given) => expectClose(powerAt(0, given), given.alpha, 'power', 1e-10)),
    { seed: 1, numRuns: 200 },
  );
});

test('the power does not depend on the sign, and grows with the effect', () => {
  const sizes = fc.tuple(
    fc.double({ min: 0, max: 60, noNaN: true }),
    fc.double({ min: 0, max: 60, noNaN: true }),
  );
  fc.assert(
    fc.property(planned, sizes, (given, [a, b]) => {
      const small = powerAt(Math.min(a, b) * given.se, given);
      const large = powerAt(Math.max(a, b) * given.se, given);
      expect(large).toBeGreaterThanOrEqual(small - 1e-13);
      expect(small).toBeGreaterThanOrEqual(given.alpha * (1 - 1e-9));
      expect(large).toBeLessThanOrEqual(1);
      expect(powerAt(-a * given.se, given)).toBe(powerAt(a * given.se, given));
    }),
    { seed: 2, numRuns: 300 },
  );
});

test('the minimum detectable effect has the power asked for, and scales with the standard error', () => {
  fc.assert(
    fc.property(planned, fc.constantFrom(0.2, 0.5, 0.8, 0.95), (given, power) => {
      const effect = detectable(given, power);
      expect(Math.abs(powerAt(effect, given) - power)).toBeLessThan(1e-12);
      expectClose(effect, given.se * detectable({ ...given, se: 1 }, power), 'effect', 1e-12);
    }),
    { seed: 3, numRuns: 200 },
  );
});

test('the search ends where next to nothing is left of a degree of freedom, or of alpha', () => {
  for (const df of [0.05, 0.3, 1])
    for (const alpha of [1e-12, 1e-5, 0.05])
      for (const power of [0.11, 0.5, 0.9999]) {
        const given = { se: 1, df, alpha };
        const result = minimumDetectableEffect(given, power);
        if (result.status !== 'ok') continue;
        const distance = Math.abs(powerAt(result.effect, given) - power);
        expect(distance, `df = ${df}, alpha = ${alpha}, power = ${power}`).toBeLessThan(1e-12);
      }
});

test('with many degrees of freedom 80 percent at 5 percent takes 2.8 standard errors', () => {
  expectClose(detectable({ se: 5, df: Infinity }), 5 * 2.801581793, 'effect', 1e-6);
  const bloom = tQuantile(0.975, 20) + tQuantile(0.8, 20);
  expectClose(detectable({ se: 1, df: 20 }), bloom, 'approximation', 0.005);
});

test('simulated t tests reject as often as the power says', () => {
  const rng = createRng(41);
  const n = 6;
  const critical = tQuantile(0.975, n - 1);
  const samples = 20_000;
  let found = 0;
  for (let s = 0; s < samples; s++) {
    const y = Array.from({ length: n }, () => 1 + rng.normal());
    const mean = y.reduce((a, b) => a + b) / n;
    const variance = y.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1);
    if (Math.abs(mean) / Math.sqrt(variance / n) > critical) found++;
  }
  const power = powerAt(1, { se: 1 / Math.sqrt(n), df: n - 1 });
  expect(Math.abs(found / samples - power)).toBeLessThan(4 * Math.sqrt((power * (1 - power)) / samples));
});

test('a power curve holds the effects in the order given', () => {
  const given = { se: 4, df: 60 };
  const effects = [10, -3, 0, 14];
  expect(powerCurve(effects, given)).toEqual({
    status: 'ok',
    points: effects.map((effect) => ({ effect, power: powerAt(effect, given) })),
  });
  expect(powerCurve([], given)).toEqual({ status: 'ok', points: [] });
});

test('extreme input gives a finite result or a reason', () => {
  const size = fc.double({ min: 1e-300, max: 1.7e308, noNaN: true });
  const df = fc.oneof(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.constantFrom(1e8, 1e12, 1e300));
  fc.assert(
    fc.property(size, size, df, fc.constantFrom(1e-300, 1e-10, 0.05, 0.99), (effect, se, degrees, alpha) => {
      const extreme = { se, df: degrees, alpha };
      expect(notFinite(tTestPower(effect, extreme))).toEqual([]);
      expect(notFinite(minimumDetectableEffect(extreme, 0.995))).toEqual([]);
    }),
    { seed: 4, numRuns: 40 },
  );
});

test('a test without standard error, or whose critical value is beyond all numbers, has no power', () => {
  const without = { status: 'not-estimable', reason: 'zero-se' };
  expect(tTestPower(1, { se: 0, df: 9 })).toEqual(without);
  expect(powerCurve([], { se: 0, df: 9 })).toEqual(without);
  expect(minimumDetectableEffect({ se: 0, df: 9 })).toEqual(without);
  expect(tTestPower(1, { se: 1, df: 1e-4 })).toMatchObject({ reason: 'no-critical-value' });
});

test('wrong calls are errors', () => {
  const right = { se: 1, df: 9 };
  for (const wrong of [{ se: -1 }, { se: Infinity }, { df: 0 }, { df: NaN }, { alpha: 0 }, { alpha: 1 }]) {
    expect(() => tTestPower(1, { ...right, ...wrong })).toThrow(RangeError);
    expect(() => minimumDetectableEffect({ ...right, ...wrong })).toThrow(RangeError);
  }
  expect(() => powerCurve([1, NaN], right)).toThrow(RangeError);
  for (const power of [0.05, 0, 1, NaN])
    expect(() => minimumDetectableEffect(right, power)).toThrow(RangeError);
});
