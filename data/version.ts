import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './location.js';

let version: string | undefined;

/** The version of this package, `0.1.0`, as its package.json has it. */
export function packageVersion(): string {
  version ??= (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string })
    .version;
  return version;
}
