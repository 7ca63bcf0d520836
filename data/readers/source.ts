import { quoteFound, type Problem } from '../problems.js';
import type { InputFile } from '../records.js';
import { readJsonTable } from './json-table.js';
import { parseTable, type CsvTable } from './table.js';
import { decodeUtf8 } from './decode.js';
import {
  type FileStamp,
  type LabelTable,
  listDataFolder,
  readBytes,
  similarName,
  type TableFile,
} from './folder.js';
import { FileReport } from './report.js';

/** Names that a table may have been saved by. */
const IS_TABLE = /\.(csv|json|tsv|txt|xlsx?|ods)$/i;

/** The files of one folder: reads each once, and keeps its report and what the manifest says of it. */
export class Source {
  readonly #inputs = new Map<FileReport, InputFile>();
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

  /** Those read, in the order of their reports. */
  inputs = (): InputFile[] => this.#reports.flatMap((report) => this.#inputs.get(report) ?? []);

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
    this.#inputs.set(report, { file, sha256, rows: table.numbers.length, delimiter: table.delimiter });
    return read(table);
  }

  /** The report of an optional table that may be CSV or JSON: of the file that is there, of the CSV where none is. */
  labelReport(name: LabelTable): FileReport {
    const [csv, json] = [`${name}.csv`, `${name}.json`] as const;
    const report = this.report(this.has(json) && !this.has(csv) ? json : csv);
    if (this.has(csv) && this.has(json))
      report.error('both-files', {
        row: null,
        column: null,
        found: `both ${csv} and ${json}`,
        expected: 'one of the two',
        cure: 'take one away: nothing says which of them holds',
      });
    const others = this.#names.filter((other) => IS_TABLE.test(other));
    const other = this.has(report.file) ? undefined : similarName(csv, others);
    if (other !== undefined)
      report.warning('other-name', {
        row: null,
        column: null,
        found: quoteFound(other),
        expected: `${csv} or ${json}`,
        cure: 'it is not read: save it as CSV UTF-8 or JSON by that name, or give it another name',
      });
    return report;
  }

  /** What `read` makes of a table that may be CSV or a JSON list of objects; null where there is none to be read. */
  readLabels<T>(report: FileReport, read: (table: CsvTable) => T | null): T | null {
    if (!this.has(report.file) || report.problems.some((p) => p.severity === 'error')) return null;
    const isJson = report.file.endsWith('.json');
    const content = this.text(report);
    if (content === null) return null;
    const table = isJson ? readJsonTable(content.text, report) : parseTable(content.text, report);
    if (table === null) return null;
    const { sha256, size } = content;
    const delimiter = isJson ? null : table.delimiter;
    this.files.push({ size, sha256 });
    this.#inputs.set(report, { file: report.file, sha256, rows: table.numbers.length, delimiter });
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
