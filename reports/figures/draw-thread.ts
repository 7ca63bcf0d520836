import { parentPort } from 'node:worker_threads';
import type { Results } from '../../analysis/results.js';
import { drawFigures, type DrawOptions } from './draw.js';
import { loadVega } from './render.js';

/** A thread that draws: it loads the drawing library at once, then draws the figures of the results it is sent. */
parentPort!.on(
  'message',
  ({ results, options }: { results: Results; options: Omit<DrawOptions, 'signal'> }) => {
    // A failure ends the thread, and is thrown where the figures were asked for.
    void drawFigures(results, options).then((figures) => parentPort!.postMessage(figures));
  },
);

await loadVega();
