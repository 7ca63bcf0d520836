import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { formatNumber } from '../../../reports/locales/format.js';
import { messages, type Lang } from '../../../reports/locales/language.js';
import { hasFailed, type NotebookRun } from '../../../reports/notebook/output.js';
import { seconds } from '../../../reports/notebook/page.js';
import { writeFiles } from '../../../reports/write.js';
import { interruptible } from '../interruptible.js';
import { findNotebooks } from './find.js';
import type { NotebookFormat } from './formats.js';
import { notebookFiles } from './outputs.js';
import { startProcess, type Limits, type NotebookProcess } from './process.js';
import { runNotebook } from './run-notebook.js';

export interface NotebookOptions {
  readonly lang: Lang;
  readonly timeLimit: number;
  readonly memoryLimit: number;
}

export interface NotebookRunOptions extends NotebookOptions {
  readonly out: string;
  readonly format: readonly NotebookFormat[];
  readonly timings?: boolean;
}

export const limitsOf = ({ timeLimit, memoryLimit }: NotebookOptions): Limits => ({
  seconds: timeLimit,
  megabytes: memoryLimit,
});

/** `oj notebook run`: runs notebooks, as many at a time as there are cores, and writes each when it is done. */
export async function notebookRunCommand(
  named: readonly string[],
  options: NotebookRunOptions,
): Promise<void> {
  const { lang, out, format, timings = false } = options;
  const files = findNotebooks(named.length > 0 ? named : ['notebooks']);
  const { run: said } = messages(lang).notebook;
  let failed = false;
  await interruptible(async (_say, signal) => {
    const queue = [...files];
    const limits = limitsOf(options);
    const work = async () => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
        const process: NotebookProcess = startProcess(dirname(file), limits);
        const ran = await runNotebook(file, { lang, limits, signal, process });
        writeFiles(out, notebookFiles(ran, format, lang, timings), { signal });
        failed ||= hasFailed(ran.run);
        report(ran.run, lang, timings);
      }
    };
    const workers = Array.from({ length: Math.min(files.length, availableParallelism()) }, work);
    try {
      await Promise.all(workers);
    } finally {
      // What one notebook threw ends the command; the others are not begun.
      queue.length = 0;
      await Promise.allSettled(workers);
    }
    process.stdout.write(`${said.written(out)}\n`);
  });
  process.exitCode = failed ? 1 : 0;
}

/** Says on stderr how long a notebook took, and what went wrong where. */
export function report(run: NotebookRun, lang: Lang, timings: boolean): void {
  const { run: said } = messages(lang).notebook;
  const code = run.cells.filter(({ cell }) => cell.kind === 'code');
  const title = (i: number) => code[i]!.cell.title || messages(lang).notebook.cell(formatNumber(i + 1, lang));
  const lines = [said.done(run.file, formatNumber(code.length, lang), seconds(run.milliseconds, lang))];
  code.forEach(({ milliseconds, error }, i) => {
    if (timings && milliseconds !== null) lines.push(said.cell(title(i), seconds(milliseconds, lang)));
    if (error) lines.push(said.failed(error.place ?? run.file, title(i), error.said));
  });
  for (const { cell, error } of run.cells)
    if (cell.kind === 'markdown' && error)
      lines.push(said.failed(error.place ?? run.file, cell.title, error.said));
  process.stderr.write(`${lines.join('\n')}\n`);
}
