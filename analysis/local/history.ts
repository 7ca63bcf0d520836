import type { UnitChanges } from './change.js';
import { unitChanges } from './change.js';
import { type YearsCompared, yearsCompared } from './comparable.js';
import { type GroupChange, groupChanges } from './group-change.js';
import { type Standing, standingAt } from './standing.js';
import { type IndicatorStatus, indicatorStatus } from './status.js';
import type { LocalIndicator, LocalView } from './view.js';

/** Two asked years in a row between which something touches comparability. */
export interface Break extends YearsCompared {
  readonly from: number;
  readonly to: number;
}

/** What is known of two spans: since the year before, and since the first. */
export interface Changes<T> {
  readonly sinceLast: T;
  readonly sinceFirst: T;
}

/** A unit's answers on one indicator year by year, and what changed. */
export interface OwnHistory {
  readonly indicator: string;
  readonly status: IndicatorStatus;
  /** One per year of the panel up to the report's. */
  readonly standings: readonly Standing[];
  /** Between asked years in a row, where they are not comparable in full. */
  readonly breaks: readonly Break[];
  readonly own: UnitChanges;
  /** Answers in a row, up to this year's, that are the same; null for numbers and without an answer this year. */
  readonly held: number | null;
  /** Of the comparison group; null where there is none. */
  readonly group: Changes<GroupChange> | null;
  readonly nation: Changes<GroupChange>;
}

/** A unit's history on every indicator up to the panel's year at position t, in the data's order. */
export function ownHistory(
  view: LocalView,
  unit: number,
  t: number,
  members: readonly number[],
): OwnHistory[] {
  const { panel } = view;
  const all = panel.units.map((_, u) => u);
  return view.indicators.map((i) => ({
    indicator: i.id,
    status: indicatorStatus(panel, i, t),
    standings: panel.years.slice(0, t + 1).map((_, s) => standingAt(i.standings, unit, s)),
    breaks: breaksOf(panel.years, i, t),
    own: unitChanges(panel, i, unit, t),
    held: heldOf(i, unit, t),
    group: members.length === 0 ? null : groupChanges(panel, i, members, t),
    nation: groupChanges(panel, i, all, t),
  }));
}

/** Years without an answer are passed over. */
function heldOf({ standings }: LocalIndicator, unit: number, t: number): number | null {
  const { answer } = standingAt(standings, unit, t);
  if (answer === null) return null;
  let held = 0;
  for (let s = t; s >= 0; s--) {
    const then = standingAt(standings, unit, s).answer;
    if (then !== null && then !== answer) break;
    if (then === answer) held++;
  }
  return held;
}

/** Between asked years in a row, up to position t. */
export function breaksOf(
  years: readonly number[],
  { standings, series }: LocalIndicator,
  t: number,
): Break[] {
  const asked = series.asked.filter((s) => s <= t).map((s) => years[s]!);
  return asked.slice(1).flatMap((to, i) => {
    const from = asked[i]!;
    const compared = yearsCompared(standings.indicator, from, to);
    return compared.comparable === true ? [] : [{ from, to, ...compared }];
  });
}
