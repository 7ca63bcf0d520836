import type { Delimiter } from './csv.js';

const NON_ASCII = /[\u0080-\uffff]/;

/** A cell without the white space around it (no-break spaces too), in Unicode normal form C. */
export function clean(cell: string): string {
  const trimmed = cell.trim();
  return NON_ASCII.test(trimmed) ? trimmed.normalize('NFC') : trimmed;
}

/** A copy that shares no memory with the file's text, for strings that outlive the reading. */
export const detach = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** A cell as `clean`, in lower case and with single spaces: how words of a list are compared. */
export const wordOf = (cell: string): string => clean(cell).toLowerCase().replace(/\s+/g, ' ');

const POINT = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const COMMA = /^[+-]?\d*,\d+(?:e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?$/;
const THOUSANDS_OR_DECIMALS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

/**
 * The number that a cell holds, or null where it holds none or one that can be read in two ways.
 *
 * `0.45`, `0,45`, `4,5E-02` and `1 234,5` (space or no-break space between thousands) are numbers. `1,234` is one
 * only in a semicolon file, where the comma can but be a decimal sign: elsewhere it may as well be a thousand.
 * `1.234` is always 1.234. Infinity, NaN, hexadecimal and percent signs are no numbers here.
 */
export function parseNumber(cell: string, delimiter: Delimiter): number | null {
  let text = clean(cell).replace('\u2212', '-');
  if (!POINT.test(text)) {
    if (GROUPED.test(text)) text = text.replace(/[ \u00a0\u2009\u202f]/g, '');
    else if (!COMMA.test(text)) return null;
    else if (delimiter !== ';' && THOUSANDS_OR_DECIMALS.test(text)) return null;
    text = text.replace(',', '.');
  }
  const value = Number(text);
  // -0 is stored as 0, so that it prints and compares as one
  return Number.isFinite(value) ? value + 0 : null;
}

/** How a number must be written, for messages. */
export const NUMBER_CURE = 'write the number with digits and at most one decimal sign, 1234.5 or 1234,5';

/** What to do about `1,234` in a file whose delimiter does not tell; else the general cure. */
export function numberCure(cell: string): string {
  if (!THOUSANDS_OR_DECIMALS.test(clean(cell))) return NUMBER_CURE;
  const text = clean(cell);
  return `it can be read in two ways: write ${text.replace(',', '.')} or ${text.replace(',', '')}`;
}
