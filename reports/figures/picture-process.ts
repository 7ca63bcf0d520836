import { renderPng } from './png.js';

/** A process that draws one list of SVG pictures as PNG, hands them back and ends. */
process.once('message', (svgs: readonly string[]) => {
  void Promise.all(svgs.map(renderPng)).then((pictures) => process.send!(pictures, () => process.exit()));
});
