import { compare } from '../compare.js';
import type { CommonOptions } from '../cli.js';
import { results } from '../manifest.js';
import { replicate } from '../replicate.js';
import { printAgreement, printTables } from './print.js';
import { currentRun, exitCodeOf, load, printJson } from './run.js';

export interface CompareOptions extends CommonOptions {
  readonly tables?: readonly number[];
}

/** `oj compare`: the tables with the published mark beside each computed one, and how far they agree. */
export async function compareCommand(options: CompareOptions): Promise<void> {
  const { panel, spec } = load(options);
  const estimates = replicate(panel, spec, options.tables).filter((e) => typeof e.table === 'number');
  const run = results(panel, spec, estimates, currentRun());
  const comparison = compare(estimates);
  process.exitCode = exitCodeOf(estimates);
  if (options.json) return printJson({ manifest: run.manifest, specification: spec, comparison });
  await printTables(run, comparison, options.lang);
  await printAgreement(run, comparison, options.lang);
}
