import { formatLevel } from '../locales/format.js';
import { messages } from '../locales/language.js';
import { PADDING, type FigureOptions } from './frame.js';
import { type Json, pointAt, rectAt, strokeAt, textAt } from './layers.js';
import { palette } from './palette.js';
import { estimateTextWidth } from './text-metrics.js';

const SAMPLE = 26;
const TEXT_SIZE = 11;

/** Strokes of the two trend lines: differing in dash and width as well as in colour. */
export const trendStrokes = {
  ols: { color: palette.ols, strokeDash: [6, 4], strokeWidth: 1.2 },
  theilSen: { color: palette.theilSen, strokeDash: [1.5, 3], strokeWidth: 1.8 },
} as const;

/** The key of a figure of small multiples, in one row whose middle is at `y`: each sample beside its words. */
export function multiplesKey(y: number, options: FigureOptions): Json[] {
  const { figures } = messages(options.lang);
  const level = formatLevel(options.level ?? 0.95, options.lang);
  const items: [string, (x: number) => Json[]][] = [
    [
      figures.mean,
      (x) => [
        strokeAt(x, y, SAMPLE, { color: palette.mean, strokeWidth: 2 }),
        pointAt(x + SAMPLE / 2, y, { color: palette.mean, size: 34 }),
      ],
    ],
    [figures.band(level), (x) => [rectAt(x, y - 5, SAMPLE, 10, { color: palette.mean, opacity: 0.18 })]],
    [figures.ols, (x) => [strokeAt(x, y, SAMPLE, trendStrokes.ols)]],
    [figures.theilSen, (x) => [strokeAt(x, y, SAMPLE, trendStrokes.theilSen)]],
  ];
  let x = -PADDING.left + 4;
  return items.flatMap(([words, sample]) => {
    const at = x;
    x += SAMPLE + 6 + estimateTextWidth(words, TEXT_SIZE) + 20;
    return [
      ...sample(at),
      textAt(at + SAMPLE + 6, y - 5, [words], { fontSize: TEXT_SIZE, color: palette.muted }),
    ];
  });
}
