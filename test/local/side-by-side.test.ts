import { describe, expect, test } from 'vitest';
import { sideBySide } from '../../analysis/local/side-by-side.js';
import { localView } from '../../analysis/local/view.js';
import type { AnswerRow } from '../fixtures/data-folder.js';
import { notNumbers, smallPanel, unitList } from './small-panel.js';

const row = (id: string, year: number, ...answers: readonly (AnswerRow[3] | null)[]): AnswerRow[] =>
  answers.flatMap((a, i) => (a === null ? [] : [['abcd'[i]!, year, id, a] as const]));

const questions = ['p', 'q', 'r', 's'];
const view = localView(
  smallPanel({
    units: unitList(...'abcd'),
    indicators: [
      ...questions.map((id) => ({ id, area: 'x' })),
      { id: 'bad', area: 'x', better: 'lower' as const },
      { id: 'background', area: 'x', extra: { kind: 'bakgrund' } },
      { id: 'old', area: 'x' },
      { id: 'number', area: 'y', type: 'count' as const },
    ],
    answers: [
      ...row('p', 2017, 1, 0, 1, 1),
      ...row('old', 2017, 1, 0, 1, 1),
      ...row('p', 2018, 1, 0, 'bortfall', 1),
      ...row('q', 2018, 1, 0, 1, 1),
      ...row('r', 2018, 0, 'bortfall', 1, 1),
      ...row('s', 2018, 0.5, 1, 'bortfall', 1),
      ...row('bad', 2018, 0, 1, 0, 'ej-aktuellt'),
      ...row('background', 2018, 1, 1, 1, 1),
      ...row('number', 2018, 7, 3, 4, 5),
    ],
  }),
);
const found = sideBySide(view, [0, 1, 2]);

describe('units side by side', () => {
  test('have the share of desired answers, of what they answered and within what the unanswered allow', () => {
    // Counted: p, q, r, s and bad, of which Nej is desired. Not: background, the number, and what was not asked in 2018.
    expect(found.counted).toBe(5);
    const [a, b, c] = found.units.map((u) => u.share);
    expect(a).toMatchObject({ asked: 5, n: 5, yes: 3, partly: 1, share: 0.6, least: 0.6, most: 0.6 });
    expect(b).toMatchObject({ asked: 5, n: 4, yes: 1, partly: 0, share: 0.25, least: 0.2, most: 0.4 });
    expect(c).toMatchObject({ asked: 5, n: 3, yes: 3, share: 1, least: 0.6, most: 1 });
    // Wilson of 3 of 5: centre (0.6 + 3.8415/10) / (1 + 3.8415/5), half width 1.96·sqrt(0.24/5 + 3.8415/100) / 1.7683.
    expect(a!.interval!.low).toBeCloseTo(0.2307, 3);
    expect(a!.interval!.high).toBeCloseTo(0.8824, 3);
  });

  test('are compared like with like over the questions that all have answered', () => {
    // q and bad alone: p and s lack c, r lacks b.
    expect(found.units.map((u) => [u.share.common.yes, u.share.common.n])).toEqual([
      [2, 2],
      [0, 2],
      [2, 2],
    ]);
  });

  test('leave the common questions to those who answered anything', () => {
    const silent = localView(
      smallPanel({
        units: unitList('a', 'b', 'c'),
        indicators: [{ id: 'p', area: 'x' }],
        answers: [...row('p', 2018, 1, 0, 'bortfall')],
      }),
    );
    const { units } = sideBySide(silent, [0, 1, 2]);
    expect(units.map((u) => u.share.common.n)).toEqual([1, 1, 0]);
    expect(units[2]!.share).toMatchObject({ asked: 1, n: 0, share: null, interval: null, least: 0, most: 1 });
    expect(units[2]!.status.status).toBe('silent');
  });

  test('stand beside the nation, which is not shown where over 20 percent are missing', () => {
    // 20 asked, 4 missing: 20 percent is not over 20. Yes: p 2, q 3, r 2, s 2, bad 2.
    expect(found.nation).toEqual({ asked: 20, n: 16, share: 11 / 16, suppressed: false });
    const fewer = sideBySide(view, [0, 1], { year: 2017 });
    expect(fewer.nation).toMatchObject({ asked: 8, n: 8, share: 0.75 });
  });

  test('have every indicator in its latest year, and all years of each unit', () => {
    const old = found.indicators.find((i) => i.facts.id === 'old')!;
    expect(old.year).toBe(2017);
    expect(old.latest.map((s) => s.answer)).toEqual(['Ja', 'Nej', 'Ja']);
    expect(old.nations.map((r) => r.status)).toEqual(['shown', 'not-asked']);
    expect(old.standings[0]!.map((s) => s.status)).toEqual(['answered', 'not-asked']);
    expect(sideBySide(view, [0, 1], { year: 2017 }).never.map((f) => f.id)).toContain('q');
    expect(notNumbers(found)).toEqual([]);
  });

  test('are two to ten, each once, in a year of the data', () => {
    expect(() => sideBySide(view, [0])).toThrow('found 1 units to compare; expected 2 to 10');
    expect(() =>
      sideBySide(
        view,
        Array.from({ length: 11 }, (_, i) => i),
      ),
    ).toThrow('found 11 units');
    expect(() => sideBySide(view, [0, 1, 0])).toThrow('found a twice');
    expect(() => sideBySide(view, [0, 1], { year: 1999 })).toThrow('the data have no year 1999');
  });
});
