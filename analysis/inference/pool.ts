import { Worker } from 'node:worker_threads';
import type { Panel } from '../panel/panel.js';
import { type CellInference, jobRunner } from './job.js';
import type { Job } from './jobs.js';

/** How a runner tells how far it has come, and is stopped. */
export interface RunOptions {
  /** Told after each job how many are done, of how many. */
  readonly finished?: (jobs: number, of: number) => void;
  readonly signal?: AbortSignal;
}

/** Does jobs and returns what was inferred, in the order of the jobs. */
export type Runner = (jobs: readonly Job[], options?: RunOptions) => Promise<CellInference[][]>;

/** Does the jobs one after the other in this thread, with a turn of the event loop between them. */
export function inThisThread(panel: Panel): Runner {
  const run = jobRunner(panel);
  return async (jobs, { finished, signal } = {}) => {
    const results: CellInference[][] = [];
    for (const job of jobs) {
      signal?.throwIfAborted();
      results.push(run(job));
      finished?.(results.length, jobs.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return results;
  };
}

/**
 * Does the jobs in worker threads, each taking the next job when it is done with one. The results are those of one
 * thread, whatever the number of workers. A stop ends the workers at once; a failure in one of them is thrown.
 */
export function inWorkers(panel: Panel, workers: number): Runner {
  return (jobs, { finished, signal } = {}) =>
    new Promise((resolve, reject) => {
      const results: CellInference[][] = [];
      let next = 0;
      let done = 0;
      const threads: Worker[] = [];
      const end = (settle: () => void) => {
        signal?.removeEventListener('abort', stop);
        void Promise.all(threads.map((t) => t.terminate())).then(settle);
      };
      const stop = () => end(() => reject(signal!.reason as Error));
      if (signal?.aborted) return stop();
      signal?.addEventListener('abort', stop);
      const hand = (thread: Worker) => {
        if (next < jobs.length) thread.postMessage({ index: next, job: jobs[next++] });
      };
      for (let w = 0; w < Math.min(workers, jobs.length); w++) {
        const thread = new Worker(new URL('./worker.js', import.meta.url), {
          workerData: panel,
          // The flags of the process (`--input-type`, say) are not for this file.
          execArgv: [],
        });
        threads.push(thread);
        thread.on('error', (error) => end(() => reject(error)));
        thread.on('message', ({ index, result }: { index: number; result: CellInference[] }) => {
          results[index] = result;
          done++;
          finished?.(done, jobs.length);
          if (done === jobs.length) end(() => resolve(results));
          else hand(thread);
        });
        hand(thread);
      }
      if (jobs.length === 0) resolve(results);
    });
}
