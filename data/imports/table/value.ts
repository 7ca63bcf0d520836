import { quoteFound, type Problem } from '../../problems.js';
import type { MissingReason } from '../../records.js';
import { parseNumber } from '../../readers/text.js';
import type { ImportedAnswer } from '../imported.js';
import type { Sheet, SheetCell, Workbook } from '../sheet.js';
import type { TableMapping, ValueColumn } from './mapping.js';

/** What the signs of Kolada's and SCB's tables mean, unless the mapping says otherwise. */
const SIGNS: Readonly<Record<string, MissingReason>> = {
  '': 'ej-samlad',
  '-': 'bortfall',
  '–': 'bortfall',
  '.': 'ej-aktuellt',
  '..': 'undertryckt',
};
const ANSWERS = ['Ja', 'Nej', 'Delvis'];

/** What the reading of one table's cells knows. */
export interface Context {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly mapping: TableMapping;
  readonly columns: ReadonlyMap<string, number>;
  readonly problems: Problem[];
}

/** One value of a row as an answer; null, and a problem, where it cannot be read. */
export function readValue(
  context: Context,
  row: number,
  unit: string,
  value: ValueColumn,
): ImportedAnswer | null {
  const { sheet, mapping, columns, workbook } = context;
  const at = columns.get(value.column)!;
  const textOf = (column: string) => sheet.at(row, columns.get(column)!).text;
  const called = value.indicator ?? textOf(mapping.indicator!);
  const indicator = Object.hasOwn(mapping.indicators, called) ? mapping.indicators[called]! : null;
  if (!indicator) {
    report(
      context,
      row,
      mapping.indicator!,
      'unknown-indicator',
      called,
      'an indicator of the mapping',
      'add it to "indicators", or leave it out by "only"',
    );
    return null;
  }
  const yearText = value.year === undefined ? textOf(mapping.year!) : String(value.year);
  if (!/^(19|20|21)\d{2}$/.test(yearText)) {
    report(context, row, mapping.year!, 'bad-year', yearText, 'a year, 2018', 'correct it');
    return null;
  }
  const read = readCell(context, row, value.column, sheet.at(row, at));
  if (read === null) return null;
  const place = { source: sourceId(workbook), place: sheet.place(row, at) };
  return { unit, year: Number(yearText), indicator: indicator.id, ...read, ...place };
}

function readCell(
  context: Context,
  row: number,
  column: string,
  cell: SheetCell,
): { answer: string; reason: MissingReason | '' } | null {
  const { sheet, mapping, columns } = context;
  if (typeof cell.value === 'number') return { answer: String(cell.value), reason: '' };
  const word = ANSWERS.find((a) => a.toLowerCase() === cell.text.toLowerCase());
  if (word) return { answer: word, reason: '' };
  const number = parseNumber(cell.text, ';');
  if (number !== null) return { answer: String(number), reason: '' };
  const said = mapping.status === undefined ? '' : sheet.at(row, columns.get(mapping.status)!).text;
  const reason =
    mapping.missing?.[cell.text] ??
    (cell.text === '' ? mapping.missing?.[said] : undefined) ??
    SIGNS[cell.text];
  if (reason) return { answer: '', reason };
  report(
    context,
    row,
    column,
    'bad-value',
    cell.text,
    'a number, Ja, Nej, Delvis or a known sign',
    `name the sign under "missing" in the mapping`,
  );
  return null;
}

/** Adds a problem of a row (from 0) and column. */
export function report(
  context: Context,
  row: number,
  column: string,
  code: string,
  found: string,
  expected: string,
  cure: string,
): void {
  const { problems, workbook } = context;
  problems.push({
    severity: 'error',
    code,
    file: workbook.name,
    row: row + 1,
    column,
    found: quoteFound(found),
    expected,
    cure,
  });
}

/** The id of a table's source. */
export const sourceId = ({ sha256 }: Workbook): string => sha256.slice(0, 12);
