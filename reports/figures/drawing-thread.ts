import { Worker } from 'node:worker_threads';
import type { Results } from '../../analysis/results.js';
import type { DrawnFigure, DrawOptions } from './draw.js';

/** Draws every figure of results in one language: `drawFigures` in this thread, or in one of its own. */
export type Draw = (results: Results, options: DrawOptions) => Promise<DrawnFigure[]>;

/** A thread that draws figures. */
export interface DrawingThread {
  /** One language after the other, in the order asked for. */
  readonly draw: Draw;
  /** Ends the thread, also where it has not drawn. */
  readonly close: () => void;
}

/** What the thread is sent: the results once, then the language to draw. */
export type DrawingOrder = { readonly results: Results } | { readonly lang: DrawOptions['lang'] };

/**
 * A thread that draws, while the formats that need no figure are written. Where languages are to be drawn it starts before
 * the results are there, and loads the drawing library while the cells are estimated. Needs the built package.
 */
export function drawingThread(languages: 0 | 1 | 2): DrawingThread {
  let started = languages > 0 ? start() : null;
  let sent: Results | null = null;
  let asked = 0;
  let before: Promise<unknown> = Promise.resolve();
  return {
    draw: (results, options) => {
      const thread = (started ??= start());
      if (sent !== results) thread.postMessage({ results } satisfies DrawingOrder);
      sent = results;
      const drawn = before.then(() => drawIn(thread, options));
      // Its memory is worth more than the thread: the formats need it.
      if (++asked === languages) void drawn.then(() => thread.terminate(), () => undefined); // prettier-ignore
      before = drawn.catch(() => undefined);
      return drawn;
    },
    close: () => void started?.terminate(),
  };
}

function start(): Worker {
  const thread = new Worker(new URL('./draw-thread.js', import.meta.url), {
    // The flags of the process (`--input-type`, say) are not for this file.
    execArgv: [],
    // Figures leave much behind them and keep little: a small nursery is swept more often.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  // A thread that waits for work keeps no process alive.
  thread.unref();
  return thread;
}

const drawIn = (thread: Worker, { signal, lang }: DrawOptions): Promise<DrawnFigure[]> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const settle = (end: () => void) => {
      signal?.removeEventListener('abort', stop);
      thread.off('message', done).off('error', failed).unref();
      end();
    };
    const done = (figures: DrawnFigure[]) => settle(() => resolve(figures));
    const failed = (error: Error) => settle(() => reject(error));
    const stop = () => settle(() => reject(signal!.reason as Error));
    signal?.addEventListener('abort', stop);
    thread.on('message', done).on('error', failed).ref();
    thread.postMessage({ lang } satisfies DrawingOrder);
  });
