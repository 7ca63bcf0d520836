import { clean } from '../readers/text.js';
import { windows1252Bytes } from './windows-1252.js';

const NOT_ASCII = /[^\p{ASCII}]/u;

/** A letter that a conversion of encodings has lost: U+FFFD, or the question mark that some programs write for it. */
export const LOST_LETTER = /[\ufffd?]/;

/** `GÃ¶teborg` is `Göteborg`: UTF-8 that was read as Windows-1252, once or twice; any other text stays as it is. */
export function repairEncoding(text: string): string {
  let repaired = text;
  for (let times = 0; times < 2 && NOT_ASCII.test(repaired); times++) {
    const raw = Array.from(repaired, (c) => windows1252Bytes.get(c));
    if (!raw.every((b) => b !== undefined)) break;
    try {
      repaired = new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(raw));
    } catch {
      break;
    }
  }
  return clean(repaired);
}

/** The words of a text in lower case: runs of letters, digits and lost letters. */
export const wordsOf = (text: string): string[] =>
  clean(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}\ufffd?]+/u)
    .filter(Boolean);

/** How names are compared: their words without anything between, so that `Upplands-Väsby` is `Upplands Väsby`. */
export const keyOf = (text: string): string => wordsOf(text).join('');

/**
 * The ways to compare the words of a text: all of them as one name, or a city and a district with a space between
 * (`stockholm bromma`), since `Södermalm` is not Malmö's Söder.
 */
export const keysOf = (words: readonly string[]): string[] => [
  words.join(''),
  ...words.slice(1).map((_, i) => `${words.slice(0, i + 1).join('')} ${words.slice(i + 1).join('')}`),
];

/** Letters without their marks: å and ä as a, ö as o. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');

/** Whether `found` is `name` with no other change than lost marks: `malmo` of `malmö`, but not `måla` of `malå`. */
export function isMarksLost(found: string, name: string): boolean {
  const [a, b] = [Array.from(found), Array.from(name)];
  return a.length === b.length && a.every((c, i) => c === b[i] || c === withoutMarks(b[i]!));
}

/** What names with lost letters may have been: each run of them is one or two letters outside ASCII. */
export const lostLetterPattern = (key: string): RegExp =>
  new RegExp(`^${key.replace(/[\ufffd?]+/g, '[^\\x00-\\x7f?\ufffd]{1,2}')}$`, 'u');
