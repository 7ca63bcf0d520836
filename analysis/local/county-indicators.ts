import type { Text } from '../../data/codebook/codebook.js';
import type { Better, IndicatorType } from '../../data/records.js';
import type { Panel } from '../panel/panel.js';
import { type UnitChange, unitChanges } from './change.js';
import type { YearColours } from './colours.js';
import type { ComparabilityNote } from './comparable.js';
import { unitsOf } from './comparison.js';
import { type GroupChange, groupChanges } from './group-change.js';
import { groupResult, type GroupResult } from './groups.js';
import { rowGroupOf } from './row-groups.js';
import { type Standing, standingAt } from './standing.js';
import type { LocalIndicator, LocalView } from './view.js';

/** What an indicator is called and where it belongs. */
export interface CountyIndicatorName {
  readonly id: string;
  /** As the data have it. */
  readonly label: string;
  /** Area of social services. */
  readonly area: string;
  readonly qualityArea: string;
  readonly indicatorArea: Text | null;
  /** Heading of the appendix's tables that a row of one question stands under; null for others. */
  readonly rowGroup: Text | null;
  readonly type: IndicatorType;
  readonly better: Better;
  /** Answered in words; else a number. */
  readonly words: boolean;
}

/** One unit's result, and what it was before. */
export interface CountyCell extends Pick<Standing, 'status' | 'answer' | 'value' | 'colour'> {
  /** Null where there is nothing to compare with. */
  readonly sinceLast: CellChange | null;
  readonly sinceFirst: CellChange | null;
}

/** What changed in one answer between two years. */
export interface CellChange extends Pick<Standing, 'answer' | 'value' | 'colour'> {
  /** The earlier year, whose result the rest is. */
  readonly year: number;
  /** From the earlier year to the report's. */
  readonly direction: 'better' | 'worse' | 'same';
  readonly comparable: boolean | 'partly';
}

/** One indicator, asked in the report's year, of a county. */
export interface CountyIndicator extends CountyIndicatorName {
  /** In the order of the report's units. */
  readonly cells: readonly CountyCell[];
  readonly colours: YearColours;
  /** In the order of the report's cities: the districts' result. */
  readonly cities: readonly GroupResult[];
  readonly county: GroupResult;
  readonly nation: GroupResult;
  /**
   * Whether the nation's result (the county is part of it) lies outside the interval of the county's: above or below what
   * it may well be. `indistinct`: within it; null where one of them is not shown or the county is one unit.
   */
  readonly versusNation: 'better' | 'worse' | 'indistinct' | null;
  /** In the order of the report's groups. */
  readonly groups: readonly GroupResult[];
  readonly sinceLast: GroupChange;
  readonly sinceFirst: GroupChange;
  /** What is on record between the first year and this that touches the comparison. */
  readonly notes: readonly ComparabilityNote[];
}

/** Whose results stand beside one another. */
export interface CountyScope {
  /** Units of the report, in its order. */
  readonly units: readonly number[];
  /** All that were ever in the county. */
  readonly members: readonly number[];
  readonly cities: readonly (readonly number[])[];
  /** Levels of `kommungrupp`. */
  readonly groups: readonly string[];
}

export const nameOf = ({ id, standings, area }: LocalIndicator): CountyIndicatorName => ({
  id,
  label: standings.indicator.label,
  area: standings.indicator.area,
  qualityArea: area.qualityArea,
  indicatorArea: area.indicatorArea,
  rowGroup: rowGroupOf(id),
  type: standings.indicator.type,
  better: standings.indicator.better,
  words: standings.words,
});

/** The indicators that were asked in the panel's year at position t, in the data's order. */
export function countyIndicators(view: LocalView, scope: CountyScope, t: number): CountyIndicator[] {
  const { panel } = view;
  const nation = unitsOf(panel, 'riket');
  const groups = scope.groups.map((level) => unitsOf(panel, { by: 'kommungrupp', level }));
  return view.indicators
    .filter((i) => i.series.asked.includes(t))
    .map((i) => {
      const result = (members: readonly number[]) => groupResult(panel, i.series, t, members);
      const { sinceLast, sinceFirst } = groupChanges(panel, i, scope.members, t);
      const [county, whole] = [result(scope.members), result(nation)];
      return {
        ...nameOf(i),
        cells: scope.units.map((u) => cellOf(panel, i, u, t)),
        colours: i.standings.years[t]!,
        cities: scope.cities.map(result),
        county,
        nation: whole,
        versusNation: versus(county, whole, i.standings.indicator.better),
        groups: groups.map(result),
        sinceLast,
        sinceFirst,
        notes: sinceFirst.notes.length > 0 ? sinceFirst.notes : sinceLast.notes,
      };
    });
}

function cellOf(panel: Panel, indicator: LocalIndicator, unit: number, t: number): CountyCell {
  const { status, answer, value, colour } = standingAt(indicator.standings, unit, t);
  const changes = unitChanges(panel, indicator, unit, t);
  const head = { status, answer, value, colour };
  return { ...head, sinceLast: cellChange(changes.sinceLast), sinceFirst: cellChange(changes.sinceFirst) };
}

function cellChange({ before, direction, comparable }: UnitChange): CellChange | null {
  if (before === null || direction === null) return null;
  const { year, answer, value, colour } = before;
  return { year, answer, value, colour, direction, comparable };
}

function versus(county: GroupResult, nation: GroupResult, better: Better): CountyIndicator['versusNation'] {
  const { interval, value } = county;
  if (interval === null || value === null || nation.value === null || county.single) return null;
  if (nation.value >= interval.low && nation.value <= interval.high) return 'indistinct';
  return value > nation.value === (better === 'higher') ? 'better' : 'worse';
}
