import { describe, expect, test } from 'vitest';
import { groupResult } from '../../analysis/local/groups.js';
import { wilsonInterval } from '../../analysis/local/interval.js';
import { localView } from '../../analysis/local/view.js';
import type { MissingReason } from '../../data/records.js';
import { notNumbers, smallPanel, unitList } from './small-panel.js';

type Given = number | MissingReason;

function resultOf(answers: readonly Given[], type: 'binary' | 'share' | 'count' = 'binary', id = 'x') {
  const ids = answers.map((_, i) => `u${i}`);
  const panel = smallPanel({
    units: unitList(...ids, 'stranger'),
    indicators: [
      { id, area: 'a', type },
      { id: 'other', area: 'a' },
    ],
    answers: [
      ...answers.map((a, i) => [ids[i]!, 2018, id, a] as const),
      ['stranger', 2018, id, type === 'binary' ? 0 : 99],
      ['stranger', 2019, 'other', 1],
    ],
  });
  const { series } = localView(panel).indicators[0]!;
  const members = ids.map((_, i) => i);
  return {
    at: (t: number, units: readonly number[] = members) => groupResult(panel, series, t, units),
  };
}

const of = (answers: readonly Given[], type?: 'binary' | 'share' | 'count', id?: string) => {
  const result = resultOf(answers, type, id).at(0);
  expect(notNumbers(result)).toEqual([]);
  return result;
};

describe('the result of a group', () => {
  test('is Ja in percent of those answering, Delvis not Ja, with Wilson’s interval', () => {
    const result = of([1, 1, 1, 1, 1, 1, 0.5, 0, 'bortfall', 'bortfall'], 'binary', 'eb-utredningsmall');
    expect(result).toMatchObject({
      asked: 10,
      n: 8,
      members: 10,
      status: 'shown',
      value: 75,
      method: 'wilson',
    });
    expect(result).toMatchObject({ missing: { bortfall: 2 }, missingShare: 0.2, suppressed: false });
    // R: prop.test(6, 8, correct = FALSE)
    expect(result.interval!.low).toBeCloseTo(40.9275, 3);
    expect(result.interval!.high).toBeCloseTo(92.852, 3);
  });

  test('is suppressed where non-response, unknown and Ej aktuellt pass 20 percent of those asked', () => {
    const result = of([1, 1, 1, 1, 1, 1, 1, 'bortfall', 'ej-aktuellt', 'okand']);
    expect(result).toMatchObject({
      status: 'suppressed',
      suppressed: true,
      value: null,
      interval: null,
      n: 7,
    });
    expect(result.missingShare).toBeCloseTo(0.3);
  });

  test('is shown where units cannot answer, or were not asked: the rule does not count them', () => {
    const result = of([1, 0, 'kan-inte-svara', 'kan-inte-svara', 'ej-samlad']);
    expect(result).toMatchObject({ status: 'shown', value: 50, asked: 4, n: 2, missingShare: 0 });
    expect(result.missing).toEqual({ 'kan-inte-svara': 2, 'ej-samlad': 1 });
  });

  test('is the unweighted mean of a number, with Student’s t', () => {
    const result = of([1, 2, 3, 4], 'count');
    // R: t.test(1:4)
    expect(result).toMatchObject({ value: 2.5, method: 't', n: 4 });
    expect(result.interval!.low).toBeCloseTo(0.4457397, 6);
    expect(result.interval!.high).toBeCloseTo(4.5542603, 6);
  });

  test('keeps the interval of a mean of shares within 0 and 100', () => {
    expect(of([0, 100], 'share').interval).toEqual({ low: 0, high: 100 });
    expect(of([40, 40, 40], 'share').interval).toEqual({ low: 40, high: 40 });
  });

  test('of one unit is that unit’s own and says so', () => {
    expect(of([1])).toMatchObject({
      single: true,
      value: 100,
      answer: 'Ja',
      interval: null,
      status: 'shown',
    });
    expect(of([0.5], 'binary', 'eb-utredningsmall')).toMatchObject({
      single: true,
      value: null,
      answer: 'Delvis',
      status: 'shown',
    });
    expect(of([37], 'share')).toMatchObject({ single: true, value: 37, interval: null });
    expect(of(['bortfall'])).toMatchObject({ single: true, value: null, status: 'nobody-answered' });
  });

  test('says why there is no number: nobody answered, nobody was asked, no members', () => {
    expect(of(['kan-inte-svara', 'bortfall'])).toMatchObject({
      status: 'nobody-answered',
      value: null,
      n: 0,
    });
    const { at } = resultOf([1, 0]);
    expect(at(1)).toMatchObject({ status: 'not-asked', asked: 0, missingShare: null, suppressed: false });
    expect(at(0, [])).toMatchObject({ status: 'no-members', members: 0, value: null });
  });
});

test('Wilson’s interval ends at 0 and 1 exactly', () => {
  // R: prop.test(0, 5, correct = FALSE)
  expect(wilsonInterval(0, 5).low).toBe(0);
  expect(wilsonInterval(0, 5).high).toBeCloseTo(0.434482, 5);
  expect(wilsonInterval(5, 5).high).toBe(1);
});
