import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjustHolm, createRng, romanoWolf, type RomanoWolf, tTwoSided } from '../../analysis/stats/index.js';
import { expectClose, reference } from './tolerance.js';

type Cells = (number | null)[];
interface Case {
  observed: Cells;
  draws: Cells[];
  adjusted: Cells;
  unadjusted: Cells;
  used: number[];
  tests: number;
}
interface Known {
  t: number[];
  df: number;
  correlation: number[][];
  adjusted: number[];
}
const r = reference<{ resampled: Record<string, Case>; known: Known }>('multiplicity.json');

function ok(observed: Cells, rows: readonly (readonly (number | null)[])[]): RomanoWolf {
  const resampled = Float64Array.from(rows.flat(), (value) => value ?? NaN);
  const result = romanoWolf({ observed, resampled });
  if (result.status !== 'ok') throw new Error(result.reason);
  return result;
}

describe('the definition, computed test by test in R on stored draws', () => {
  test.each(Object.keys(r.resampled))('%s', (name) => {
    const { observed, draws, ...expected } = r.resampled[name]!;
    const result = ok(observed, draws);
    expect([result.tests, result.resamples, result.used]).toEqual([
      expected.tests,
      draws.length,
      expected.used,
    ]);
    for (const key of ['adjusted', 'unadjusted'] as const) {
      expected[key].forEach((p, j) => {
        if (p === null) expect(result[key][j]).toBeNull();
        else expectClose(result[key][j], p, `${key}, test ${j}`, 1e-14);
      });
    }
  });
});

test("with draws from the joint t distribution they are multcomp's step-down p, within four standard errors", () => {
  const { t, df, correlation, adjusted } = r.known;
  const rng = createRng(31);
  const root = semidefiniteRoot(correlation);
  const draws = 20_000;
  const rows = Array.from({ length: draws }, () => {
    const z = t.map(() => rng.normal());
    let chiSquare = 0;
    for (let i = 0; i < df; i++) chiSquare += rng.normal() ** 2;
    const scale = Math.sqrt(chiSquare / df);
    return root.map((line) => line.reduce((s, c, k) => s + c * z[k]!, 0) / scale);
  });
  const result = ok(t, rows);
  adjusted.forEach((p, j) => {
    // multcomp integrates to 1e-4.
    const allowed = 4 * Math.sqrt((p * (1 - p)) / draws) + 2e-4;
    expect(Math.abs(result.adjusted[j]! - p), `test ${j}`).toBeLessThan(allowed);
    const own = tTwoSided(t[j]!, df);
    const allowedOwn = 4 * Math.sqrt((own * (1 - own)) / draws) + 1 / draws;
    expect(Math.abs(result.unadjusted[j]! - own), `test ${j} alone`).toBeLessThan(allowedOwn);
  });
  // What the dependence is worth: Holm, which does not know it, is the larger.
  const holm = adjustHolm(t.map((one) => tTwoSided(one, df)));
  expect(result.adjusted[0]!).toBeLessThan(holm[0]!);
});

/** Cholesky factor of a correlation matrix that may lack rank. */
function semidefiniteRoot(matrix: readonly (readonly number[])[]): number[][] {
  const root = matrix.map((line) => line.map(() => 0));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= root[i]![k]! * root[j]![k]!;
      if (i === j) root[i]![i] = rest > 1e-12 ? Math.sqrt(rest) : 0;
      else root[i]![j] = root[j]![j]! > 0 ? rest / root[j]![j]! : 0;
    }
  }
  return root;
}

// Small halves: ties among the observed, among the resampled, and between the two.
const half = fc.integer({ min: -6, max: 6 }).map((k) => k / 2);
const family = fc.integer({ min: 1, max: 6 }).chain((m) =>
  fc.record({
    observed: fc.array(fc.option(half, { freq: 6 }), { minLength: m, maxLength: m }),
    rows: fc.array(fc.array(fc.option(half, { freq: 8 }), { minLength: m, maxLength: m }), {
      minLength: 1,
      maxLength: 12,
    }),
  }),
);
const compute = ({ observed, rows }: { observed: Cells; rows: Cells[] }) =>
  romanoWolf({ observed, resampled: Float64Array.from(rows.flat(), (value) => value ?? NaN) });

test('p lies between 1/(B + 1) and 1, is at least the unadjusted one, and never falls as |t| falls', () => {
  fc.assert(
    fc.property(family, (data) => {
      const result = compute(data);
      if (result.status !== 'ok') return;
      data.observed.forEach((t, j) => {
        const p = result.adjusted[j]!;
        if (p === null) {
          expect([result.used[j], result.unadjusted[j]]).toEqual([0, null]);
          return;
        }
        expect(p).toBeGreaterThanOrEqual(1 / (result.used[j]! + 1));
        expect(p).toBeLessThanOrEqual(1);
        expect(p).toBeGreaterThanOrEqual(result.unadjusted[j]!);
        data.observed.forEach((other, k) => {
          if (result.adjusted[k] !== null && Math.abs(other!) <= Math.abs(t!))
            expect(result.adjusted[k]).toBeGreaterThanOrEqual(p);
        });
      });
    }),
    { seed: 8, numRuns: 500 },
  );
});

test('the order of the tests, of the resamples, and the signs do not matter', () => {
  fc.assert(
    fc.property(family, ({ observed, rows }) => {
      const result = compute({ observed, rows });
      const turned = compute({
        observed: observed.map((t) => (t === null ? null : -t)).reverse(),
        rows: rows.map((row) => [...row].reverse()).reverse(),
      });
      if (result.status !== 'ok') expect(turned).toEqual(result);
      else
        expect(turned).toEqual({
          ...result,
          adjusted: [...result.adjusted].reverse(),
          unadjusted: [...result.unadjusted].reverse(),
          used: [...result.used].reverse(),
        });
    }),
    { seed: 9, numRuns: 500 },
  );
});

test('a test that repeats another costs nothing', () => {
  fc.assert(
    fc.property(family, ({ observed, rows }) => {
      const result = compute({ observed, rows });
      const doubled = compute({
        observed: [...observed, observed[0]!],
        rows: rows.map((row) => [...row, row[0]!]),
      });
      if (result.status !== 'ok' || doubled.status !== 'ok') expect(doubled).toEqual(result);
      else expect(doubled.adjusted).toEqual([...result.adjusted, result.adjusted[0]]);
    }),
    { seed: 10, numRuns: 500 },
  );
});

test('a single test has the p of its own resamples: (1 + those that reach it)/(B + 1)', () => {
  const result = ok([-2], [[1], [2], [-3], [null], [0.5]]);
  expect(result).toEqual({
    status: 'ok',
    adjusted: [3 / 5],
    unadjusted: [3 / 5],
    used: [4],
    tests: 1,
    resamples: 5,
  });
});

test('a resampled statistic that equals the observed one but for rounding reaches it, an infinite one too', () => {
  expect(ok([0.3], [[0.1 + 0.2], [0.3 * (1 - 1e-12)], [Infinity], [0.2]]).adjusted).toEqual([4 / 5]);
});

test('step-down: a large statistic is left out of the maximum for those below it', () => {
  // The first test's draws are large; they count against it, not against the second.
  const rows = [
    [9, 0.1],
    [8, 0.2],
    [7, 0.1],
    [1, 3],
  ];
  expect(ok([10, 2], rows).adjusted).toEqual([1 / 5, 2 / 5]);
  expect(ok([1.5, 2], rows).adjusted).toEqual([1, 1]);
});

test('under true nulls with dependent tests at least one is rejected in about 10 of 100 families at 10 percent', () => {
  const rng = createRng(77);
  const families = 400;
  const draw = (): number[] => {
    const common = rng.normal();
    return Array.from({ length: 8 }, () => 0.8 * common + 0.6 * rng.normal());
  };
  let rejected = 0;
  for (let f = 0; f < families; f++) {
    const result = ok(draw(), Array.from({ length: 99 }, draw));
    if (result.adjusted.some((p) => p! <= 0.1)) rejected++;
  }
  expect(Math.abs(rejected - 0.1 * families)).toBeLessThan(3.5 * Math.sqrt(0.1 * 0.9 * families));
});

test('a family without a test is a reason, not a number', () => {
  const reason = { status: 'not-estimable', reason: 'no-tests' };
  expect(romanoWolf({ observed: [], resampled: [] })).toEqual(reason);
  expect(romanoWolf({ observed: [null, 2], resampled: [1, NaN, 2, NaN] })).toEqual(reason);
});

test('an observed t that is not finite and rows of another length are errors of the caller', () => {
  for (const t of [NaN, Infinity])
    expect(() => romanoWolf({ observed: [1, t], resampled: [1, 1] })).toThrow('test 1');
  expect(() => romanoWolf({ observed: [1, 2], resampled: [1, 1, 1] })).toThrow(RangeError);
  expect(() => romanoWolf({ observed: [1, 2], resampled: [] })).toThrow(RangeError);
});
