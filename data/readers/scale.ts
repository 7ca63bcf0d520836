import type { Item } from '../codebook/codebook.js';
import type { IndicatorType, MissingReason } from '../records.js';
import type { Delimiter } from './csv.js';
import { numberCure, parseNumber, wordOf } from './text.js';

/** An answer's cell, before it is held against the indicator's scale. */
export type AnswerCell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'word'; readonly code: 1 | 0.5 | 0 }
  | { readonly kind: 'number'; readonly code: number }
  | { readonly kind: 'missing'; readonly reason: MissingReason }
  | { readonly kind: 'text' };

const EMPTY: AnswerCell = { kind: 'empty' };
const TEXT: AnswerCell = { kind: 'text' };
const words: ReadonlyMap<string, AnswerCell> = new Map<string, AnswerCell>([
  ['', EMPTY],
  ['ja', { kind: 'word', code: 1 }],
  ['delvis', { kind: 'word', code: 0.5 }],
  ['nej', { kind: 'word', code: 0 }],
  ['ej aktuellt', { kind: 'missing', reason: 'ej-aktuellt' }],
  ['kan inte svara', { kind: 'missing', reason: 'kan-inte-svara' }],
]);

/** What an answer's cell holds: `Ja`, `Delvis`, `Nej`, `Ej aktuellt`, `Kan inte svara` in any case, or a number. */
export function parseAnswer(cell: string, delimiter: Delimiter): AnswerCell {
  const word = words.get(wordOf(cell));
  if (word) return word;
  const code = parseNumber(cell, delimiter);
  return code === null ? TEXT : { kind: 'number', code };
}

/**
 * The answers that an indicator takes. `two-step`: Ja and Nej, or 1 and 0. `three-step`: the words Ja, Delvis, Nej
 * only, since 1 may stand for Ja or for the middle of 0, 1, 2. The others: numbers, for `ordinal` the words too.
 */
export type Scale = 'two-step' | 'three-step' | 'ordinal' | 'share' | 'count';

/** The codebook's scale where it knows the indicator, else that of the indicator's type. */
export function scaleOf(type: IndicatorType, item: Item | null): Scale {
  if (item?.scale) return item.scale.includes('Delvis') ? 'three-step' : 'two-step';
  const kind = item?.type ?? type;
  return kind === 'binary' ? 'two-step' : kind;
}

/** Whether the scale takes the answer. */
export function accepts(scale: Scale, answer: AnswerCell): boolean {
  if (answer.kind === 'word') {
    return scale === 'three-step' || scale === 'ordinal' || (scale === 'two-step' && answer.code !== 0.5);
  }
  if (answer.kind !== 'number') return false;
  switch (scale) {
    case 'two-step':
      return answer.code === 0 || answer.code === 1;
    case 'three-step':
      return false;
    case 'ordinal':
      return true;
    case 'share':
      return answer.code >= 0 && answer.code <= 100;
    case 'count':
      return answer.code >= 0;
  }
}

const expectations: Record<Scale, string> = {
  'two-step': 'Ja or Nej (or 1 or 0)',
  'three-step': 'Ja, Delvis or Nej',
  ordinal: 'a number, or Ja, Delvis or Nej',
  share: 'a number from 0 to 100',
  count: 'a number of at least 0',
};

const MISSING_CURE = 'leave the cell empty and give a reason where the answer is missing';

/** Why the scale does not take the answer: the kind of problem, what it takes, and what to do. */
export function explainAnswer(
  scale: Scale,
  answer: AnswerCell,
  cell: string,
): { code: 'not-in-scale' | 'not-a-number' | 'out-of-range'; expected: string; cure: string } {
  const expected = expectations[scale];
  if (scale === 'two-step' || scale === 'three-step') {
    const cure =
      scale === 'three-step' && answer.kind === 'number'
        ? 'write the words: on a scale of three, 1 may mean Ja or Delvis'
        : `write one of them; ${MISSING_CURE}`;
    return { code: 'not-in-scale', expected, cure };
  }
  if (answer.kind !== 'number') {
    return { code: 'not-a-number', expected, cure: `${numberCure(cell)}; ${MISSING_CURE}` };
  }
  const cure = scale === 'share' ? 'write the share in percent' : 'correct the number';
  return { code: 'out-of-range', expected, cure: `${cure}; ${MISSING_CURE}` };
}
