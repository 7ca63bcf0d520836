import { type Estimate, isOwnModel } from '../../analysis/estimate.js';
import type { CellComparison, Comparison, Results } from '../../analysis/results.js';
import { numberAt, textAt } from '../inference/extra.js';
import { areaLabel } from '../locales/labels.js';
import type { Lang } from '../locales/language.js';
import { cellRows, type Table } from '../tables/table.js';
import {
  packCell,
  type CellData,
  type CellsData,
  type ChoiceData,
  type RowData,
  type TableData,
  type Words,
} from './cell-data.js';
import type { OpenChoice } from '../document/context.js';
import { explainOptions, explainRow } from './explain-line.js';

export interface CellsInput {
  readonly results: Results;
  readonly comparison: Comparison | null;
  readonly assumptions: readonly OpenChoice[];
  /** The same tables in every language of the page, as `buildTables` gives them. */
  readonly tables: readonly { readonly lang: Lang; readonly tables: readonly Table[] }[];
}

/** Everything behind the cells of a page's tables, for its script. Pure: the same input gives the same data. */
export function cellsData(input: CellsInput): CellsData {
  const { manifest, specification } = input.results;
  const lookup = {
    estimates: new Map(input.results.estimates.map((e) => [e.id, e])),
    compared: new Map((input.comparison?.cells ?? []).map((c) => [c.id, c])),
    options: explainOptions(manifest.command),
  };
  const first = input.tables[0]?.tables ?? [];
  const areas = [...new Set(first.flatMap((t) => t.area ?? []))];
  const langs = input.tables.map((t) => t.lang);
  return {
    synthetic: manifest.synthetic,
    level: specification.inference.level,
    options: lookup.options ?? '',
    areas: areas.map((id) => ({ id, label: inEach(langs, (lang) => areaLabel(id, lang)) })),
    choices: input.assumptions.map((a) => choice(a, specification)),
    tables: first.map((_, i) =>
      tableData(
        input.tables.map(({ lang, tables }) => ({ lang, table: tables[i]! })),
        lookup,
      ),
    ),
  };
}

// Characters that change the direction of what follows; `figures/escape.ts` takes them from markup too.
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The data as the text of a script element: no character of it can end the element or open a comment. */
export const scriptJson = (data: unknown): string =>
  JSON.stringify(data).replace(DIRECTION, '').replaceAll('<', '\\u003c');

interface Lookup {
  readonly estimates: ReadonlyMap<string, Estimate>;
  readonly compared: ReadonlyMap<string, CellComparison>;
  readonly options: string | null;
}

interface InLanguage {
  readonly lang: Lang;
  readonly table: Table;
}

function tableData(versions: readonly InLanguage[], lookup: Lookup): TableData {
  const { table } = versions[0]!;
  const behind = cellRows(table).map((row) =>
    row.cells.map((c) => (c.id === null ? null : (lookup.estimates.get(c.id) ?? null))),
  );
  const firsts = behind.map((cells) => cells.find((e) => e !== null) ?? null);
  const known = firsts.filter((e) => e !== null);
  return {
    id: table.id,
    model: known[0]?.model ?? '',
    area: table.area,
    title: words(versions, (t) => t.title),
    columns: table.columns.map((key, i) => ({ key, head: words(versions, (t) => columnTitle(t, i)) })),
    rows: cellRows(table).map((row, r): RowData => {
      const e = firsts[r] ?? null;
      return {
        label: words(versions, (t) => cellRows(t)[r]!.label),
        group: row.group === null ? null : words(versions, (t) => cellRows(t)[r]!.group ?? ''),
        unit: e === null ? null : textAt(e, 'unit'),
        explain: e === null || lookup.options === null ? null : explainable(e, lookup.options, known),
        cells: behind[r]!.map((cell) => packCell(cellData(cell, cell && lookup.compared.get(cell.id)))),
      };
    }),
  };
}

/** A row of a user's own model can be explained where the command names the model's file. */
const explainable = (e: Estimate, options: string, rows: readonly Estimate[]): string | null =>
  isOwnModel(e.model) && !options.includes('--model ') ? null : explainRow(e, rows);

/** The head of a column with those above it: `Nivå, alla: t−1`. */
function columnTitle({ headerRows }: Table, column: number): string {
  const heads = headerRows.map(([, ...cells]) => cells.flatMap((c) => Array<string>(c.colspan).fill(c.text)));
  return heads.flatMap((level) => level[column] || []).join(': ');
}

function cellData(e: Estimate | null, compared: CellComparison | null | undefined): CellData {
  const number = (...path: string[]) => (e === null ? null : numberAt(e, ...path));
  return {
    mark: e?.mark ?? null,
    reason: e === null ? 'not-computed' : e.mark === null ? (e.reason ?? 'not-estimable') : null,
    published: compared?.published ?? null,
    category: compared?.category ?? null,
    categoryReason: compared?.reason ?? null,
    ...numbers(e),
    familySize: number('familySize'),
    pHolm: number('pHolm'),
    pBenjaminiHochberg: number('pBenjaminiHochberg'),
    pRomanoWolf: number('pRomanoWolf'),
    bootstrapP: number('bootstrap', 'p'),
    users: number('users'),
    nonUsers: number('nonUsers'),
    minimumDetectable: number('minimumDetectable'),
    verdict: e === null ? null : textAt(e, 'verdict'),
    dropped: e === null || Object.keys(e.dropped).length === 0 ? null : e.dropped,
  };
}

const ofEstimate = ['estimate', 'se', 'ciLow', 'ciHigh', 'statistic', 'df', 'df2', 'p', 'n', 'units', 'clusters'] as const; // prettier-ignore

/** The estimate's own numbers; what is no finite number is null. */
function numbers(e: Estimate | null): Record<(typeof ofEstimate)[number], number | null> {
  const finite = (x: number | null | undefined) => (typeof x === 'number' && Number.isFinite(x) ? x : null);
  return Object.fromEntries(ofEstimate.map((f) => [f, finite(e?.[f])])) as ReturnType<typeof numbers>;
}

function choice({ path, default: standard, what }: OpenChoice, specification: unknown): ChoiceData {
  let value: unknown = specification;
  for (const part of path.split('.'))
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Record<string, unknown>)[part]
        : undefined;
  const used = value ?? standard;
  return { path, value: typeof used === 'string' ? used : (JSON.stringify(used) ?? ''), what };
}

const words = (versions: readonly InLanguage[], text: (table: Table) => string): Words =>
  Object.fromEntries(versions.map(({ lang, table }) => [lang, text(table)]));

const inEach = (langs: readonly Lang[], text: (lang: Lang) => string): Words =>
  Object.fromEntries(langs.map((lang) => [lang, text(lang)]));
