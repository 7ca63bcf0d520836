import { join } from 'node:path';
import { assumptions } from '../assumptions.js';
import type { CommonOptions } from '../cli.js';
import { compare } from '../compare.js';
import type { Estimate } from '../estimate.js';
import { results } from '../manifest.js';
import { cellSpecification, replicate } from '../replicate.js';
import { Interrupted } from './errors.js';
import { asked, type InferenceOptions, inferWithProgress } from './infer.js';
import { printAgreement, printTables } from './print.js';
import { progress } from './progress.js';
import { currentRun, exitCodeOf, load, printJson } from './run.js';

export interface ReplicateOptions extends CommonOptions, InferenceOptions {
  readonly out: string;
  readonly tables?: readonly number[];
}

/** `oj replicate`: the main job, from a data folder to results, tables, figures and the report. */
export async function replicateCommand(options: ReplicateOptions): Promise<void> {
  const { lang, json, tables, out } = options;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const say = progress();
  const step = async (sv: string, en: string) => {
    await say.step(lang === 'sv' ? sv : en);
    if (stop.signal.aborted) throw new Interrupted();
  };
  try {
    await step('Läser data', 'Reading data');
    const { panel, spec: given } = load(options);
    const spec = asked(given, options);
    await step('Skattar tabellerna', 'Estimating the tables');
    const estimates = await inferWithProgress(panel, replicate(panel, spec, tables), options, lang, say, {
      spec,
      specOf: (e) => cellSpecification(e, spec),
      signal: stop.signal,
    });
    const run = results(panel, spec, estimates, currentRun());
    const comparison = compare(estimates);
    // Who the users are is told beside the cells; a comparison refused there is no gap in the tables.
    process.exitCode = exitCodeOf(estimates.filter((e) => e.model !== 'composition'));
    if (json) {
      say.done();
      return printJson(run);
    }
    await step('Ritar figurerna', 'Drawing the figures');
    const [{ renderOutputs }, { writeFiles }] = await Promise.all([
      import('../../reports/outputs.js'),
      import('../../reports/write.js'),
    ]);
    const files = await renderOutputs({ results: run, comparison, assumptions, lang, signal: stop.signal });
    await step(`Skriver ${files.length} filer`, `Writing ${files.length} files`);
    writeFiles(out, files, { signal: stop.signal });
    say.done();
    await printTables(run, comparison, lang, tables ?? userTables(estimates));
    await printAgreement(run, comparison, lang);
    const report = join(out, 'report.html');
    const whole = lang === 'sv' ? 'Hela resultatet' : 'The whole result';
    process.stdout.write(`${whole}: ${report}\n`);
  } catch (error) {
    say.done();
    throw stop.signal.aborted ? new Interrupted() : error;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

/** What the terminal shows of the whole: the user tables with any estimate, the appendix's main comparison. */
function userTables(estimates: readonly Estimate[]): (number | string)[] {
  const shown = estimates.filter((e) => e.model === 'users' && e.status === 'ok');
  return [...new Set(shown.flatMap((e) => e.table ?? []))];
}
