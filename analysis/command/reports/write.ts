import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { messages } from '../../../reports/locales/language.js';
import { writeFiles } from '../../../reports/write.js';
import { localView } from '../../local/index.js';
import { manifest as manifestOf } from '../../manifest.js';
import type { Manifest } from '../../results.js';
import type { Panel } from '../../panel/panel.js';
import type { Specification } from '../../specification.js';
import { interruptible } from '../interruptible.js';
import { currentRun } from '../run.js';
import type { LocalFormat, ReportJob } from './job.js';
import { doneIn, ledgerKey, writeLedger } from './ledger.js';
import { documentFiles, makeDocument } from './make.js';
import { writeMany } from './many.js';

/** The options that every command of local reports has. */
export interface LocalReportOptions {
  readonly data?: string;
  readonly spec?: string;
  readonly lang: 'sv' | 'en';
  readonly format: readonly LocalFormat[];
  readonly out: string;
  readonly year?: number;
  readonly workers?: number;
}

/** Writes one report and prints the paths of its files. */
export async function writeOne(
  panel: Panel,
  spec: Specification,
  job: ReportJob,
  options: LocalReportOptions,
): Promise<void> {
  const { lang, format: formats, out, year } = options;
  const source = { view: localView(panel), manifest: manifestOf(panel, spec, currentRun()) };
  const settings = { lang, formats, ...(year === undefined ? {} : { year }) };
  const files = await documentFiles(makeDocument(source, job, settings), formats);
  writeFiles(out, files);
  for (const { path } of files) process.stdout.write(`${join(out, path)}\n`);
}

/** A job, the name that its ledger knows it by, and the one that its readers do. */
export interface NamedJob {
  readonly name: string;
  readonly label: string;
  readonly job: ReportJob;
}

/**
 * Writes many reports with all the cores there are. What is already in the folder, made from the same data, options and
 * version, is not made again: a run that was stopped goes on where it was.
 */
export async function writeAll(
  panel: Panel,
  spec: Specification,
  jobs: readonly NamedJob[],
  options: LocalReportOptions & { readonly choice?: unknown },
): Promise<void> {
  const { lang, format: formats, out, year, workers = availableParallelism() } = options;
  const { reports } = messages(lang).outputs;
  const manifest = manifestOf(panel, spec, currentRun());
  const settings = { lang, formats, ...(year === undefined ? {} : { year }) };
  const key = ledgerKey(manifest, settings, {
    kind: jobs[0]?.job.kind,
    choice: options.choice ?? null,
    spec,
  });
  const done = doneIn(out, key);
  const open = jobs.filter(({ name }) => !done.has(name));
  await interruptible(async (say, signal) => {
    const counted = say.count(reports.writing, lang);
    let finished = 0;
    await writeMany(
      { panel, manifest, settings, folder: out },
      open.map(({ job }) => job),
      {
        workers,
        signal,
        finished: (index, paths) => {
          done.set(open[index]!.name, paths);
          writeLedger(out, key, done);
          finished++;
          counted(finished, open.length);
        },
      },
    );
    await writeIndex(jobs, done, manifest, lang, out);
    say.done();
    process.stdout.write(
      `${reports.written(String(open.length), String(jobs.length - open.length))}: ${out}\n`,
    );
  });
}

/** A page that leads to each of the pages that were written. */
async function writeIndex(
  jobs: readonly NamedJob[],
  done: ReadonlyMap<string, readonly string[]>,
  manifest: Manifest,
  lang: 'sv' | 'en',
  out: string,
): Promise<void> {
  const pages = jobs.flatMap(({ name, label }) => {
    const page = done.get(name)?.find((path) => path.endsWith('.html'));
    return page === undefined ? [] : [{ label, page }];
  });
  if (pages.length === 0) return;
  const [{ indexDocument }, { renderPage }] = await Promise.all([
    import('../../../reports/local/index-page.js'),
    import('../../../reports/page/page.js'),
  ]);
  writeFiles(out, [{ path: 'index.html', content: renderPage(indexDocument(pages, manifest, lang)) }]);
}
