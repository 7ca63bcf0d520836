import { NOT_COLLECTED, type Panel } from '../panel/panel.js';
import { limits } from '../quality/grade.js';
import { type Interval, wilsonInterval } from './interval.js';
import { standingAt } from './standing.js';
import type { LocalIndicator } from './view.js';

/** How many of the questions in words a unit answers as is aimed at: Ja, or Nej where Nej is aimed at. */
export interface YesShare {
  /** Questions in words of the year to which an answer is aimed at, that the unit was asked. */
  readonly asked: number;
  /** Those with an answer on the scale. */
  readonly n: number;
  /** Answered as aimed at; Delvis is not. */
  readonly yes: number;
  readonly partly: number;
  /** Of n, 0-1; null without answers. */
  readonly share: number | null;
  /** Wilson, 95 percent; as if the questions were independent. Null without answers. */
  readonly interval: Interval | null;
  /** The share if none, and if all, of the unanswered questions were answered as aimed at; null where none was asked. */
  readonly least: number | null;
  readonly most: number | null;
  /** The same over the questions answered by every unit that answered any: the fairer number. None for one that did not. */
  readonly common: {
    readonly n: number;
    readonly yes: number;
    readonly share: number | null;
    readonly interval: Interval | null;
  };
}

/** The share of all units together, over all their answers; not to be shown where over 20 percent are missing. */
export interface NationShare {
  readonly asked: number;
  readonly n: number;
  readonly share: number | null;
  readonly suppressed: boolean;
}

/** The indicators that are counted: in words, asked in the panel's year at position t, with an answer to aim at. */
export const countedIn = (indicators: readonly LocalIndicator[], t: number): LocalIndicator[] =>
  indicators.filter(
    ({ standings, series }) =>
      standings.words && series.asked.includes(t) && standings.years[t]!.why !== 'background',
  );

/** The share of each unit, in their order. @param counted of `countedIn` */
export function yesShares(
  panel: Panel,
  counted: readonly LocalIndicator[],
  units: readonly number[],
  t: number,
): YesShare[] {
  const colourOf = (i: LocalIndicator, u: number) => standingAt(i.standings, u, t).colour;
  const answering = units.filter((u) => counted.some((i) => colourOf(i, u) !== null));
  const shared = counted.filter((i) => answering.every((u) => colourOf(i, u) !== null));
  return units.map((unit) => {
    const asked = counted.filter((i) => wasAsked(panel, i, unit, t));
    const count = (list: readonly LocalIndicator[], colour: string) =>
      list.filter((i) => colourOf(i, unit) === colour).length;
    const n = asked.filter((i) => colourOf(i, unit) !== null).length;
    const yes = count(asked, 'green');
    const none = asked.length === 0;
    const common = n === 0 ? [] : shared;
    const commonYes = count(common, 'green');
    return {
      asked: asked.length,
      n,
      yes,
      partly: count(asked, 'yellow'),
      ...shareOf(yes, n),
      least: none ? null : yes / asked.length,
      most: none ? null : (yes + asked.length - n) / asked.length,
      common: { n: common.length, yes: commonYes, ...shareOf(commonYes, common.length) },
    };
  });
}

const shareOf = (yes: number, n: number): Pick<YesShare, 'share' | 'interval'> =>
  n === 0 ? { share: null, interval: null } : { share: yes / n, interval: wilsonInterval(yes, n) };

/** All units of the panel together. */
export function nationShare(panel: Panel, counted: readonly LocalIndicator[], t: number): NationShare {
  let [asked, n, yes] = [0, 0, 0];
  for (const i of counted)
    for (let u = 0; u < panel.units.length; u++) {
      if (!wasAsked(panel, i, u, t)) continue;
      asked++;
      const { colour } = standingAt(i.standings, u, t);
      if (colour !== null) n++;
      if (colour === 'green') yes++;
    }
  const suppressed = asked > 0 && (asked - n) / asked > limits.suppression;
  return { asked, n, share: n === 0 || suppressed ? null : yes / n, suppressed };
}

const wasAsked = ({ answers, years, present }: Panel, { id }: LocalIndicator, unit: number, t: number) => {
  const at = unit * years.length + t;
  return present[at] !== 0 && answers.get(id)!.reasons[at] !== NOT_COLLECTED;
};
