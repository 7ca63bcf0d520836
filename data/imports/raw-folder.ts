import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { UsageError } from '../problems.js';
import type { ImportSource } from './imported.js';

export type Row = Readonly<Record<string, string>>;

/** The tables that a canonical folder holds, and the columns that key a row. */
export const tables = {
  'units.csv': {
    key: ['unit'],
    columns: ['unit', 'name', 'municipality', 'lan', 'kommungrupp', 'socioek', 'invanare'],
  },
  'indicators.csv': { key: ['indicator'], columns: ['indicator', 'area', 'label', 'type', 'better'] },
  'answers.csv': {
    key: ['unit', 'year', 'indicator'],
    columns: ['unit', 'year', 'indicator', 'answer', 'reason'],
  },
  'survey.csv': { key: ['unit', 'area'], columns: ['unit', 'area', 'quality_development', 'not_used'] },
  'care-units.csv': {
    key: ['care_unit', 'year', 'measure'],
    columns: ['care_unit', 'unit', 'year', 'kind', 'measure', 'value'],
  },
} as const satisfies Record<string, { key: readonly string[]; columns: readonly string[] }>;
export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** Where a value of a table comes from: `origins.csv`. */
export interface Origin {
  readonly source: string;
  readonly place: string;
}

/** A row that was not used because another source says otherwise: `conflicts.csv`. */
export interface Conflict extends Origin {
  readonly table: TableName;
  readonly key: string;
  /** The row not used, as JSON. */
  readonly row: string;
}

/** A canonical folder as text, by table and key (the key columns joined by a tab), with where each row comes from. */
export interface RawFolder {
  readonly tables: Readonly<Record<TableName, ReadonlyMap<string, Row>>>;
  readonly origins: Readonly<Record<TableName, ReadonlyMap<string, Origin>>>;
  readonly conflicts: readonly Conflict[];
  readonly sources: readonly ImportSource[];
  /** Tables that the folder has a file of. */
  readonly files: ReadonlySet<TableName>;
}

export const keyOf = (table: TableName, row: Row): string =>
  tables[table].key.map((c) => row[c] ?? '').join('\t');

/** Reads what a folder has; nothing where it is not there yet. Throws UsageError where a file cannot be read as CSV. */
export function readRawFolder(folder: string): RawFolder {
  const byTable = <T>(make: (table: TableName) => T) =>
    Object.fromEntries(tableNames.map((t) => [t, make(t)])) as Record<TableName, T>;
  const origins = byTable(() => new Map<string, Origin>());
  for (const { table, key, source, place } of rows(join(folder, 'origins.csv')))
    origins[table as TableName]?.set(key!, { source: source!, place: place! });
  return {
    tables: byTable((t) => byKey(t, rows(join(folder, t)), join(folder, t))),
    origins,
    conflicts: rows(join(folder, 'conflicts.csv')) as unknown as Conflict[],
    sources: sources(join(folder, 'sources.json')),
    files: new Set(tableNames.filter((t) => existsSync(join(folder, t)))),
  };
}

function byKey(table: TableName, list: readonly Row[], file: string): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of list) {
    const key = keyOf(table, row);
    if (found.has(key))
      throw new UsageError(
        `${file}: found two rows of ${key.replaceAll('\t', ', ')}; expected one; take one away, then import again`,
      );
    found.set(key, row);
  }
  return found;
}

function rows(file: string): Row[] {
  if (!existsSync(file)) return [];
  const { data, errors, meta } = Papa.parse<Record<string, string>>(textOf(file), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  const error = errors.find((e) => e.type === 'Quotes' || e.code === 'TooManyFields');
  if (error) {
    const what = error.type === 'Quotes' ? 'a quote is wrong' : 'more cells than the header';
    throw new UsageError(
      `${file}, row ${(error.row ?? 0) + 2}: ${what} (${error.message}); mend it, then import again`,
    );
  }
  if (data.length > 0 && meta.fields?.some((f) => f === ''))
    throw new UsageError(`${file}: a column has no name; expected a header in row 1`);
  return data;
}

function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const why = error instanceof TypeError ? 'found letters that are not UTF-8' : (error as Error).message;
    throw new UsageError(`${file}: ${why}; expected CSV in UTF-8; save it so, then import again`);
  }
}

function sources(file: string): ImportSource[] {
  if (!existsSync(file)) return [];
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { sources: ImportSource[] }).sources;
  } catch (error) {
    throw new UsageError(
      `${file}: not JSON (${(error as Error).message}); restore it, or move it away and import again`,
    );
  }
}

/** The folder's files by name, the same bytes for the same content: rows in the order of their keys. */
export function folderFiles(raw: RawFolder): { path: string; content: string }[] {
  const files = tableNames.flatMap((table) => {
    const list = sorted([...raw.tables[table]]).map(([, row]) => row);
    // A table that has lost its last row is written too, so that the old one does not stay.
    if (list.length === 0 && !raw.files.has(table)) return [];
    const known: readonly string[] = tables[table].columns;
    const more = [...new Set(list.flatMap((row) => Object.keys(row)))].filter((c) => !known.includes(c));
    return [{ path: table, content: csv([...known, ...more], list) }];
  });
  const origins = tableNames.flatMap((table) =>
    sorted([...raw.origins[table]]).map(([key, origin]) => ({ table, key, ...origin })),
  );
  return [
    ...files,
    ...(origins.length > 0
      ? [{ path: 'origins.csv', content: csv(['table', 'key', 'source', 'place'], origins) }]
      : []),
    // Written even where there are none any more, so that old ones do not stay.
    {
      path: 'conflicts.csv',
      content: csv(['table', 'key', 'source', 'place', 'row'], raw.conflicts as unknown as Row[]),
    },
    { path: 'sources.json', content: `${JSON.stringify({ sources: raw.sources }, null, 1)}\n` },
  ];
}

const sorted = <T>(entries: [string, T][]) => entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

function csv(fields: readonly string[], data: readonly Row[]): string {
  const records = [fields, ...data.map((row) => fields.map((f) => row[f] ?? ''))];
  return `${Papa.unparse(records as string[][], { newline: '\n' })}\n`;
}
