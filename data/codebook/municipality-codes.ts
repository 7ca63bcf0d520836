import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookFolder } from '../location.js';

let cached: ReadonlySet<string> | undefined;

/** SCB's codes of the 290 municipalities (`municipalities.csv`), read once. */
export function municipalityCodes(): ReadonlySet<string> {
  cached ??= new Set(
    readFileSync(join(codebookFolder(), 'municipalities.csv'), 'utf8').match(/^\d{4}(?=,)/gm) ?? [],
  );
  return cached;
}
