import type { Problem } from '../../problems.js';
import { type Imported, type ImportedAnswer, type ImportedUnit, nothingImported } from '../imported.js';
import { matchPlace } from '../places.js';
import type { Sheet, Workbook } from '../sheet.js';
import { headerOf } from './header.js';
import type { TableMapping } from './mapping.js';
import { type Context, readValue, report, sourceId } from './value.js';

/** A table as answers, and what of it was left. */
export interface ReadTable {
  readonly imported: Imported;
  readonly sheet: string;
  readonly rows: number;
  /** Rows left out by reason: those that the mapping's `only` does not take, counties and the nation. */
  readonly left: Readonly<Record<string, number>>;
}

/**
 * Reads a long or wide table by its mapping. Units are matched by the official codes and names, or are the table's own
 * where the mapping has `units`. What cannot be read is a problem with its row and column; rows of counties, regions and
 * the nation are left and counted. A cell given twice with two values is an error.
 */
export function readTable(workbook: Workbook, sheet: Sheet, mapping: TableMapping, time: string): ReadTable {
  const { unit, year, indicator, values, only = {}, status, units = {} } = mapping;
  const needed = [
    unit,
    year,
    indicator,
    status,
    ...values.map((v) => v.column),
    ...Object.keys(only),
    ...Object.values(units),
  ];
  const { row: header, names } = headerOf(
    sheet,
    needed.filter((n) => n !== undefined),
  );
  const problems: Problem[] = [];
  const context = { workbook, sheet, mapping, columns: new Map(names.map((n, c) => [n, c])), problems };
  const left: Record<string, number> = {};
  const leave = (why: string) => (left[why] = (left[why] ?? 0) + 1);
  const answers = new Map<string, ImportedAnswer>();
  const own = new Map<string, ImportedUnit>();
  let rows = 0;
  for (let row = header + 1; row < sheet.rows; row++) {
    const cell = (column: string) => sheet.at(row, context.columns.get(column)!);
    if (names.every((_, c) => sheet.at(row, c).text === '')) continue;
    rows++;
    const other = Object.entries(only).find(([column, text]) => cell(column).text !== text);
    if (other) {
      leave(`${other[0]} ${cell(other[0]).text}`);
      continue;
    }
    const place = mapping.units ? { unit: ownUnit(context, row, own) } : officialUnit(context, row);
    if (place.unit === null) {
      leave(place.why ?? 'unit');
      continue;
    }
    for (const value of values) {
      const answer = readValue(context, row, place.unit, value);
      if (answer) keep(context, row, answers, answer);
    }
  }
  return { imported: result(context, answers, own, time), sheet: sheet.name, rows, left };
}

function officialUnit(context: Context, row: number): { unit: string | null; why?: string } {
  const { sheet, mapping, columns } = context;
  const { text } = sheet.at(row, columns.get(mapping.unit)!);
  const match = matchPlace(text);
  if (match.kind === 'unit' && match.confidence !== 'doubtful') return { unit: match.unit };
  if (match.kind !== 'unit' && match.kind !== 'none') return { unit: null, why: match.kind };
  const near = (match.suggestions ?? []).map((s) => `${s.unit} ${s.name}`).join(', ');
  report(
    context,
    row,
    mapping.unit,
    'unknown-unit',
    text,
    'a municipality or city district',
    near ? `write the code; perhaps ${near}` : 'write the code, 0180',
  );
  return { unit: null, why: 'unknown' };
}

/** The unit column as it is, with the columns of `units.csv` that the mapping names; the first row of a unit counts. */
function ownUnit(
  { sheet, mapping, columns }: Context,
  row: number,
  own: Map<string, ImportedUnit>,
): string | null {
  const unit = sheet.at(row, columns.get(mapping.unit)!).text;
  if (unit === '') return null;
  if (!own.has(unit)) {
    const given = Object.entries(mapping.units!).map(([name, column]) => [
      name,
      sheet.at(row, columns.get(column)!).text,
    ]);
    const standard = { name: unit, municipality: unit, lan: '', kommungrupp: '', socioek: '', invanare: '' };
    own.set(unit, { unit, columns: { ...standard, ...Object.fromEntries(given) } as Record<string, string> });
  }
  return unit;
}

function keep(
  context: Context,
  row: number,
  answers: Map<string, ImportedAnswer>,
  answer: ImportedAnswer,
): void {
  const key = [answer.unit, answer.year, answer.indicator].join('\t');
  const before = answers.get(key);
  if (!before) answers.set(key, answer);
  else if (before.answer !== answer.answer || before.reason !== answer.reason)
    report(
      context,
      row,
      context.mapping.unit,
      'given-twice',
      `${answer.unit} ${answer.year} ${answer.indicator}: ${answer.answer || answer.reason}`,
      `one value; ${before.place} has ${before.answer || before.reason}`,
      'take one of the rows away, or choose by "only"',
    );
}

function result(
  { workbook, mapping, problems }: Context,
  answers: Map<string, ImportedAnswer>,
  own: Map<string, ImportedUnit>,
  time: string,
): Imported {
  const { name, sha256, bytes } = workbook;
  const attribution = mapping.attribution ?? '';
  const used = new Set([...answers.values()].map((a) => a.indicator));
  return {
    ...nothingImported,
    sources: [{ id: sourceId(workbook), kind: 'csv', name, sha256, bytes, time, attribution }],
    units: [...own.values()],
    indicators: Object.values(mapping.indicators)
      .filter((i) => used.has(i.id))
      .map(({ id, ...rest }) => ({ indicator: id, ...rest, extra: {} })),
    answers: [...answers.values()],
    problems,
  };
}
