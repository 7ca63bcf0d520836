import type { Estimate } from '../../analysis/estimate.js';
import type { Comparison } from '../../analysis/results.js';
import { messages, type Lang } from '../locales/language.js';
import { leafHeads } from './header.js';
import { type Cell, cellRows, isAdjustedTable, NOT_ESTIMABLE, type Table } from './table.js';

/** A value of a CSV file. Text from data is `{ free }`: it alone is guarded against being read as a formula. */
export type CsvValue = string | number | boolean | null | undefined | { readonly free: string | null };

/**
 * Rows as CSV (RFC 4180: CRLF, quotes doubled). Free text that a spreadsheet would take for a formula (it begins
 * with = + - @, tab or carriage return) gets an apostrophe before it. Marks and numbers are a closed set that no
 * spreadsheet can run, and stay as they are: `++`, `--` and -0.5 must survive. What is no finite number is empty.
 */
export function csv(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => row.map(field).join(',') + '\r\n').join('');
}

function field(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : guarded(value.free ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const free = (text: string | null): CsvValue => ({ free: text });

const fields = [
  'id', 'model', 'area', 'indicator', 'row', 'group', 'table', 'column', 'outcome', 'sample', 'grouping', 'lag', 'term',
  'estimate', 'se', 'statistic', 'df', 'df2', 'p', 'ciLow', 'ciHigh', 'mark', 'n', 'units', 'clusters',
] as const satisfies readonly (keyof Estimate)[]; // prettier-ignore

const freeFields = new Set<string>(['id', 'area', 'indicator', 'row', 'group', 'table', 'column', 'term']);

/**
 * Every estimate as one row: the fields of the contract, dropped rows as `reason=count;...`, then each extra that
 * is a single value in a column `extra.name`, and what remains of the extras as JSON in `extra`.
 */
export function estimatesCsv(estimates: readonly Estimate[]): string {
  const flat = estimates.map(({ extra }) => flatten(extra));
  const names = [...new Set(flat.flatMap(({ single }) => Object.keys(single)))].sort();
  const head = [...fields, 'status', 'reason', 'dropped', ...names.map((name) => `extra.${name}`), 'extra'];
  const rows = estimates.map((e, i) => [
    ...fields.map((f) => (freeFields.has(f) && typeof e[f] === 'string' ? free(e[f]) : e[f])),
    e.status,
    e.reason,
    free(Object.entries(e.dropped).map(([reason, count]) => `${reason}=${count}`).join(';')), // prettier-ignore
    ...names.map((name) => single(flat[i]!.single[name])),
    free(flat[i]!.rest),
  ]);
  return csv([head, ...rows]);
}

/** Objects nested in `extra` that hold a few single values, worth columns of their own. */
const nested = new Set(['label', 'permutation', 'welch', 'kruskalWallis']);

function flatten(extra: Readonly<Record<string, unknown>>) {
  const single: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(extra)) {
    if (!isObject(value)) single[key] = value;
    else if (nested.has(key))
      for (const [k, v] of Object.entries(value)) if (!isObject(v)) single[`${key}.${k}`] = v;
    if (isObject(value) && !nested.has(key)) rest[key] = value;
  }
  return { single, rest: Object.keys(rest).length === 0 ? '' : JSON.stringify(rest) };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function single(value: unknown): CsvValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? free(value) : null;
}

/**
 * A table of marks as a wide sheet: per column the computed mark, the mark after adjustment for the number of tests
 * where the run made one, the published mark where compared, and n.
 */
export function tableCsv(table: Table, lang: Lang): string {
  const { tables, inference } = messages(lang);
  const { heads } = tables;
  const rows = cellRows(table);
  const adjusted = isAdjustedTable(table);
  const compared = rows.some((row) => row.cells.some((c) => c.published !== null));
  const head = leafHeads(table).flatMap((h) => [
    free(h),
    ...(adjusted ? [`${h} (${inference.heads.after})`] : []),
    ...(compared ? [`${h} (${heads.published})`] : []),
    `${h} (n)`,
  ]);
  const body = rows.map(({ group, label, cells }) => [
    free(group),
    free(label),
    ...cells.flatMap((c) => [
      c.mark,
      ...(adjusted ? [markAfter(c)] : []),
      ...(compared ? [c.published] : []),
      c.n,
    ]),
  ]);
  return csv([[heads.group, heads.row, ...head], ...body]);
}

const markAfter = ({ mark, survives }: Cell): string =>
  survives === false && mark !== NOT_ESTIMABLE ? '' : mark;

/** The comparison with the published marks, one row per cell; several possible readings joined by `/`. */
export function comparisonCsv({ cells }: Comparison): string {
  const head = ['table', 'row', 'group', 'column', 'id', 'computed', 'published', 'category', 'reason'];
  return csv([
    head,
    ...cells.map((c) => [
      c.table,
      free(c.row),
      free(c.group),
      free(c.column),
      free(c.id),
      c.computed,
      c.published.join('/'),
      c.category,
      c.reason,
    ]),
  ]);
}
