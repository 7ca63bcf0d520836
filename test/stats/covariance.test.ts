import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRng,
  type Inference,
  inference,
  ols,
  type OlsFit,
  type OlsInput,
  type Vcov,
} from '../../analysis/stats/index.js';
import { expectClose } from './tolerance.js';

const fitted = (input: OlsInput): OlsFit => {
  const fit = ols(input);
  if (fit.status !== 'ok') throw new Error(fit.reason);
  return fit;
};
const inferred = (fit: OlsFit, vcov: Vcov, level?: number): Inference => {
  const result = inference(fit, vcov, level);
  if (result.status !== 'ok') throw new Error(result.reason);
  return result;
};
const ses = (fit: OlsFit, vcov: Vcov): number[] => inferred(fit, vcov).terms.map(({ se }) => se);

function example(seed: number, n = 48) {
  const rng = createRng(seed);
  const x = [0, 1].map((j) => ({
    name: `x${j}`,
    values: Float64Array.from({ length: n }, () => rng.normal() + j),
  }));
  const y = Float64Array.from({ length: n }, (_, i) => 2 * x[0]!.values[i]! + rng.normal() * (1 + (i % 3)));
  const by = (name: string, groups: number) => ({
    name,
    codes: Int32Array.from({ length: n }, (_, i) => (i * 5) % groups),
  });
  return { n, x, y, rng, by };
}
const seeds = fc.integer({ min: 1, max: 1e6 });

describe('for any data', () => {
  test('with every row its own cluster CR1 is HC1: its factors multiply to n/(n-k)', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { n, x, y } = example(seed);
        const fit = fitted({ y, x });
        const own = { name: 'row', codes: Int32Array.from({ length: n }, (_, i) => n - 1 - i) };
        const hc1 = ses(fit, { kind: 'HC1' });
        ses(fit, { kind: 'cluster', by: [own] }).forEach((se, j) =>
          expectClose(se, hc1[j]!, `se ${j}`, 1e-12),
        );
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  test('HC0 <= HC2 <= HC3, and HC1 is HC0 times the square root of n/(n-k)', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { n, x, y } = example(seed);
        const fit = fitted({ y, x });
        const [hc0, hc1, hc2, hc3] = (['HC0', 'HC1', 'HC2', 'HC3'] as const).map((kind) =>
          ses(fit, { kind }),
        );
        hc0!.forEach((se, j) => {
          expect(se).toBeLessThanOrEqual(hc2![j]!);
          expect(hc2![j]).toBeLessThanOrEqual(hc3![j]!);
          expectClose(hc1![j], se * Math.sqrt(n / (n - 3)), 'HC1', 1e-12);
        });
      }),
      { numRuns: 25, seed: 2 },
    );
  });

  test('two-way clustering on the same clusters twice is one-way clustering', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('own-g' as const, 'min-g' as const), (seed, twoWay) => {
        const { x, y, by } = example(seed);
        const fit = fitted({ y, x });
        const one = ses(fit, { kind: 'cluster', by: [by('g', 9)] });
        const two = ses(fit, { kind: 'cluster', by: [by('g', 9), by('h', 9)], twoWay });
        two.forEach((se, j) => expectClose(se, one[j]!, `se ${j}`, 1e-9));
      }),
      { numRuns: 15, seed: 3 },
    );
  });

  test('numbering the clusters otherwise, with gaps, changes nothing', () => {
    const { x, y, by } = example(5);
    const fit = fitted({ y, x });
    const { codes } = by('g', 9);
    const renamed = codes.map((g) => 40 - 4 * g);
    expect(ses(fit, { kind: 'cluster', by: [{ name: 'g', codes: renamed }] })).toEqual(
      ses(fit, { kind: 'cluster', by: [{ name: 'g', codes }] }),
    );
  });
});

test('an interval is wider at a higher level and leaves the value out exactly where p is below 1 - level', () => {
  const { x, y } = example(3);
  const fit = fitted({ y, x });
  for (const { p, ciLow, ciHigh } of inferred(fit, { kind: 'HC1' }, 0.9).terms) {
    expect(ciLow > 0 || ciHigh < 0).toBe(p! < 0.1);
  }
  const width = (level: number): number => {
    const { ciLow, ciHigh } = inferred(fit, { kind: 'iid' }, level).terms[0]!;
    return ciHigh - ciLow;
  };
  expect(width(0.99)).toBeGreaterThan(width(0.95));
});

test('the clusters of a result are those in the rows used', () => {
  const { x, y } = example(6, 12);
  const effects = [{ name: 'unit', codes: [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4, 4] }];
  const fit = fitted({ y, x: [x[0]!], effects });
  const result = inferred(fit, { kind: 'cluster', by: effects });
  expect([result.clusters, [...result.clusterSizes[0]!], result.df]).toEqual([[4], [3, 3, 3, 2], 3]);
});

describe('no estimate, but a reason', () => {
  const { x, y, n } = example(4, 10);
  const fit = fitted({ y, x });
  test('one cluster', () => {
    const one = { name: 'lan', codes: new Uint8Array(n) };
    expect(inference(fit, { kind: 'cluster', by: [one] })).toEqual({
      status: 'not-estimable',
      reason: 'one-cluster',
      detail: 'lan',
    });
  });
  test('a leverage of one under HC2 and HC3, while HC1 is still defined', () => {
    const dummy = { name: 'only', values: Float64Array.from({ length: n }, (_, i) => (i === 3 ? 1 : 0)) };
    const withDummy = fitted({ y, x: [...x, dummy] });
    for (const kind of ['HC2', 'HC3'] as const) {
      expect(inference(withDummy, { kind })).toMatchObject({ reason: 'leverage-one', detail: 'row 3' });
    }
    expect(inference(withDummy, { kind: 'HC1' }).status).toBe('ok');
  });
  test('a negative two-way variance', () => {
    // Scores (deviations times residuals) that cancel within both rows and columns of a 2×2 layout, but not in its cells.
    const values = [1, -1, 1, -1, 1, -1, 1, -1];
    const outcome = [1, -1, -1, 1, -1, 1, 1, -1];
    const noisy = fitted({ y: outcome, x: [{ name: 'x', values }], intercept: false });
    const by = [
      { name: 'a', codes: [0, 0, 0, 0, 1, 1, 1, 1] },
      { name: 'b', codes: [0, 0, 1, 1, 0, 0, 1, 1] },
    ];
    expect(inference(noisy, { kind: 'cluster', by })).toMatchObject({
      reason: 'negative-variance',
      detail: 'x',
    });
  });
  test('codes of another length, and no dimension, are errors of the caller', () => {
    const short = { name: 'g', codes: [0, 1] };
    expect(() => inference(fit, { kind: 'cluster', by: [short] })).toThrow(RangeError);
    expect(() => inference(fit, { kind: 'cluster', by: [] })).toThrow(RangeError);
  });
});

test('scores that cancel in every cluster give a standard error of 0 and no test, not a huge t', () => {
  // Two clusters, a regressor that is constant within them: each cluster's residuals sum to zero by construction.
  const y = [1.1, 2.3, 2.9, 7.2, 8.8, 9.1];
  const codes = [0, 0, 0, 1, 1, 1];
  const result = inferred(fitted({ y, x: [{ name: 'x', values: codes }] }), {
    kind: 'cluster',
    by: [{ name: 'g', codes }],
  });
  expect(result.terms.map(({ se, statistic, p }) => [se, statistic, p])).toEqual([
    [0, null, null],
    [0, null, null],
  ]);
});
