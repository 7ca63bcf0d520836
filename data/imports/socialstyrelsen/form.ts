import type { IndicatorType } from '../../records.js';
import type { Token } from './answers.js';

/** How a column writes its answers. */
export const forms = ['words', '1/0', '2/1/0', 'colours', 'percent', 'fraction', 'number'] as const;
export type Form = (typeof forms)[number];

/** What an indicator's answers can be: two or three words, a share, or a number. */
export type Answers = 'two-step' | 'three-step' | 'share' | 'number';

export const answersOf = (item: { type: IndicatorType; scale: readonly string[] | null }): Answers =>
  item.scale
    ? item.scale.includes('Delvis')
      ? 'three-step'
      : 'two-step'
    : item.type === 'binary'
      ? 'two-step'
      : item.type === 'share'
        ? 'share'
        : 'number';

/** Why a column has no form: the printed report has the words. */
export type Refusal =
  | 'other-text'
  | 'no-answers'
  | 'colours-for-number'
  | 'words-and-numbers'
  | 'words-for-number'
  | 'percent-for-words'
  | 'not-1-0'
  | 'not-2-1-0'
  | 'only-1-0'
  | 'outside-0-100'
  | 'mixed-percent'
  | 'nothing-above-1';

export type FormFound = { readonly form: Form } | { readonly refused: Refusal };

/** The share of coloured cells from which a column without any text is read by its colours. */
const COLOURED = 0.5;

/**
 * The form of a column, decided by all of its cells together and never by one. Refused where the cells allow two readings, or hold something else
 * than answers.
 *
 * Numbers of two-step questions must be 1 and 0; of three-step ones 2, 1 and 0 with at least one 2, since a lone 1 may mean Ja or Delvis. Shares
 * are percent where a sign says so or any is above 1; fractions where at least three lie between 0 and 1 and none is above.
 */
export function formOf(cells: readonly Token[], coloured: number, answers: Answers): FormFound {
  const words = cells.filter((c) => c.kind === 'word').length;
  const numbers = cells.filter((c) => c.kind === 'number');
  const other = cells.filter((c) => c.kind === 'text').length;
  const said = words + numbers.length + other;
  if (other > said * 0.1) return { refused: 'other-text' };
  if (said === 0)
    return coloured >= cells.length * COLOURED && coloured > 0
      ? answers === 'two-step' || answers === 'three-step'
        ? { form: 'colours' }
        : { refused: 'colours-for-number' }
      : { refused: 'no-answers' };
  if (answers === 'two-step' || answers === 'three-step') {
    if (words > numbers.length) return { form: 'words' };
    if (words > 0) return { refused: 'words-and-numbers' };
    return steps(numbers, answers);
  }
  if (words > 0) return { refused: 'words-for-number' };
  return answers === 'share' ? share(numbers) : { form: 'number' };
}

type NumberToken = Extract<Token, { kind: 'number' }>;

function steps(numbers: readonly NumberToken[], answers: Answers): FormFound {
  if (numbers.some((n) => n.marked)) return { refused: 'percent-for-words' };
  const values = new Set(numbers.map((n) => n.value));
  const within = (...allowed: number[]) => [...values].every((v) => allowed.includes(v));
  if (answers === 'two-step') return within(0, 1) ? { form: '1/0' } : { refused: 'not-1-0' };
  if (!within(0, 1, 2)) return { refused: 'not-2-1-0' };
  return values.has(2) ? { form: '2/1/0' } : { refused: 'only-1-0' };
}

function share(numbers: readonly NumberToken[]): FormFound {
  if (numbers.some((n) => n.value < 0 || n.value > 100)) return { refused: 'outside-0-100' };
  const bare = numbers.filter((n) => !n.marked);
  if (bare.length === 0 || bare.some((n) => n.value > 1)) return { form: 'percent' };
  const between = bare.filter((n) => n.value > 0 && n.value < 1).length;
  if (bare.length < numbers.length) return { refused: 'mixed-percent' };
  return between >= 3 ? { form: 'fraction' } : { refused: 'nothing-above-1' };
}
