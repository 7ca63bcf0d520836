import { mkdirSync, renameSync, rmSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../data/problems.js';

/** A file of the output folder: its path within it, with `/` between folders, and its whole content, text as UTF-8. */
export interface OutputFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes files into a folder, creating folders as needed. Every file is first written under a temporary name
 * beside its place; only when all are there is each renamed, so that a full disk or a stop leaves no half a file
 * and no mixture of two runs. On any failure the temporaries, and folders made for them, are removed.
 * @throws UsageError naming the path and the cause; the signal's reason where it stopped the writing.
 */
export function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  options: { readonly signal?: AbortSignal } = {},
): void {
  const made: string[] = [];
  const waiting: { temporary: string; target: string }[] = [];
  const targets = files.map(({ path, content }) => ({ target: targetPath(folder, path), content }));
  try {
    for (const { target, content } of targets) {
      options.signal?.throwIfAborted();
      attempt(dirname(target), () => makeFolder(dirname(target), made));
      attempt(target, () => refuseFolder(target));
      const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
      waiting.push({ temporary, target });
      attempt(target, () => writeFileSync(temporary, content));
    }
    options.signal?.throwIfAborted();
    while (waiting.length > 0) {
      const { temporary, target } = waiting[0]!;
      attempt(target, () => renameSync(temporary, target));
      waiting.shift();
    }
  } catch (error) {
    for (const { temporary } of waiting) rmSync(temporary, { force: true });
    removeEmpty(made);
    throw error;
  }
}

/** A path of the output folder must stay in it: no absolute path, no step upwards. */
function targetPath(folder: string, path: string): string {
  const parts = path.split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\\0]/.test(part)))
    throw new UsageError(`cannot write ${JSON.stringify(path)}: not a path within the output folder`);
  return join(folder, ...parts);
}

/**
 * Creates a folder and those above it, one by one from the first that is not there, and remembers them. (Node's own
 * recursive mkdir never returns where a file system answers "no such file" to the making of a folder, as /proc does.)
 */
function makeFolder(folder: string, made: string[]): void {
  const missing: string[] = [];
  let above = resolve(folder);
  while (!statSync(above, { throwIfNoEntry: false }) && dirname(above) !== above) {
    missing.unshift(above);
    above = dirname(above);
  }
  if (missing.length === 0 && !statSync(above).isDirectory())
    throw Object.assign(new Error('ENOTDIR'), { code: 'ENOTDIR' });
  for (const path of missing) {
    mkdirSync(path);
    made.push(path);
  }
}

function refuseFolder(target: string): void {
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw Object.assign(new Error('EISDIR'), { code: 'EISDIR' });
}

function removeEmpty(folders: readonly string[]): void {
  for (const folder of folders.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      // Not empty: someone else's files are in it, and stay.
    }
  }
}

const causes: Readonly<Record<string, string>> = {
  EACCES: 'no permission to write there',
  EPERM: 'no permission to write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'there is a file where a folder is needed',
  ENOTDIR: 'there is a file where a folder is needed',
  EISDIR: 'there is a folder with that name',
  ENOENT: 'no folder can be made there',
  ENAMETOOLONG: 'the name is too long',
};

/** Runs one step on the file system; its failure becomes one line that a user can act on. */
function attempt(path: string, step: () => void): void {
  try {
    step();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `cannot write ${path}: ${causes[code] ?? message}; choose another folder with --out`,
    );
  }
}
