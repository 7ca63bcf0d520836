import type { Problem } from '../problems.js';

/** A problem without its severity, code and file: what a reader says of a cell, a row or a column. */
export interface Finding {
  /** The row as a spreadsheet numbers it; null where it concerns the whole file. */
  readonly row: number | null;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  readonly cure: string;
}

/** Collects the problems of one file in the order in which they are met; nothing here throws. */
export class FileReport {
  readonly file: string;
  readonly problems: Problem[] = [];

  /** `file` is the file's name in the data folder, `answers.csv`. */
  constructor(file: string) {
    this.file = file;
  }

  error(code: string, finding: Finding): void {
    this.problems.push({ severity: 'error', code, file: this.file, ...finding });
  }

  warning(code: string, finding: Finding): void {
    this.problems.push({ severity: 'warning', code, file: this.file, ...finding });
  }
}
