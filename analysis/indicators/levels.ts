import type { YearQuality } from '../quality/records.js';
import type { Panel } from '../panel/panel.js';
import { describe, tQuantile } from '../stats/index.js';
import { wilsonInterval } from '../stats/index.js';
import { usefulnessLimits as limits } from './limits.js';
import type { CardSeries } from './series.js';
import { answersIn } from './series.js';

/** One year of an indicator, nationally. */
export interface CardYear extends Omit<YearQuality, 'mean' | 'shareYes' | 'saturated' | 'floor'> {
  /** Percent with Ja, or the mean over units on the indicator's own scale; null without answers. */
  readonly value: number | null;
  /** Of the value: Wilson's for Ja/Nej, Student's for a mean; null where there is none. */
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** Standard deviation between units; null for Ja/Nej, and below two answers. */
  readonly sd: number | null;
  /** Share that has what is aimed at, 0-1: units with the answer, or the mean of the units' shares. Null on other scales. */
  readonly met: number | null;
  /** Whether there are answers enough to judge the year. */
  readonly judged: boolean;
  /** At least 90, at most 10 percent have it; never in a year that is not judged. */
  readonly saturated: boolean;
  readonly floor: boolean;
}

/** Where on its scale the indicator stands. */
export interface Saturation {
  /** What is counted: units with the answer aimed at, the mean of the units' shares; null on scales without an end. */
  readonly basis: 'units' | 'mean-of-shares' | null;
  readonly saturated: boolean;
  /** First of the years in a row that end with the latest in which it is so. */
  readonly since: number | null;
  readonly floor: boolean;
  readonly floorSince: number | null;
}

/**
 * The national number of every asked year with its interval: over the units as a sample of such units and years, so that
 * it also has a width where all have answered. Socialstyrelsen's 90 percent are a share of municipalities; for a
 * share, of users or of care units, the mean is held against them, which is our extension.
 * @param level of the intervals
 */
export function cardYears(panel: Panel, { quality, series }: CardSeries, level: number): CardYear[] {
  return quality.years.map(({ mean, shareYes, ...year }, i) => {
    const values = answersIn(series.values, panel.years.length, series.asked[i]!);
    const number = quality.yesNo ? shareLevel(values, level) : meanLevel(values, level);
    const toward = metShare(quality, shareYes, mean);
    const judged = year.answered >= limits.minimumAnswers;
    return {
      ...year,
      ...number,
      met: toward,
      judged,
      saturated: judged && toward !== null && toward >= limits.room.saturated,
      floor: judged && toward !== null && toward <= limits.room.floor,
    };
  });
}

const none = { value: null, ciLow: null, ciHigh: null, sd: null };

function shareLevel(values: readonly number[], level: number) {
  const found = wilsonInterval(values.filter((v) => v === 1).length, values.length, level);
  if (found.status !== 'ok') return none;
  return { value: 100 * found.share, ciLow: 100 * found.low, ciHigh: 100 * found.high, sd: null };
}

function meanLevel(values: readonly number[], level: number) {
  const { n, mean, sd } = describe(values);
  if (mean === null) return none;
  if (sd === null) return { ...none, value: mean };
  const margin = (tQuantile((1 + level) / 2, n - 1) * sd) / Math.sqrt(n);
  return { value: mean, ciLow: mean - margin, ciHigh: mean + margin, sd };
}

function metShare(
  { yesNo, type, better }: CardSeries['quality'],
  shareYes: number | null,
  mean: number | null,
): number | null {
  const share = yesNo ? shareYes : type === 'share' && mean !== null ? mean / 100 : null;
  return share === null ? null : better === 'lower' ? 1 - share : share;
}

/** The latest year that can be judged; else the latest with answers; null without answers. */
export const latestOf = (years: readonly CardYear[]): CardYear | null =>
  years.findLast((y) => y.judged) ?? years.findLast((y) => y.answered > 0) ?? null;

/** Saturation and floor of the latest year, and since when. Years that cannot be judged break no row of years. */
export function saturationOf({ quality }: CardSeries, years: readonly CardYear[]): Saturation {
  const judged = years.filter((y) => y.judged);
  const since = (is: (y: CardYear) => boolean) => {
    const from = judged.findLastIndex((y) => !is(y)) + 1;
    return judged[from]?.year ?? null;
  };
  const [saturatedSince, floorSince] = [since((y) => y.saturated), since((y) => y.floor)];
  return {
    basis: quality.yesNo ? 'units' : quality.type === 'share' ? 'mean-of-shares' : null,
    saturated: saturatedSince !== null,
    since: saturatedSince,
    floor: floorSince !== null,
    floorSince,
  };
}
