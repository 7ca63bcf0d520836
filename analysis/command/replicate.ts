import { join } from 'node:path';
import { type Format, languagesDrawn } from '../../reports/formats.js';
import { drawingThread } from '../../reports/figures/drawing-thread.js';
import type { CommonOptions } from '../cli.js';
import { type Estimate, isOwnModel } from '../estimate.js';
import { asked, type InferenceOptions } from './infer.js';
import { printAgreement, printTables } from './print.js';
import { interruptible } from './interruptible.js';
import { tellFailures } from './own-models/failures.js';
import { loadModels, type ModelFileOptions } from './own-models/own-models.js';
import { replication } from './replication.js';
import { currentRun, load, printResults } from './run.js';
import { writeOutputs } from './write-outputs.js';

export interface ReplicateOptions extends CommonOptions, InferenceOptions, ModelFileOptions {
  readonly out: string;
  readonly tables?: readonly number[];
  readonly format: readonly Format[];
  /** Files of users' own models. */
  readonly model?: readonly string[];
}

/** `oj replicate`: the main job, from a data folder to results, tables, figures and the report. */
export async function replicateCommand(options: ReplicateOptions): Promise<void> {
  const { lang, json, tables, out, format: formats, model: models = [] } = options;
  await interruptible(async (say, signal) => {
    const own = models.length > 0 ? await loadModels(models, options, signal) : undefined;
    const thread = drawingThread(json ? 0 : languagesDrawn(formats));
    const step = async (sv: string, en: string) => {
      await say.step(lang === 'sv' ? sv : en);
      signal.throwIfAborted();
    };
    try {
      await step('Läser data', 'Reading data');
      const { panel, spec: given } = load(options);
      const spec = asked(given, options);
      await step('Skattar tabellerna', 'Estimating the tables');
      const {
        results: run,
        comparison,
        exitCode,
      } = await replication({
        panel,
        spec,
        data: options.data,
        tables,
        workers: options,
        lang,
        run: currentRun(),
        say,
        signal,
        own,
      });
      process.exitCode = exitCode;
      if (json) {
        say.done();
        tellFailures(run.estimates);
        return printResults(run);
      }
      const main = await writeOutputs({
        results: run,
        comparison,
        lang,
        formats,
        out,
        thread,
        step,
        signal,
      });
      say.done();
      tellFailures(run.estimates);
      await printTables(run, comparison, lang, tables ?? shownTables(run.estimates));
      await printAgreement(run, comparison, lang);
      const whole = lang === 'sv' ? 'Hela resultatet' : 'The whole result';
      process.stdout.write(`${whole}: ${join(out, main)}\n`);
    } finally {
      await own?.close();
      thread.close();
    }
  });
}

/** What the terminal shows of the whole: the user tables with any estimate, the appendix's main comparison; own models. */
function shownTables(estimates: readonly Estimate[]): (number | string)[] {
  const shown = estimates.filter((e) => isOwnModel(e.model) || (e.model === 'users' && e.status === 'ok'));
  return [...new Set(shown.flatMap((e) => e.table ?? []))];
}
