import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Nearest, nearestUnits } from '../../analysis/local/nearest.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { notNumbers, smallPanel } from './small-panel.js';

interface Case {
  readonly unit: string;
  readonly neighbours: readonly string[];
  readonly distances: readonly number[];
  readonly parts: readonly (readonly number[])[];
}
const reference = JSON.parse(readFileSync(new URL('../reference/nearest.json', import.meta.url), 'utf8')) as {
  readonly covariates: readonly string[];
  readonly n: number;
  readonly cases: readonly { readonly mahalanobis: Case; readonly standardized: Case }[];
};

describe('the nearest municipalities of the demo data', () => {
  const panel = buildPanel(readDataFolder(demoFolder()));
  const methods = ['mahalanobis', 'standardized'] as const;
  for (const method of methods)
    for (const { [method]: expected } of reference.cases)
      test(`of ${expected.unit} by ${method} distance are those of R, as far and for the same reasons`, () => {
        const unit = panel.units.findIndex((u) => u.id === expected.unit);
        const found = nearestUnits(panel, unit, { method });
        expect(found).toMatchObject({ status: 'ok', method, instead: null, n: reference.n });
        expect(found.covariates).toEqual(reference.covariates);
        expect(found.neighbours.map((n) => panel.units[n.unit]!.id)).toEqual(expected.neighbours);
        found.neighbours.forEach(({ distance, parts, rank }, i) => {
          expect(rank).toBe(i + 1);
          expect(Math.abs(distance / expected.distances[i]! - 1)).toBeLessThan(1e-9);
          parts.forEach(({ part }, j) => expect(part!).toBeCloseTo(expected.parts[i]![j]!, 9));
          expect(parts.reduce((s, p) => s + p.part!, 0)).toBeCloseTo(1, 12);
        });
      });

  test('name the districts that were left out, and what they miss', () => {
    const found = nearestUnits(panel, 0);
    expect(found.left).toHaveLength(29);
    expect(found.left[0]!.missing).toEqual(reference.covariates);
  });
});

type Row = readonly (number | null)[];

function nearest(rows: Readonly<Record<string, Row>>, options = {}): Nearest & { readonly ids: string } {
  const panel = smallPanel({
    units: Object.entries(rows).map(([id, values]) => ({
      id,
      covariates: Object.fromEntries(values.map((v, j) => [`c${j}`, v])),
    })),
    indicators: [],
    answers: [],
  });
  const found = nearestUnits(panel, 0, options);
  expect(notNumbers(found)).toEqual([]);
  return { ...found, ids: found.neighbours.map((n) => panel.units[n.unit]!.id).join(' ') };
}

describe('the nearest units', () => {
  test('by standardized distance count each covariate in its standard deviations', () => {
    // Each column has mean 1 and standard deviation 1 over 0, 1, 2: b is 1 and 1 away, c 2 and 2.
    const found = nearest({ a: [0, 0], b: [10, 1], c: [20, 2] }, { method: 'standardized' });
    expect(found.neighbours.map((n) => n.distance)).toEqual(
      [Math.SQRT2, 2 * Math.SQRT2].map((d) => expect.closeTo(d, 12) as number),
    );
    expect(found.neighbours[0]!.parts).toEqual([
      { covariate: 'c0', own: 0, theirs: 10, part: expect.closeTo(0.5, 12) as number },
      { covariate: 'c1', own: 0, theirs: 1, part: expect.closeTo(0.5, 12) as number },
    ]);
  });

  test('by Mahalanobis with a covariate that is the sum of others are given by standardized distance, and it says so', () => {
    const rows = { a: [1, 2, 3], b: [2, 5, 7], c: [4, 1, 5], d: [8, 8, 16], e: [3, 9, 12] };
    // Variances 7.3, 12.5 and 28.3: squared distances from a are 1.42 of b, 1.45 of c, 15.6 of d and 7.3 of e.
    const found = nearest(rows);
    expect(found).toMatchObject({
      status: 'ok',
      method: 'standardized',
      instead: 'singular',
      ids: 'b c e d',
    });
    expect(nearest({ a: [0, 1], b: [1, 0] })).toMatchObject({ instead: 'singular', ids: 'b' });
  });

  test('that are equally far are ranked by id', () => {
    expect(nearest({ m: [5], z: [6], b: [4], c: [4] }).ids).toBe('b c z');
  });

  test('that have the same values are at distance 0, with no parts', () => {
    const [twin] = nearest({ a: [1], b: [1], c: [2] }).neighbours;
    expect(twin).toMatchObject({ distance: 0, parts: [{ part: null }] });
  });

  test('leave out covariates that do not vary, and units that miss one', () => {
    const found = nearest({ a: [1, 7, 0.1], b: [2, 7, 0.1], c: [3, null, 0.1], d: [4, 7, 0.1] });
    expect(found).toMatchObject({ covariates: ['c0'], constant: ['c1', 'c2'], n: 3, ids: 'b d' });
    expect(found.left).toEqual([{ unit: 2, missing: ['c1'] }]);
  });

  test('bear numbers whose squares overflow', () => {
    expect(nearest({ a: [1e200], b: [3e200], c: [2e200] }).ids).toBe('c b');
  });

  test('are refused with the reason where they cannot be told', () => {
    expect(nearest({ a: [], b: [] })).toMatchObject({ status: 'refused', reason: 'no-covariates' });
    expect(nearest({ a: [null, 1], b: [1, 1] })).toMatchObject({
      reason: 'unit-misses-covariates',
      missing: ['c0'],
    });
    expect(nearest({ a: [1] })).toMatchObject({ reason: 'no-other-unit' });
    expect(nearest({ a: [1], b: [1] })).toMatchObject({
      reason: 'nothing-varies',
      covariates: [],
      constant: ['c0'],
    });
  });

  test('take only a whole number of neighbours and covariates of the data', () => {
    expect(() => nearest({ a: [1], b: [2] }, { k: 0 })).toThrow(
      'found 0 nearest units; expected a whole number',
    );
    expect(() => nearest({ a: [1], b: [2] }, { k: 1.5 })).toThrow('found 1.5');
    expect(() => nearest({ a: [1], b: [2] }, { covariates: ['income'] })).toThrow(
      'units.csv: found no values in income; expected covariates of c0',
    );
    expect(nearest({ a: [1, 9], b: [5, 9.1], c: [2, 3] }, { covariates: ['c1'], k: 1 })).toMatchObject({
      ids: 'b',
      wanted: 1,
    });
  });
});
