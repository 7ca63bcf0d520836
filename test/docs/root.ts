import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What git does not have: installed, built, made, the user's own, and what stands elsewhere in the tree as a link. */
const leftOut = /(^|\/)(node_modules|dist|\.git|data\/raw|reports\/out|oj-out)(\/|$)/;

/** Paths from the root of the files below a folder with an ending, in order, with `/` between folders. */
export const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (leftOut.test(path)) return [];
      if (entry.isDirectory()) return filesOf(path, ending);
      return entry.isFile() && path.endsWith(ending) ? [path] : [];
    })
    .sort();

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
