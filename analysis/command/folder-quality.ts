import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRawFolder } from '../../data/imports/raw-folder.js';
import type { Problem } from '../../data/problems.js';
import { formatProblems } from '../../data/problems.js';
import type { Panel } from '../panel/panel.js';
import { type Disagreements, disagreements } from '../quality/disagreements.js';
import { quality } from '../quality/quality.js';
import type { Quality } from '../quality/records.js';
import type { Specification } from '../specification.js';

/** Where the sources of a folder disagree, and what of that could not be read. */
export interface FolderSources {
  readonly found: Disagreements;
  readonly problems: readonly Problem[];
}

/** Where sources disagree, of a folder that importers have written to; null of another. */
export function importedSources(folder: string): FolderSources | null {
  const conflicts = join(folder, 'conflicts.csv');
  if (!existsSync(conflicts)) return null;
  // Importers leave a header alone where nothing is in conflict: then no table need be read a second time for it.
  const none = !readFileSync(conflicts, 'utf8').trimEnd().includes('\n');
  if (!none) return disagreements(readRawFolder(folder));
  const found = { rows: 0, settled: 0, byTable: [], bySource: [], byIndicator: [] };
  return { found, problems: [] };
}

/** The quality of a folder's data as `oj check` reports it; what of its conflicts cannot be read goes to stderr. */
export function folderQuality(folder: string, panel: Panel, spec: Specification): Quality {
  const sources = importedSources(folder);
  if (sources && sources.problems.length > 0) process.stderr.write(`${formatProblems(sources.problems)}\n`);
  return quality(panel, spec, sources?.found ?? null);
}
