import { formatLevel } from '../locales/format.js';
import { messages } from '../locales/language.js';
import { LEFT, type FigureOptions } from './frame.js';
import { palette } from './palette.js';
import type { Pixels } from './pixels.js';
import { estimateTextWidth } from './text-metrics.js';

const SAMPLE = 26;
const TEXT_SIZE = 11;

/** The looks of what a panel shows: lines differ in dash and width as well as in colour. */
export const trendLooks = {
  band: { color: palette.mean, opacity: 0.18 },
  mean: { color: palette.mean, strokeWidth: 2, strokeDash: [1, 0] },
  dot: { color: palette.mean, filled: true, size: 34 },
  ols: { color: palette.ols, strokeWidth: 1.2, strokeDash: [6, 4] },
  theilSen: { color: palette.theilSen, strokeWidth: 1.8, strokeDash: [1.5, 3] },
} as const;

/** The key of a figure of small multiples, in one row whose middle is at `y`: each sample beside its words. */
export function multiplesKey(pixels: Pixels, y: number, options: FigureOptions): void {
  const { figures } = messages(options.lang);
  const line = (look: (typeof trendLooks)['mean' | 'ols' | 'theilSen']) => (x: number) =>
    pixels.rule(x, y, x + SAMPLE, y, look);
  const items: readonly (readonly [string, (x: number) => unknown])[] = [
    [figures.mean, (x) => line(trendLooks.mean)(x).point(x + SAMPLE / 2, y, trendLooks.dot)],
    [
      figures.band(formatLevel(options.level ?? 0.95, options.lang)),
      (x) => pixels.band(x, y - 5, SAMPLE, 10, trendLooks.band),
    ],
    [figures.ols, line(trendLooks.ols)],
    [figures.theilSen, line(trendLooks.theilSen)],
  ];
  let x = LEFT;
  for (const [words, sample] of items) {
    sample(x);
    pixels.text(x + SAMPLE + 6, y, words, { size: TEXT_SIZE, color: palette.muted });
    x += SAMPLE + 6 + estimateTextWidth(words, TEXT_SIZE) + 20;
  }
}
