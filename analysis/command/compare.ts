import { compare } from '../compare.js';
import type { CommonOptions } from '../cli.js';
import { results } from '../manifest.js';
import { replicate } from '../replicate.js';
import { walkRivals } from '../rivals.js';
import { publishedTables } from '../../data/codebook/published.js';
import { printAgreement, printRivals, printTables } from './print.js';
import { currentRun, exitCodeOf, load, printJson } from './run.js';

export interface CompareOptions extends CommonOptions {
  readonly tables?: readonly number[];
  readonly rivals?: boolean;
}

/** `oj compare`: the tables with the published mark beside each computed one, and how far they agree. */
export async function compareCommand(options: CompareOptions): Promise<void> {
  const { panel, spec } = load(options);
  const tables = options.tables ?? publishedTables().map((t) => t.table);
  const estimates = replicate(panel, spec, tables);
  const rivals = options.rivals ? walkRivals(panel, spec, tables) : null;
  const run = results(panel, spec, estimates, currentRun());
  const comparison = compare(estimates);
  process.exitCode = exitCodeOf(estimates);
  if (options.json)
    return printJson({
      manifest: run.manifest,
      specification: spec,
      comparison,
      ...(rivals ? { rivals } : {}),
    });
  if (rivals) return printRivals(rivals, panel.synthetic, options.lang);
  await printTables(run, comparison, options.lang);
  await printAgreement(run, comparison, options.lang);
}
