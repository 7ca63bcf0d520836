import { describe, expect, test } from 'vitest';
import { acrossAreas } from '../../analysis/local/across-areas.js';
import { commonAreas } from '../../analysis/local/common-areas.js';
import { areasToImprove } from '../../analysis/local/improve.js';
import { improvers } from '../../analysis/local/improvers.js';
import { localView } from '../../analysis/local/view.js';
import type { AnswerRow } from '../fixtures/data-folder.js';
import { notNumbers, smallPanel, unitList } from './small-panel.js';

/** Answers of one indicator and year to units a, b, c ... in order; null for no row. */
const row = (id: string, year: number, ...answers: readonly (AnswerRow[3] | null)[]): AnswerRow[] =>
  answers.flatMap((a, i) => (a === null ? [] : [['abcdefghij'[i]!, year, id, a] as const]));

const viewOf = (units: string, ids: readonly string[], answers: readonly AnswerRow[]) =>
  localView(
    smallPanel({
      units: unitList(...units),
      indicators: ids.map((id) => ({ id, area: 'a' })),
      answers,
    }),
  );

describe('areas to improve', () => {
  const isu = 'eb-isu-anvant';
  const mall = 'eb-utredningsmall';
  const ids = [
    'eb-intern-lss',
    'eb-extern-primarvard',
    'eb-radgivning',
    'mine',
    mall,
    isu,
    'eb-audit',
    'eb-dudit',
  ];
  // Unit a is judged against b, c and d.
  const view = viewOf('abcd', ids, [
    ...row('eb-intern-lss', 2016, 1),
    ...row('eb-intern-lss', 2017, 0),
    ...row('eb-intern-lss', 2018, 0, 1, 1, 0),
    ...row('eb-extern-primarvard', 2016, 0),
    ...row('eb-extern-primarvard', 2017, 0),
    ...row('eb-extern-primarvard', 2018, 0, 1, 1, 0),
    ...row('eb-radgivning', 2018, 0, 0, 0, 0),
    ...row('mine', 2018, 0, 1, 1, 1),
    ...row(mall, 2018, 0.5, 1, 1, 1),
    ...row(isu, 2018, 0.5, 1, 0, 0),
    ...row('eb-audit', 2018, 1, 0, 0, 0),
    ...row('eb-dudit', 2018, 0, 1, 'bortfall', 1),
  ]);
  const found = areasToImprove(view, 0, 2, [0, 1, 2, 3]);

  test('come red before yellow, then by the share of the group ahead, then by how long they have lasted', () => {
    expect(found.ranked.map((e) => [e.indicator, Math.round(e.ahead!), e.lasting, e.since])).toEqual([
      ['mine', 100, 1, 2018],
      ['eb-extern-primarvard', 67, 3, 2016],
      ['eb-intern-lss', 67, 2, 2017],
      [mall, 100, 1, 2018],
    ]);
    expect(found.judged).toBe(8);
    expect(notNumbers(found)).toEqual([]);
  });

  test('are those where more of the group do better than worse; the others are shared with it', () => {
    expect(found.shared.map((e) => [e.indicator, Math.round(e.ahead!), Math.round(e.behind!)])).toEqual([
      ['eb-radgivning', 0, 0],
      [isu, 33, 67],
    ]);
  });

  test('are set apart where the group’s number is suppressed', () => {
    expect(found.withoutComparison).toMatchObject([
      { indicator: 'eb-dudit', ahead: null, behind: null, group: { status: 'suppressed' } },
    ]);
    const alone = areasToImprove(view, 0, 2, [0]);
    expect(alone.ranked).toEqual([]);
    expect(alone.withoutComparison[0]!.group.status).toBe('no-members');
  });

  test('stand under their quality and indicator areas in the guide’s order, unknown ones last', () => {
    expect(found.areas.map((a) => [a.qualityArea, a.indicatorArea?.sv ?? null, a.entries.length])).toEqual([
      ['kunskapsbaserad', 'Strukturerad utredningsmall', 1],
      ['helhetssyn', 'Extern samverkan i enskilda ärenden', 1],
      ['helhetssyn', 'Intern samordning i enskilda ärenden', 1],
      ['okant', null, 1],
    ]);
  });

  test('are none for a unit that did not answer', () => {
    expect(areasToImprove(view, 1, 0, [0])).toMatchObject({ ranked: [], judged: 0, areas: [] });
  });
});

describe('common areas', () => {
  test('are indicators on which at least half of the answering units are red or yellow', () => {
    const ids = ['half', 'less', 'more', 'hidden'];
    const view = viewOf('abcde', ids, [
      ...row('half', 2018, 0, 0, 1, 1, 'kan-inte-svara'),
      ...row('less', 2018, 0, 1, 1, 1, 1),
      ...row('more', 2018, 0, 0, 0, 0, 1),
      ...row('hidden', 2018, 0, 0, 0, 'bortfall', 'bortfall'),
    ]);
    const found = commonAreas(view, [0, 1, 2, 3, 4], 0);
    expect(found.areas.flatMap((a) => a.entries.map((e) => [e.indicator, e.red, e.judged]))).toEqual([
      ['more', [0, 1, 2, 3], 5],
      ['half', [0, 1], 4],
    ]);
    expect(found.suppressed.map((e) => e.indicator)).toEqual(['hidden']);
    expect(notNumbers(found)).toEqual([]);
  });

  test('of numbers need half to be red, since quartiles make most units yellow or red', () => {
    const view = localView(
      smallPanel({
        units: unitList(...'abcdefgh'),
        indicators: [{ id: 'n', area: 'a', type: 'count' }],
        answers: [...'abcdefgh'].map((u, i) => [u, 2018, 'n', i] as const),
      }),
    );
    // a and b are red, c to f yellow.
    const common = (members: readonly number[]) => commonAreas(view, members, 0).areas.length;
    expect(common([0, 1, 2, 3])).toBe(1);
    expect(common([0, 2, 3])).toBe(0);
  });

  test('of a county with one unit, or without answers, say so', () => {
    const view = viewOf('abc', ['x', 'y'], [...row('x', 2018, 0, 'bortfall', 'bortfall')]);
    expect(commonAreas(view, [0], 0)).toEqual({
      year: 2018,
      status: 'single-unit',
      areas: [],
      suppressed: [],
    });
    expect(commonAreas(view, [1, 2], 0).status).toBe('no-answers');
  });
});

test('improvers were red or yellow, became green, and still are', () => {
  const view = viewOf(
    'abcdefg',
    ['eb-isu-anvant'],
    [
      ...row('eb-isu-anvant', 2016, 0, 0, 0, 1, 0.5, 'bortfall', 0),
      ...row('eb-isu-anvant', 2017, 1, 'bortfall', 1, 1, 0.5, 1, 1),
      ...row('eb-isu-anvant', 2018, 1, 1, 0, 1, 1, 1, 'bortfall'),
    ],
  );
  const found = improvers(view, [0, 1, 2, 3, 4, 5, 6], 2);
  expect(found.map((i) => [i.unit, i.before.year, i.before.answer, i.became.year, i.greenYears])).toEqual([
    [1, 2016, 'Nej', 2018, 1],
    [4, 2017, 'Delvis', 2018, 1],
    [0, 2016, 'Nej', 2017, 2],
  ]);
  expect(found.every((i) => i.now.answer === 'Ja' && i.comparable === true)).toBe(true);
});

test('no improvement is claimed between years that cannot be compared', () => {
  const panel = smallPanel({
    units: unitList('a'),
    indicators: [{ id: 'x', area: 'a', label: 'Kartläggning av våld mot vuxna' }],
    answers: [...row('x', 2016, 0), ...row('x', 2017, 1), ...row('x', 2018, 1)],
  });
  expect(improvers(localView(panel), [0], 2)).toEqual([]);
});

test('a question of several areas tells in which of them there is something to improve', () => {
  const view = viewOf(
    'a',
    ['ao-audit', 'eb-audit', 'eb-extern-primarvard', 'bou-extern-primarvard', 'ao-dudit'],
    [
      ...row('ao-audit', 2018, 0),
      ...row('eb-audit', 2018, 0),
      ...row('eb-extern-primarvard', 2018, 1),
      ...row('bou-extern-primarvard', 2018, 0),
      ...row('ao-dudit', 2018, 0),
    ],
  );
  const found = acrossAreas(view, 0, 0);
  expect(found.map((q) => [q.question, q.toImprove, q.several])).toEqual([
    ['audit', ['ekonomiskt-bistand', 'aldreomsorg'], true],
    ['samverkan-primarvard', ['barn-och-unga'], false],
  ]);
  expect(found[1]!.notInData).toEqual(['vald-i-nara-relation']);
});
