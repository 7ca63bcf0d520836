import { analyse, type AnalysisName, type Selection } from '../analyse.js';
import type { CommonOptions } from '../cli.js';
import { compare } from '../compare.js';
import { results } from '../manifest.js';
import { printComposition, printTables, printTrends, printVariance } from './print.js';
import { asked, type InferenceOptions, inferWithProgress } from './infer.js';
import { progress } from './progress.js';
import { currentRun, exitCodeOf, load, printResults } from './run.js';

/** `oj trends | users | anova | peers | staffing | composition | variance`: one analysis, on any panel. */
export async function analysisCommand(
  name: AnalysisName,
  options: CommonOptions & Selection & InferenceOptions,
): Promise<void> {
  const { panel, spec: given } = load(options);
  const spec = asked(given, options);
  const say = progress();
  const estimated = analyse(panel, spec, name, options);
  const estimates = await inferWithProgress(panel, estimated, options, options.lang, say, { spec });
  say.done();
  const run = results(panel, spec, estimates, currentRun());
  process.exitCode = exitCodeOf(estimated);
  if (options.json) printResults(run);
  else if (name === 'trends') await printTrends(run, options.lang);
  else if (name === 'composition') await printComposition(run, options.lang);
  else if (name === 'variance') await printVariance(run, options.lang);
  else await printTables(run, compare(estimates), options.lang);
}
