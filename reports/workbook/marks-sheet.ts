import type { Estimate } from '../../analysis/estimate.js';
import { formatLevel } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { shownCell, shownMark } from '../tables/cell.js';
import { type Cell, cellRows, isAdjustedTable, NOT_ESTIMABLE, type Table } from '../tables/table.js';
import { noteRows, ROWS_ABOVE, rowsAbove } from './frame.js';
import { styled, type Sheet, type SheetRow, type StyledCell } from './sheet.js';
import { markStyle, publishedStyle, styles } from './styles.js';

export interface MarksContext {
  readonly name: string;
  /** The name of the list of sheets. */
  readonly contents: string;
  readonly estimates: ReadonlyMap<string, Estimate>;
  /** Confidence level of the intervals, 0.95. */
  readonly level: number;
  readonly lang: Lang;
}

/** The same columns of the table once more, with one thing of each cell. */
interface SheetBlock {
  readonly title: string;
  readonly width: number;
  /** One cell per column and per leaf of it. */
  readonly leaves: (leaf: string) => readonly string[];
  readonly cells: (cell: Cell) => readonly StyledCell[];
}

type Row = ReturnType<typeof cellRows>[number];

/**
 * A table of marks for an auditor: one row per row of the table, first the marks, each computed beside published,
 * then block by block the same columns with estimate, interval, p and n (F and eta squared for an analysis of
 * variance). The labels stay in sight, and every row carries its group so that filters keep it.
 */
export function marksSheet(table: Table, context: MarksContext): Sheet {
  const { heads } = messages(context.lang).tables;
  const rows = cellRows(table);
  const grouped = rows.some((row) => row.group !== null);
  const labels = [...(grouped ? [heads.group] : []), table.headerRows.at(-1)?.[0]?.text || heads.row];
  const blocks = blocksOf(table, rows, context);
  const headRows = headers(table, labels, blocks);
  const head = ROWS_ABOVE + headRows.length;
  const perColumn = blocks.flatMap((b) =>
    leavesOf(table).flatMap((leaf) => b.leaves(leaf).map((text) => wide(b.width, text))),
  );
  const widths = [...(grouped ? [36] : []), 40, ...perColumn];
  const body = rows.map((row): SheetRow => ({ cells: [...labelCells(row, grouped), ...blocks.flatMap((b) => row.cells.flatMap(b.cells))] })); // prettier-ignore
  return {
    name: context.name,
    holds: table.title,
    synthetic: table.synthetic,
    rows: [
      ...rowsAbove(table.title, table.synthetic, context.contents, context.lang),
      ...headRows,
      ...body,
      ...noteRows(table.notes, widths),
    ],
    count: rows.length,
    widths,
    frozen: { rows: head, columns: labels.length },
    filter: { head, last: head + rows.length, columns: widths.length },
  };
}

const leavesOf = (table: Table): string[] => (table.headerRows.at(-1) ?? []).slice(1).map(({ text }) => text);

/** Wide enough for the longest word of the head. */
const wide = (width: number, head: string): number =>
  Math.max(width, Math.min(16, 1.5 + Math.max(0, ...head.split(/\s/).map((word) => word.length))));

const labelCells = (row: Row, grouped: boolean): StyledCell[] => [
  ...(grouped ? [styled(row.group, styles.wrap)] : []),
  styled(row.label, styles.wrap),
];

function blocksOf(
  table: Table,
  rows: readonly Row[],
  { estimates, level, lang }: MarksContext,
): SheetBlock[] {
  const text = messages(lang).workbook;
  const cells = rows.flatMap((row) => row.cells);
  const compared = cells.some((c) => c.published !== null);
  const found = (c: Cell): Estimate | null => (c.id === null ? null : (estimates.get(c.id) ?? null));
  const anova = cells.some((c) => found(c)?.model === 'anova');
  const numbers = (
    title: string,
    style: StyledCell['style'],
    of: (e: Estimate) => number | null,
  ): SheetBlock[] => {
    const value = (c: Cell) => { const e = found(c); return e === null ? null : of(e); }; // prettier-ignore
    if (cells.every((c) => value(c) === null)) return [];
    return [
      { title, width: 11, leaves: (leaf) => [leaf], cells: (c) => [styled(value(c), style ?? styles.text)] },
    ];
  };
  return [
    {
      title: text.marks,
      width: 8.5,
      leaves: (leaf) => [leaf, ...(compared ? [text.publishedLeaf(leaf)] : [])],
      cells: (c) => [
        styled(c.mark === '' ? null : shownMark(c.mark), markStyle(c.mark, c.category)),
        ...(compared ? [styled(shownMark(c.published ?? '') || null, publishedStyle(c.category))] : []),
      ],
    },
    ...(isAdjustedTable(table)
      ? [{ title: text.after, width: 8.5, leaves: (leaf: string) => [leaf], cells: (c: Cell) => [after(c)] }]
      : []),
    ...(anova ? numbers(text.blocks.statistic, styles.estimate, (e) => e.statistic) : []),
    ...numbers(anova ? text.blocks.eta : text.blocks.estimate, styles.estimate, (e) => e.estimate),
    ...numbers(text.blocks.ciLow(formatLevel(level, lang)), styles.estimate, (e) => e.ciLow),
    ...numbers(text.blocks.ciHigh(formatLevel(level, lang)), styles.estimate, (e) => e.ciHigh),
    ...numbers(text.blocks.p, styles.p, (e) => e.p),
    ...numbers(text.blocks.n, styles.count, (e) => e.n),
  ];
}

/** What is left of a mark after adjustment for the number of tests, with its sign `°`. */
function after(c: Cell): StyledCell {
  const left = c.survives === true || c.mark === NOT_ESTIMABLE;
  return styled(left ? shownCell(c) : null, styles.published);
}

/** Above the leaves: the blocks' titles, then the upper heads of each block's columns where there are any. */
function headers(table: Table, labels: readonly string[], blocks: readonly SheetBlock[]): SheetRow[] {
  const stub = (texts: readonly (string | null)[]) => texts.map((text) => styled(text, styles.head));
  const blank = stub(labels.map(() => null));
  const centred = (value: string | null, span: number): StyledCell => ({
    value,
    style: styles.headCentre,
    span,
  });
  const leavesRow = leavesOf(table);
  const upper = table.headerRows.length > 1 ? table.headerRows[0]!.slice(1) : null;
  const times = (b: SheetBlock) => b.leaves('').length;
  return [
    { cells: [...blank, ...blocks.map((b) => centred(b.title, table.columns.length * times(b)))] },
    ...(upper
      ? [{ cells: [...blank, ...blocks.flatMap((b) => upper.map(({ text, colspan }) => centred(text, colspan * times(b))))], height: 30 }] // prettier-ignore
      : []),
    {
      cells: [...stub(labels), ...blocks.flatMap((b) => leavesRow.flatMap((leaf) => b.leaves(leaf).map((text) => centred(text, 1))))], // prettier-ignore
      height: 44,
    },
  ];
}
