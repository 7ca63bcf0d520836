import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder } from '../location.js';
import { quoteFound, UsageError } from '../problems.js';
import type { FileReport } from './report.js';

/** The tables of a canonical data folder, in the order in which they are read. */
export const tableFiles = [
  'units.csv',
  'indicators.csv',
  'answers.csv',
  'survey.csv',
  'care-units.csv',
] as const;
export type TableFile = (typeof tableFiles)[number];

export const ABOUT_FILE = 'about.json';

/** What a folder may say of its own words, each as CSV or as JSON. */
export const labelTables = ['groupings', 'areas', 'texts'] as const;
export type LabelTable = (typeof labelTables)[number];

/** The files that they may stand in. */
export const labelFiles = labelTables.flatMap((name) => [`${name}.csv`, `${name}.json`]);

/** A text longer than this cannot be handled as one; a panel of Sweden has some megabytes. */
const MAX_BYTES = 256 * 1024 * 1024;

/** By what a file is known again: its size in bytes and its SHA-256, in hexadecimal. */
export interface FileStamp {
  readonly size: number;
  readonly sha256: string;
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * The names of everything in a data folder.
 *
 * Throws UsageError where the path is missing, no folder, not readable, or holds none of the tables.
 */
export function listDataFolder(folder: string): readonly string[] {
  const shown = quoteFound(folder);
  const example = `an example is the package's data/demo (${demoFolder()})`;
  const expected = `expected a data folder with ${tableFiles.join(', ')}`;
  let names: readonly string[];
  try {
    if (!statSync(folder).isDirectory()) {
      throw new UsageError(
        `${shown} is a file; ${expected}; give the folder that holds the files; ${example}`,
      );
    }
    names = readdirSync(folder);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = errorCode(error);
    const what =
      code === 'ENOENT' ? `there is no folder ${shown}` : `folder ${shown} cannot be read (${code})`;
    throw new UsageError(`${what}; ${expected}; check the path; ${example}`);
  }
  if (!tableFiles.some((file) => names.includes(file))) {
    const holds =
      names.length === 0 ? 'is empty' : `holds none of the files of a data folder${similar(names)}`;
    throw new UsageError(`folder ${shown} ${holds}; ${expected}; ${example}`);
  }
  return names;
}

/** Names that are nearly those of the tables (`Answers.csv`, `answers.xlsx`), as ` (it has ...)`. */
function similar(names: readonly string[]): string {
  const close = tableFiles.flatMap((file) => similarName(file, names) ?? []);
  return close.length ? ` (it has ${close.map(quoteFound).join(', ')})` : '';
}

/** A name of the folder that differs from the file's in case or extension only, or undefined. */
export function similarName(file: string, names: readonly string[]): string | undefined {
  const stem = (name: string): string =>
    name
      .toLowerCase()
      .replace(/\.[^.]*$/, '')
      .replaceAll('_', '-');
  return names.find((name) => name !== file && stem(name) === stem(file));
}

/** The bytes of a file that the folder has, or null, having reported why not: `not-a-file`, `unreadable-file`. */
export function readBytes(folder: string, report: FileReport): { bytes: Uint8Array; sha256: string } | null {
  const path = join(folder, report.file);
  const fail = (code: string, found: string, cure: string): null => {
    report.error(code, { row: null, column: null, found, expected: 'a file that can be read', cure });
    return null;
  };
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      return fail(
        'not-a-file',
        'a folder of that name',
        'put the file itself there, or take the folder away',
      );
    }
    if (!stat.isFile()) return fail('not-a-file', 'neither a file nor a folder', 'put a plain file there');
    if (stat.size > MAX_BYTES) {
      const size = `${Math.round(stat.size / 1024 / 1024)} MB`;
      return fail(
        'unreadable-file',
        `a file of ${size}`,
        'split the data: at most 256 MB a file can be read',
      );
    }
    const bytes = readFileSync(path);
    return { bytes, sha256: sha256(bytes) };
  } catch (error) {
    const cure = 'check that it exists, that you may read it, and that no other program holds it';
    return fail('unreadable-file', `a file that cannot be opened (${errorCode(error)})`, cure);
  }
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
