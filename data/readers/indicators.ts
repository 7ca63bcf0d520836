import { quoteFound } from '../problems.js';
import { codebook, type Item } from '../codebook/codebook.js';
import {
  type Better,
  type IndicatorKind,
  indicatorKinds,
  type IndicatorRecord,
  type IndicatorType,
} from '../records.js';
import { matchColumns, type Columns } from './columns.js';
import type { CsvTable } from './table.js';
import { CodeLookup } from './lookup.js';
import { nearest } from './nearest.js';
import type { FileReport } from './report.js';
import { scaleOf, type Scale } from './scale.js';
import { clean, wordOf } from './text.js';

/** The indicators, with what is needed to read answers to them; every list has one entry per indicator. */
export interface Indicators {
  readonly records: readonly IndicatorRecord[];
  readonly lookup: CodeLookup;
  /** The codebook's item with the same id, or null. */
  readonly items: readonly (Item | null)[];
  readonly scales: readonly Scale[];
}

const columnNames = ['indicator', 'area', 'label', 'type', 'better'] as const;
const types: readonly IndicatorType[] = ['binary', 'ordinal', 'share', 'count'];
/** Optional; kept as text too, so that a folder written anew still has the column. */
const KIND_COLUMN = 'kind';
const directions: readonly Better[] = ['higher', 'lower'];

/**
 * The indicators of `indicators.csv`, further columns kept as text. Where the codebook knows an indicator, its type,
 * area, direction and kind hold, and a file that says otherwise gets a warning (`differs-from-codebook`).
 *
 * Returns null where the header cannot be used. Reports `empty-code`, `duplicate-indicator`, `empty-area`,
 * `unknown-type`, `unknown-better` (errors), `empty-name`, `unknown-indicator-kind`,
 * `differs-from-codebook` and `no-rows` (warnings).
 */
export function readIndicators(table: CsvTable, report: FileReport): Indicators | null {
  const columns = matchColumns(table, columnNames, report);
  if (!columns) return null;
  const known = new Map(codebook().items.map((item) => [item.id, item]));
  const records: IndicatorRecord[] = [];
  const positions = new Map<string, number>();
  const firstRows = new Map<string, number>();
  table.numbers.forEach((row, i) => {
    const id = clean(columns.cells.indicator[i]!);
    if (id === '') return reportEmpty('empty-code', 'indicator', row, report);
    if (firstRows.has(id)) return reportDuplicate(id, row, firstRows.get(id)!, report);
    firstRows.set(id, row);
    positions.set(id, records.length);
    records.push(readRecord(id, i, row, columns, known.get(id) ?? null, report));
  });
  if (table.numbers.length === 0) {
    const cure = 'write one row for each indicator of answers.csv';
    report.warning('no-rows', {
      row: null,
      column: null,
      found: 'a header only',
      expected: 'indicators',
      cure,
    });
  }
  // A row with too many or too few cells is one error here, not one for every answer that names its indicator
  for (const cells of table.damaged) {
    const id = clean(cells[columns.at.indicator] ?? '');
    if (id === '' || positions.has(id)) continue;
    positions.set(id, records.length);
    records.push({ id, area: '', label: id, type: 'ordinal', better: 'higher', extra: {} });
  }
  const items = records.map(({ id }) => known.get(id) ?? null);
  const scales = records.map(({ type }, i) => scaleOf(type, items[i]!));
  return { records, lookup: indicatorLookup(positions), items, scales };
}

function readRecord(
  id: string,
  i: number,
  row: number,
  { cells, further }: Columns<(typeof columnNames)[number]>,
  item: Item | null,
  report: FileReport,
): IndicatorRecord {
  const area = clean(cells.area[i]!);
  if (area === '') reportEmpty('empty-area', 'area', row, report);
  const label = clean(cells.label[i]!);
  if (label === '') {
    const cure = `write the label; ${id.slice(0, 60)} is shown until then`;
    report.warning('empty-name', { row, column: 'label', found: 'an empty cell', expected: 'a label', cure });
  }
  const type = readWord(cells.type[i]!, types, 'type', row, report);
  const better = readWord(cells.better[i]!, directions, 'better', row, report);
  const extra = Object.fromEntries(further.map((column) => [column.name, clean(column.cells[i]!)]));
  const kind = readKind(extra[KIND_COLUMN] ?? '', row, report);
  const record = { id, area, label: label || id, type: type ?? 'ordinal', better: better ?? 'higher', extra };
  if (!item) return kind === null ? record : { ...record, kind };
  if (type !== null) warnDifference('type', type, item, row, report);
  if (area !== '') warnDifference('area', area, item, row, report);
  if (better !== null) warnDifference('better', better, item, row, report);
  if (kind !== null) warnDifference('kind', kind, item, row, report);
  return { ...record, type: item.type, area: item.area, better: item.better, kind: item.kind };
}

/** The kind of an indicator, null where its cell is empty, or says something else: then it stays without a kind. */
function readKind(cell: string, row: number, report: FileReport): IndicatorKind | null {
  const kind = indicatorKinds.find((k) => k === wordOf(cell));
  if (kind) return kind;
  if (cell === '') return null;
  const close = nearest(cell, indicatorKinds);
  report.warning('unknown-indicator-kind', {
    row,
    column: KIND_COLUMN,
    found: quoteFound(cell),
    expected: `${indicatorKinds.join(', ')}, or an empty cell`,
    cure: close
      ? `write ${close}`
      : 'write one of them or leave the cell empty; it counts as unclassified until then',
  });
  return null;
}

function readWord<Word extends string>(
  cell: string,
  words: readonly Word[],
  column: 'type' | 'better',
  row: number,
  report: FileReport,
): Word | null {
  const word = words.find((w) => w === wordOf(cell));
  if (word) return word;
  const close = nearest(clean(cell), words);
  report.error(`unknown-${column}`, {
    row,
    column,
    found: clean(cell) === '' ? 'an empty cell' : quoteFound(cell),
    expected: words.join(', ').replace(/, (?=[^,]*$)/, ' or '),
    cure: close ? `write ${close}` : 'write one of them',
  });
  return null;
}

function warnDifference(
  column: 'type' | 'area' | 'better' | 'kind',
  found: string,
  item: Item,
  row: number,
  report: FileReport,
): void {
  if (found === item[column]) return;
  const expected = `${item[column]}, as the codebook has for ${item.id}`;
  const cure = 'the codebook holds: correct the cell, or give an indicator of your own another id';
  report.warning('differs-from-codebook', { row, column, found: quoteFound(found), expected, cure });
}

function reportEmpty(code: string, column: string, row: number, report: FileReport): void {
  const expected = column === 'area' ? 'an area, aldreomsorg' : 'a code';
  const cure = `write the ${column}`;
  report.error(code, { row, column, found: 'an empty cell', expected, cure });
}

function reportDuplicate(id: string, row: number, first: number, report: FileReport): void {
  const found = `${quoteFound(id)}, which row ${first} has already`;
  const cure = `take row ${row} or row ${first} away, or correct its id`;
  const expected = 'one row for each indicator';
  report.error('duplicate-indicator', { row, column: 'indicator', found, expected, cure });
}

function indicatorLookup(positions: ReadonlyMap<string, number>): CodeLookup {
  return new CodeLookup(positions, (value, suggest) => {
    const severity = 'error';
    const expected = 'an indicator of indicators.csv';
    if (value === '') {
      const cure = 'write the id of the indicator';
      return { code: 'empty-code', severity, found: 'an empty cell', expected, cure };
    }
    const close = suggest ? nearest(value, positions.keys()) : null;
    const cure = `${close ? `write ${close} if that is meant, or ` : ''}add the indicator to indicators.csv`;
    return { code: 'unknown-indicator', severity, found: quoteFound(value), expected, cure };
  });
}
