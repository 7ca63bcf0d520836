import type { AnswerTable } from '../records.js';
import { AnswerHabits } from './answer-habits.js';
import { AnswerReader } from './answer-value.js';
import { matchColumns, warnUnknownColumns } from './columns.js';
import type { CsvTable } from './table.js';
import { FirstRows } from './first-rows.js';
import type { Indicators } from './indicators.js';
import { missingReasons } from '../records.js';
import type { FileReport } from './report.js';
import type { Units } from './units.js';
import { explainItemYear, FIRST_YEAR, LAST_YEAR, readYear } from './year.js';

const YEARS = LAST_YEAR - FIRST_YEAR + 1;
const ejSamlad = missingReasons.indexOf('ej-samlad');

/** An answer table without rows. */
export const noAnswers = (): AnswerTable => emptyTable(0);

/**
 * The answers of `answers.csv`, in the file's order. Units or indicators that could not be read (null) are not
 * checked: their own file's errors say enough.
 *
 * Reports what `CodeLookup`, `readYear`, `AnswerReader`, `explainItemYear` and `AnswerHabits` find, `duplicate-answer`
 * (error) and `no-rows` (warning). The table holds the rows without errors.
 */
export function readAnswers(
  table: CsvTable,
  units: Units | null,
  indicators: Indicators | null,
  report: FileReport,
): AnswerTable {
  const columns = matchColumns(table, ['unit', 'year', 'indicator', 'answer', 'reason'], report);
  if (!columns) return noAnswers();
  warnUnknownColumns(columns, report);
  if (table.numbers.length === 0) warnNoRows(report);
  const { cells } = columns;
  const reader = new AnswerReader(table.delimiter, report);
  const habits = indicators && new AnswerHabits(indicators);
  const firstRows = new FirstRows();
  const answers = emptyTable(table.numbers.length);
  let length = 0;
  for (let i = 0; i < table.numbers.length; i++) {
    const row = table.numbers[i]!;
    const unit = units ? units.lookup.find(cells.unit[i]!, row, 'unit', report) : -1;
    const year = readYear(cells.year[i]!, row, report);
    const position = indicators ? indicators.lookup.find(cells.indicator[i]!, row, 'indicator', report) : -1;
    const scale = position < 0 ? null : indicators!.scales[position]!;
    const readable = reader.read(cells.answer[i]!, cells.reason[i]!, scale, row);
    if (year !== null && position >= 0 && !(readable && reader.reason === ejSamlad)) {
      checkItemYear(indicators!, position, year, row, report);
    }
    if (unit < 0 || position < 0 || year === null) continue;
    const first = firstRows.check(position * YEARS + (year - FIRST_YEAR), unit, row);
    if (first > 0) {
      reportDuplicate(cells.unit[i]!, year, cells.indicator[i]!, row, first, report);
      continue;
    }
    if (!readable) continue;
    habits?.add(position, reader.kind, reader.code, row);
    answers.unit[length] = unit;
    answers.year[length] = year;
    answers.indicator[length] = position;
    answers.code[length] = reader.code;
    answers.reason[length] = reader.reason;
    length++;
  }
  habits?.report(report);
  return cutTable(answers, length);
}

/** An item is not asked in every year; a row that says so itself (`ej-samlad`) is right in any. */
function checkItemYear(
  indicators: Indicators,
  position: number,
  year: number,
  row: number,
  report: FileReport,
): void {
  const item = indicators.items[position]!;
  const wrong = item && explainItemYear(item, year);
  if (!wrong) return;
  const { severity, code, found, expected, cure } = wrong;
  report[severity](code, { row, column: 'year', found, expected, cure });
}

function reportDuplicate(
  unit: string,
  year: number,
  indicator: string,
  row: number,
  first: number,
  report: FileReport,
): void {
  const what = `${unit.trim()}, ${year}, ${indicator.trim()}`.slice(0, 120);
  const found = `${what}, which row ${first} has already`;
  const expected = 'one row for each unit, year and indicator';
  const cure = `take row ${row} or row ${first} away`;
  report.error('duplicate-answer', { row, column: null, found, expected, cure });
}

function warnNoRows(report: FileReport): void {
  const cure = 'write one row for each unit, year and indicator';
  report.warning('no-rows', { row: null, column: null, found: 'a header only', expected: 'answers', cure });
}

function emptyTable(length: number) {
  return {
    length,
    unit: new Int32Array(length),
    year: new Int32Array(length),
    indicator: new Int32Array(length),
    code: new Float64Array(length),
    reason: new Uint8Array(length),
  };
}

function cutTable(table: AnswerTable, length: number): AnswerTable {
  if (length === table.length) return table;
  return {
    length,
    unit: table.unit.slice(0, length),
    year: table.year.slice(0, length),
    indicator: table.indicator.slice(0, length),
    code: table.code.slice(0, length),
    reason: table.reason.slice(0, length),
  };
}
