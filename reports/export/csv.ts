import type { DataColumn, DataTable } from '../../analysis/frames/index.js';
import { csv, type CsvValue } from '../tables/csv.js';

/** Rows made into text at a time: a string has a limit, a file has none. */
const CHUNK = 10_000;

/**
 * A table as CSV (UTF-8, comma, CRLF), as all CSV files here: what is missing is empty, numbers are in full precision, and free text that
 * a spreadsheet would take for a formula has an apostrophe before it. CSV has no types and no metadata: the reader must be
 * told that `unit` is text, and the column `synthetic` is what says where the data come from.
 */
export function csvFile({ columns, length }: DataTable): Uint8Array {
  const encoder = new TextEncoder();
  const parts = [encoder.encode(csv([columns.map(({ name }) => ({ free: name }))]))];
  for (let from = 0; from < length; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, length - from) }, (_, i) =>
      columns.map((column) => cell(column, from + i)),
    );
    parts.push(encoder.encode(csv(rows)));
  }
  return joined(parts);
}

function cell(column: DataColumn, row: number): CsvValue {
  if (column.type !== 'text') return column.values[row];
  const value = column.values[row]!;
  return column.closed ? value : { free: value };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
