import { readFileSync, realpathSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { sheetOfCsv } from '../../data/imports/csv-sheet.js';
import type { Imported } from '../../data/imports/imported.js';
import { type Merged, merge } from '../../data/imports/merge.js';
import { folderFiles, readRawFolder, type TableName, tableNames } from '../../data/imports/raw-folder.js';
import type { Workbook } from '../../data/imports/sheet.js';
import { demoFolder } from '../../data/location.js';
import { UsageError } from '../../data/problems.js';
import { writeFiles } from '../../reports/write.js';

/** What every `oj import` takes. */
export interface ImportOptions {
  readonly into: string;
  readonly mapping?: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

const CSV_ENDINGS = new Set(['.csv', '.tsv', '.txt']);

/** The bytes of a file, or a UsageError that says why not. */
export function readInput(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(
      `${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); expected a file to import`,
    );
  }
}

/** A workbook or CSV file, told apart by what it holds rather than by its name. */
export async function readSheets(file: string): Promise<Workbook> {
  const bytes = readInput(file);
  const [a, b] = bytes;
  const isPacked = (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf);
  const name = basename(file);
  if (!isPacked && CSV_ENDINGS.has(extname(name).toLowerCase())) return sheetOfCsv(bytes, name);
  const { readWorkbook } = await import('../../data/imports/workbook.js');
  return readWorkbook(bytes, name);
}

/** Two files of one name would each count as the other read again. */
export function refuseSameNames(files: readonly string[]): void {
  const names = files.map((file) => basename(file));
  const double = names.find((name, i) => names.indexOf(name) < i);
  if (double !== undefined)
    throw new UsageError(
      `found two files by the name ${double}; expected names that tell the sources apart; rename one`,
    );
}

/** What an importer read, one source after the other, into the folder; nothing is written where anything fails. */
export function writeInto(
  parts: readonly Imported[],
  { into, replace = false }: ImportOptions,
): readonly Merged[] {
  if (isDemo(into))
    throw new UsageError(`${into}: these are the demo data; choose another folder with --into, data/raw/skr`);
  let folder = readRawFolder(into);
  const merged = parts.map((imported) => {
    const one = merge(folder, imported, replace);
    folder = one.folder;
    return one;
  });
  writeFiles(into, folderFiles(folder));
  return merged;
}

function isDemo(folder: string): boolean {
  try {
    return realpathSync(resolve(folder)) === realpathSync(demoFolder());
  } catch {
    return false;
  }
}

/** Rows added, changed, unchanged, removed and in conflict, by table; only tables to which something happened. */
export function changes(merged: readonly Merged[]): Record<string, Record<string, number>> {
  const kinds = ['added', 'changed', 'unchanged', 'removed'] as const;
  const sum = (table: TableName) => ({
    ...Object.fromEntries(kinds.map((kind) => [kind, total(merged.map((m) => m[kind][table]))])),
    conflicts: total(merged.map((m) => m.conflicts.filter((c) => c.table === table).length)),
  });
  return Object.fromEntries(
    tableNames
      .map((table) => [table, sum(table)] as const)
      .filter(([, counts]) => Object.values(counts).some((n) => n > 0)),
  );
}

/** What happened to the folder, as lines. A conflict names its row and source, not what either says. */
export function changeLines(merged: readonly Merged[], { into, replace }: ImportOptions): string[] {
  const tables = Object.entries(changes(merged)).map(
    ([table, counts]) => `  ${table}: ${countsText(counts) || 'nothing new'}`,
  );
  const conflicts = merged.flatMap((m) => {
    const names = new Map(m.folder.sources.map((s) => [s.id, s.name]));
    return m.conflicts.map(
      (c) =>
        `conflict: ${c.table}, ${c.key.replaceAll('\t', ', ')}: ${names.get(c.source) ?? c.source} (${c.place}) ` +
        'says otherwise than the row used; it stands in conflicts.csv',
    );
  });
  const cure = '  by default what the folder has stays; --replace takes the new rows instead';
  return [
    `written into ${into}:`,
    ...tables,
    ...conflicts,
    ...(conflicts.length > 0 && !replace ? [cure] : []),
  ];
}

/** `3 rows of x, 2 of y`: counts that are not zero. */
export const countsText = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${n} ${name}`)
    .join(', ');

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
