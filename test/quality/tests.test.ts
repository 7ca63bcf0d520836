import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mcnemar, pairedT } from '../../analysis/stats/index.js';
import { judgeJumps, type Pair } from '../../analysis/quality/jumps.js';
import { measureYears } from '../../analysis/quality/staffing.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import { dataFolder } from '../fixtures/data-folder.js';
import { expectClose, list, notFinite, reference } from '../stats/tolerance.js';

interface Reference {
  mcnemar: { up: number; down: number; p: number; midP: number; chiSquare: number; pChiSquare: number }[];
  paired: { before: number[]; after: number[]; difference: number; t: number; df: number; p: number }[];
  fences: { values: number[]; low: number; high: number; beyond: number }[];
  holm: { p: (number | null)[]; adjusted: (number | null)[] };
}
const r = reference<Reference>('quality.json');

/** Pairs of which so many change, and some do not. */
function changing(up: number, down: number) {
  const before = [...Array<number>(up).fill(0), ...Array<number>(down).fill(1), 1, 0, NaN, 1];
  const after = [...Array<number>(up).fill(1), ...Array<number>(down).fill(0), 1, 0, 1, NaN];
  return { before, after };
}

describe('mcnemar(before, after)', () => {
  test.each(r.mcnemar)('$up up and $down down: exact, mid-p and chi-square as R', (expected) => {
    const { before, after } = changing(expected.up, expected.down);
    const found = mcnemar(before, after);
    if (found.status !== 'ok') throw new Error(found.reason);
    expect(found).toMatchObject({
      up: expected.up,
      down: expected.down,
      pairs: expected.up + expected.down + 2,
    });
    for (const key of ['p', 'midP', 'chiSquare', 'pChiSquare'] as const)
      expectClose(found[key], expected[key], key);
  });
  test('no pair that changes speaks for nothing: p is 1', () => {
    expect(mcnemar([1, 0], [1, 0])).toMatchObject({ p: 1, midP: 1, chiSquare: null, pChiSquare: null });
  });
  test('without pairs there is no test, and other answers are refused', () => {
    expect(mcnemar([NaN, 1], [1, NaN])).toMatchObject({ status: 'not-estimable', reason: 'no-pairs' });
    expect(() => mcnemar([2], [1])).toThrow(RangeError);
    expect(() => mcnemar([1], [])).toThrow(RangeError);
  });
  test('is the same both ways, never NaN, and mid-p is not above p', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (up, down) => {
        const [one, other] = [changing(up, down), changing(down, up)].map((x) => mcnemar(x.before, x.after));
        if (one?.status !== 'ok' || other?.status !== 'ok') throw new Error();
        expect(one.p).toBe(other.p);
        expect(notFinite(one)).toEqual([]);
        expect(one.midP).toBeLessThanOrEqual(one.p);
        expect(one.p).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('pairedT(before, after)', () => {
  test.each(r.paired)('as t.test of R', ({ before, after, ...expected }) => {
    const found = pairedT(before, after);
    if (found.status !== 'ok') throw new Error(found.reason);
    for (const key of ['difference', 't', 'df', 'p'] as const) expectClose(found[key], expected[key], key);
  });
  test('says why where there is none', () => {
    expect(pairedT([NaN], [1])).toMatchObject({ reason: 'no-pairs' });
    expect(pairedT([1], [2])).toMatchObject({ reason: 'too-few-observations' });
    expect(pairedT([12.1, 0.1, 55.3], [12.3, 0.3, 55.5])).toMatchObject({ reason: 'constant-outcome' });
    expect(pairedT([0, 0], [0, 0])).toMatchObject({ reason: 'constant-outcome' });
  });
});

test('the year pairs of all indicators are one family of Holm’s, those without p outside it', () => {
  const pair = (p: number | null): Pair => ({
    from: 2016, to: 2017, pairs: 9, before: 1, after: 2, difference: 1, test: 'mcnemar-exact', up: 1, down: 0,
    p, midP: p, listed: false, reason: p === null ? 'no-pairs' : null,
  }); // prettier-ignore
  const { p, adjusted } = r.holm;
  const { jumps, tests } = judgeJumps([p.slice(0, 4).map(pair), [], p.slice(4).map(pair)]);
  expect(tests).toBe(5);
  jumps.flat().forEach((j, i) => {
    if (adjusted[i] === null) expect(j.pHolm).toBeNull();
    else expectClose(j.pHolm, adjusted[i]!, `holm ${i}`);
    expect(j.beyondChance).toBe((adjusted[i] ?? 1) < 0.05);
  });
});

describe('staffing measures', () => {
  const panelOf = (values: readonly (number | null)[]) =>
    buildPanel(
      dataFolder({
        units: [{ id: 'a' }, { id: 'b' }],
        indicators: [],
        answers: [],
        careUnits: values.map((value, i) => ({
          careUnit: `c${i}`, unit: i === 0 ? 'a' : 'b', year: 2016, kind: 'sarskilt-boende', measure: 'm', value,
        })), // prettier-ignore
      }),
    );
  test.each(r.fences)('fences as R’s quartiles give them', ({ values, low, high, beyond }) => {
    const [year] = measureYears(panelOf(list(values)), spec, 'm');
    expectClose(year!.fences![0], low, 'low');
    expectClose(year!.fences![1], high, 'high');
    expect(year!.outliers).toBe(beyond);
  });
  test('missing values and means of 0 are counted; equal quartiles have no fences', () => {
    const [year] = measureYears(panelOf([0, 2, 2, 2, null, 2, 90]), spec, 'm');
    expect(year).toMatchObject({ careUnits: 7, answered: 6, zeroMeans: 1, outliers: null, fences: null });
    expectClose(year!.missingShare, 1 / 7, 'missing');
  });
});
