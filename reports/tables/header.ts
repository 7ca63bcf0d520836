import type { ModelRecord } from '../../analysis/results.js';
import { columnHead, type ColumnHead, type TableYears } from '../locales/columns.js';
import { messages, type Lang } from '../locales/language.js';
import type { TableEstimates } from './kind.js';
import type { HeaderCell, Table } from './table.js';

/**
 * The heads of a table: one level where no column has an upper head, else two, neighbours with the same upper head
 * sharing it. The first cell of each level stands over the row labels.
 */
export function headerRows(
  columns: readonly string[],
  { kind, own }: Pick<TableEstimates, 'kind' | 'own'>,
  years: TableYears,
  lang: Lang,
): HeaderCell[][] {
  const heads = columns.map((column) => tableHead(column, own, years, lang));
  const leaves = heads.map(({ leaf }) => ({ text: leaf, colspan: 1 }));
  const stub = { text: stubHead(kind, lang), colspan: 1 };
  if (heads.every(({ top }) => top === null)) return [[stub, ...leaves]];
  const tops: { text: string; colspan: number }[] = [];
  heads.forEach(({ top }, i) => {
    const last = tops.at(-1);
    if (last && i > 0 && heads[i - 1]!.top === top) last.colspan++;
    else tops.push({ text: top ?? '', colspan: 1 });
  });
  return [
    [{ text: '', colspan: 1 }, ...tops],
    [stub, ...leaves],
  ];
}

/** The head of a column by its key: a user's own model names its columns itself, or uses the keys of the appendix. */
export function tableHead(
  column: string,
  own: ModelRecord | null,
  years: TableYears,
  lang: Lang,
): ColumnHead {
  const label = own && Object.hasOwn(own.columns, column) ? own.columns[column]![lang] : null;
  if (label !== null) return { top: null, leaf: label };
  if (own && column === 'model') return { top: null, leaf: messages(lang).ownModels.model };
  return columnHead(column, years, lang);
}

function stubHead(kind: string, lang: Lang): string {
  const { tables } = messages(lang);
  if (kind === 'peers') return tables.stubPeers;
  return kind.startsWith('staffing') ? tables.stubStaffing : '';
}

/** One head per column, upper level first: `Nivå, alla: t−1`. */
export function leafHeads(table: Table): string[] {
  const levels = table.headerRows.map(([, ...heads]) =>
    heads.flatMap(({ text, colspan }) => Array.from({ length: colspan }, () => text)),
  );
  return table.columns.map((_, c) => levels.map((level) => level[c] ?? '').filter(Boolean).join(': ')); // prettier-ignore
}
