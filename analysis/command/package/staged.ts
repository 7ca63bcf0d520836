import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatProblems } from '../../../data/problems.js';
import { readDataFolder } from '../../../data/readers/canonical.js';
import { type Format, languagesDrawn } from '../../../reports/formats.js';
import { drawingThread } from '../../../reports/figures/drawing-thread.js';
import { picturesApart } from '../pictures.js';
import { renderOutputs } from '../../../reports/outputs.js';
import { type OutputFile, writeFiles } from '../../../reports/write.js';
import { assumptions } from '../../assumptions.js';
import type { Run } from '../../manifest.js';
import { buildPanel } from '../../panel/panel.js';
import { readSpecification } from '../../read-specification.js';
import type { Results } from '../../results.js';
import type { InferenceOptions } from '../infer.js';
import type { Progress } from '../progress.js';
import { replication } from '../replication.js';

export interface StagedInput {
  readonly inputs: readonly OutputFile[];
  /** The text of `specification.json`. */
  readonly specification: string;
  readonly tables: readonly number[] | undefined;
  readonly lang: 'sv' | 'en';
  readonly formats: readonly Format[];
  readonly run: Run;
  readonly workers: InferenceOptions;
  readonly say: Progress;
  readonly signal: AbortSignal;
}

export interface Staged {
  readonly results: Results;
  readonly outputs: readonly OutputFile[];
  readonly exitCode: number;
}

/**
 * Runs a replication on a copy of its inputs, as whoever unpacks the package will: what is packed is what was read, and
 * the specification is read from the text that is packed.
 */
export async function runStaged(input: StagedInput): Promise<Staged> {
  const { lang, say, signal } = input;
  const data = mkdtempSync(join(tmpdir(), 'oj-package-'));
  const thread = drawingThread(languagesDrawn(input.formats));
  try {
    writeFiles(data, input.inputs);
    await say.step(lang === 'sv' ? 'Läser data' : 'Reading data');
    const panel = buildPanel(readDataFolder(data));
    if (panel.warnings.length > 0) process.stderr.write(`${formatProblems(panel.warnings)}\n`);
    const spec = readSpecification(input.specification, 'specification.json');
    await say.step(lang === 'sv' ? 'Skattar tabellerna' : 'Estimating the tables');
    const { run, tables, workers } = input;
    const found = await replication({ panel, spec, data, tables, workers, lang, run, say, signal });
    const { results, comparison, exitCode } = found;
    await say.step(lang === 'sv' ? 'Ritar figurerna' : 'Drawing the figures');
    const outputs = await renderOutputs({
      results,
      comparison,
      assumptions,
      lang,
      formats: input.formats,
      draw: thread.draw,
      picture: picturesApart,
      signal,
    });
    return { results, outputs, exitCode };
  } finally {
    thread.close();
    rmSync(data, { recursive: true, force: true });
  }
}
