import { UsageError } from '../../data/problems.js';
import { commonAreas, type CommonAreas } from './common-areas.js';
import { unitsOf } from './comparison.js';
import { beyondChance, type BeyondChance } from './county-changes.js';
import {
  countyIndicators,
  type CountyIndicator,
  type CountyIndicatorName,
  nameOf,
} from './county-indicators.js';
import { type CountyArea, countyLayout } from './county-layout.js';
import { answerNoise, type AnswerNoise } from './county-noise.js';
import { type CountyTheme, countyThemes, LASTING, MOST_CALLED, toCall } from './county-themes.js';
import { type CountyUnits, countyUnits } from './county-units.js';
import { type Departure, departures, MOST_OTHERS } from './departures.js';
import { areasToImprove, type AreaToImprove } from './improve.js';
import { improvers, type Improver } from './improvers.js';
import { rowGroupOf } from './row-groups.js';
import { indicatorStatus, type IndicatorStatus } from './status.js';
import { type LocalView, yearPosition } from './view.js';

/** An indicator that nobody was asked in the report's year. */
export interface NotAsked extends CountyIndicatorName, IndicatorStatus {}

/** An SKR group that a unit of the county belongs to. */
export interface CountyGroup {
  readonly level: string;
  /** Units with rows in the report's year: of the nation, and of the county. */
  readonly nation: number;
  readonly county: number;
}

/** What a county of one unit can work with: its group does better there. */
export interface OwnArea extends AreaToImprove {
  /** Units of the same SKR group that have become green and stayed so. */
  readonly call: readonly Improver[];
}

/** Everything that the county report says. JSON-able: no NaN, no functions. */
export interface CountyReport extends CountyUnits {
  /** The county as the data's column `lan` has it. */
  readonly county: string;
  readonly year: number;
  /** All years of the data. */
  readonly years: readonly number[];
  /** `single-unit`: one unit, which has nothing in common with others; `empty`: none has rows that year. */
  readonly status: 'ok' | 'single-unit' | 'empty';
  readonly groups: readonly CountyGroup[];
  readonly indicators: readonly CountyIndicator[];
  readonly notAsked: readonly NotAsked[];
  /** Layout of `indicators`. */
  readonly areas: readonly CountyArea[];
  readonly common: CommonAreas;
  readonly themes: readonly CountyTheme[];
  readonly improvers: readonly Improver[];
  /** Of a single unit; else empty. */
  readonly own: readonly OwnArea[];
  readonly departures: readonly Departure[];
  readonly changes: BeyondChance;
  readonly noise: AnswerNoise | null;
  /** Names of units outside the county that the report mentions. */
  readonly others: readonly { readonly unit: number; readonly name: string }[];
  /** The report's own limits. */
  readonly limits: { readonly lasting: number; readonly called: number; readonly mostOthers: number };
}

/**
 * The report of a county in one year, the last of the data unless asked for another.
 * @param county a level of the panel's grouping `lan` (`findCounty` gives it)
 * @throws UsageError for a county or year that the data do not have
 */
export function countyReport(
  view: LocalView,
  county: string,
  options: { readonly year?: number } = {},
): CountyReport {
  const { panel } = view;
  if (!panel.groupings.get('lan')!.levels.includes(county))
    throw new UsageError(`the data have no units of the county ${JSON.stringify(county)}`);
  const t = options.year === undefined ? panel.years.length - 1 : yearPosition(panel, options.year);
  const members = unitsOf(panel, { by: 'lan', level: county });
  const found = countyUnits(panel, members, t);
  const units = found.units.map((u) => u.unit);
  const groups = countyGroups(view, units, t);
  const scope = { units, members, cities: found.cities.map((c) => c.districts), groups: groups.map((g) => g.level) }; // prettier-ignore
  const indicators = countyIndicators(view, scope, t);
  const common = commonAreas(view, members, t);
  const improved = improvers(view, units, t);
  const status = units.length === 0 ? 'empty' : units.length === 1 ? 'single-unit' : 'ok';
  const own = status === 'single-unit' ? ownAreas(view, units[0]!, t) : [];
  const asked = new Set(indicators.map((i) => i.id));
  const inCounty = new Set(members);
  return {
    county,
    year: panel.years[t]!,
    years: panel.years,
    status,
    ...found,
    groups,
    indicators,
    notAsked: view.indicators
      .filter((i) => !asked.has(i.id))
      .map((i) => ({ ...nameOf(i), ...indicatorStatus(panel, i, t) })),
    areas: countyLayout(view.indicators.filter((i) => asked.has(i.id)), rowGroupOf), // prettier-ignore
    common,
    themes: status === 'ok' ? countyThemes(indicators, common, improved) : [],
    improvers: improved,
    own,
    departures: departures(view, indicators, units, members, t),
    changes: beyondChance(indicators),
    noise: answerNoise(view),
    others: [...new Set(own.flatMap((o) => o.call.map((i) => i.unit)))]
      .filter((u) => !inCounty.has(u))
      .map((unit) => ({ unit, name: panel.units[unit]!.name })),
    limits: { lasting: LASTING, called: MOST_CALLED, mostOthers: MOST_OTHERS },
  };
}

/** SKR's groups of the units, in the order of their names. */
function countyGroups({ panel }: LocalView, units: readonly number[], t: number): CountyGroup[] {
  const T = panel.years.length;
  const levelOf = (u: number) => panel.units[u]!.groups.kommungrupp;
  const levels = [...new Set(units.flatMap((u) => levelOf(u) ?? []))].sort();
  const present = (u: number) => panel.present[u * T + t];
  return levels.map((level) => ({
    level,
    nation: unitsOf(panel, { by: 'kommungrupp', level }).filter(present).length,
    county: units.filter((u) => levelOf(u) === level).length,
  }));
}

/** One unit's areas to improve against its SKR group, with those of the group that have improved there. */
function ownAreas(view: LocalView, unit: number, t: number): OwnArea[] {
  const level = view.panel.units[unit]!.groups.kommungrupp;
  if (level === null) return [];
  const group = unitsOf(view.panel, { by: 'kommungrupp', level }).filter((u) => u !== unit);
  const improved = improvers(view, group, t);
  return areasToImprove(view, unit, t, group).ranked.map((area) => ({
    ...area,
    call: toCall(improved.filter((i) => i.indicator === area.indicator)),
  }));
}
