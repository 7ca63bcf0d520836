import { groupBy } from '../group-by.js';
import type { Problem } from '../problems.js';
import { type Imported, type ImportedFlag, nothingImported } from './imported.js';
import type { Workbook } from './sheet.js';
import { findTable, likelyHeadings, type SkrColumn } from './skr-columns.js';
import { describe } from './skr-headings.js';
import { noMapping, type Open, openTogether, type SkrMapping } from './skr-mapping.js';
import { SkrProblems } from './skr-problems.js';
import { readRows, type RowsRead } from './skr-rows.js';

export interface SkrOptions {
  /** When it was read, ISO 8601. */
  readonly time: string;
  readonly mapping?: SkrMapping;
  /** The survey's year, for the districts that were units then. */
  readonly year?: number;
  /** Messages may show what stands in a flag's cell. */
  readonly reveal?: boolean;
}

/** What was read on one sheet, in words and numbers that tell no unit's flag. */
export interface SkrSheet extends Omit<RowsRead, 'flags' | 'unsettled'> {
  readonly sheet: string;
  /** As a spreadsheet numbers it. */
  readonly headerRow: number;
  readonly columns: readonly { readonly heading: string; readonly holds: string | null }[];
}

export interface SkrImport {
  readonly imported: Imported;
  readonly sheets: readonly SkrSheet[];
  readonly open: Open;
}

/**
 * The flags of SKR's survey on the use of öppna jämförelser, from any table with a row for each unit (areas side by side) or for each
 * unit and area. Every row that cannot be used is a problem with its row and its cure; units that are not surely known are not used
 * unless the mapping says which they are. Rows without any answer give no flag, and are counted.
 */
export function importSkr(workbook: Workbook, options: SkrOptions): SkrImport {
  const { mapping = noMapping, year = 2019, reveal = false, time } = options;
  const id = workbook.sha256.slice(0, 12);
  const problems: Problem[] = [];
  const flags: ImportedFlag[] = [];
  const sheets: SkrSheet[] = [];
  const opens: Open[] = [];
  for (const sheet of workbook.sheets) {
    if (sheet.rows === 0) continue;
    const report = new SkrProblems(workbook.name, sheet.name, reveal);
    const table = findTable(sheet, mapping);
    if (!table) {
      const columns = likelyHeadings(sheet, mapping);
      report.noTable(
        columns.map((c) => c.label),
        workbook.sheets.length > 1,
      );
      opens.push({ columns: described(columns), units: new Map(), areas: new Set() });
    } else {
      report.columns(table);
      const { flags: read, unsettled, ...counts } = readRows(sheet, table, { id, mapping, year, report });
      flags.push(...read);
      opens.push({ columns: described(table.columns), ...unsettled });
      sheets.push({
        ...counts,
        sheet: sheet.name,
        headerRow: table.headerRow + 1,
        columns: headings(table.columns),
      });
    }
    problems.push(...report.problems);
  }
  const source = {
    id,
    kind: 'skr' as const,
    name: workbook.name,
    sha256: workbook.sha256,
    bytes: workbook.bytes,
    time,
    attribution: 'Källa: SKR',
  };
  const whole = new SkrProblems(workbook.name, '', reveal);
  const once = oncePerUnit(flags, whole);
  problems.push(...whole.problems);
  const imported = { ...nothingImported, sources: [source], flags: once, problems };
  return { imported, sheets, open: openTogether(opens) };
}

/** One flag for each unit and area: the first of rows that agree, none of rows that do not. */
function oncePerUnit(flags: readonly ImportedFlag[], report: SkrProblems): ImportedFlag[] {
  return [...groupBy(flags, (f) => `${f.unit}, ${f.area}`)].flatMap(([key, list]) => {
    if (list.length === 1) return list;
    const agree = new Set(list.map((f) => `${f.qualityDevelopment}/${f.notUsed}`)).size === 1;
    report[agree ? 'repeated' : 'conflict'](
      key,
      list.map((f) => f.place),
    );
    return agree ? list.slice(0, 1) : [];
  });
}

const described = (columns: readonly SkrColumn[]) =>
  new Map(columns.map((c) => [c.label, c.meaning && describe(c.meaning)]));

const headings = (columns: readonly SkrColumn[]) =>
  columns.map((c) => ({ heading: c.label, holds: c.meaning && describe(c.meaning) }));
