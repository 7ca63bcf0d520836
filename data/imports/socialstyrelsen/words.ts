import { clean } from '../../readers/text.js';

/** Words that say nothing of what a column measures. */
const STOP = new Set(
  (
    'och i på för att en ett med till av från som mellan den det de är om vid alla samtliga har minst enskilda ' +
    'ärenden aktuell aktuellt andel procent kommunen kommuner år o inom hos gemensam fråga 2016'
  ).split(' '),
);

/** Text for comparing: lower case, dashes and other marks as spaces, `24 år och äldre` and `24+` alike. */
export function normalise(text: string): string {
  return clean(text)
    .toLowerCase()
    .replace(/\bbarn-\s+och\s+/g, 'barn och ')
    .replace(/över\s+24/g, '24+')
    .replace(/(\d+)\s*(?:år\s+)?(?:och|eller)\s+äldre/g, '$1+')
    .replace(/(\d+)\s*[-–]\s*(\d+)/g, '$1_$2')
    .replace(/[^\p{L}\p{N}_+]+/gu, ' ')
    .trim();
}

/** The words that carry meaning, each once. */
export const tokens = (text: string): string[] => [
  ...new Set(
    normalise(text)
      .split(' ')
      .filter((t) => t !== '' && !STOP.has(t)),
  ),
];

/** Two words are the same but for their ending: `primärvård` and `primärvården`, `läkemedelsgenomg` and `läkemedelsgenomgång`. */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4 || !long.startsWith(short)) return false;
  return long.length - short.length <= 4 || short.length >= 12;
}

/** The share of `wanted` that `given` has. */
export function coverage(wanted: readonly string[], given: readonly string[]): number {
  if (wanted.length === 0) return 0;
  return wanted.filter((w) => given.some((g) => sameWord(w, g))).length / wanted.length;
}

/** Dice's coefficient of two lists of words: 1 the same words, 0 none in common. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  return (coverage(a, b) * a.length + coverage(b, a) * b.length) / (a.length + b.length);
}
