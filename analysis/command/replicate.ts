import { join } from 'node:path';
import { type Format, languagesDrawn } from '../../reports/formats.js';
import { drawingThread } from '../../reports/figures/drawing-thread.js';
import { picturesApart } from './pictures.js';
import { assumptions } from '../assumptions.js';
import type { CommonOptions } from '../cli.js';
import type { Estimate } from '../estimate.js';
import { asked, type InferenceOptions } from './infer.js';
import { printAgreement, printTables } from './print.js';
import { interruptible } from './interruptible.js';
import { replication } from './replication.js';
import { currentRun, load, printResults } from './run.js';

export interface ReplicateOptions extends CommonOptions, InferenceOptions {
  readonly out: string;
  readonly tables?: readonly number[];
  readonly format: readonly Format[];
}

/** `oj replicate`: the main job, from a data folder to results, tables, figures and the report. */
export async function replicateCommand(options: ReplicateOptions): Promise<void> {
  const { lang, json, tables, out, format: formats } = options;
  await interruptible(async (say, signal) => {
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
      });
      process.exitCode = exitCode;
      if (json) {
        say.done();
        return printResults(run);
      }
      await step('Ritar figurerna', 'Drawing the figures');
      const [{ renderOutputs }, { writeFiles }] = await Promise.all([
        import('../../reports/outputs.js'),
        import('../../reports/write.js'),
      ]);
      const files = await renderOutputs({
        results: run,
        comparison,
        assumptions,
        lang,
        formats,
        draw: thread.draw,
        picture: picturesApart,
        signal,
      });
      await step(`Skriver ${files.length} filer`, `Writing ${files.length} files`);
      writeFiles(out, files, { signal });
      say.done();
      await printTables(run, comparison, lang, tables ?? userTables(run.estimates));
      await printAgreement(run, comparison, lang);
      const main = files.find(({ path }) => path.startsWith('report.')) ?? files[0]!;
      const whole = lang === 'sv' ? 'Hela resultatet' : 'The whole result';
      process.stdout.write(`${whole}: ${join(out, main.path)}\n`);
    } finally {
      thread.close();
    }
  });
}

/** What the terminal shows of the whole: the user tables with any estimate, the appendix's main comparison. */
function userTables(estimates: readonly Estimate[]): (number | string)[] {
  const shown = estimates.filter((e) => e.model === 'users' && e.status === 'ok');
  return [...new Set(shown.flatMap((e) => e.table ?? []))];
}
