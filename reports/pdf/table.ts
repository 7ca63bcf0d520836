import type { PdfMark, PdfTextCell } from './cell.js';
import { breakable, headingText, headText, shortened, type PdfText } from './text.js';
import { longestWord } from '../tables/column-widths.js';

/** The room between the margins of an A4 page, upright and on its side, in points. */
export const ROOM = { upright: 499, sideways: 745 } as const;

/** Labels and heads are cut here, titles a little earlier. */
export const MOST_LABEL = 400;

/** A table of either kind as the template takes it; sizes in points. */
export interface PdfTable {
  readonly kind: 'table';
  readonly marks: boolean;
  readonly title: PdfText;
  /** Its level as a heading; null where it stands in the background and is no entry of the outline. */
  readonly level: number | null;
  readonly listed: boolean;
  readonly landscape: boolean;
  /** Whether it is kept on one page. */
  readonly whole: boolean;
  readonly size: number;
  /** Height of a cell of marks. */
  readonly height: number;
  readonly columns: readonly number[];
  readonly head: readonly (readonly PdfHead[])[];
  readonly rows: readonly PdfRow[];
  readonly notes: readonly PdfText[];
}

export type PdfRow = { readonly group: PdfText } | { readonly cells: readonly (PdfMark | PdfTextCell)[] };

interface PdfHead {
  readonly text: PdfText;
  readonly span: number;
  readonly align: 'left' | 'center' | 'right';
  readonly split: boolean;
}

/** At two signs to the em this is twelve lines at most. */
const MOST_HEAD_LINES = 6;

/** A head over a width in points; its words are hyphenated only where one is wider. */
export const headCell = (
  text: string,
  { span = 1, align, size, width }: { span?: number; align: PdfHead['align']; size: number; width: number },
): PdfHead => ({
  text: headText(shortened(text, Math.min(MOST_LABEL, Math.max(16, (MOST_HEAD_LINES * width) / size)))),
  span,
  align,
  split: longestWord(text, size, true) > width,
});

/** Tables that take less of the page's 728 points than this, by a generous estimate, are not divided. */
const WHOLE = 560;
const AROUND = 60;

/** What both kinds of table have in common. `rowsHeight` is an estimate in points. */
export const tableOf = (
  title: string,
  notes: readonly string[],
  level: number | null,
  rowsHeight: number,
): Pick<PdfTable, 'kind' | 'title' | 'level' | 'whole' | 'notes'> => ({
  kind: 'table',
  title: headingText(title),
  level,
  whole:
    AROUND + rowsHeight + notes.reduce((sum, note) => sum + 12 * Math.ceil(note.length / 110), 0) < WHOLE,
  notes: notes.map(breakable),
});
