import { codebook } from '../../codebook/codebook.js';
import type { MissingReason } from '../../records.js';
import { UsageError } from '../../problems.js';
import { columnName } from '../grid.js';
import { readToken, type Token } from './answers.js';
import { answersOf, formOf, type Answers, type Form, type Refusal } from './form.js';
import type { Layout, TableColumn } from './layout.js';
import type { ColumnMapping, OwnIndicator, SheetMapping } from './mapping.js';
import { assign, type Candidate, type Header } from './match.js';

/** A column of a table with what it is taken for. */
export interface ReadColumn extends TableColumn {
  readonly letters: string;
  readonly header: string;
  readonly indicator: string | null;
  readonly own: OwnIndicator | null;
  readonly answers: Answers | null;
  readonly form: Form | null;
  readonly score: number | null;
  readonly why: Refusal | 'no-candidate' | 'two-indicators' | 'two-columns' | 'mapping' | null;
  readonly candidates: readonly Candidate[];
}

export interface ColumnContext {
  readonly file: string;
  readonly match: (header: Header) => readonly Candidate[];
  readonly mapping: SheetMapping;
  readonly signs: Readonly<Record<string, MissingReason>>;
  /** Municipalities whose districts stand in the workbook: their own rows hold shares of the districts. */
  readonly cities: ReadonlySet<string>;
}

export const headerText = (column: TableColumn): string => column.parts.join(' › ');

/** Decides for each column of a table which indicator it is, and how it writes its answers. */
export function readColumns(layout: Layout, context: ColumnContext): ReadColumn[] {
  const { sheet } = layout;
  const { columns: given = {} } = context.mapping;
  checkMapping(layout, given, context.file);
  const mapped = (column: TableColumn) => given[columnName(column.column)];
  const spoken = new Set(Object.values(given).map((c) => c.indicator));
  const candidates = layout.columns.map((column) =>
    mapped(column) || column.parts.length === 0
      ? []
      : context.match({ parts: column.parts, sheet: sheet.name }).filter((c) => !spoken.has(c.indicator)),
  );
  const assigned = assign(candidates);
  return layout.columns.map((column, i) => {
    const own = mapped(column);
    const { indicator, score, why } = own
      ? { indicator: own.indicator, score: null, why: 'mapping' as const }
      : assigned[i]!;
    const about = {
      ...column,
      letters: columnName(column.column),
      header: headerText(column),
      indicator,
      own: own?.own ?? null,
      score: indicator === null && own ? null : score,
      candidates: candidates[i]!,
    };
    if (indicator === null)
      return { ...about, answers: null, form: null, why: why === 'matched' ? null : why };
    const cells = unitRows(layout, context.cities).map((row) => sheet.at(row, column.column));
    const tokens = cells.map((cell) => readToken(cell, context.signs));
    const answers = answersFor(indicator, own, tokens);
    if (own?.form) return { ...about, answers, form: own.form, why: null };
    if (layout.kind === 'aggregate') return { ...about, answers, form: null, why: null };
    const cityRows = answers === 'share' || answers === 'number' ? unitRows(layout, new Set()) : null;
    const all = cityRows
      ? cityRows.map((row) => readToken(sheet.at(row, column.column), context.signs))
      : tokens;
    const coloured = cells.filter((c) => c.fill !== null && c.fill !== 'FFFFFF').length;
    const found = formOf(all, coloured, answers);
    return 'form' in found
      ? { ...about, answers, form: found.form, why: null }
      : { ...about, answers, form: null, why: found.refused };
  });
}

/** The rows of units, but for the cities whose districts stand in the workbook. */
const unitRows = (layout: Layout, cities: ReadonlySet<string>): number[] =>
  layout.rows.flatMap(({ row, place }) => (place.kind === 'unit' && !cities.has(place.unit) ? [row] : []));

function answersFor(
  indicator: string,
  mapping: ColumnMapping | undefined,
  tokens: readonly Token[],
): Answers {
  const item = codebook().items.find((i) => i.id === indicator);
  if (item) return answersOf(item);
  const { type } = mapping!.own!;
  if (type === 'ordinal' && tokens.some((t) => t.kind === 'word')) return 'three-step';
  return answersOf({ type, scale: null });
}

/** A mapping is of this very file: its columns are there, with its headers. */
function checkMapping(layout: Layout, given: Readonly<Record<string, ColumnMapping>>, file: string): void {
  const here = new Map(layout.columns.map((c) => [columnName(c.column), headerText(c)]));
  const seen = new Map<string, string>();
  for (const [letters, { header, indicator }] of Object.entries(given)) {
    const where = `the mapping of ${file}, sheet ${layout.sheet.name}, column ${letters}`;
    if (!here.has(letters))
      throw new UsageError(
        `${where}: found no such column of answers; expected one of ${[...here.keys()].slice(0, 40).join(', ')}; correct it`,
      );
    if (header !== undefined && header !== here.get(letters))
      throw new UsageError(
        `${where}: found the header "${here.get(letters)}"; expected "${header}"; write a new draft with --write-mapping`,
      );
    if (indicator !== null && seen.has(indicator))
      throw new UsageError(
        `${where}: found ${indicator}, which column ${seen.get(indicator)} has too; expected each once; correct it`,
      );
    if (indicator !== null) seen.set(indicator, letters);
  }
}
