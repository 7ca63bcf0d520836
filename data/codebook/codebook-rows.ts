import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { codebookFolder } from '../location.js';

/** The rows of a CSV file of the codebook by column name. */
export type CodebookRow = Readonly<Record<string, string>>;

/** Reads a CSV file of the codebook's folder (`data/codebook`). */
export function codebookRows(file: string): CodebookRow[] {
  const text = readFileSync(join(codebookFolder(), file), 'utf8');
  return Papa.parse<CodebookRow>(text, { header: true, skipEmptyLines: true }).data;
}

/** A cell that the codebook's own files always fill; an Error where one does not. */
export function filled(row: CodebookRow, column: string): string {
  const value = row[column];
  if (value === undefined || value === '')
    throw new Error(`codebook row without ${column}: ${JSON.stringify(row)}`);
  return value;
}
