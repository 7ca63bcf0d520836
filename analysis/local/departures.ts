import { unitsOf } from './comparison.js';
import type { CountyIndicator } from './county-indicators.js';
import { goodness, standingAt } from './standing.js';
import type { LocalIndicator, LocalView } from './view.js';

/** Percent of others that must do better, or worse, for a difference to be listed. Ours. */
export const MOST_OTHERS = 75;

/** On which indicators one unit stands apart from most others. */
export interface Departure {
  readonly unit: number;
  /**
   * Ids. Behind: red or yellow, and at least `MOST_OTHERS` percent of the others that answered do better, in the county, in
   * the unit's SKR group and in the nation. Ahead: green, and as many do worse in all of them. A number that the 20 percent
   * rule hides is passed over, and so is a county of one; the nation must have one.
   */
  readonly behind: readonly string[];
  readonly ahead: readonly string[];
}

/** The departures of units in the panel's year at position t. @param members of the county, positions in `Panel.units` */
export function departures(
  view: LocalView,
  shown: readonly CountyIndicator[],
  units: readonly number[],
  members: readonly number[],
  t: number,
): Departure[] {
  const { panel } = view;
  const local = new Map(view.indicators.map((i) => [i.id, i]));
  const found = shown.map((s) => ({ id: s.id, ...goodnesses(local.get(s.id)!, panel.units.length, t) }));
  const nation = unitsOf(panel, 'riket');
  const groupMembers = new Map<string, readonly number[]>();
  const inGroup = (level: string) => {
    if (!groupMembers.has(level)) groupMembers.set(level, unitsOf(panel, { by: 'kommungrupp', level }));
    return groupMembers.get(level)!;
  };
  return units.map((unit) => {
    const level = panel.units[unit]!.groups.kommungrupp;
    const standsAs = (way: 'behind' | 'ahead') =>
      found.flatMap(({ id, good, colours }, i) => {
        const { county, nation: whole } = shown[i]!;
        const mine = good[unit]!;
        if (Number.isNaN(mine) || colours[unit] === null || whole.status !== 'shown') return [];
        if ((colours[unit] === 'green') !== (way === 'ahead')) return [];
        const others = [
          nation,
          ...(county.status === 'shown' && !county.single ? [members] : []),
          ...(level === null ? [] : [inGroup(level)]),
        ];
        return others.every((list) => mostOthers(good, list, unit, mine, way)) ? [id] : [];
      });
    return { unit, behind: standsAs('behind'), ahead: standsAs('ahead') };
  });
}

function goodnesses({ standings }: LocalIndicator, units: number, t: number) {
  const cells = Array.from({ length: units }, (_, u) => standingAt(standings, u, t));
  return {
    good: Float64Array.from(cells, (s) => goodness(standings, s) ?? NaN),
    colours: cells.map((s) => s.colour),
  };
}

/** Nobody else answering in a group says nothing against it. */
function mostOthers(
  good: Float64Array,
  list: readonly number[],
  unit: number,
  mine: number,
  way: 'behind' | 'ahead',
): boolean {
  let [others, apart] = [0, 0];
  for (const u of list) {
    const theirs = good[u]!;
    if (u === unit || Number.isNaN(theirs)) continue;
    others++;
    if (way === 'behind' ? theirs > mine : theirs < mine) apart++;
  }
  return 100 * apart >= MOST_OTHERS * others;
}
