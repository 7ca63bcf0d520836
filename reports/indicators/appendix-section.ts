import type { AppendixCell, AppendixRow, IndicatorCard } from '../../analysis/indicators/index.js';
import { grid, paragraph } from '../document/blocks.js';
import type { Block, Section } from '../document/document.js';
import { columnHead } from '../locales/columns.js';
import { formatNumber } from '../locales/format.js';
import { groupLabel, indicatorLabel } from '../locales/labels.js';
import { messages, term, type Lang } from '../locales/language.js';
import { shownMark } from '../tables/cell.js';
import type { Grid } from '../tables/table.js';
import { readingYears } from './appendix-years.js';
import { count } from './words.js';

/** The marks of the appendix's tables that an indicator enters, and those of this run, beside what chance gives. */
export function appendixSection(card: IndicatorCard, synthetic: boolean, lang: Lang): Section {
  const { indicators, indicatorCards } = messages(lang);
  const { sections, appendix: text } = indicatorCards;
  const head = { id: 'appendix', title: sections.appendix };
  const { rows } = card.appendix;
  if (rows.length === 0) return { ...head, blocks: [paragraph(indicators.appendix.none)] };
  return {
    ...head,
    blocks: [
      ...countBlocks(card, lang),
      paragraph(text.chance),
      grid(rowsGrid(rows, synthetic, lang)),
      { kind: 'aside', title: text.cellsTitle, blocks: [grid(cellsGrid(card, synthetic, lang))] },
    ],
  };
}

function countBlocks({ appendix }: IndicatorCard, lang: Lang): Block[] {
  const text = messages(lang).indicators.appendix;
  return (['published', 'computed'] as const).flatMap((whose) => {
    const { cells, marked, byChance } = appendix[whose];
    if (cells === 0) return [];
    return [paragraph(text[whose](count(marked, lang), count(cells, lang), formatNumber(byChance, lang, 1)))];
  });
}

function rowsGrid(rows: readonly AppendixRow[], synthetic: boolean, lang: Lang): Grid {
  const { appendix: text } = messages(lang).indicatorCards;
  return {
    id: 'appendix-rows',
    title: text.title,
    head: text.heads,
    columns: ['text', 'text', 'number', 'number'],
    rows: rows.map((row) => [
      tableName(row, lang),
      rowName(row, lang),
      known(row.cells.flatMap((c) => (c.published.length === 1 ? c.published : [])), typeof row.table === 'number' ? text.lost : text.notOurs, lang),
      known(row.cells.flatMap((c) => (c.computed === null ? [] : [c.computed])), text.notRun, lang),
    ]),
    notes: [text.signs],
    synthetic,
  }; // prettier-ignore
}

/** Marked cells of those whose mark is known; where none is, why. */
function known(marks: readonly string[], none: string, lang: Lang): string {
  if (marks.length === 0) return `–\n${none}`;
  const marked = marks.filter((mark) => mark !== '').length;
  return messages(lang).indicatorCards.appendix.of(count(marked, lang), count(marks.length, lang));
}

function tableName({ table, kind }: AppendixRow, lang: Lang): string {
  const { indicatorCards, tables } = messages(lang);
  const name = typeof table === 'number' ? `${tables.table} ${table}` : table;
  return `${name}\n${term(indicatorCards.appendix.kinds, kind)}`;
}

/** The row as it is published, which is Swedish, and the indicators that it is made of beside this one. */
function rowName({ row, group, with: others }: AppendixRow, lang: Lang): string {
  const { appendix: text } = messages(lang).indicatorCards;
  const name = group === null ? row : `${groupLabel(group, lang)}: ${row}`;
  if (others.length === 0) return name;
  return `${name}\n${text.with(others.map((id) => indicatorLabel(id, lang) ?? id).join(', '))}`;
}

function cellsGrid(card: IndicatorCard, synthetic: boolean, lang: Lang): Grid {
  const { tables, indicatorCards } = messages(lang);
  const { appendix: text } = indicatorCards;
  const rows = card.appendix.rows.flatMap((row) => {
    const own = readingYears(row, card);
    return row.cells.map((cell) => [
      columnText(cell.column, own, lang),
      typeof row.table === 'number' ? `${tables.table} ${row.table}` : row.table,
      publishedText(cell, typeof row.table === 'number', lang),
      cell.computed === null ? text.notRun : markText(cell.computed, lang),
    ]);
  });
  return {
    id: 'appendix-cells',
    title: text.cellsTitle,
    head: text.cellHeads,
    columns: ['text', 'text', 'text', 'text'],
    rows,
    notes: [text.signs],
    synthetic,
  };
}

function columnText(column: string, years: Parameters<typeof columnHead>[1], lang: Lang): string {
  const { top, leaf } = columnHead(column, years, lang);
  return top === null ? leaf : `${top}: ${leaf}`;
}

const markText = (mark: string, lang: Lang): string =>
  mark === '' ? messages(lang).indicatorCards.appendix.unmarked : shownMark(mark);

function publishedText({ published }: AppendixCell, ours: boolean, lang: Lang): string {
  const { tables, indicatorCards } = messages(lang);
  const { appendix: text } = indicatorCards;
  if (published.length === 0) return ours ? text.lost : text.notOurs;
  return published.map((mark) => markText(mark, lang)).join(` ${tables.cell.or} `);
}
