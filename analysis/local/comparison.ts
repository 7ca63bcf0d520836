import type { KnownGrouping, UnitRecord } from '../../data/records.js';
import type { Panel } from '../panel/panel.js';
import { type Nearest, type NearestOptions, type NearestRefusal, nearestUnits } from './nearest.js';
import { findUnit } from './places.js';

/**
 * Whom a unit is compared with: its county, SKR group or size class; the nearest on covariates; the other districts of its
 * city (`stadsdelar`) or of all cities with districts (`storstader`); or a list of its own, as people write places.
 */
export type ComparisonChoice =
  | { readonly by: 'lan' | 'kommungrupp' | 'invanare' | 'stadsdelar' | 'storstader' }
  | ({ readonly by: 'narmast' } & NearestOptions)
  | { readonly by: 'egen'; readonly units: readonly string[] };

export type ComparisonBy = ComparisonChoice['by'];

export type ComparisonRefusal =
  NearestRefusal | 'unit-has-no-group' | 'no-other-unit' | 'unit-is-no-district';

/** The units that one is compared with, or why there are none. */
export interface ComparisonGroup {
  readonly by: ComparisonBy;
  /** The county, group or class; the city's municipality code; null where it has no name. */
  readonly level: string | null;
  /** Positions in `Panel.units`, without the unit itself. They may not all be of every year. */
  readonly members: readonly number[];
  /** `single`: one unit, whose result is its own; `refused`: `reason` says why there is none. */
  readonly status: 'ok' | 'single' | 'refused';
  readonly reason: ComparisonRefusal | null;
  /** What to choose instead where refused. */
  readonly instead: ComparisonBy | null;
  /** Who is how near and why; null for other choices. */
  readonly nearest: Nearest | null;
  /** Left out of the choice: the city's own districts, a district's own city, or the unit itself in its own list. */
  readonly leftOut: readonly number[];
}

/** Whether the unit is a part of a municipality. */
export const isDistrict = ({ id, municipality }: UnitRecord): boolean => id !== municipality;

/** The choice that fits a unit best: the county, for a district the other districts of its city. */
export const usualComparison = (panel: Panel, unit: number): ComparisonChoice => ({
  by: isDistrict(panel.units[unit]!) ? 'stadsdelar' : 'lan',
});

/** The units of a group, or of the nation; positions in `Panel.units`. */
export function unitsOf(panel: Panel, group: { by: KnownGrouping; level: string } | 'riket'): number[] {
  return panel.units.flatMap(({ groups }, u) =>
    group === 'riket' || groups[group.by] === group.level ? [u] : [],
  );
}

/** A city's districts that answer for themselves, by the city's municipality code: the guide shows their share as the city's. */
export const districtsOf = (panel: Panel, municipality: string): number[] =>
  panel.units.flatMap((u, i) => (isDistrict(u) && u.municipality === municipality ? [i] : []));

/**
 * The comparison group of a unit. A city is not compared with its own districts, nor a district with its own city.
 * @param unit position in `Panel.units`
 * @throws UsageError for an own list that names an unknown or ambiguous unit
 */
export function comparisonGroup(panel: Panel, unit: number, choice: ComparisonChoice): ComparisonGroup {
  const own = panel.units[unit]!;
  const refuse = (reason: ComparisonRefusal, instead: ComparisonBy | null) =>
    group(choice.by, null, [], { reason, instead });
  switch (choice.by) {
    case 'narmast': {
      const nearest = nearestUnits(panel, unit, choice);
      const members = nearest.neighbours.map((n) => n.unit);
      if (nearest.status === 'ok') return group('narmast', null, members, { nearest });
      const instead = nearest.reason === 'district-without-covariates' ? 'stadsdelar' : 'kommungrupp';
      return { ...refuse(nearest.reason!, instead), nearest };
    }
    case 'egen': {
      const named = [...new Set(choice.units.map((text) => findUnit(panel, text).unit))];
      const members = named.filter((u) => u !== unit);
      const leftOut = named.filter((u) => u === unit);
      if (members.length === 0) return { ...refuse('no-other-unit', 'kommungrupp'), leftOut };
      return group('egen', null, members, { leftOut });
    }
    case 'stadsdelar':
    case 'storstader': {
      if (!isDistrict(own)) return refuse('unit-is-no-district', 'invanare');
      const cities =
        choice.by === 'stadsdelar' ? [own.municipality] : new Set(panel.units.map((u) => u.municipality));
      const members = [...cities].flatMap((city) => districtsOf(panel, city)).filter((u) => u !== unit);
      const level = choice.by === 'stadsdelar' ? own.municipality : null;
      return members.length > 0 ? group(choice.by, level, members) : refuse('no-other-unit', 'kommungrupp');
    }
    case 'lan':
    case 'kommungrupp':
    case 'invanare':
      return byGrouping(panel, unit, choice.by);
  }
}

function byGrouping(panel: Panel, unit: number, by: 'lan' | 'kommungrupp' | 'invanare'): ComparisonGroup {
  const own = panel.units[unit]!;
  const instead = by === 'kommungrupp' ? 'invanare' : 'kommungrupp';
  const level = own.groups[by];
  if (level === null) return group(by, null, [], { reason: 'unit-has-no-group', instead });
  const all = unitsOf(panel, { by, level }).filter((u) => u !== unit);
  const isKin = (u: UnitRecord) => u.municipality === own.municipality && isDistrict(u) !== isDistrict(own);
  const members = all.filter((u) => !isKin(panel.units[u]!));
  const leftOut = all.filter((u) => isKin(panel.units[u]!));
  return members.length > 0
    ? group(by, level, members, { leftOut })
    : group(by, level, [], { reason: 'no-other-unit', instead, leftOut });
}

function group(
  by: ComparisonBy,
  level: string | null,
  members: readonly number[],
  rest: Partial<Pick<ComparisonGroup, 'reason' | 'instead' | 'nearest' | 'leftOut'>> = {},
): ComparisonGroup {
  const status = members.length === 0 ? 'refused' : members.length === 1 ? 'single' : 'ok';
  return { by, level, members, status, reason: null, instead: null, nearest: null, leftOut: [], ...rest };
}
