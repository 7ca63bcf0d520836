import { quoteFound, type Problem } from '../problems.js';
import type { InputFile } from '../records.js';
import { parseTable, type CsvTable } from './table.js';
import { decodeUtf8 } from './decode.js';
import { listDataFolder, readBytes, similarName, type FileStamp, type TableFile } from './folder.js';
import { FileReport } from './report.js';

/** The files of one folder: reads each once, and keeps its report and what the manifest says of it. */
export class Source {
  readonly inputs: InputFile[] = [];
  readonly files: FileStamp[] = [];
  readonly #reports: FileReport[] = [];
  readonly #folder: string;
  readonly #names: readonly string[];

  constructor(folder: string) {
    this.#folder = folder;
    this.#names = listDataFolder(folder);
  }

  has = (file: string): boolean => this.#names.includes(file);

  report(file: string): FileReport {
    const report = new FileReport(file);
    this.#reports.push(report);
    return report;
  }

  problems = (): Problem[] => this.#reports.flatMap((report) => report.problems);

  /** The text of a file that the folder has, or null where it cannot be read. */
  text(report: FileReport): (FileStamp & { text: string }) | null {
    const file = readBytes(this.#folder, report);
    const text = file && decodeUtf8(file.bytes, report);
    if (file === null || text === null) return null;
    return { text, size: file.bytes.length, sha256: file.sha256 };
  }

  /**
   * What `read` makes of a table, or null where the file is missing (an error if `required`) or cannot be read.
   * The table's cells live no longer than `read`.
   */
  read<T>(report: FileReport, required: boolean, read: (table: CsvTable) => T | null): T | null {
    const file = report.file as TableFile;
    if (!this.has(file)) {
      if (required) this.#reportMissing(report);
      return null;
    }
    const content = this.text(report);
    const table = content && parseTable(content.text, report);
    if (!table) return null;
    const { sha256, size } = content;
    this.files.push({ size, sha256 });
    this.inputs.push({ file, sha256, rows: table.numbers.length, delimiter: table.delimiter });
    return read(table);
  }

  #reportMissing(report: FileReport): void {
    const other = similarName(report.file, this.#names);
    report.error('missing-file', {
      row: null,
      column: null,
      found: other ? `no such file, but ${quoteFound(other)}` : 'no such file',
      expected: `${report.file} in the folder`,
      cure: other
        ? `save it as CSV UTF-8 by the name ${report.file}`
        : 'add the file; data/demo is an example',
    });
  }
}
