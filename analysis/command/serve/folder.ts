import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UsageError } from '../../../data/problems.js';
import type { ServedFile } from '../../../reports/serve/page.js';

/** A served folder is one of results, not a disk: what lies deeper or beyond is neither listed nor watched. */
const DEEPEST = 6;
const MOST = 20_000;

/** A file as the watch knows it. */
export interface SeenFile extends ServedFile {
  readonly changed: number;
}

/** @throws UsageError where there is no folder of that name, or it may not be read */
export function checkFolder(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (!stat)
    throw new UsageError(
      `there is no folder ${JSON.stringify(folder)}; expected one with results; make it with oj replicate --out, or name another: oj serve FOLDER`,
    );
  if (!stat.isDirectory())
    throw new UsageError(
      `${JSON.stringify(folder)} is a file; expected the folder that it lies in; name that: oj serve FOLDER`,
    );
  try {
    readdirSync(folder);
  } catch (error) {
    throw new UsageError(
      `folder ${JSON.stringify(folder)} cannot be read (${(error as NodeJS.ErrnoException).code}); expected one that you may read`,
    );
  }
}

/** Names that are not shown: hidden files, and so the temporaries that files are written under. */
const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

interface Walked {
  readonly files: SeenFile[];
  readonly folders: string[];
}

function walk(folder: string, inner: string, depth: number, found: Walked): Walked {
  found.folders.push(inner);
  for (const entry of entriesOf(join(folder, inner))) {
    const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
    if (isHidden(entry.name) || found.files.length >= MOST) continue;
    if (entry.isDirectory() && depth < DEEPEST) walk(folder, path, depth + 1, found);
    const stat = entry.isFile() ? statSync(join(folder, path), { throwIfNoEntry: false }) : undefined;
    if (stat) found.files.push({ path, size: stat.size, changed: stat.mtimeMs });
  }
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // Taken away while it was read.
  }
}

/** The files that a folder shows, in the order of their paths: plain files, no link, nothing hidden. */
export const listFiles = (folder: string): SeenFile[] =>
  walk(folder, '', 0, { files: [], folders: [] }).files.sort((a, b) => (a.path < b.path ? -1 : 1));

/** The folders that they lie in, itself as an empty path. */
export const listFolders = (folder: string): string[] =>
  walk(folder, '', 0, { files: [], folders: [] }).folders;

/**
 * The file that a request names, or null: nothing outside the folder, by whatever name or link, nothing hidden, only plain files.
 * @param path the part of the address after the folder's prefix, as it came, still encoded
 */
export function findFile(folder: string, path: string): string | null {
  let parts: string[];
  try {
    // Each part by itself: an encoded slash is part of a name, and no such file is here.
    parts = path.split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
  if (parts.some((part) => part === '' || isHidden(part) || /[/\\\0:]/.test(part))) return null;
  try {
    const root = realpathSync(folder);
    const file = realpathSync(join(root, ...parts));
    return file.startsWith(root.endsWith(sep) ? root : root + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}
