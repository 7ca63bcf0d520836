import { type AreaGroup, byQualityArea } from './by-quality-area.js';
import { yearsCompared } from './comparable.js';
import { groupResult, type GroupResult } from './groups.js';
import { goodness, type Standing, standingAt, type Standings } from './standing.js';
import type { LocalIndicator, LocalView } from './view.js';

/** An indicator on which a unit is red or yellow. */
export interface AreaToImprove {
  readonly indicator: string;
  readonly standing: Standing;
  /** The comparison group's result that year, without the unit. */
  readonly group: GroupResult;
  /** Percent of the group's answering units with a better result than the unit's, and with a worse one; null where the group has no number to show. */
  readonly ahead: number | null;
  readonly behind: number | null;
  /** Years in a row, up to this one, in which the unit answered and was red or yellow. */
  readonly lasting: number;
  /** The first of those years. */
  readonly since: number;
}

/** What a unit may choose to work with: the guide's step 1. */
export interface Improvements {
  readonly year: number;
  /** Where the group does better, first things first: see `areasToImprove`. */
  readonly ranked: readonly AreaToImprove[];
  /** The same entries by quality area and indicator area. */
  readonly areas: readonly AreaGroup<AreaToImprove>[];
  /** Red or yellow, but the group does no better. */
  readonly shared: readonly AreaToImprove[];
  /** Red or yellow, but the group has no number to compare with: `group.status` says why. */
  readonly withoutComparison: readonly AreaToImprove[];
  /** Indicators on which the unit has a colour that year; 0 where it did not answer at all. */
  readonly judged: number;
}

/**
 * A unit's red and yellow indicators in the panel's year at position t. The group does better where more of its answering
 * units have a better result than a worse one. The order is one criterion after the other, no score: red before yellow; the
 * larger share of the group ahead; the longer lasting; the data's order.
 * @param members the comparison group, positions in `Panel.units`; the unit itself is taken out
 */
export function areasToImprove(
  view: LocalView,
  unit: number,
  t: number,
  members: readonly number[],
): Improvements {
  const others = members.filter((u) => u !== unit);
  const coloured = view.indicators.filter((i) => standingAt(i.standings, unit, t).colour !== null);
  const entries = coloured
    .filter((i) => standingAt(i.standings, unit, t).colour !== 'green')
    .map((i) => entryOf(view, i, unit, t, others));
  const compared = entries.filter((e) => e.ahead !== null);
  const doesBetter = (e: AreaToImprove) => e.ahead! > e.behind!;
  const ranked = compared.filter(doesBetter).sort(byCriteria);
  const indicators = new Map(view.indicators.map((i) => [i.id, i]));
  return {
    year: view.panel.years[t]!,
    ranked,
    areas: byQualityArea(ranked, (e) => indicators.get(e.indicator)!),
    shared: compared.filter((e) => !doesBetter(e)),
    withoutComparison: entries.filter((e) => e.ahead === null),
    judged: coloured.length,
  };
}

const red = (e: AreaToImprove) => (e.standing.colour === 'red' ? 0 : 1);

const byCriteria = (a: AreaToImprove, b: AreaToImprove) =>
  red(a) - red(b) || b.ahead! - a.ahead! || b.lasting - a.lasting;

function entryOf(
  { panel }: LocalView,
  { id, standings, series }: LocalIndicator,
  unit: number,
  t: number,
  others: readonly number[],
): AreaToImprove {
  const standing = standingAt(standings, unit, t);
  const group = groupResult(panel, series, t, others);
  const mine = goodness(standings, standing)!;
  const theirs = others.flatMap((u) => goodness(standings, standingAt(standings, u, t)) ?? []);
  const percent = (k: number) => (group.status === 'shown' ? (100 * k) / theirs.length : null);
  return {
    indicator: id,
    standing,
    group,
    ahead: percent(theirs.filter((g) => g > mine).length),
    behind: percent(theirs.filter((g) => g < mine).length),
    ...lastingOf(standings, unit, t),
  };
}

/** Back from year t while the unit was red or yellow: a year without answer, a green one or a break in comparability ends it. */
function lastingOf(standings: Standings, unit: number, t: number): { lasting: number; since: number } {
  let first = t;
  for (let s = t - 1; s >= 0; s--) {
    const { colour, year } = standingAt(standings, unit, s);
    if (colour === null || colour === 'green') break;
    if (yearsCompared(standings.indicator, year, standings.years[t]!.year).comparable === false) break;
    first = s;
  }
  return { lasting: t - first + 1, since: standings.years[first]!.year };
}
