import type { DrawingThread } from '../../reports/figures/drawing-thread.js';
import type { Format } from '../../reports/formats.js';
import { assumptions } from '../assumptions.js';
import type { Comparison, Results } from '../results.js';
import { picturesApart } from './pictures.js';

export interface WriteInput {
  readonly results: Results;
  readonly comparison: Comparison | null;
  readonly lang: 'sv' | 'en';
  readonly formats: readonly Format[];
  readonly out: string;
  readonly thread: DrawingThread;
  readonly step: (sv: string, en: string) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Draws and writes every file of a run; the path within the folder of the one to read first. */
export async function writeOutputs({ out, thread, step, ...input }: WriteInput): Promise<string> {
  await step('Ritar figurerna', 'Drawing the figures');
  const [{ renderOutputs }, { writeFiles }] = await Promise.all([
    import('../../reports/outputs.js'),
    import('../../reports/write.js'),
  ]);
  const files = await renderOutputs({ ...input, assumptions, draw: thread.draw, picture: picturesApart });
  await step(`Skriver ${files.length} filer`, `Writing ${files.length} files`);
  writeFiles(out, files, { signal: input.signal });
  return (files.find(({ path }) => path.startsWith('report.')) ?? files[0]!).path;
}
