import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile, type QuantileType } from '../../analysis/stats/index.js';

const types = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 });

test('a quantile lies between the smallest and the largest value and does not fall as p rises, in all nine types', () => {
  fc.assert(
    fc.property(
      values,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (x, p, q) => {
        for (const type of types) {
          const [low, high] = [quantile(x, Math.min(p, q), type), quantile(x, Math.max(p, q), type)];
          expect(low).toBeLessThanOrEqual(high + 1e-12);
          expect(low).toBeGreaterThanOrEqual(Math.min(...x));
          expect(high).toBeLessThanOrEqual(Math.max(...x));
        }
      },
    ),
    { numRuns: 200, seed: 1 },
  );
});

test('the order of the values does not matter, and they are not reordered', () => {
  const given = [3, 1, 2, 10, 7];
  for (const type of types) expect(quantile(given, 0.3, type)).toBe(quantile([1, 2, 3, 7, 10], 0.3, type));
  expect(given).toEqual([3, 1, 2, 10, 7]);
});

test('between equal values it is exactly that value, whatever the rounding of the weights', () => {
  const x = Array.from({ length: 12 }, () => 100 / 3);
  for (const type of types) for (const p of [0.1, 0.3, 0.75, 0.9]) expect(quantile(x, p, type)).toBe(100 / 3);
});

test('rounding of n·p does not move the step functions by a value: p = 0.07 of 100 values is the 7th', () => {
  const x = Array.from({ length: 100 }, (_, i) => i + 1);
  expect(100 * 0.07).not.toBe(7);
  expect(([1, 2, 3] as QuantileType[]).map((type) => quantile(x, 0.07, type))).toEqual([7, 7.5, 7]);
});

test('no values, or p outside 0..1, are errors of the caller', () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
  for (const p of [-0.1, 1.1, NaN]) expect(() => quantile([1], p)).toThrow(RangeError);
});
