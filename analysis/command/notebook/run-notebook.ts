import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../../../data/problems.js';
import type { Lang } from '../../../reports/locales/language.js';
import type { NotebookRun } from '../../../reports/notebook/output.js';
import { type ParsedNotebook, parseNotebook } from '../../../reports/notebook/parse.js';
import { bundle } from '../user-code/bundle.js';
import { UserCodeError } from '../user-code/errors.js';
import { instrument } from './instrument.js';
import { type Limits, type NotebookProcess, startProcess } from './process.js';
import { Recorder } from './recorder.js';

export interface RunOptions {
  readonly lang: Lang;
  readonly limits: Limits;
  /** Ends the run; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** A process that was started beforehand, in the notebook's folder. */
  readonly process?: NotebookProcess;
}

export interface Ran {
  readonly run: NotebookRun;
  readonly parsed: ParsedNotebook;
  /** The user's files that went into it, absolute: the notebook first. */
  readonly inputs: readonly string[];
}

/**
 * Runs a notebook in a process of its own. Whatever is wrong with the notebook, there is a run, with the error at its
 * cell.
 * @param file absolute path of a `.nb.ts` file
 * @throws UsageError where the file cannot be read; the signal's reason where it stopped the run
 */
export async function runNotebook(file: string, options: RunOptions): Promise<Ran> {
  const { lang, limits, signal } = options;
  const parsed = parseNotebook(readNotebook(file));
  const recorder = new Recorder(file, parsed, lang, () => performance.now());
  const ran = (inputs: readonly string[]): Ran => ({ run: recorder.result(), parsed, inputs });
  if (parsed.fault) {
    const { said, line, column } = parsed.fault;
    options.process?.stop();
    recorder.fail('SyntaxError', said, { file, line, column });
    return ran([file]);
  }
  signal?.throwIfAborted();
  const { source, original } = instrument(parsed);
  // It loads the library while the notebook is bundled.
  const process = options.process ?? startProcess(dirname(file), limits);
  const stop = () => process.stop();
  signal?.addEventListener('abort', stop, { once: true });
  const folder = mkdtempSync(join(tmpdir(), 'oj-notebook-'));
  try {
    const { code, inputs } = await bundle({ file, source });
    const module = join(folder, 'notebook.mjs');
    writeFileSync(module, code);
    const job = { module: pathToFileURL(module).href, files: inputs, lang };
    const ending = await process.run(job, {
      message: (message) => recorder.message(message, original),
      raw: (name, text) => recorder.raw(name, text),
    });
    signal?.throwIfAborted();
    recorder.ended(ending, limits);
    return ran(inputs);
  } catch (error) {
    if (!(error instanceof UserCodeError)) throw error;
    recorder.fail('Error', error.said, original(error.place));
    return ran([file]);
  } finally {
    signal?.removeEventListener('abort', stop);
    process.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function readNotebook(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(`${file}: cannot be read (${code}); expected a notebook, a .nb.ts file`);
  }
}
