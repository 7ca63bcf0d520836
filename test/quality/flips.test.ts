import { describe, expect, test } from 'vitest';
import { expectedFlips, flipQuality } from '../../analysis/quality/flips.js';
import { expectClose } from '../stats/tolerance.js';

const permutations = <T>(list: readonly T[]): T[][] =>
  list.length < 2
    ? [[...list]]
    : list.flatMap((x, i) => permutations(list.filter((_, j) => j !== i)).map((rest) => [x, ...rest]));

/** The mean number of units that flip over every way to deal each year's answers to the units that answered. */
function bruteForce(values: readonly number[], years: number): number {
  const units = values.length / years;
  const columns = Array.from({ length: years }, (_, t) => {
    const at = Array.from({ length: units }, (__, u) => u * years + t).filter(
      (i) => !Number.isNaN(values[i]!),
    );
    return permutations(at.map((i) => values[i]!)).map((dealt) => new Map(at.map((i, k) => [i, dealt[k]!])));
  });
  let [total, ways] = [0, 0];
  const deal = (t: number, dealt: readonly ReadonlyMap<number, number>[]) => {
    if (t < years) return columns[t]!.forEach((way) => deal(t + 1, [...dealt, way]));
    ways++;
    const table = values.map((v, i) => dealt[i % years]!.get(i) ?? v);
    total += flipQuality(table, years)?.units ?? 0;
  };
  deal(0, []);
  return total / ways;
}

describe('flips', () => {
  test('Ja-Nej-Ja and Nej-Ja-Nej are counted among units with three years, missing years passed over', () => {
    const values = [1, 0, 1, NaN, 0, NaN, 1, 0, 1, 1, 0, 0, 1, NaN, 0, NaN];
    expect(flipQuality(values, 4)).toMatchObject({ units: 2, base: 3, share: 2 / 3 });
  });
  test('two years, or no unit with three, have none', () => {
    expect(flipQuality([1, 0, 0, 1], 2)).toBeNull();
    expect(flipQuality([1, 0, NaN, NaN, 1, 0], 3)).toBeNull();
  });
  test.each([
    ['three years', [1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0], 3],
    ['years missing', [1, 0, 1, NaN, 0, 1, 1, 1, 0, 0, NaN, 0], 3],
    ['four years', [1, 0, 1, 0, 0, 1, 1, 1, 0, 1, 0, NaN], 4],
    ['a constant year', [1, 1, 0, 0, 1, 1, 1, 1, 0], 3],
    ['all equal', [1, 1, 1, 1, 1, 1], 3],
  ])('what chance gives is exact: %s', (_, values, years) => {
    expectClose(expectedFlips(values, years), bruteForce(values, years), 'expected', 1e-12);
  });
});
