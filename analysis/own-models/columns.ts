import { UsageError } from '../../data/problems.js';
import { type Rows, sortedCounts } from '../models/sample.js';
import type { Panel } from '../panel/panel.js';
import { isRecord, shown } from './check.js';

/** The data of a regression by column, one number per row in each. */
export interface GivenColumns {
  readonly y: ArrayLike<number>;
  readonly x: ArrayLike<number>;
  readonly controls?: Readonly<Record<string, ArrayLike<number>>> | undefined;
  /** Positions in `panel.units`, or the units' codes. */
  readonly units: ArrayLike<number | string>;
  /** Calendar years. */
  readonly years: ArrayLike<number>;
  /** Rows left out, counted by reason. */
  readonly dropped?: Readonly<Record<string, number>> | undefined;
}

/** The same as models take it, in arrays of its own. */
export interface OwnColumns {
  readonly rows: Rows;
  readonly controls: readonly { readonly name: string; readonly values: Float64Array }[];
}

/** A number that is none, in a user's column: the cell's reason is then `non-finite`. */
export class NonFinite extends UsageError {}

/**
 * Columns checked and copied.
 * @throws UsageError for a column that is none, of another length, with an unknown unit or year, or a bad count
 * @throws NonFinite naming the column, unit and year where a value is NaN or infinite
 */
export function ownColumns(panel: Panel, given: GivenColumns): OwnColumns {
  const n = lengthOf('y', given.y, null);
  lengthOf('units', given.units, n);
  lengthOf('years', given.years, n);
  const unit = unitsOf(panel, given.units, n);
  const year = yearsOf(panel, given.years, n);
  const column = (name: string, values: ArrayLike<number>): Float64Array => {
    lengthOf(name, values, n);
    const own = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const value: unknown = values[i];
      if (!Number.isFinite(value))
        throw new NonFinite(
          `${name} is ${shown(value)} for unit ${panel.units[unit[i]!]!.id} in ${panel.years[year[i]!]}; expected a finite number, or the row left out with a reason`,
        );
      own[i] = value as number;
    }
    return own;
  };
  return {
    rows: {
      n,
      unit,
      year,
      y: column('y', given.y),
      x: column('x', given.x),
      units: new Set(unit).size,
      dropped: droppedOf(given.dropped ?? {}),
    },
    controls: Object.entries(given.controls ?? {}).map(([name, values]) => ({
      name,
      values: column(`control ${shown(name)}`, values),
    })),
  };
}

/** The rows for which `keep` holds; the others are counted under one more reason. */
export function keepRows(
  { rows, controls }: OwnColumns,
  keep: (i: number) => boolean,
  reason: string,
): OwnColumns {
  const kept = Int32Array.from(rows.unit.keys()).filter(keep);
  const lost = rows.n - kept.length;
  if (lost === 0) return { rows, controls };
  const numbers = (values: Float64Array) => Float64Array.from(kept, (i) => values[i]!);
  const unit = Int32Array.from(kept, (i) => rows.unit[i]!);
  return {
    rows: {
      n: kept.length,
      unit,
      year: Int32Array.from(kept, (i) => rows.year[i]!),
      y: numbers(rows.y),
      x: numbers(rows.x),
      units: new Set(unit).size,
      dropped: sortedCounts({ ...rows.dropped, [reason]: (rows.dropped[reason] ?? 0) + lost }),
    },
    controls: controls.map(({ name, values }) => ({ name, values: numbers(values) })),
  };
}

function lengthOf(name: string, values: unknown, n: number | null): number {
  const isColumn = Array.isArray(values) || (ArrayBuffer.isView(values) && !(values instanceof DataView));
  if (!isColumn) throw new UsageError(`${name}: found ${shown(values)}; expected a list or a typed array`);
  const { length } = values as ArrayLike<unknown>;
  if (n !== null && length !== n)
    throw new UsageError(`${name}: found ${length} values; expected ${n}, as many as y has`);
  return length;
}

function unitsOf(panel: Panel, units: ArrayLike<number | string>, n: number): Int32Array {
  let byId: ReadonlyMap<string, number> | null = null;
  const positionOf = (id: string) =>
    (byId ??= new Map(panel.units.map((unit, u) => [unit.id, u]))).get(id) ?? -1;
  const found = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const given = units[i]!;
    const at = typeof given === 'string' ? positionOf(given) : given;
    if (!(Number.isInteger(at) && at >= 0 && at < panel.units.length))
      throw new UsageError(
        `units: found ${shown(given)} in row ${i + 1}; expected a unit's code, or a position from 0 to ${panel.units.length - 1}`,
      );
    found[i] = at;
  }
  return found;
}

function yearsOf(panel: Panel, years: ArrayLike<number>, n: number): Int32Array {
  const found = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const at = panel.years.indexOf(years[i]!);
    if (at < 0)
      throw new UsageError(
        `years: found ${shown(years[i])} in row ${i + 1}; expected a year of the panel, ${panel.years[0]} to ${panel.years.at(-1)}`,
      );
    found[i] = at;
  }
  return found;
}

const MOST_REASONS = 50;
const MOST_LETTERS = 100;

/** Counts by reason, held to whole numbers and reasons that can be shown. */
export function droppedOf(dropped: unknown): Rows['dropped'] {
  if (!isRecord(dropped))
    throw new UsageError(`dropped: found ${shown(dropped)}; expected counts by reason, { 'no-plan': 3 }`);
  const reasons = Object.entries(dropped);
  if (reasons.length > MOST_REASONS)
    throw new UsageError(`dropped: found ${reasons.length} reasons; expected at most ${MOST_REASONS}`);
  for (const [reason, count] of reasons) {
    if (reason.trim() === '' || reason.length > MOST_LETTERS)
      throw new UsageError(
        `dropped: found the reason ${shown(reason)}; expected a text of 1 to ${MOST_LETTERS} characters`,
      );
    if (!(Number.isInteger(count) && (count as number) >= 0))
      throw new UsageError(`dropped: found ${shown(count)} rows; expected a whole number of at least 0`);
  }
  return sortedCounts(dropped as Record<string, number>);
}
