import { describe, expect, test } from 'vitest';
import { indicatorCards } from '../../analysis/indicators/index.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import { createRng, deriveSeed } from '../../analysis/stats/index.js';
import { dataFolder } from '../fixtures/data-folder.js';
import { expectClose, notFinite } from '../stats/tolerance.js';
import { type Answer, cardOf, panelOf, yesNo } from './fixture.js';

const profileOf = (card: ReturnType<typeof cardOf>) =>
  Object.fromEntries(card.profile.map((c) => [c.key, c.verdict]));

describe('the level of an indicator', () => {
  const card = cardOf({
    2019: [...yesNo(4, 6), 'bortfall', 'okand', 'ej-aktuellt', 'kan-inte-svara'],
    2020: [...yesNo(9, 3), 'bortfall', 'ej-aktuellt'],
  });
  test('is the percent of Ja of the answers on the scale, with Wilson’s interval', () => {
    expect(card.latest).toMatchObject({ year: 2020, value: 75, answered: 12, asked: 14, met: 0.75 });
    expect(card.latest!.ciLow).toBeCloseTo(46.7695, 4);
    expect(card.latest!.ciHigh).toBeCloseTo(91.1058, 4);
    expect(card.unit).toBe('procent');
  });
  test('comes with who did not answer', () => {
    expect(card.missing).toMatchObject({ year: 2020, asked: 14, nationSuppressed: false });
    expectClose(card.missing!.suppressing, 2 / 14, 'suppressing');
    expect(card.missing!.lowestResponse).toEqual({ year: 2019, share: 12 / 14 });
    expect(card.missing!.nationSuppressedYears).toEqual([2019]);
  });
  test('of a number is the mean with Student’s interval', () => {
    const number = cardOf({ 2020: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, { type: 'count' });
    expect(number).toMatchObject({ yesNo: false, unit: 'antal' });
    expect(number.latest).toMatchObject({ value: 5.5, met: null });
    expect(number.latest!.ciLow).toBeCloseTo(3.3341, 3);
    expect(number.saturation.basis).toBeNull();
  });
});

describe('saturation', () => {
  test('is counted from the first of the years in a row', () => {
    const card = cardOf({ 2016: yesNo(9, 1), 2017: yesNo(8, 2), 2018: yesNo(9, 1), 2019: yesNo(10, 0) });
    expect(card.saturation).toMatchObject({ basis: 'units', saturated: true, since: 2018, floor: false });
    expect(card.advice).toMatchObject({ key: 'saturated' });
    expect(card.advice.reasons[0]).toEqual({
      key: 'saturated', met: 1, since: 2018, limit: 0.9, basis: 'units',
    }); // prettier-ignore
  });
  test('has nothing to do with Ja where Nej is aimed at', () => {
    const few = cardOf({ 2016: yesNo(1, 9), 2017: yesNo(0, 10) }, { better: 'lower' });
    expect(few.saturation).toMatchObject({ saturated: true, since: 2016, floor: false });
    const many = cardOf({ 2016: yesNo(8, 2), 2017: yesNo(9, 1) }, { better: 'lower' });
    expect(many.saturation).toMatchObject({ saturated: false, floor: true, floorSince: 2017 });
  });
  test('of a share is that of its mean, and of a year with too few answers none', () => {
    const share = cardOf({ 2016: Array<Answer>(10).fill(95) }, { type: 'share' });
    expect(share.saturation).toMatchObject({ basis: 'mean-of-shares', saturated: true, since: 2016 });
    expect(cardOf({ 2016: yesNo(9, 0) }).saturation.saturated).toBe(false);
  });
});

describe('what one unit’s change says', () => {
  test('Ja or Nej: how many changes were undone the next year, beside chance', () => {
    // Twelve change to Ja in 2017; three of them are back in 2018, five have no answer then.
    const card = cardOf({
      2016: [...yesNo(0, 12), ...yesNo(4, 4)],
      2017: [...yesNo(12, 0), ...yesNo(4, 4)],
      2018: [...yesNo(4, 3), ...Array<Answer>(5).fill('bortfall'), ...yesNo(4, 4)],
    });
    if (card.oneUnit.kind !== 'yes-no') throw new Error();
    expect(card.oneUnit.toYes).toMatchObject({ changes: 7, undone: 3 });
    expectClose(card.oneUnit.toYes.share, 3 / 7, 'share');
    expectClose(card.oneUnit.toYes.byChance, 7 / 15, 'chance');
    expect(card.oneUnit.fromYes).toEqual({
      changes: 0, undone: 0, share: null, ciLow: null, ciHigh: null, byChance: null,
    }); // prettier-ignore
  });
  test('a number: the reliable change, from the spread of units and test-retest', () => {
    const rng = createRng(deriveSeed(7, 'cards'));
    const level = Array.from({ length: 200 }, () => 50 + 10 * rng.normal());
    const year = () => level.map((v) => v + 5 * rng.normal());
    const card = cardOf({ 2016: year(), 2017: year(), 2018: year() }, { type: 'ordinal' });
    if (card.oneUnit.kind !== 'number') throw new Error();
    const { sd, retest, sem, smallest } = card.oneUnit;
    // Made with a level of sd 10 and noise of sd 5: sem 5, and 1.96·sqrt(2)·5.
    expect(Math.abs(sem! - 5)).toBeLessThan(0.5);
    expect(Math.abs(smallest! - 13.86)).toBeLessThan(1.4);
    expectClose(sem, sd! * Math.sqrt(1 - retest!), 'sem');
    expect(Math.abs(card.lasting.reliability! - 0.8)).toBeLessThan(0.06);
    expect(profileOf(card)).toMatchObject({ 'tells-apart': 'met', stable: 'met', 'shows-change': 'met' });
    expect(card.advice.key).toBe('keep');
    // The change between two years has sd 5·sqrt(2), over 200 units: 2.82·0.5 or so.
    expect(Math.abs(card.detectable.change! - 1.4)).toBeLessThan(0.15);
  });
});

describe('the smallest change that the nation can show', () => {
  test('is planned from the pairs of the last two years and the changes of all', () => {
    const card = cardOf({
      2016: yesNo(30, 30),
      2017: [...yesNo(24, 6), ...yesNo(6, 24)],
      2018: [...yesNo(24, 6), ...yesNo(6, 14), ...Array<Answer>(10).fill('bortfall')],
    });
    expect(card.detectable).toMatchObject({ test: 'mcnemar', from: 2017, to: 2018, pairs: 50 });
    expectClose(card.detectable.variability, 12 / 110, 'discordance');
    expect(card.detectable.ofInterest).toBe(5);
  });
  test('leaves out a pair of years across a change of definition', () => {
    const years = {
      2016: yesNo(0, 20), 2017: yesNo(20, 0), 2018: yesNo(20, 0), 2019: yesNo(18, 2), 2020: yesNo(18, 2),
    }; // prettier-ignore
    const card = cardOf(years, { id: 'eb-arbetsmarknad-18-24', area: 'ekonomiskt-bistand' });
    expect(card.changes.map((c) => c.year)).toEqual([2017]);
    expectClose(card.detectable.variability, 2 / 60, 'discordance');
    expect(profileOf(card)['comparable']).toBe('partly');
  });
});

describe('noise', () => {
  const dealt = (share: number, units: number, seed: number) => {
    const rng = createRng(deriveSeed(seed, 'noise'));
    return Object.fromEntries(
      [2016, 2017, 2018, 2019, 2020].map((y) => [y, Array.from({ length: units }, (): Answer => (rng.next() < share ? 1 : 0))]),
    ); // prettier-ignore
  };
  test('answers dealt at random are too noisy, and the missing trend comes with its power', () => {
    const card = cardOf(dealt(0.5, 150, 3));
    expect(profileOf(card)).toMatchObject({ 'tells-apart': 'not-met', stable: 'not-met' });
    expect(card.advice).toMatchObject({ key: 'too-noisy', because: 'noise' });
    const trend = card.advice.reasons.find((r) => r.key === 'null-trend' || r.key === 'trend-found');
    if (trend?.key !== 'null-trend') throw new Error(trend?.key);
    expect(trend).toEqual({ key: 'null-trend', p: card.trend.p, change: 5, power: card.trend.power!.power });
    expect(trend.power).toBeLessThan(0.5);
    // By chance half of the changes are undone.
    if (card.oneUnit.kind !== 'yes-no') throw new Error();
    expect(Math.abs(card.oneUnit.toYes.share! - 0.5)).toBeLessThan(0.12);
    expect(card.lasting.reliability).toBeLessThan(0.1);
  });
});

describe('odd indicators have a card that says why', () => {
  const odd: [string, ReturnType<typeof cardOf>, string, string][] = [
    ['asked in one year only', cardOf({ 2020: yesNo(15, 15) }), 'cannot-judge', 'single-year'],
    ['constant', cardOf({ 2018: yesNo(0, 20), 2019: yesNo(0, 20), 2020: yesNo(0, 20) }), 'repair', 'faults'],
    ['always Ja', cardOf({ 2018: yesNo(20, 0), 2019: yesNo(20, 0) }), 'saturated', 'saturated'],
    ['all missing', cardOf({ 2019: Array<Answer>(20).fill('bortfall'), 2020: Array<Answer>(20).fill('okand') }), 'cannot-judge', 'few-answers'],
    ['one unit', cardOf({ 2018: [1], 2019: [0], 2020: [1] }), 'cannot-judge', 'few-answers'],
    ['one unit with a number', cardOf({ 2018: [1], 2019: [0], 2020: [7] }, { type: 'count' }), 'cannot-judge', 'few-answers'],
    ['a constant number', cardOf({ 2018: Array<Answer>(12).fill(3), 2019: Array<Answer>(12).fill(3) }, { type: 'ordinal' }), 'repair', 'faults'],
    ['a year without rows between', cardOf({ 2016: yesNo(12, 12), 2018: yesNo(12, 12), 2020: yesNo(12, 12) }), 'keep', 'fit'],
  ]; // prettier-ignore
  test.each(odd)('%s', (_, card, key, because) => {
    expect(notFinite(card)).toEqual([]);
    expect(card.advice).toMatchObject({ key, because });
    expect(JSON.parse(JSON.stringify(card))).toEqual(card);
    for (const c of card.profile) if (c.verdict === 'not-judged') expect(c.reason ?? c.key).toBeTruthy();
  });
  test('an indicator without a single row, and a panel without units', () => {
    const other = { id: 'y', area: 'skola', label: 'y' };
    const panel = panelOf(
      { 2019: yesNo(9, 9), 2020: yesNo(9, 9) },
      {},
      { indicators: [{ id: 'x', area: 'skola' }, other] },
    );
    const [, card] = indicatorCards(panel, spec);
    expect(card).toMatchObject({
      years: [],
      latest: null,
      missing: null,
      asked: { years: [], ongoing: false },
    });
    expect(card!.advice).toMatchObject({ key: 'cannot-judge', because: 'few-answers' });
    expect(notFinite(card)).toEqual([]);
    const empty = buildPanel(dataFolder({ units: [], indicators: [other], answers: [] }));
    expect(notFinite(indicatorCards(empty, spec))).toEqual([]);
  });
  test('units without any group have a reliability, and no share of groups', () => {
    const years = { 2018: yesNo(15, 15), 2019: [...yesNo(14, 1), ...yesNo(1, 14)], 2020: yesNo(15, 15) };
    const units = Array.from({ length: 30 }, (_, i) => ({ id: `u${i}` }));
    const card = cardOf(years, {}, { units });
    expect(card.lasting.reliability).toBeGreaterThan(0.7);
    expect(card.lasting.by.lan).toEqual({ icc: null, groups: 0, reason: 'no-observations' });
    expect(card.missing!.counties).toBe(0);
  });
  test('one that is asked no more is told from one that is', () => {
    const rows = (id: string, years: readonly number[]) =>
      years.flatMap((y) => Array.from({ length: 20 }, (_, i) => [`u${i}`, y, id, i % 2] as const));
    const panel = panelOf({ 2020: yesNo(10, 10) }, {}, {
      indicators: [{ id: 'old', area: 'skola' }, { id: 'new', area: 'skola' }],
      answers: [...rows('old', [2016, 2017, 2018]), ...rows('new', [2018, 2019, 2020])],
    }); // prettier-ignore
    const [old, now] = indicatorCards(panel, spec);
    expect(old).toMatchObject({
      asked: { ongoing: false },
      advice: { because: 'discontinued', reasons: [{ last: 2018 }] },
    });
    expect(now!.asked.ongoing).toBe(true);
  });
  test('hostile labels and ids pass through as they are', () => {
    const id = '=HYPERLINK("x")<script>\u202e\u0000constructor';
    const card = cardOf({ 2019: yesNo(9, 9), 2020: yesNo(9, 9) }, { id, label: '__proto__' });
    expect(card).toMatchObject({ id, label: { sv: '__proto__', en: '__proto__' } });
  });
  test('years outside the period of the specification do not count', () => {
    const panel = panelOf({ 2016: yesNo(0, 20), 2017: yesNo(10, 10), 2018: yesNo(10, 10) });
    const [card] = indicatorCards(panel, { ...spec, period: { first: 2017, last: 2018 } });
    expect(card!.asked.years).toEqual([2017, 2018]);
    expect(card!.trend).toMatchObject({ first: 2017, last: 2018 });
    expect(card!.detectable).toMatchObject({ from: 2017, pairs: 20 });
    expect(card!.lasting.testRetest).toMatchObject({ pairs: 20, agreement: 1 });
  });
});
