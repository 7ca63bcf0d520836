import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { quoteFound, UsageError } from '../../../data/problems.js';
import { ENDING } from './recorder.js';

/**
 * The notebooks that files and folders name, absolute, each once, those of a folder in the order of their names.
 * @throws UsageError where one is not there, is no notebook, or where two would be written to the same file
 */
export function findNotebooks(named: readonly string[]): string[] {
  const files = [...new Set(named.flatMap(notebooksOf).map((file) => resolve(file)))];
  const byName = new Map<string, string>();
  for (const file of files) {
    const other = byName.get(basename(file));
    if (other !== undefined)
      throw new UsageError(
        `${other} and ${file} have the same name; expected different ones, since each is written under its name; rename one, or run them one at a time`,
      );
    byName.set(basename(file), file);
  }
  return files;
}

function notebooksOf(named: string): string[] {
  const stat = statSync(named, { throwIfNoEntry: false });
  if (!stat)
    throw new UsageError(
      `there is no ${quoteFound(named)}; expected a notebook, NAME${ENDING}, or a folder of them; make one with oj notebook new NAME`,
    );
  if (!stat.isDirectory()) return [notebookFile(named)];
  const names = readdirSync(named).filter((name) => name.endsWith(ENDING) && !name.startsWith('.'));
  if (names.length === 0)
    throw new UsageError(
      `the folder ${quoteFound(named)} has no notebook; expected files NAME${ENDING}; make one with oj notebook new NAME`,
    );
  return names.sort().map((name) => join(named, name));
}

/** @throws UsageError where the name is not that of a notebook */
export function notebookFile(named: string): string {
  if (basename(named).length > ENDING.length && named.endsWith(ENDING)) return named;
  throw new UsageError(
    `${quoteFound(named)} is no notebook; expected a file NAME${ENDING}${named.endsWith('.ipynb') ? '; make one of it with oj notebook import' : ''}`,
  );
}
