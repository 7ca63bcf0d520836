import { quoteFound } from '../problems.js';
import { careUnitKinds, type CareUnitKind, type CareUnitRecord } from '../records.js';
import { CareUnitRegister } from './care-unit-register.js';
import { matchColumns, warnUnknownColumns } from './columns.js';
import type { Delimiter } from './csv.js';
import type { CsvTable } from './table.js';
import { nearest } from './nearest.js';
import type { FileReport } from './report.js';
import { clean, numberCure, parseNumber, wordOf } from './text.js';
import type { Units } from './units.js';
import { readYear } from './year.js';

/**
 * The measures of the units of care (`care-units.csv`), in the file's order. Units that could not be read (null) are
 * not checked.
 *
 * Reports what `CodeLookup`, `readYear` and `CareUnitRegister` find, `empty-code`, `unknown-kind`, `not-a-number` and
 * `out-of-range` (errors).
 */
export function readCareUnits(
  table: CsvTable,
  units: Units | null,
  report: FileReport,
): readonly CareUnitRecord[] {
  const names = ['care_unit', 'unit', 'year', 'kind', 'measure', 'value'] as const;
  const columns = matchColumns(table, names, report);
  if (!columns) return [];
  warnUnknownColumns(columns, report);
  const { cells } = columns;
  const records: CareUnitRecord[] = [];
  const register = new CareUnitRegister(units?.records ?? [], report);
  const kinds = new Map<string, CareUnitKind>(careUnitKinds.map((kind) => [kind, kind]));
  for (let i = 0; i < table.numbers.length; i++) {
    const row = table.numbers[i]!;
    const careUnit = register.careUnit(cells.care_unit[i]!, row);
    const unit = units ? units.lookup.find(cells.unit[i]!, row, 'unit', report) : -1;
    const year = readYear(cells.year[i]!, row, report);
    const kind = kinds.get(cells.kind[i]!) ?? readKind(cells.kind[i]!, row, report);
    const measure = register.measure(cells.measure[i]!, row);
    const value = readValue(cells.value[i]!, table.delimiter, row, report);
    if (careUnit && unit >= 0) register.checkMunicipality(careUnit, unit, row);
    if (careUnit && kind) register.checkKind(careUnit, kind, row);
    if (!careUnit || !measure || year === null) continue;
    if (!register.isFirst(careUnit, year, measure, row)) continue;
    if (unit < 0 || kind === null || value === undefined) continue;
    records.push({ careUnit: careUnit.id, unit, year, kind, measure: measure.id, value });
  }
  return records;
}

function readKind(cell: string, row: number, report: FileReport): CareUnitKind | null {
  const kind = careUnitKinds.find((k) => k === wordOf(cell));
  if (kind) return kind;
  const close = nearest(clean(cell).replace(/\s+/g, '-'), careUnitKinds);
  report.error('unknown-kind', {
    row,
    column: 'kind',
    found: clean(cell) === '' ? 'an empty cell' : quoteFound(cell),
    expected: careUnitKinds.join(' or '),
    cure: close ? `write ${close}` : 'write one of the two',
  });
  return null;
}

/** The value, null where empty, or undefined, having reported it. */
function readValue(
  cell: string,
  delimiter: Delimiter,
  row: number,
  report: FileReport,
): number | null | undefined {
  const value = parseNumber(cell, delimiter);
  if (value !== null && value >= 0) return value;
  if (value === null && clean(cell) === '') return null;
  const expected = 'a number of at least 0, or an empty cell';
  const found = quoteFound(cell);
  if (value === null) {
    const cure = `${numberCure(cell)}; leave the cell empty where the value is missing`;
    report.error('not-a-number', { row, column: 'value', found, expected, cure });
  } else {
    const cure = 'correct the number, or leave the cell empty where the value is missing';
    report.error('out-of-range', { row, column: 'value', found, expected, cure });
  }
  return undefined;
}
