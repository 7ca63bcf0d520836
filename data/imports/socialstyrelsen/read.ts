import { codebook } from '../../codebook/codebook.js';
import type { Problem } from '../../problems.js';
import { columnName } from '../grid.js';
import { type Imported, type ImportedAnswer, type ImportedIndicator, nothingImported } from '../imported.js';
import { readWorkbook } from '../workbook.js';
import type { Answered } from './aggregate.js';
import { checkPublished } from './check.js';
import { type ColourMeaning, readLegend } from './colours.js';
import { headerText, readColumns, type ReadColumn } from './columns.js';
import { settle } from './evidence.js';
import { type Layout, readLayout } from './layout.js';
import type { FileMapping } from './mapping.js';
import { headerMatcher } from './match.js';
import { placeProblems, refusalProblems, sheetNames } from './problems.js';
import type { ColumnReport, FileReport, SheetReport } from './report.js';
import { placeLookup } from './rows.js';
import { isShare, readAnswers, usable } from './sheet-values.js';

export interface FileOptions {
  readonly year?: number | undefined;
  readonly area?: string | undefined;
  readonly mapping?: FileMapping | undefined;
  /** When it is read, ISO 8601: the clock is passed in. */
  readonly time: string;
}

export interface FileRead {
  readonly imported: Imported;
  readonly report: FileReport;
}

interface ReadSheet {
  readonly layout: Layout;
  readonly columns: readonly ReadColumn[];
  readonly report: SheetReport;
}

/**
 * Reads one of Socialstyrelsen's workbooks of öppna jämförelser: what its sheets are, which rows and columns are which units and indicators, and the
 * answers. `name` is the file's name without its folder.
 * @throws UsageError, one line, where the file cannot be read, or its year or area is not known.
 */
export function readSocialstyrelsen(bytes: Uint8Array, name: string, options: FileOptions): FileRead {
  const workbook = readWorkbook(bytes, name);
  const mapping = options.mapping ?? {};
  const { year, area, evidence } = settle(workbook, {
    year: options.year ?? mapping.year,
    area: options.area ?? mapping.area,
  });
  sheetNames(workbook, mapping);
  const lookup = placeLookup(year, mapping.units ?? {});
  const uses = (sheet: { name: string; hidden: boolean }) =>
    mapping.sheets?.[sheet.name]?.use ?? (sheet.hidden ? 'hidden' : 'yes');
  const layouts = workbook.sheets.filter((s) => uses(s) === 'yes').map((s) => readLayout(s, lookup));
  const cities = citiesOf(layouts);
  const signs = Object.fromEntries(Object.entries(mapping.signs ?? {}).map(([k, v]) => [k.toLowerCase(), v]));
  const match = headerMatcher(area, year);
  const source = workbook.sha256.slice(0, 12);
  // A legend on any sheet holds for the whole workbook; on the sheet itself it comes first.
  const legends = new Map(layouts.map((l) => [l.sheet.name, legendOf(l)]));
  const everywhere = [...legends.values()].flat().map((e): [string, ColourMeaning] => [e.rgb, e.meaning]);
  const problems: Problem[] = layouts.flatMap((l) => placeProblems(l, name));
  const answers = new Map<string, ImportedAnswer>();
  const owns = new Map<string, ImportedIndicator>();
  const sheets: ReadSheet[] = [];
  for (const layout of layouts) {
    const { sheet } = layout;
    const columns = readColumns(layout, {
      file: name,
      match,
      mapping: mapping.sheets?.[sheet.name] ?? {},
      signs,
      cities,
    });
    const legend = new Map([
      ...everywhere,
      ...legends.get(sheet.name)!.map((e): [string, ColourMeaning] => [e.rgb, e.meaning]),
    ]);
    const read =
      layout.kind === 'aggregate'
        ? { answers: [], problems: [], counts: new Map<string, Record<string, number>>() }
        : readAnswers(layout, columns, { file: name, source, year, cities, signs, legend });
    problems.push(
      ...read.problems,
      ...(layout.kind === 'aggregate' ? [] : refusalProblems(layout, columns, name)),
    );
    for (const answer of read.answers) addAnswer(answers, answer, name, problems);
    for (const column of usable(columns)) owns.set(column.indicator, indicatorOf(column, area));
    const conditional =
      workbook.conditional.includes(sheet.name) && columns.some((c) => c.why === 'no-answers');
    sheets.push({
      layout,
      columns,
      report: sheetReport(layout, columns, read.counts, legends.get(sheet.name)!, conditional),
    });
  }
  const answered = byIndicator(answers.values());
  const checks = sheets.flatMap(({ layout, columns }) =>
    checkPublished({ layout, columns }, answered, cities, signs),
  );
  problems.push(...checks.flatMap((c) => (c.differences.length === 0 ? [] : [differs(c, name)])));
  const used = new Set([...answers.values()].map((a) => a.indicator));
  const shares = sheets.flatMap((s) =>
    s.columns.filter((c) => c.indicator && isShare(c)).map((c) => c.indicator!),
  );
  const left = workbook.sheets
    .filter((s) => uses(s) !== 'yes')
    .map((s) => leftSheet(s.name, uses(s) === 'no' ? 'mapping' : 'hidden'));
  return {
    imported: {
      ...nothingImported,
      sources: [
        {
          id: source,
          kind: 'socialstyrelsen',
          name,
          sha256: workbook.sha256,
          bytes: workbook.bytes,
          time: options.time,
          attribution: 'Källa: Socialstyrelsen',
        },
      ],
      indicators: [...owns.values()].filter((i) => used.has(i.indicator)),
      answers: [...answers.values()],
      problems,
    },
    report: {
      file: name,
      sha256: workbook.sha256,
      year,
      area,
      evidence,
      sheets: [...sheets.map((s) => s.report), ...left],
      checks,
      uncheckable: [...new Set(shares)].filter((i) => used.has(i)),
      answers: answers.size,
    },
  };
}

/** Municipalities of whose districts the workbook has rows. */
function citiesOf(layouts: readonly Layout[]): Set<string> {
  const units = layouts.flatMap((l) =>
    l.rows.flatMap(({ place }) => (place.kind === 'unit' ? [place.unit] : [])),
  );
  return new Set(units.filter((u) => u.includes('-')).map((u) => u.slice(0, u.indexOf('-'))));
}

function legendOf(layout: Layout) {
  const rows = layout.rows.map((r) => r.row);
  const [first, last] = [rows[0] ?? Infinity, rows.at(-1) ?? -1];
  return readLegend(layout.sheet, (row) => row >= first && row <= last);
}

/** A unit's answer that stands twice: the first is kept, and where the second differs it is named. */
function addAnswer(
  answers: Map<string, ImportedAnswer>,
  answer: ImportedAnswer,
  file: string,
  problems: Problem[],
): void {
  const key = `${answer.unit}\t${answer.indicator}`;
  const before = answers.get(key);
  if (!before) answers.set(key, answer);
  else if (before.answer !== answer.answer || before.reason !== answer.reason)
    problems.push({
      severity: 'error',
      code: 'two-answers',
      file,
      row: null,
      column: answer.indicator,
      found: `"${before.answer || before.reason}" in ${before.place} and "${answer.answer || answer.reason}" in ${answer.place} for ${answer.unit}`,
      expected: 'one answer of a unit',
      cure: 'the first is kept: leave one of the sheets out by the mapping',
    });
}

function indicatorOf(column: ReadColumn & { indicator: string }, area: string): ImportedIndicator {
  const item = codebook().items.find((i) => i.id === column.indicator);
  const about = item
    ? { area: item.area, label: item.label.sv, type: item.type, better: item.better }
    : { area, ...column.own! };
  return { indicator: column.indicator, ...about, extra: { source: 'Socialstyrelsen' } };
}

function byIndicator(answers: Iterable<ImportedAnswer>): Map<string, Answered> {
  const all = new Map<string, Map<string, Pick<ImportedAnswer, 'answer' | 'reason'>>>();
  for (const { indicator, unit, answer, reason } of answers) {
    if (!all.has(indicator)) all.set(indicator, new Map());
    all.get(indicator)!.set(unit, { answer, reason });
  }
  return all;
}

function differs(check: FileReport['checks'][number], file: string): Problem {
  const shown = (x: number | null) => (x === null ? 'nothing' : String(Number(x.toFixed(2))));
  const first = check.differences[0]!;
  return {
    severity: 'warning',
    code: 'aggregate-differs',
    file,
    row: null,
    column: check.indicator,
    found: `${check.differences.length} of ${check.compared} published percentages that the municipal rows do not give (${first.row}, ${first.place}: published ${shown(first.published)}, computed ${shown(first.computed)})`,
    expected: 'the same within rounding',
    cure: 'see whether the column is the right one and its answers are read right; else correct it by the mapping',
  };
}

function sheetReport(
  layout: Layout,
  columns: readonly ReadColumn[],
  counts: ReadonlyMap<string, Readonly<Record<string, number>>>,
  legend: SheetReport['legend'],
  conditionalColours: boolean,
): SheetReport {
  const isUnit = (r: Layout['rows'][number]) => r.place.kind === 'unit';
  const reports: ColumnReport[] = columns.map((c) => ({
    column: c.letters,
    header: c.header,
    as: c.indicator !== null && (c.form !== null || layout.kind === 'aggregate') ? 'indicator' : 'left',
    indicator: c.indicator,
    score: c.score,
    form: c.form,
    why: c.why,
    candidates: c.candidates,
    counts: counts.get(c.letters) ?? {},
  }));
  const sorting = layout.sorting.map((c): ColumnReport => {
    const none = { indicator: null, score: null, form: null, why: null, candidates: [], counts: {} };
    return { column: columnName(c.column), header: headerText(c), as: 'sorting', ...none };
  });
  return {
    sheet: layout.sheet.name,
    kind: layout.kind,
    why: null,
    headerRows: layout.headerRows.map((r) => r + 1),
    keyColumns: layout.keyColumns.map(columnName),
    units: layout.rows.filter(isUnit).length,
    aggregates: layout.rows.filter((r) => !isUnit(r)).length,
    columns: [...sorting, ...reports],
    leftRows: layout.unkeyed.map(({ row, text, why }) => ({ row: row + 1, text: text.slice(0, 120), why })),
    legend,
    conditionalColours,
  };
}

const leftSheet = (sheet: string, why: string): SheetReport => ({
  sheet,
  kind: 'left',
  why,
  headerRows: [],
  keyColumns: [],
  units: 0,
  aggregates: 0,
  columns: [],
  leftRows: [],
  legend: [],
  conditionalColours: false,
});
