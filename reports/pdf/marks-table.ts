import { cellRows, type Table } from '../tables/table.js';
import { pdfMark, textCell } from './cell.js';
import { headCell, MOST_LABEL, ROOM, tableOf, type PdfRow, type PdfTable } from './table.js';
import { breakable, shortened } from './text.js';
import { lineCount, longestWord } from '../tables/column-widths.js';

const MOST_COLUMNS_UPRIGHT = 13;
const MOST_COLUMNS_AT_EASE = 9;
const MANY_COLUMNS = 26;
const PADDING = 4;
const NESTED = 8;

/**
 * A table of marks: columns of equal width, so that a mark's place tells its column; where they are many, smaller
 * type, then a page on its side.
 */
export function marksTable(table: Table, level: number | null): PdfTable {
  const count = Math.max(1, table.columns.length);
  const landscape = count > MOST_COLUMNS_UPRIGHT;
  const room = landscape ? ROOM.sideways : ROOM.upright;
  const label = Math.min(190, Math.max(120, room - count * 44));
  const width = (room - label) / count;
  const size = count > MANY_COLUMNS ? 5 : count > MOST_COLUMNS_AT_EASE ? 7 : 8;
  const compared = cellRows(table).some((row) => row.cells.some((c) => c.published !== null));
  const height = !compared ? 13 : count > MANY_COLUMNS ? 15 : 21;
  const rowHeight = (text: string) =>
    Math.max(height + 6, lineCount(text, size, label - 12) * size * 1.25 + 6);
  const rowsHeight = table.rows.reduce(
    (sum, row) =>
      sum +
      (row.kind === 'group' ? lineCount(row.text, size, room) * size * 1.25 + 10 : rowHeight(row.label)),
    0,
  );
  return {
    ...tableOf(table.title, table.notes, level, rowsHeight),
    marks: true,
    listed: level !== null,
    landscape,
    size,
    height,
    columns: [label, ...table.columns.map(() => width)],
    head: table.headerRows.map((row) =>
      row.map(({ text, colspan }, i) => {
        const over = i === 0 ? label : width * colspan;
        return headCell(text, {
          span: colspan,
          align: i === 0 ? 'left' : 'center',
          size,
          width: over - PADDING,
        });
      }),
    ),
    rows: table.rows.map((row) => pdfRow(row, size, label - PADDING - NESTED)),
  };
}

function pdfRow(row: Table['rows'][number], size: number, width: number): PdfRow {
  if (row.kind === 'group') return { group: breakable(shortened(row.text, MOST_LABEL)) };
  const { label, group, cells } = row;
  const options = {
    indent: group === null ? 0 : NESTED,
    most: MOST_LABEL,
    split: longestWord(label, size) > width,
  };
  return { cells: [textCell(label, options), ...cells.map(pdfMark)] };
}
