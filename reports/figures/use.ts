import { purposes, skrUse } from '../../data/codebook/skr-2019.js';
import { formatNumber } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import type { SkrFigure } from './definition.js';
import { type Drawn, pixelDrawing } from './drawn.js';
import { CONTENT_WIDTH, LEFT, type FigureOptions } from './frame.js';
import { palette } from './palette.js';
import type { Pixels } from './pixels.js';
import { wrapText } from './text-metrics.js';

const LABELS = 152;
const GAP = 20;
const ROW = 22;
const NUMBER = 24;

/**
 * What the results were used for, by area (the report's table 3): one panel of bars per purpose with the percent
 * at their ends. Published facts: never stamped, whatever the results are.
 */
export function drawUse(figure: SkrFigure, options: FigureOptions): Drawn {
  const { lang } = options;
  const { figures } = messages(lang);
  const drawing = pixelDrawing(figure.title[lang], publishedOptions(options, 3), (pixels, { keyY }) => {
    pixels.text(LEFT, keyY, figures.shareOfRespondents, { size: 11, color: palette.muted });
    return panels(pixels, lang);
  });
  const rows = skrUse().map(({ area, shares }) => {
    const parts = purposes.map((p) => `${term(figures.purposes, p)} ${formatNumber(shares[p], lang)}`);
    return `${term(figures.skrAreas, area)}: ${parts.join(', ')}.`;
  });
  return {
    drawing,
    description: [`${figure.title[lang]}.`, `${figures.shareOfRespondents}.`, ...rows].join(' '),
  };
}

/** The options of a figure of published facts: no stamp, and their own source. */
export const publishedOptions = (options: FigureOptions, table: number): FigureOptions => ({
  ...options,
  synthetic: false,
  sourceLine: messages(options.lang).figures.skrSource(table),
});

function panels(pixels: Pixels, lang: Lang): number {
  const { figures } = messages(lang);
  const rows = skrUse();
  const width = (CONTENT_WIDTH - LABELS - GAP * purposes.length) / purposes.length;
  const left = (i: number) => LABELS + GAP + i * (width + GAP);
  const heads = purposes.map((p) => wrapText(capital(term(figures.purposes, p)), width + GAP - 6, 11, true));
  const lines = Math.max(...heads.map((h) => h.length));
  heads.forEach((head, i) =>
    head.forEach(
      (line, k) =>
      pixels.text(left(i), 6 + (lines - head.length + k) * 14, line, { size: 11, bold: true, color: palette.ink }), // prettier-ignore
    ),
  );
  const top = lines * 14 + 6;
  rows.forEach(({ area, shares }, r) => {
    const y = top + r * ROW + ROW / 2;
    pixels.text(LEFT, y, term(figures.skrAreas, area), { size: 11, color: palette.ink });
    purposes.forEach((purpose, i) => {
      const length = ((width - NUMBER) * shares[purpose]) / 100;
      const fill = purpose === 'inte_alls' ? palette.axis : palette.mean;
      pixels.rect(left(i), y - 7, length, 14, { fill }, { area, purpose, percent: shares[purpose] });
      pixels.text(left(i) + length + 4, y, formatNumber(shares[purpose], lang), { size: 11, color: palette.ink }); // prettier-ignore
    });
  });
  const bottom = top + rows.length * ROW;
  purposes.forEach((_, i) =>
    pixels.rule(left(i), top, left(i), bottom, { color: palette.muted, strokeWidth: 1 }),
  );
  return bottom + 8;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
