import { dirname, join } from 'node:path';
import { type Format, languagesDrawn } from '../../reports/formats.js';
import { drawingThread } from '../../reports/figures/drawing-thread.js';
import { picturesApart } from './pictures.js';
import { assumptions } from '../assumptions.js';
import { compare } from '../compare.js';
import { readResults } from '../read-results.js';
import { interruptible } from './interruptible.js';
import { resultsFile, resultsText } from './results-file.js';

export interface ReportOptions {
  readonly lang: 'sv' | 'en';
  readonly format: readonly Format[];
  readonly out?: string;
}

/** `oj report oj-out --format html,pdf`: the results of a run as the documents its readers work in. */
export async function reportCommand(
  from: string,
  { lang, format: formats, out }: ReportOptions,
): Promise<void> {
  await interruptible(async (say, signal) => {
    const thread = drawingThread(languagesDrawn(formats));
    try {
      const file = resultsFile(from);
      await say.step(lang === 'sv' ? 'Läser resultaten' : 'Reading the results');
      const results = readResults(resultsText(file), file);
      await say.step(lang === 'sv' ? 'Skriver rapporten' : 'Writing the report');
      const [{ renderOutputs }, { writeFiles }] = await Promise.all([
        import('../../reports/outputs.js'),
        import('../../reports/write.js'),
      ]);
      const folder = out ?? dirname(file);
      const comparison = compare(results.estimates);
      const rendered = await renderOutputs({
        results,
        comparison,
        assumptions,
        lang,
        formats,
        draw: thread.draw,
        picture: picturesApart,
        signal,
      });
      // The results stand where they were read from.
      const files = out === undefined ? rendered.filter(({ path }) => path !== 'results.json') : rendered;
      writeFiles(folder, files, { signal });
      say.done();
      for (const { path } of files) if (!path.includes('/')) process.stdout.write(`${join(folder, path)}\n`);
    } finally {
      thread.close();
    }
  });
}
