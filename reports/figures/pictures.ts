import { renderPng } from './png.js';

/** Draws SVG pictures as PNG, in their order. */
export type Picture = (svgs: readonly string[]) => Promise<Uint8Array[]>;

/** In this process. */
export const picturesHere: Picture = (svgs) => Promise.all(svgs.map(renderPng));
