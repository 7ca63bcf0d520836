import { quoteFound } from '../problems.js';
import type { SurveyRecord } from '../records.js';
import { matchColumns, warnUnknownColumns } from './columns.js';
import type { CsvTable } from './table.js';
import { CodeLookup } from './lookup.js';
import { nearest } from './nearest.js';
import type { FileReport } from './report.js';
import { clean, detach } from './text.js';
import type { Units } from './units.js';

/**
 * What units answered on their use of the results (`survey.csv`). `areas` are those that some indicator has: another
 * one is kept, with a warning (`unknown-area`). Units or areas that could not be read (null) are not checked.
 *
 * Reports what `CodeLookup` finds, `empty-area`, `not-a-flag`, `both-flags` and `duplicate-survey-row` (errors).
 */
export function readSurvey(
  table: CsvTable,
  units: Units | null,
  areas: ReadonlySet<string> | null,
  report: FileReport,
): readonly SurveyRecord[] {
  const columns = matchColumns(table, ['unit', 'area', 'quality_development', 'not_used'], report);
  if (!columns) return [];
  warnUnknownColumns(columns, report);
  const { cells } = columns;
  const records: SurveyRecord[] = [];
  const firstRows = new Map<string, number>();
  const areaNames = areaLookup(areas ?? new Set(cells.area.map(clean).filter(Boolean)));
  const interned = new Map<string, string>();
  table.numbers.forEach((row, i) => {
    const unit = units ? units.lookup.find(cells.unit[i]!, row, 'unit', report) : -1;
    areaNames.find(cells.area[i]!, row, 'area', report);
    const qualityDevelopment = readFlag(cells.quality_development[i]!, row, 'quality_development', report);
    const notUsed = readFlag(cells.not_used[i]!, row, 'not_used', report);
    if (qualityDevelopment === true && notUsed === true) reportBoth(row, report);
    const area = clean(cells.area[i]!);
    if (unit < 0 || area === '') return;
    const key = `${unit} ${area}`;
    const first = firstRows.get(key);
    if (first !== undefined) return reportDuplicate(cells.unit[i]!, area, row, first, report);
    firstRows.set(key, row);
    if (qualityDevelopment === undefined || notUsed === undefined) return;
    if (!interned.has(area)) interned.set(area, detach(area));
    records.push({ unit, area: interned.get(area)!, qualityDevelopment, notUsed });
  });
  return records;
}

function areaLookup(areas: ReadonlySet<string>): CodeLookup {
  const positions = new Map([...areas].map((area, i) => [area, i]));
  return new CodeLookup(positions, (value, suggest) => {
    if (value === '') {
      const [found, expected, cure] = ['an empty cell', 'an area, aldreomsorg', 'write the area'];
      return { code: 'empty-area', severity: 'error', found, expected, cure };
    }
    const close = suggest ? nearest(value, areas) : null;
    return {
      code: 'unknown-area',
      severity: 'warning',
      found: quoteFound(value),
      expected: `an area that some indicator has${areas.size ? `: ${[...areas].slice(0, 8).join(', ')}` : ''}`,
      cure: close ? `write ${close}` : 'no result uses the row: correct the area, or add its indicators',
    };
  });
}

/** True, false, null where empty, or undefined, having reported it (`not-a-flag`). */
function readFlag(cell: string, row: number, column: string, report: FileReport): boolean | null | undefined {
  const text = clean(cell);
  if (text === '') return null;
  if (text === '1') return true;
  if (text === '0') return false;
  const cure = 'write 1 for yes, 0 for no, and leave the cell empty where there is no answer';
  report.error('not-a-flag', { row, column, found: quoteFound(cell), expected: '1, 0 or empty', cure });
  return undefined;
}

function reportBoth(row: number, report: FileReport): void {
  report.error('both-flags', {
    row,
    column: 'not_used',
    found: '1 in quality_development and in not_used',
    expected: 'at most one of them 1',
    cure: 'a unit cannot both have used the results and not have used them: look up its answer',
  });
}

function reportDuplicate(unit: string, area: string, row: number, first: number, report: FileReport): void {
  const found = `${quoteFound(`${unit.trim()}, ${area}`)}, which row ${first} has already`;
  const cure = `take row ${row} or row ${first} away`;
  const expected = 'one row for each unit and area';
  report.error('duplicate-survey-row', { row, column: null, found, expected, cure });
}
