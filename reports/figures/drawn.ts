import { CONTENT_WIDTH, FOOTER_HEIGHT, frame, type FigureOptions } from './frame.js';
import { type Json, Pixels } from './pixels.js';

/** A figure drawn: its views, and what it shows in words. */
export interface Drawn {
  readonly drawing: Drawing;
  readonly description: string;
}

/** The drawing area of a figure, in pixels, and its Vega-Lite view. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Height of the header, drawn above the view's origin. */
  readonly headerHeight: number;
  readonly view: Json;
}

/** Where the key's row of a figure has its middle. */
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
  outer.paint(pixels, bottom);
  return {
    width: CONTENT_WIDTH,
    height: bottom + FOOTER_HEIGHT,
    headerHeight: outer.headerHeight,
    view: { width: CONTENT_WIDTH, height: bottom, layer: pixels.layers() },
  };
}
