import type { MissingReason } from '../../records.js';
import { parseNumber, wordOf } from '../../readers/text.js';
import type { SheetCell } from '../sheet.js';

/** What one cell of a table says by itself, before the column's scale is known. */
export type Token =
  | { readonly kind: 'word'; readonly answer: 'Ja' | 'Delvis' | 'Nej' }
  /** `marked`: written as a percentage, and then `value` is in percent. */
  | { readonly kind: 'number'; readonly value: number; readonly marked: boolean }
  | { readonly kind: 'missing'; readonly reason: MissingReason }
  | { readonly kind: 'blank' }
  | { readonly kind: 'text' }
  | { readonly kind: 'error' };

const answers: ReadonlyMap<string, 'Ja' | 'Delvis' | 'Nej'> = new Map([
  ['ja', 'Ja'],
  ['delvis', 'Delvis'],
  ['nej', 'Nej'],
]);

/**
 * The signs for "no answer" and the reasons that they stand for, unless the mapping says otherwise. `-` and `.` mean different things in
 * different workbooks: they are `okand`, or `bortfall` where the whole row has no answer.
 */
const missingSigns: Readonly<Record<string, MissingReason>> = {
  '-': 'okand',
  '–': 'okand',
  '—': 'okand',
  '.': 'okand',
  '..': 'undertryckt',
  x: 'undertryckt',
  'för få svar': 'undertryckt',
  'redovisas inte': 'undertryckt',
  'redovisas ej': 'undertryckt',
  'uppgift saknas': 'bortfall',
  saknas: 'bortfall',
  bortfall: 'bortfall',
  'ej svar': 'bortfall',
  'ej svarat': 'bortfall',
  'ej aktuellt': 'ej-aktuellt',
  'inte aktuellt': 'ej-aktuellt',
  'kan inte svara': 'kan-inte-svara',
  'kan ej svara': 'kan-inte-svara',
  'vet ej': 'kan-inte-svara',
  'vet inte': 'kan-inte-svara',
};

/** Reads a cell; `signs` (lower case) are the mapping's own and come first. */
export function readToken(cell: SheetCell, signs: Readonly<Record<string, MissingReason>> = {}): Token {
  if (cell.error !== null) return { kind: 'error' };
  if (cell.text === '') return { kind: 'blank' };
  const word = wordOf(cell.text);
  const reason = Object.hasOwn(signs, word)
    ? signs[word]
    : Object.hasOwn(missingSigns, word)
      ? missingSigns[word]
      : null;
  if (reason) return { kind: 'missing', reason };
  const answer = answers.get(word);
  if (answer) return { kind: 'word', answer };
  const percent = /^(.*?)\s*%$/.exec(cell.text)?.[1];
  if (typeof cell.value === 'number')
    return percent === undefined
      ? { kind: 'number', value: cell.value, marked: false }
      : { kind: 'number', value: tidy(cell.value * 100), marked: true };
  const value = parseNumber(percent ?? cell.text, ';');
  return value === null ? { kind: 'text' } : { kind: 'number', value, marked: percent !== undefined };
}

/** Without the noise that a multiplication by 100 adds: 0.57 is 57, not 56.99999999999999. */
export const tidy = (x: number): number => Number(x.toPrecision(12));
