import { describe, expect, test } from 'vitest';
import {
  chiSquareTest,
  createRng,
  fisherExact,
  kruskalWallis,
  oneWayAnova,
  quantile,
  type QuantileType,
  welchAnova,
  welchTTest,
} from '../../analysis/stats/index.js';
import { expectClose, list, reference } from './tolerance.js';

type Numbers = Record<string, number>;
interface OneWay {
  y: number[];
  groups: number[];
  groupCount: number;
  anova: Numbers;
  welch: Numbers;
  leftOut: number | number[];
  kruskal: Numbers;
}
interface Table {
  table: number[][];
  fisher: number;
  chi: number;
  df: number;
  p: number;
  smallest: number;
  yatesChi: number;
  yatesP: number;
}
interface Reference {
  oneWay: Record<string, OneWay>;
  probabilities: number[];
  quantiles: Record<string, { values: number[]; types: number[][] }>;
  tTests: (Numbers & { a: number[]; b: number[] })[];
  tables: Table[];
  wide: { table: number[][]; p: number };
}
const r = reference<Reference>('samples.json');

/** Every number of the reference under its name in the result. */
function expectAll(result: object, expected: Numbers, tolerance?: number): void {
  expect(result).toMatchObject({ status: 'ok' });
  for (const [name, value] of Object.entries(expected)) {
    if (typeof value === 'number') expectClose((result as Numbers)[name], value, name, tolerance);
  }
}

describe.each(Object.entries(r.oneWay))('one-way analysis of the %s data against R', (name, data) => {
  const y = Float64Array.from(data.y);
  const groups = Int32Array.from(data.groups);
  // R's aov forms its sums on the raw values: on a level of 1e6 it is the reference that has fewer digits.
  const tolerance = name === 'largeLevel' ? 1e-7 : 1e-8;
  test('aov: F, p, sums of squares, eta², omega², ICC and its interval', () => {
    expectAll(oneWayAnova(y, groups, data.groupCount), data.anova, tolerance);
  });
  test("oneway.test: Welch's F without the groups that have no variance", () => {
    const result = welchAnova(y, groups, data.groupCount);
    expectAll(result, data.welch, tolerance);
    expect(result.status === 'ok' && result.leftOut).toEqual(list(data.leftOut));
  });
  test('kruskal.test: H corrected for ties', () => {
    expectAll(kruskalWallis(y, groups, data.groupCount), data.kruskal);
  });
});

describe.each(Object.entries(r.quantiles))('quantiles of %s values against R', (_, { values, types }) => {
  test.each(types.map((expected, t) => [t + 1, expected] as const))('type %i', (type, expected) => {
    r.probabilities.forEach((p, i) => {
      expectClose(quantile(values, p, type as QuantileType), list(expected)[i]!, `p = ${p}`, 1e-14);
    });
  });
});

test.each(r.tTests.map((t) => [t['level']!, t] as const))('t.test at level %d', (level, expected) => {
  const { a, b, ...numbers } = expected;
  delete numbers['level'];
  const tolerance = Math.abs(numbers['meanA']!) > 1e5 ? 1e-7 : 1e-8; // R's var on a level of 1e6
  expectAll(welchTTest(Float64Array.from(a), Float64Array.from(b), level), numbers, tolerance);
});

describe.each(r.tables.map((t) => [JSON.stringify(t.table), t] as const))(
  'table %s against R',
  (_, expected) => {
    test('chisq.test', () => {
      const { chi: chiSquare, df, p, smallest: smallestExpected } = expected;
      expectAll(chiSquareTest(expected.table), { chiSquare, df, p, smallestExpected });
    });
    test("chisq.test with Yates's correction where the table is 2×2", () => {
      expectAll(chiSquareTest(expected.table, { continuity: true }), {
        chiSquare: expected.yatesChi,
        p: expected.yatesP,
      });
    });
    test('fisher.test, exactly', () => {
      const result = fisherExact(expected.table, { rng: createRng(1), limit: 5e6 });
      expectAll(result, { p: expected.fisher });
      expect(result).toMatchObject({ method: 'exact', replicates: null });
    });
  },
);

test('fisher.test of 21 rows by random tables: within four standard errors of R with 200,000', () => {
  const result = fisherExact(r.wide.table, { rng: createRng(5), replicates: 4000 });
  expect(result).toMatchObject({ status: 'ok', method: 'monte-carlo', replicates: 4000 });
  const se = Math.sqrt(r.wide.p * (1 - r.wide.p) * (1 / 4000 + 1 / 2e5));
  expect(result.status === 'ok' && Math.abs(result.p - r.wide.p)).toBeLessThan(4 * se);
});
