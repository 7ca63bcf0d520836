import { codebook } from '../../data/codebook/codebook.js';
import { SURVEY_REMADE } from '../../data/codebook/comparability.js';
import type { Panel } from '../panel/panel.js';
import { type ComparabilityNote, yearsCompared } from './comparable.js';
import { goodness, type Standing, standingAt, type Standings } from './standing.js';
import type { LocalIndicator } from './view.js';

export type Direction = 'better' | 'worse' | 'same';

/** What two years have in common, of a unit or a group. */
export interface Compared {
  /** Calendar years; null where there is no earlier year to compare with. */
  readonly from: number | null;
  readonly to: number;
  /** Null but where compared. */
  readonly direction: Direction | null;
  readonly comparable: boolean | 'partly';
  readonly notes: readonly ComparabilityNote[];
}

/** The change of one unit on one indicator. */
export interface UnitChange extends Compared {
  /**
   * `compared`; else why there is no direction: the data begin with this year (`no-earlier-year`), nobody was asked in one
   * of the years (`not-asked`), the unit has no answer in one of them (`no-answer`; its standings say why), or the years
   * cannot be compared.
   */
  readonly status: 'compared' | 'no-earlier-year' | 'not-asked' | 'no-answer' | 'not-comparable';
  readonly before: Standing | null;
  readonly after: Standing;
  /** Of numbers, after less before on the indicator's own scale; null for words and where not compared. */
  readonly difference: number | null;
}

/** A unit's change on an indicator between two of the panel's years, by their positions; `from` -1 for none. */
export function unitChange(standings: Standings, unit: number, from: number, to: number): UnitChange {
  const after = standingAt(standings, unit, to);
  const nothing = { direction: null, difference: null };
  const first = { from: null, to: after.year, before: null, after, comparable: false, notes: [] };
  if (from < 0) return { ...first, status: 'no-earlier-year', ...nothing };
  const before = standingAt(standings, unit, from);
  const years = yearsCompared(standings.indicator, before.year, after.year);
  const head = { from: before.year, to: after.year, before, after, ...years };
  if (!isAsked(standings, from) || !isAsked(standings, to))
    return { ...head, status: 'not-asked', ...nothing };
  const [was, is] = [goodness(standings, before), goodness(standings, after)];
  if (was === null || is === null) return { ...head, status: 'no-answer', ...nothing };
  if (years.comparable === false) return { ...head, status: 'not-comparable', ...nothing };
  const difference = standings.words ? null : after.value! - before.value!;
  return { ...head, status: 'compared', direction: directionOf(is - was), difference };
}

/** Towards better where positive. */
export const directionOf = (gain: number): Direction => (gain > 0 ? 'better' : gain < 0 ? 'worse' : 'same');

/** Whether anybody was asked: any standing that says more than that nobody was. */
function isAsked({ cells, years }: Standings, t: number): boolean {
  for (let at = t; at < cells.length; at += years.length)
    if (cells[at]!.status !== 'not-asked' && cells[at]!.status !== 'not-in-year') return true;
  return false;
}

/** A unit's change since the year before and since the first year. */
export interface UnitChanges {
  readonly sinceLast: UnitChange;
  readonly sinceFirst: UnitChange;
}

/** Both changes of a unit up to the panel's year at position t. */
export function unitChanges(
  panel: Panel,
  { standings, series }: LocalIndicator,
  unit: number,
  t: number,
): UnitChanges {
  const first = firstPosition(panel, standings.indicator.id, series.asked);
  return {
    sinceLast: unitChange(standings, unit, t - 1, t),
    sinceFirst: unitChange(standings, unit, first < t ? first : -1, t),
  };
}

/**
 * The first year that a change is counted from: the first in which the indicator was asked, for the municipal survey not
 * before 2016, when it was remade. -1 where there is none.
 */
export function firstPosition(panel: Panel, id: string, asked: readonly number[]): number {
  const item = codebook().items.find((i) => i.id === id);
  const earliest = item?.survey === 'kommun' ? SURVEY_REMADE : -Infinity;
  return asked.find((t) => panel.years[t]! >= earliest) ?? -1;
}
