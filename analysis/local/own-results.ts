import type { Panel } from '../panel/panel.js';
import type { YearColours } from './colours.js';
import { unitsOf } from './comparison.js';
import { groupResult, type GroupResult } from './groups.js';
import { type Standing, standingAt } from './standing.js';
import type { LocalIndicator, LocalView } from './view.js';

/** The groups that a unit's result is held against. */
export interface Beside<T> {
  /** The chosen group, without the unit itself; null where there is none. */
  readonly comparison: T | null;
  /** The unit's own groups, itself counted in as in the published numbers; null where it has no such group. */
  readonly lan: T | null;
  readonly kommungrupp: T | null;
  readonly invanare: T | null;
  readonly riket: T;
}

/** A unit's result on one indicator beside its groups. */
export interface OwnResult {
  readonly indicator: string;
  /** The report's year, or the last one before it in which the indicator was asked. */
  readonly year: number;
  readonly own: Standing;
  readonly colours: YearColours;
  readonly beside: Beside<GroupResult>;
}

/** Members of each group, positions in `Panel.units`. */
export function groupsBeside(panel: Panel, unit: number, comparison: readonly number[]): Beside<number[]> {
  const { groups } = panel.units[unit]!;
  const own = (by: 'lan' | 'kommungrupp' | 'invanare') => {
    const level = groups[by];
    return level === null ? null : unitsOf(panel, { by, level });
  };
  return {
    comparison: comparison.length === 0 ? null : [...comparison],
    lan: own('lan'),
    kommungrupp: own('kommungrupp'),
    invanare: own('invanare'),
    riket: unitsOf(panel, 'riket'),
  };
}

export const mapBeside = <A, B>(groups: Beside<A>, of: (group: A) => B): Beside<B> => {
  const some = (group: A | null) => (group === null ? null : of(group));
  const { comparison, lan, kommungrupp, invanare, riket } = groups;
  return {
    comparison: some(comparison),
    lan: some(lan),
    kommungrupp: some(kommungrupp),
    invanare: some(invanare),
    riket: of(riket),
  };
};

/** The last position up to t at which anybody was asked; -1 for none. */
export const lastAsked = ({ series }: LocalIndicator, t: number): number =>
  series.asked.findLast((s) => s <= t) ?? -1;

/** A unit's results, indicator by indicator. */
export interface OwnResults {
  /** Of the indicators asked in the report's year. */
  readonly now: readonly OwnResult[];
  /** Of those asked in earlier years only, each in its last one. */
  readonly earlier: readonly OwnResult[];
  /** Indicators not asked up to the year at all. */
  readonly never: readonly string[];
}

/** A unit's results in the panel's year at position t, or the last before it. In the data's order. */
export function ownResults(view: LocalView, unit: number, t: number, groups: Beside<number[]>): OwnResults {
  const at = view.indicators.map((i) => ({ i, s: lastAsked(i, t) }));
  const results = (list: typeof at) => list.map(({ i, s }) => resultOf(view.panel, i, unit, s, groups));
  return {
    now: results(at.filter(({ s }) => s === t)),
    earlier: results(at.filter(({ s }) => s >= 0 && s < t)),
    never: at.filter(({ s }) => s < 0).map(({ i }) => i.id),
  };
}

const resultOf = (
  panel: Panel,
  { id, standings, series }: LocalIndicator,
  unit: number,
  t: number,
  groups: Beside<number[]>,
): OwnResult => ({
  indicator: id,
  year: panel.years[t]!,
  own: standingAt(standings, unit, t),
  colours: standings.years[t]!,
  beside: mapBeside(groups, (members) => groupResult(panel, series, t, members)),
});
