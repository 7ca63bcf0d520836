import { quoteFound } from '../problems.js';
import { firstRecord, sniffDelimiter, splitRecords, type Delimiter, type WrongQuote } from './csv.js';
import type { FileReport } from './report.js';

/** A CSV file as cells of text, by column; the rows that could not be used are left out (and reported). */
export interface CsvTable {
  readonly delimiter: Delimiter;
  /** The header's cells as they stand in the file, up to the last that is not empty. */
  readonly header: readonly string[];
  /** The cells of each column of the header, one for each data row. The same text is the same string. */
  readonly columns: readonly (readonly string[])[];
  /** The number of each data row as a spreadsheet numbers it: the header is row 1, empty rows count. */
  readonly numbers: readonly number[];
  /** Rows with too many or too few cells: reported, no data, but their first cells tell which codes are known. */
  readonly damaged: readonly (readonly string[])[];
}

/**
 * The table in a CSV text: comma, semicolon or tab by the header, any line ending, quoted cells.
 *
 * Returns null, having reported it, for a file without a header (`empty-file`, `empty-header`) or with a quote that
 * never closes (`wrong-quote`), after which no row can be trusted. Rows with too many or too few cells
 * (`cell-count`) are errors; empty rows are skipped, with a warning (`empty-row`) unless they end the file. Empty
 * cells below empty cells at the header's end, as Excel leaves them, are ignored.
 */
export function parseTable(text: string, report: FileReport): CsvTable | null {
  const headerText = firstRecord(text);
  if (!/[^\s,;"]/.test(headerText)) return reportNoHeader(/\S/.test(text), report);
  const builder = new TableBuilder(sniffDelimiter(headerText), report);
  for (const { records, wrongQuote } of splitRecords(text, builder.delimiter)) {
    if (wrongQuote) return reportQuote(records[wrongQuote.record] ?? [], wrongQuote, report);
    for (const cells of records) builder.add(cells);
  }
  return builder;
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

class TableBuilder implements CsvTable {
  readonly delimiter: Delimiter;
  header: readonly string[] = [];
  columns: string[][] = [];
  readonly numbers: number[] = [];
  readonly damaged: (readonly string[])[] = [];
  readonly #report: FileReport;
  readonly #interned = new Map<string, string>();
  #emptyRows: number[] = [];
  #row = 0;
  /** How many cells the header has, those without a name at its end among them. */
  #cells = 0;

  constructor(delimiter: Delimiter, report: FileReport) {
    this.delimiter = delimiter;
    this.#report = report;
  }

  add(cells: readonly string[]): void {
    this.#row++;
    if (this.#row === 1) {
      this.#cells = cells.length;
      this.header = cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
      this.columns = this.header.map(() => []);
      return;
    }
    if (cells[0]!.trim() === '' && isBlank(cells)) {
      this.#emptyRows.push(this.#row);
      return;
    }
    if (this.#emptyRows.length > 0) this.#warnEmptyRows();
    const width = this.header.length;
    const spare = cells.length > width && cells.length <= this.#cells && isBlank(cells.slice(width));
    if (cells.length !== width && !spare) {
      this.damaged.push(cells);
      this.#reportCount(cells.length);
      return;
    }
    this.numbers.push(this.#row);
    for (let c = 0; c < width; c++) this.columns[c]!.push(this.#intern(cells[c]!));
  }

  #intern(cell: string): string {
    const known = this.#interned.get(cell);
    if (known !== undefined) return known;
    this.#interned.set(cell, cell);
    return cell;
  }

  #warnEmptyRows(): void {
    const cure = 'take the row away if nothing belongs there';
    const [found, expected] = ['an empty row', 'a row of data'];
    for (const row of this.#emptyRows) {
      this.#report.warning('empty-row', { row, column: null, found, expected, cure });
    }
    this.#emptyRows = [];
  }

  #reportCount(count: number): void {
    const width = this.header.length;
    const tooMany =
      this.delimiter === ','
        ? 'put a cell that holds a comma in quotes, or write decimals with a point'
        : 'put a cell that holds the delimiter in quotes';
    const cure = count < width ? 'add the missing cells: an empty cell still needs its delimiter' : tooMany;
    const expected = `${width} cells, as in the header (delimiter: ${markNames[this.delimiter]})`;
    const found = `${count} ${count === 1 ? 'cell' : 'cells'}`;
    this.#report.error('cell-count', { row: this.#row, column: null, found, expected, cure });
  }
}

const markNames: Record<Delimiter, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

function reportNoHeader(hasText: boolean, report: FileReport): null {
  const cure = hasText
    ? 'take the empty rows at the top away: row 1 must name the columns'
    : 'write at least the header row, or take the file away if it is optional';
  const found = hasText ? 'an empty row' : 'an empty file';
  const row = hasText ? 1 : null;
  const expected = 'the names of the columns in row 1';
  report.error(hasText ? 'empty-header' : 'empty-file', { row, column: null, found, expected, cure });
  return null;
}

function reportQuote(cells: readonly string[], { kind, record }: WrongQuote, report: FileReport): null {
  const what = kind === 'never-closed' ? 'a quote that is never closed' : 'text after a closing quote';
  report.error('wrong-quote', {
    row: record + 1,
    column: null,
    found: `${what} in ${quoteFound(cells.join(' | '))}`,
    expected: 'a quoted cell that ends with a quote before the next delimiter',
    cure: 'close the quote, or double it ("") where it belongs to the text',
  });
  return null;
}
