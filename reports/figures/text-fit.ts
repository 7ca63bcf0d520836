import { estimateTextWidth, wrapText } from './text-metrics.js';

/** Signs of a label that any figure can hold; the rest of a longer one is never measured. */
const LONGEST = 400;

/** A label for drawing: on one line, without signs that draw nothing or turn the text around. */
export const plainLabel = (text: string): string =>
  text
    .slice(0, LONGEST)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim();

/** A text cut with an ellipsis to `width` pixels. */
export function clipText(text: string, width: number, size: number, bold = false): string {
  const label = plainLabel(text);
  if (text.length <= LONGEST && estimateTextWidth(label, size, bold) <= width) return label;
  const signs = Array.from(label);
  while (signs.length > 0 && estimateTextWidth(`${signs.join('')}…`, size, bold) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** A text broken at spaces into at most `most` lines of `width` pixels; the last ends with an ellipsis where it was cut. */
export function fitLines(text: string, width: number, size: number, most: number, bold = false): string[] {
  const label = plainLabel(text);
  const lines = wrapText(label, width, size, bold);
  const kept = lines.slice(0, most).map((line) => clipText(line, width, size, bold));
  const whole = lines.length <= most && text.length <= LONGEST;
  if (whole || kept.length === 0 || kept.at(-1)!.endsWith('…')) return kept;
  return [...kept.slice(0, -1), clipText(`${kept.at(-1)!}…`, width, size, bold)];
}
