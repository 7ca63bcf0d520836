import { usefulnessLimits as limits } from './limits.js';
import type { IndicatorFacts } from './records.js';
import { type Criterion, type CriterionKey, criteria, type Verdict } from './usefulness.js';

/** What the profile advises whoever reviews the indicator. The decision is theirs. */
export const adviceKeys = ['keep', 'repair', 'saturated', 'too-noisy', 'cannot-judge'] as const;
export type AdviceKey = (typeof adviceKeys)[number];

/** The row of the decision table that decided. */
export const decidingKeys = [
  'few-answers',
  'discontinued',
  'saturated',
  'single-year',
  'noise',
  'faults',
  'little-known',
  'fit',
] as const;
export type DecidingKey = (typeof decidingKeys)[number];

export interface Advice {
  readonly key: AdviceKey;
  readonly because: DecidingKey;
  /** The most important first. */
  readonly reasons: readonly Reason[];
}

/** A reason with its numbers: a sentence of the catalogue. */
export type Reason =
  | { readonly key: 'few-answers'; readonly most: number; readonly minimum: number }
  | { readonly key: 'discontinued'; readonly last: number }
  | {
      readonly key: 'saturated';
      readonly met: number;
      readonly since: number;
      readonly limit: number;
      readonly basis: 'units' | 'mean-of-shares';
    }
  | { readonly key: 'single-year'; readonly year: number }
  | { readonly key: 'criterion'; readonly criterion: Criterion }
  /** No trend is found, and that would be so with chance 1 - power even if the level had moved by `change`. */
  | {
      readonly key: 'null-trend';
      readonly p: number;
      readonly change: number;
      readonly power: number;
    }
  | { readonly key: 'trend-found'; readonly p: number; readonly perYear: number }
  | { readonly key: 'little-known'; readonly judged: number; readonly of: number }
  | { readonly key: 'fit'; readonly met: number; readonly of: number };

/** What the decision is made of. */
export interface Situation {
  /** Asked years with answers enough. */
  readonly judgedYears: number;
  readonly ongoing: boolean;
  readonly saturated: boolean;
  /** All answers of all years are equal: then nothing is noise either. */
  readonly constant: boolean;
  readonly verdicts: Readonly<Record<CriterionKey, Verdict>>;
}

/** What one unit's answer says, and what the nation's says: the criteria that noise spoils. */
const ofUnits = ['tells-apart', 'stable'] as const satisfies readonly CriterionKey[];
const noisy: readonly CriterionKey[] = [...ofUnits, 'shows-change'];
/**
 * Those whose failure is a fault to mend. Distance from practice is a choice; and how small a change is seen depends on how
 * many units there are: alone it is a reservation.
 */
const mendable: readonly CriterionKey[] = [...ofUnits, 'room', 'answered', 'comparable'];

const failed = ({ verdicts }: Situation, keys: readonly CriterionKey[]): number =>
  keys.filter((k) => verdicts[k] === 'not-met').length;
/** One unit's answer fails and the nation's change too; or the units' fails altogether and the nation's is not clear. */
function isNoise(s: Situation): boolean {
  if (s.constant) return false;
  const units = failed(s, ofUnits);
  const nation = s.verdicts['shows-change'];
  return nation === 'not-met' ? units > 0 : nation !== 'met' && units === ofUnits.length;
}

const judged = ({ verdicts }: Situation): number => noisy.filter((k) => verdicts[k] !== 'not-judged').length;

/**
 * The decision table; the first row that holds decides.
 * 1. `few-answers`: no year can be judged. 2. `discontinued`: it is asked no more, so nothing is to be decided.
 * 3. `saturated`: at least 90 percent are there, whatever else: mending it would gain nothing.
 * 4. `single-year`: one year says nothing of stability or change. 5. `noise`: one unit's answer is noise, and what the nation
 * can show is not clear either (`isNoise`); whether the indicator is of use cannot be seen behind it. Where the nation's
 * change is seen well, an indicator of which single units' answers are noise can still be read nationally: it is row 6.
 * 6. `faults`: a criterion fails that can be mended (the floor among them: goal or question may be wrong).
 * 7. `little-known`: under two of the criteria that noise spoils can be judged.
 * 8. `fit`: nothing fails; what is met in part stands as a reservation.
 */
const decisionTable: readonly (readonly [AdviceKey, DecidingKey, (s: Situation) => boolean])[] = [
  ['cannot-judge', 'few-answers', (s) => s.judgedYears === 0],
  ['cannot-judge', 'discontinued', (s) => !s.ongoing],
  ['saturated', 'saturated', (s) => s.saturated],
  ['cannot-judge', 'single-year', (s) => s.judgedYears === 1],
  ['too-noisy', 'noise', isNoise],
  ['repair', 'faults', (s) => failed(s, mendable) > 0],
  ['cannot-judge', 'little-known', (s) => judged(s) < limits.judgedCriteria],
  ['keep', 'fit', () => true],
];

/** The decision alone, without its reasons. */
export function decide(situation: Situation): Pick<Advice, 'key' | 'because'> {
  const [key, because] = decisionTable.find(([, , holds]) => holds(situation))!;
  return { key, because };
}

/** The advice of an indicator with its profile, and the numbers that it rests on. */
export function adviceOf(facts: IndicatorFacts, profile: readonly Criterion[]): Advice {
  const situation: Situation = {
    judgedYears: facts.years.filter((y) => y.judged).length,
    ongoing: facts.asked.ongoing,
    saturated: facts.saturation.saturated,
    constant: facts.lasting.reason === 'constant-outcome',
    verdicts: Object.fromEntries(profile.map((c) => [c.key, c.verdict])) as Situation['verdicts'],
  };
  const { key, because } = decide(situation);
  return { key, because, reasons: reasonsOf(because, facts, profile) };
}

function reasonsOf(because: DecidingKey, facts: IndicatorFacts, profile: readonly Criterion[]): Reason[] {
  const those = (verdict: Verdict, keys: readonly CriterionKey[]): Reason[] =>
    profile
      .filter((c) => c.verdict === verdict && keys.includes(c.key))
      .map((criterion) => ({ key: 'criterion', criterion }));
  const except = (...keys: CriterionKey[]) => criteria.filter((k) => !keys.includes(k));
  const { years, latest, saturation } = facts;
  switch (because) {
    case 'few-answers': {
      const most = Math.max(0, ...years.map((y) => y.answered));
      return [{ key: 'few-answers', most, minimum: limits.minimumAnswers }];
    }
    case 'discontinued':
      return [{ key: 'discontinued', last: years.at(-1)!.year }];
    case 'saturated': {
      const { since, basis } = saturation;
      const limit = limits.room.saturated;
      return [
        { key: 'saturated', met: latest!.met!, since: since!, limit, basis: basis! },
        ...those('not-met', except('room')),
      ];
    }
    case 'single-year':
      return [{ key: 'single-year', year: years.find((y) => y.judged)!.year }];
    case 'noise':
      return [...those('not-met', noisy), ...trendReason(facts), ...those('not-met', except(...noisy))];
    case 'faults':
      return [...those('not-met', mendable), ...those('not-met', except(...mendable))];
    case 'little-known': {
      const known = profile.filter((c) => noisy.includes(c.key) && c.verdict !== 'not-judged').length;
      return [{ key: 'little-known', judged: known, of: noisy.length }, ...those('not-judged', noisy)];
    }
    case 'fit': {
      const known = profile.filter((c) => c.verdict !== 'not-judged');
      const met = known.filter((c) => c.verdict === 'met').length;
      return [
        { key: 'fit', met, of: known.length },
        ...those('not-met', criteria),
        ...those('partly', criteria),
      ];
    }
  }
}

/** Noise hides a trend or it does not: a null result comes with its power. */
function trendReason({ trend }: IndicatorFacts): Reason[] {
  const { p, perYear, toward, power } = trend;
  if (p === null || perYear === null) return [];
  if (toward !== null) return [{ key: 'trend-found', p, perYear }];
  return power === null ? [] : [{ key: 'null-trend', p, change: power.change, power: power.power }];
}
