import { Worker } from 'node:worker_threads';
import type { ReportJob } from './job.js';
import type { WorkerData } from './worker.js';

export interface ManyOptions {
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Told after each report which it was, and the paths of its files. */
  readonly finished: (index: number, paths: readonly string[]) => void;
}

/** Writes reports in worker threads, each taking the next when it is done with one; a failure in one is thrown. */
export const writeMany = (
  data: WorkerData,
  jobs: readonly ReportJob[],
  { workers, signal, finished }: ManyOptions,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const threads: Worker[] = [];
    let next = 0;
    let done = 0;
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', stop);
      void Promise.all(threads.map((thread) => thread.terminate())).then(settle);
    };
    const stop = () => end(() => reject(signal.reason as Error));
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop);
    const hand = (thread: Worker) => {
      if (next < jobs.length) thread.postMessage({ index: next, job: jobs[next++] });
    };
    for (let w = 0; w < Math.min(workers, jobs.length); w++) {
      const thread = new Worker(new URL('./worker.js', import.meta.url), {
        workerData: data,
        // The flags of the process (`--input-type`, say) are not for this file.
        execArgv: [],
        resourceLimits: { maxYoungGenerationSizeMb: 16 },
      });
      threads.push(thread);
      thread.on('error', (error) => end(() => reject(error)));
      thread.on('message', ({ index, paths }: { index: number; paths: string[] }) => {
        finished(index, paths);
        done++;
        if (done === jobs.length) end(resolve);
        else hand(thread);
      });
      hand(thread);
    }
    if (jobs.length === 0) resolve();
  });
