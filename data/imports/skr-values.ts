import type { SheetCell } from './sheet.js';

/** A flag's cell: yes, no, a cross, nothing, `unknown` where it says that there is no answer, or something else. */
export type FlagCell = 'yes' | 'no' | 'cross' | 'blank' | 'unknown' | 'unreadable';

const words: ReadonlyMap<string, FlagCell> = new Map([
  ...of('yes', '1', '1,0', '1.0', 'ja', 'j', 'sant', 'true', 'yes', 'y'),
  ...of('no', '0', '0,0', '0.0', 'nej', 'n', 'falskt', 'false', 'no'),
  ...of('cross', 'x', '✓', '✔', '√', '☒', '☑'),
  ...of(
    'unknown',
    '-',
    '–',
    '.',
    '..',
    'vet ej',
    'vet inte',
    'kan inte svara',
    'uppgift saknas',
    'bortfall',
    'ej svar',
  ),
  ...of('blank', ''),
]);

function of(kind: FlagCell, ...texts: string[]): [string, FlagCell][] {
  return texts.map((text) => [text, kind]);
}

export function flagOf(cell: SheetCell): FlagCell {
  if (cell.error !== null) return 'unreadable';
  if (typeof cell.value === 'boolean') return cell.value ? 'yes' : 'no';
  return words.get(cell.text.toLowerCase()) ?? 'unreadable';
}

/** Whether a text may be a flag. */
export const isFlagText = (text: string): boolean => words.has(text.toLowerCase());

/**
 * A flag as `survey.csv` has it. A blank beside crosses is a no where its row has a cross or any other answer, for then the form was
 * filled in; elsewhere it is no answer.
 */
export function answerOf(
  cell: FlagCell,
  row: { readonly crosses: boolean; readonly isAnswered: boolean },
): '1' | '0' | '' {
  if (cell === 'yes' || cell === 'cross') return '1';
  if (cell === 'no') return '0';
  return cell === 'blank' && row.crosses && row.isAnswered ? '0' : '';
}

export const isAnswer = (cell: FlagCell): boolean => cell === 'yes' || cell === 'no' || cell === 'cross';
