import { quoteFound } from '../problems.js';
import { groupings, type KnownGrouping, type OwnGrouping, type UnitRecord } from '../records.js';
import { matchColumns, type FurtherColumn } from './columns.js';
import type { CsvTable } from './table.js';
import type { CodeLookup } from './lookup.js';
import type { FileReport } from './report.js';
import { clean, parseNumber } from './text.js';
import { explainShape, unitLookup, withLeadingZeros } from './unit-code.js';

export interface Units {
  readonly records: readonly UnitRecord[];
  readonly lookup: CodeLookup;
  /** The covariates, in the order of their columns. */
  readonly covariates: readonly string[];
  /** The columns read as groups, as `units.csv` writes them, by their name in lower case. */
  readonly groupColumns: ReadonlyMap<string, string>;
}

const columnNames = ['unit', 'name', 'municipality', ...groupings] as const;

/**
 * The units of `units.csv`: code, name, municipality and groups, and every further numeric column as a covariate.
 * Columns that `own` names hold groups instead, any text.
 *
 * Returns null where the header cannot be used. Reports `empty-code`, `lost-leading-zero`, `code-shape`,
 * `duplicate-unit`, `no-rows` (errors), `empty-name` and `text-covariate` (warnings).
 */
export function readUnits(
  table: CsvTable,
  report: FileReport,
  own: readonly OwnGrouping[] = [],
): Units | null {
  const columns = matchColumns(table, columnNames, report);
  if (!columns) return null;
  const { cells, at } = columns;
  const ofGroups = new Map(own.map(({ column, grouping }) => [column.toLowerCase(), grouping]));
  const isOfGroups = ({ name }: FurtherColumn) => ofGroups.has(name.toLowerCase());
  const ownGroups = columns.further.filter(isOfGroups);
  const numeric = columns.further.filter((column) => !isOfGroups(column));
  const covariates = readCovariates(table, numeric, report);
  const records: UnitRecord[] = [];
  const firstRows = new Map<string, number>();
  const positions = new Map<string, number>();
  table.numbers.forEach((row, i) => {
    const id = readCode(cells.unit[i]!, row, 'unit', report);
    const municipality = readCode(cells.municipality[i]!, row, 'municipality', report);
    if (id === '') return;
    if (firstRows.has(id)) return reportDuplicate(id, row, firstRows.get(id)!, report);
    firstRows.set(id, row);
    positions.set(id, records.length);
    const groups = Object.fromEntries(groupings.map((g) => [g, clean(cells[g][i]!) || null]));
    const values = covariates.map(({ name, values }) => [name, values[i]!] as const);
    records.push({
      id,
      name: readName(cells.name[i]!, id, row, report),
      municipality,
      groups: groups as Record<KnownGrouping, string | null>,
      ...(own.length === 0
        ? {}
        : {
            ownGroups: Object.fromEntries(
              ownGroups.map(({ name, cells: of }) => [
                ofGroups.get(name.toLowerCase())!,
                clean(of[i]!) || null,
              ]),
            ),
          }),
      covariates: Object.fromEntries(values),
    });
  });
  if (table.numbers.length === 0) {
    const cure = 'write one row for each municipality or district';
    report.error('no-rows', { row: null, column: null, found: 'a header only', expected: 'units', cure });
  }
  acceptDamagedRows(table, at, records, positions);
  acceptRepairedCodes(positions);
  return {
    records,
    lookup: unitLookup(positions),
    covariates: covariates.map(({ name }) => name),
    groupColumns: new Map(ownGroups.map(({ name }) => [name.toLowerCase(), name])),
  };
}

function readCode(cell: string, row: number, column: string, report: FileReport): string {
  const id = clean(cell);
  const wrong = explainShape(id);
  if (wrong) {
    const { code, found, expected, cure } = wrong;
    report.error(code, { row, column, found, expected, cure });
  }
  return id;
}

/** A row with too many or too few cells is one error here, not one for every row of other files that names its unit. */
function acceptDamagedRows(
  table: CsvTable,
  at: Readonly<Record<(typeof columnNames)[number], number>>,
  records: UnitRecord[],
  positions: Map<string, number>,
): void {
  const groups = { lan: null, kommungrupp: null, socioek: null, invanare: null };
  for (const cells of table.damaged) {
    const id = clean(cells[at.unit] ?? '');
    if (id === '' || positions.has(id)) continue;
    positions.set(id, records.length);
    const municipality = clean(cells[at.municipality] ?? '');
    records.push({ id, name: id, municipality, groups, covariates: {} });
  }
}

/** A code that lost its zeros is one error in `units.csv`: the other files may write it either way. */
function acceptRepairedCodes(positions: Map<string, number>): void {
  for (const [id, position] of [...positions]) {
    const padded = withLeadingZeros(id);
    if (padded !== null && !positions.has(padded)) positions.set(padded, position);
  }
}

function readName(cell: string, id: string, row: number, report: FileReport): string {
  const name = clean(cell);
  if (name !== '') return name;
  const cure = `write the name; ${id.slice(0, 60)} is shown until then`;
  report.warning('empty-name', { row, column: 'name', found: 'an empty cell', expected: 'a name', cure });
  return id;
}

function reportDuplicate(id: string, row: number, first: number, report: FileReport): void {
  const found = `${quoteFound(id)}, which row ${first} has already`;
  const cure = `take row ${row} or row ${first} away, or correct its code`;
  report.error('duplicate-unit', { row, column: 'unit', found, expected: 'one row for each unit', cure });
}

interface Covariate {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

function readCovariates(
  table: CsvTable,
  columns: readonly FurtherColumn[],
  report: FileReport,
): readonly Covariate[] {
  return columns.flatMap(({ name, cells }) => {
    const values = cells.map((cell) => parseNumber(cell, table.delimiter));
    const text = cells.findIndex((cell, i) => values[i] === null && clean(cell) !== '');
    if (text < 0) return [{ name, values }];
    report.warning('text-covariate', {
      row: table.numbers[text]!,
      column: name.slice(0, 60),
      found: quoteFound(cells[text]!),
      expected: 'a number or an empty cell in every row of a covariate',
      cure: 'the whole column is ignored: write numbers, and leave the cell empty where one is missing; or name the column in groupings.csv if it holds groups',
    });
    return [];
  });
}
