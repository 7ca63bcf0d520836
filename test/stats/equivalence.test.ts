import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equivalence, type Equivalence, type EquivalenceInput } from '../../analysis/stats/index.js';
import { expectClose, notFinite, reference } from './tolerance.js';

type Case = Required<Omit<EquivalenceInput, 'df'>> & { df: number | null } & Pick<
    Equivalence,
    'p' | 'pLow' | 'pHigh' | 'pDifference' | 'ciLow' | 'ciHigh'
  >;
const cases = reference<{ tost: Case[] }>('multiplicity.json').tost;

function ok(input: EquivalenceInput): Equivalence {
  const result = equivalence(input);
  if (result.status !== 'ok') throw new Error(result.reason);
  return result;
}

test('p-values and interval are those of the formula in R', () => {
  expect(cases.length).toBe(300);
  for (const { estimate, se, df, margin, alpha, ...expected } of cases) {
    const result = ok({ estimate, se, df: df ?? Infinity, margin, alpha });
    const what = JSON.stringify({ estimate, se, df, margin, alpha });
    for (const key of ['p', 'pLow', 'pHigh', 'pDifference'] as const)
      expectClose(result[key], expected[key], `${key} of ${what}`, 1e-10);
    for (const key of ['ciLow', 'ciHigh'] as const)
      expect(Math.abs(result[key] - expected[key])).toBeLessThan(1e-10 * (1 + se));
  }
});

describe('the verdict', () => {
  const design = { se: 2, df: 100, margin: 5 };
  test.each([
    ['equivalent', 0.5],
    ['different', 6],
    ['inconclusive', 3],
  ] as const)('%s', (verdict, estimate) => {
    expect(ok({ ...design, estimate }).verdict).toBe(verdict);
    expect(ok({ ...design, estimate: -estimate }).verdict).toBe(verdict);
  });
  test('both: told from 0, and too small to matter', () => {
    expect(ok({ ...design, estimate: 1, se: 0.2 }).verdict).toBe('both');
  });
});

const input = fc.record({
  estimate: fc.double({ min: -50, max: 50, noNaN: true }),
  se: fc.double({ min: 1e-3, max: 30, noNaN: true }),
  df: fc.oneof(fc.double({ min: 0.7, max: 500, noNaN: true }), fc.constant(Infinity)),
  margin: fc.double({ min: 0.1, max: 60, noNaN: true }),
  alpha: fc.constantFrom(0.01, 0.05, 0.1, 0.3),
});

test('p is below alpha exactly where the 1 - 2·alpha interval lies inside the margin', () => {
  fc.assert(
    fc.property(input, (given) => {
      const result = ok(given);
      if (Math.abs(result.p - given.alpha) < 1e-9) return;
      const inside = result.ciLow > -given.margin && result.ciHigh < given.margin;
      expect(result.p < given.alpha).toBe(inside);
      expect(result.verdict === 'equivalent' || result.verdict === 'both').toBe(inside);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('the least margin is the one at which p is alpha', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { leastMargin } = ok(given);
      const at = ok({ ...given, margin: leastMargin });
      // With t in the thousands the interval has lost the digits of its distance from the estimate.
      expect(Math.abs(at.p - given.alpha)).toBeLessThan(1e-8);
    }),
    { seed: 6, numRuns: 500 },
  );
});

test('the sign of the estimate only exchanges the two tests', () => {
  fc.assert(
    fc.property(input, (given) => {
      const { pLow, pHigh, ciLow, ciHigh, ...rest } = ok(given);
      const mirrored = ok({ ...given, estimate: -given.estimate });
      expect(mirrored).toEqual({ ...rest, pLow: pHigh, pHigh: pLow, ciLow: -ciHigh, ciHigh: -ciLow });
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('extreme input gives a finite result or a reason', () => {
  const size = fc.double({ min: 5e-324, max: 1.7e308, noNaN: true });
  const any = fc.record({ estimate: size, se: size, df: size, margin: size });
  fc.assert(
    fc.property(any, (given) => {
      expect(notFinite(equivalence(given))).toEqual([]);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test('an estimate without a standard error has no test', () => {
  expect(equivalence({ estimate: 1, se: 0, df: 9, margin: 2 })).toEqual({
    status: 'not-estimable',
    reason: 'zero-se',
  });
});

test.each([
  ['estimate', NaN],
  ['se', -1],
  ['se', Infinity],
  ['df', 0],
  ['df', NaN],
  ['margin', 0],
  ['margin', Infinity],
  ['alpha', 0.5],
  ['alpha', 0],
] as const)('%s = %f is an error of the caller', (key, value) => {
  const right = { estimate: 1, se: 1, df: 9, margin: 2 };
  expect(() => equivalence({ ...right, [key]: value })).toThrow(`${value}`);
  expect(() => equivalence({ ...right, [key]: value })).toThrow(RangeError);
});
