import { join } from 'node:path';
import { drawingThread } from '../../reports/figures/drawing-thread.js';
import { type Format, languagesDrawn } from '../../reports/formats.js';
import type { Selection } from '../analyse.js';
import type { CommonOptions } from '../cli.js';
import { results } from '../manifest.js';
import { asked, type InferenceOptions, inferWithProgress } from './infer.js';
import { interruptible } from './interruptible.js';
import { tellFailures } from './own-models/failures.js';
import { loadModels, type ModelFileOptions } from './own-models/own-models.js';
import { printTables } from './print.js';
import { currentRun, exitCodeOf, load, printResults } from './run.js';
import { writeOutputs } from './write-outputs.js';

export interface RunModelsOptions
  extends CommonOptions, InferenceOptions, ModelFileOptions, Pick<Selection, 'indicator' | 'area'> {
  readonly out: string;
  readonly format: readonly Format[];
}

/** `oj run my-model.ts`: users' own models on any panel, with the outputs that the appendix has. */
export async function runModelsCommand(files: readonly string[], options: RunModelsOptions): Promise<void> {
  const { lang, json, out, format: formats, indicator, area } = options;
  await interruptible(async (say, signal) => {
    const step = async (sv: string, en: string) => {
      await say.step(lang === 'sv' ? sv : en);
      signal.throwIfAborted();
    };
    await step('Läser modellerna', 'Reading the models');
    const own = await loadModels(files, options, signal);
    const thread = drawingThread(json ? 0 : languagesDrawn(formats));
    try {
      await step('Läser data', 'Reading data');
      const { panel, spec: given } = load(options);
      const spec = asked(given, options);
      await step('Skattar tabellerna', 'Estimating the tables');
      const found = await own.run(panel, spec, { indicator, area });
      await own.close();
      const { estimates: cells, cells: inferable, records } = found;
      const inferring = { spec, cells: inferable, signal };
      const estimates = await inferWithProgress(panel, cells, options, lang, say, inferring);
      const run = results(panel, spec, estimates, currentRun(), null, records);
      process.exitCode = exitCodeOf(cells);
      const main = json
        ? null
        : await writeOutputs({ results: run, comparison: null, lang, formats, out, thread, step, signal });
      say.done();
      tellFailures(cells);
      if (main === null) return printResults(run);
      await printTables(run, null, lang);
      const whole = lang === 'sv' ? 'Hela resultatet' : 'The whole result';
      process.stdout.write(`${whole}: ${join(out, main)}\n`);
    } finally {
      await own.close();
      thread.close();
    }
  });
}
