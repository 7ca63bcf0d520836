import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { MAX_FILE_BYTES } from '../../data/imports/guard.js';
import { type Imported, nothingImported } from '../../data/imports/imported.js';
import { merge } from '../../data/imports/merge.js';
import { folderFiles, readRawFolder } from '../../data/imports/raw-folder.js';
import { draftMapping, type Mapping, readMapping } from '../../data/imports/socialstyrelsen/mapping.js';
import { readSocialstyrelsen } from '../../data/imports/socialstyrelsen/read.js';
import type { FileReport } from '../../data/imports/socialstyrelsen/report.js';
import { formatProblems, UsageError } from '../../data/problems.js';
import { writeFiles } from '../../reports/write.js';
import { printFileReport, printMerged } from './import-socialstyrelsen-report.js';
import { progress } from './progress.js';
import { currentRun, printJson } from './run.js';

export interface ImportSocialstyrelsenOptions {
  /** The canonical folder to add to; without it only --write-mapping is done. */
  readonly into?: string;
  readonly year?: number;
  readonly area?: string;
  readonly mapping?: string;
  readonly writeMapping?: string;
  readonly replace?: boolean;
  readonly lang: 'sv' | 'en';
  readonly json?: boolean;
}

interface Read {
  readonly imported: Imported;
  readonly reports: readonly FileReport[];
  /** Files that could not be read, in one line each. */
  readonly failures: readonly string[];
}

/**
 * `oj import socialstyrelsen FILES...`: reads workbooks of öppna jämförelser into a canonical folder. A file that cannot be read is named and does
 * not stop the others. Exit code 1 where a file or a column could not be read; nothing is written where no file could.
 */
export async function importSocialstyrelsen(
  files: readonly string[],
  options: ImportSocialstyrelsenOptions,
): Promise<void> {
  if (options.into === undefined && options.writeMapping === undefined)
    throw new UsageError(
      'oj import socialstyrelsen: found neither --into nor --write-mapping; expected a folder to add to: --into DIR',
    );
  const twice = files.map((f) => basename(f)).find((n, i, all) => all.indexOf(n) !== i);
  if (twice !== undefined)
    throw new UsageError(
      `${twice}: found two files of this name; expected one of each; rename one, since values are traced by it`,
    );
  const mapping =
    options.mapping === undefined ? {} : readMapping(readText(options.mapping), options.mapping);
  const read = await readAll(files, mapping, options);
  if (read.reports.length === 0) throw new UsageError(read.failures.join('\noj: '));
  const { imported, reports, failures } = read;
  const folder = options.into === undefined ? null : readRawFolder(options.into);
  const merged = folder && merge(folder, imported, options.replace);
  if (options.writeMapping !== undefined)
    writeFiles(dirname(options.writeMapping), [
      { path: basename(options.writeMapping), content: draftMapping(reports) },
    ]);
  if (merged) writeFiles(options.into!, folderFiles(merged.folder));
  const { problems } = imported;
  if (options.json) {
    const done = merged && {
      added: merged.added,
      changed: merged.changed,
      unchanged: merged.unchanged,
      removed: merged.removed,
      conflicts: merged.conflicts,
    };
    printJson({ files: reports, failures, problems, merged: done });
  } else {
    for (const report of reports) process.stdout.write(printFileReport(report, options.lang));
    if (merged) process.stdout.write(printMerged(merged, options.into!, options.lang));
    if (problems.length > 0) process.stderr.write(`${formatProblems(problems)}\n`);
  }
  for (const failure of failures) process.stderr.write(`oj: ${failure}\n`);
  process.exitCode = failures.length > 0 || problems.some((p) => p.severity === 'error') ? 1 : 0;
}

async function readAll(
  files: readonly string[],
  mapping: Mapping,
  options: ImportSocialstyrelsenOptions,
): Promise<Read> {
  const say = progress();
  const { time } = currentRun();
  const reports: FileReport[] = [];
  const failures: string[] = [];
  const parts: Imported[] = [];
  for (const [i, file] of files.entries()) {
    const name = basename(file);
    await say.step(`${options.lang === 'sv' ? 'Läser' : 'Reading'} ${i + 1}/${files.length} ${name}`);
    try {
      const { imported, report } = readSocialstyrelsen(readBytes(file), name, {
        year: options.year,
        area: options.area,
        mapping: Object.hasOwn(mapping, name) ? mapping[name] : undefined,
        time,
      });
      parts.push(imported);
      reports.push(report);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failures.push(error.message);
    }
  }
  say.done();
  return { imported: together(parts), reports, failures };
}

function together(parts: readonly Imported[]): Imported {
  const indicators = new Map(parts.flatMap((p) => p.indicators.map((i) => [i.indicator, i])));
  return {
    ...nothingImported,
    sources: parts.flatMap((p) => p.sources),
    indicators: [...indicators.values()],
    answers: parts.flatMap((p) => p.answers),
    problems: parts.flatMap((p) => p.problems),
  };
}

/** The size is asked for first: a file that is too large is not even read. */
function readBytes(file: string): Uint8Array {
  const size = attempt(file, () => statSync(file).size);
  if (size > MAX_FILE_BYTES)
    throw new UsageError(
      `${file}: found ${Math.round(size / 1e6)} MB; expected at most ${MAX_FILE_BYTES / 1e6} MB; this is no workbook of results`,
    );
  return attempt(file, () => readFileSync(file));
}

const readText = (file: string): string => attempt(file, () => readFileSync(file, 'utf8'));

function attempt<T>(file: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new UsageError(
      `${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); expected a file; correct its name`,
    );
  }
}
