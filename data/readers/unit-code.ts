import { municipalityCodes } from '../codebook/municipality-codes.js';
import { quoteFound } from '../problems.js';
import { CodeLookup, type Explanation } from './lookup.js';
import { nearest } from './nearest.js';

const DIGITS_LOST = /^(\d{1,3})(-.*)?$/s;

/** A code with the zeros that a spreadsheet took from its start (`114` is `0114`), or null where none is missing. */
export function withLeadingZeros(code: string): string | null {
  const match = DIGITS_LOST.exec(code);
  return match ? match[1]!.padStart(4, '0') + (match[2] ?? '') : null;
}

/**
 * What is wrong with the shape of a code of `units.csv`, or null. A panel may have codes of its own; digits that
 * become a Swedish municipality's code with the zeros back in front are one that a spreadsheet has spoiled.
 */
export function explainShape(code: string): Explanation | null {
  const severity = 'error';
  if (code === '') {
    const cure = 'write the code, 0114, or 0180-bromma for a district';
    return { code: 'empty-code', severity, found: 'an empty cell', expected: 'a code', cure };
  }
  const padded = withLeadingZeros(code);
  if (padded === null || !municipalityCodes().has(padded.slice(0, 4))) return null;
  const expected = 'a code of four digits, 0114 (0180-bromma for a district)';
  const cure = `${zeroCure(padded)}; a code of your own that looks so needs a letter`;
  return { code: 'lost-leading-zero', severity, found: quoteFound(code), expected, cure };
}

const zeroCure = (padded: string): string =>
  `write ${padded} (Excel drops leading zeros: import the column as text)`;

/** A lookup of the units of `units.csv` by code: position in the file's list of units. */
export function unitLookup(positions: ReadonlyMap<string, number>): CodeLookup {
  return new CodeLookup(positions, (value, suggest) => {
    const severity = 'error';
    const found = value === '' ? 'an empty cell' : quoteFound(value);
    const expected = 'a unit of units.csv';
    if (value === '') {
      return { code: 'empty-code', severity, found, expected, cure: 'write the code of the unit' };
    }
    const padded = withLeadingZeros(value);
    if (padded !== null && positions.has(padded)) {
      return { code: 'lost-leading-zero', severity, found, expected, cure: zeroCure(padded) };
    }
    const close = suggest ? nearest(value, positions.keys()) : null;
    const cure = `${close ? `write ${close} if that is meant, or ` : ''}add the unit to units.csv`;
    return { code: 'unknown-unit', severity, found, expected, cure };
  });
}
