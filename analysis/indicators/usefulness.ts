import { usefulnessLimits as limits } from './limits.js';
import type { IndicatorFacts } from './records.js';

/** The criteria of the profile, in the order shown. There is no sum of them: they answer different questions. */
export const criteria = [
  'room',
  'tells-apart',
  'stable',
  'shows-change',
  'answered',
  'comparable',
  'practice',
] as const;
export type CriterionKey = (typeof criteria)[number];

/** How an indicator stands to a criterion. */
export const verdicts = ['met', 'partly', 'not-met', 'not-judged'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a criterion is judged by. */
export const measureKeys = [
  'goal-share',
  'goal-share-low',
  'reliability',
  'flips-to-chance',
  'retest',
  'change-in-points',
  'change-in-sd',
  'suppressing-share',
  'on-scale-share',
  'counties-suppressed',
  'comparable-years',
  'closeness',
] as const;
export type MeasureKey = (typeof measureKeys)[number];

/** One criterion of usefulness with its verdict and the number behind it. */
export interface Criterion {
  readonly key: CriterionKey;
  readonly verdict: Verdict;
  readonly measure: MeasureKey;
  /** The number, and the ends of the scale that it was held against; null where it has none. */
  readonly value: number | null;
  readonly met: number | null;
  readonly notMet: number | null;
  /** Why it cannot be judged, or fails without a number: a key of the catalogue's reasons. */
  readonly reason: string | null;
}

/** The usefulness profile of an indicator: each criterion with its number and the limits of `usefulnessLimits`. */
export const usefulnessProfile = (facts: IndicatorFacts): Criterion[] => [
  room(facts),
  tellsApart(facts),
  stable(facts),
  showsChange(facts),
  answered(facts),
  comparable(facts),
  practice(facts),
];

/** A criterion that is one number held against two limits. */
function held(
  key: CriterionKey,
  measure: MeasureKey,
  value: number | null,
  { met, notMet }: { readonly met: number; readonly notMet: number },
  reason: string | null = null,
): Criterion {
  return { key, verdict: verdictOf(value, met, notMet), measure, value, met, notMet, reason };
}

/**
 * More is better: met from `met`, not met below `notMet`. Less is better: met below `met`, not met from `notMet`. Where a
 * limit is a border between the two it is one border for both.
 */
export function verdictOf(value: number | null, met: number, notMet: number): Verdict {
  if (value === null) return 'not-judged';
  if (met >= notMet) return value >= met ? 'met' : value < notMet ? 'not-met' : 'partly';
  return value < met ? 'met' : value >= notMet ? 'not-met' : 'partly';
}

/** Neither nearly all nor nearly none have what is aimed at: there is somewhere to go, and someone to learn from. */
function room({ latest }: IndicatorFacts): Criterion {
  const value = latest?.judged ? latest.met : null;
  const { near, saturated, nearFloor, floor } = limits.room;
  const low = value !== null && value < 0.5;
  const measure = low ? ('goal-share-low' as const) : ('goal-share' as const);
  const [met, notMet] = low ? [nearFloor, floor] : [near, saturated];
  const verdict =
    value === null ? 'not-judged'
    : low ? (value <= floor ? 'not-met' : value <= nearFloor ? 'partly' : 'met')
    : verdictOf(value, met, notMet); // prettier-ignore
  return { key: 'room', verdict, measure, value, met, notMet, reason: unknown(latest) };
}

const unknown = (latest: IndicatorFacts['latest']): string | null =>
  latest === null ? 'no-observations' : latest.judged ? null : 'too-few-observations';

/** Reliability of one answer. Where all answers of the last year are the same they tell nobody apart, without a number. */
function tellsApart({ lasting, latest }: IndicatorFacts): Criterion {
  const found = held('tells-apart', 'reliability', lasting.reliability, limits.tellsApart, lasting.reason);
  const constant = lasting.reason === 'constant-outcome' && latest?.judged === true;
  return constant ? { ...found, verdict: 'not-met' } : found;
}

/** Ja/Nej: how many change and change back, against chance. Numbers: how alike two years in a row are. */
function stable({ yesNo, flips, lasting }: IndicatorFacts): Criterion {
  if (!yesNo) {
    const { testRetest } = lasting;
    const reason = testRetest === null ? 'no-pairs' : (testRetest.reasons.correlation ?? null);
    const enough = testRetest !== null && testRetest.pairs >= limits.minimumAnswers;
    const value = enough ? testRetest.correlation : null;
    return held(
      'stable',
      'retest',
      value,
      limits.retest,
      enough ? reason : (reason ?? 'too-few-observations'),
    );
  }
  const expected = flips === null ? 0 : flips.expectedShare * flips.base;
  const value = flips !== null && expected >= limits.flips.minimum ? flips.share / flips.expectedShare : null;
  return held(
    'stable',
    'flips-to-chance',
    value,
    limits.flips,
    value === null ? 'too-few-observations' : null,
  );
}

/** The smallest change from one year to the next that the nation can show. */
function showsChange({ detectable, unit, latest }: IndicatorFacts): Criterion {
  const { change, reason } = detectable;
  if (unit === 'procent') return held('shows-change', 'change-in-points', change, limits.change, reason);
  const sd = latest?.sd ?? null;
  const value = change === null || sd === null || sd === 0 ? null : change / sd;
  const why = value === null ? (reason ?? 'no-variance') : null;
  return held('shows-change', 'change-in-sd', value, limits.changeInSd, why);
}

/** Whether the nation's number may be published, whether the answers can be used, and whether counties' may. */
function answered({ missing, years }: IndicatorFacts): Criterion {
  const latest = years.at(-1);
  if (!missing || !latest)
    return held('answered', 'suppressing-share', null, both(limits.answered.missing), 'no-observations');
  const onScale = latest.answered / latest.asked;
  const counties = missing.counties === 0 ? null : missing.suppressedCounties.length / missing.counties;
  const { usable, weak } = limits.answered.onScale;
  const tests = [
    {
      ...held('answered', 'suppressing-share', missing.suppressing, both(limits.answered.missing)),
      verdict: missing.nationSuppressed ? ('not-met' as const) : ('met' as const),
    },
    held('answered', 'on-scale-share', onScale, { met: usable, notMet: weak }),
    {
      ...held('answered', 'counties-suppressed', counties, both(limits.answered.counties)),
      // Single counties are a reservation: the nation's number stands.
      verdict: (counties ?? 0) >= limits.answered.counties ? ('partly' as const) : ('met' as const),
    },
  ];
  return tests.reduce((worst, t) =>
    verdicts.indexOf(t.verdict) > verdicts.indexOf(worst.verdict) ? t : worst,
  );
}

const both = (limit: number) => ({ met: limit, notMet: limit });

/** Years asked since the last change of definition within the indicator's own years. One year has nothing to compare. */
function comparable({ asked, changes, jumps }: IndicatorFacts): Criterion {
  const [first, final] = [asked.years[0] ?? Infinity, asked.years.at(-1) ?? -Infinity];
  const last = changes.filter(({ year }) => first < year && year <= final).at(-1);
  const since = asked.years.filter((y) => last === undefined || y >= last.year);
  const found = held('comparable', 'comparable-years', since.length, both(limits.comparableYears));
  if (asked.years.length < 2)
    return { ...found, verdict: 'not-judged', value: null, reason: 'too-few-observations' };
  const jumped = jumps.some((j) => j.beyondChance && !j.listed);
  // Without a change on record two years are comparable too; a jump that nothing explains may be an unrecorded one.
  if (last === undefined) return { ...found, verdict: jumped ? 'partly' : 'met' };
  return { ...found, verdict: since.length >= limits.comparableYears ? 'partly' : 'not-met' };
}

/** Our rule of closeness to practice (`measures.ts`). */
function practice({ measures }: IndicatorFacts): Criterion {
  const verdict = ({ close: 'met', partly: 'partly', distant: 'not-met', unknown: 'not-judged' } as const)[
    measures.practice
  ];
  return {
    key: 'practice',
    verdict,
    measure: 'closeness',
    value: null,
    met: null,
    notMet: null,
    reason: null,
  };
}
