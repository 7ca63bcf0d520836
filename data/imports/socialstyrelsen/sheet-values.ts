import type { Problem } from '../../problems.js';
import { quoteFound } from '../../problems.js';
import type { ImportedAnswer } from '../imported.js';
import { readToken } from './answers.js';
import type { ReadColumn } from './columns.js';
import type { Form } from './form.js';
import type { Layout } from './layout.js';
import { readValue, type Value, type ValueContext } from './values.js';

export interface SheetAnswers {
  readonly answers: readonly ImportedAnswer[];
  readonly problems: readonly Problem[];
  /** By column (its letters), cells of units by what they became. */
  readonly counts: ReadonlyMap<string, Readonly<Record<string, number>>>;
}

export interface AnswerContext extends ValueContext {
  readonly file: string;
  readonly source: string;
  readonly year: number;
  readonly cities: ReadonlySet<string>;
}

type Usable = ReadColumn & { readonly form: Form; readonly indicator: string };

/** The columns that are read: an indicator, and a form. */
export const usable = (columns: readonly ReadColumn[]): Usable[] =>
  columns.filter((c): c is Usable => c.indicator !== null && c.form !== null);

/**
 * The answers of a table's units. A row without a single answer or reason is `bortfall` throughout; elsewhere a blank cell is `okand`. A cell
 * that its column does not take is `okand` too, with a problem that names it.
 */
export function readAnswers(
  layout: Layout,
  columns: readonly ReadColumn[],
  context: AnswerContext,
): SheetAnswers {
  const answers: ImportedAnswer[] = [];
  const problems: Problem[] = [];
  const counts = new Map<string, Record<string, number>>();
  const read = usable(columns);
  for (const { row, place } of layout.rows) {
    if (place.kind !== 'unit') continue;
    const isCity = context.cities.has(place.unit);
    const says = (c: Usable) => readToken(layout.sheet.at(row, c.column), context.signs).kind === 'word';
    // A city's row beside its districts: a number among words is the districts' share of Ja, no answer.
    const own = isCity ? read.filter((c) => isShare(c) || says(c)) : read;
    const coloured = isCity ? read.filter((c) => isColoured(layout, row, c, context)) : [];
    if (coloured.length > 0) problems.push(cityColours(layout, row, coloured, context.file));
    const values = own.map((c) => readValue(layout.sheet.at(row, c.column), c.form, c.answers!, context));
    const empty = values.every((v) => v.kind === 'nothing');
    own.forEach((column, i) => {
      const value = values[i]!;
      const cell = { row, column: column.column, letters: column.letters };
      if (value.kind === 'wrong') problems.push(wrongCell(layout, cell, value.expected, context.file));
      const reason = reasonOf(value, empty);
      const answer = value.kind === 'answer' ? value.answer : '';
      const key = reason || (Number.isNaN(Number(answer)) ? answer : 'tal');
      const count = counts.get(column.letters) ?? {};
      counts.set(column.letters, { ...count, [key]: (count[key] ?? 0) + 1 });
      answers.push({
        unit: place.unit,
        year: context.year,
        indicator: column.indicator,
        answer,
        reason,
        source: context.source,
        place: layout.sheet.place(row, column.column),
      });
    });
  }
  return { answers, problems, counts };
}

export const isShare = (c: ReadColumn): boolean => c.answers === 'share' || c.answers === 'number';

/** Whether the only thing that a cell says is the colour of an answer. */
const isColoured = (layout: Layout, row: number, c: Usable, context: AnswerContext): boolean =>
  c.form === 'colours' &&
  layout.sheet.at(row, c.column).text === '' &&
  readValue(layout.sheet.at(row, c.column), c.form, c.answers!, context).kind === 'answer';

/** A colour may be the city's own answer or stand for its districts' share: it is not guessed which. */
function cityColours(layout: Layout, row: number, columns: readonly Usable[], file: string): Problem {
  return {
    severity: 'warning',
    code: 'city-colours',
    file,
    row: row + 1,
    column: null,
    found: `colours in ${columns.map((c) => c.letters).join(', ')} of a city whose districts stand in the workbook (sheet ${layout.sheet.name})`,
    expected: "answers of the districts, or the city's own in words",
    cure: 'these cells are left: where the city answered itself, write its answers as words',
  };
}

const reasonOf = (value: Value, empty: boolean): ImportedAnswer['reason'] =>
  value.kind === 'answer'
    ? ''
    : value.kind === 'reason'
      ? value.reason
      : value.kind === 'nothing' && empty
        ? 'bortfall'
        : 'okand';

function wrongCell(
  layout: Layout,
  cell: { row: number; column: number; letters: string },
  expected: string,
  file: string,
): Problem {
  const { text, fill, error } = layout.sheet.at(cell.row, cell.column);
  const shown =
    text === '' ? `the colour ${fill ?? 'none'}` : `${error === null ? '' : 'the error '}${quoteFound(text)}`;
  return {
    severity: 'warning',
    code: error === null ? 'not-an-answer' : 'cell-error',
    file,
    row: cell.row + 1,
    column: cell.letters,
    found: `${shown} in ${layout.sheet.place(cell.row, cell.column)}`,
    expected,
    cure: 'it is kept as okand: correct the cell, or say in the mapping what the sign means',
  };
}
