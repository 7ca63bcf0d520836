import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../../../data/problems.js';
import { messages } from '../../../reports/locales/language.js';
import { type LastGood, lastGoodOf, withLastGood } from '../../../reports/notebook/last-good.js';
import { notebookPage } from '../../../reports/notebook/page.js';
import { frameScript } from '../../../reports/serve/assets.js';
import { writeFiles } from '../../../reports/write.js';
import { openInBrowser } from '../open.js';
import { serveFolder } from '../serve/server.js';
import { notebookFile } from './find.js';
import { type NotebookProcess, startProcess } from './process.js';
import { ENDING } from './recorder.js';
import { limitsOf, type NotebookOptions, report } from './run.js';
import { runNotebook } from './run-notebook.js';
import { watchFiles } from './watch-files.js';

export interface NotebookWatchOptions extends NotebookOptions {
  readonly port?: number;
  readonly open: boolean;
}

/**
 * `oj notebook watch`: shows a notebook in the browser and runs it again on every save, until Ctrl-C, which is no error.
 * A save while it runs stops the run and begins anew. Where a run fails, its page shows the error and what the cells last
 * showed.
 */
export async function notebookWatchCommand(named: string, options: NotebookWatchOptions): Promise<void> {
  const file = resolve(notebookFile(named));
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new UsageError(`there is no file ${file}; expected a notebook; make one with oj notebook new NAME`);
  const stop = new AbortController();
  const ended = new Promise<void>((end) => {
    process.once('SIGINT', end).once('SIGTERM', end).once('SIGHUP', end);
  });
  const name = basename(file, ENDING);
  const above = mkdtempSync(join(tmpdir(), 'oj-notebook-'));
  const folder = join(above, name);
  mkdirSync(folder);
  const runs = watchRuns(file, folder, options, stop.signal);
  try {
    const { notebook } = messages(options.lang);
    const serving = await serveFolder({ folder, port: options.port ?? null, lang: options.lang });
    process.stdout.write(`${notebook.watching(named, serving.url)}\n`);
    process.stderr.write(`${notebook.watchHint}\n`);
    // A computer without a browser can still show the address.
    if (options.open) openInBrowser(serving.url).catch(() => {});
    await ended;
    stop.abort();
    await serving.close();
  } finally {
    stop.abort();
    await runs.over();
    rmSync(above, { recursive: true, force: true });
  }
  process.exitCode = 0;
}

/** Runs a notebook at once and after every save, and writes its page into a folder. */
function watchRuns(file: string, folder: string, options: NotebookWatchOptions, signal: AbortSignal) {
  const { lang } = options;
  const limits = limitsOf(options);
  // A process that waits with the library loaded: a saved cell is shown without that wait.
  let spare: NotebookProcess | null = startProcess(dirname(file), limits);
  let files: readonly string[] = [file];
  let last: LastGood = [];
  let current = new AbortController();
  let running = Promise.resolve();

  const run = async (mine: AbortSignal) => {
    const process = spare ?? startProcess(dirname(file), limits);
    spare = null;
    try {
      const ran = await runNotebook(file, { lang, limits, signal: mine, process });
      const shown = withLastGood(ran.run, last);
      last = lastGoodOf(ran.run, last);
      const content = notebookPage(shown, ran.parsed, { lang, timings: true, script: frameScript });
      writeFiles(folder, [{ path: `${shown.id}.html`, content }]);
      report(ran.run, lang, true);
      files = [...new Set([...ran.inputs, ...(ran.inputs.length > 1 ? [] : files)])];
    } catch (error) {
      process.stop();
      // A save has begun a run of its own; a file that is away for a moment comes back by the next save.
      if (!mine.aborted) globalThis.process.stderr.write(`oj: ${(error as Error).message}\n`);
    }
    if (!signal.aborted && !mine.aborted) {
      watching.follow();
      spare ??= startProcess(dirname(file), limits);
    }
  };
  const again = () => {
    current.abort();
    current = new AbortController();
    const mine = current.signal;
    running = running.then(() => (mine.aborted ? undefined : run(mine)));
  };
  const watching = watchFiles(() => files, again, signal);
  signal.addEventListener('abort', () => {
    current.abort();
    spare?.stop();
  });
  again();
  return { over: () => running };
}
