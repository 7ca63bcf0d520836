import type { CellComparison, Comparison, Results } from '../../analysis/results.js';
import { areaLabel, groupingInText, groupLabel, rowLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { cell } from './cell.js';
import { headerRows } from './header.js';
import { tablesOf, type TableEstimates } from './kind.js';
import { layout, type LayoutRow } from './layout.js';
import { tableNotes } from './notes.js';
import type { Table, TableRow } from './table.js';
import { tableYears } from './years.js';

/**
 * Every table of marks among the results, laid out as in the appendix of RiR 2021:17 (tables 2-17): its order of
 * rows, headings of row groups, and heads of columns in two levels; tables of other panels in the order of their
 * estimates. With a comparison each cell also carries the published mark. Pure: the same input gives the same tables.
 */
export const buildTables = (results: Results, comparison: Comparison | null, lang: Lang): Table[] =>
  withLabels(results.manifest.labels, () => tablesIn(results, comparison, lang));

function tablesIn(results: Results, comparison: Comparison | null, lang: Lang): Table[] {
  const compared = new Map((comparison?.cells ?? []).map((c) => [c.id, c]));
  const ids = new Set<string>();
  return tablesOf(results.estimates, results.manifest.models).map((table) => {
    const { columns, rows } = layout(table);
    const years = tableYears(table, results);
    const hasPublished = table.published !== null && table.estimates.some((e) => compared.has(e.id));
    return {
      id: uniqueId(table.table, ids),
      table: table.table,
      title: tableTitle(table, lang),
      area: table.area,
      headerRows: headerRows(columns, table, years, lang),
      columns,
      rows: rows.flatMap((row, i) => [
        ...heading(row, rows[i - 1], lang),
        dress(row, columns, compared, results, lang),
      ]),
      notes: tableNotes({
        kind: table.kind,
        own: table.own,
        estimates: table.estimates,
        years,
        compared: hasPublished,
        results,
        lang,
      }),
      synthetic: results.manifest.synthetic,
    };
  });
}

function heading(row: LayoutRow, before: LayoutRow | undefined, lang: Lang): TableRow[] {
  if (row.group === null || row.group === before?.group) return [];
  return [{ kind: 'group', text: groupLabel(row.group, lang) }];
}

function dress(
  row: LayoutRow,
  columns: readonly string[],
  compared: ReadonlyMap<string, CellComparison>,
  results: Results,
  lang: Lang,
): TableRow {
  const context = { lang, level: results.specification.inference.level };
  const [any] = row.byColumn.values();
  const cells = columns.map((column) => {
    const e = row.byColumn.get(column) ?? null;
    return cell(column, e, (e && compared.get(e.id)) ?? null, context);
  });
  const group = row.group === null ? null : groupLabel(row.group, lang);
  return { kind: 'row', label: any ? rowLabel(any, lang) : row.row, group, cells };
}

/** A table's title, `Tabell 8. Ekonomiskt bistånd: …`. */
export function tableTitle(
  { table, kind, area, published, own, estimates }: TableEstimates,
  lang: Lang,
): string {
  const { tables } = messages(lang);
  const what = own
    ? own.title[lang]
    : kind === 'peers'
      ? tables.titles.peers(groupingInText(estimates[0]?.grouping ?? '', lang))
      : kind === 'users' || kind === 'anova' || kind === 'event-study' || kind.startsWith('staffing')
        ? tables.titles[kind as 'users' | 'anova' | 'event-study' | 'staffing']
        : tables.titles.other;
  const number = published ? `${tables.table} ${table}. ` : '';
  const subject = areaLabel(area, lang);
  const text = subject === '' ? what : `${subject}: ${what}`;
  return number + text.charAt(0).toUpperCase() + text.slice(1);
}

/** A table's name as a file and anchor name: letters, digits and hyphens, different for each table. */
function uniqueId(table: number | string, taken: Set<string>): string {
  const name = typeof table === 'number' ? String(table).padStart(2, '0') : slug(table);
  let id = `table-${name}`;
  for (let i = 2; taken.has(id); i++) id = `table-${name}-${i}`;
  taken.add(id);
  return id;
}

/** Lower-case ASCII letters, digits and hyphens; Swedish letters lose their marks. */
export function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'x'; // prettier-ignore
}
