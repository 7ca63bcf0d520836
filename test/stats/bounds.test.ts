import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  imbensManski,
  type ImbensManskiInput,
  manskiBounds,
  type ManskiBounds,
  type ManskiInput,
} from '../../analysis/stats/index.js';
import { expectClose, notFinite, reference } from './tolerance.js';

const LOW = -2;
const HIGH = 5;

const bounds = (input: ManskiInput): ManskiBounds => {
  const result = manskiBounds(input);
  if (result.status !== 'ok') throw new Error(result.reason);
  return result;
};

/** Least and largest difference over every completion; a difference is linear in each missing outcome: its ends do. */
function enumerated({ y, user, unknown, smallestGroup = 1 }: ManskiInput) {
  const kept = y.flatMap((_, i) => {
    if (unknown === 'status' && y[i] === null) return [];
    if (unknown === 'outcome' && user[i] === null) return [];
    return [{ y: y[i]!, user: user[i]! }];
  });
  let completions: { users: number[]; others: number[] }[] = [{ users: [], others: [] }];
  for (const unit of kept) {
    const outcomes = unit.y === null ? [LOW, HIGH] : [unit.y];
    const statuses = unit.user === null ? [true, false] : [unit.user];
    completions = completions.flatMap(({ users, others }) =>
      outcomes.flatMap((value) =>
        statuses.map((status) =>
          status ? { users: [...users, value], others } : { users, others: [...others, value] },
        ),
      ),
    );
  }
  const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const differences = completions
    .filter(({ users, others }) => Math.min(users.length, others.length) >= smallestGroup)
    .map(({ users, others }) => mean(users) - mean(others));
  return differences.length === 0 ? null : { low: Math.min(...differences), high: Math.max(...differences) };
}

const unit = fc.record({
  y: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: LOW, max: HIGH }) }, fc.constant(null)),
  user: fc.constantFrom(true, false, null),
});
const units = fc.array(unit, { minLength: 0, maxLength: 7 });
const parts = fc.constantFrom('outcome' as const, 'status' as const, 'both' as const);

describe("Manski's bounds", () => {
  test('are the least and the largest difference of all completions', () => {
    fc.assert(
      fc.property(units, parts, fc.integer({ min: 1, max: 3 }), (list, unknown, smallestGroup) => {
        const input: ManskiInput = {
          y: list.map(({ y }) => y),
          user: list.map(({ user }) => user),
          range: [LOW, HIGH],
          unknown,
          smallestGroup,
        };
        const result = manskiBounds(input);
        const expected = enumerated(input);
        if (expected === null) {
          expect(result).toMatchObject({ status: 'not-estimable' });
          return;
        }
        if (result.status !== 'ok') throw new Error(result.reason);
        expect(notFinite(result)).toEqual([]);
        expect(Math.abs(result.low - expected.low)).toBeLessThan(1e-12);
        expect(Math.abs(result.high - expected.high)).toBeLessThan(1e-12);
        for (const users of [result.usersAtLow, result.usersAtHigh]) {
          expect(users).toBeGreaterThanOrEqual(smallestGroup);
          expect(result.units - users).toBeGreaterThanOrEqual(smallestGroup);
        }
        expect(result.units + result.leftOut).toBe(list.length);
      }),
      { seed: 1, numRuns: 1500 },
    );
  });

  test('of complete data are the difference itself', () => {
    const input = { y: [1, 2, 4, 0.1], user: [true, true, false, false], range: [0, 5] } as const;
    const difference = 1.5 - 2.05;
    for (const unknown of ['outcome', 'status', 'both'] as const)
      expect(bounds({ ...input, unknown })).toMatchObject({
        low: difference,
        high: difference,
        observed: difference,
        usersAtLow: 2,
        leftOut: 0,
      });
  });

  test('of a binary outcome with missing values are those of the shares (by hand)', () => {
    // Users: 2 of 3 known are 1, one missing; non-users: 1 of 2 known is 1, two missing.
    const input: ManskiInput = {
      y: [100, 100, 0, null, 100, 0, null, null, 100],
      user: [true, true, true, true, false, false, false, false, null],
      range: [0, 100],
      unknown: 'outcome',
    };
    expect(bounds(input)).toEqual({
      status: 'ok',
      low: 50 - 75,
      high: 75 - 25,
      usersAtLow: 4,
      usersAtHigh: 4,
      observed: 200 / 3 - 50,
      units: 8,
      leftOut: 1,
    });
  });

  test('narrow where the groups must be larger', () => {
    const input: ManskiInput = {
      y: [1, 2, 3, 4, 5, 0, 2, 3],
      user: [true, false, null, null, null, null, null, null],
      range: [LOW, HIGH],
      unknown: 'status',
    };
    const [one, three] = [1, 3].map((smallestGroup) => bounds({ ...input, smallestGroup })) as [
      ManskiBounds,
      ManskiBounds,
    ];
    expect(three.low).toBeGreaterThan(one.low);
    expect(three.high).toBeLessThan(one.high);
  });

  test('need units, and both groups', () => {
    const input: ManskiInput = { y: [null], user: [true], range: [0, 1], unknown: 'status' };
    expect(manskiBounds(input)).toMatchObject({ reason: 'no-observations' });
    expect(manskiBounds({ ...input, unknown: 'outcome' })).toMatchObject({ reason: 'too-few-observations' });
    expect(bounds({ ...input, y: [null, 1], user: [true, null], unknown: 'both' }).observed).toBe(null);
  });

  test('wrong calls are errors', () => {
    const right: ManskiInput = { y: [1, 2], user: [true, false], range: [0, 5], unknown: 'both' };
    const wrong: Partial<ManskiInput>[] = [
      { y: [1] },
      { y: [1, 6] },
      { y: [1, NaN] },
      { range: [5, 0] },
      { range: [-Infinity, 5] },
      { smallestGroup: 0 },
      { smallestGroup: 1.5 },
    ];
    for (const part of wrong) expect(() => manskiBounds({ ...right, ...part })).toThrow(RangeError);
  });
});

describe("Imbens and Manski's interval", () => {
  interface Case extends Required<ImbensManskiInput> {
    critical: number;
    ciLow: number;
    ciHigh: number;
  }
  const interval = (input: ImbensManskiInput) => {
    const result = imbensManski(input);
    if (result.status !== 'ok') throw new Error(result.reason);
    return result;
  };

  test('is that of R', () => {
    for (const c of reference<{ intervals: Case[] }>('bounds.json').intervals) {
      const { critical, ciLow, ciHigh } = interval(c);
      expectClose(critical, c.critical, 'critical', 1e-10);
      expectClose(ciLow, c.ciLow, 'ciLow', 1e-10);
      expectClose(ciHigh, c.ciHigh, 'ciHigh', 1e-10);
    }
  });

  test('goes from the two-sided quantile for a point to the one-sided one for wide bounds', () => {
    expectClose(interval({ low: 1, high: 1, seLow: 1, seHigh: 1 }).critical, 1.959963984540054, 'point');
    expectClose(interval({ low: 1, high: 99, seLow: 1, seHigh: 1 }).critical, 1.6448536269514722, 'wide');
    expect(interval({ low: 1, high: 2, seLow: 0, seHigh: 0 })).toMatchObject({ ciLow: 1, ciHigh: 2 });
  });

  test('has no end beyond all numbers, and wrong calls are errors', () => {
    const right = { low: 0, high: 1, seLow: 1, seHigh: 1 };
    expect(imbensManski({ ...right, seLow: 1.7e308 })).toMatchObject({ reason: 'non-finite' });
    for (const wrong of [
      { high: -1 },
      { low: NaN },
      { seLow: -1 },
      { seHigh: Infinity },
      { level: 0.5 },
      { level: 1 },
    ])
      expect(() => imbensManski({ ...right, ...wrong })).toThrow(RangeError);
  });
});
