import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../analysis/estimate.js';
import { results } from '../../analysis/manifest.js';
import { type EventDates, eventStudy } from '../../analysis/models/event-study.js';
import { eventTimes } from '../../analysis/models/event-times.js';
import { allOutcomes } from '../../analysis/panel/outcomes.js';
import { buildPanel, type Panel } from '../../analysis/panel/panel.js';
import { readResults } from '../../analysis/read-results.js';
import { defaultSpecification as spec, type Specification } from '../../analysis/specification.js';
import { createRng, deriveSeed } from '../../analysis/stats/index.js';
import { packageVersion } from '../../data/version.js';
import { messages } from '../../reports/locales/language.js';
import { buildTables } from '../../reports/tables/build.js';
import { eventGrids } from '../../reports/tables/event-grid.js';
import { type AnswerRow, dataFolder } from '../fixtures/data-folder.js';
import { notFinite } from '../stats/tolerance.js';

const UNITS = Array.from({ length: 60 }, (_, i) => String(100 + i).padStart(4, '0'));
const YEARS = [2016, 2017, 2018, 2019, 2020];
const HOSTILE = '<script>alert(1)</script> "å" | \u202e 😀';

type Answer = (unit: number, year: number, noise: number) => AnswerRow[3] | null;

function panelOf(answers: Readonly<Record<string, Answer>>): Panel {
  const ids = Object.keys(answers);
  const rows = ids.flatMap((id) => {
    const rng = createRng(deriveSeed(11, id));
    return UNITS.flatMap((unit, u) =>
      YEARS.flatMap((year): AnswerRow[] => {
        const value = answers[id]!(u, year, rng.normal());
        return value === null ? [] : [[unit, year, id, value]];
      }),
    );
  });
  return buildPanel(
    dataFolder({
      units: UNITS.map((id) => ({ id })),
      indicators: ids.map((id) => ({ id, area: 'skola', type: 'share', label: HOSTILE })),
      answers: rows,
    }),
  );
}

const NEVER = null;
const datesOf = (first: (unit: number) => number | null): EventDates =>
  new Map(UNITS.map((_, u) => [u, first(u)]));
const staggered = (u: number) => [2017, 2018, 2019, NEVER, NEVER][u % 5]!;
const treatedSince = (u: number, year: number) => {
  const first = staggered(u);
  return first === null ? -1 : year - first;
};

/** Five points from the first year on, two more each year. */
const growing: Answer = (u, year, noise) => {
  const time = treatedSince(u, year);
  return 40 + (u % 7) + (year - 2016) + (time >= 0 ? 5 + 2 * time : 0) + noise;
};

const study = (panel: Panel, dates: EventDates, specification: Specification = spec) =>
  eventStudy(panel, allOutcomes(panel, specification), dates, specification);
const run = {
  version: packageVersion(),
  node: 'v20',
  command: 'oj event x.csv',
  time: '2021-06-17T12:00:00Z',
};
const column = (estimates: readonly Estimate[], name: string, id = 'x') =>
  estimates.find((e) => e.column === name && e.indicator === id)!;

describe('an event study of a panel', () => {
  const panel = panelOf({ x: growing });
  const estimates = study(panel, datesOf(staggered));

  test('has a column for every event time of the window but the reference, then the three overall ones', () => {
    expect(estimates.map((e) => e.column)).toEqual([
      't-3',
      't-2',
      't+0',
      't+1',
      't+2',
      't+3',
      'att',
      'twfe',
      'diff',
    ]);
    expect(column(estimates, 't+0')).toMatchObject({
      id: 'event-study:skola/x/t+0',
      model: 'event-study',
      table: 'event-study:skola',
      status: 'ok',
      n: 300,
      units: 60,
      clusters: 60,
      df: 59,
      dropped: {},
      mark: '++',
    });
    expect(column(estimates, 'diff')).toMatchObject({ n: 240, dropped: { 'no-earlier-year': 60 } });
  });

  test('finds the effects that the data were made with, and none before', () => {
    for (const [time, truth] of [[-3, 0], [-2, 0], [0, 5], [1, 7], [2, 9], [3, 11]] as const) {
      const e = column(estimates, `t${time < 0 ? '' : '+'}${time}`);
      expect(Math.abs(e.estimate! - truth)).toBeLessThan(3.5 * e.se!);
      expect(e.se).toBeLessThan(1);
    } // prettier-ignore
    const rows = [12 * 3, 12 * 3, 12 * 2, 12];
    const truth = (5 * rows[0]! + 7 * rows[1]! + 9 * rows[2]! + 11 * rows[3]!) / (12 * 9);
    const att = column(estimates, 'att');
    expect(Math.abs(att.estimate! - truth)).toBeLessThan(3.5 * att.se!);
    expect(att.extra).toMatchObject({
      treatedUnits: 36,
      controlUnits: 24,
      treatedRows: 108,
      control: 'never-treated',
      cohorts: [2017, 2018, 2019].map((year) => ({ year, units: 12 })),
    });
    const leads = att.extra['leadsTest'] as { hypothesis: string; p: number; df: number; df2: number };
    expect(leads).toMatchObject({
      df: 2,
      df2: 59,
      hypothesis: 'the effects at event times -3, -2 are all 0',
    });
    expect(leads.p).toBeGreaterThan(0.01);
  });

  test('carries power, the plain coefficient beside each effect, and the static weights', () => {
    const e = column(estimates, 't+2');
    expect(e.extra['minimumDetectable']).toBeGreaterThan(2 * e.se!);
    expect(e.extra['shares']).toEqual([2017, 2018].map((cohort) => ({ cohort, share: 0.5 })));
    const plain = e.extra['leadsAndLags'] as Record<string, number>;
    expect(plain['foreignWeight']).toBeGreaterThan(0);
    expect(column(estimates, 'twfe').extra['staticWeights']).toMatchObject({ cells: 9 });
    const margin = { ...spec.inference.margin, procent: 20 };
    const asked = study(panel, datesOf(staggered), { ...spec, inference: { ...spec.inference, margin } });
    for (const name of ['t+0', 'att', 'twfe', 'diff'])
      expect(column(asked, name).extra['equivalence']).toMatchObject({ margin: 20, verdict: 'both' });
  });

  test('is finite, and survives results.json', () => {
    expect(notFinite(estimates)).toEqual([]);
    const text = JSON.stringify(results(panel, spec, estimates, run));
    expect(readResults(text, 'results.json').estimates).toHaveLength(9);
  });

  test.each(['sv', 'en'] as const)('is shown in tables of marks and of numbers (%s)', (lang) => {
    const found = results({ ...panel, synthetic: true }, spec, estimates, run);
    const [table] = buildTables(found, null, lang);
    expect(table!.headerRows[0]!.map((h) => h.text)).toContain('t−3');
    expect(table!.notes.join(' ')).toContain('Sun');
    expect(table!.synthetic).toBe(true);
    const [grid] = eventGrids(found, lang);
    expect(grid!.rows[0]).toHaveLength(grid!.head.length);
    expect(grid!.rows[0]![0]).toBe(HOSTILE);
    expect(grid!.notes.at(-1)).toBe(messages(lang).tables.notes.synthetic);
    expect(JSON.stringify([table, grid])).not.toMatch(/NaN|undefined/);
  });
});

describe('rows of an event study', () => {
  test('are used or dropped with a reason, all of them', () => {
    const panel = panelOf({
      x: (u, year, noise) => (u % 11 === 3 && year === 2018 ? 'bortfall' : growing(u, year, noise)),
    });
    const dates = new Map(datesOf((u) => (u % 10 === 0 ? 2015 : u % 10 === 5 ? 2016 : staggered(u))));
    dates.delete(3);
    for (const e of study(panel, dates)) {
      const dropped = Object.values(e.dropped).reduce((a, b) => a + b, 0);
      expect(e.n! + dropped, e.column!).toBe(300);
      // Units 0, 5, 10 ...: 12 of them; 25 has no answer in 2018. Unit 3 has no date, and no answer in 2018.
      expect(e.dropped).toMatchObject({ 'always-treated': 59, 'no-date': 4, bortfall: 6 });
    }
  });

  test('of another indicator with fewer years leave its distant event times empty', () => {
    const panel = panelOf({ x: growing, y: (u, year, noise) => (year < 2018 ? null : growing(u, year, noise)) });
    const estimates = study(panel, datesOf(staggered));
    expect(column(estimates, 't-3', 'y')).toMatchObject({ status: 'not-estimable', reason: 'event-time-outside' });
    expect(column(estimates, 't+1', 'y')).toMatchObject({ status: 'ok' });
  }); // prettier-ignore

  test('of few treated units at an event time make no estimate there', () => {
    const panel = panelOf({
      x: (u, year, noise) => (u < 4 && year === 2020 ? 'bortfall' : growing(u, year, noise)),
    });
    const estimates = study(
      panel,
      datesOf((u) => (u < 8 ? 2017 : u < 20 ? 2019 : NEVER)),
    );
    expect(column(estimates, 't+3')).toMatchObject({ reason: 'too-few-treated', estimate: null, mark: null });
    expect(column(estimates, 't+3').extra['treatedUnits']).toBe(4);
    expect(column(estimates, 't+0')).toMatchObject({ status: 'ok', n: 296 });
  });

  test('of cohorts too small to be compared are left out, as many as the specification says', () => {
    const dates = datesOf((u) => (u < 5 ? 2017 : u < 20 ? 2019 : NEVER));
    const panel = panelOf({ x: growing });
    const att = column(study(panel, dates), 'att');
    expect(att).toMatchObject({ n: 275, dropped: { 'small-cohort': 25 } });
    expect(att.extra['cohorts']).toEqual([{ year: 2019, units: 15 }]);
    const all = study(panel, dates, { ...spec, users: { ...spec.users, minimumGroup: 5 } });
    expect(column(all, 'att')).toMatchObject({ n: 300, dropped: {} });
  });

  test('of the last cohort are the control where all are treated', () => {
    const dates = datesOf((u) => [2018, 2020][u % 2]!);
    const estimates = study(panelOf({ x: growing }), dates);
    expect(estimates.map((e) => e.column)).toEqual(['t-2', 't+0', 't+1', 'att', 'twfe', 'diff']);
    expect(column(estimates, 'att')).toMatchObject({ n: 240, dropped: { 'after-last-adoption': 60 } });
    expect(column(estimates, 'att').extra['control']).toBe('last-treated');
  });
});

describe('an event study is refused', () => {
  const panel = panelOf({ x: growing });
  test.each([
    ['no-dates', new Map()],
    ['nobody-treated', datesOf(() => NEVER)],
    ['nobody-treated', datesOf((u) => (u % 2 ? 2024 : NEVER))],
    ['no-pre-period', datesOf((u) => (u % 2 ? 2016 : NEVER))],
    ['one-adoption-period', datesOf(() => 2018)],
    ['too-few-treated', datesOf((u) => (u < 5 ? 2018 : NEVER))],
    ['too-few-controls', datesOf((u) => (u < 55 ? 2018 : NEVER))],
  ] as [string, EventDates][])('with %s, in words of both languages', (reason, dates) => {
    const estimates = study(panel, dates);
    expect(estimates.length).toBeGreaterThanOrEqual(3);
    for (const e of estimates) {
      expect(e).toMatchObject({ status: 'not-estimable', reason, estimate: null, mark: null });
      for (const lang of ['sv', 'en'] as const)
        expect(Object.keys(messages(lang).reasons)).toEqual(expect.arrayContaining([e.reason, ...Object.keys(e.dropped)])); // prettier-ignore
    }
  });

  test('where the outcome is constant, or has no answers', () => {
    expect(column(study(panelOf({ x: () => 50 }), datesOf(staggered)), 'att').reason).toBe(
      'constant-outcome',
    );
    const empty = study(panelOf({ x: () => 'bortfall' }), datesOf(staggered));
    expect(new Set(empty.map((e) => e.reason))).toEqual(new Set(['no-observations']));
  });

  test('for a window that is none', () => {
    const run = (leads: number, lags: number) => () =>
      eventStudy(panel, allOutcomes(panel, spec), datesOf(staggered), spec, { leads, lags });
    expect(run(1, 3)).toThrow('leads: found 1; expected a whole number from 2');
    expect(run(3, 0.5)).toThrow('lags: found 0.5');
  });
});

test.each([
  ['controls', [2017, 2019, null], [-3, -2, 0, 1, 2, 3]],
  ['controls that are treated later', [2018, 2030], [-2, 0, 1, 2]],
  ['the last cohort', [2017, 2019], [0, 1]],
  ['nobody treated', [null, null], []],
  ['all treated at once', [2018, 2018], []],
  ['all treated from the start', [2010, null], []],
])('event times that can be reached with %s', (_, dates, times) => {
  expect(eventTimes(dates, { first: 2016, last: 2020 }, { leads: 3, lags: 3 })).toEqual(times);
});
