import { analyse, type AnalysisName, type Selection } from '../analyse.js';
import type { CommonOptions } from '../cli.js';
import { compare } from '../compare.js';
import { results } from '../manifest.js';
import { printComposition, printTables, printTrends } from './print.js';
import { currentRun, exitCodeOf, load, printJson } from './run.js';

/** `oj trends | users | anova | peers | staffing | composition`: one analysis, on any panel. */
export async function analysisCommand(name: AnalysisName, options: CommonOptions & Selection): Promise<void> {
  const { panel, spec } = load(options);
  const estimates = analyse(panel, spec, name, options);
  const run = results(panel, spec, estimates, currentRun());
  process.exitCode = exitCodeOf(estimates);
  if (options.json) printJson(run);
  else if (name === 'trends') await printTrends(run, options.lang);
  else if (name === 'composition') await printComposition(run, options.lang);
  else await printTables(run, compare(estimates), options.lang);
}
