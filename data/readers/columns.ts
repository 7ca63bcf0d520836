import { quoteFound } from '../problems.js';
import type { CsvTable } from './table.js';
import { nearest } from './nearest.js';
import type { FileReport } from './report.js';
import { clean } from './text.js';

/** A column that the table's contract does not name. */
export interface FurtherColumn {
  /** The name as written, without white space around it. */
  readonly name: string;
  readonly cells: readonly string[];
}

export interface Columns<Name extends string> {
  /** The cells of each column of the contract, one for each data row. */
  readonly cells: Readonly<Record<Name, readonly string[]>>;
  /** The position of each column of the contract among the header's cells. */
  readonly at: Readonly<Record<Name, number>>;
  readonly further: readonly FurtherColumn[];
}

/**
 * Where each column of the contract stands in a header, whatever its case and the white space around it.
 *
 * Returns null where one is missing (`missing-column`) or any name stands twice (`duplicate-column`). A column
 * without a name is left out, with a warning (`unnamed-column`) if it holds anything.
 */
export function matchColumns<const Name extends string>(
  table: CsvTable,
  names: readonly Name[],
  report: FileReport,
): Columns<Name> | null {
  const positions = new Map<string, number>();
  const further: FurtherColumn[] = [];
  let usable = true;
  table.header.forEach((cell, position) => {
    const name = clean(cell);
    const key = name.toLowerCase();
    if (key === '') return warnUnnamed(table, position, report);
    if (positions.has(key)) {
      usable = false;
      reportDuplicate(name, positions.get(key)!, position, report);
      return;
    }
    positions.set(key, position);
    if (!(names as readonly string[]).includes(key)) further.push({ name, cells: table.columns[position]! });
  });
  for (const name of names) {
    if (positions.has(name)) continue;
    usable = false;
    reportMissing(name, table, further, report);
  }
  if (!usable) return null;
  const entries = names.map((name) => [name, positions.get(name)!] as const);
  const at = Object.fromEntries(entries) as Record<Name, number>;
  const cells = Object.fromEntries(entries.map(([name, i]) => [name, table.columns[i]!]));
  return { at, cells: cells as Record<Name, readonly string[]>, further };
}

/** One warning (`unknown-column`) for each column of a table that takes no others. */
export function warnUnknownColumns(columns: Columns<string>, report: FileReport): void {
  const expected = `only ${Object.keys(columns.at).join(', ')}`;
  for (const { name } of columns.further) {
    const cure = 'it is ignored: take it away if that is right, correct its name if not';
    const column = name.slice(0, 60);
    report.warning('unknown-column', { row: 1, column, found: quoteFound(name), expected, cure });
  }
}

function warnUnnamed(table: CsvTable, position: number, report: FileReport): void {
  const cells = table.columns[position]!;
  const index = cells.findIndex((cell) => cell.trim() !== '');
  if (index < 0) return;
  const found = `${quoteFound(cells[index]!)} in column ${position + 1}, which has no name`;
  const cure = 'it is ignored: name the column, or take it away';
  const row = table.numbers[index]!;
  report.warning('unnamed-column', { row, column: null, found, expected: 'a name in the header', cure });
}

function reportDuplicate(name: string, first: number, second: number, report: FileReport): void {
  const found = `${quoteFound(name)} as columns ${first + 1} and ${second + 1}`;
  const cure = 'rename one of them, or take it away';
  const column = name.slice(0, 60);
  report.error('duplicate-column', { row: 1, column, found, expected: 'every name once', cure });
}

const MAX_COLUMNS = 12;

function reportMissing(
  name: string,
  table: CsvTable,
  further: readonly FurtherColumn[],
  report: FileReport,
): void {
  const cells = table.header.slice(0, MAX_COLUMNS).map((cell) => clean(cell).slice(0, 30));
  const more = table.header.length > MAX_COLUMNS ? `, … (${table.header.length} in all)` : '';
  const close = closeColumn(name, further);
  report.error('missing-column', {
    row: 1,
    column: name,
    found: `the columns ${cells.join(', ')}${more}`,
    expected: `a column ${name}`,
    cure: close ? `rename column ${close} to ${name}` : `add a column ${name}, empty where nothing is known`,
  });
}

/** `unit_id`, `unitcode` or `unti` for `unit`. */
function closeColumn(name: string, further: readonly FurtherColumn[]): string | null {
  const others = further.map((column) => column.name).filter((other) => other.length <= 60);
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const wanted = letters(name);
  const same = others.find((other) => letters(other) === wanted);
  return same ?? nearest(name, others) ?? others.find((other) => letters(other).startsWith(wanted)) ?? null;
}
