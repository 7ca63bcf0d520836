import { demoFolder } from '../../data/location.js';
import { adjustFamilies } from '../adjust.js';
import { compare } from '../compare.js';
import type { Run } from '../manifest.js';
import { results } from '../manifest.js';
import type { Panel } from '../panel/panel.js';
import { cellSpecification, replicate } from '../replicate.js';
import type { Comparison, Results } from '../results.js';
import type { Specification } from '../specification.js';
import { folderQuality } from './folder-quality.js';
import { type InferenceOptions, inferWithProgress } from './infer.js';
import type { LoadedModels } from './own-models/own-models.js';
import type { Progress } from './progress.js';
import { exitCodeOf } from './run.js';

/** What a replication is made of. `spec` is whole: what options ask for beyond a file is in it already. */
export interface ReplicationInput {
  readonly panel: Panel;
  readonly spec: Specification;
  /** The data folder that the panel was read from; the demo's without. */
  readonly data: string | undefined;
  readonly tables: readonly number[] | undefined;
  readonly workers: InferenceOptions;
  readonly lang: 'sv' | 'en';
  readonly run: Run;
  readonly say: Progress;
  readonly signal: AbortSignal;
  /** The users' own models, to be run after the appendix. */
  readonly own?: LoadedModels | undefined;
}

export interface Replication {
  readonly results: Results;
  readonly comparison: Comparison;
  /** 1 where a cell could not be estimated, else 0. */
  readonly exitCode: number;
}

/** The whole appendix on a panel, with the inference that the specification asks for and the quality of the data. */
export async function replication(input: ReplicationInput): Promise<Replication> {
  const { panel, spec, lang } = input;
  const appendix = replicate(panel, spec, input.tables);
  const own = await input.own?.run(panel, spec);
  const cells = own ? adjustFamilies([...appendix, ...own.estimates], spec) : appendix;
  const estimates = await inferWithProgress(panel, cells, input.workers, lang, input.say, {
    spec,
    specOf: (e) => cellSpecification(e, spec),
    signal: input.signal,
    ...(own ? { cells: own.cells } : {}),
  });
  const quality = folderQuality(input.data ?? demoFolder(), panel, spec);
  return {
    results: results(panel, spec, estimates, input.run, quality, own?.records),
    comparison: compare(estimates),
    // Who the users are and each group's mean are told beside the cells: what is refused there is no gap in the tables.
    exitCode: exitCodeOf(estimates.filter((e) => !['composition', 'means'].includes(e.model))),
  };
}
