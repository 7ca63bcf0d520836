import { readFileSync } from 'node:fs';
import { demoFolder } from '../../data/location.js';
import { formatProblems, UsageError } from '../../data/problems.js';
import { packageVersion } from '../../data/version.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import type { CommonOptions } from '../cli.js';
import type { Estimate } from '../estimate.js';
import type { Run } from '../manifest.js';
import { buildPanel, type Panel } from '../panel/panel.js';
import { readSpecification } from '../read-specification.js';
import type { Results } from '../results.js';
import { defaultSpecification, type Specification } from '../specification.js';

/** Reads what `--data` and `--spec` name; warnings go to stderr, errors are thrown. */
export function load({ data, spec }: Pick<CommonOptions, 'data' | 'spec'>): {
  panel: Panel;
  spec: Specification;
} {
  const specification = loadSpecification(spec);
  const panel = buildPanel(readDataFolder(data ?? demoFolder()));
  if (panel.warnings.length > 0) process.stderr.write(`${formatProblems(panel.warnings)}\n`);
  return { panel, spec: specification };
}

/** The specification of `--spec`; the default without. */
export const loadSpecification = (spec: string | undefined): Specification =>
  spec === undefined ? defaultSpecification : readSpecification(readText(spec), spec);

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file}: cannot be read (${(error as NodeJS.ErrnoException).code}); expected a JSON file with fields of the specification`,
    );
  }
}

/** The run for the manifest: SOURCE_DATE_EPOCH stands for the clock where it is set. */
export function currentRun(): Run {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  if (epoch !== undefined && !/^\d{1,12}$/.test(epoch))
    throw new UsageError(
      `SOURCE_DATE_EPOCH: found "${epoch}"; expected seconds since 1970 as a whole number`,
    );
  const time = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  const command = [
    'oj',
    ...process.argv
      .slice(2)
      .map((a) => (/^[\p{L}\p{N}_./:,=+-]+$/u.test(a) ? a : `'${a.replaceAll("'", "'\\''")}'`)),
  ].join(' ');
  return { version: packageVersion(), node: process.version, command, time: time.toISOString() };
}

/** 1 where some result could not be estimated, else 0. */
export const exitCodeOf = (estimates: readonly Estimate[]): number =>
  estimates.some((e) => e.status !== 'ok') ? 1 : 0;

/** JSON on stdout, alone. */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value, null, 1)}\n`);
};

/** Results as JSON on stdout; `quality` only where the run has it. */
export const printResults = ({ quality, ...rest }: Results): void =>
  printJson(quality ? { ...rest, quality } : rest);
