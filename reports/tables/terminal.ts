import { messages, type Lang } from '../locales/language.js';
import { blockLines, columnWidths, splitColumns } from './terminal-grid.js';
import { type Cell, cellRows, type Grid, NOT_ESTIMABLE, type Table } from './table.js';
import { shownCell, shownMark } from './cell.js';
import { pad, printable, textWidth, wrap, type Align } from './text-width.js';

/** What the terminal can show. */
export interface TerminalOptions {
  readonly lang: Lang;
  /** Columns of the terminal; at least 40 is assumed. */
  readonly width: number;
  /** ANSI colours; only where the caller knows that they are wanted (a terminal, NO_COLOR not set). */
  readonly colour: boolean;
}

const MINIMUM_WIDTH = 40;
const STYLES = { bold: '1', dim: '2', warn: '1;30;43', up: '32', down: '31' } as const;

/** Text in a style, or as it is where colour is off. */
export function styled(text: string, style: keyof typeof STYLES, colour: boolean): string {
  return colour ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text;
}

/**
 * A table of marks as aligned text. The published mark stands beside the computed one: `++ (+)`. Heads share their
 * lines as in the appendix; a table too wide for the terminal is broken into blocks that repeat the row labels.
 * Ends with a newline.
 */
export function terminalTable(table: Table, options: TerminalOptions): string {
  const width = Math.max(MINIMUM_WIDTH, options.width);
  const text = compact(table);
  const columns = columnWidths(table, text);
  const blocks = splitColumns(columns, width);
  const lines = blocks.flatMap((block, i) => [
    ...(i > 0 ? [''] : []),
    ...blockLines(table, block, columns, {
      text,
      style: (text, c) => colourMark(text, c, options.colour),
    }),
  ]);
  return [...opening(table, width, options), ...lines, ...closing(table.notes, width, options), ''].join(
    '\n',
  );
}

/** A plain grid as aligned text: the first column to the left, numbers to the right. Ends with a newline. */
export function terminalGrid(grid: Grid, options: TerminalOptions): string {
  const width = Math.max(MINIMUM_WIDTH, options.width);
  const body = [grid.head, ...grid.rows].map((row) => row.map(printable));
  const widths = grid.head.map((_, c) =>
    Math.max(...body.slice(1).map((row) => textWidth(row[c] ?? '')), longestWord(grid.head[c]!)),
  );
  const first = Math.min(widths[0] ?? 0, Math.floor(width / 2));
  const blocks = splitColumns({ label: first, cells: widths.slice(1) }, width);
  const lines = blocks.flatMap((block, i) => [
    ...(i > 0 ? [''] : []),
    ...body.flatMap((row, r) => {
      const cells = block.map((c) => ({
        text: row[c + 1] ?? '',
        width: widths[c + 1]!,
        align: 'right' as const,
      }));
      const drawn = drawRow([{ text: row[0] ?? '', width: first, align: 'left' }, ...cells]);
      return r === 0 ? [...drawn, '─'.repeat(Math.max(...drawn.map(textWidth)))] : drawn;
    }),
  ]);
  return [...opening(grid, width, options), ...lines, ...closing(grid.notes, width, options), ''].join('\n');
}

const longestWord = (text: string): number => Math.max(...printable(text).split(' ').map(textWidth));

function drawRow(cells: readonly { text: string; width: number; align: Align }[]): string[] {
  const wrapped = cells.map((c) => wrap(c.text, c.width));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, i) =>
    cells
      .map((c, j) => pad(wrapped[j]![i] ?? '', c.width, c.align))
      .join('  ')
      .trimEnd(),
  );
}

/** `++ (+)`: computed, then published where there is one to read; `( )` where the published cell is empty. */
function compact(table: Table): (cell: Cell) => string {
  const own = cellRows(table).flatMap((row) => row.cells.map((c) => shownCell(c).length));
  const width = Math.max(2, ...own);
  return (cell) => {
    const { mark, published } = cell;
    const shown = shownCell(cell);
    if (published === null || (published === '' && mark === '')) return shown;
    return `${shown.padEnd(width)} (${shownMark(published) || ' '})`;
  };
}

function colourMark(text: string, { mark }: Cell, colour: boolean): string {
  if (mark === NOT_ESTIMABLE || mark === '') return styled(text, 'dim', colour);
  return styled(text, mark.startsWith('-') ? 'down' : 'up', colour);
}

function opening(
  of: { title: string; synthetic: boolean },
  width: number,
  { lang, colour }: TerminalOptions,
): string[] {
  const banner = of.synthetic ? [styled(` ${messages(lang).figures.syntheticStamp} `, 'warn', colour)] : [];
  return [...banner, ...wrap(of.title, width).map((line) => styled(line, 'bold', colour)), ''];
}

function closing(notes: readonly string[], width: number, { colour }: TerminalOptions): string[] {
  return ['', ...notes.flatMap((note) => wrap(note, width)).map((line) => styled(line, 'dim', colour))];
}
