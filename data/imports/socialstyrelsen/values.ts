import type { MissingReason } from '../../records.js';
import type { SheetCell } from '../sheet.js';
import { readToken, tidy, type Token } from './answers.js';
import { meaningOfHue, type ColourMeaning } from './colours.js';
import type { Answers, Form } from './form.js';

/** What a cell came to: an answer, a reason, nothing at all, or something that its column does not take. */
export type Value =
  | { readonly kind: 'answer'; readonly answer: string }
  | { readonly kind: 'reason'; readonly reason: MissingReason }
  /** Blank, or a sign that says no more than that: `bortfall` where the whole row is so, else `okand`. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'wrong'; readonly expected: string };

export interface ValueContext {
  readonly signs: Readonly<Record<string, MissingReason>>;
  /** Colours that a legend explains, by RRGGBB. */
  readonly legend: ReadonlyMap<string, ColourMeaning>;
}

const expectedBy: Readonly<Record<Form, string>> = {
  words: 'Ja, Delvis or Nej',
  '1/0': '1 or 0',
  '2/1/0': '2, 1 or 0',
  colours: 'green, yellow or red',
  percent: 'a percentage from 0 to 100',
  fraction: 'a fraction from 0 to 1',
  number: 'a number',
};

/** Reads one cell by the form of its column. */
export function readValue(cell: SheetCell, form: Form, answers: Answers, context: ValueContext): Value {
  const token = readToken(cell, context.signs);
  if (token.kind === 'missing')
    return token.reason === 'okand' ? { kind: 'nothing' } : { kind: 'reason', reason: token.reason };
  if (token.kind === 'blank' && form !== 'colours') return { kind: 'nothing' };
  const answer = form === 'colours' ? ofColour(cell, token, context) : ofToken(token, form);
  if (answer !== null && typeof answer === 'object') return answer;
  const expected =
    answers === 'two-step'
      ? expectedBy[form].replace('Ja, Delvis or Nej', 'Ja or Nej').replace('yellow or ', 'or ')
      : expectedBy[form];
  if (answer === null || (answer === 'Delvis' && answers === 'two-step')) return { kind: 'wrong', expected };
  return { kind: 'answer', answer };
}

function ofColour(cell: SheetCell, token: Token, { legend }: ValueContext): string | Value | null {
  if (token.kind !== 'blank') return token.kind === 'word' ? token.answer : null;
  if (cell.fill === null) return { kind: 'nothing' };
  const meaning = legend.get(cell.fill) ?? meaningOfHue(cell.fill);
  if (meaning === 'bortfall' || meaning === 'ej-aktuellt') return { kind: 'reason', reason: meaning };
  return meaning ?? (isGrey(cell.fill) ? { kind: 'nothing' } : null);
}

/** White and the greys say nothing, unless a legend says what. */
const isGrey = (rgb: string): boolean => {
  const parts = [0, 2, 4].map((i) => parseInt(rgb.slice(i, i + 2), 16));
  return Math.max(...parts) - Math.min(...parts) < 0.12 * Math.max(...parts, 1);
};

function ofToken(token: Token, form: Form): string | null {
  if (form === 'words') return token.kind === 'word' ? token.answer : null;
  if (token.kind !== 'number') return null;
  const { value, marked } = token;
  switch (form) {
    case '1/0':
      return value === 1 ? 'Ja' : value === 0 ? 'Nej' : null;
    case '2/1/0':
      return value === 2 ? 'Ja' : value === 1 ? 'Delvis' : value === 0 ? 'Nej' : null;
    case 'percent':
      return value >= 0 && value <= 100 ? String(tidy(value)) : null;
    case 'fraction': {
      const percent = marked ? value : value * 100;
      return percent >= 0 && percent <= 100 ? String(tidy(percent)) : null;
    }
    case 'number':
    case 'colours':
      return String(tidy(value));
  }
}
