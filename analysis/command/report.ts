import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../../data/problems.js';
import { type Format, languagesDrawn } from '../../reports/formats.js';
import { drawingThreads } from '../../reports/figures/drawing-threads.js';
import { picturesApart } from './pictures.js';
import { assumptions } from '../assumptions.js';
import { compare } from '../compare.js';
import { readResults } from '../read-results.js';
import { Interrupted } from './errors.js';
import { progress } from './progress.js';

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
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const say = progress();
  const threads = drawingThreads(languagesDrawn(formats));
  try {
    const file = resultsFile(from);
    await say.step(lang === 'sv' ? 'Läser resultaten' : 'Reading the results');
    const results = readResults(textOf(file), file);
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
      draw: threads.draw,
      picture: picturesApart,
      signal: stop.signal,
    });
    // The results stand where they were read from.
    const files = out === undefined ? rendered.filter(({ path }) => path !== 'results.json') : rendered;
    writeFiles(folder, files, { signal: stop.signal });
    say.done();
    for (const { path } of files) if (!path.includes('/')) process.stdout.write(`${join(folder, path)}\n`);
  } catch (error) {
    say.done();
    throw stop.signal.aborted ? new Interrupted() : error;
  } finally {
    threads.close();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(
      `${file}: cannot be read; expected the results of a run; make them with oj replicate, or name their folder`,
    );
  }
}

/** A run is named by its folder or by its results.json. */
const resultsFile = (from: string): string =>
  statSync(from, { throwIfNoEntry: false })?.isDirectory() ? join(from, 'results.json') : from;
