import type { Block } from '../document/document.js';
import type { Cell } from './cells.js';

/** Something that a cell has shown, as data: what becomes of it is its renderer's. */
export type Output = Shown | Printed | Cut;

export type Shown = (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'markdown'; readonly text: string }
  /** `drawn`: a figure that the library drew; another's picture is never made part of the page. */
  | { readonly kind: 'block'; readonly block: Block; readonly drawn?: boolean }
  /** A value that could not be shown, and why. */
  | { readonly kind: 'unshown'; readonly said: string }
) & { readonly result?: boolean };

export interface Printed {
  readonly kind: 'stream';
  readonly name: 'stdout' | 'stderr';
  readonly text: string;
}

/** What a cell printed or showed beyond the limit: how much, where the cell came to its end. */
export interface Cut {
  readonly kind: 'cut';
  readonly what: 'signs' | 'values';
  readonly kept: number;
  readonly lost: number | null;
}

/** What went wrong in a cell. */
export interface CellError {
  readonly name: string;
  readonly said: string;
  /** `my-notebook.nb.ts:12:5`; null where no line of the user's is known. */
  readonly place: string | null;
  /** The line with those around it; '' where there is none. */
  readonly around: string;
}

export interface CellRun {
  readonly cell: Cell;
  /** `not-run`: code after a cell that failed. */
  readonly state: 'done' | 'failed' | 'not-run' | 'text';
  readonly outputs: readonly Output[];
  readonly error: CellError | null;
  readonly milliseconds: number | null;
  /** The outputs are those of an earlier run. */
  readonly stale?: boolean;
}

/** A notebook that has been run, whole or in part. */
export interface NotebookRun {
  /** Its file without folder and ending: `en-tabell`. */
  readonly id: string;
  /** `en-tabell.nb.ts`. */
  readonly file: string;
  readonly cells: readonly CellRun[];
  /** Whether anything that it read was synthetic. */
  readonly synthetic: boolean;
  readonly milliseconds: number;
}

export const hasFailed = (run: NotebookRun): boolean =>
  run.cells.some(({ state }) => state === 'failed' || state === 'not-run');
