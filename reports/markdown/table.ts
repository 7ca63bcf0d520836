import { messages, type Lang } from '../locales/language.js';
import { shownCell, shownMark } from '../tables/cell.js';
import { leafHeads } from '../tables/header.js';
import type { Cell, Grid, Table } from '../tables/table.js';
import { markdownText } from './text.js';

/** A table of marks in Markdown: both levels of heads in one line, row groups as lines of their own. */
export function markdownTable(table: Table, lang: Lang): string {
  const heads = leafHeads(table).map(markdownText);
  const rows = table.rows.map((row) =>
    row.kind === 'group'
      ? [`**${markdownText(row.text)}**`, ...table.columns.map(() => '')]
      : [markdownText(row.label), ...row.cells.map(markdownCell)],
  );
  const stub = markdownText(table.headerRows.at(-1)![0]!.text);
  return section(table, lang, [[stub, ...heads], ...rows]);
}

/** A plain grid in Markdown. */
export function markdownGrid(grid: Grid, lang: Lang): string {
  return section(
    grid,
    lang,
    [grid.head, ...grid.rows].map((row) => row.map(cellText)),
  );
}

/** Several lines of a cell in one, since a table of Markdown has only one. */
const cellText = (text: string): string => text.split('\n').map(markdownText).join('; ');

function markdownCell(cell: Cell): string {
  const { mark, published } = cell;
  const own = markdownText(shownCell(cell));
  if (published === null || (published === '' && mark === '')) return own;
  return `${own} (${markdownText(shownMark(published)) || ' '})`.trim();
}

function section(
  of: { title: string; notes: readonly string[]; synthetic: boolean },
  lang: Lang,
  [head = [], ...rows]: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const banner = of.synthetic ? [`**${messages(lang).figures.syntheticStamp}**`, ''] : [];
  return [
    `### ${markdownText(of.title)}`,
    '',
    ...banner,
    line(head),
    line(head.map((_, c) => (c === 0 ? ':---' : ':---:'))),
    ...rows.map(line),
    '',
    ...of.notes.map((note) => `- ${markdownText(note)}`),
    '',
  ].join('\n');
}
