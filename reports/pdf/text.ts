import { ABSENT } from '../locales/format.js';
import { printable } from '../tables/text-width.js';
import { commonCodePoints } from './coverage.js';
import { fontFiles } from '../../data/fonts.js';

/** A text as the template takes it: a string, or runs of which an array is a long word in pieces to break between. */
export type PdfText = string | readonly (string | readonly string[])[];

/** U+25A1, for a sign that the font does not have: emoji, scripts beyond Latin, Greek and Cyrillic. */
const REPLACEMENT = '□';
const LONG_WORD = /[^\s-]{25,}/gu;
const PIECE = /[^\s-]{1,4}/gu;

let covered: ReadonlySet<number> | null = null;

/**
 * Text with what the font can show: composed letters, no control or direction characters, an empty square for a
 * sign without a glyph. (A PDF/UA with a glyph missing is none, and another font would differ between machines.)
 */
export function showable(text: string): string {
  covered ??= commonCodePoints(fontFiles());
  const known = covered;
  const plain = printable(text.replace(/[\s\p{Zl}\p{Zp}]+/gu, (gap) => (gap.length === 1 && /[\u00a0\u202f]/.test(gap) ? gap : ' '))); // prettier-ignore
  return Array.from(plain, (sign) => {
    if (known.has(sign.codePointAt(0)!)) return sign;
    return /\p{M}/u.test(sign) ? '' : REPLACEMENT;
  }).join('');
}

/** A heading, which PDF/UA does not allow to be empty: cut where long, a dash where there is nothing. */
export const headingText = (text: string): PdfText => breakable(shortened(text, 300).trim() || ABSENT);

/** Showable text, cut with an ellipsis where it is longer than a number of characters. */
export function shortened(text: string, most: number): string {
  const signs = Array.from(showable(text));
  return signs.length <= most
    ? signs.join('')
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** Text of a head: as breakable text, but a word with a hyphen that fits a line stays whole: `ÖJ-användare`. */
export function headText(text: string): PdfText {
  const plain = showable(text);
  if (!/\S-\S/.test(plain)) return breakable(plain);
  return plain.split(/(?<= )/).flatMap((word) => {
    const [whole, after] = [word.trimEnd(), word.endsWith(' ') ? [' '] : []];
    return /\S-\S/.test(whole) && whole.length <= 16 ? [[whole], ...after] : breakable(word);
  });
}

/** Text for the template: showable, and long words in pieces, so that none runs out of its column. */
export function breakable(text: string): PdfText {
  const plain = showable(text);
  const runs: (string | string[])[] = [];
  let from = 0;
  for (const { 0: word, index } of plain.matchAll(LONG_WORD)) {
    if (index > from) runs.push(plain.slice(from, index));
    runs.push(word.match(PIECE) ?? []);
    from = index + word.length;
  }
  return runs.length === 0 ? plain : from < plain.length ? [...runs, plain.slice(from)] : runs;
}
