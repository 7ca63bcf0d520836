import { messages, type Lang } from '../locales/language.js';
import { type Json, rectAt, textAt } from './layers.js';
import { palette } from './palette.js';
import { fitLines } from './text-fit.js';
import { estimateTextWidth } from './text-metrics.js';

/** Width in pixels between the paddings of every figure. */
export const CONTENT_WIDTH = 720;
export const PADDING = { left: 44, right: 16, top: 16, bottom: 6 } as const;

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

/** What surrounds the panels: title, stamp, key above and source below, with the height of the upper part. */
export interface Frame {
  readonly headerHeight: number;
  /** Layers for the first panel; places are counted from its upper left corner, the header above it. */
  readonly layers: (key: readonly Json[], bottom: number) => Json[];
  /** Where the key's row has its middle, counted from the first panel's upper edge. */
  readonly keyY: number;
}

/**
 * The frame of a figure. `gap` is the room that the first panel needs above itself (its own titles). The parts
 * are layers of the first panel placed outside it, since a concatenation of views has no layers of its own.
 */
export function frame(title: string, gap: number, options: FigureOptions): Frame {
  const { figures } = messages(options.lang);
  const left = -PADDING.left + 4;
  const stampWidth = options.synthetic ? estimateTextWidth(figures.syntheticStamp, 12, true) + 24 : 0;
  const room = CONTENT_WIDTH - left - (stampWidth > 0 ? stampWidth + 16 : 0);
  const lines = fitLines(title, room, TITLE_SIZE, 4, true);
  const titleHeight = Math.max(lines.length * TITLE_LINE, options.synthetic ? STAMP_HEIGHT : 0);
  const keyHeight = 30;
  const headerHeight = titleHeight + keyHeight + gap;
  const top = -headerHeight;
  const bold = { fontWeight: 'bold', fontSize: 12, align: 'center', color: palette.stampInk } as const;
  const stampX = CONTENT_WIDTH - stampWidth;
  const stamp = options.synthetic
    ? [
        rectAt(stampX, top, stampWidth, STAMP_HEIGHT, { fill: palette.stamp, stroke: palette.stampInk }),
        textAt(stampX + stampWidth / 2, top + 6, [figures.syntheticStamp], bold),
      ]
    : [];
  const source = options.synthetic
    ? figures.sourceSynthetic
    : (options.sourceLine ?? figures.source(options.source ?? figures.sourceUnknown));
  const sourceLines = fitLines(source, CONTENT_WIDTH - left, 10, 1);
  return {
    headerHeight,
    keyY: top + titleHeight + 14,
    layers: (key, bottom) => [
      textAt(left, top, lines, { fontSize: TITLE_SIZE, fontWeight: 'bold', lineHeight: TITLE_LINE }),
      ...stamp,
      ...key,
      textAt(left, bottom + 6, sourceLines, { fontSize: 10, color: palette.muted }),
    ],
  };
}

/** Height in pixels that the source line takes under the panels. */
export const FOOTER_HEIGHT = 24;
