import { demoFolder } from '../../data/location.js';
import { formatProblems } from '../../data/problems.js';
import { checkDataFolder } from '../../data/readers/canonical.js';
import type { CommonOptions } from '../cli.js';
import { printJson } from './run.js';

/** `oj check`: every problem of a data folder. Exit code 1 where there are errors. */
export function checkCommand({ data, json }: CommonOptions): void {
  const folder = data ?? demoFolder();
  const problems = checkDataFolder(folder);
  const errors = problems.filter((p) => p.severity === 'error').length;
  if (json) printJson({ folder: data ?? null, errors, warnings: problems.length - errors, problems });
  else {
    if (problems.length > 0) process.stdout.write(`${formatProblems(problems, Infinity)}\n`);
    process.stdout.write(`${errors} errors, ${problems.length - errors} warnings\n`);
  }
  process.exitCode = errors > 0 ? 1 : 0;
}
