import type { Style } from 'exceljs';

/** What a cell holds. Numbers are numbers; whatever the text, it stays text. */
export type CellValue = string | number | boolean | null;

export interface StyledCell {
  readonly value: CellValue;
  readonly style?: Partial<Style>;
  /** Columns that it takes, itself included. */
  readonly span?: number;
  /** The name of the sheet that a click leads to. */
  readonly link?: string;
}

export interface SheetRow {
  readonly cells: readonly (CellValue | StyledCell)[];
  /** In points; the application's own where absent. */
  readonly height?: number;
}

/** A sheet before it is written. Rows may be made one at a time, since a sheet can have many. */
export interface Sheet {
  /** Unique, and as Excel allows names (`sheetNames`). */
  readonly name: string;
  /** What it holds, for the list of sheets. */
  readonly holds: string;
  readonly synthetic: boolean;
  readonly rows: Iterable<SheetRow>;
  /** Rows of data, for the list of sheets. */
  readonly count: number;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight, and that are printed again on every page. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The filter's range: row of the heads, last row, columns from 1. */
  readonly filter: { readonly head: number; readonly last: number; readonly columns: number } | null;
}

export const styled = (value: CellValue, style: Partial<Style>): StyledCell => ({ value, style });
