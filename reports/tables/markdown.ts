import { messages, type Lang } from '../locales/language.js';
import { shownCell, shownMark } from './cell.js';
import type { Cell, Grid, Table } from './table.js';

/** Text inside Markdown: no markup, no table border, no tag and no line break can come from data. */
export const markdownText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+!|<>~&^-]/g, '\\$&').replace(/\\([()-])/g, '$1'); // prettier-ignore

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
    [grid.head, ...grid.rows].map((row) => row.map(markdownText)),
  );
}

/** One head per column, upper level first: `Nivå, alla: t−1`. */
export function leafHeads(table: Table): string[] {
  const levels = table.headerRows.map(([, ...heads]) =>
    heads.flatMap(({ text, colspan }) => Array.from({ length: colspan }, () => text)),
  );
  return table.columns.map((_, c) => levels.map((level) => level[c] ?? '').filter(Boolean).join(': ')); // prettier-ignore
}

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
    `## ${markdownText(of.title)}`,
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
