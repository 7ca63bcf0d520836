import { basename } from 'node:path';
import { type Imported, together } from '../../data/imports/imported.js';
import { draftMapping, type Mapping, readMapping } from '../../data/imports/socialstyrelsen/mapping.js';
import { readSocialstyrelsen } from '../../data/imports/socialstyrelsen/read.js';
import type { FileReport } from '../../data/imports/socialstyrelsen/report.js';
import { formatProblems, UsageError } from '../../data/problems.js';
import {
  type ImportOptions,
  readInput,
  readText,
  refuseExisting,
  refuseSameNames,
  writeNew,
} from './import.js';
import { mergeRecord, valueLines } from './import-changes.js';
import { openTarget, writeInto } from './import-into.js';
import { printFileReport, printNothing } from './import-socialstyrelsen-report.js';
import { progress } from './progress.js';
import { currentRun, printJson } from './run.js';

export interface ImportSocialstyrelsenOptions extends ImportOptions {
  readonly year?: number;
  readonly area?: string;
  readonly lang: 'sv' | 'en';
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
  refuseSameNames(files);
  const { into, writeMapping, lang } = options;
  if (writeMapping !== undefined) refuseExisting(writeMapping);
  const target = into === undefined ? null : openTarget(into);
  const mapping =
    options.mapping === undefined ? {} : readMapping(readText(options.mapping), options.mapping);
  const { imported, reports, failures } = await readAll(files, mapping, options);
  if (reports.length === 0) throw new UsageError(failures.join('\noj: '));
  if (writeMapping !== undefined) writeNew(writeMapping, draftMapping(reports));
  const nothing = target !== null && imported.answers.length === 0;
  const merged = target && !nothing ? writeInto(target, imported, options) : null;
  const { problems } = imported;
  if (options.json) printJson({ files: reports, failures, problems, merged: merged && mergeRecord(merged) });
  else {
    for (const report of reports) process.stdout.write(printFileReport(report, lang));
    if (target) {
      const lines = merged
        ? valueLines(merged, target.into, { replace: options.replace, lang, noun: 'answers' })
        : [printNothing(target.into, lang)];
      process.stdout.write(`${lines.join('\n')}\n`);
    }
    if (problems.length > 0) process.stderr.write(`${formatProblems(problems)}\n`);
  }
  for (const failure of failures) process.stderr.write(`oj: ${failure}\n`);
  const gaps = failures.length > 0 || nothing || problems.some((p) => p.severity === 'error');
  process.exitCode = gaps ? 1 : 0;
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
      const { imported, report } = readSocialstyrelsen(readInput(file), name, {
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
