import { cellRows, type Cell, type HeaderCell, type Table } from './table.js';
import { pad, printable, textWidth, wrap } from './text-width.js';

/** Widths in terminal columns: of the row labels, and of each column of cells. */
export interface Widths {
  readonly label: number;
  readonly cells: readonly number[];
}

const GAP = 2;
const MAXIMUM_LABEL = 40;
const MINIMUM_LABEL = 18;

/** How a cell is written and, once padded, coloured. */
export interface CellWriter {
  readonly text: (cell: Cell) => string;
  readonly style: (padded: string, cell: Cell) => string;
}

/** What each column needs: its widest cell, and the longest word of its head. */
export function columnWidths(table: Table, text: (cell: Cell) => string): Widths {
  const rows = cellRows(table);
  const leaves = table.headerRows.at(-1)!;
  const longest = Math.max(0, ...rows.map((row) => textWidth(row.label) + INDENT));
  return {
    label: Math.max(MINIMUM_LABEL, Math.min(MAXIMUM_LABEL, longest)),
    cells: table.columns.map((_, c) =>
      Math.max(
        2,
        ...rows.map((row) => textWidth(text(row.cells[c]!))),
        ...printable(leaves[c + 1]?.text ?? '').split(' ').map(textWidth), // prettier-ignore
      ),
    ),
  };
}

/** The columns in blocks that each fit the width beside the row labels; at least one column in each. */
export function splitColumns({ label, cells }: Widths, width: number): number[][] {
  const blocks: number[][] = [];
  let used = Infinity;
  cells.forEach((w, c) => {
    if (used + GAP + w > width) {
      blocks.push([]);
      used = label;
    }
    blocks.at(-1)!.push(c);
    used += GAP + w;
  });
  return blocks;
}

const INDENT = 2;

/** The lines of one block: heads, a rule, group headings, and rows whose long labels take several lines. */
export function blockLines(
  table: Table,
  block: readonly number[],
  widths: Widths,
  writer: CellWriter,
): string[] {
  const total = widths.label + block.reduce((sum, c) => sum + GAP + widths.cells[c]!, 0);
  const heads = table.headerRows.flatMap((row) => headLines(row, block, widths));
  const body = table.rows.flatMap((row) =>
    row.kind === 'group' ? wrap(row.text, total) : rowLines(row, block, widths, writer),
  );
  return [...heads, '─'.repeat(total), ...body, '─'.repeat(total)];
}

function rowLines(
  row: { label: string; group: string | null; cells: readonly Cell[] },
  block: readonly number[],
  widths: Widths,
  writer: CellWriter,
): string[] {
  const indent = row.group !== null ? ' '.repeat(INDENT) : '';
  const label = wrap(row.label, widths.label - indent.length).map((line) =>
    pad(indent + line, widths.label, 'left'),
  );
  const cells = block.map((c) => {
    const cell = row.cells[c]!;
    return ' '.repeat(GAP) + writer.style(pad(writer.text(cell), widths.cells[c]!, 'left'), cell);
  });
  return label.map((line, i) => (i === 0 ? line + cells.join('') : line).trimEnd());
}

/** A level of heads: each head over those of its columns that are in the block. */
function headLines(row: readonly HeaderCell[], block: readonly number[], widths: Widths): string[] {
  const [stub, ...heads] = row;
  let next = 0;
  const parts = heads.flatMap(({ text, colspan }) => {
    const covered = Array.from({ length: colspan }, () => next++).filter((c) => block.includes(c));
    if (covered.length === 0) return [];
    const width = covered.reduce((sum, c) => sum + widths.cells[c]!, GAP * (covered.length - 1));
    return [{ lines: wrap(text, width), width }];
  });
  const label = wrap(stub!.text, widths.label);
  const height = Math.max(label.length, ...parts.map(({ lines }) => lines.length));
  // Heads stand on their columns: short ones are filled from above.
  const line = (lines: readonly string[], i: number) => lines[i - (height - lines.length)] ?? '';
  return Array.from({ length: height }, (_, i) =>
    [
      pad(line(label, i), widths.label, 'left'),
      ...parts.map(({ lines, width }) => ' '.repeat(GAP) + pad(line(lines, i), width, 'left')),
    ]
      .join('')
      .trimEnd(),
  );
}
