import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjustBenjaminiHochberg,
  adjustBenjaminiYekutieli,
  adjustHolm,
  expectedByChance,
} from '../../analysis/stats/index.js';
import { expectClose, reference } from './tolerance.js';

/** R multiplies in another order: the last digits of 16 may differ. */
const ROUNDING = 1e-14;

type P = (number | null)[];
const { adjusted } = reference<{ adjusted: Record<string, { p: P; holm: P; bh: P; by: P }> }>(
  'multiplicity.json',
);

const methods = [
  ['holm', adjustHolm],
  ['bh', adjustBenjaminiHochberg],
  ['by', adjustBenjaminiYekutieli],
] as const;

describe.each(methods)('%s', (method, adjust) => {
  test.each(Object.keys(adjusted))('is that of p.adjust: %s', (name) => {
    const family = adjusted[name]!;
    const actual = adjust(family.p);
    expect(actual.length).toBe(family.p.length);
    family[method].forEach((expected, i) => {
      if (expected === null) expect(actual[i]).toBeNull();
      else expectClose(actual[i], expected, `${name}, cell ${i}`, ROUNDING);
    });
  });

  const value = fc.oneof(
    fc.constantFrom(null, 0, 1, 0.05, 0.5),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1e-6, noNaN: true }),
  );
  const family = fc.array(value, { maxLength: 30 });
  test('is never below p, never above 1, keeps the order, and has a null where p is null', () => {
    fc.assert(
      fc.property(family, (p) => {
        const result = adjust(p);
        for (let i = 0; i < p.length; i++) {
          if (p[i] === null) expect(result[i]).toBeNull();
          else {
            expect(result[i]).toBeGreaterThanOrEqual(p[i]!);
            expect(result[i]).toBeLessThanOrEqual(1);
          }
          for (let j = 0; j < p.length; j++)
            if (p[i] !== null && p[j] !== null && p[i]! <= p[j]!)
              expect(result[i]).toBeLessThanOrEqual(result[j]!);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });
  test('does not depend on the order of the cells, nor on cells without p', () => {
    fc.assert(
      fc.property(family, (p) => {
        expect(adjust([...p].reverse())).toEqual(adjust(p).reverse());
        const tested = p.filter((one) => one !== null);
        expect(adjust(p).filter((one) => one !== null)).toEqual(adjust(tested));
      }),
      { seed: 4, numRuns: 300 },
    );
  });
  test('a single test is not adjusted, and the argument is not changed', () => {
    const p = Object.freeze([null, 0.03, null]);
    expect(adjust(p)).toEqual([null, 0.03, null]);
  });
  test('a p that is no probability is an error of the caller', () => {
    for (const wrong of [NaN, -0.1, 1.1, Infinity]) expect(() => adjust([0.1, wrong])).toThrow(RangeError);
    expect(() => adjust([0.1, 3])).toThrow('cell 1');
  });
});

test('Benjamini-Hochberg is at most Holm, and Benjamini-Yekutieli at least Benjamini-Hochberg', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (p) => {
      const holm = adjustHolm(p);
      const by = adjustBenjaminiYekutieli(p);
      adjustBenjaminiHochberg(p).forEach((bh, i) => {
        expect(bh).toBeLessThanOrEqual(holm[i]! * (1 + ROUNDING));
        expect(bh).toBeLessThanOrEqual(by[i]!);
      });
    }),
    { seed: 5, numRuns: 300 },
  );
});

test('chance alone gives m times the level', () => {
  expect(expectedByChance(1103, 0.05)).toBeCloseTo(55.15, 10);
  expect(expectedByChance(0, 0.1)).toBe(0);
  for (const [m, level] of [
    [1.5, 0.05],
    [-1, 0.05],
    [NaN, 0.05],
    [10, 1.01],
    [10, NaN],
  ] as const)
    expect(() => expectedByChance(m, level)).toThrow(RangeError);
});
