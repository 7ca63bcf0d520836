import { UsageError } from '../../data/problems.js';
import type { Frame } from '../../data/readers/frame.js';
import { numberAt, requireColumn } from './columns.js';

/** The columns that say which unit and which year a row is about. */
export interface PanelColumns {
  readonly unit: string;
  readonly year: string;
}

/** The rows of a table by unit and year. */
export interface PanelRows {
  /** The row of the same unit so many years earlier (negative: later); -1 where there is none. */
  rowAt(row: number, years: number): number;
}

/**
 * Finds rows by unit and calendar year, over the whole table (a subset takes no earlier value away). A row without unit
 * or year is nobody's earlier year. Throws a UsageError for a year that is no whole number, and for two rows of the
 * same unit and year, naming both.
 */
export function panelRows(frame: Frame, { unit, year }: PanelColumns): PanelRows {
  const units = requireColumn(frame, unit);
  const cells = requireColumn(frame, year);
  const rows = new Map<string, Map<number, number>>();
  const years = cells.map((cell, r) => {
    if (cell === '' || units[r] === '') return null;
    const value = wholeYear(frame, year, r);
    const own = rows.get(units[r]!) ?? new Map<number, number>();
    const other = own.get(value);
    if (other !== undefined) {
      throw new UsageError(
        `${frame.file}, rows ${frame.numbers[other]} and ${frame.numbers[r]}: both are ${unit} "${units[r]}", ${year} ${value}; ` +
          'expected one row per unit and year; take one away, or name other columns with --panel',
      );
    }
    rows.set(units[r]!, own.set(value, r));
    return value;
  });
  return {
    rowAt(row, lag) {
      const from = years[row] ?? null;
      return from === null ? -1 : (rows.get(units[row]!)?.get(from - lag) ?? -1);
    },
  };
}

function wholeYear(frame: Frame, column: string, row: number): number {
  const value = numberAt(frame, column, row, 'write the year with digits, 2016');
  if (Number.isInteger(value)) return value;
  throw new UsageError(
    `${frame.file}, row ${frame.numbers[row]}, column ${column}: found ${value}; expected a whole number; write the year with digits, 2016`,
  );
}
