import type { Panel } from '../panel/panel.js';
import { type Compared, directionOf, firstPosition } from './change.js';
import { yearsCompared } from './comparable.js';
import { groupResult, type GroupResult } from './groups.js';
import { goodness, standingAt } from './standing.js';
import type { LocalIndicator } from './view.js';

/** The change of a group on one indicator, over the units that answered in both years. */
export interface GroupChange extends Compared {
  /** As of a unit; `suppressed`: the 20 percent rule hides one of the years; `no-pairs`: no unit answered in both. */
  readonly status:
    'compared' | 'no-earlier-year' | 'not-asked' | 'suppressed' | 'no-pairs' | 'not-comparable';
  /** Units with an answer in both years: `before`, `after` and the counts are theirs alone. */
  readonly pairs: number;
  /** Ja in percent, or the mean; null but where compared. */
  readonly before: number | null;
  readonly after: number | null;
  /** In percentage points, or on the indicator's own scale. */
  readonly difference: number | null;
  /** Pairs that answered better, worse and the same (Delvis lies between Nej and Ja). */
  readonly improved: number;
  readonly worsened: number;
  readonly same: number;
}

/**
 * A group's change between two of the panel's years, by their positions (`from` -1 for none). Paired units only, so that it
 * is not made of others answering: `before` and `after` may differ from the group's results of the years. The direction is
 * that of the share or mean.
 */
export function groupChange(
  panel: Panel,
  { standings, series }: LocalIndicator,
  members: readonly number[],
  from: number,
  to: number,
): GroupChange {
  const year = panel.years[to]!;
  const none = { direction: null, before: null, after: null, difference: null };
  const counts = { pairs: 0, improved: 0, worsened: 0, same: 0 };
  if (from < 0)
    return {
      from: null,
      to: year,
      comparable: false,
      notes: [],
      status: 'no-earlier-year',
      ...none,
      ...counts,
    };
  const years = yearsCompared(standings.indicator, panel.years[from]!, year);
  const head = { from: panel.years[from]!, to: year, ...years };
  const ends = [from, to].map((t) => groupResult(panel, series, t, members));
  const refused = whyNot(ends, years.comparable);
  if (refused) return { ...head, status: refused, ...none, ...counts };
  const T = panel.years.length;
  const has = (u: number, t: number) => !Number.isNaN(series.values[u * T + t]!);
  const paired = members.filter((u) => has(u, from) && has(u, to));
  if (paired.length === 0) return { ...head, status: 'no-pairs', ...none, ...counts };
  const factor = series.yesNo ? 100 : 1;
  const mean = (t: number) =>
    (factor * paired.reduce((s, u) => s + series.values[u * T + t]!, 0)) / paired.length;
  const [before, after] = [mean(from), mean(to)];
  const gains = paired.map(
    (u) =>
      goodness(standings, standingAt(standings, u, to))! -
      goodness(standings, standingAt(standings, u, from))!,
  );
  const gain = standings.indicator.better === 'lower' ? before - after : after - before;
  return {
    ...head,
    status: 'compared',
    direction: directionOf(gain),
    before,
    after,
    difference: after - before,
    pairs: paired.length,
    improved: gains.filter((g) => g > 0).length,
    worsened: gains.filter((g) => g < 0).length,
    same: gains.filter((g) => g === 0).length,
  };
}

function whyNot(
  ends: readonly GroupResult[],
  comparable: boolean | 'partly',
): Exclude<GroupChange['status'], 'compared' | 'no-earlier-year'> | null {
  if (ends.some((r) => r.status === 'not-asked' || r.status === 'no-members')) return 'not-asked';
  if (comparable === false) return 'not-comparable';
  if (ends.some((r) => r.status === 'nobody-answered')) return 'no-pairs';
  return ends.some((r) => r.status === 'suppressed') ? 'suppressed' : null;
}

/** Both changes of a group up to the panel's year at position t. */
export function groupChanges(
  panel: Panel,
  indicator: LocalIndicator,
  members: readonly number[],
  t: number,
): { readonly sinceLast: GroupChange; readonly sinceFirst: GroupChange } {
  const first = firstPosition(panel, indicator.id, indicator.series.asked);
  return {
    sinceLast: groupChange(panel, indicator, members, t - 1, t),
    sinceFirst: groupChange(panel, indicator, members, first < t ? first : -1, t),
  };
}
