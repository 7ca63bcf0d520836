import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chiSquareTest,
  createRng,
  describe,
  fisherExact,
  inference,
  kruskalWallis,
  ols,
  oneWayAnova,
  permutationAnova,
  shuffleLabels,
  type Vcov,
  welchAnova,
  welchTTest,
} from '../../analysis/stats/index.js';
import { notFinite } from './tolerance.js';

// Small integers, many of them equal: constant outcomes, empty groups, perfect fits, singletons and ties all occur.
const value = fc.oneof(
  fc.constantFrom(0, 1, 100, 100 / 3),
  fc.integer({ min: -3, max: 3 }),
  fc.constant(1e-9),
);
const rows = fc.array(fc.record({ y: value, x: value, z: value, g: fc.nat(3), h: fc.nat(2), w: fc.nat(2) }), {
  maxLength: 14,
});

test('no result holds NaN or an infinity, however poor the data', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const column = (key: 'y' | 'x' | 'z' | 'g' | 'h' | 'w'): number[] => data.map((row) => row[key]);
      const y = column('y');
      const x = [
        { name: 'x', values: column('x') },
        { name: 'z', values: column('z') },
      ];
      const g = { name: 'g', codes: column('g') };
      const h = { name: 'h', codes: column('h') };
      const covariances: Vcov[] = [
        ...(['iid', 'HC0', 'HC1', 'HC2', 'HC3'] as const).map((kind) => ({ kind })),
        { kind: 'cluster', by: [g] },
        { kind: 'cluster', by: [g, h] },
        { kind: 'cluster', by: [g, h], twoWay: 'min-g', nested: 'count' },
      ];
      for (const effects of [[], [g], [g, h]]) {
        for (const extra of [{}, { intercept: false }, { weights: column('w') }]) {
          const fit = ols({ y, x, effects, ...extra });
          expect(notFinite(fit)).toEqual([]);
          if (fit.status === 'ok')
            for (const vcov of covariances) expect(notFinite(inference(fit, vcov))).toEqual([]);
        }
      }
      const labels = shuffleLabels(g.codes, 5, 9, createRng(1));
      const table = [column('w'), column('h'), column('g')];
      const results = [
        oneWayAnova(y, g.codes, 5),
        welchAnova(y, g.codes, 5),
        kruskalWallis(y, g.codes, 5),
        permutationAnova({ totals: y, counts: y.map(() => 1), labels }),
        welchTTest(y, column('x')),
        chiSquareTest(table),
        fisherExact(table, { rng: createRng(1), limit: 2000, replicates: 9 }),
        describe(y),
      ];
      expect(notFinite(results)).toEqual([]);
    }),
    { numRuns: 600, seed: 7 },
  );
});
