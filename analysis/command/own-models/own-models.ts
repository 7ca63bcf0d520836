import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { UsageError } from '../../../data/problems.js';
import { adjustFamilies } from '../../adjust.js';
import { type Selection, selectedOutcomes } from '../../analyse.js';
import type { Estimate } from '../../estimate.js';
import { asksForInference } from '../../inference/run.js';
import type { Cell } from '../../models/cell.js';
import { readSettings } from '../../own-models/options.js';
import { type OwnRun, recordOf } from '../../own-models/run.js';
import type { Panel } from '../../panel/panel.js';
import type { ModelRecord } from '../../results.js';
import type { Specification } from '../../specification.js';
import { bundle, type Bundle } from '../user-code/bundle.js';
import { ModelThread, type ThreadOptions } from './thread.js';

/** The options of commands that run users' models. */
export interface ModelFileOptions {
  readonly set?: readonly string[];
  readonly timeLimit?: number;
  readonly stack?: boolean;
}

/** Seconds: the whole appendix takes fewer. */
export const TIME_LIMIT = 180;

/** Users' models that are loaded, each in its thread, until they are closed. */
export interface LoadedModels {
  /**
   * Runs each model, one after the other. Cells that can be inferred of come with them where the specification asks for
   * inference.
   */
  run(panel: Panel, spec: Specification, selection?: Selection): Promise<OwnModelsRun>;
  close(): Promise<void>;
}

export interface OwnModelsRun extends Omit<OwnRun, 'record'> {
  readonly records: readonly ModelRecord[];
}

/**
 * Loads the files of users' models. Nothing has been computed then: a file that holds no model, or an option that none has,
 * stops the command.
 * @throws UsageError with one line per file that is wrong
 */
export async function loadModels(
  files: readonly string[],
  { set = [], timeLimit = TIME_LIMIT, stack = false }: ModelFileOptions,
  signal: AbortSignal = new AbortController().signal,
): Promise<LoadedModels> {
  const options: ThreadOptions = {
    timeLimit,
    signal,
    onPrinted: (text) => process.stderr.write(text),
    onStack: (text) => stack && process.stderr.write(`${text}\n`),
  };
  const threads: ModelThread[] = [];
  const close = async () => {
    await Promise.all(threads.map((thread) => thread.close()));
  };
  try {
    const wrong: string[] = [];
    for (const file of new Set(files.map((name) => resolve(name))))
      try {
        threads.push(await ModelThread.open(await bundle({ file }), options));
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        wrong.push(error.message);
      }
    signal.throwIfAborted();
    if (wrong.length > 0) throw new UsageError(wrong.join('\n'));
    refuseTaken(threads);
    const settings = readSettings(set, threads.map(({ model }) => model)); // prettier-ignore
    const records = threads.map(({ model, bundle: own }, i) =>
      recordOf(model, { ...model.defaults, ...settings[i] }, filesOf(own)),
    );
    return { run: (panel, spec, selection = {}) => runAll(threads, records, panel, spec, selection), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function refuseTaken(threads: readonly ModelThread[]): void {
  const files = new Map<string, string>();
  for (const { model, bundle: own } of threads) {
    const before = files.get(model.id);
    if (before !== undefined)
      throw new UsageError(
        `${own.file}: found the id "${model.id}", which ${before} has too; expected each once; give one of them another id`,
      );
    files.set(model.id, own.file);
  }
}

/** The model's file and what it imports by path, named from its folder, so that they are the same on any machine. */
function filesOf({ file, inputs }: Bundle): ModelRecord['files'] {
  return inputs.map((path) => ({
    file: relative(dirname(file), path).replaceAll('\\', '/'),
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
  }));
}

async function runAll(
  threads: readonly ModelThread[],
  records: readonly ModelRecord[],
  panel: Panel,
  spec: Specification,
  selection: Selection,
): Promise<OwnModelsRun> {
  // What the panel does not have is the caller's mistake, and no model's.
  selectedOutcomes(panel, spec, selection);
  const estimates: Estimate[] = [];
  const cells = new Map<string, Cell>();
  for (const [i, thread] of threads.entries()) {
    const { options } = records[i]!;
    const run = await thread.run({ panel, spec, selection, options, keepCells: asksForInference(spec) });
    for (const e of run.estimates) estimates.push(e);
    for (const [id, cell] of run.cells) cells.set(id, cell);
  }
  return { estimates: adjustFamilies(estimates, spec), cells, records };
}
