import type { Panel } from '../panel/panel.js';
import { reliableChange } from '../stats/index.js';
import { wilsonInterval } from '../stats/index.js';
import { usefulnessLimits as limits } from './limits.js';
import { withinAsked } from './lasting.js';
import type { CardSeries } from './series.js';
import { answersIn } from './series.js';
import type { TestRetest } from '../stats/index.js';

/** Changes of single units' answers that were undone in the next asked year. */
export interface Undone {
  /** Changes one way between two asked years, with an answer in the third. */
  readonly changes: number;
  readonly undone: number;
  /** undone/changes with Wilson's interval; null without changes. */
  readonly share: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  /** The share if each year's answers were dealt to the units at random. */
  readonly byChance: number | null;
}

/** What a change of ONE unit says. */
export type OneUnitChange =
  | {
      /** Ja or Nej: no single change can be told from noise by itself; what is known is how often it lasts. */
      readonly kind: 'yes-no';
      readonly toYes: Undone;
      readonly fromYes: Undone;
    }
  | {
      /** A number: a change below `smallest` is one that noise gives in more than one case of twenty. */
      readonly kind: 'number';
      readonly smallest: number | null;
      readonly sem: number | null;
      /** Standard deviation between units within a year, and the correlation of two years, that it is made of. */
      readonly sd: number | null;
      readonly retest: number | null;
      readonly pairs: number;
      readonly reason: string | null;
    };

/** By the answer's scale: how often a change is undone, or the reliable change index (`reliableChange`). */
export function oneUnitChange(
  panel: Panel,
  { series, quality }: CardSeries,
  retest: TestRetest | null,
): OneUnitChange {
  const T = panel.years.length;
  if (quality.yesNo)
    return {
      kind: 'yes-no',
      toYes: undone(series.values, T, series.asked, 1),
      fromYes: undone(series.values, T, series.asked, 0),
    };
  const sd = sdWithinYears(withinAsked(series.values, T, series.asked), T);
  const r = retest?.correlation ?? null;
  const head = { kind: 'number' as const, sd, retest: r, pairs: retest?.pairs ?? 0 };
  if (sd === null || r === null)
    return {
      ...head,
      smallest: null,
      sem: null,
      reason: retest === null ? 'no-pairs' : (retest.reasons.correlation ?? 'too-few-observations'),
    };
  const { smallest, sem } = reliableChange(sd, r, limits.test.level);
  return { ...head, smallest, sem, reason: null };
}

/**
 * Over every three asked years in a row and every unit that answered in all: changes to the answer `to`, and those of
 * them that are gone in the third year. Dealt at random the third answer is another with that year's share of it.
 */
function undone(
  values: CardSeries['series']['values'],
  T: number,
  asked: readonly number[],
  to: 0 | 1,
): Undone {
  let [changes, back, expected] = [0, 0, 0];
  asked.slice(2).forEach((third, i) => {
    const [first, second] = [asked[i]!, asked[i + 1]!];
    const answers = answersIn(values, T, third);
    const other = answers.filter((v) => v !== to).length / answers.length;
    for (let start = 0; start < values.length; start += T) {
      const [a, b, c] = [values[start + first]!, values[start + second]!, values[start + third]!];
      if (Number.isNaN(a) || Number.isNaN(c) || a === to || b !== to) continue;
      changes++;
      expected += other;
      if (c !== to) back++;
    }
  });
  const found = wilsonInterval(back, changes, limits.test.level);
  if (found.status !== 'ok')
    return { changes, undone: back, share: null, ciLow: null, ciHigh: null, byChance: null };
  const { share, low, high } = found;
  return { changes, undone: back, share, ciLow: low, ciHigh: high, byChance: expected / changes };
}

/** Standard deviation between units, about each year's mean; null where no year has two answers. */
function sdWithinYears(values: Float64Array, T: number): number | null {
  let [squares, df] = [0, 0];
  for (let t = 0; t < T; t++) {
    const answers = answersIn(values, T, t);
    if (answers.length < 2) continue;
    const mean = answers.reduce((s, v) => s + v, 0) / answers.length;
    squares += answers.reduce((s, v) => s + (v - mean) ** 2, 0);
    df += answers.length - 1;
  }
  return df < 1 ? null : Math.sqrt(squares / df);
}
