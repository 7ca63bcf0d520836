import { describe, expect, test } from 'vitest';
import { buildPanel } from '../../analysis/panel/panel.js';
import { touchedCells } from '../../analysis/quality/cells.js';
import { definitionChanges } from '../../analysis/quality/changes.js';
import { gradeOf, limits, weightAbove, weightBelow } from '../../analysis/quality/grade.js';
import { quality } from '../../analysis/quality/quality.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import { publishedTables } from '../../data/codebook/published.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import type { IndicatorRecord } from '../../data/records.js';
import { type AnswerRow, dataFolder, type SmallData } from '../fixtures/data-folder.js';
import { expectClose, notFinite } from '../stats/tolerance.js';

type Answer = AnswerRow[3] | null;

/** One indicator: a list of answers per year, unit by unit; null for no row. Units alternate between two counties. */
function oneIndicator(
  byYear: Readonly<Record<number, readonly Answer[]>>,
  indicator: Partial<IndicatorRecord> = {},
  rest: Partial<SmallData> = {},
) {
  const size = Math.max(...Object.values(byYear).map((list) => list.length));
  const units = Array.from({ length: size }, (_, i) => ({ id: `u${i}`, groups: { lan: i % 2 ? 'B' : 'A' } }));
  const id = indicator.id ?? 'x';
  const answers = Object.entries(byYear).flatMap(([year, list]) =>
    list.flatMap((a, i): AnswerRow[] => (a === null ? [] : [[`u${i}`, Number(year), id, a]])),
  );
  const data = { units, indicators: [{ area: 'skola', ...indicator, id }], answers, ...rest };
  const report = quality(buildPanel(dataFolder(data)), spec, null);
  expect(notFinite(report)).toEqual([]);
  return report.indicators[0]!;
}

const of = (yes: number, no: number): Answer[] => [
  ...Array<Answer>(yes).fill(1),
  ...Array<Answer>(no).fill(0),
];
const keys = (i: { findings: readonly { key: string; weight: string }[] }) =>
  i.findings.map((f) => `${f.key}:${f.weight}`);

describe('one year of an indicator, counted by hand', () => {
  const answers: Answer[] = [
    1,
    1,
    0,
    'bortfall',
    'ej-aktuellt',
    'kan-inte-svara',
    'okand',
    'undertryckt',
    1,
    null,
  ];
  const other: AnswerRow[] = Array.from({ length: 10 }, (_, i) => [`u${i}`, 2019, 'x', 1]);
  const x = oneIndicator({ 2018: answers, 2019: other.map((r) => r[3]) });
  const [year] = x.years;

  test('asked, responded, answered, share of Ja', () => {
    expect(year).toMatchObject({ asked: 9, responded: 7, answered: 4, shareYes: 3 / 4, mean: null });
    expectClose(year!.responseRate, 7 / 9, 'rate');
  });
  test('missing by reason, and nothing is lost', () => {
    expect(year!.missing).toEqual({
      bortfall: 1, 'ej-aktuellt': 1, 'kan-inte-svara': 1, okand: 1, undertryckt: 1,
    }); // prettier-ignore
    const missing = Object.values(year!.missing).reduce((s, n) => s + n, 0);
    expect(year!.answered + missing).toBe(year!.asked);
  });
  test('a unit of the year without a row counts as not asked', () => {
    const panel = {
      indicators: [{ id: 'x', area: 'skola' }, { id: 'y', area: 'skola' }],
      answers: [['u0', 2018, 'x', 1], ['u0', 2018, 'y', 1], ['u1', 2018, 'y', 1]] as AnswerRow[],
    }; // prettier-ignore
    const found = oneIndicator({ 2018: [1, 1] }, {}, panel);
    expect(found.years[0]).toMatchObject({ asked: 1, missing: { 'ej-samlad': 1 } });
  });
  test('a number has a mean, Delvis is no Ja', () => {
    expect(oneIndicator({ 2018: [10, 20, 60] }, { type: 'share' }).years[0]).toMatchObject({
      mean: 30,
      shareYes: null,
    });
    const isu = oneIndicator({ 2018: [1, 0.5, 0, 0.5] }, { id: 'eb-isu-anvant', type: 'ordinal' });
    expect(isu).toMatchObject({ yesNo: true, years: [{ shareYes: 0.25, mean: null }] });
  });
});

describe('limits', () => {
  test('90 percent is mättad, below is not; 10 percent is floor, above is not', () => {
    expect(oneIndicator({ 2018: of(9, 1) }).years[0]).toMatchObject({ saturated: true, floor: false });
    expect(oneIndicator({ 2018: of(89, 11) }).years[0]!.saturated).toBe(false);
    expect(oneIndicator({ 2018: of(1, 9) }).years[0]).toMatchObject({ saturated: false, floor: true });
    expect(oneIndicator({ 2018: of(11, 89) }).years[0]!.floor).toBe(false);
  });
  test('where less is better the answer aimed at is Nej', () => {
    expect(oneIndicator({ 2018: of(1, 9) }, { better: 'lower' }).years[0]).toMatchObject({
      saturated: true,
      floor: false,
    });
  });
  test('an aggregate is suppressed above 20 percent of non-response and ej aktuellt, not at it', () => {
    const missing = (n: number, why: Answer): Answer[] => [...Array<Answer>(n).fill(why), ...of(5, 15 - n)];
    expect(oneIndicator({ 2018: missing(4, 'bortfall') }).years[0]!.nationSuppressed).toBe(false);
    expect(
      oneIndicator({ 2018: [...missing(4, 'bortfall'), 'ej-aktuellt'] }).years[0]!.nationSuppressed,
    ).toBe(true);
    expect(oneIndicator({ 2018: missing(9, 'kan-inte-svara') }).years[0]!.nationSuppressed).toBe(false);
  });
  test('counties by name; a county without a row is none', () => {
    const answers: Answer[] = ['bortfall', 1, 1, 1, 1, 1, 1, 1];
    expect(oneIndicator({ 2018: answers }).years[0]).toMatchObject({
      counties: 2,
      suppressedCounties: ['A'],
    });
    expect(oneIndicator({ 2018: [1, null, 1] }).years[0]).toMatchObject({
      counties: 1,
      suppressedCounties: [],
    });
  });
  test('grades take the worst, at the limits', () => {
    expect(gradeOf([])).toBe('good');
    expect(gradeOf([{ weight: 'usable' }, { weight: 'weak' }])).toBe('weak');
    expect(gradeOf([{ weight: 'not-judged' }, { weight: 'weak' }])).toBe('not-judged');
    expect([0.8, 0.79, 0.6, 0.59].map((s) => weightBelow(s, limits.response))).toEqual([
      null,
      'usable',
      'usable',
      'weak',
    ]);
    expect([0.49, 0.5, 0.99, 1].map((s) => weightAbove(s, limits.flips))).toEqual([
      null,
      'usable',
      'usable',
      'weak',
    ]);
  });
});

describe('findings', () => {
  const steady = { 2018: of(10, 10), 2019: of(11, 9), 2020: of(10, 10) };

  test('a steady indicator is good', () => {
    expect(oneIndicator(steady)).toMatchObject({ grade: 'good', findings: [] });
  });
  test('response rates at the limits', () => {
    const lost = (n: number): Answer[] => [...Array<Answer>(n).fill('bortfall'), ...of(10, 10 - n)];
    const rated = (n: number) => keys(oneIndicator({ ...steady, 2020: lost(n) }));
    expect(rated(4)).toEqual([]);
    expect(rated(5)).toContain('low-response:usable');
    expect(rated(9)).toContain('low-response:weak');
  });
  test('mättad in all years is weak, in one a reservation', () => {
    const all = oneIndicator({ 2018: of(19, 1), 2019: of(19, 1), 2020: of(19, 1) });
    expect(keys(all)).toContain('saturated:weak');
    const one = oneIndicator({ 2018: of(16, 4), 2019: of(17, 3), 2020: of(18, 2) });
    expect(one.findings).toMatchObject([{ key: 'saturated', weight: 'usable', years: [2020] }]);
  });
  test('a year without variation', () => {
    expect(keys(oneIndicator({ ...steady, 2019: of(20, 0) }))).toEqual(
      expect.arrayContaining(['constant:usable', 'saturated:usable']),
    );
  });
  test('one year, few answers, no answers at all', () => {
    expect(keys(oneIndicator({ 2018: of(10, 10) }))).toEqual(['single-year:usable']);
    expect(oneIndicator({ 2018: of(5, 4) }).grade).toBe('not-judged');
    const lost = oneIndicator({
      2018: Array<Answer>(20).fill('bortfall'),
      2019: Array<Answer>(20).fill('bortfall'),
    });
    expect(lost).toMatchObject({ grade: 'not-judged', years: [{ shareYes: null, responseRate: 0 }, {}] });
    expect(lost.jumps).toMatchObject([{ p: null, reason: 'no-pairs', beyondChance: false }]);
    const none = oneIndicator({}, {}, {
      units: [{ id: 'u0' }], indicators: [{ id: 'x', area: 'skola' }, { id: 'y', area: 'skola' }], answers: [['u0', 2018, 'y', 1]],
    }); // prettier-ignore
    expect(none).toMatchObject({ years: [], jumps: [], flips: null, grade: 'not-judged' });
  });
  test('answers that swing as chance gives are weak', () => {
    const cycle = (t: number) => Array.from({ length: 40 }, (_, i): Answer => ((i >> t) & 1 ? 1 : 0));
    const x = oneIndicator({ 2018: cycle(0), 2019: cycle(1), 2020: cycle(2) });
    expectClose(x.flips!.expectedShare, 0.25, 'expected', 0.05);
    expect(x.flips!.share).toBe(0.25);
    expect(keys(x)).toContain('flips:weak');
  });
});

describe('jumps of the national number', () => {
  const jump = { 2016: of(5, 35), 2017: of(30, 10), 2018: of(30, 10) };

  test('beyond chance, and not on record: possibly another definition', () => {
    const x = oneIndicator(jump);
    expect(x.jumps).toMatchObject([
      {
        from: 2016,
        to: 2017,
        pairs: 40,
        before: 12.5,
        after: 75,
        up: 25,
        down: 0,
        beyondChance: true,
        listed: false,
      },
      { from: 2017, to: 2018, up: 0, down: 0, p: 1, pHolm: 1, beyondChance: false },
    ]);
    expectClose(x.jumps[0]!.p, 2 * 0.5 ** 25, 'p');
    expectClose(x.jumps[0]!.pHolm, 4 * 0.5 ** 25, 'Holm');
    expect(x.findings).toMatchObject([{ key: 'unexplained-jump', years: [2016, 2017] }]);
  });
  test('on record: the change is named instead', () => {
    const x = oneIndicator(jump, { id: 'eb-utredningsmall', area: 'ekonomiskt-bistand', type: 'ordinal' });
    expect(x.jumps[0]).toMatchObject({ beyondChance: true, listed: true });
    expect(keys(x)).toEqual(['definition-changed:usable']);
  });
  test('a change of definition outside the years of the data is not named', () => {
    const later = { 2018: of(20, 20), 2019: of(20, 20), 2020: of(21, 19) };
    expect(keys(oneIndicator(later, { id: 'eb-utredningsmall', type: 'ordinal' }))).toEqual([]);
  });
  test('numbers by the paired t test; a shift that is the same for all has no p', () => {
    const numbers = { 2018: [10, 20, 30, 40], 2019: [11, 22, 31, 44] };
    expect(oneIndicator(numbers, { type: 'share' }).jumps[0]).toMatchObject({
      test: 'paired-t',
      up: null,
      difference: 2,
    });
    const shifted = { 2018: [10, 20, 30, 40], 2019: [11, 21, 31, 41] };
    expect(oneIndicator(shifted, { type: 'share' }).jumps[0]).toMatchObject({
      p: null,
      reason: 'constant-outcome',
    });
  });
  test('a year in which nobody was asked is passed over', () => {
    const x = oneIndicator({ 2016: of(5, 5), 2018: of(5, 5) });
    expect(x.jumps.map((j) => [j.from, j.to])).toEqual([[2016, 2018]]);
  });
});

describe('cells of the appendix that a problem touches', () => {
  const cells = (id: string, years: number[], touch?: 'each' | 'across') =>
    Object.fromEntries(touchedCells(id, years, touch).tables.map((t) => [t.table, t.cells]));

  test('of all years: every cell of the rows', () => {
    expect(cells('eb-audit', [2016, 2017, 2018, 2019, 2020])).toEqual({ 8: 7, 9: 6, 10: 8, 11: 8, 12: 8 });
  });
  test('of one year: totals, the year’s own column, differences with it; not the last year’s ANOVA', () => {
    expect(cells('eb-audit', [2018])).toEqual({ 8: 2, 9: 3, 10: 8, 11: 8, 12: 8 });
    expect(cells('eb-audit', [2020])).toEqual({ 8: 3, 9: 6, 10: 8, 11: 8, 12: 8 });
  });
  test('between two years: no column of a single year', () => {
    expect(cells('eb-audit', [2016, 2017], 'across')).toEqual({ 8: 2, 9: 3, 10: 8, 11: 8, 12: 8 });
  });
  test('elderly care’s unit survey ends in 2019; staffing has tables 6 and 7', () => {
    expect(cells('ao-ht-lakemedel', [2019])[2]).toBe(6);
    expect(cells('ao-ht-lakemedel', [2020])).toEqual({});
    expect(cells('sjukskoterskor-helg', [2017])).toEqual({ 6: 8, 7: 8 });
  });
  test('outside the codebook: none', () => {
    expect(touchedCells('skol-plan', [2018])).toEqual({ total: 0, tables: [] });
  });
  test('never more than the published columns', () => {
    const columns = new Map(publishedTables().map((t) => [t.table, t.columns.length]));
    for (const t of touchedCells('eb-audit', [2016, 2017, 2018, 2019, 2020]).tables)
      expect(t.cells).toBeLessThanOrEqual(columns.get(t.table)!);
  });
});

describe('a whole panel', () => {
  test('changes of definition on record: the codebook’s and the guide’s', () => {
    expect(definitionChanges('eb-utredningsmall').map((c) => c.year)).toEqual([2017]);
    expect(definitionChanges('eb-arbetsmarknad-18-24').map((c) => c.year)).toEqual([2017]);
    expect(definitionChanges('ao-audit-dudit-2016').map((c) => c.year)).toEqual([2017]);
    expect(definitionChanges('eb-radgivning')).toEqual([]);
    expect(definitionChanges('skol-plan')).toEqual([]);
  });
  test('without indicators, or without a binary one, is a report all the same', () => {
    const empty = quality(
      buildPanel(dataFolder({ units: [{ id: 'a' }], indicators: [], answers: [] })),
      spec,
      null,
    );
    expect(empty).toMatchObject({ indicators: [], measures: [], tests: 0, disagreements: null });
    expect(oneIndicator({ 2018: [1, 2], 2019: [3, 5] }, { type: 'count' })).toMatchObject({
      flips: null,
      yesNo: false,
    });
  });
  test('the demo data: every indicator and measure graded, nothing NaN, the period obeyed', () => {
    const panel = buildPanel(readDataFolder(demoFolder()));
    const whole = quality(panel, spec, null);
    expect(whole.indicators).toHaveLength(65);
    expect(whole.measures).toHaveLength(4);
    expect(notFinite(whole)).toEqual([]);
    for (const i of whole.indicators)
      for (const y of i.years)
        expect(y.asked).toBe(
          y.answered + Object.entries(y.missing).reduce((s, [r, n]) => s + (r === 'ej-samlad' ? 0 : n), 0),
        );
    const part = quality(panel, { ...spec, period: { first: 2018, last: 2019 } }, null);
    for (const i of part.indicators) {
      expect(i.years.every((y) => y.year >= 2018 && y.year <= 2019)).toBe(true);
      expect(i.flips).toBeNull();
    }
  });
});
