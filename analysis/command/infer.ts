import { availableParallelism } from 'node:os';
import type { CommonOptions } from '../cli.js';
import type { Estimate } from '../estimate.js';
import { inThisThread, inWorkers } from '../inference/pool.js';
import { asksForInference, infer, type InferOptions } from '../inference/run.js';
import type { Panel } from '../panel/panel.js';
import { fullInference, type Specification } from '../specification.js';
import type { Progress } from './progress.js';

/** The options of commands that infer. */
export interface InferenceOptions {
  readonly inference?: 'full';
  readonly workers?: number;
  /** The smallest difference that matters, in percentage points. */
  readonly margin?: number;
}

/** The specification with what the options ask for beyond it. */
export function asked(spec: Specification, { inference, margin }: InferenceOptions): Specification {
  const full = inference === 'full' ? fullInference(spec) : spec;
  if (margin === undefined) return full;
  const { margin: margins } = full.inference;
  return { ...full, inference: { ...full.inference, margin: { ...margins, procent: margin } } };
}

/** Puts the inference asked for to the estimates, in worker threads, and tells how far it has come. */
export function inferWithProgress(
  panel: Panel,
  estimates: readonly Estimate[],
  { workers = availableParallelism() }: InferenceOptions,
  lang: CommonOptions['lang'],
  say: Progress,
  options: InferOptions,
): Promise<Estimate[]> {
  if (!asksForInference(options.spec)) return Promise.resolve([...estimates]);
  const run = workers > 1 ? inWorkers(panel, workers) : inThisThread(panel);
  const count = say.count(lang === 'sv' ? 'Prövar cellerna' : 'Testing the cells', lang);
  return infer(estimates, run, { ...options, finished: count });
}
