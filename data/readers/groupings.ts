import { quoteFound } from '../problems.js';
import { groupings as known, isKnownGrouping, type OwnGrouping } from '../records.js';
import { matchColumns, warnUnknownColumns } from './columns.js';
import { isFirst, readText, warnNoRows } from './label-cells.js';
import { nearest } from './nearest.js';
import type { FileReport } from './report.js';
import type { CsvTable } from './table.js';
import { clean, detach } from './text.js';
import type { Units } from './units.js';

/** Own groupings of a data folder: with the appendix's three in a table and a figure, which has six shapes, no more. */
export const MOST_OWN_GROUPINGS = 3;

/** Characters of the longest name of a grouping, which heads columns that hold a mark. */
const LONGEST_NAME = 40;

/** What results call a grouping: part of names of files, tables and columns. */
const ID = /^[a-z][a-z0-9_-]{0,39}$/;

/** Names that the results use for something else beside a grouping. */
const taken = ['unit', 'year', 'residual', 'reliability', 'riket'];

/** A row of `groupings.csv` with its place. */
export interface GroupingRow extends OwnGrouping {
  readonly row: number;
}

/**
 * The groupings of `groupings.csv` (grouping,column,label_sv,label_en,definite_sv,definite_en), before it is known
 * whether `units.csv` has their columns.
 *
 * Reports `grouping-id`, `known-grouping`, `duplicate-row`, `empty-column`, what `readText` finds and
 * `too-many-groupings` (errors), `unknown-column` and `no-rows` (warnings).
 */
export function readGroupings(table: CsvTable, report: FileReport): readonly GroupingRow[] {
  const names = ['grouping', 'column', 'label_sv', 'label_en', 'definite_sv', 'definite_en'] as const;
  const columns = matchColumns(table, names, report);
  if (!columns) return [];
  warnUnknownColumns(columns, report);
  warnNoRows(table.numbers.length, 'groupings', report);
  const { cells } = columns;
  const [ids, used] = [new Map<string, number>(), new Map<string, number>()];
  const rows = table.numbers.flatMap((row, i): GroupingRow[] => {
    const grouping = readId(cells.grouping[i]!, row, report);
    const column = readColumn(cells.column[i]!, row, report);
    const label = readText(
      { sv: cells.label_sv[i]!, en: cells.label_en[i]! },
      { sv: 'label_sv', en: 'label_en' },
      row,
      report,
      LONGEST_NAME,
    );
    const definite = readText(
      { sv: cells.definite_sv[i]!, en: cells.definite_en[i]! },
      { sv: 'definite_sv', en: 'definite_en' },
      row,
      report,
      LONGEST_NAME,
    );
    if (grouping !== null && !isFirst(grouping, row, 'grouping', ids, report)) return [];
    if (column !== null && !isFirst(column.toLowerCase(), row, 'column', used, report)) return [];
    if (grouping === null || column === null || label === null || definite === null) return [];
    return [{ grouping, column, label, definite, row }];
  });
  if (rows.length > MOST_OWN_GROUPINGS) {
    const [found, expected] = [`${rows.length} groupings`, `at most ${MOST_OWN_GROUPINGS}`];
    const cure = 'keep those that are compared most; others fit in a copy of the folder';
    report.error('too-many-groupings', { row: null, column: null, found, expected, cure });
  }
  return rows;
}

function readId(cell: string, row: number, report: FileReport): string | null {
  const id = clean(cell);
  const column = 'grouping';
  if (isKnownGrouping(id) || taken.includes(id)) {
    report.error('known-grouping', {
      row,
      column,
      found: quoteFound(id),
      expected: `another name than ${[...known, ...taken].join(', ')}`,
      cure: isKnownGrouping(id)
        ? 'give it a name of its own: the data have this grouping already, from its column of units.csv'
        : 'give it another name: results use this one',
    });
    return null;
  }
  if (ID.test(id)) return detach(id);
  report.error('grouping-id', {
    row,
    column,
    found: id === '' ? 'an empty cell' : quoteFound(id),
    expected: 'a short name: a letter a-z, then letters a-z, digits, - or _, at most 40',
    cure: 'write such a name: --by takes it, and results carry it; labels may be any text',
  });
  return null;
}

function readColumn(cell: string, row: number, report: FileReport): string | null {
  const column = clean(cell);
  if (column !== '') return detach(column);
  const [found, expected] = ['an empty cell', 'the name of a column of units.csv'];
  report.error('empty-column', { row, column: 'column', found, expected, cure: 'write its name' });
  return null;
}

/**
 * The groupings of which `units.csv` has the columns. Reports `no-such-column`, `grouping-is-column` (errors: a
 * covariate of the grouping's name could not be told from it) and `empty-grouping` (warning).
 */
export function checkGroupings(
  rows: readonly GroupingRow[],
  units: Units,
  report: FileReport,
): readonly OwnGrouping[] {
  return rows.flatMap(({ row, ...own }) => {
    const { grouping, column } = own;
    if (!units.groupColumns.has(column.toLowerCase())) {
      const others = [...units.groupColumns.values(), ...units.covariates];
      const close = nearest(column, others);
      report.error('no-such-column', {
        row,
        column: 'column',
        found: quoteFound(column),
        expected: `a column of units.csv that its contract does not name${others.length > 0 ? `: ${others.slice(0, 12).map(quoteFound).join(', ')}` : ''}`,
        cure: close ? `write ${close}` : 'add the column to units.csv, or correct the name',
      });
      return [];
    }
    if (units.covariates.includes(grouping)) {
      report.error('grouping-is-column', {
        row,
        column: 'grouping',
        found: quoteFound(grouping),
        expected: 'a name that no covariate of units.csv has',
        cure: 'give the grouping another name, or rename the column',
      });
      return [];
    }
    if (units.records.every((unit) => (unit.ownGroups?.[grouping] ?? null) === null)) {
      const found = `${quoteFound(column)}, empty in every row of units.csv`;
      const cure = 'fill the column; nothing can be compared by it until then';
      report.warning('empty-grouping', { row, column: 'column', found, expected: 'groups', cure });
    }
    return [own];
  });
}
