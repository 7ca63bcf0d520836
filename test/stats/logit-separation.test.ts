import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRng, findSeparation, logit, orderedLogit } from '../../analysis/stats/index.js';

type Row = readonly number[];
const dot = (a: Row, b: Row): number => a.reduce((s, v, j) => s + v * b[j]!, 0);
const isDirection = (rows: readonly Row[], c: Row): boolean =>
  rows.every((row) => dot(row, c) >= 0) && rows.some((row) => dot(row, c) > 0);

/**
 * In whole numbers: the directions c with A·c >= 0 form a cone. Where A (rows x 3) has full rank, its edges are at right
 * angles to two rows of A; so if there is a direction at all, one of these is.
 */
function edges(rows: readonly Row[]): Row[] {
  return rows.flatMap(([a1, a2, a3], i) =>
    rows.slice(i + 1).flatMap(([b1, b2, b3]) => {
      const c = [a2! * b3! - a3! * b2!, a3! * b1! - a1! * b3!, a1! * b2! - a2! * b1!];
      return [c, c.map((v) => -v)].filter((direction) => isDirection(rows, direction));
    }),
  );
}
const hasFullRank = (rows: readonly Row[]): boolean =>
  rows.some((a, i) =>
    rows.some((b, j) =>
      rows.some(
        (c, k) =>
          i < j &&
          j < k &&
          a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
            a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
            a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!) !==
            0,
      ),
    ),
  );

const whole = fc.integer({ min: -3, max: 3 });
const data = fc.array(fc.record({ y: fc.nat(1), x: whole, z: whole }), { minLength: 3, maxLength: 12 });
const columnsOf = (rows: readonly { readonly x: number; readonly z: number }[]) => [
  { name: '(Intercept)', values: new Float64Array(rows.length).fill(1) },
  { name: 'x', values: Float64Array.from(rows, ({ x }) => x) },
  { name: 'z', values: Float64Array.from(rows, ({ z }) => z) },
];

describe('separation is found exactly where it is', () => {
  test('as in whole numbers by the edges of the cone of directions, with the same rows', () => {
    let found = 0;
    let none = 0;
    fc.assert(
      fc.property(data, (rows) => {
        const signed = rows.map(({ y, x, z }) => [1, x, z].map((v) => (2 * y - 1) * v + 0));
        fc.pre(hasFullRank(signed));
        const directions = edges(signed);
        const separation = findSeparation(
          columnsOf(rows),
          Float64Array.from(rows, ({ y }) => 2 * y - 1),
        );
        expect(separation !== null).toBe(directions.length > 0);
        if (separation === null) return void none++;
        found++;
        const predicted = signed.map((row) => (directions.some((c) => dot(row, c) > 0) ? 1 : 0));
        expect([...separation.separated]).toEqual(predicted);
        expect(separation.complete).toBe(predicted.every((v) => v === 1));
      }),
      { numRuns: 2000, seed: 11 },
    );
    expect(Math.min(found, none)).toBeGreaterThan(200);
  });

  test('whatever the units, the level and the mix of the columns', () => {
    const rng = createRng(4);
    for (let run = 0; run < 40; run++) {
      const n = 400;
      const columns = columnsOf(Array.from({ length: n }, () => ({ x: rng.normal(), z: rng.normal() })));
      const [one, x, z] = columns.map(({ values }) => values);
      // Odd runs: y follows x + z exactly; even: but for its closest row.
      const index = Float64Array.from(one!, (_, i) => x![i]! + z![i]!);
      const closest = index.map(Math.abs).indexOf(Math.min(...index.map(Math.abs)));
      const signs = index.map((v, i) => Math.sign(v) * (run % 2 === 0 && i === closest ? -1 : 1));
      const far = [
        columns[0]!,
        { name: 'x', values: x!.map((v) => 1e6 * v + 2e6) },
        { name: 'z', values: z!.map((v, i) => 1e-4 * (v + 3 * x![i]!)) },
      ];
      const here = findSeparation(columns, signs);
      expect(findSeparation(far, signs)?.separated).toEqual(here?.separated);
      if (run % 2 === 1)
        expect(here).toMatchObject({ names: expect.arrayContaining(['x', 'z']) as string[], complete: true });
    }
  });
});

const year = { name: 'year', codes: [3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5] };
const binary = { name: 'user', values: [0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1] };
const separation = (detail: string) => ({ status: 'not-estimable', reason: 'separation', detail });

describe('a logit that separation leaves without estimate says so', () => {
  test('complete', () => {
    expect(logit({ y: [0, 0, 1, 1], x: [{ name: 'x', values: [1, 2, 3, 4] }] })).toEqual(
      separation('complete: (Intercept), x; 4 of 4 rows'),
    );
  });
  test('quasi-complete: an empty cell', () => {
    const y = [0, 1, 1, 1, 1, 0, 1, 1, 0, 1, 1, 1];
    expect(logit({ y, x: [binary] })).toEqual(separation('quasi-complete: user; 6 of 12 rows'));
    expect(logit({ y, x: [binary], effects: [year] })).toEqual(
      separation('quasi-complete: user; 6 of 12 rows'),
    );
  });
  test('quasi-complete: one value where both outcomes occur', () => {
    expect(logit({ y: [0, 0, 1, 1, 1], x: [{ name: 'x', values: [1, 2, 2, 3, 4] }] })).toEqual(
      separation('quasi-complete: (Intercept), x; 3 of 5 rows'),
    );
  });
  test('years in which all answer alike go by their names', () => {
    const y = [1, 1, 1, 1, 0, 1, 1, 0, 0, 0, 0, 0];
    expect(logit({ y, x: [binary], effects: [year] })).toEqual(
      separation('quasi-complete: year=3, year=5; 8 of 12 rows'),
    );
    expect(orderedLogit({ y: y.map((v) => 3 * v), x: [binary], effects: [year] })).toEqual(
      separation('quasi-complete: year=3, year=5; 8 of 12 rows'),
    );
  });
  test('only along a combination of columns', () => {
    const a = [0, 1, 2, 3, 1, 2, 3, 4, 2, 2];
    const b = [1, 2, 3, 4, 0, 1, 2, 3, 2, 2];
    const y = [0, 0, 0, 0, 1, 1, 1, 1, 0, 1];
    const both = [
      { name: 'a', values: a },
      { name: 'b', values: b },
    ];
    expect(logit({ y, x: both })).toEqual(separation('quasi-complete: a, b; 8 of 10 rows'));
    for (const x of both) expect(logit({ y, x: [x] }).status).toBe('ok');
  });
  test('of no separation there is an estimate', () => {
    const y = [0, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 0];
    expect(logit({ y, x: [binary], effects: [year] }).status).toBe('ok');
  });
});

describe('an ordered logit that separation leaves without estimate says so', () => {
  test('complete: the outcome rises with the regressor', () => {
    const x = [{ name: 'x', values: [1, 2, 3, 4, 5, 6] }];
    expect(orderedLogit({ y: [0, 0, 1, 1, 2, 2], x })).toEqual(
      separation('complete: x, 0|1, 1|2; 6 of 6 rows'),
    );
  });
  test('quasi-complete: users always at the bottom', () => {
    const y = [1, 1, 0, 0, 2, 1, 0, 0, 0, 2, 0, 0];
    expect(orderedLogit({ y, x: [binary] })).toEqual(separation('quasi-complete: user; 6 of 12 rows'));
  });
  test('quasi-complete: users at 1 and 2, non-users at 0 and 1', () => {
    // One step of `1|2` and user: non-users at 1 are ever less at 2, users at 1 ever less at 0; no row loses.
    const y = [0, 1, 1, 2, 0, 1, 1, 2, 0, 1, 1, 2];
    expect(orderedLogit({ y, x: [binary] })).toEqual(separation('quasi-complete: user, 1|2; 6 of 12 rows'));
  });
  test('users never at the top leave an estimate: one coefficient serves both thresholds', () => {
    const y = [0, 1, 0, 1, 2, 1, 1, 0, 0, 2, 1, 0];
    expect(orderedLogit({ y, x: [binary] }).status).toBe('ok');
  });
  test('a level that x tells apart only from those beside it is enough for an estimate', () => {
    const x = [{ name: 'x', values: [1, 2, 3, 4, 2, 3, 4, 5] }];
    expect(orderedLogit({ y: [0, 0, 1, 2, 1, 0, 1, 2], x }).status).toBe('ok');
  });
});
