import { describe, expect, test } from 'vitest';
import { isBackground, standingAt, standingsOf } from '../../analysis/local/standing.js';
import { notNumbers, smallPanel, unitList } from './small-panel.js';

const item = 'eb-utredningsmall';

/** One year of a number for as many units as values. */
function numbers(values: readonly number[], better: 'higher' | 'lower' = 'higher', extra = {}) {
  const ids = values.map((_, i) => `u${String(i).padStart(2, '0')}`);
  const panel = smallPanel({
    units: unitList(...ids),
    indicators: [{ id: 'n', area: 'a', type: 'count', better, extra }],
    answers: ids.map((id, i) => [id, 2018, 'n', values[i]!]),
  });
  const standings = standingsOf(panel, 'n');
  return { colours: standings.cells.map((c) => c.colour), year: standings.years[0]! };
}

describe('a standing in words', () => {
  const panel = smallPanel({
    units: unitList('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'),
    indicators: [
      { id: item, area: 'eb', type: 'ordinal' },
      { id: 'other', area: 'eb' },
    ],
    answers: [
      ['a', 2017, item, 1],
      ['b', 2017, item, 0.5],
      ['c', 2017, item, 0],
      ['d', 2017, item, 'bortfall'],
      ['e', 2017, item, 'ej-aktuellt'],
      ['f', 2017, 'other', 1],
      ['h', 2017, item, 'kan-inte-svara'],
      ['i', 2017, item, 'undertryckt'],
      ['a', 2018, 'other', 1],
    ],
  });
  const standings = standingsOf(panel, item);
  const at = (u: number, t: number) => standingAt(standings, u, t);

  test('takes its colour from the answer: Ja green, Delvis yellow and without a number, Nej red', () => {
    expect(at(0, 0)).toMatchObject({
      answer: 'Ja',
      value: 100,
      colour: 'green',
      basis: 'answer',
      reason: null,
    });
    expect(at(1, 0)).toMatchObject({ answer: 'Delvis', value: null, colour: 'yellow', status: 'answered' });
    expect(at(2, 0)).toMatchObject({ answer: 'Nej', value: 0, colour: 'red' });
  });

  test('tells apart non-response, not applicable, cannot answer, suppressed, not asked of the unit, of nobody, and a unit without rows', () => {
    const of = (u: number, t: number) => [at(u, t).status, at(u, t).reason, at(u, t).colour, at(u, t).basis];
    expect(of(3, 0)).toEqual(['bortfall', 'bortfall', null, null]);
    expect(of(4, 0)).toEqual(['ej-aktuellt', 'ej-aktuellt', null, null]);
    expect(of(5, 0)).toEqual(['ej-samlad', 'ej-samlad', null, null]);
    expect(of(6, 0)).toEqual(['not-in-year', 'ej-samlad', null, null]);
    expect(of(7, 0)[0]).toBe('kan-inte-svara');
    expect(of(8, 0)[0]).toBe('undertryckt');
    expect(of(0, 1)).toEqual(['not-asked', 'ej-samlad', null, null]);
  });

  test('counts the colours of a year, and says where there are none', () => {
    expect(standings.years[0]).toEqual({
      year: 2017,
      n: 3,
      basis: 'answer',
      green: 1,
      yellow: 1,
      red: 1,
      limits: null,
      why: null,
    });
    expect(standings.years[1]).toMatchObject({ n: 0, basis: null, why: 'no-answers' });
    expect(notNumbers(standings)).toEqual([]);
  });

  test('turns where less is better', () => {
    const lower = smallPanel({
      units: unitList('a', 'b'),
      indicators: [{ id: 'x', area: 'a', better: 'lower' }],
      answers: [
        ['a', 2018, 'x', 1],
        ['b', 2018, 'x', 0],
      ],
    });
    expect(standingsOf(lower, 'x').cells.map((c) => c.colour)).toEqual(['red', 'green']);
  });

  test('of an unknown indicator is a UsageError that names it', () => {
    expect(() => standingsOf(panel, 'nope')).toThrow('no indicator nope');
  });
});

describe('a standing by quartiles', () => {
  test('is green for the best quarter, red for the worst and yellow between', () => {
    // Type 7 of 1..8: 2.75 and 6.25.
    const { colours, year } = numbers([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(colours.join(' ')).toBe('red red yellow yellow yellow yellow green green');
    expect(year).toMatchObject({
      basis: 'quartile',
      limits: { lower: 2.75, upper: 6.25, atLower: 0, atUpper: 0 },
    });
  });

  test('turns where less is better', () => {
    expect(numbers([1, 2, 3, 4, 5, 6, 7, 8], 'lower').colours.join(' ')).toBe(
      'green green yellow yellow yellow yellow red red',
    );
  });

  test('counts a value at the limit as beyond it, and tells how many are there', () => {
    // Type 7 of 1..9: 3 and 7.
    const { year } = numbers([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(year).toMatchObject({ green: 3, yellow: 3, red: 3, limits: { atLower: 1, atUpper: 1 } });
    const tied = numbers([1, 2, 3, 4, 5, 9, 9, 9, 9]);
    expect(tied.year).toMatchObject({ green: 4, red: 3, limits: { upper: 9, atUpper: 4 } });
  });

  test('where most share one value: green if none is better, red if none is worse, yellow between', () => {
    expect(numbers([50, 100, 100, 100, 100, 100, 100, 100]).year).toMatchObject({
      green: 7,
      red: 1,
      yellow: 0,
    });
    expect(numbers([50, 0, 0, 0, 0, 0, 0, 0]).year).toMatchObject({ green: 1, red: 7, yellow: 0 });
    expect(numbers([50, 0, 0, 0, 0, 0, 0, 0], 'lower').year).toMatchObject({ green: 7, red: 1 });
    expect(numbers([1, 5, 5, 5, 5, 5, 5, 5, 5, 9]).year).toMatchObject({ green: 1, red: 1, yellow: 8 });
  });

  test('has no colour with fewer than 8 units, without spread, or for background', () => {
    expect(numbers([1, 2, 3, 4, 5, 6, 7])).toMatchObject({ year: { basis: null, why: 'few-units', n: 7 } });
    const flat = numbers([4, 4, 4, 4, 4, 4, 4, 4]);
    expect(flat.year).toMatchObject({ why: 'no-spread', green: 0 });
    expect(new Set(flat.colours)).toEqual(new Set([null]));
    const background = numbers([1, 2, 3, 4, 5, 6, 7, 8], 'higher', { kind: 'bakgrund' });
    expect(background).toMatchObject({ year: { basis: null, why: 'background', n: 8, green: 0 } });
    expect(new Set(background.colours)).toEqual(new Set([null]));
  });

  test('knows a background indicator by the column kind', () => {
    const base = { id: 'x', area: 'a', label: 'x', type: 'count', better: 'higher' } as const;
    expect(isBackground({ ...base, extra: { kind: 'process' } })).toBe(false);
    expect(isBackground({ ...base, extra: { kind: 'background' } })).toBe(true);
  });
});
