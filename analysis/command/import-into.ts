import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type AboutContent, citing, parseAbout } from '../../data/imports/citing.js';
import type { Imported } from '../../data/imports/imported.js';
import { merge, type Merged } from '../../data/imports/merge.js';
import { folderFiles, type RawFolder, readRawFolder } from '../../data/imports/raw-folder.js';
import { demoFolder } from '../../data/location.js';
import { UsageError } from '../../data/problems.js';
import { writeFiles } from '../../reports/write.js';
import { readText } from './import.js';

/** A folder to add to, as it was before. */
export interface Target {
  readonly into: string;
  readonly folder: RawFolder;
  readonly about: AboutContent;
}

/**
 * Reads the folder that `--into` names, which need not be there yet. What cannot be added to is said before any file is read or any server is asked.
 * @throws UsageError for a file, the demo data, simulated data, and a folder whose files cannot be read.
 */
export function openTarget(into: string): Target {
  if (statSync(into, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(`--into: ${into} is a file; expected a folder, or a name for a new one`);
  if (isDemo(into))
    throw new UsageError(
      `--into: ${into} holds the demo data; expected a folder of your own; choose another, data/raw/my-folder`,
    );
  const about = join(into, 'about.json');
  return {
    into,
    about: existsSync(about) ? parseAbout(readText(about), about) : {},
    folder: readRawFolder(into),
  };
}

function isDemo(folder: string): boolean {
  try {
    return realpathSync(resolve(folder)) === realpathSync(demoFolder());
  } catch {
    return false;
  }
}

/** Adds what was imported, names its sources in `about.json` and writes all files or, where anything fails, none. */
export function writeInto(
  { into, folder, about }: Target,
  imported: Imported,
  options: { readonly replace?: boolean | undefined; readonly signal?: AbortSignal } = {},
): Merged {
  const merged = merge(folder, imported, options.replace);
  const files = [
    ...folderFiles(merged.folder),
    { path: 'about.json', content: citing(about, merged.folder.sources) },
  ];
  writeFiles(into, files, options.signal ? { signal: options.signal } : {});
  return merged;
}
