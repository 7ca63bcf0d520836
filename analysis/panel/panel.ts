import {
  groupings,
  type About,
  type CareUnitKind,
  type CareUnitRecord,
  type DataFolder,
  type Grouping,
  type IndicatorRecord,
  type InputFile,
  type OwnLabels,
  type UnitRecord,
} from '../../data/records.js';
import type { Problem } from '../../data/problems.js';
import type { Column } from '../stats/index.js';

// Typed arrays cannot be frozen: this type forbids the writing.
export type { Column };

/** A unit's standing in SKR's survey for one area (specification, section 3). */
export const userStatuses = ['user', 'non-user', 'other', 'unknown'] as const;
export type UserStatus = (typeof userStatuses)[number];

/** Which group each unit belongs to: `codes[unit]` is a position in `levels`, or -1 where it has none. */
export interface GroupCodes {
  readonly levels: readonly string[];
  readonly codes: Column;
}

/** The answers to one indicator, units x years (`unit * years + year`); NaN where missing, with the reason's position. */
export interface Answers {
  readonly codes: Column;
  readonly reasons: Column;
}

/** The care units' values of one measure by column; `unit` is a position in `Panel.units`, `value` NaN where missing. */
export interface CareUnits {
  readonly length: number;
  readonly unit: Column;
  /** Calendar year. */
  readonly year: Column;
  readonly kind: readonly CareUnitKind[];
  readonly value: Column;
}

/**
 * Units x years x indicators, immutable. Years are calendar years without gaps from the first to the last in the
 * data, so that a lag is a number of years and never "the previous row".
 */
export interface Panel {
  readonly units: readonly UnitRecord[];
  readonly years: readonly number[];
  readonly indicators: readonly IndicatorRecord[];
  readonly groupings: ReadonlyMap<Grouping, GroupCodes>;
  /** By indicator id. */
  readonly answers: ReadonlyMap<string, Answers>;
  /** Units x years: 1 where the unit existed that year, that is, has a row in `answers.csv`. */
  readonly present: Column;
  /** By area: each unit's position in `userStatuses`. */
  readonly userStatus: ReadonlyMap<string, Column>;
  /** By measure. */
  readonly careUnits: ReadonlyMap<string, CareUnits>;
  readonly about: About;
  /** Left out where the data have no words of their own. */
  readonly labels?: OwnLabels;
  readonly synthetic: boolean;
  readonly inputs: readonly InputFile[];
  readonly warnings: readonly Problem[];
}

/** `ej-samlad`: what a cell is that no row of the data speaks of. */
export const NOT_COLLECTED = 4;
export const NOT_MISSING = 255;

/**
 * The panel of a data folder that has been read and found without errors.
 *
 * @example
 * ```ts
 * import { buildPanel, demoFolder, missingReasons, readDataFolder } from 'oppna-jamforelser';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const lund = panel.units.findIndex(({ id }) => id === '1281');
 * const { codes, reasons } = panel.answers.get('eb-audit')!;
 * // Units x years, row by row: 1 for Ja, 0 for Nej, or why there is no answer.
 * for (const [t, year] of panel.years.entries()) {
 *   const cell = lund * panel.years.length + t;
 *   console.log(year, missingReasons[reasons[cell]!] ?? codes[cell]);
 * }
 * ```
 */
export function buildPanel(data: DataFolder): Panel {
  const years = calendarYears(data);
  const cells = data.units.length * years.length;
  const { answers, present } = spreadAnswers(data, years, cells);
  return {
    units: data.units,
    years,
    indicators: data.indicators,
    groupings: groupingsOf(data),
    answers,
    present,
    userStatus: userStatus(data),
    careUnits: careUnits(data),
    about: data.about,
    ...(data.labels ? { labels: data.labels } : {}),
    synthetic: data.synthetic,
    inputs: data.inputs,
    warnings: data.warnings,
  };
}

/** The appendix's groupings, then the data's own in the order of `groupings.csv`. */
function groupingsOf({ units, labels }: DataFolder): Map<Grouping, GroupCodes> {
  const known = groupings.map((g) => [g, groupCodes(units.map((u) => u.groups[g]))] as const);
  const own = (labels?.groupings ?? []).map(
    ({ grouping: g }) => [g, groupCodes(units.map((u) => u.ownGroups?.[g] ?? null))] as const,
  );
  return new Map<Grouping, GroupCodes>([...known, ...own]);
}

function careUnits(data: DataFolder): Map<string, CareUnits> {
  const rows = new Map<string, CareUnitRecord[]>();
  for (const record of data.careUnits) {
    const list = rows.get(record.measure);
    if (list) list.push(record);
    else rows.set(record.measure, [record]);
  }
  const columns = [...rows].map(([measure, list]): [string, CareUnits] => [
    measure,
    {
      length: list.length,
      unit: Int32Array.from(list, (r) => r.unit),
      year: Int32Array.from(list, (r) => r.year),
      kind: list.map((r) => r.kind),
      value: Float64Array.from(list, (r) => r.value ?? NaN),
    },
  ]);
  return new Map(columns);
}

function calendarYears(data: DataFolder): number[] {
  let first = Infinity;
  let last = -Infinity;
  const see = (year: number) => {
    if (year < first) first = year;
    if (year > last) last = year;
  };
  for (let i = 0; i < data.answers.length; i++) see(data.answers.year[i]!);
  for (const r of data.careUnits) see(r.year);
  return first > last ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function spreadAnswers(data: DataFolder, years: readonly number[], cells: number) {
  const columns = data.indicators.map(() => ({
    codes: new Float64Array(cells).fill(NaN),
    reasons: new Uint8Array(cells).fill(NOT_COLLECTED),
  }));
  const present = new Uint8Array(cells);
  const first = years[0] ?? 0;
  const { unit, year, indicator, code, reason, length } = data.answers;
  for (let i = 0; i < length; i++) {
    const cell = unit[i]! * years.length + year[i]! - first;
    const column = columns[indicator[i]!]!;
    column.codes[cell] = code[i]!;
    column.reasons[cell] = reason[i]!;
    present[cell] = 1;
  }
  return { answers: new Map(data.indicators.map((ind, i) => [ind.id, columns[i]!])), present };
}

/** Levels in code-point order, so that the codes do not depend on the order of the rows or the machine's locale. */
export function groupCodes(groups: readonly (string | null)[]): GroupCodes {
  const levels = [...new Set(groups.filter((g) => g !== null))].sort();
  const position = new Map(levels.map((level, i) => [level, i]));
  return { levels, codes: Int32Array.from(groups, (g) => (g === null ? -1 : position.get(g)!)) };
}

function userStatus(data: DataFolder): Map<string, Column> {
  const unknown = userStatuses.indexOf('unknown');
  const statuses = new Map<string, Uint8Array>();
  for (const { unit, area, qualityDevelopment, notUsed } of data.survey) {
    let column = statuses.get(area);
    if (!column) statuses.set(area, (column = new Uint8Array(data.units.length).fill(unknown)));
    const status: UserStatus = qualityDevelopment
      ? 'user'
      : notUsed
        ? 'non-user'
        : qualityDevelopment === null && notUsed === null
          ? 'unknown'
          : 'other';
    column[unit] = userStatuses.indexOf(status);
  }
  return statuses;
}
