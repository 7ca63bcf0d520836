import { quoteFound } from '../problems.js';
import { firstRecord, sniffDelimiter, splitRecords, type Delimiter } from './csv.js';
import type { FileReport, Finding } from './report.js';

const SAVE_AS_UTF8 =
  'save the file as CSV UTF-8 (in Excel: Save As, "CSV UTF-8 (Comma delimited)", in Swedish "CSV UTF-8 (kommaavgränsad)")';

/**
 * The text of a file that must be UTF-8, with or without a byte order mark.
 *
 * Returns null, and reports what the file is instead, where it is UTF-16, a workbook, binary or of another
 * encoding: `not-text` or `not-utf8`, the latter with the row and column of the first byte that is not UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array, report: FileReport): string | null {
  const other = otherFormat(bytes);
  if (other) {
    const { code, found } = other;
    report.error(code, { row: 1, column: null, found, expected: 'text in UTF-8', cure: SAVE_AS_UTF8 });
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report.error('not-utf8', firstBadByte(bytes));
    return null;
  }
}

function otherFormat(bytes: Uint8Array): { code: string; found: string } | null {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    return { code: 'not-utf8', found: 'text in UTF-16 ("Unicode text")' };
  }
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) {
    return { code: 'not-text', found: 'a zip file, such as an Excel workbook (.xlsx) by another name' };
  }
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) {
    return {
      code: 'not-text',
      found: 'an old Office document, such as an Excel workbook (.xls) by another name',
    };
  }
  const zero = bytes.indexOf(0);
  if (zero < 0) return null;
  // UTF-16 without a mark: every other byte of plain letters is zero
  const sample = bytes.subarray(0, 64);
  const zeros = sample.filter((byte) => byte === 0).length;
  return zeros * 3 >= sample.length
    ? { code: 'not-utf8', found: 'text in UTF-16 without a byte order mark' }
    : { code: 'not-text', found: `a zero byte (byte ${zero + 1} of the file), which text never has` };
}

/** Where the first byte that is not UTF-8 stands, and the letter that it is in Windows-1252. */
function firstBadByte(bytes: Uint8Array): Finding {
  const offset = badOffset(bytes);
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset));
  const letter = new TextDecoder('windows-1252').decode(bytes.subarray(offset, offset + 1));
  const rest = Buffer.from(bytes.subarray(offset, offset + 4096)).toString('latin1');
  const headerText = firstRecord(before + rest);
  const delimiter = sniffDelimiter(headerText);
  // The text up to the byte, split as CSV, ends in the cell that holds it
  const records = recordsOf(before + letter, delimiter);
  const cells = records.at(-1) ?? [letter];
  const name = recordsOf(headerText, delimiter)[0]?.[cells.length - 1]?.trim();
  const hex = bytes[offset]!.toString(16).toUpperCase();
  const encodings = bytes[offset]! < 0xa0 ? 'Windows-1252' : 'Windows-1252 and Latin-1';
  return {
    row: Math.max(1, records.length),
    column: name ? name.slice(0, 60) : null,
    found: `${quoteFound(cells.at(-1)!.slice(-60))}, ending in byte 0x${hex} (${letter} in ${encodings})`,
    expected: 'text in UTF-8',
    cure: SAVE_AS_UTF8,
  };
}

const recordsOf = (text: string, delimiter: Delimiter): (readonly string[])[] =>
  [...splitRecords(text, delimiter)].flatMap((batch) => batch.records);

/** Offset of the first byte that fatal decoding refuses: the first U+FFFD that the file does not itself hold. */
function badOffset(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at), 'utf8');
    if (!(bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd)) return offset;
    offset += 3;
    from = at + 1;
  }
  return Math.max(0, bytes.length - 1);
}
