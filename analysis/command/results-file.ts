import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../data/problems.js';

/** A run is named by its folder or by its results.json. */
export const resultsFile = (from: string): string =>
  statSync(from, { throwIfNoEntry: false })?.isDirectory() ? join(from, 'results.json') : from;

/** @throws UsageError where the file cannot be read. */
export function resultsText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(
      `${file}: cannot be read; expected the results of a run; make them with oj replicate, or name their folder`,
    );
  }
}
