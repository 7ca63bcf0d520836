import type { Panel } from '../panel/panel.js';
import { acrossAreas, type QuestionAcrossAreas } from './across-areas.js';
import { backgroundOf, type BackgroundRow } from './background.js';
import {
  type ComparisonChoice,
  type ComparisonGroup,
  comparisonGroup,
  usualComparison,
} from './comparison.js';
import { type LocalFacts, localFacts, type Place, placeOf } from './facts.js';
import { ownHistory, type OwnHistory } from './history.js';
import { areasToImprove, type AreaToImprove, type Improvements } from './improve.js';
import { type Nearest, type NearestOptions, nearestUnits } from './nearest.js';
import { groupsBeside, ownResults, type OwnResults } from './own-results.js';
import { type UnitStatus, unitStatus } from './status.js';
import { type LocalView, yearPosition } from './view.js';
import { type WhomToCall, whomToCall } from './whom-to-call.js';

/** Which year, and whom to compare with. */
export interface MunicipalityOptions {
  /** Calendar year; the last of the data, for a unit that has ceased the last in which it answered. */
  readonly year?: number;
  /** Whom to compare with: the county, for a district the other districts of its city. */
  readonly choice?: ComparisonChoice;
  /** Explain who is nearest on covariates, too, whatever the choice. Their own options go with the choice `narmast`. */
  readonly nearest?: NearestOptions;
}

/** All that the report of a municipality or district holds. Goes through JSON unharmed. */
export interface MunicipalityReport {
  readonly unit: Place;
  readonly year: number;
  /** The panel's years up to the report's. */
  readonly years: readonly number[];
  /** Of the unit in the report's year, and in the last year of the data, where that is another; else null. */
  readonly status: UnitStatus;
  readonly later: UnitStatus | null;
  /** The unit's own county, SKR group and size class, as the data name them. */
  readonly groups: Readonly<Record<'lan' | 'kommungrupp' | 'invanare', string | null>>;
  /** The comparison group used. */
  readonly comparison: ComparisonGroup;
  /** Its members that are in the data of the report's year: those that the tables can compare with. */
  readonly present: readonly number[];
  /** The group asked for or usual, where it was refused and another used instead; else null. */
  readonly refused: ComparisonGroup | null;
  readonly nearest: Nearest | null;
  /** Every unit that the record mentions by its position. */
  readonly places: readonly Place[];
  readonly indicators: readonly LocalFacts[];
  readonly results: OwnResults;
  readonly improvements: Improvements;
  /** `improvements.ranked`, `shared` and `withoutComparison`, one after the other: what step 1 proposes, in its order. */
  readonly candidates: readonly AreaToImprove[];
  readonly across: readonly QuestionAcrossAreas[];
  readonly background: readonly BackgroundRow[];
  readonly history: readonly OwnHistory[];
  readonly call: readonly WhomToCall[];
}

/**
 * What Socialstyrelsen's guide of 2017 asks of a municipality in four steps, as far as data can say it.
 * @param unit position in `Panel.units` (`findUnit`)
 * @throws UsageError for a year that the data have not, an own list with unknown places, and what `nearestUnits` refuses
 */
export function municipalityReport(
  view: LocalView,
  unit: number,
  { year, choice, nearest }: MunicipalityOptions = {},
): MunicipalityReport {
  const { panel } = view;
  const t = year === undefined ? usualYear(panel, unit) : yearPosition(panel, year);
  const { used, refused } = chosen(panel, unit, choice ?? usualComparison(panel, unit));
  const { members } = used;
  const results = ownResults(view, unit, t, groupsBeside(panel, unit, members));
  const improvements = areasToImprove(view, unit, t, members);
  const candidates = [...improvements.ranked, ...improvements.shared, ...improvements.withoutComparison];
  const report = {
    year: panel.years[t]!,
    years: panel.years.slice(0, t + 1),
    status: unitStatus(panel, unit, t),
    later: t === panel.years.length - 1 ? null : unitStatus(panel, unit, panel.years.length - 1),
    groups: groupNames(panel, unit),
    comparison: used,
    present: members.filter((u) => panel.present[u * panel.years.length + t]),
    refused,
    nearest: used.nearest ?? (nearest ? nearestUnits(panel, unit, nearest) : null),
    results,
    improvements,
    candidates,
    across: acrossAreas(view, unit, t),
    background: backgroundOf(panel, unit, members),
    history: ownHistory(view, unit, t, members),
    call: whomToCall(view, unit, t, members, candidates),
  };
  const places = mentioned(report).map((u) => placeOf(panel, u));
  return { unit: placeOf(panel, unit), ...report, places, indicators: localFacts(view) };
}

/** The position of the last year, or of the last in which a unit that has ceased answered or was asked. */
function usualYear(panel: Panel, unit: number): number {
  const last = panel.years.length - 1;
  const { status, years, answeredYears } = unitStatus(panel, unit, last);
  return status === 'ceased' ? panel.years.indexOf(answeredYears.at(-1) ?? years.at(-1)!) : last;
}

/** A group that is refused names another to choose instead: that one is used, and what was refused told. */
function chosen(
  panel: Panel,
  unit: number,
  choice: ComparisonChoice,
): { readonly used: ComparisonGroup; readonly refused: ComparisonGroup | null } {
  const first = comparisonGroup(panel, unit, choice);
  let used = first;
  const tried = new Set([used.by]);
  while (used.status === 'refused' && used.instead !== null && !tried.has(used.instead)) {
    tried.add(used.instead);
    used = comparisonGroup(panel, unit, { by: used.instead } as ComparisonChoice);
  }
  return { used, refused: first === used ? null : first };
}

function groupNames({ units }: Panel, unit: number): MunicipalityReport['groups'] {
  const { lan, kommungrupp, invanare } = units[unit]!.groups;
  return { lan, kommungrupp, invanare };
}

/** In the order of the data. */
function mentioned({
  status,
  comparison,
  nearest,
  call,
}: Pick<MunicipalityReport, 'status' | 'comparison' | 'nearest' | 'call'>): number[] {
  const all = [
    ...comparison.members,
    ...comparison.leftOut,
    ...status.predecessors,
    ...(status.successor === null ? [] : [status.successor]),
    ...(nearest?.neighbours ?? []).map((n) => n.unit),
    ...call.flatMap((c) => [...c.group, ...c.others].map((i) => i.unit)),
  ];
  return [...new Set(all)].sort((a, b) => a - b);
}
