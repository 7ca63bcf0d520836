import { missingReasons } from '../../data/records.js';
import type { Dropped } from '../estimate.js';
import type { Outcome } from '../panel/outcomes.js';
import { NOT_MISSING, type Panel, userStatuses } from '../panel/panel.js';

/** Why a row was dropped: the reasons of the data, and those that a model adds. */
export const dropReasons = [
  ...missingReasons,
  'user-status-other',
  'user-status-unknown',
  'user-status-non-user',
  'no-group',
  'no-peers',
  'lag-missing',
  'no-care-units',
  'too-few-care-units',
  'zero-mean',
] as const;
export type DropReason = (typeof dropReasons)[number];

/** The number of each reason: rows are dropped by the hundred thousand, and numbers are what is quick to count. */
export const DROP = Object.fromEntries(dropReasons.map((r, i) => [r, i])) as Readonly<
  Record<DropReason, number>
>;

/** Positions in `dropReasons` in the order of the names: the same drops are the same bytes. */
const byName = dropReasons.map((_, i) => i).sort((a, b) => (dropReasons[a]! < dropReasons[b]! ? -1 : 1));

/** Not dropped. */
export const KEEP = -1;

/**
 * The rows of one model, collected unit by unit and year by year. Every row offered is either added or dropped
 * with a reason, so that n plus what was dropped is what the sample could have held. One sample serves the cells of
 * a table in turn: `rows` are views that hold until the next `reset`.
 */
export class Sample {
  readonly #unit: Int32Array;
  readonly #year: Int32Array;
  readonly #y: Float64Array;
  readonly #x: Float64Array;
  readonly #seen: Uint8Array;
  readonly #dropped = new Int32Array(dropReasons.length);
  #n = 0;
  #units = 0;

  constructor(panel: Panel) {
    const capacity = panel.units.length * panel.years.length;
    this.#unit = new Int32Array(capacity);
    this.#year = new Int32Array(capacity);
    this.#y = new Float64Array(capacity);
    this.#x = new Float64Array(capacity);
    this.#seen = new Uint8Array(panel.units.length);
  }

  reset(): this {
    this.#n = 0;
    this.#units = 0;
    this.#seen.fill(0);
    this.#dropped.fill(0);
    return this;
  }

  /** The number of rows so far. */
  get n(): number {
    return this.#n;
  }

  add(unit: number, year: number, y: number, x: number): void {
    const i = this.#n++;
    this.#unit[i] = unit;
    this.#year[i] = year;
    this.#y[i] = y;
    this.#x[i] = x;
    if (this.#seen[unit] === 0) {
      this.#seen[unit] = 1;
      this.#units++;
    }
  }

  /** Counts a row that does not enter, by the number of its reason. */
  drop(reason: number): void {
    this.#dropped[reason]!++;
  }

  #counts(): Dropped {
    const counts: Record<string, number> = {};
    for (const i of byName) if (this.#dropped[i]! > 0) counts[dropReasons[i]!] = this.#dropped[i]!;
    return counts;
  }

  /** The rows as columns of their own length, the number of distinct units, and what was dropped. */
  rows(): Rows {
    const n = this.#n;
    return {
      n,
      unit: this.#unit.subarray(0, n),
      year: this.#year.subarray(0, n),
      y: this.#y.subarray(0, n),
      x: this.#x.subarray(0, n),
      units: this.#units,
      dropped: this.#counts(),
    };
  }
}

/** The rows of a cell as columns of length n, and those left out by reason. */
export interface Rows {
  readonly n: number;
  /** Position among the panel's units and years of each row. */
  readonly unit: Int32Array;
  readonly year: Int32Array;
  readonly y: Float64Array;
  readonly x: Float64Array;
  /** Distinct units. */
  readonly units: number;
  readonly dropped: Dropped;
}

/** The counts above zero in the order of the reasons' names, so that the same drops are the same bytes. */
export function sortedCounts(counts: Readonly<Record<string, number>>): Dropped {
  return Object.fromEntries(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Why an outcome is missing in a cell of units x years, or KEEP. The reasons of the data come first in `dropReasons`. */
export function whyMissing(outcome: Outcome, cell: number): number {
  const reason = outcome.reasons[cell]!;
  return reason === NOT_MISSING ? KEEP : reason;
}

/** Calls `visit` for every year in which a unit existed, between two calendar years. */
export function forEachUnitYear(
  panel: Panel,
  first: number,
  last: number,
  visit: (unit: number, year: number, cell: number) => void,
): void {
  const T = panel.years.length;
  const from = Math.max(0, first - (panel.years[0] ?? 0));
  const to = Math.min(T - 1, last - (panel.years[0] ?? 0));
  for (let unit = 0; unit < panel.units.length; unit++)
    for (let t = from; t <= to; t++) if (panel.present[unit * T + t]) visit(unit, t, unit * T + t);
}

/** Why each unit is not a user of an area, by unit; KEEP for a user. `users.other` has no say here: see `asCompared`. */
export function userDrops(panel: Panel, area: string): Int8Array {
  const byStatus = {
    user: KEEP,
    'non-user': DROP['user-status-non-user'],
    other: DROP['user-status-other'],
    unknown: DROP['user-status-unknown'],
  };
  const column = panel.userStatus.get(area);
  return Int8Array.from(
    panel.units,
    (_, u) => byStatus[userStatuses[column?.[u] ?? userStatuses.indexOf('unknown')]!],
  );
}
