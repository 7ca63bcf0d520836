import { BorderStyle, type IBorderOptions, type ITableCellOptions, Paragraph, ShadingType, TableCell, TableRow as WordRow, VerticalAlignTable, WidthType, type FileChild } from 'docx'; // prettier-ignore
import type { Category } from '../../analysis/results.js';
import type { LegendEntry } from '../document/document.js';
import type { Messages } from '../locales/language.js';
import { shownCell, shownMark } from '../tables/cell.js';
import { NOT_ESTIMABLE, type Cell, type Table, type TableRow } from '../tables/table.js';
import { bodyElement, element, runs, valued } from './element.js';
import { printable } from '../printable.js';
import { colours } from './styles.js';

/** Columns of marks that fit beside the labels on an upright page. */
const MANY = 10;
const LABEL = 2_600;
const LONGEST_KEPT = 300;

export const isWideTable = (table: Table): boolean => table.columns.length > MANY;

export const paragraph = (text: string, style: string): Paragraph =>
  new Paragraph({ style, children: runs(text) });

/**
 * A table of a fixed layout, `widths` in twentieths of a point; its first rows are repeated on every page. The
 * library's own table would carry lines of its own, stronger than those of the style.
 */
export function wordTable(
  { style, title }: { readonly style: 'Marks' | 'Grid'; readonly title: string },
  heads: readonly WordRow[],
  rows: readonly WordRow[],
  widths: readonly number[],
): FileChild {
  const width = widths.reduce((a, b) => a + b, 0);
  const properties = element(
    'w:tblPr',
    {},
    valued('w:tblStyle', style),
    element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
    element('w:tblLayout', { 'w:type': 'fixed' }),
    element('w:tblLook', { 'w:val': '06A0', 'w:firstRow': heads.length > 0 ? 1 : 0, 'w:lastRow': 0, 'w:firstColumn': 1, 'w:lastColumn': 0, 'w:noHBand': 1, 'w:noVBand': 1 }), // prettier-ignore
    // What the table is, for those who listen.
    ...(title === ''
      ? []
      : [valued('w:tblCaption', printable(title).replace(/\s+/g, ' ').slice(0, LONGEST_KEPT))]),
  );
  const columns = element('w:tblGrid', {}, ...widths.map((w) => element('w:gridCol', { 'w:w': w })));
  return bodyElement(element('w:tbl', {}, properties, columns, ...heads, ...rows));
}

/** A row that stays on one page, unless its text is longer than any page. */
export const bodyRow = (cells: readonly TableCell[], longest: number): WordRow =>
  new WordRow({ children: cells, cantSplit: longest < LONGEST_KEPT });

/** Heads, again on every page; but heads that fill a page would leave no room for the rows. */
export function headRow(cells: readonly TableCell[], texts: readonly string[]): WordRow {
  const short = texts.every((text) => text.length < LONGEST_KEPT);
  return new WordRow({ children: cells, tableHeader: short, cantSplit: short });
}

/** A cell `width` twentieths of a point wide: Word takes the grid's widths, others the cells'. */
export const cellOf = (
  child: Paragraph,
  width: number,
  options: Omit<ITableCellOptions, 'children' | 'width'> = {},
): TableCell => new TableCell({ ...options, width: { size: width, type: WidthType.DXA }, children: [child] });

const line = (style: IBorderOptions['style'], size: number, color: string): IBorderOptions => ({ style, size, color }); // prettier-ignore

export const underHeads = { borders: { bottom: line(BorderStyle.SINGLE, 8, colours.ink) } };

/** Marks: the computed one bold, the published one small in parentheses, shade and frame where they differ. */
export function marksTable(table: Table, width: number): FileChild {
  const columns = table.columns.length;
  const each = Math.floor((width - Math.min(LABEL, Math.round(width / 2))) / Math.max(1, columns));
  const label = width - each * columns;
  const last = table.headerRows.length - 1;
  const heads = table.headerRows.map((cells, level) =>
    headRow(
      cells.map(({ text, colspan }, i) =>
        cellOf(paragraph(text, i === 0 ? 'CellHead' : 'CellHeadCentre'), i === 0 ? label : each * colspan, {
          verticalAlign: VerticalAlignTable.BOTTOM,
          ...(colspan > 1 ? { columnSpan: colspan } : {}),
          ...(level === last ? underHeads : {}),
        }),
      ),
      cells.map(({ text }) => text),
    ),
  );
  const rows = table.rows.map((row) => marksRow(row, label, each, columns));
  const widths = [label, ...table.columns.map(() => each)];
  return wordTable({ style: 'Marks', title: table.title }, heads, rows, widths);
}

function marksRow(row: TableRow, label: number, each: number, columns: number): WordRow {
  if (row.kind === 'group') {
    const group = cellOf(paragraph(row.text, 'CellGroup'), label + each * columns, {
      columnSpan: columns + 1,
    });
    return bodyRow([group], row.text.length);
  }
  const head = cellOf(paragraph(row.label, row.group === null ? 'CellText' : 'CellNested'), label);
  return bodyRow([head, ...row.cells.map((cell) => markCell(cell, each))], row.label.length);
}

const frames: Readonly<Record<Category, IBorderOptions | null>> = {
  same: null,
  'not-comparable': null,
  'other-level': line(BorderStyle.DOTTED, 12, colours.frame),
  'only-computed': line(BorderStyle.SINGLE, 6, colours.frame),
  'only-published': line(BorderStyle.DASHED, 8, colours.frame),
  opposite: line(BorderStyle.DOUBLE, 8, colours.down),
};

function markCell(cell: Cell, width: number): TableCell {
  const { mark, published, category } = cell;
  const shown = published !== null && (published !== '' || mark !== '');
  const parts = [
    ...(mark === '' ? [] : runs(shownCell(cell), markLook(mark))),
    ...(shown ? runs(`${mark === '' ? '' : '\u00a0'}(${shownMark(published) || '\u2007'})`, 'MarkPublished') : []),
  ]; // prettier-ignore
  const frame = category === null ? null : frames[category];
  return cellOf(new Paragraph({ style: 'Mark', children: parts }), width, {
    verticalAlign: VerticalAlignTable.CENTER,
    ...(frame === null
      ? {}
      : {
          borders: { top: frame, bottom: frame, left: frame, right: frame },
          shading: {
            type: ShadingType.CLEAR,
            color: 'auto',
            fill: category === 'opposite' ? colours.opposite : colours.differs,
          },
        }),
  });
}

const markLook = (mark: string): string =>
  mark === NOT_ESTIMABLE ? 'MarkNone' : mark.startsWith('-') ? 'MarkDown' : mark.startsWith('+') ? 'MarkUp' : 'MarkStar'; // prettier-ignore

const EXAMPLE = 1_400;

/** How to read a cell: an example beside its meaning. */
export function legendTable(entries: readonly LegendEntry[], width: number, { word }: Messages): FileChild {
  const meaning = Math.min(width - EXAMPLE, 6_000);
  const head = headRow(
    [
      cellOf(paragraph(word.example, 'CellHeadCentre'), EXAMPLE, underHeads),
      cellOf(paragraph(word.meaning, 'CellHead'), meaning, underHeads),
    ],
    [word.example, word.meaning],
  );
  const rows = entries.map(({ cell, text }) =>
    bodyRow([markCell(cell, EXAMPLE), cellOf(paragraph(text, 'CellText'), meaning)], text.length),
  );
  return wordTable({ style: 'Marks', title: word.meaning }, [head], rows, [EXAMPLE, meaning]);
}
