import { join } from 'node:path';
import { demoFolder } from '../../data/location.js';
import { formatProblems, InputError, type Problem } from '../../data/problems.js';
import { checkDataFolder, readDataFolder } from '../../data/readers/canonical.js';
import type { DataFolder } from '../../data/records.js';
import type { CommonOptions } from '../cli.js';
import { manifest } from '../manifest.js';
import { buildPanel } from '../panel/panel.js';
import { quality } from '../quality/quality.js';
import type { QualityReport } from '../quality/records.js';
import { importedSources } from './folder-quality.js';
import { printQuality } from './print.js';
import { currentRun, loadSpecification, printJson } from './run.js';

export interface CheckOptions extends CommonOptions {
  readonly out?: string;
}

/**
 * `oj check`: every problem of a data folder, then the quality of what is in it. Exit code 1 where the reader found
 * errors, and then the problems alone; a weak indicator is no error.
 */
export async function checkCommand({ data, spec, lang, json, out }: CheckOptions): Promise<void> {
  const specification = loadSpecification(spec);
  const folder = data ?? demoFolder();
  const read = readFolder(folder);
  const sources = read.data && importedSources(folder);
  const problems = [...read.problems, ...(sources?.problems ?? [])];
  const errors = problems.filter((p) => p.severity === 'error').length;
  const counts = { folder: data ?? null, errors, warnings: problems.length - errors };
  process.exitCode = errors > 0 ? 1 : 0;
  if (!json) printProblems(problems, errors);
  if (!read.data) {
    if (json) printJson({ ...counts, problems });
    return;
  }
  const panel = buildPanel(read.data);
  const report: QualityReport = {
    problems,
    manifest: manifest(panel, specification, currentRun()),
    specification,
    quality: quality(panel, specification, sources?.found ?? null),
  };
  if (out !== undefined) {
    const [{ qualityFiles }, { writeFiles }] = await Promise.all([
      import('../../reports/quality.js'),
      import('../../reports/write.js'),
    ]);
    writeFiles(out, qualityFiles(report, lang));
  }
  if (json) return printJson({ ...counts, ...report });
  await printQuality(report, lang);
  const whole = lang === 'sv' ? 'Hela rapporten' : 'The whole report';
  if (out !== undefined) process.stdout.write(`${whole}: ${join(out, 'quality.html')}\n`);
}

/** The folder's data with the reader's warnings; without data where there are errors. */
function readFolder(folder: string): { data: DataFolder | null; problems: readonly Problem[] } {
  try {
    const data = readDataFolder(folder);
    return { data, problems: data.warnings };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { data: null, problems: checkDataFolder(folder) };
  }
}

function printProblems(problems: readonly Problem[], errors: number): void {
  if (problems.length > 0) process.stdout.write(`${formatProblems(problems, Infinity)}\n`);
  process.stdout.write(`${errors} errors, ${problems.length - errors} warnings\n`);
}
