import { type ComparabilityNote, yearsCompared } from './comparable.js';
import { type Standing, standingAt, type Standings } from './standing.js';
import type { LocalView } from './view.js';

/** A unit that was red or yellow, became green, and still is: one to call. */
export interface Improver {
  readonly unit: number;
  readonly indicator: string;
  /** The last answer that was red or yellow. */
  readonly before: Standing;
  /** The first green one after it: the change came between the two years. */
  readonly became: Standing;
  /** This year's. */
  readonly now: Standing;
  /** Answers that have been green since. */
  readonly greenYears: number;
  readonly comparable: true | 'partly';
  readonly notes: readonly ComparabilityNote[];
}

/**
 * Who of a group has gone from red or yellow to green and still is in the panel's year at position t: Nej or Delvis to Ja,
 * or for numbers into the best quarter. Years without an answer are passed over; years that cannot be compared show no
 * improvement. By indicator in the data's order, then the latest change first, then the order of `members`.
 */
export function improvers(view: LocalView, members: readonly number[], t: number): Improver[] {
  return view.indicators.flatMap(({ standings }) =>
    members
      .flatMap((unit) => improver(standings, unit, t) ?? [])
      .sort((a, b) => b.became.year - a.became.year),
  );
}

function improver(standings: Standings, unit: number, t: number): Improver | null {
  const now = standingAt(standings, unit, t);
  if (now.colour !== 'green') return null;
  let became = now;
  let greenYears = 1;
  for (let s = t - 1; s >= 0; s--) {
    const then = standingAt(standings, unit, s);
    if (then.colour === null) continue;
    const { comparable, notes } = yearsCompared(standings.indicator, then.year, now.year);
    if (comparable === false) return null;
    if (then.colour !== 'green')
      return {
        unit,
        indicator: standings.indicator.id,
        before: then,
        became,
        now,
        greenYears,
        comparable,
        notes,
      };
    became = then;
    greenYears++;
  }
  return null;
}
