import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chiSquareTest, createRng, fisherExact } from '../../analysis/stats/index.js';
import { expectClose } from './tolerance.js';

describe('tables', () => {
  const rng = () => createRng(1);
  test('empty rows and columns are left out', () => {
    const bare = [
      [3, 1, 4],
      [2, 6, 1],
    ];
    const padded = [
      [3, 0, 1, 4],
      [0, 0, 0, 0],
      [2, 0, 6, 1],
    ];
    expect(chiSquareTest(padded)).toEqual(chiSquareTest(bare));
    expect(fisherExact(padded, { rng: rng() })).toEqual(fisherExact(bare, { rng: rng() }));
  });
  test('rows and columns may change places', () => {
    const table = [
      [3, 1],
      [4, 2],
      [0, 6],
      [5, 1],
    ];
    const turned = [
      [3, 4, 0, 5],
      [1, 2, 6, 1],
    ];
    const [one, other] = [fisherExact(table, { rng: rng() }), fisherExact(turned, { rng: rng() })];
    expect(one).toEqual(other);
    expectClose(
      (chiSquareTest(turned) as { p: number }).p,
      (chiSquareTest(table) as { p: number }).p,
      'p',
      1e-13,
    );
  });
  test('the exact p is that of plain enumeration of 2×c tables', () => {
    const counts = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(counts, (columns) => {
        const result = fisherExact(columns, { rng: rng() });
        if (result.status === 'ok')
          expectClose(result.p, byEnumeration(columns), JSON.stringify(columns), 1e-9);
      }),
      { numRuns: 150, seed: 4 },
    );
  });
  test('random tables agree with the exact p, and the same generator gives the same p', () => {
    const table = [
      [8, 2],
      [4, 7],
      [6, 6],
    ];
    const exact = fisherExact(table, { rng: rng() });
    const random = fisherExact(table, { rng: rng(), limit: 1, replicates: 20_000 });
    if (exact.status !== 'ok' || random.status !== 'ok') throw new Error('not estimable');
    expect([exact.method, random.method]).toEqual(['exact', 'monte-carlo']);
    expect(Math.abs(random.p - exact.p)).toBeLessThan(4 * Math.sqrt((exact.p * (1 - exact.p)) / 20_000));
    expect(fisherExact(table, { rng: rng(), limit: 1, replicates: 20_000 })).toEqual(random);
  });
  test.each([
    [
      'no-observations',
      [
        [0, 0],
        [0, 0],
      ],
    ],
    [
      'one-group',
      [
        [3, 4],
        [0, 0],
      ],
    ],
    [
      'one-group',
      [
        [3, 0],
        [2, 0],
      ],
    ],
  ])('%s is a reason', (reason, table) => {
    expect(chiSquareTest(table)).toMatchObject({ reason });
    expect(fisherExact(table, { rng: rng() })).toMatchObject({ reason });
  });
  test('a count that is not a whole number is an error of the caller', () => {
    expect(() =>
      chiSquareTest([
        [1.5, 2],
        [3, 4],
      ]),
    ).toThrow('not 1.5');
    expect(() => chiSquareTest([[1, 2], [3]])).toThrow(RangeError);
  });
});

/** Every table with the margins of k rows of two, one after another. */
function byEnumeration(rows: readonly (readonly [number, number])[]): number {
  const factorial = (x: number): number => (x < 2 ? 1 : x * factorial(x - 1));
  const first = rows.reduce((s, [a]) => s + a, 0);
  const tables: number[] = [];
  const visit = (i: number, left: number, weight: number): void => {
    if (i === rows.length) {
      if (left === 0) tables.push(weight);
      return;
    }
    const size = rows[i]![0] + rows[i]![1];
    for (let a = 0; a <= Math.min(size, left); a++)
      visit(i + 1, left - a, weight / (factorial(a) * factorial(size - a)));
  };
  visit(0, first, 1);
  const observed = rows.reduce((w, [a, b]) => w / (factorial(a) * factorial(b)), 1);
  const total = tables.reduce((s, w) => s + w, 0);
  return tables.filter((w) => w <= observed * (1 + 1e-7)).reduce((s, w) => s + w, 0) / total;
}
