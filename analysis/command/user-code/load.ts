import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bundle } from './bundle.js';
import { userError } from './errors.js';

/**
 * Runs a bundle and returns what it exports. Each call runs it anew. Stacks name the user's own lines from then on.
 * @throws UserCodeError at the user's line, where the code throws while it is loaded
 */
export async function load(
  bundle: Pick<Bundle, 'file' | 'code' | 'inputs'>,
): Promise<Readonly<Record<string, unknown>>> {
  process.setSourceMapsEnabled(true);
  const folder = mkdtempSync(join(tmpdir(), 'oj-'));
  try {
    const module = join(folder, `${basename(bundle.file).replace(/\W+/g, '-')}.mjs`);
    writeFileSync(module, bundle.code);
    return (await import(pathToFileURL(module).href)) as Record<string, unknown>;
  } catch (error) {
    throw userError(error, bundle.inputs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
