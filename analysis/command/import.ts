import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { sheetOfCsv } from '../../data/imports/csv-sheet.js';
import { MAX_FILE_BYTES } from '../../data/imports/guard.js';
import type { Workbook } from '../../data/imports/sheet.js';
import { UsageError } from '../../data/problems.js';
import { writeFiles } from '../../reports/write.js';

/** What every `oj import` takes. */
export interface ImportOptions {
  /** The canonical folder to add to; without it only --write-mapping is done. */
  readonly into?: string;
  readonly mapping?: string;
  readonly writeMapping?: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

const CSV_ENDINGS = new Set(['.csv', '.tsv', '.txt']);

/** The bytes of a file, or a UsageError that says why not. The size is asked for first: what is too large is not even read. */
export function readInput(file: string): Uint8Array {
  const size = attempt(file, () => statSync(file).size);
  if (size > MAX_FILE_BYTES)
    throw new UsageError(
      `${file}: found ${Math.round(size / 1e6)} MB; expected at most ${MAX_FILE_BYTES / 1e6} MB; choose the file to import, or take away what it need not hold`,
    );
  return attempt(file, () => readFileSync(file));
}

function attempt<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new UsageError(
      `${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); expected a file to import; correct its name`,
    );
  }
}

/** The text of a file of JSON. */
export function readText(file: string): string {
  const bytes = readInput(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${file}: found letters that are not UTF-8; expected JSON in UTF-8; save it so`);
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

/** Refuses what people may have filled in by hand. */
export function refuseExisting(file: string): void {
  if (existsSync(file))
    throw new UsageError(`${file}: found a file by that name, which may be filled in; choose another name`);
}

/** Writes a file that people fill in by hand: one that is there already is never written over. */
export function writeNew(file: string, content: string): void {
  refuseExisting(file);
  writeFiles(dirname(file), [{ path: basename(file), content }]);
}
