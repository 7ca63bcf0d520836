import type { Category } from '../../analysis/results.js';

/** The symbol of a cell that could not be estimated, so that no cell is empty for two reasons. */
export const NOT_ESTIMABLE = '·';

/** Follows a mark that holds after adjustment for the number of tests, where the run made one. */
export const SURVIVES = '°';

/** One cell of a table of marks. */
export interface Cell {
  /** The column's key, `niva:alla:t-1`. */
  readonly column: string;
  /** The computed mark (`++`, `''` where not significant), or `·` where not estimable. */
  readonly mark: string;
  /** Whether the mark holds after adjustment for the number of tests; null where the run made none. */
  readonly survives: boolean | null;
  /** The published mark; readings that cannot be told apart joined by `/`, `?` where its place is lost; null: no comparison. */
  readonly published: string | null;
  readonly category: Category | null;
  /** The estimate's id; null where the run did not compute the cell. */
  readonly id: string | null;
  readonly n: number | null;
  /** Why not estimable, a key of the message catalogue. */
  readonly reason: string | null;
  /** Everything behind the cell in one sentence: for tooltips and for those who listen. */
  readonly description: string;
}

/** A head over one or several columns. */
export interface HeaderCell {
  readonly text: string;
  readonly colspan: number;
}

export type TableRow =
  | { readonly kind: 'group'; readonly text: string }
  | {
      readonly kind: 'row';
      readonly label: string;
      /** The text of the heading it stands under; null where under none. */
      readonly group: string | null;
      readonly cells: readonly Cell[];
    };

/** A table of marks laid out as in the appendix, ready for any renderer. */
export interface Table {
  /** Stable and safe as a file name: `table-02`, `table-users-skola`. */
  readonly id: string;
  /** The number in the appendix, or the name of a table that it does not have. */
  readonly table: number | string;
  readonly title: string;
  readonly area: string | null;
  /** One or two levels; every level begins with the head of the row labels and spans all columns. */
  readonly headerRows: readonly (readonly HeaderCell[])[];
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
  readonly synthetic: boolean;
}

/** What a column of a grid holds: `number` stands to the right, `code` is written as it is, `prose` needs room. */
export type GridColumn = 'text' | 'number' | 'code' | 'prose';

/**
 * How a result stands in öppna jämförelser: what is aimed at (green), partly so (yellow), to be developed (red), or
 * no result at all (grey). Socialstyrelsen, guide of 2017.
 */
export type Tone = 'good' | 'partly' | 'poor' | 'absent';

/** How the rows of a grid are sorted and chosen from. */
export interface GridSort {
  /** What each cell is sorted by, row by row; null has no value and stands last. A column of nulls is sorted by its text. */
  readonly values: readonly (readonly (number | null)[])[];
  /** Columns of few different texts: the reader chooses one of them. */
  readonly choices: readonly number[];
}

/**
 * A plain table of text: agreement, composition. The first column is the rows' heads. A cell may have several
 * lines, the later ones smaller.
 */
export interface Grid {
  readonly id: string;
  readonly title: string;
  readonly head: readonly string[];
  /** One per column; without it the first is text and the others are numbers. */
  readonly columns?: readonly GridColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The tone of each cell, row by row, where cells are coloured; what it says stands in the cell's text, too. */
  readonly tones?: readonly (readonly (Tone | null)[])[];
  /** Where each cell leads, row by row: a file beside the document's own, `indikator-x.html`. A page alone has links. */
  readonly links?: readonly (readonly (string | null)[])[];
  /** The reader of a page sorts and filters its rows; other formats show them as they are. */
  readonly sortable?: GridSort;
  readonly notes: readonly string[];
  readonly synthetic: boolean;
}

/** Whether the marks of a table are told as before and after adjustment. */
export const isAdjustedTable = (table: Table): boolean =>
  cellRows(table).some((row) => row.cells.some((c) => c.survives !== null));

/** The rows that hold cells. */
export const cellRows = (table: Table) => table.rows.filter((row) => row.kind === 'row');
