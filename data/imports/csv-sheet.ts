import { createHash } from 'node:crypto';
import { quoteFound, UsageError } from '../problems.js';
import { type Delimiter, splitRecords } from '../readers/csv.js';
import { clean } from '../readers/text.js';
import type { Sheet, SheetCell, Workbook } from './sheet.js';
import { decodeWindows1252 } from './windows-1252.js';

const delimiters: readonly Delimiter[] = [';', '\t', ','];
/** Lines by which the delimiter is told: titles may stand above the table. */
const SAMPLE = 50;
const empty: SheetCell = { text: '', value: null, fill: null, error: null };

/**
 * A CSV file as a workbook with one sheet without a name. UTF-8 (with or without its mark), UTF-16 and Windows-1252; semicolons, tabs or
 * commas, whichever cuts most lines into equally many cells; quotes as in RFC 4180. Cells are text; nothing is taken for a number or a date.
 * Throws UsageError where the file is no text, or a quote is never closed.
 */
export function sheetOfCsv(bytes: Uint8Array, name: string): Workbook {
  const text = decode(bytes, name);
  const { delimiter, lines } = split(text);
  const rows: (readonly string[])[] = [];
  for (const { records, wrongQuote } of splitRecords(lines, delimiter)) {
    if (wrongQuote) throw new UsageError(wrongQuoteIn(name, rows.length + wrongQuote.record + 1));
    for (const record of records) rows.push(record);
  }
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name, sha256, bytes: bytes.length, sheets: [sheetOfRows(rows)] };
}

function sheetOfRows(rows: readonly (readonly string[])[]): Sheet {
  return {
    name: '',
    rows: rows.length,
    columns: rows.reduce((most, row) => Math.max(most, row.length), 0),
    hidden: false,
    merges: [],
    at(row, column) {
      const text = clean(rows[row]?.[column] ?? '');
      return text === '' ? empty : { text, value: text, fill: null, error: null };
    },
    place: (row, column) => `rad ${row + 1}, kolumn ${column + 1}`,
  };
}

function decode(bytes: Uint8Array, name: string): string {
  const utf16 = utf16Of(bytes);
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  const zero = bytes.indexOf(0);
  if (zero >= 0)
    throw new UsageError(
      `${name}: found a zero byte (byte ${zero + 1} of the file), which text never has; expected a CSV file; save the table as "CSV UTF-8"`,
    );
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** UTF-16 by its mark, or by zeros in every other byte of plain letters. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 64);
  const zeros = (parity: number) => sample.filter((b, i) => i % 2 === parity && b === 0).length;
  if (zeros(1) * 3 >= sample.length && zeros(0) === 0) return 'utf-16le';
  return zeros(0) * 3 >= sample.length && zeros(1) === 0 ? 'utf-16be' : null;
}

/** The delimiter, and the text with Excel's `sep=;` taken for what it is: a row that says it, and no cell. */
function split(text: string): { delimiter: Delimiter; lines: string } {
  const told = /^sep=([;,\t])(?=\r?\n)/i.exec(text);
  if (told) return { delimiter: told[1] as Delimiter, lines: text.slice(told[0].length) };
  const sample = text.replace(/"[^"]*"/g, '').split(/\r\n?|\n/, SAMPLE);
  const scores = delimiters.map((mark) => {
    const counts = sample.map((line) => line.split(mark).length - 1).filter((n) => n > 0);
    const common = Math.max(0, ...counts.map((n) => counts.filter((m) => m === n).length));
    return { mark, common, all: counts.reduce((sum, n) => sum + n, 0) };
  });
  const best = scores.reduce((a, b) =>
    b.common > a.common || (b.common === a.common && b.all > a.all) ? b : a,
  );
  return { delimiter: best.mark, lines: text };
}

const wrongQuoteIn = (name: string, row: number): string =>
  `${quoteFound(name)}, row ${row}: found a quote that is never closed, or text after one; ` +
  'expected quotes around a whole cell, and doubled within it; mend the quote';
