import { CONTENT_WIDTH, FOOTER_HEIGHT, frame, PADDING, type FigureOptions } from './frame.js';
import type { Drawing } from './multiples.js';
import { Pixels } from './pixels.js';

/** A figure drawn: its views, and what it shows in words. */
export interface Drawn {
  readonly drawing: Drawing;
  readonly description: string;
}

/** The left edge of what stands outside the panels: titles, keys and labels. */
export const LEFT = -PADDING.left + 4;

/** Where the key's row of a figure of pixels has its middle. */
export interface PixelFrame {
  readonly keyY: number;
}

/**
 * One view of marks at pixels within the frame of every figure (title, stamp, source). `paint` draws from (0, 0) down
 * and returns the height that it used.
 */
export function pixelDrawing(
  title: string,
  options: FigureOptions,
  paint: (pixels: Pixels, frame: PixelFrame) => number,
): Drawing {
  const outer = frame(title, 8, options);
  const pixels = new Pixels();
  const bottom = paint(pixels, outer);
  return {
    width: CONTENT_WIDTH,
    height: bottom + FOOTER_HEIGHT,
    headerHeight: outer.headerHeight,
    views: { width: CONTENT_WIDTH, height: bottom, layer: [...pixels.layers(), ...outer.layers([], bottom)] },
  };
}
