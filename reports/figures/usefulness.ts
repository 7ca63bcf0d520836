import { skrUsefulness, type Usefulness, usefulness } from '../../data/codebook/skr-2019.js';
import { formatNumber } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import type { SkrFigure } from './definition.js';
import { type Drawn, type PixelFrame, pixelDrawing } from './drawn.js';
import { CONTENT_WIDTH, LEFT, type FigureOptions } from './frame.js';
import { palette } from './palette.js';
import type { Pixels } from './pixels.js';
import { estimateTextWidth } from './text-metrics.js';
import { publishedOptions } from './use.js';

const LABELS = 152;
const ROW = 26;
const BAR = 18;
/** The same for every part of every bar. */
const PIXELS_PER_PERCENT = 2.72;
/** Where great use ends and little use begins, and where those who do not know stand apart. */
const MIDDLE = LABELS + 18 + 81 * PIXELS_PER_PERCENT;
const UNKNOWN = CONTENT_WIDTH - 32 * PIXELS_PER_PERCENT;

/**
 * How useful the results were found, by area (the report's table 4): great use to the left of the middle, little to the
 * right, each part with its percent, and those who do not know apart. Published facts: never stamped.
 */
export function drawUsefulness(figure: SkrFigure, options: FigureOptions): Drawn {
  const { lang } = options;
  const { figures } = messages(lang);
  const drawing = pixelDrawing(figure.title[lang], publishedOptions(options, 4), (pixels, outer) => {
    key(pixels, outer, lang);
    return bars(pixels, lang);
  });
  const rows = skrUsefulness().map(({ area, shares }) => {
    const parts = usefulness.map((u) => `${term(figures.usefulness, u)} ${formatNumber(shares[u], lang)}`);
    return `${term(figures.skrAreas, area)}: ${parts.join(', ')}.`;
  });
  return {
    drawing,
    description: [`${figure.title[lang]}.`, `${figures.shareOfRespondents}.`, ...rows].join(' '),
  };
}

function bars(pixels: Pixels, lang: Lang): number {
  const { figures } = messages(lang);
  const rows = skrUsefulness();
  rows.forEach(({ area, shares }, r) => {
    const y = r * ROW + ROW / 2;
    const length = (answer: Usefulness) => shares[answer] * PIXELS_PER_PERCENT;
    pixels.text(LEFT, y, term(figures.skrAreas, area), { size: 11, color: palette.ink });
    const great = MIDDLE - length('ganska_stor');
    const little = MIDDLE + length('ganska_liten');
    const parts: [Usefulness, number, 'left' | 'right'][] = [
      ['mycket_stor', great - length('mycket_stor'), 'left'],
      ['ganska_stor', great, 'left'],
      ['ganska_liten', MIDDLE, 'right'],
      ['ingen_alls', little, 'right'],
      ['vet_inte', UNKNOWN, 'right'],
    ];
    for (const [answer, x, outside] of parts)
      part(pixels, { answer, area, percent: shares[answer], x, y, outside }, lang);
  });
  const bottom = rows.length * ROW;
  for (const x of [MIDDLE, UNKNOWN]) pixels.rule(x, 0, x, bottom, { color: palette.muted, strokeWidth: 1.2 });
  return bottom + 8;
}

interface Part {
  readonly answer: Usefulness;
  readonly area: string;
  readonly percent: number;
  readonly x: number;
  readonly y: number;
  /** The side on which the number stands where it has no room within. */
  readonly outside: 'left' | 'right';
}

function part(pixels: Pixels, { answer, area, percent, x, y, outside }: Part, lang: Lang): void {
  const { fill, ink } = palette.usefulness[answer];
  const length = percent * PIXELS_PER_PERCENT;
  if (percent > 0)
    pixels.rect(x, y - BAR / 2, length, BAR, { fill, stroke: palette.paper, strokeWidth: 1 }, { area, answer, percent }); // prettier-ignore
  const text = formatNumber(percent, lang);
  if (estimateTextWidth(text, 10.5, true) + 4 <= length)
    pixels.text(x + length / 2, y, text, { size: 10.5, bold: true, color: ink, align: 'center' });
  else if (outside === 'left')
    pixels.text(x - 4, y, text, { size: 10.5, color: palette.ink, align: 'right' });
  else pixels.text(x + length + 4, y, text, { size: 10.5, color: palette.ink });
}

function key(pixels: Pixels, { keyY }: PixelFrame, lang: Lang): void {
  const { figures } = messages(lang);
  let x = LEFT;
  for (const answer of usefulness) {
    const words = term(figures.usefulness, answer);
    pixels.rect(x, keyY - 6, 12, 12, { fill: palette.usefulness[answer].fill });
    pixels.text(x + 17, keyY, words, { size: 11, color: palette.muted });
    x += 17 + estimateTextWidth(words, 11) + 16;
  }
  pixels.text(x, keyY, `(${figures.shareOfRespondents})`, { size: 11, color: palette.muted });
}
