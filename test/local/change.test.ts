import { describe, expect, test } from 'vitest';
import { yearsCompared } from '../../analysis/local/comparable.js';
import { unitChange, unitChanges } from '../../analysis/local/change.js';
import { groupChange, groupChanges } from '../../analysis/local/group-change.js';
import { localView } from '../../analysis/local/view.js';
import type { IndicatorRecord } from '../../data/records.js';
import { notNumbers, smallPanel, unitList } from './small-panel.js';

const indicator = (id: string, label = id): IndicatorRecord => ({
  id, label, area: 'a', type: 'binary', better: 'higher', extra: {},
}); // prettier-ignore

describe('whether years can be compared', () => {
  test('partly where the guide of 2017 lists the item, and only across 2017', () => {
    const young = indicator('eb-arbetsmarknad-18-24');
    expect(yearsCompared(young, 2016, 2017)).toMatchObject({
      comparable: 'partly',
      notes: [{ kind: 'definition-changed', year: 2017, source: 'guide-2017' }],
    });
    expect(yearsCompared(young, 2016, 2020).comparable).toBe('partly');
    expect(yearsCompared(young, 2017, 2020)).toEqual({ comparable: true, notes: [] });
  });

  test('with the appendix’s note and the guide’s, where both have one', () => {
    const { notes } = yearsCompared(indicator('eb-utredningsmall'), 2016, 2017);
    expect(notes.map((n) => n.kind === 'definition-changed' && n.source)).toEqual(['appendix', 'guide-2017']);
  });

  test('not where the guide says so, by its own name on another panel', () => {
    const own = indicator('mine', 'Kartläggning av våld mot vuxna');
    expect(yearsCompared(own, 2016, 2017).comparable).toBe(false);
    expect(yearsCompared(own, 2017, 2018)).toEqual({ comparable: true, notes: [{ kind: 'unlisted' }] });
    expect(yearsCompared(indicator('mine', 'Har tillgång till juridiskt stöd'), 2016, 2017).comparable).toBe(
      'partly',
    );
  });

  test('partly across 2016, when the municipal survey was remade, and where another question was asked', () => {
    expect(yearsCompared(indicator('eb-radgivning'), 2015, 2016)).toEqual({
      comparable: 'partly',
      notes: [{ kind: 'survey-remade', year: 2016 }],
    });
    expect(yearsCompared(indicator('eb-radgivning'), 2016, 2020)).toEqual({ comparable: true, notes: [] });
    expect(yearsCompared(indicator('eb-audit'), 2016, 2017)).toEqual({
      comparable: 'partly',
      notes: [{ kind: 'other-question', year: 2016 }],
    });
  });
});

const violence = 'violence';
const panel = smallPanel({
  units: unitList('a', 'b', 'c', 'd', 'e'),
  indicators: [
    { id: 'eb-radgivning', area: 'eb' },
    { id: violence, area: 'eb', label: 'Kartläggning av våld mot vuxna' },
    { id: 'days', area: 'eb', type: 'count', better: 'lower' },
    { id: 'once', area: 'eb' },
  ],
  answers: [
    ['a', 2015, 'eb-radgivning', 1],
    ['a', 2016, 'eb-radgivning', 0],
    ['b', 2016, 'eb-radgivning', 1],
    ['c', 2016, 'eb-radgivning', 1],
    ['d', 2016, 'eb-radgivning', 0],
    ['e', 2016, 'eb-radgivning', 'bortfall'],
    ['a', 2017, 'eb-radgivning', 1],
    ['b', 2017, 'eb-radgivning', 1],
    ['d', 2017, 'eb-radgivning', 0],
    ['e', 2017, 'eb-radgivning', 1],
    ['a', 2016, violence, 0],
    ['a', 2017, violence, 1],
    ['a', 2016, 'days', 10],
    ['a', 2017, 'days', 12],
    ['b', 2016, 'days', 10],
    ['b', 2017, 'days', 4],
    ['a', 2017, 'once', 1],
  ],
});
const view = localView(panel);
const [advice, map, days, once] = view.indicators.map((i) => i.standings);
const [t2015, t2016, t2017] = [0, 1, 2];

describe('the change of a unit', () => {
  test('is towards Ja, and since the first year is since 2016 and not before', () => {
    const changes = unitChanges(panel, view.indicators[0]!, 0, t2017);
    expect(changes.sinceLast).toMatchObject({
      from: 2016,
      to: 2017,
      status: 'compared',
      direction: 'better',
    });
    expect(changes.sinceFirst).toMatchObject({ from: 2016, direction: 'better' });
    expect(unitChange(advice!, 0, t2015, t2017)).toMatchObject({ direction: 'same', comparable: 'partly' });
  });

  test('of a number takes the difference, and less is better where the indicator says so', () => {
    expect(unitChange(days!, 0, t2016, t2017)).toMatchObject({ difference: 2, direction: 'worse' });
    expect(unitChange(days!, 1, t2016, t2017)).toMatchObject({ difference: -6, direction: 'better' });
  });

  test('has no direction between years that cannot be compared, but both results', () => {
    const change = unitChange(map!, 0, t2016, t2017);
    expect(change).toMatchObject({ status: 'not-comparable', direction: null, comparable: false });
    expect([change.before!.answer, change.after.answer]).toEqual(['Nej', 'Ja']);
    expect(change.notes).toHaveLength(1);
  });

  test('says so where an answer is missing, nobody was asked, or there is no earlier year', () => {
    expect(unitChange(advice!, 4, t2016, t2017)).toMatchObject({ status: 'no-answer', direction: null });
    expect(unitChange(once!, 0, t2016, t2017)).toMatchObject({ status: 'not-asked' });
    expect(unitChanges(panel, view.indicators[3]!, 0, t2017).sinceFirst).toMatchObject({
      status: 'no-earlier-year',
      from: null,
    });
    expect(unitChanges(panel, view.indicators[0]!, 0, t2015).sinceLast.status).toBe('no-earlier-year');
  });
});

describe('the change of a group', () => {
  test('is over the units that answered in both years', () => {
    // a Nej-Ja, b Ja-Ja, d Nej-Nej; c was not asked in 2017.
    const change = groupChange(panel, view.indicators[0]!, [0, 1, 2, 3], t2016, t2017);
    expect(change).toMatchObject({ status: 'compared', pairs: 3, improved: 1, worsened: 0, same: 2 });
    expect(change.before).toBeCloseTo(100 / 3);
    expect(change.after).toBeCloseTo(200 / 3);
    expect(change.direction).toBe('better');
  });

  test('turns where less is better', () => {
    const change = groupChange(panel, view.indicators[2]!, [0, 1], t2016, t2017);
    expect(change).toMatchObject({
      before: 10,
      after: 8,
      difference: -2,
      direction: 'better',
      improved: 1,
      worsened: 1,
    });
  });

  test('is not given where the 20 percent rule hides a year, no unit answered twice, or nobody was asked', () => {
    const of = (members: readonly number[], i = 0) =>
      groupChange(panel, view.indicators[i]!, members, t2016, t2017).status;
    expect(of([0, 1, 4])).toBe('suppressed');
    expect(of([4])).toBe('no-pairs');
    expect(of([0], 1)).toBe('not-comparable');
    expect(of([0], 3)).toBe('not-asked');
    expect(groupChanges(panel, view.indicators[3]!, [0], t2017).sinceFirst.status).toBe('no-earlier-year');
    expect(notNumbers(groupChange(panel, view.indicators[0]!, [], t2016, t2017))).toEqual([]);
  });
});
