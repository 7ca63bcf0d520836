import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  balance,
  effectiveSampleSize,
  inverseProbabilityWeights,
  type InverseProbabilityInput,
} from '../../analysis/stats/index.js';
import { expectClose, notFinite, reference } from './tolerance.js';

interface Reference {
  x: number[];
  z: number[];
  probability: number[];
  responded: number[];
  weights: {
    stabilised: 0 | 1;
    trimAt: number;
    weights: number[];
    trimmed: number;
    largest: number;
    effective: number;
    x: [number, number];
    z: [number, number];
  }[];
}
const r = reference<Reference>('bounds.json');

const weighted = (input: InverseProbabilityInput) => {
  const result = inverseProbabilityWeights(input);
  if (result.status !== 'ok') throw new Error(result.reason);
  expect(notFinite(result)).toEqual([]);
  return result;
};

test.each(r.weights.map((c) => [c.stabilised, c.trimAt, c] as const))(
  'weights and balance are those of R: stabilised %i, trimmed at %d',
  (stabilised, trimAt, c) => {
    const { responded, probability } = r;
    const result = weighted({ responded, probability, stabilised: stabilised === 1, trimAt });
    c.weights.forEach((w, i) => expectClose(result.weights[i], w, `weight ${i}`));
    expect(result.trimmed).toBe(c.trimmed);
    expect(result.respondents).toBe(responded.filter((one) => one === 1).length);
    expectClose(result.largest, c.largest, 'largest');
    expectClose(result.effectiveSampleSize, c.effective, 'effective sample size');
    const covariates = [
      { name: 'x', values: r.x },
      { name: 'z', values: r.z },
    ];
    const everyone = new Float64Array(responded.length).fill(1);
    balance(covariates, result.weights, everyone).forEach(({ name, before, after }) => {
      const [expectedBefore, expectedAfter] = c[name as 'x' | 'z'];
      expectClose(before, expectedBefore, `${name} before`);
      expectClose(after, expectedAfter, `${name} after`, 1e-7);
    });
  },
);

test('weights by the true probability bring the covariate of all units back', () => {
  // Groups of ten units with 2, 5 and 8 respondents: the weighted mean is that of all units.
  const group = Float64Array.from({ length: 30 }, (_, i) => Math.floor(i / 10));
  const answers = [2, 5, 8];
  const responded = group.map((g, i) => (i % 10 < answers[g]! ? 1 : 0));
  const probability = group.map((g) => answers[g]! / 10);
  const { weights } = weighted({ responded, probability });
  const [result] = balance([{ name: 'group', values: group }], weights, new Float64Array(30).fill(1));
  expect(result!.before).toBeGreaterThan(0.3);
  expect(Math.abs(result!.after!)).toBeLessThan(1e-14);
  expectClose(weights.reduce((a, b) => a + b) / 15, 1, 'mean weight');
});

describe('the effective sample size', () => {
  test('is the number of units for equal weights, and does not depend on their scale', () => {
    expect(effectiveSampleSize([3, 3, 3, 3])).toBe(4);
    expect(effectiveSampleSize([1e300, 1e300, 0])).toBe(2);
    expect(effectiveSampleSize([])).toBe(0);
    expect(effectiveSampleSize([0, 0])).toBe(0);
  });
  test('is from 1 to the number of positive weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (weights) => {
          const size = effectiveSampleSize(weights);
          expect(size).toBeGreaterThanOrEqual(1 - 1e-12);
          expect(size).toBeLessThanOrEqual(weights.length * (1 + 1e-12));
        },
      ),
      { seed: 1 },
    );
  });
});

test('balance has no number where a sample has fewer than two units, or nothing varies', () => {
  const covariates = [
    { name: 'x', values: [1, 2, 3, 4] },
    { name: 'same', values: [1, 1, 1, 1] },
  ];
  const none = { before: null, after: null };
  expect(balance(covariates, [1, 0, 0, 0], [0, 1, 1, 1])[0]).toMatchObject(none);
  expect(balance(covariates, [1, 1, 0, 0], [0, 0, 1, 1])[1]).toMatchObject(none);
  // (1.5 - 3.5)/sqrt(1/2), and (5/3 - 3.5)/sqrt(1/2).
  const [x] = balance(covariates, [1, 2, 0, 0], [0, 0, 1, 1]);
  expectClose(x!.before, -2 * Math.SQRT2, 'before');
  expectClose(x!.after, (5 / 3 - 3.5) * Math.SQRT2, 'after');
});

test('no respondents have no weights, and a probability near 0 no finite one', () => {
  expect(inverseProbabilityWeights({ responded: [0, 0], probability: [0.5, 0.5] })).toMatchObject({
    reason: 'no-observations',
  });
  expect(inverseProbabilityWeights({ responded: [1], probability: [5e-324] })).toMatchObject({
    reason: 'non-finite',
  });
});

test('wrong calls are errors', () => {
  const right = { responded: [1, 0], probability: [0.5, 0.5] };
  for (const wrong of [
    { responded: [1] },
    { responded: [1, 2] },
    { probability: [0, 0.5] },
    { probability: [1.1, 0.5] },
    { probability: [NaN, 0.5] },
    { trimAt: 1.5 },
  ])
    expect(() => inverseProbabilityWeights({ ...right, ...wrong })).toThrow(RangeError);
  expect(() => effectiveSampleSize([1, -1])).toThrow(RangeError);
  const x = [{ name: 'x', values: [1, 2] }];
  expect(() => balance(x, [1, 0], [1])).toThrow(RangeError);
  expect(() => balance(x, [1], [1])).toThrow(RangeError);
  expect(() => balance(x, [1, NaN], [1, 1])).toThrow(RangeError);
  expect(() => balance([{ name: 'x', values: [1, NaN] }], [1, 0], [0, 1])).toThrow(RangeError);
});
