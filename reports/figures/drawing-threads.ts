import { Worker } from 'node:worker_threads';
import type { Results } from '../../analysis/results.js';
import type { DrawnFigure, DrawOptions } from './draw.js';

/** Draws every figure of results in one language: `drawFigures` in this thread, or in one of its own. */
export type Draw = (results: Results, options: DrawOptions) => Promise<DrawnFigure[]>;

export interface DrawingThreads {
  readonly draw: Draw;
  /** Ends those that have not drawn. */
  readonly close: () => void;
}

/**
 * Threads that draw one language each and end, so that two languages take the time of one. Started before the results
 * are there, they load the drawing library while the cells are estimated. Needs the built package.
 */
export function drawingThreads(count: number): DrawingThreads {
  const threads = Array.from({ length: count }, () => {
    const thread = new Worker(new URL('./draw-thread.js', import.meta.url), {
      // The flags of the process (`--input-type`, say) are not for this file.
      execArgv: [],
      // Figures leave much behind them and keep little: a small nursery is swept more often.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    // A thread that waits for work keeps no process alive.
    thread.unref();
    return thread;
  });
  let next = 0;
  return {
    draw: (results, options) => drawIn(threads[next++]!, results, options),
    close: () => threads.forEach((thread) => void thread.terminate()),
  };
}

const drawIn = (
  thread: Worker,
  results: Results,
  { signal, ...options }: DrawOptions,
): Promise<DrawnFigure[]> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const settle = (end: () => void) => {
      signal?.removeEventListener('abort', stop);
      thread.off('message', done).off('error', failed).unref();
      end();
    };
    // Its memory is worth more than the thread: the formats need it.
    const done = (figures: DrawnFigure[]) =>
      settle(() => void thread.terminate().then(() => resolve(figures)));
    const failed = (error: Error) => settle(() => reject(error));
    const stop = () => settle(() => reject(signal!.reason as Error));
    signal?.addEventListener('abort', stop);
    thread.on('message', done).on('error', failed).ref();
    thread.postMessage({ results, options });
  });
