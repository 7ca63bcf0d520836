import { InputError, type Problem, quoteFound, UsageError } from '../problems.js';
import type { InputFile, UnitRecord } from '../records.js';
import { matchColumns, warnUnknownColumns } from './columns.js';
import { decodeUtf8 } from './decode.js';
import { sha256 } from './folder.js';
import { readBytes } from './frame.js';
import { FileReport } from './report.js';
import { type CsvTable, parseTable } from './table.js';
import { clean } from './text.js';
import { unitLookup } from './unit-code.js';
import { readYear } from './year.js';

/** When units began with something: a file of the columns unit and year. */
export interface DatesFile {
  /** By the unit's position in `units.csv`: the first year, or null for never. */
  readonly dates: ReadonlyMap<number, number | null>;
  /** Units that the file does not list, taken as never (`others: 'never'`). */
  readonly assumedNever: number;
  readonly input: InputFile;
  readonly warnings: readonly Problem[];
}

/** Why SKR's survey, the appendix's source on use, is no such file. */
export const SURVEY_HAS_NO_DATES =
  "SKR's survey (survey.csv) tells who used öppna jämförelser in 2019, not since when, so nothing in it says what is before and what is after";

const EXPECTED = 'an event study needs a CSV file with the columns unit and year, the year in which each unit began (empty: never)'; // prettier-ignore

/** The error for a study without a file of dates. */
export const noDates = (): UsageError => new UsageError(`${EXPECTED}; ${SURVEY_HAS_NO_DATES}`);

/**
 * Reads the first year of every unit (empty: never). Units are codes of `units.csv` as they stand there, `0114` with its zero.
 * Every unit must be listed, unless the `others` are said to be never.
 *
 * Throws a UsageError where the file cannot be opened or is the survey, and an InputError with every cell that is
 * wrong: what `unitLookup` finds, `not-a-year`, `duplicate-unit` and `unlisted-units`.
 */
export function readEventDates(
  file: string,
  units: readonly UnitRecord[],
  others: 'error' | 'never' = 'error',
): DatesFile {
  const report = new FileReport(file);
  const bytes = readBytes(file);
  const text = decodeUtf8(bytes, report);
  const table = text === null ? null : parseTable(text, report);
  const dates = table === null ? new Map<number, number | null>() : datesOf(table, units, report);
  const unlisted = units.filter((_, u) => !dates.has(u));
  const stop = () => report.problems.some((p) => p.severity === 'error');
  // Units of rows that could not be read are no unlisted units.
  if (others === 'error' && !stop() && unlisted.length > 0) reportUnlisted(unlisted, units.length, report);
  if (stop() || table === null) throw new InputError(report.problems.filter((p) => p.severity === 'error'));
  return {
    dates: new Map(units.map((_, u) => [u, dates.get(u) ?? null])),
    assumedNever: unlisted.length,
    input: { file, sha256: sha256(bytes), rows: table.numbers.length, delimiter: table.delimiter },
    warnings: report.problems,
  };
}

function datesOf(table: CsvTable, units: readonly UnitRecord[], report: FileReport) {
  const names = table.header.map((cell) => clean(cell).toLowerCase());
  if (names.includes('quality_development') || names.includes('not_used'))
    throw new UsageError(`${report.file}: ${SURVEY_HAS_NO_DATES}; ${EXPECTED}`);
  const dates = new Map<number, number | null>();
  const columns = matchColumns(table, ['unit', 'year'], report);
  if (columns === null) return dates;
  warnUnknownColumns(columns, report);
  const lookup = unitLookup(new Map(units.map(({ id }, u) => [id, u])));
  const firstRows = new Map<number, number>();
  table.numbers.forEach((row, i) => {
    const unit = lookup.find(columns.cells.unit[i]!, row, 'unit', report);
    const cell = columns.cells.year[i]!;
    const year = clean(cell) === '' ? null : readYear(cell, row, report);
    if (unit < 0) return;
    const before = firstRows.get(unit);
    if (before !== undefined) return reportTwice(units[unit]!.id, row, before, report);
    firstRows.set(unit, row);
    dates.set(unit, year);
  });
  return dates;
}

function reportTwice(unit: string, row: number, first: number, report: FileReport): void {
  const found = `${quoteFound(unit)}, which row ${first} has already`;
  const cure = `keep the row with the year in which it first began, and take the other away`;
  report.error('duplicate-unit', { row, column: 'unit', found, expected: 'one row for each unit', cure });
}

const MAX_NAMED = 8;

function reportUnlisted(unlisted: readonly UnitRecord[], all: number, report: FileReport): void {
  const names = unlisted.slice(0, MAX_NAMED).map(({ id }) => quoteFound(id));
  const more = unlisted.length > MAX_NAMED ? ', …' : '';
  report.error('unlisted-units', {
    row: null,
    column: 'unit',
    found: `no row for ${unlisted.length} of ${all} units: ${names.join(', ')}${more}`,
    expected: 'every unit of units.csv',
    cure: 'add them, with an empty year for those that never began, or say --others never',
  });
}
