import { describe, expect, test } from 'vitest';
import {
  adviceKeys,
  decide,
  type DecidingKey,
  decidingKeys,
  type Situation,
} from '../../analysis/indicators/advice.js';
import { usefulnessLimits } from '../../analysis/indicators/limits.js';
import {
  criteria,
  type CriterionKey,
  type Verdict,
  verdictOf,
  verdicts,
} from '../../analysis/indicators/usefulness.js';

type Verdicts = Partial<Record<CriterionKey, Verdict>>;

function situation(changed: Verdicts = {}, rest: Partial<Situation> = {}): Situation {
  const met = Object.fromEntries(criteria.map((c) => [c, 'met'])) as Record<CriterionKey, Verdict>;
  return {
    judgedYears: 5,
    ongoing: true,
    saturated: false,
    constant: false,
    verdicts: { ...met, ...changed },
    ...rest,
  };
}

describe('the decision table', () => {
  const rows: [string, Situation, string, DecidingKey][] = [
    ['no year can be judged', situation({}, { judgedYears: 0, ongoing: false }), 'cannot-judge', 'few-answers'],
    ['asked no more, though saturated', situation({}, { ongoing: false, saturated: true }), 'cannot-judge', 'discontinued'],
    ['saturated, though asked once', situation({ room: 'not-met' }, { saturated: true, judgedYears: 1 }), 'saturated', 'saturated'],
    ['saturated, though all else fails', situation({ 'tells-apart': 'not-met', stable: 'not-met', 'shows-change': 'not-met' }, { saturated: true }), 'saturated', 'saturated'],
    ['one year', situation({ 'shows-change': 'not-judged' }, { judgedYears: 1 }), 'cannot-judge', 'single-year'],
    ['units fail and the nation too', situation({ 'tells-apart': 'not-met', 'shows-change': 'not-met' }), 'too-noisy', 'noise'],
    ['unsteady units fail and the nation too', situation({ stable: 'not-met', 'shows-change': 'not-met' }), 'too-noisy', 'noise'],
    ['units fail twice, the nation is unclear', situation({ 'tells-apart': 'not-met', stable: 'not-met', 'shows-change': 'partly' }), 'too-noisy', 'noise'],
    ['units fail twice, the nation is unknown', situation({ 'tells-apart': 'not-met', stable: 'not-met', 'shows-change': 'not-judged' }), 'too-noisy', 'noise'],
    ['units fail twice, the nation is seen well', situation({ 'tells-apart': 'not-met', stable: 'not-met' }), 'repair', 'faults'],
    ['units fail once, the nation is unclear', situation({ 'tells-apart': 'not-met', 'shows-change': 'partly' }), 'repair', 'faults'],
    ['only the nation fails', situation({ 'shows-change': 'not-met' }), 'keep', 'fit'],
    ['all answers are equal, which is no noise', situation({ 'tells-apart': 'not-met', 'shows-change': 'not-met' }, { constant: true }), 'repair', 'faults'],
    ['never judged apart, unsteady, and the nation fails', situation({ 'tells-apart': 'not-judged', stable: 'not-met', 'shows-change': 'not-met' }), 'too-noisy', 'noise'],
    ['at the floor', situation({ room: 'not-met' }), 'repair', 'faults'],
    ['not answered', situation({ answered: 'not-met' }), 'repair', 'faults'],
    ['another definition', situation({ comparable: 'not-met' }), 'repair', 'faults'],
    ['little known', situation({ 'tells-apart': 'not-judged', stable: 'not-judged' }), 'cannot-judge', 'little-known'],
    ['a fault comes before what is not known', situation({ 'tells-apart': 'not-judged', stable: 'not-judged', answered: 'not-met' }), 'repair', 'faults'],
    ['one of three unknown', situation({ stable: 'not-judged' }), 'keep', 'fit'],
    ['all partly', situation(Object.fromEntries(criteria.map((c) => [c, 'partly']))), 'keep', 'fit'],
    ['far from practice alone', situation({ practice: 'not-met' }), 'keep', 'fit'],
    ['all met', situation(), 'keep', 'fit'],
  ]; // prettier-ignore

  test.each(rows)('%s', (_, given, key, because) => {
    expect(decide(given)).toEqual({ key, because });
  });

  test('every row and every advice is reached by one of these', () => {
    expect([...new Set(rows.map(([, , , because]) => because))].sort()).toEqual([...decidingKeys].sort());
    expect([...new Set(rows.map(([, , key]) => key))].sort()).toEqual([...adviceKeys].sort());
  });

  test('decides whatever the verdicts are', () => {
    const combinations = verdicts.length ** criteria.length;
    for (let c = 0; c < combinations; c += 7) {
      const chosen = Object.fromEntries(
        criteria.map((k, i) => [k, verdicts[Math.floor(c / verdicts.length ** i) % verdicts.length]!]),
      );
      expect(adviceKeys).toContain(decide(situation(chosen)).key);
    }
  });
});

describe('a number against two limits', () => {
  test.each([
    [0.7, 0.7, 0.4, 'met'],
    [0.69, 0.7, 0.4, 'partly'],
    [0.4, 0.7, 0.4, 'partly'],
    [0.39, 0.7, 0.4, 'not-met'],
    [4.99, 5, 10, 'met'],
    [5, 5, 10, 'partly'],
    [10, 5, 10, 'not-met'],
    [null, 5, 10, 'not-judged'],
  ] as const)('%s of %s and %s is %s', (value, met, notMet, verdict) => {
    expect(verdictOf(value, met, notMet)).toBe(verdict);
  });
});

test('nobody can move the limits', () => {
  expect(() => Object.assign(usefulnessLimits, { comparableYears: 1 })).toThrow(TypeError);
  expect(() => Object.assign(usefulnessLimits.room, { saturated: 1 })).toThrow(TypeError);
  expect(() => Object.assign(usefulnessLimits.answered.onScale, { weak: 1 })).toThrow(TypeError);
});
