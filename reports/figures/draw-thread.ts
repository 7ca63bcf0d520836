import { parentPort } from 'node:worker_threads';
import type { Results } from '../../analysis/results.js';
import { drawFigures } from './draw.js';
import type { DrawingOrder } from './drawing-thread.js';
import { loadVega } from './render.js';

/** A thread that draws: it loads the drawing library at once, then draws the figures of the results it was sent. */
let results: Results;
parentPort!.on('message', (order: DrawingOrder) => {
  if ('results' in order) results = order.results;
  // A failure ends the thread, and is thrown where the figures were asked for.
  else void drawFigures(results, order).then((figures) => parentPort!.postMessage(figures));
});

await loadVega();
