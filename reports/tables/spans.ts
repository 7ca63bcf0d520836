/** A cell of a grid's row, and the number of columns that it takes. */
export interface SpannedCell {
  readonly text: string;
  /** The first of its columns, counted from 0. */
  readonly column: number;
  readonly span: number;
}

/**
 * A grid's row as it is set: words with two or more empty cells after them take their room, as the reason why a row
 * has no numbers does. A number never does, and neither does the row's head.
 */
export function spannedCells(row: readonly string[], columns: number): SpannedCell[] {
  const cells: SpannedCell[] = [];
  for (let column = 0; column < columns;) {
    const text = row[column] ?? '';
    const span = column > 0 && isWords(text) ? 1 + emptyAfter(row, column, columns) : 1;
    cells.push({ text, column, span: span < 3 ? 1 : span });
    column += span < 3 ? 1 : span;
  }
  return cells;
}

const isWords = (text: string): boolean => /\p{L}{3}/u.test(text);

function emptyAfter(row: readonly string[], column: number, columns: number): number {
  let empty = 0;
  while (column + empty + 1 < columns && (row[column + empty + 1] ?? '') === '') empty++;
  return empty;
}
