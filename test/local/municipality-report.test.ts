import { describe, expect, test } from 'vitest';
import { municipalityReport } from '../../analysis/local/municipality-report.js';
import { localView } from '../../analysis/local/view.js';
import type { AnswerRow } from '../fixtures/data-folder.js';
import { notNumbers, smallPanel } from './small-panel.js';

/** Answers of one indicator and year to units in order; null for no row. */
const row = (id: string, year: number, ...answers: readonly (AnswerRow[3] | null)[]): AnswerRow[] =>
  answers.flatMap((a, i) => (a === null ? [] : [[ids[i]!, year, id, a] as const]));

/** a, b, c and d in county X; e alone in Y; n a district of the city a that ceased after 2017. */
const ids = ['a', 'b', 'c', 'd', 'e', 'n'];
const panel = smallPanel(
  {
    units: ids.map((id) => ({
      id,
      groups: { lan: id === 'e' ? 'Y' : 'X', kommungrupp: id === 'b' ? 'B' : 'A' },
      covariates: { storlek: { a: 10, b: 20, c: 40, d: null, e: 12, n: null }[id] ?? null },
    })),
    indicators: [
      { id: 'eb-extern-primarvard', area: 'ekonomiskt-bistand' },
      { id: 'eb-radgivning', area: 'ekonomiskt-bistand' },
      { id: 'eb-audit-dudit-2016', area: 'ekonomiskt-bistand' },
      { id: 'new', area: 'a', label: 'Ny fråga' },
    ],
    answers: [
      ...row('eb-extern-primarvard', 2016, 0, 1, 0, 0, 0, 1),
      ...row('eb-extern-primarvard', 2017, 0, 1, 0, 1, 0, 1),
      ...row('eb-extern-primarvard', 2018, 0, 1, 1, 1, 'bortfall'),
      ...row('eb-radgivning', 2016, 0, 1, 1, 1, 1, 1),
      ...row('eb-radgivning', 2017, 1, 1, 1, 1, 1, 1),
      ...row('eb-radgivning', 2018, 1, 1, 0, 'bortfall', 'bortfall'),
      ...row('eb-audit-dudit-2016', 2016, 0, 1, 0.5, 0, 1, 1),
      ...row('new', 2018, 0, 0, 1, 1, 'bortfall'),
    ],
  },
  { n: { name: 'Norr', municipality: 'a' } },
);
const view = localView(panel);
const [a, e, n] = [0, 4, 5];
const report = municipalityReport(view, a);

describe('a municipality report', () => {
  test('goes through JSON unharmed', () => {
    expect(notNumbers(report)).toEqual([]);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test('compares with the others of the county, without its own district', () => {
    expect(report.comparison).toMatchObject({ by: 'lan', level: 'X', members: [1, 2, 3], leftOut: [n] });
    expect(report.present).toEqual([1, 2, 3]);
    expect(report.refused).toBeNull();
  });

  test('has the year’s results beside the groups, which but for the comparison group hold the unit itself', () => {
    const [first] = report.results.now;
    expect(first).toMatchObject({ indicator: 'eb-extern-primarvard', year: 2018 });
    expect(first!.own).toMatchObject({ answer: 'Nej', colour: 'red' });
    const { comparison, lan, kommungrupp, invanare, riket } = first!.beside;
    expect([comparison?.value, comparison?.n]).toEqual([100, 3]);
    expect([lan?.value, lan?.n]).toEqual([75, 4]);
    // a, c and d answered; e of the five asked did not: 1 of 4 is over 20 percent.
    expect(kommungrupp).toMatchObject({ status: 'suppressed', asked: 4, n: 3, value: null });
    expect(invanare).toBeNull();
    // Of all: 1 of 5, which is not over 20 percent.
    expect(riket).toMatchObject({ status: 'shown', asked: 5, n: 4, value: 75 });
  });

  test('sets apart what was asked in earlier years only, in its own year', () => {
    expect(report.results.now.map((r) => r.indicator)).toEqual([
      'eb-extern-primarvard',
      'eb-radgivning',
      'new',
    ]);
    expect(report.results.earlier).toMatchObject([{ indicator: 'eb-audit-dudit-2016', year: 2016 }]);
    expect(report.results.never).toEqual([]);
    const earlier = municipalityReport(view, a, { year: 2016 });
    expect(earlier.results.never).toEqual(['new']);
  });

  test('proposes what the group does better, and names those who have improved', () => {
    expect(report.candidates.map((c) => [c.indicator, c.ahead, c.behind, c.lasting])).toEqual([
      ['eb-extern-primarvard', 100, 0, 3],
      ['new', expect.closeTo(200 / 3, 9), 0, 1],
    ]);
    const [call] = report.call;
    // d has been green since 2017, c since 2018: the longer comes first.
    expect(call!.group.map((i) => [i.unit, i.became.year, i.greenYears])).toEqual([
      [3, 2017, 2],
      [2, 2018, 1],
    ]);
    expect([call!.inGroup, call!.others]).toEqual([2, []]);
    expect(report.places.map((p) => p.id)).toEqual(['b', 'c', 'd', 'n']);
  });

  test('tells its history with what cannot be compared, and how long an answer has held', () => {
    const [extern, advice, , fresh] = report.history;
    expect(extern!.standings.map((s) => s.answer)).toEqual(['Nej', 'Nej', 'Nej']);
    expect([extern!.held, advice!.held]).toEqual([3, 2]);
    expect(advice!.own.sinceLast.direction).toBe('same');
    expect(advice!.own.sinceFirst).toMatchObject({ direction: 'better', from: 2016 });
    // Of b, c and d c alone turned to Nej; d did not answer, 1 of 3 is over 20 percent.
    expect(advice!.group!.sinceLast.status).toBe('suppressed');
    expect(extern!.group!.sinceLast).toMatchObject({ pairs: 3, improved: 1, worsened: 0 });
    expect(fresh!.own.sinceLast.status).toBe('not-asked');
    expect(fresh!.status.status).toBe('single-year');
  });

  test('counts years without an answer neither for nor against an answer that has held', () => {
    const held = (...answers: readonly AnswerRow[3][]) => {
      const rows = answers.map((x, i): AnswerRow => ['a', 2016 + i, 'x', x]);
      const units = [{ id: 'a' }, { id: 'b' }];
      const small = smallPanel({ units, indicators: [{ id: 'x', area: 'a' }], answers: rows });
      return municipalityReport(localView(small), 0).history[0]!.held;
    };
    expect(held(1, 'bortfall', 1)).toBe(2);
    expect(held(1, 0, 1)).toBe(1);
    expect(held(1, 1, 'bortfall')).toBeNull();
  });

  test('has the covariates beside the group’s and the nation’s median', () => {
    expect(report.background).toEqual([
      {
        covariate: 'storlek',
        own: 10,
        group: { n: 2, median: 30, least: 20, most: 40 },
        nation: { n: 4, median: 16, least: 10, most: 40 },
      },
    ]);
  });
});

describe('odd units', () => {
  test('in a county of one are compared with the SKR group instead, and the report says so', () => {
    const alone = municipalityReport(view, e);
    expect(alone.refused).toMatchObject({ by: 'lan', reason: 'no-other-unit' });
    expect(alone.comparison.by).toBe('kommungrupp');
    expect(alone.status.status).toBe('silent');
    expect(alone.candidates).toEqual([]);
    expect(notNumbers(alone)).toEqual([]);
  });

  test('that have ceased get the report of their last year', () => {
    const ended = municipalityReport(view, n);
    expect(ended.year).toBe(2017);
    expect(ended.later?.status).toBe('ceased');
    // No other district: the SKR group, without its own city.
    expect(ended.refused?.by).toBe('stadsdelar');
    expect(ended.comparison).toMatchObject({ by: 'kommungrupp', leftOut: [a] });
    expect(ended.comparison.members).not.toContain(a);
    expect(municipalityReport(view, n, { year: 2018 }).status.status).toBe('ceased');
  });

  test('with one other are told that the group is one unit', () => {
    const one = municipalityReport(view, a, { choice: { by: 'egen', units: ['b'] } });
    expect(one.comparison.status).toBe('single');
    expect(one.results.now[0]!.beside.comparison).toMatchObject({ single: true, answer: 'Ja' });
  });

  test('of a group that is not in the data that year have nobody to compare with', () => {
    const gone = municipalityReport(view, 1, { choice: { by: 'egen', units: ['n'] } });
    expect(gone.present).toEqual([]);
    expect(gone.results.now[0]!.beside.comparison!.status).toBe('not-asked');
  });

  test('know who is nearest where asked, whatever the group', () => {
    const near = municipalityReport(view, a, { nearest: { k: 1 } });
    expect(near.comparison.by).toBe('lan');
    expect(near.nearest!.neighbours.map((x) => x.unit)).toEqual([e]);
    expect(near.places.map((p) => p.unit)).toContain(e);
    expect(report.nearest).toBeNull();
    const group = municipalityReport(view, a, { choice: { by: 'narmast', k: 2 } });
    expect(group.comparison.members).toEqual([e, 1]);
    expect(group.nearest).toEqual(group.comparison.nearest);
  });

  test('of a year that the data have not are refused', () => {
    expect(() => municipalityReport(view, a, { year: 2030 })).toThrow('the data have no year 2030');
  });
});
