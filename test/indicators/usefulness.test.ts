import { describe, expect, test } from 'vitest';
import { indicatorCards, type CriterionKey } from '../../analysis/indicators/index.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import { type Answer, cardOf, panelOf, yesNo } from './fixture.js';

const criterion = (card: ReturnType<typeof cardOf>, key: CriterionKey) =>
  card.profile.find((c) => c.key === key)!;
const many = (n: number, answer: Answer) => Array<Answer>(n).fill(answer);

describe('room to improve', () => {
  test.each([
    [95, 5, 'not-met', 'goal-share'],
    [90, 10, 'not-met', 'goal-share'],
    [85, 15, 'partly', 'goal-share'],
    [79, 21, 'met', 'goal-share'],
    [21, 79, 'met', 'goal-share-low'],
    [20, 80, 'partly', 'goal-share-low'],
    [10, 90, 'not-met', 'goal-share-low'],
  ])('%i of 100 with Ja', (yes, no, verdict, measure) => {
    const card = cardOf({ 2019: yesNo(50, 50), 2020: yesNo(yes, no) });
    expect(criterion(card, 'room')).toMatchObject({ verdict, measure, value: yes / 100 });
  });
});

describe('answered', () => {
  test('fails where the national number may not be published', () => {
    const card = cardOf({ 2019: yesNo(40, 40), 2020: [...yesNo(30, 30), ...many(20, 'ej-aktuellt')] });
    expect(criterion(card, 'answered')).toMatchObject({
      verdict: 'not-met', measure: 'suppressing-share', value: 0.25, met: 0.2,
    }); // prettier-ignore
    expect(card.advice).toMatchObject({ key: 'repair' });
  });
  test('fails where few answers can be used', () => {
    const card = cardOf({ 2019: yesNo(40, 40), 2020: [...yesNo(20, 20), ...many(40, 'kan-inte-svara')] });
    expect(criterion(card, 'answered')).toMatchObject({
      verdict: 'not-met',
      measure: 'on-scale-share',
      value: 0.5,
    });
  });
  test('is met in part where a county is suppressed and the nation is not', () => {
    // Units alternate between A and B: every missing one is in B.
    const gaps = Array.from({ length: 60 }, (_, i): Answer => (i % 2 === 1 && i < 20 ? 'bortfall' : i % 2));
    const card = cardOf({ 2019: yesNo(30, 30), 2020: gaps });
    expect(card.missing).toMatchObject({ nationSuppressed: false, suppressedCounties: ['B'] });
    expect(criterion(card, 'answered')).toMatchObject({
      verdict: 'partly',
      measure: 'counties-suppressed',
      value: 0.5,
    });
  });
});

describe('comparable', () => {
  const eb = { id: 'eb-arbetsmarknad-18-24', area: 'ekonomiskt-bistand' };
  test('fails where fewer than three years follow a change of definition', () => {
    const card = cardOf({ 2016: yesNo(20, 20), 2017: yesNo(20, 20), 2018: yesNo(20, 20) }, eb);
    expect(criterion(card, 'comparable')).toMatchObject({ verdict: 'not-met', value: 2, met: 3 });
  });
  test('minds no change before the first or after the last year asked', () => {
    for (const years of [
      [2017, 2018],
      [2015, 2016],
    ])
      // prettier-ignore
      expect(
        criterion(cardOf({ [years[0]!]: yesNo(20, 20), [years[1]!]: yesNo(20, 20) }, eb), 'comparable'),
      ).toMatchObject({ verdict: 'met', value: 2 });
  });
  test('is in doubt after a jump that nothing explains', () => {
    const card = cardOf({ 2018: yesNo(10, 50), 2019: yesNo(50, 10), 2020: yesNo(50, 10) });
    expect(criterion(card, 'comparable')).toMatchObject({ verdict: 'partly', value: 3 });
  });
});

describe('stable and telling apart', () => {
  test('units that change and change back more than by chance are unsteady', () => {
    const [even, odd] = [yesNo(30, 30), [...yesNo(0, 30), ...yesNo(30, 0)]];
    const card = cardOf({ 2016: even, 2017: odd, 2018: even });
    expect(criterion(card, 'stable')).toMatchObject({
      verdict: 'not-met',
      measure: 'flips-to-chance',
      value: 4,
    });
    expect(criterion(card, 'tells-apart')).toMatchObject({ verdict: 'not-met' });
  });
  test('units that never change are steady and told apart', () => {
    const last = [...yesNo(30, 29), 1 as Answer];
    const card = cardOf({ 2016: yesNo(30, 30), 2017: yesNo(30, 30), 2018: last });
    expect(criterion(card, 'stable')).toMatchObject({ verdict: 'met', value: 0 });
    expect(criterion(card, 'tells-apart').verdict).toBe('met');
  });
  test('a constant indicator tells nobody apart, and has no number for it', () => {
    const card = cardOf({ 2019: yesNo(0, 20), 2020: yesNo(0, 20) });
    expect(criterion(card, 'tells-apart')).toMatchObject({
      verdict: 'not-met',
      value: null,
      reason: 'constant-outcome',
    });
    expect(criterion(card, 'stable')).toMatchObject({ verdict: 'not-judged' });
  });
});

describe('a change that can be shown', () => {
  test('is in standard deviations where the scale is no percent', () => {
    const wave = (shift: number) => Array.from({ length: 50 }, (_, i) => i + ((i * 7 + shift * 13) % 5));
    const card = cardOf({ 2018: wave(1), 2019: wave(2), 2020: wave(3) }, { type: 'count' });
    const { value, measure } = criterion(card, 'shows-change');
    expect(measure).toBe('change-in-sd');
    expect(value).toBe(card.detectable.change! / card.latest!.sd!);
    expect(card.detectable.ofInterest).toBe(0.2 * card.latest!.sd!);
  });
});

test('a trend goes toward the aim or away from it', () => {
  const rising = { 2018: yesNo(20, 80), 2019: yesNo(50, 50), 2020: yesNo(80, 20) };
  const [up, down] = [cardOf(rising), cardOf(rising, { better: 'lower' })];
  expect(up.trend).toMatchObject({ toward: true, perYear: expect.closeTo(30, 9) as number });
  expect(down.trend).toMatchObject({ toward: false, perYear: expect.closeTo(30, 9) as number });
  expect(
    cardOf({ 2018: yesNo(50, 50), 2019: yesNo(50, 50), 2020: [...yesNo(51, 49)] }).trend.toward,
  ).toBeNull();
});

test('the marks of a run stand beside an indicator that the appendix does not have', () => {
  const panel = panelOf({ 2019: yesNo(9, 9), 2020: yesNo(9, 9) });
  const own = {
    table: 'users:skola',
    indicator: 'x',
    model: 'users',
    row: 'x',
    group: null,
    column: 'totalt',
    mark: '++',
  };
  const [card] = indicatorCards(panel, spec, [own as never]);
  expect(card!.appendix.rows).toEqual([
    { table: 'users:skola', kind: 'users', row: 'x', group: null, with: [], cells: [{ column: 'totalt', published: [], computed: '++' }] },
  ]); // prettier-ignore
  expect(card!.appendix).toMatchObject({
    published: { cells: 0 },
    computed: { cells: 1, marked: 1, byChance: 0.1 },
  });
});
