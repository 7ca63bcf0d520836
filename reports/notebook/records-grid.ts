import { inspect } from 'node:util';
import { ABSENT, formatNumber, MINUS } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import type { Grid } from '../tables/table.js';

/** A row of a table by the names of its columns. */
export type FlatRecord = Readonly<Record<string, unknown>>;

/** How a table of records is shown. */
export interface TableOptions {
  readonly title?: string;
  /** Rows shown; the table says how many are left out. Default 50. */
  readonly rows?: number;
  /** The columns shown, in this order; default all, at most 30. */
  readonly columns?: readonly string[];
  readonly notes?: readonly string[];
  /** False for a table of real values in a notebook that shows simulated ones, too; the page says that it does. */
  readonly synthetic?: boolean;
}

const ROWS = 50;
const COLUMNS = 30;
const LONGEST = 300;
const LOOKED_AT = 1000;

/** Whether a value is an array of objects that hold nothing but texts, numbers, truth values, dates and gaps. */
export function areRecords(value: unknown): value is readonly FlatRecord[] {
  return Array.isArray(value) && value.length > 0 && value.slice(0, LOOKED_AT).every(isFlat);
}

function isFlat(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const cells = Object.values(value);
  return (
    cells.length > 0 && cells.every((cell) => isGap(cell) || typeof cell !== 'object' || cell instanceof Date)
  );
}

const isGap = (cell: unknown): cell is null | undefined => cell === null || cell === undefined;

/** Records as a table, bounded in rows, columns and the length of its cells. */
export function recordsGrid(
  records: readonly FlatRecord[],
  options: TableOptions,
  context: { readonly lang: Lang; readonly synthetic: boolean },
): Grid {
  const { lang, synthetic } = context;
  const { notebook } = messages(lang);
  const shown = records.slice(0, Math.max(0, options.rows ?? ROWS));
  const all = options.columns ?? [...new Set(shown.flatMap((record) => Object.keys(record)))];
  const columns = all.slice(0, options.columns ? all.length : COLUMNS);
  const decimals = columns.map((column) => decimalsOf(shown.map((record) => record[column])));
  const left = records.length - shown.length;
  const count = formatNumber(records.length, lang);
  return {
    id: 'tabell',
    title: options.title ?? (records.length === 1 ? notebook.oneRecord : notebook.records(count)),
    head: columns,
    columns: columns.map((column) => (shown.every((r) => isNumber(r[column])) ? 'number' : 'text')),
    rows: shown.map((record) => columns.map((column, c) => cellText(record[column], decimals[c] ?? 0, lang))),
    notes: [
      ...(options.notes ?? []),
      ...(left > 0 ? [notebook.moreRows(formatNumber(shown.length, lang), formatNumber(left, lang))] : []),
      ...(columns.length < all.length
        ? [notebook.moreColumns(formatNumber(all.length - columns.length, lang))]
        : []),
    ],
    synthetic,
  };
}

const isNumber = (cell: unknown): boolean =>
  isGap(cell) || typeof cell === 'number' || typeof cell === 'bigint';

function cellText(cell: unknown, decimals: number, lang: Lang): string {
  if (isGap(cell)) return '';
  if (typeof cell === 'number') return numberText(cell, decimals, lang);
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? ABSENT : cell.toISOString();
  if (typeof cell === 'bigint') return cell.toString();
  const text = typeof cell === 'string' ? cell : inspect(cell, { depth: 0, breakLength: Infinity });
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Decimals of a column: what its numbers have, but no more than five figures of the largest of them. */
function decimalsOf(cells: readonly unknown[]): number {
  const numbers = cells.filter((c): c is number => typeof c === 'number' && Number.isFinite(c));
  const largest = numbers.reduce((max, c) => (Math.abs(c) < 1e15 ? Math.max(max, Math.abs(c)) : max), 0);
  const most = largest === 0 ? 0 : Math.min(6, Math.max(1, 4 - Math.floor(Math.log10(largest))));
  for (let digits = 0; digits < most; digits++)
    if (numbers.every((x) => Number(x.toFixed(digits)) === x)) return digits;
  return most;
}

/** Numbers too small or too large for their column are written with a power of ten, and whole ones without thousands. */
function numberText(value: number, decimals: number, lang: Lang): string {
  if (!Number.isFinite(value)) return ABSENT;
  if (decimals === 0 && Number.isSafeInteger(value)) return `${value < 0 ? MINUS : ''}${Math.abs(value)}`;
  const size = Math.abs(value);
  const fits = size === 0 || (size < 1e15 && size >= 0.5 * 10 ** -decimals);
  return fits ? formatNumber(value, lang, decimals) : withPower(value, lang);
}

function withPower(value: number, lang: Lang): string {
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential(2).split('e');
  const decimal = lang === 'sv' ? mantissa.replace('.', ',') : mantissa;
  return `${value < 0 ? MINUS : ''}${decimal}·10^${exponent.replace('+', '').replace('-', MINUS)}`;
}
