/** One cell of a sheet as it can be read safely: its text, its value, and its colour. */
export interface SheetCell {
  /** As a reader of the sheet sees it, trimmed: `45 %`, `Ja`, ``. */
  readonly text: string;
  /** Behind it: 0.45, `Ja`; null for an empty cell. A formula's stored value; never the formula. */
  readonly value: string | number | boolean | null;
  /** The background as RRGGBB, theme colours and tints resolved; null where there is none. */
  readonly fill: string | null;
  /** `#DIV/0!` and the like, where the cell holds an error; else null. */
  readonly error: string | null;
}

/** A block of merged cells, inclusive, from 0. */
export interface MergedBlock {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet of a workbook, or a whole CSV file: a grid of cells. */
export interface Sheet {
  /** The sheet's name; empty for a CSV file. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly hidden: boolean;
  readonly merges: readonly MergedBlock[];
  /** From 0; an empty cell outside the grid. A merged block's cells all give its top left one. */
  at(row: number, column: number): SheetCell;
  /** `Kommun!H14`; `rad 14, kolumn 8` in a CSV file. */
  place(row: number, column: number): string;
}

/** A file with sheets: .xlsx, .xlsm, .xls, .ods, or .csv. */
export interface Workbook {
  /** The file's name without its folder. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly sheets: readonly Sheet[];
}
