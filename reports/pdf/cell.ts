import { shownCell, shownMark } from '../tables/cell.js';
import { NOT_ESTIMABLE, type Cell, type Tone } from '../tables/table.js';
import { breakable, shortened, showable, type PdfText } from './text.js';

/** A cell of marks as the template takes it. */
export interface PdfMark {
  readonly mark: string;
  readonly tone: 'up' | 'down' | 'star' | 'quiet';
  readonly strong: boolean;
  /** With its parentheses; null where there is nothing to compare or both are empty. */
  readonly published: PdfText | null;
  readonly category: string;
}

/** A cell of text: its lines, the later ones smaller. */
export interface PdfTextCell {
  readonly lines: readonly PdfText[];
  readonly right: boolean;
  readonly span: number;
  /** Its colour, where it has one. */
  readonly shade: Tone | null;
  readonly indent: number;
  /** Whether it may go on over a page: only where it is longer than a page may hold. */
  readonly long: boolean;
  /** Whether its words may be hyphenated: only where one is wider than the column. */
  readonly split: boolean;
}

/** A published text of more than a few readings would run out of its frame. */
const MOST_PUBLISHED = 12;

/** The computed mark, the published one in parentheses, and how they differ. */
export function pdfMark(cell: Cell): PdfMark {
  const { mark, published, category } = cell;
  const shown = published !== null && (published !== '' || mark !== '');
  return {
    mark: showable(shownCell(cell)),
    tone: toneOf(mark),
    strong: mark.length > 1,
    published: shown ? `(${shortened(shownMark(published), MOST_PUBLISHED) || '\u00a0\u00a0'})` : null,
    category: category ?? 'alone',
  };
}

function toneOf(mark: string): PdfMark['tone'] {
  if (mark === NOT_ESTIMABLE) return 'quiet';
  return mark.startsWith('-') ? 'down' : mark.startsWith('+') ? 'up' : 'star';
}

const LONG_CELL = 1500;

/** A text in a cell; every line of it on its own. */
export function textCell(
  text: string,
  options: {
    right?: boolean;
    span?: number;
    indent?: number;
    most?: number;
    tone?: Tone | null;
    split: boolean;
  },
): PdfTextCell {
  const { right = false, span = 1, indent = 0, most = Infinity, tone: shade = null, split } = options;
  const lines = text.split(/\r\n|[\r\n]/).map((line) => breakable(shortened(line, most)));
  return { lines, right, span, shade, indent, long: text.length > LONG_CELL, split };
}
