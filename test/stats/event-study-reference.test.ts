import { describe, expect, test } from 'vitest';
import {
  type Combination,
  differences,
  eventSample,
  type EventSample,
  firstDifferences,
  inference,
  type Inference,
  leadsAndLags,
  type LeadsAndLags,
  type NotEstimable,
  type OlsFit,
  sunAbraham,
  type SunAbraham,
  treatedRows,
  twoWay,
  type WaldTest,
} from '../../analysis/stats/index.js';
import { expectClose, list, reference } from './tolerance.js';

/** Of event times whose number is one, R's vectors are scalars only where they were not wrapped. */
type Test = Record<'estimate' | 'se' | 't' | 'p' | 'low' | 'high', number | number[]>;
interface Study {
  n: number;
  df: number;
  clusters: number;
  cells: Record<'cohort' | 'time' | 'rows' | 'estimate' | 'se' | 'plain' | 'plainSe', number[]>;
  effects: Test & { time: number[] };
  att: Test;
  leads: Record<'f' | 'df' | 'df2' | 'p', number>;
  twoWay: Test & Record<'time' | 'foreignWeight' | 'foreignPart', number[]>;
  twoWayLeads: Record<'f' | 'df' | 'df2' | 'p', number>;
  static: Test;
  weights: { cells: number; negative: number; sum: number };
  differences: Test & { n: number; df: number };
}
interface Case {
  panel: Record<'unit' | 'year' | 'cohort' | 'region' | 'y', number[]>;
  unit: Study;
  region: Study;
}
const { cases } = reference<{ cases: Record<string, Case> }>('event-study.json');
const NEVER = 10000;

/** fixest iterates the effects away, to 1e-11 here. */
const ITERATED = 1e-7;

function ok<T extends { status: 'ok' }>(result: T | NotEstimable): T {
  if (result.status !== 'ok') throw new Error(result.reason);
  return result;
}

function studied({ panel }: Case, by: 'unit' | 'region') {
  const cohort = panel.cohort.map((g) => (g === NEVER ? Infinity : g));
  const sample = ok<EventSample>(eventSample({ y: panel.y, unit: panel.unit, period: panel.year, cohort }));
  const codes = sample.rows.map((i) => panel[by][i]!);
  const options = { leads: 3, clusters: { name: by, codes } };
  const robust = ok<SunAbraham>(sunAbraham(sample, options));
  return { sample, codes, robust, plain: ok<LeadsAndLags>(leadsAndLags(sample, robust, options)) };
}

function expectTest(actual: Combination, expected: Test, j: number, what: string): void {
  const at = (key: keyof Test) => list(expected[key])[j]!;
  expectClose(actual.estimate, at('estimate'), `${what} estimate`, ITERATED);
  expectClose(actual.se, at('se'), `${what} se`, ITERATED);
  expectClose(actual.statistic, at('t'), `${what} t`, ITERATED);
  expectClose(actual.p, at('p'), `${what} p`, 1e-6);
  expectClose(actual.ciLow, at('low'), `${what} low`, 1e-6);
  expectClose(actual.ciHigh, at('high'), `${what} high`, 1e-6);
}

function expectWald(actual: WaldTest | NotEstimable, expected: Study['leads'], what: string): void {
  const found = ok<WaldTest>(actual);
  expect([found.df, found.df2]).toEqual([expected.df, expected.df2]);
  expectClose(found.statistic, expected.f, `${what} F`, ITERATED);
  expectClose(found.p, expected.p, `${what} p`, ITERATED);
}

describe.each(Object.entries(cases))('an event study of the panel "%s" as fixest has it', (_, found) => {
  describe.each(['unit', 'region'] as const)('clustered by %s', (by) => {
    const expected = found[by];
    const { sample, codes, robust, plain } = studied(found, by);

    test('takes the same rows and clusters', () => {
      expect(sample.rows).toHaveLength(expected.n);
      expect(robust).toMatchObject({ n: expected.n, clusters: expected.clusters });
      const lost = Object.values<number>({ ...sample.dropped }).reduce((a, b) => a + b, 0);
      expect(sample.rows.length + lost).toBe(found.panel.y.length);
    });

    test('has the same effect of every cohort and event time as sunab, and as lm with dummies', () => {
      const { cells } = expected;
      expect(robust.cells.map((c) => [c.cohort, c.eventTime, c.rows])).toEqual(
        cells.cohort.map((g, j) => [g, cells.time[j], cells.rows[j]]),
      );
      robust.cells.forEach((cell, j) => {
        expectClose(cell.estimate, cells.estimate[j]!, `cell ${j}`, ITERATED);
        expectClose(cell.se, cells.se[j]!, `se of cell ${j}`, ITERATED);
        expectClose(cell.estimate, cells.plain[j]!, `cell ${j} by lm`);
        expectClose(cell.se, cells.plainSe[j]!, `se of cell ${j} by sandwich`);
      });
    });

    test('has the same means by event time, ATT and test of the leads', () => {
      expect(robust.effects.map((e) => e.eventTime)).toEqual(list(expected.effects.time));
      robust.effects.forEach((e, j) => expectTest(e, expected.effects, j, `t${e.eventTime}`));
      expectTest(robust.att!, expected.att, 0, 'att');
      expectWald(robust.leads, expected.leads, 'leads');
    });

    test('has the same leads and lags, and the same weights of other event times in them', () => {
      expect(plain.effects.map((e) => e.eventTime)).toEqual(list(expected.twoWay.time));
      plain.effects.forEach((e, j) => {
        expectTest(e, expected.twoWay, j, `twfe t${e.eventTime}`);
        const { foreignWeight, foreignPart } = expected.twoWay;
        expect(e.foreignWeight).toBeCloseTo(list(foreignWeight)[j]!, 9);
        expect(e.foreignPart).toBeCloseTo(list(foreignPart)[j]!, 8);
      });
      expectWald(plain.leads, expected.twoWayLeads, 'leads of twfe');
    });

    test('has the same static coefficient, its weights, and first differences', () => {
      const clusters = { kind: 'cluster', by: [{ name: by, codes }] } as const;
      const { y, unit, period } = sample;
      const input = { y, x: [{ name: 'treated', values: treatedRows(sample) }], unit, period };
      const term = ok<Inference>(inference(ok<OlsFit>(twoWay(input)), clusters)).terms[0]!;
      expectTest(term as Combination, expected.static, 0, 'static');
      const { cells, negative, sum } = expected.weights;
      expect(plain.staticWeights).toMatchObject({ cells, negative });
      expect((plain.staticWeights as { negativeSum: number }).negativeSum).toBeCloseTo(sum, 10);
      const { rows } = differences(input);
      const fit = ok<OlsFit>(firstDifferences(input));
      const own = rows.map((i) => codes[i]!);
      const change = ok<Inference>(inference(fit, { kind: 'cluster', by: [{ name: by, codes: own }] }));
      expect([fit.n, change.df]).toEqual([expected.differences.n, expected.differences.df]);
      expectTest(change.terms[0] as Combination, expected.differences, 0, 'differences');
    });
  });
});

test('a panel with holes says why rows were left out', () => {
  const { sample } = studied(cases['rough']!, 'unit');
  const { panel } = cases['rough']!;
  const count = (which: (i: number) => boolean) => panel.y.filter((_, i) => which(i)).length;
  expect(sample.dropped['always-treated']).toBe(count((i) => panel.cohort[i]! <= 2016));
  expect(sample.dropped['no-control-period']).toBe(
    count((i) => panel.cohort[i]! > 2016 && panel.year[i] === 2022),
  );
  expect(sample.dropped['no-reference-period']).toBe(
    count((i) => panel.cohort[i] === 2019 && panel.year[i]! < 2022),
  );
  expect(sample.dropped.singleton).toBeGreaterThan(0);
  expect(sample.dropped['after-last-adoption']).toBe(0);
  expect(sample.cohorts).toEqual([2018, 2020]);
});
