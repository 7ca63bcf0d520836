import { describe, expect, test } from 'vitest';
import {
  createRng,
  oneWayAnova,
  permutationAnova,
  type PermutationInput,
} from '../../analysis/stats/index.js';
import { expectClose } from './tolerance.js';

/** p over all orderings of the labels, by brute force from the definition of F over rows. */
function exhaustive(
  rows: readonly (readonly number[])[],
  groups: readonly number[],
  groupCount: number,
): number {
  const f = (labels: readonly number[]): number => {
    const y = rows.flat();
    const codes = rows.flatMap((values, unit) => values.map(() => labels[unit]!));
    const result = oneWayAnova(y, codes, groupCount);
    if (result.status !== 'ok') throw new Error(result.reason);
    return result.f ?? Infinity;
  };
  const observed = f(groups);
  let reached = 0;
  let all = 0;
  const visit = (labels: number[], left: readonly number[]): void => {
    if (left.length === 0) {
      all++;
      if (f(labels) >= observed * (1 - 1e-9)) reached++;
    }
    left.forEach((label, i) => visit([...labels, label], [...left.slice(0, i), ...left.slice(i + 1)]));
  };
  visit([], groups);
  return reached / all;
}

function inputOf(
  rows: readonly (readonly number[])[],
  groups: readonly number[],
  groupCount: number,
): PermutationInput {
  return {
    totals: rows.map((values) => values.reduce((s, v) => s + v, 0)),
    counts: rows.map((values) => values.length),
    sumOfSquares: rows.flat().reduce((s, v) => s + v * v, 0),
    groups,
    groupCount,
    permutations: 20_000,
    rng: createRng(3),
  };
}

const equal = [
  [1, 3],
  [2, 2],
  [5, 4],
  [9, 7],
  [4, 4],
  [3, 8],
];
const unequal = [[1, 3, 2], [2], [5, 4], [9, 7, 8, 9], [4], [3, 8]];

describe.each([
  ['as many rows per unit', equal],
  ['unequal numbers of rows per unit', unequal],
])('%s', (_, rows) => {
  const groups = [0, 0, 1, 1, 2, 2];
  const input = inputOf(rows, groups, 3);
  test('p is that of all permutations, within four Monte Carlo standard errors', () => {
    const exact = exhaustive(rows, groups, 3);
    const result = permutationAnova(input);
    const se = Math.sqrt((exact * (1 - exact)) / input.permutations);
    expect(result.status === 'ok' && Math.abs(result.p - exact)).toBeLessThan(4 * se);
  });
  test('F and SSB are those of the analysis of variance over rows', () => {
    const result = permutationAnova(input);
    const pooled = oneWayAnova(
      rows.flat(),
      rows.flatMap((values, unit) => values.map(() => groups[unit]!)),
      3,
    );
    if (result.status !== 'ok' || pooled.status !== 'ok') throw new Error('not estimable');
    expectClose(result.f, pooled.f!, 'F', 1e-12);
    expectClose(result.ssBetween, pooled.ssBetween, 'SSB', 1e-12);
  });
  test('the same seed gives the same p, and a level added to the outcome changes nothing', () => {
    const again = permutationAnova({ ...input, rng: createRng(3) });
    const first = permutationAnova({ ...input, rng: createRng(3) });
    const raised = inputOf(
      rows.map((values) => values.map((v) => v + 1000)),
      groups,
      3,
    );
    const shifted = permutationAnova(raised);
    expect(again).toEqual(first);
    expect(shifted).toMatchObject({ p: first.status === 'ok' ? first.p : null });
  });
});

test('p is (1 + reached)/(B + 1): never 0, and 1 where every permutation ties with the data', () => {
  const rows = [[1], [1], [1], [2]];
  const result = permutationAnova({ ...inputOf(rows, [0, 0, 1, 1], 2), permutations: 99 });
  expect(result).toMatchObject({ status: 'ok', p: 1, reached: 99, permutations: 99 });
  const clear = Array.from({ length: 40 }, (_, i) => [i < 20 ? i : 1000 + i]);
  const far = permutationAnova({
    ...inputOf(
      clear,
      clear.map((_, i) => (i < 20 ? 0 : 1)),
      2,
    ),
    permutations: 199,
  });
  expect(far).toMatchObject({ p: 1 / 200, reached: 0 });
});

test('units without rows take no part', () => {
  const rows = [...equal, []];
  const result = permutationAnova({ ...inputOf(rows, [0, 0, 1, 1, 2, 2, 2], 3), rng: createRng(3) });
  expect(result).toEqual(permutationAnova({ ...inputOf(equal, [0, 0, 1, 1, 2, 2], 3), rng: createRng(3) }));
});

test('under exchangeable labels p is uniform: rejection at 10 percent in about 10 of 100 samples', () => {
  const rng = createRng(12);
  let rejected = 0;
  const samples = 400;
  for (let s = 0; s < samples; s++) {
    const rows = Array.from({ length: 24 }, () => {
      const unit = 3 * rng.normal(); // the years of a unit resemble each other: the pooled F rejects far too often
      return Array.from({ length: 1 + rng.integer(5) }, () => unit + rng.normal());
    });
    const input = inputOf(
      rows,
      rows.map((_, i) => i % 4),
      4,
    );
    const result = permutationAnova({ ...input, permutations: 99, rng });
    if (result.status === 'ok' && result.p <= 0.1) rejected++;
  }
  const se = Math.sqrt(0.1 * 0.9 * samples);
  expect(Math.abs(rejected - 0.1 * samples)).toBeLessThan(3.5 * se);
});

test.each([
  ['no-observations', [[], []], [0, 1]],
  ['one-group', [[1], [2]], [1, 1]],
  ['constant-outcome', [[1 / 3, 1 / 3], [1 / 3], [1 / 3]], [0, 1, 1]],
] as const)('%s is a reason, not a number', (reason, rows, groups) => {
  expect(permutationAnova(inputOf(rows, groups, 2))).toMatchObject({ status: 'not-estimable', reason });
});

test('no permutations is a reason, a wrong code an error', () => {
  const input = inputOf(equal, [0, 0, 1, 1, 2, 2], 3);
  expect(permutationAnova({ ...input, permutations: 0 })).toMatchObject({ reason: 'no-permutations' });
  expect(() => permutationAnova({ ...input, groups: [0, 0, 1, 1, 2, 3] })).toThrow(RangeError);
  expect(() => permutationAnova({ ...input, groups: [0, 0, 1, 1, 2] })).toThrow(RangeError);
});
