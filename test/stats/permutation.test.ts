import { describe, expect, test } from 'vitest';
import {
  createRng,
  oneWayAnova,
  permutationAnova,
  type PermutationInput,
  shuffleLabels,
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

const PERMUTATIONS = 20_000;

function inputOf(
  rows: readonly (readonly number[])[],
  groups: readonly number[],
  groupCount: number,
  permutations = PERMUTATIONS,
): PermutationInput {
  return {
    totals: rows.map((values) => values.reduce((s, v) => s + v, 0)),
    counts: rows.map((values) => values.length),
    labels: shuffleLabels(groups, groupCount, permutations, createRng(3)),
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
    const se = Math.sqrt((exact * (1 - exact)) / PERMUTATIONS);
    expect(result.status === 'ok' && Math.abs(result.p - exact)).toBeLessThan(4 * se);
  });
  test('SSB is that of the analysis of variance over rows', () => {
    const result = permutationAnova(input);
    const pooled = oneWayAnova(
      rows.flat(),
      rows.flatMap((values, unit) => values.map(() => groups[unit]!)),
      3,
    );
    if (result.status !== 'ok' || pooled.status !== 'ok') throw new Error('not estimable');
    expectClose(result.ssBetween, pooled.ssBetween, 'SSB', 1e-12);
  });
  test('the same seed gives the same p, and a level added to the outcome changes nothing', () => {
    const again = permutationAnova(inputOf(rows, groups, 3));
    const first = permutationAnova(inputOf(rows, groups, 3));
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
  const result = permutationAnova(inputOf(rows, [0, 0, 1, 1], 2, 99));
  expect(result).toMatchObject({ status: 'ok', p: 1, reached: 99, permutations: 99 });
  const clear = Array.from({ length: 40 }, (_, i) => [i < 20 ? i : 1000 + i]);
  const far = permutationAnova(
    inputOf(
      clear,
      clear.map((_, i) => (i < 20 ? 0 : 1)),
      2,
      199,
    ),
  );
  expect(far).toMatchObject({ p: 1 / 200, reached: 0 });
});

test('a unit without rows changes neither SSB nor the number of units, though its label is shuffled with the others', () => {
  const rows = [...equal, []];
  const result = permutationAnova(inputOf(rows, [0, 0, 1, 1, 2, 2, 2], 3));
  const without = permutationAnova(inputOf(equal, [0, 0, 1, 1, 2, 2], 3));
  if (result.status !== 'ok' || without.status !== 'ok') throw new Error('not estimable');
  expect([result.ssBetween, result.units]).toEqual([without.ssBetween, 6]);
});

test('shuffling gives every ordering of the labels equally often', () => {
  const { shuffled, labels } = shuffleLabels([0, 1, 2], 3, 60_000, createRng(5));
  expect(Array.from(labels)).toEqual([0, 1, 2]);
  const counts = new Map<string, number>();
  for (let b = 0; b < 60_000; b++) {
    const key = shuffled.slice(3 * b, 3 * b + 3).join('');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
  // Each 10,000 with a standard deviation of 91.
  for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(400);
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
    const labels = shuffleLabels(
      rows.map((_, i) => i % 4),
      4,
      99,
      rng,
    );
    const result = permutationAnova({ ...inputOf(rows, [...labels.labels], 4, 1), labels });
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

test('no permutations, a wrong code and unequal lengths are errors of the caller', () => {
  expect(() => shuffleLabels([0, 1], 2, 0, createRng(1))).toThrow(RangeError);
  expect(() => shuffleLabels([0, 2], 2, 9, createRng(1))).toThrow(RangeError);
  const labels = shuffleLabels([0, 0, 1, 1, 2], 3, 9, createRng(1));
  expect(() => permutationAnova({ ...inputOf(equal, [0, 0, 1, 1, 2, 2], 3), labels })).toThrow(RangeError);
});
