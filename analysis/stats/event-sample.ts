import { compact } from './effects.js';
import { notEstimable, type Codes, type Column, type NotEstimable } from './types.js';

/** An outcome with who was treated when: columns of one length. */
export interface EventStudyInput {
  /** The outcome, n. */
  readonly y: Column;
  /** The unit of each row, integers >= 0; at most one row per unit and period. */
  readonly unit: Codes;
  /** The period of each row, whole numbers >= 0 (calendar years): an event time is a difference of two. */
  readonly period: Column;
  /** The first treated period of the row's unit, the same in all of its rows; Infinity: never. */
  readonly cohort: Column;
  /** Treated cohorts of fewer units are left out (see `sunAbraham` for why); default 1. */
  readonly minimumCohort?: number;
}

/** Why rows of an event study were left out, and how many. */
export interface EventDrops {
  /** Treated in the first period or before: nothing shows what they were without. */
  readonly 'always-treated': number;
  /** Cohorts of fewer units than asked for. */
  readonly 'small-cohort': number;
  /** Without never-treated units: from the period on in which the last cohort, then the control, is treated. */
  readonly 'after-last-adoption': number;
  /** Periods in which no control has a value. */
  readonly 'no-control-period': number;
  /** Cohorts without a value in the period before their treatment. */
  readonly 'no-reference-period': number;
  /** Alone of their unit or period. */
  readonly singleton: number;
}

/** The rows of an event study, with what each of them is. */
export interface EventSample {
  readonly status: 'ok';
  /** Positions of the rows used among those of the input, m, ascending. */
  readonly rows: Int32Array;
  readonly y: Float64Array;
  readonly unit: Int32Array;
  readonly period: Int32Array;
  /** The treated cohorts, ascending. */
  readonly cohorts: readonly number[];
  /** Position in `cohorts` of each row's unit; -1 for a control. */
  readonly cohort: Int32Array;
  /** Period minus cohort; 0 for a control. */
  readonly eventTime: Int32Array;
  readonly control: 'never-treated' | 'last-treated';
  readonly units: { readonly treated: number; readonly control: number };
  readonly dropped: EventDrops;
}

/**
 * The rows that an event study can learn from, every other one counted by its reason (`EventDrops`).
 *
 * Controls are the units that are not treated within the periods of the data; where there are none, the last cohort, of
 * which the periods before its treatment are used, and of the others the same (Sun & Abraham 2021).
 * The rules are put to the rows again and again until they leave all that is there.
 *
 * Not estimable: `no-observations`, `nobody-treated`, `no-pre-period` (all who are treated are so from the first
 * period, or have no value in the period before), `too-few-treated` (every cohort is too small), `one-adoption-period`
 * (all are treated at once, and nobody is a control), `no-controls`.
 * @throws RangeError where columns differ in length, or a period or cohort is no whole number
 */
export function eventSample(input: EventStudyInput): EventSample | NotEstimable {
  checkInput(input);
  const { period, cohort } = input;
  const n = period.length;
  if (n === 0) return notEstimable('no-observations');
  const first = extreme(period, Math.min);
  let last = extreme(period, Math.max);
  const drops = { 'always-treated': 0, 'small-cohort': 0, 'after-last-adoption': 0, 'no-control-period': 0, 'no-reference-period': 0, singleton: 0 }; // prettier-ignore
  const used = new Uint8Array(n).fill(1);
  const drop = (reason: keyof EventDrops, which: (row: number) => boolean): boolean => {
    const before = drops[reason];
    for (let i = 0; i < n; i++)
      if (used[i] === 1 && which(i)) {
        used[i] = 0;
        drops[reason]++;
      }
    return drops[reason] > before;
  };

  const dropSmall = (): boolean => {
    const units = unitsOf(input, used);
    const small = (g: number): boolean => units.get(g)!.size < (input.minimumCohort ?? 1);
    return drop('small-cohort', (i) => cohort[i]! <= last && small(cohort[i]!));
  };

  const adoptions = distinct(cohort).filter((g) => g <= last);
  if (adoptions.length === 0) return notEstimable('nobody-treated');
  drop('always-treated', (i) => cohort[i]! <= first);
  if (adoptions.every((g) => g <= first)) return notEstimable('no-pre-period');
  dropSmall();
  const left = [...unitsOf(input, used).keys()].sort((a, b) => a - b);
  const cohorts = left.filter((g) => g <= last);
  if (cohorts.length === 0) return notEstimable('too-few-treated');
  const hasNever = left.length > cohorts.length;
  if (!hasNever) {
    if (cohorts.length === 1) return notEstimable('one-adoption-period', `all in ${cohorts[0]!}`);
    last = cohorts.at(-1)! - 1;
    drop('after-last-adoption', (i) => period[i]! > last);
  }
  const isControl = (row: number): boolean => cohort[row]! > last;
  for (let changed = true; changed;) {
    const controlled = new Set<number>();
    const referenced = new Set<number>();
    for (let i = 0; i < n; i++) {
      if (used[i] === 0) continue;
      if (isControl(i)) controlled.add(period[i]!);
      else if (period[i]! === cohort[i]! - 1) referenced.add(cohort[i]!);
    }
    const passes = [
      drop('no-control-period', (i) => !controlled.has(period[i]!)),
      drop('no-reference-period', (i) => !isControl(i) && !referenced.has(cohort[i]!)),
      dropSingletons(input, used, drop),
      dropSmall(),
    ];
    changed = passes.includes(true);
  }
  return gather(input, used, isControl, hasNever ? 'never-treated' : 'last-treated', drops);
}

/** The units of each cohort in the rows used. */
function unitsOf({ unit, cohort }: EventStudyInput, used: Uint8Array): Map<number, Set<number>> {
  const units = new Map<number, Set<number>>();
  for (let i = 0; i < unit.length; i++) {
    if (used[i] === 0) continue;
    const own = units.get(cohort[i]!);
    if (own) own.add(unit[i]!);
    else units.set(cohort[i]!, new Set([unit[i]!]));
  }
  return units;
}

function dropSingletons(
  { unit, period }: EventStudyInput,
  used: Uint8Array,
  drop: (reason: 'singleton', which: (row: number) => boolean) => boolean,
): boolean {
  const [byUnit, byPeriod] = [unit, period].map((column) => {
    const counts = new Map<number, number>();
    for (let i = 0; i < column.length; i++)
      if (used[i] === 1) counts.set(column[i]!, (counts.get(column[i]!) ?? 0) + 1);
    return counts;
  });
  return drop('singleton', (i) => byUnit!.get(unit[i]!) === 1 || byPeriod!.get(period[i]!) === 1);
}

function gather(
  { y, unit, period, cohort }: EventStudyInput,
  used: Uint8Array,
  isControl: (row: number) => boolean,
  control: EventSample['control'],
  dropped: EventDrops,
): EventSample | NotEstimable {
  const rows = Int32Array.from(positions(used));
  const treated = rows.filter((i) => !isControl(i));
  if (treated.length === 0)
    return notEstimable(dropped['small-cohort'] > 0 ? 'too-few-treated' : 'no-pre-period');
  if (treated.length === rows.length) return notEstimable('no-controls');
  const cohorts = distinct(Array.from(treated, (i) => cohort[i]!));
  const number = new Map(cohorts.map((c, g) => [c, g]));
  const units = new Set(Array.from(treated, (i) => unit[i]!)).size;
  return {
    status: 'ok',
    rows,
    y: Float64Array.from(rows, (i) => y[i]!),
    unit: rows.map((i) => unit[i]!),
    period: rows.map((i) => period[i]!),
    cohorts,
    cohort: rows.map((i) => (isControl(i) ? -1 : number.get(cohort[i]!)!)),
    eventTime: rows.map((i) => (isControl(i) ? 0 : period[i]! - cohort[i]!)),
    control,
    units: { treated: units, control: compact(rows.map((i) => unit[i]!), null).levels - units }, // prettier-ignore
    dropped,
  };
}

function checkInput({ y, unit, period, cohort }: EventStudyInput): void {
  const n = y.length;
  for (const [name, column] of Object.entries({ unit, period, cohort }))
    if (column.length !== n) throw new RangeError(`${name}: ${column.length} rows, ${n} in y`);
  for (let i = 0; i < n; i++) {
    if (!Number.isInteger(period[i]) || period[i]! < 0)
      throw new RangeError(`a period is a whole number >= 0, not ${period[i]} (row ${i})`);
    if (!Number.isInteger(cohort[i]) && cohort[i] !== Infinity)
      throw new RangeError(`a cohort is a whole number or Infinity, not ${cohort[i]} (row ${i})`);
  }
}

const positions = (used: Uint8Array): number[] => Array.from(used.keys()).filter((i) => used[i] === 1);

function distinct(column: Column): number[] {
  const found = new Set<number>();
  for (let i = 0; i < column.length; i++) found.add(column[i]!);
  return [...found].sort((a, b) => a - b);
}

function extreme(column: Column, choose: (a: number, b: number) => number): number {
  let value = column[0]!;
  for (let i = 1; i < column.length; i++) value = choose(value, column[i]!);
  return value;
}
