import { quoteFound, UsageError } from '../../data/problems.js';

/** What a cell of a data table may hold; null where it is missing. */
export type CellValue = string | number | boolean | null;

/** Texts; null where there is none. */
export interface TextColumn {
  readonly name: string;
  readonly type: 'text';
  readonly values: readonly (string | null)[];
  /** True where the texts are a closed set of this package's (`++`, `ok`) and none is anyone's free text. */
  readonly closed: boolean;
}

/** Numbers; null where there is none, never NaN. */
export interface NumberColumn {
  readonly name: string;
  readonly type: 'int32' | 'float64';
  /** Finite, whole and within 32 bits where `int32`; null where missing, never NaN. */
  readonly values: readonly (number | null)[];
}

/** Truth values; null where there is none. */
export interface BooleanColumn {
  readonly name: string;
  readonly type: 'boolean';
  readonly values: readonly (boolean | null)[];
}

export type DataColumn = TextColumn | NumberColumn | BooleanColumn;
export type ColumnType = DataColumn['type'];

/** A rectangular table of typed columns: what is exported, and what data frames are made of. */
export interface DataTable {
  /** `estimates`, `panel`: the name of its file. */
  readonly name: string;
  readonly length: number;
  readonly columns: readonly DataColumn[];
}

/** Texts of anyone: codes, names, labels. */
export const text = (name: string, values: readonly (string | null)[]): DataColumn => ({
  name,
  type: 'text',
  values,
  closed: false,
});

/** Texts of a closed set. */
export const closedText = (name: string, values: readonly (string | null)[]): DataColumn => ({
  name,
  type: 'text',
  values,
  closed: true,
});

export const truth = (name: string, values: readonly (boolean | null)[]): DataColumn => ({
  name,
  type: 'boolean',
  values,
});

/**
 * Numbers in full precision. NaN, by which a panel says missing, becomes null.
 * @throws UsageError for an infinite number, which has no place in any table here.
 */
export function float64(name: string, values: readonly (number | null)[]): DataColumn {
  const finite = values.map((value, i) => {
    if (value === null || Number.isNaN(value)) return null;
    if (!Number.isFinite(value)) throw unfit(name, i, value, 'a finite number');
    return value;
  });
  return { name, type: 'float64', values: finite };
}

/**
 * Whole numbers.
 * @throws UsageError for a number that is not whole, or does not fit into 32 bits with sign.
 */
export function int32(name: string, values: readonly (number | null)[]): DataColumn {
  values.forEach((value, i) => {
    if (value !== null && !isInt32(value))
      throw unfit(name, i, value, 'a whole number from -2147483648 to 2147483647');
  });
  return { name, type: 'int32', values };
}

export const isInt32 = (value: number): boolean => Number.isInteger(value) && (value | 0) === value;

const unfit = (name: string, i: number, value: number, expected: string): UsageError =>
  new UsageError(`column ${quoteFound(name)}, row ${i + 1}: found ${value}; expected ${expected}`);

/**
 * A table of these columns.
 * @throws UsageError where two columns have one name: readers of Parquet and Arrow take neither or the wrong one.
 */
export function dataTable(name: string, length: number, columns: readonly DataColumn[]): DataTable {
  const names = new Set<string>();
  for (const column of columns) {
    if (names.has(column.name))
      throw new UsageError(
        `table ${name}: found two columns ${quoteFound(column.name)}; expected a name of its own for every column; rename one of the two`,
      );
    names.add(column.name);
    if (column.values.length !== length)
      throw new UsageError(
        `table ${name}, column ${quoteFound(column.name)}: found ${column.values.length} values; expected ${length}, as many as the table has rows`,
      );
  }
  return { name, length, columns };
}
