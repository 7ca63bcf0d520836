import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFiles } from '../../../reports/write.js';
import type { Manifest } from '../../results.js';
import type { ReportSettings } from './job.js';

const NAME = 'rapporter.json';

/** What a folder of reports was made from, and which of them are there. */
interface Ledger {
  readonly key: string;
  readonly done: Readonly<Record<string, readonly string[]>>;
}

/** A name for all that reports depend on: where it is the same, a report that is there is the one that would be made. */
export function ledgerKey(manifest: Manifest, settings: ReportSettings, options: unknown): string {
  const { version, inputs } = manifest;
  const all = { version, inputs: inputs.map(({ file, sha256 }) => [file, sha256]), settings, options };
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

/** The reports of a folder that were made from the same and are still there; none where the ledger is of something else. */
export function doneIn(folder: string, key: string): Map<string, readonly string[]> {
  const ledger = readLedger(folder);
  if (ledger?.key !== key) return new Map();
  return new Map(
    Object.entries(ledger.done).filter(([, paths]) => paths.every((path) => existsSync(join(folder, path)))),
  );
}

/** Writes which reports are there. */
export function writeLedger(folder: string, key: string, done: ReadonlyMap<string, readonly string[]>): void {
  const ledger: Ledger = { key, done: Object.fromEntries([...done].sort(([a], [b]) => (a < b ? -1 : 1))) };
  writeFiles(folder, [{ path: NAME, content: `${JSON.stringify(ledger, null, 1)}\n` }]);
}

/** A ledger that cannot be read is none: the reports are then made anew. */
function readLedger(folder: string): Ledger | null {
  try {
    const ledger = JSON.parse(readFileSync(join(folder, NAME), 'utf8')) as Partial<Ledger>;
    const { key, done } = ledger;
    const whole =
      typeof key === 'string' &&
      typeof done === 'object' &&
      done !== null &&
      Object.values(done).every((paths) => Array.isArray(paths) && paths.every((p) => typeof p === 'string'));
    return whole ? { key, done } : null;
  } catch {
    return null;
  }
}
