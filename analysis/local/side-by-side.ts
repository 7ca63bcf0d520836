import { UsageError } from '../../data/problems.js';
import type { Panel } from '../panel/panel.js';
import type { YearColours } from './colours.js';
import { unitsOf } from './comparison.js';
import { type LocalFacts, localFacts, type Place, placeOf } from './facts.js';
import { groupResult, type GroupResult } from './groups.js';
import { type Break, breaksOf } from './history.js';
import { lastAsked } from './own-results.js';
import { type Standing, standingAt } from './standing.js';
import { type UnitStatus, unitStatus } from './status.js';
import { type LocalIndicator, type LocalView, yearPosition } from './view.js';
import { countedIn, type NationShare, nationShare, type YesShare, yesShares } from './yes-share.js';

/** One of the units side by side. */
export interface ComparedUnit {
  readonly place: Place;
  readonly status: UnitStatus;
  readonly groups: Readonly<Record<'lan' | 'kommungrupp' | 'invanare', string | null>>;
  readonly share: YesShare;
  /** Who answers after it or did before it. */
  readonly kin: readonly Place[];
}

/** One indicator of all compared units. */
export interface ComparedIndicator {
  readonly facts: LocalFacts;
  /** The year of the report, or the last before it in which anybody was asked. */
  readonly year: number;
  readonly colours: YearColours;
  /** One per unit, in their order. */
  readonly latest: readonly Standing[];
  readonly nation: GroupResult;
  /** Units x years up to the report's. */
  readonly standings: readonly (readonly Standing[])[];
  /** Of the nation, one per year. */
  readonly nations: readonly GroupResult[];
  readonly breaks: readonly Break[];
}

/** Two to ten units beside one another. Goes through JSON unharmed. */
export interface SideBySide {
  readonly year: number;
  readonly years: readonly number[];
  readonly units: readonly ComparedUnit[];
  readonly nation: NationShare;
  /** Questions that the shares are made of. */
  readonly counted: number;
  readonly indicators: readonly ComparedIndicator[];
  /** Asked in no year up to the report's. */
  readonly never: readonly LocalFacts[];
}

/** Wider than this no page can show. */
export const MOST_UNITS = 10;

/**
 * Units side by side, over all indicators and years.
 * @param units positions in `Panel.units` (`findUnit`), 2 to 10, each once
 * @throws UsageError for another number of units, one named twice, and a year that the data have not
 */
export function sideBySide(
  view: LocalView,
  units: readonly number[],
  { year }: { readonly year?: number } = {},
): SideBySide {
  const { panel } = view;
  check(panel, units);
  const t = year === undefined ? panel.years.length - 1 : yearPosition(panel, year);
  const counted = countedIn(view.indicators, t);
  const shares = yesShares(panel, counted, units, t);
  const facts = localFacts(view);
  const all = unitsOf(panel, 'riket');
  const last = view.indicators.map((i) => lastAsked(i, t));
  return {
    year: panel.years[t]!,
    years: panel.years.slice(0, t + 1),
    units: units.map((u, i) => comparedUnit(panel, u, t, shares[i]!)),
    nation: nationShare(panel, counted, t),
    counted: counted.length,
    indicators: view.indicators.flatMap((indicator, i) =>
      last[i]! < 0 ? [] : [compared(panel, indicator, facts[i]!, units, all, { at: last[i]!, t })],
    ),
    never: facts.filter((_, i) => last[i]! < 0),
  };
}

function check({ units: have }: Panel, units: readonly number[]): void {
  if (units.length < 2 || units.length > MOST_UNITS)
    throw new UsageError(`found ${units.length} units to compare; expected 2 to ${MOST_UNITS}`);
  const twice = units.find((u, i) => units.indexOf(u) !== i);
  if (twice !== undefined)
    throw new UsageError(`found ${have[twice]!.name} twice; expected each unit to be compared once`);
}

function comparedUnit(panel: Panel, unit: number, t: number, share: YesShare): ComparedUnit {
  const { lan, kommungrupp, invanare } = panel.units[unit]!.groups;
  const status = unitStatus(panel, unit, t);
  const kin = [...(status.successor === null ? [] : [status.successor]), ...status.predecessors];
  return {
    place: placeOf(panel, unit),
    status,
    groups: { lan, kommungrupp, invanare },
    share,
    kin: kin.map((u) => placeOf(panel, u)),
  };
}

function compared(
  panel: Panel,
  indicator: LocalIndicator,
  facts: LocalFacts,
  units: readonly number[],
  all: readonly number[],
  { at, t }: { readonly at: number; readonly t: number },
): ComparedIndicator {
  const { standings, series } = indicator;
  const years = panel.years.slice(0, t + 1);
  const nations = years.map((_, s) => groupResult(panel, series, s, all));
  return {
    facts,
    year: panel.years[at]!,
    colours: standings.years[at]!,
    latest: units.map((u) => standingAt(standings, u, at)),
    nation: nations[at]!,
    standings: units.map((u) => years.map((_, s) => standingAt(standings, u, s))),
    nations,
    breaks: breaksOf(panel.years, indicator, t),
  };
}
