import { UsageError } from '../problems.js';
import type { MergedBlock, Sheet, SheetCell } from './sheet.js';

/** As far as cells with content may reach: the largest tables of statistics are long (200,000 rows) or wide, not both. */
const gridLimits = { rows: 200_000, columns: 4000, cells: 8_000_000 } as const;

export const emptyCell: SheetCell = Object.freeze({ text: '', value: null, fill: null, error: null });

/** The column's letters: 0 is A, 26 AA. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before >= 0 ? columnName(before) : '') + String.fromCharCode(65 + (column % 26));
}

export interface GridInput {
  readonly file: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly MergedBlock[];
  /** By row and column; holes are empty cells. Cells beyond the last one with content need not be empty: they are cut off. */
  readonly cells: readonly (readonly (SheetCell | undefined)[] | undefined)[];
  readonly place: (row: number, column: number) => string;
}

/**
 * A sheet over sparse cells, as large as the cells with content. Merged blocks are kept as one number per cell that they cover, so that
 * ten thousand of them cost no more than one.
 * @throws UsageError where content lies beyond the limits, or blocks overlap.
 */
export function gridSheet({ file, name, hidden, merges, cells, place }: GridInput): Sheet {
  const where = name === '' ? file : `${file}, sheet ${name}`;
  const { rows, columns } = usedSize(cells);
  if (rows > gridLimits.rows || columns > gridLimits.columns || rows * columns > gridLimits.cells)
    throw new UsageError(
      `${where}: found content as far as ${columnName(columns - 1)}${rows}; expected at most ${gridLimits.rows} rows, ` +
        `${gridLimits.columns} columns and ${gridLimits.cells} cells; delete what stands outside the table, and save it again`,
    );
  const blocks = merges.filter((m) => m.top < rows && m.left < columns);
  const owner = blocks.length > 0 ? owners(blocks, rows, columns, where) : null;
  return {
    name,
    rows,
    columns,
    hidden,
    merges: blocks,
    place,
    at(row, column) {
      if (row < 0 || column < 0 || row >= rows || column >= columns) return emptyCell;
      const own = owner?.[row * columns + column] ?? 0;
      const [r, c] = own > 0 ? [Math.floor((own - 1) / columns), (own - 1) % columns] : [row, column];
      return cells[r]?.[c] ?? emptyCell;
    },
  };
}

function usedSize(cells: GridInput['cells']): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  // forEach skips the holes of a sparse array.
  cells.forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (!cell || (cell.text === '' && cell.error === null)) return;
      rows = Math.max(rows, r + 1);
      columns = Math.max(columns, c + 1);
    }),
  );
  return { rows, columns };
}

/** For each cell the number of its block's top left cell, plus 1; 0 where it is in none. */
function owners(blocks: readonly MergedBlock[], rows: number, columns: number, where: string): Int32Array {
  const owner = new Int32Array(rows * columns);
  for (const { top, left, bottom, right } of blocks)
    for (let r = top; r <= Math.min(bottom, rows - 1); r++)
      for (let c = left; c <= Math.min(right, columns - 1); c++) {
        if (owner[r * columns + c] !== 0)
          throw new UsageError(
            `${where}: found merged cells that overlap at ${columnName(c)}${r + 1}; expected each cell in one block; open it in Excel and save it again`,
          );
        owner[r * columns + c] = top * columns + left + 1;
      }
  return owner;
}
