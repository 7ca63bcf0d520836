import { estimateTextWidth } from '../figures/text-metrics.js';
import { spannedCells } from './spans.js';
import type { Grid } from './table.js';

/** The room of a column's text, in points: what its longest word needs, and what its longest line would take. */
export interface ColumnNeed {
  readonly least: number;
  readonly most: number;
}

/** Longer words are broken, and longer lines wrapped, whatever the room. */
const LONGEST_WORD = 110;
const LONGEST_LINE = 300;
/** Longer texts are not measured whole. */
const MEASURED = 2000;

/** A thin or fixed space does not break: a number is one word. */
const words = (text: string): string[] => text.slice(0, MEASURED).split(/[ \n]/);

/** The width in points of the longest word of a text. */
export const longestWord = (text: string, size: number, bold = false): number =>
  words(text).reduce((most, word) => Math.max(most, estimateTextWidth(word, size, bold)), 0);

/** Lines that a text takes in a column of a width in points; a little generous. */
export const lineCount = (text: string, size: number, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((1.1 * estimateTextWidth(line, size)) / width)), 0); // prettier-ignore

/**
 * What the columns of a grid need at a font size in points, with padding; the words of its heads count in full, or,
 * `hyphenated`, with a little more than the half of each.
 */
export function columnNeeds(
  { head, rows }: Grid,
  size: number,
  padding: number,
  hyphenated = false,
): ColumnNeed[] {
  const cells = rows.flatMap((row) => spannedCells(row, head.length)).filter(({ span }) => span === 1);
  return head.map((title, c) => {
    const own = cells.filter(({ column }) => column === c);
    const lines = own.flatMap(({ text }) => text.slice(0, MEASURED).split('\n'));
    const widest = (list: readonly string[]) =>
      list.reduce((most, text) => Math.max(most, estimateTextWidth(text, size)), 0);
    const headWord = longestWord(title, size, true) * (hyphenated ? 0.62 : 1);
    const word = Math.max(widest(lines.flatMap(words)), headWord, size);
    const line = Math.max(widest(lines), Math.min(estimateTextWidth(title, size, true), 2 * headWord), word);
    return { least: Math.min(word, LONGEST_WORD) + padding, most: Math.min(line, LONGEST_LINE) + padding };
  });
}

/**
 * Widths that fill at most a given room: each column its longest line where all fit, else its longest word and a
 * share of the rest in proportion to what it lacks. Where not even the words fit, all shrink alike.
 */
export function columnWidths(needs: readonly ColumnNeed[], room: number): number[] {
  const [least, most] = [total(needs, 'least'), total(needs, 'most')];
  if (most <= room) return needs.map((need) => need.most);
  if (least >= room) return needs.map((need) => (need.least * room) / least);
  const share = (room - least) / (most - least);
  return needs.map((need) => need.least + (need.most - need.least) * share);
}

export const total = (needs: readonly ColumnNeed[], key: keyof ColumnNeed): number =>
  needs.reduce((sum, need) => sum + need[key], 0);
