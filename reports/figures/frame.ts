import { messages, type Lang } from '../locales/language.js';
import { palette } from './palette.js';
import type { Pixels } from './pixels.js';
import { fitLines } from './text-fit.js';
import { estimateTextWidth } from './text-metrics.js';

/** Width in pixels between the paddings of every figure. */
export const CONTENT_WIDTH = 720;
export const PADDING = { left: 44, right: 16, top: 16, bottom: 6 } as const;

/** The left edge of what stands outside the panels: titles, keys and labels. */
export const LEFT = -PADDING.left + 4;

/** What stands around a figure. */
export interface FigureOptions {
  readonly lang: Lang;
  /** Stamps the picture: the data are simulated. */
  readonly synthetic: boolean;
  /** Confidence level of the bands, 0.95 by default. */
  readonly level?: number;
  /** Where the data come from, for the source line. */
  readonly source?: string;
  /** The whole source line, for published facts that are no calculations of ours. */
  readonly sourceLine?: string;
}

const TITLE_SIZE = 15;
const TITLE_LINE = 19;
const STAMP_HEIGHT = 22;
const KEY_HEIGHT = 30;

/** What surrounds the drawing: title and stamp above, source below, with the height of the upper part. */
export interface Frame {
  readonly headerHeight: number;
  /** Where the key's row has its middle, counted from the drawing's upper edge. */
  readonly keyY: number;
  /** Draws it; places are counted from the drawing's upper left corner, the header above it. */
  readonly paint: (pixels: Pixels, bottom: number) => void;
}

/** The frame of a figure. `gap` is the room between the key and the drawing. */
export function frame(title: string, gap: number, options: FigureOptions): Frame {
  const { figures } = messages(options.lang);
  const stampWidth = options.synthetic ? estimateTextWidth(figures.syntheticStamp, 12, true) + 24 : 0;
  const room = CONTENT_WIDTH - LEFT - (stampWidth > 0 ? stampWidth + 16 : 0);
  const lines = fitLines(title, room, TITLE_SIZE, 4, true);
  const titleHeight = Math.max(lines.length * TITLE_LINE, options.synthetic ? STAMP_HEIGHT : 0);
  const headerHeight = titleHeight + KEY_HEIGHT + gap;
  const top = -headerHeight;
  const paint = (pixels: Pixels, bottom: number) => {
    lines.forEach((line, i) => {
      const look = { size: TITLE_SIZE, bold: true, color: palette.ink };
      pixels.text(LEFT, top + i * TITLE_LINE + TITLE_SIZE / 2, line, look);
    });
    if (options.synthetic) stamp(pixels, CONTENT_WIDTH - stampWidth, top, stampWidth, figures.syntheticStamp);
    for (const line of fitLines(sourceText(options), CONTENT_WIDTH - LEFT, 10, 1))
      pixels.text(LEFT, bottom + 11, line, { color: palette.muted });
  };
  return { headerHeight, keyY: top + titleHeight + 14, paint };
}

function stamp(pixels: Pixels, x: number, y: number, width: number, words: string): void {
  const look = { fill: palette.stamp, stroke: palette.stampInk, strokeWidth: 1, opacity: 1 };
  pixels.rect(x, y, width, STAMP_HEIGHT, look);
  const ink = { size: 12, bold: true, align: 'center', color: palette.stampInk } as const;
  pixels.text(x + width / 2, y + STAMP_HEIGHT / 2, words, ink);
}

function sourceText({ lang, synthetic, source, sourceLine }: FigureOptions): string {
  const { figures } = messages(lang);
  if (synthetic) return figures.sourceSynthetic;
  return sourceLine ?? figures.source(source ?? figures.sourceUnknown);
}

/** Height in pixels that the source line takes under the drawing. */
export const FOOTER_HEIGHT = 24;
