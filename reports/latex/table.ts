import { shownCell, shownMark } from '../tables/cell.js';
import { columnNeeds, columnWidths, total } from '../tables/column-widths.js';
import { spannedCells } from '../tables/spans.js';
import type { Cell, Grid, Table } from '../tables/table.js';
import { latexShort, latexText } from './escape.js';

/** The width of the text, upright and on a page on its side, in points; and what lies around a column's text. */
const ROOM = { upright: 480, sideways: 720 } as const;
const PADDING = 4;

const MOST_LABEL = 400;
const MOST_CELL = 600;
const MOST_COLUMNS_UPRIGHT = 12;

/** Columns by their widths in points, heads and rows as LaTeX source. */
interface Setting {
  readonly title: string;
  readonly heading: string;
  readonly size: 'footnotesize' | 'scriptsize' | 'tiny';
  readonly landscape: boolean;
  readonly columns: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly string[];
  readonly notes: readonly string[];
}

/** A column of a width with its padding. TeX hyphenates the first word of a cell only after some space, be it none. */
const column = (width: number, align: 'raggedright' | 'raggedleft' | 'centering'): string =>
  `>{\\${align}\\arraybackslash\\hspace{0pt}}p{${(width - PADDING).toFixed(2)}pt}`;

/** A table of marks: heads repeated on every page, each cell as `++ (+)`. */
export function latexMarks(table: Table, heading: string): string {
  const count = Math.max(1, table.columns.length);
  const landscape = count > MOST_COLUMNS_UPRIGHT;
  const room = landscape ? ROOM.sideways : ROOM.upright;
  const label = Math.min(190, Math.max(110, room - count * 40));
  const width = (room - label) / count;
  const heads = table.headerRows.map((row) => headRow(row, width));
  return setTable({
    title: table.title,
    heading,
    size: count > 20 ? 'tiny' : count > 6 ? 'scriptsize' : 'footnotesize',
    landscape,
    columns: [column(label, 'raggedright'), ...table.columns.map(() => column(width, 'centering'))],
    head: heads,
    rows: table.rows.map((row) =>
      row.kind === 'group'
        ? `\\addlinespace\\multicolumn{${table.columns.length + 1}}{@{}p{${(room - PADDING).toFixed(2)}pt}@{}}{\\textbf{${latexShort(row.text, MOST_LABEL)}}}`
        : [
            `${row.group === null ? '' : '\\quad '}${latexShort(row.label, MOST_LABEL)}`,
            ...row.cells.map(markCell),
          ].join(' & '),
    ),
    notes: table.notes,
  });
}

/** One level of heads; a head over several columns has a line beneath it. */
function headRow(row: Table['headerRows'][number], width: number): string {
  const rules: string[] = [];
  let first = 1;
  const cells = row.map(({ text, colspan }) => {
    const last = first + colspan - 1;
    if (colspan > 1) rules.push(`\\cmidrule(lr){${first}-${last}}`);
    first = last + 1;
    const source = latexShort(text, 80);
    if (colspan === 1) return source;
    return `\\multicolumn{${colspan}}{${column(width * colspan, 'centering')}}{${source}}`;
  });
  return `${cells.join(' & ')} \\\\${rules.join('')}`;
}

function markCell(cell: Cell): string {
  const { mark, published } = cell;
  const tone = mark.startsWith('+') ? 'up' : mark.startsWith('-') ? 'down' : 'black';
  const own = mark === '' ? '' : `\\computed{${tone}}{${latexText(shownCell(cell))}}`;
  if (published === null || (published === '' && mark === '')) return own;
  const readings = latexShort(shownMark(published), 12).replaceAll('/', '/\\allowbreak{}');
  return `${own} \\published{${readings || '~'}}`.trim();
}

/** A grid of text: numbers to the right, all else to the left. */
export function latexGrid(grid: Grid, heading: string): string {
  const settings = [
    { size: 'footnotesize', points: 8, landscape: false },
    { size: 'scriptsize', points: 7, landscape: false },
    { size: 'scriptsize', points: 7, landscape: true },
  ] as const;
  const needs = (points: number) => columnNeeds(grid, points, PADDING + 3, points === 7);
  const { size, points, landscape } =
    settings.find((s) => total(needs(s.points), 'least') <= (s.landscape ? ROOM.sideways : ROOM.upright)) ??
    settings[2];
  const widths = columnWidths(needs(points), landscape ? ROOM.sideways : ROOM.upright);
  const isRight = (c: number): boolean => (grid.columns ? grid.columns[c] === 'number' : c > 0);
  const rows = grid.rows.map((row) =>
    spannedCells(row, grid.head.length)
      .map(({ text, column: at, span }) => {
        const source = cellLines(text);
        if (span === 1) return source;
        const width = widths.slice(at, at + span).reduce((sum, w) => sum + w, 0);
        return `\\multicolumn{${span}}{${column(width, 'raggedright')}}{${source}}`;
      })
      .join(' & '),
  );
  return setTable({
    title: grid.title,
    heading,
    size,
    landscape,
    columns: widths.map((width, c) => column(width, isRight(c) ? 'raggedleft' : 'raggedright')),
    head: [`${grid.head.map((text) => latexShort(text, 80)).join(' & ')} \\\\`],
    rows,
    notes: grid.notes,
  });
}

/** The lines of a cell. */
function cellLines(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/).map((line) => latexShort(line, MOST_CELL));
  return lines.join('\\newline ');
}

function setTable({ title, heading, size, landscape, columns, head, rows, notes }: Setting): string {
  if (columns.length === 0) return '';
  const above = `\\toprule\n${head.join('\n')}\n\\midrule`;
  const body = [
    '\\needheight{16\\baselineskip}',
    `\\${heading}{${latexShort(title, 200)}}`,
    `{\\${size}\\setlength{\\tabcolsep}{${PADDING / 2}pt}\\renewcommand{\\arraystretch}{1.2}`,
    `\\begin{longtable}{@{\\hspace{${PADDING / 2}pt}}${columns.join('')}}`,
    `${above}\n\\endhead`,
    '\\bottomrule\n\\endlastfoot',
    ...rows.map((row, i) => (i === rows.length - 1 ? row : `${row} \\\\`)),
    '\\end{longtable}}',
    ...(notes.length === 0 ? [] : [`{\\footnotesize\\color{quiet}\\setlength{\\parskip}{0pt}`]),
    ...notes.map((note) => `${latexText(note)}\\par`),
    ...(notes.length === 0 ? [] : ['}']),
  ].join('\n');
  return landscape ? `\\begin{landscape}\n${body}\n\\end{landscape}` : body;
}
