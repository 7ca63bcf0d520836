import type { Grid, Tone } from '../tables/table.js';
import { textCell, type PdfTextCell } from './cell.js';
import { headCell, MOST_LABEL, ROOM, tableOf, type PdfTable } from './table.js';
import { spannedCells } from '../tables/spans.js';
import { columnNeeds, columnWidths, lineCount, longestWord, total } from '../tables/column-widths.js';

const PADDING = 8;

interface GridSetting {
  readonly size: number;
  readonly landscape: boolean;
  /** Of the columns, in points. */
  readonly widths: readonly number[];
}

/** In order of preference: whole words in the heads, then hyphens in them, then a page on its side. */
const settings = [
  ...[8, 7.5, 7].map((size) => ({ size, landscape: false, hyphenated: false })),
  ...[7.5, 7, 6.5].map((size) => ({ size, landscape: false, hyphenated: true })),
  ...[8, 7, 6].map((size) => ({ size, landscape: true, hyphenated: true })),
];

/** The first setting in which every column has room for its longest word; the last where none has. */
function settingOf(grid: Grid): GridSetting {
  let last: GridSetting = { size: 8, landscape: false, widths: [] };
  for (const { size, landscape, hyphenated } of settings) {
    const room = landscape ? ROOM.sideways : ROOM.upright;
    const needs = columnNeeds(grid, size, PADDING, hyphenated);
    last = { size, landscape, widths: columnWidths(needs, room) };
    if (total(needs, 'least') <= room) return last;
  }
  return last;
}

/** A grid of text: numbers to the right, all else to the left. */
export function gridTable(grid: Grid, level: number | null): PdfTable {
  const { size, landscape, widths } = settingOf(grid);
  const isRight = (c: number): boolean => (grid.columns ? grid.columns[c] === 'number' : c > 0);
  const width = (c: number): number => (widths[c] ?? 0) - PADDING;
  const lines = (row: readonly string[]) =>
    grid.head.reduce(
      (most, _, c) => Math.max(most, lineCount(row[c] ?? '', size, Math.max(width(c), size))),
      1,
    );
  return {
    ...tableOf(
      grid.title,
      grid.notes,
      level,
      grid.rows.reduce((sum, row) => sum + lines(row) * size * 1.25 + 7, 30),
    ),
    marks: false,
    listed: false,
    landscape,
    size,
    height: 0,
    columns: widths,
    head: [
      grid.head.map((text, c) =>
        headCell(text, { align: isRight(c) ? 'right' : 'left', size, width: width(c) }),
      ),
    ],
    rows: grid.rows.map((row, r) => ({
      cells: gridCells(row, grid.head.length, { isRight, width, size }, grid.tones?.[r]),
    })),
  };
}

interface Columns {
  readonly isRight: (column: number) => boolean;
  readonly width: (column: number) => number;
  readonly size: number;
}

function gridCells(
  row: readonly string[],
  columns: number,
  { isRight, width, size }: Columns,
  tones: readonly (Tone | null)[] = [],
): PdfTextCell[] {
  return spannedCells(row, columns).map(({ text, column, span }) =>
    textCell(text, {
      right: span === 1 && isRight(column),
      span,
      tone: tones[column] ?? null,
      split: span === 1 && longestWord(text, size) > width(column),
      ...(column === 0 ? { most: MOST_LABEL } : {}),
    }),
  );
}
