import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './location.js';

const read = new Map<string, string>();

/**
 * The text of a file that belongs to the package, by its path from the package's root; read once.
 * @throws Error where the package was not built or is not whole
 */
export function packageFile(...path: readonly string[]): string {
  const file = join(packageRoot(), ...path);
  const known = read.get(file);
  if (known !== undefined) return known;
  if (!existsSync(file)) throw new Error(`${file} is missing; npm run build makes it`);
  const text = readFileSync(file, 'utf8');
  read.set(file, text);
  return text;
}
