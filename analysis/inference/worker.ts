import { parentPort, workerData } from 'node:worker_threads';
import type { Panel } from '../panel/panel.js';
import { jobRunner } from './job.js';
import type { Job } from './jobs.js';

/** A worker thread: it is given the panel once, then jobs, and answers each with what was inferred. */
const run = jobRunner(workerData as Panel);

parentPort!.on('message', ({ index, job }: { index: number; job: Job }) => {
  parentPort!.postMessage({ index, result: run(job) });
});
