import { formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { printable } from '../printable.js';

/** Excel's limit for the text of a cell, in UTF-16 units. */
export const LONGEST_TEXT = 32_767;

/**
 * Text as a cell can hold it: printable, cut at the limit with a note that says so, and with `_x0041_`, which Excel
 * would read as a character's code, kept as it stands (ECMA-376 part 1, 22.4.2.4).
 */
export function cellText(text: string, lang: Lang): string {
  return limited(printable(text), lang).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function limited(text: string, lang: Lang): string {
  if (text.length <= LONGEST_TEXT) return text;
  const note = messages(lang).workbook.cut(formatNumber(text.length, lang));
  return printable(text.slice(0, LONGEST_TEXT - note.length)) + note;
}

/** Text that Excel would take for a formula as soon as someone edits its cell. */
export const looksLikeFormula = (text: string): boolean => /^[=+\-@\t\r\n|]/.test(text);
