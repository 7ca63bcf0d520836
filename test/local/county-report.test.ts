import { describe, expect, test } from 'vitest';
import { beyondChance } from '../../analysis/local/county-changes.js';
import type { CountyIndicator } from '../../analysis/local/county-indicators.js';
import { countyReport, type CountyReport } from '../../analysis/local/county-report.js';
import { countyLayout, MOST_COLUMNS } from '../../analysis/local/county-layout.js';
import { countyView } from './county-fixture.js';
import { notNumbers } from './small-panel.js';

const view = countyView();
const alfa = countyReport(view, 'Alfa län');
const Q = 'eb-intern-missbruk';
const R = 'eb-radgivning';
const names = (report: CountyReport) => report.units.map((u) => u.name);
const of = (report: CountyReport, id: string) => report.indicators.find((i) => i.id === id)!;
const nameOf = (unit: number) => view.panel.units[unit]!.name;

describe('the county report', () => {
  test('has the units in Swedish order, those that never answer among them', () => {
    expect(names(alfa)).toEqual(['Aby', 'Ek <&>', 'Tyst', 'Ödeborg']);
    expect(alfa.units.map((u) => u.answered)).toEqual([true, true, false, true]);
    expect(alfa).toMatchObject({ county: 'Alfa län', year: 2018, status: 'ok' });
  });

  test('gives each unit its answer, colour and change, and a missing one its reason', () => {
    const [aby, ek, tyst, odeborg] = of(alfa, Q).cells;
    expect(aby).toMatchObject({
      answer: 'Ja',
      colour: 'green',
      sinceLast: { year: 2017, answer: 'Nej', direction: 'better', comparable: true },
      sinceFirst: { year: 2016, answer: 'Ja', direction: 'same' },
    });
    expect(ek).toMatchObject({ answer: 'Nej', colour: 'red', sinceLast: { direction: 'same' } });
    expect(tyst).toMatchObject({ status: 'bortfall', answer: null, colour: null, sinceLast: null });
    expect(odeborg!.sinceFirst).toMatchObject({ year: 2016, answer: 'Nej', direction: 'better' });
  });

  test('hides the county where one of four is missing, and shows it where the fourth cannot answer', () => {
    expect(of(alfa, Q).county).toMatchObject({ status: 'suppressed', n: 3, asked: 4, value: null });
    expect(of(alfa, Q).sinceLast.status).toBe('suppressed');
    expect(of(alfa, Q).versusNation).toBeNull();
    expect(of(alfa, R).county).toMatchObject({ status: 'shown', n: 3, asked: 4 });
    expect(of(alfa, R).county.value).toBeCloseTo(100 / 3, 10);
    expect(of(alfa, R).sinceFirst).toMatchObject({ from: 2016, pairs: 3, improved: 0, worsened: 0, same: 3 });
  });

  test('makes a theme of what at least half of a shown county has red or yellow', () => {
    expect(alfa.themes).toHaveLength(1);
    expect(alfa.themes[0]).toMatchObject({ common: [R], of: 1, answers: 3, toImprove: 2, call: [] });
    expect(alfa.common.suppressed).toEqual([]);
  });

  test('lists who became green and stayed, and calls only those green twice', () => {
    const found = alfa.improvers.map((i) => [nameOf(i.unit), i.became.year, i.greenYears]);
    expect(found).toEqual([['Aby', 2018, 1], ['Ödeborg', 2017, 2]]); // prettier-ignore
  });

  test('lists an indicator on which a unit is green and most others are not, and one of the other kind', () => {
    const by = new Map(alfa.departures.map((d) => [nameOf(d.unit), d]));
    expect(by.get('Ek <&>')).toMatchObject({ ahead: [R] });
    // On Q two of Ek's three county neighbours answered, both Ja, but the county's number is hidden; in its group C7 two of
    // three others are Ja (67 percent), so it is not behind most.
    expect(by.get('Ek <&>')!.behind).toEqual([]);
    expect(by.get('Aby')).toMatchObject({ ahead: [], behind: [] });
  });

  test('says which questions the year did not ask, and when they were', () => {
    expect(alfa.notAsked.map((i) => [i.id, i.askedYears])).toEqual([['gammal', [2016]]]);
    expect(of(alfa, 'egen').cells.map((c) => c.status)).toEqual(['ej-samlad', 'answered', 'ej-samlad', 'ej-samlad']); // prettier-ignore
    expect(of(alfa, 'egen').sinceFirst.status).toBe('no-earlier-year');
  });

  test('shows a city by its districts, and where merged districts went', () => {
    const gamma = countyReport(view, 'Gamma län');
    expect(names(gamma)).toEqual(['Väst (Stan)', 'Öst (Stan)', 'Hopp']);
    expect(gamma.cities).toHaveLength(1);
    expect(gamma.cities[0]!.districts.map(nameOf)).toEqual(['Väst (Stan)', 'Öst (Stan)']);
    expect(of(gamma, Q).cities[0]).toMatchObject({ value: 50, n: 2 });
    expect(gamma.gone).toEqual([
      { names: ['Norr (Hopp)'], years: [2016], status: 'ceased', successor: 'Hopp' },
    ]);
  });

  test('compares the only unit of a county with its SKR group, and finds whom to call there', () => {
    const delta = countyReport(view, 'Delta län');
    expect(delta).toMatchObject({ status: 'single-unit', themes: [], groups: [{ level: 'C7', county: 1 }] });
    expect(delta.common.status).toBe('single-unit');
    expect(of(delta, Q).county).toMatchObject({ single: true, answer: 'Nej' });
    // C7 with the unit: one of five missing is 20 percent, which is not more than 20. Without it one of four: hidden.
    expect(of(delta, Q).groups[0]).toMatchObject({ asked: 5, n: 4, suppressed: false, value: 50 });
    expect(delta.own.map((o) => o.indicator)).toEqual([R]);
    expect(delta.own[0]).toMatchObject({ since: 2016, call: [] });
    expect(delta.own[0]!.ahead).toBeCloseTo(100 / 3, 10);
    const earlier = countyReport(countyViewWithoutSilent(), 'Delta län');
    expect(earlier.own.map((o) => [o.indicator, o.call.map((c) => c.became.year)])).toEqual([[Q, [2017]], [R, []]]); // prettier-ignore
    expect(earlier.others.map((o) => o.name)).toEqual(['Elva']);
  });

  test('says that a county has no units in a year before its first', () => {
    const none = countyReport(view, 'Epsilon län', { year: 2016 });
    expect(none).toMatchObject({ status: 'empty', units: [], themes: [], own: [] });
    expect(none.gone).toMatchObject([{ years: [2018], status: 'not-yet', successor: null }]);
  });

  test('refuses a county or year that the data do not have', () => {
    expect(() => countyReport(view, 'Skåne län')).toThrow('no units of the county "Skåne län"');
    expect(() => countyReport(view, 'Alfa län', { year: 2015 })).toThrow('the data have no year 2015');
  });

  test('goes through JSON unharmed, for every county and year, the same twice', () => {
    for (const level of view.panel.groupings.get('lan')!.levels)
      for (const year of view.panel.years) {
        const report = countyReport(view, level, { year });
        expect(notNumbers(report)).toEqual([]);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        expect(JSON.stringify(countyReport(view, level, { year }))).toBe(JSON.stringify(report));
      }
  });
});

/** The same without Tyst, whose non-response hides the group. */
function countyViewWithoutSilent() {
  const full = countyView();
  const tyst = full.panel.units.findIndex((u) => u.name === 'Tyst');
  const units = full.panel.units.map((u, i) =>
    i === tyst ? { ...u, groups: { ...u.groups, kommungrupp: 'B4' } } : u,
  );
  return { ...full, panel: { ...full.panel, units } };
}

test('a change is beyond chance where nearly all units moved one way: ten of ten, not five of five', () => {
  const change = (improved: number, worsened: number) => ({ status: 'compared', improved, worsened });
  const indicator = (id: string, last: object, first: object) =>
    ({ id, sinceLast: last, sinceFirst: first }) as unknown as CountyIndicator;
  // p of ten to none is 2/1024, with Holm over three tests 0.0059; of five to none 2/32.
  const found = beyondChance([
    indicator('a', change(10, 0), change(5, 0)),
    indicator('b', { status: 'suppressed' }, change(0, 0)),
  ]);
  expect(found).toEqual({ sinceLast: ['a'], sinceFirst: [], tests: 3 });
});

describe('the layout of a county’s tables', () => {
  const listed = (labels: readonly string[]) =>
    labels.map((label, i) => ({
      id: `x${i}`,
      area: { qualityArea: 'okant', indicatorArea: null, source: 'unknown', basis: null },
      standings: { indicator: { id: `x${i}`, area: 'a', label } },
    })) as unknown as Parameters<typeof countyLayout>[0];
  const sizes = (labels: readonly string[], group: (id: string) => null | { sv: string; en: string }) =>
    countyLayout(listed(labels), group)[0]!.qualityAreas[0]!.blocks.map((b) => b.indicators.length);

  test('splits eleven questions into six and five', () => {
    expect(sizes(Array.from({ length: 11 }, (_, i) => `L${i}`), () => null)).toEqual([6, 5]); // prettier-ignore
    expect(MOST_COLUMNS).toBe(8);
  });

  test('never has the same label twice in a table', () => {
    const group = (id: string) => (id < 'x2' ? { sv: 'hem', en: 'home' } : { sv: 'boende', en: 'housing' });
    expect(sizes(['Hälsa', 'Mat', 'Hälsa', 'Mat'], group)).toEqual([2, 2]);
  });
});
