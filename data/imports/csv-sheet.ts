import { UsageError } from '../problems.js';
import { firstRecord, sniffDelimiter, splitRecords } from '../readers/csv.js';
import { clean } from '../readers/text.js';
import { gridSheet } from './grid.js';
import type { Sheet } from './sheet.js';

/** A CSV file as a sheet without colours: UTF-8, else Windows-1252. */
export function sheetOfCsv(bytes: Uint8Array, name: string): Sheet {
  const text = decode(bytes).replace(/^\uFEFF/, '');
  const records = [...splitRecords(text, sniffDelimiter(firstRecord(text)))].flatMap((b) => {
    if (b.wrongQuote)
      throw new UsageError(
        `${name}, row ${b.wrongQuote.record + 1}: found a quote that is wrong; expected CSV; mend it`,
      );
    return b.records;
  });
  const cells = records.map((r) =>
    r.map((cell) => {
      const shown = clean(cell);
      return { text: shown, value: shown === '' ? null : shown, fill: null, error: null };
    }),
  );
  const place = (row: number, column: number) => `rad ${row + 1}, kolumn ${column + 1}`;
  return gridSheet({ file: name, name: '', hidden: false, merges: [], cells, place });
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
