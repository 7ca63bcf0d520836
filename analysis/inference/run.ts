import type { Estimate } from '../estimate.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { withInference } from './infer.js';
import { jobRunner } from './job.js';
import { type Job, jobsOf, type OwnCells } from './jobs.js';
import type { Runner, RunOptions } from './pool.js';

/** Whether a specification asks for any inference beyond the models' own. */
export const asksForInference = ({ inference: i }: Specification): boolean =>
  i.bootstrap.draws > 0 ||
  i.resamples > 0 ||
  i.randomization.permutations > 0 ||
  i.placebo > 0 ||
  i.rivals ||
  i.nonResponse;

/** How `infer` is told what to infer, and tells how far it has come. */
export interface InferOptions extends RunOptions {
  readonly spec: Specification;
  /** What a cell was estimated under, where that is not `spec` itself: the appendix's cells in the appendix's years. */
  readonly specOf?: (e: Estimate) => Specification;
  /** The cells of users' own models; an own estimate without one has no inference beyond its own. */
  readonly cells?: OwnCells;
}

/**
 * Estimates with all the inference that the specification asks for; see `withInference` for what is added.
 *
 * @example
 * ```ts
 * import { buildPanel, cellSpecification, defaultSpecification, demoFolder } from 'oppna-jamforelser';
 * import { infer, inThisThread, readDataFolder, replicate } from 'oppna-jamforelser';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const bootstrap = { draws: 199, weights: 'rademacher' } as const;
 * const spec = { ...defaultSpecification, inference: { ...defaultSpecification.inference, bootstrap } };
 * const cells = await infer(replicate(panel, spec, [8]), inThisThread(panel), {
 *   spec,
 *   specOf: (cell) => cellSpecification(cell, spec),
 * });
 * console.log(cells[0]?.p, cells[0]?.extra.bootstrap);
 * ```
 */
export async function infer(
  estimates: readonly Estimate[],
  run: Runner,
  { spec, specOf = () => spec, cells, ...options }: InferOptions,
): Promise<Estimate[]> {
  if (!asksForInference(spec)) return [...estimates];
  return withInference(estimates, await run(jobsOf(estimates, specOf, cells), options), spec);
}

/**
 * The same for one cell alone: what needs no other cell is not done for the others. Returns the cell and the joint
 * tests of its table.
 */
export function inferCell(
  panel: Panel,
  estimates: readonly Estimate[],
  id: string,
  { spec, specOf = () => spec, cells }: InferOptions,
): { estimate: Estimate; joint: Estimate[] } {
  const found = estimates.find((e) => e.id === id)!;
  if (!asksForInference(spec)) return { estimate: found, joint: [] };
  const run = jobRunner(panel);
  const results = jobsOf(estimates, specOf, cells).flatMap((job) => [
    ...(job.ids.includes(id) ? [run({ ...job, ids: [id] })] : []),
    run(ofItsFamily({ ...job, ids: job.ids.filter((other) => other !== id) })),
  ]);
  const inferred = withInference(estimates, results, spec);
  return {
    estimate: inferred.find((e) => e.id === id)!,
    joint: inferred.filter((e) => e.model === 'joint' && e.table === found.table),
  };
}

/** A job without what is inferred of a cell alone. */
function ofItsFamily(job: Job): Job {
  const { bootstrap, ...rest } = job.spec.inference;
  const inference = {
    ...rest,
    bootstrap: { ...bootstrap, draws: 0 },
    placebo: 0,
    rivals: false,
    nonResponse: false,
  };
  return { ...job, spec: { ...job.spec, inference } };
}
