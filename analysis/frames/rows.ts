import { quoteFound, UsageError } from '../../data/problems.js';
import {
  type CellValue,
  type DataColumn,
  type DataTable,
  dataTable,
  float64,
  int32,
  isInt32,
  text,
  truth,
} from './data-table.js';

/** A row of anyone's table by column; undefined, or no such key, is missing as null is. */
export type Row = Readonly<Record<string, CellValue | undefined>>;

/** Columns of codes that are text whatever they look like: 114 is no municipality, `0114` is. */
export const codeColumns: ReadonlySet<string> = new Set(['unit', 'municipality']);

/**
 * Rows as a table, each column of the one type that its values have: text, true/false, whole numbers (`int32`) or
 * numbers (`float64`, also a column in which everything is missing). Columns stand in the order in which they first occur.
 *
 * @throws UsageError naming row and column where a column has values of two types or of none (a date, a list), a number is
 * not finite, or a code (`unit`, `municipality`) is a number.
 */
export function rowsTable(name: string, rows: readonly Row[]): DataTable {
  const columns = new Map<string, (CellValue | undefined)[]>();
  rows.forEach((row, i) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row))
      throw new UsageError(
        `row ${i + 1}: found ${shown(row)}; expected an object with a value by column, { unit: '0114', year: 2018 }`,
      );
    for (const [column, value] of Object.entries(row)) {
      let values = columns.get(column);
      if (!values) columns.set(column, (values = new Array<CellValue | undefined>(rows.length)));
      values[i] = value;
    }
  });
  return dataTable(
    name,
    rows.length,
    [...columns].map(([column, values]) => typed(column, values)),
  );
}

const expectedOf = { string: 'text', number: 'a number', boolean: 'true or false' } as const;

function typed(name: string, found: readonly (CellValue | undefined)[]): DataColumn {
  const values = Array.from(found, (value) => value ?? null);
  const first = values.find((value) => value !== null);
  const type = typeof first;
  values.forEach((value, i) => {
    if (value !== null) checkCell(name, i, value, type);
  });
  if (type === 'string') return text(name, values as (string | null)[]);
  if (type === 'boolean') return truth(name, values as (boolean | null)[]);
  const numbers = values as (number | null)[];
  const whole = first !== undefined && numbers.every((value) => value === null || isInt32(value));
  return whole ? int32(name, numbers) : float64(name, numbers);
}

function checkCell(name: string, i: number, value: CellValue, type: string): void {
  const where = `column ${quoteFound(name)}, row ${i + 1}: found ${shown(value)}`;
  const own = typeof value;
  if (!Object.hasOwn(expectedOf, own))
    throw new UsageError(
      `${where}; expected text, a number, true, false or null; write a date as text, 2020-01-31`,
    );
  if (own === 'number' && codeColumns.has(name))
    throw new UsageError(
      `${where}; expected a code as text, "0114": a number has lost its leading zero; read the column as text`,
    );
  if (own !== type)
    throw new UsageError(
      `${where}; expected ${expectedOf[type as keyof typeof expectedOf]}, as in the rows before it${value === '' ? '; make a blank cell null' : ''}`,
    );
}

const shown = (value: unknown): string => {
  if (typeof value === 'string') return quoteFound(value);
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? 'a list' : value instanceof Date ? 'a date' : 'an object';
  return typeof value === 'bigint' ? `${value}n` : String(value);
};
