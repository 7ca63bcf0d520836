import { readFileSync } from 'node:fs';
import { InputError, UsageError } from '../problems.js';
import { decodeUtf8 } from './decode.js';
import { sha256 } from './folder.js';
import { noteSynthetic } from '../synthetic-seen.js';
import { isDemoData } from './synthetic.js';
import { FileReport } from './report.js';
import { parseTable } from './table.js';
import { clean } from './text.js';

/** A table of text cells by column, as read from a CSV file: every column has the same length. */
export interface Frame {
  /** The file as the user named it, for messages. */
  readonly file: string;
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** The number of each row as a spreadsheet numbers it: the header is row 1. */
  readonly numbers: Int32Array;
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Any CSV file with a header as a frame of trimmed text cells: comma, semicolon or tab. Throws an InputError with
 * every problem of the file, a UsageError where it cannot be opened.
 */
export function readFrame(file: string): Frame {
  const report = new FileReport(file);
  const bytes = readBytes(file);
  const text = decodeUtf8(bytes, report);
  const table = text === null ? null : parseTable(text, report);
  const duplicate = table?.header.find((name, i) => table.header.indexOf(name) < i);
  if (duplicate !== undefined)
    report.error('duplicate-column', {
      row: 1,
      column: duplicate,
      found: 'the same name twice',
      expected: 'a name of its own for every column',
      cure: 'rename one of the two',
    });
  const errors = report.problems.filter((p) => p.severity === 'error');
  if (errors.length > 0 || !table) throw new InputError(errors);
  const columns = new Map(table.header.map((name, c) => [clean(name), table.columns[c]!.map(clean)]));
  const hash = sha256(bytes);
  if (isDemoData([{ size: bytes.length, sha256: hash }])) noteSynthetic();
  return { file, columns, numbers: Int32Array.from(table.numbers), sha256: hash };
}

/** The bytes of a CSV file that the user named. Throws a UsageError that says why it cannot be read. */
export function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'a folder' : `not readable (${code})`;
    throw new UsageError(`${file}: ${why}; expected a CSV file with a header`);
  }
}
