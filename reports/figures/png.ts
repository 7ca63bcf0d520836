import { setImmediate } from 'node:timers/promises';
import type { ResvgRenderOptions } from '@resvg/resvg-js';
import { FAMILY, fontPath } from '../../data/fonts.js';

const SCALE = 2;
/** Pictures drawn at once: a core each, and no more of their pixels in memory than that. */
const AT_ONCE = 2;

let ready: Promise<(svg: string) => Promise<Uint8Array>> | undefined;
let drawing = 0;
const waiting: (() => void)[] = [];

/**
 * A figure's SVG as PNG at twice its size, its text in the font that is shipped: the same bytes on every machine. Drawn off
 * the main thread, two at a time: callers may ask for all at once.
 * @throws Error where a font file is missing or holds no letters, since text without a font vanishes silently.
 */
export async function renderPng(svg: string): Promise<Uint8Array> {
  ready ??= load();
  const render = await ready;
  if (drawing >= AT_ONCE) await new Promise<void>((turn) => waiting.push(turn));
  else drawing++;
  try {
    return await render(svg);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else drawing--;
  }
}

/** The styles that figures use. */
export const figureFonts = (): string[] =>
  (['400Regular', '700Bold'] as const).map((style) => fontPath(style));

/** How resvg draws: our font for every family, none of the machine's. */
export const drawingOptions = (files: string[]): ResvgRenderOptions => ({
  fitTo: { mode: 'zoom', value: SCALE },
  font: {
    loadSystemFonts: false,
    fontFiles: files,
    defaultFontFamily: FAMILY,
    sansSerifFamily: FAMILY,
  },
  logLevel: 'off',
});

async function load() {
  const { Resvg, renderAsync } = await import('@resvg/resvg-js');
  const files = figureFonts();
  for (const file of files) {
    const letter =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="30">A</text></svg>';
    if (!new Resvg(letter, drawingOptions([file])).innerBBox())
      throw new Error(`the font file ${file} draws no letters: install the package's dependencies again`);
  }
  const options = drawingOptions(files);
  return async (svg: string) => {
    const picture = await renderAsync(svg, options);
    const png = new Uint8Array(picture.asPng());
    tellSize(4 * picture.width * picture.height);
    // The collector frees a picture's pixels in a turn of its own.
    await setImmediate();
    return png;
  };
}

/**
 * resvg's pixels lie outside the heap, where the collector does not see that they are worth freeing: fifty pictures would
 * keep half a gigabyte. A buffer of their size, never touched and dropped at once, says so.
 */
function tellSize(bytes: number): number {
  return new ArrayBuffer(bytes).byteLength;
}
