import {
  BorderStyle,
  type FileChild,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  TableCell,
  type TableRow as WordRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { spannedCells } from '../tables/spans.js';
import type { Grid, GridColumn, Tone } from '../tables/table.js';
import { runs } from './element.js';
import { colours } from './styles.js';
import { bodyRow, cellOf, headRow, paragraph, underHeads, wordTable } from './tables.js';

const columnOf = (grid: Grid, c: number): GridColumn => grid.columns?.[c] ?? (c === 0 ? 'text' : 'number');

/** The most characters that a column asks room for; longer text goes on in a new line. */
const MOST: Readonly<Record<GridColumn, number>> = { text: 34, number: 16, code: 32, prose: 46 };
const LEAST = 6;
/** The room between two columns, in characters; and how much wider than others the letters of heads are. */
const GAP = 2;
const BOLD = 1.2;
/** Characters beside one another on an upright page, in the type of tables. */
const UPRIGHT = 140;

/** Room that the columns ask for, in characters: the longest line of a cell, and the longest word of a head. */
function weights(grid: Grid): number[] {
  return grid.head.map((head, c) => {
    const longest = grid.rows.reduce((most, row) => Math.max(most, ...(row[c] ?? '').split('\n').map((l) => l.length)), 0); // prettier-ignore
    const word = Math.max(0, ...head.split(/\s/).map((w) => w.length * BOLD));
    return Math.max(LEAST, Math.min(MOST[columnOf(grid, c)], Math.max(longest, word) + GAP));
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export const isWideGrid = (grid: Grid): boolean => sum(weights(grid)) > UPRIGHT;

/** The twentieths of a point that a character takes where there is room to spare. */
const ROOMY = 130;

/** A grid as a table: its first row the heads, numbers to the right, the later lines of a cell small. */
export function gridTable(grid: Grid, width: number): FileChild {
  const asked = weights(grid);
  const total = Math.min(width, sum(asked) * ROOMY);
  const widths = asked.map((w) => Math.floor((total * w) / sum(asked)));
  const head = headRow(
    grid.head.map((text, c) =>
      cellOf(paragraph(text, columnOf(grid, c) === 'number' ? 'CellHeadNumber' : 'CellHead'), widths[c]!, {
        verticalAlign: VerticalAlignTable.BOTTOM,
        ...underHeads,
      }),
    ),
    grid.head,
  );
  return wordTable({ style: 'Grid', title: grid.title }, [head], grid.rows.map((row, r) => gridRow(grid, row, widths, grid.tones?.[r])), widths); // prettier-ignore
}

const looks: Readonly<Record<GridColumn, string>> = { text: 'CellText', number: 'CellNumber', code: 'CellCode', prose: 'CellText' }; // prettier-ignore

function gridRow(
  grid: Grid,
  row: readonly string[],
  widths: readonly number[],
  tones: readonly (Tone | null)[] = [],
): WordRow {
  const cells = spannedCells(row, widths.length).map(({ text, column, span }) =>
    cellOf(
      cellParagraph(text, looks[span > 1 ? 'text' : columnOf(grid, column)]),
      sum(widths.slice(column, column + span)),
      { ...(span > 1 ? { columnSpan: span } : {}), ...shade(tones[column]) },
    ),
  );
  return bodyRow(cells, Math.max(0, ...row.map((text) => text.length)));
}

const shade = (tone: Tone | null | undefined): Pick<ITableCellOptions, 'shading'> =>
  tone ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: colours.tones[tone] } } : {};

function cellParagraph(text: string, style: string): Paragraph {
  const at = text.indexOf('\n');
  if (at < 0) return paragraph(text, style);
  return new Paragraph({ style, children: [...runs(text.slice(0, at)), ...runs(text.slice(at), 'CellSmall').slice(1)] }); // prettier-ignore
}

/** Terms with their values, term by term. */
export function termsTable(terms: readonly (readonly [string, string])[], width: number): FileChild {
  const term = Math.min(2_600, Math.round(width / 3));
  const rows = terms.map(([name, value]) =>
    bodyRow(
      [cellOf(paragraph(name, 'CellHead'), term), cellOf(paragraph(value, 'CellText'), width - term)],
      Math.max(name.length, value.length),
    ),
  );
  return wordTable({ style: 'Grid', title: '' }, [], rows, [term, width - term]);
}

/** A frame to write in, `lines` lines high. */
export function blankTable(lines: number, width: number): FileChild {
  const room = Array.from({ length: Math.max(1, lines) }, () => paragraph('', 'CellText'));
  const side = { style: BorderStyle.SINGLE, size: 4, color: colours.rule };
  const borders = { top: side, bottom: side, left: side, right: side };
  const cell = new TableCell({ borders, width: { size: width, type: WidthType.DXA }, children: room });
  return wordTable({ style: 'Grid', title: '' }, [], [bodyRow([cell], 0)], [width]);
}
