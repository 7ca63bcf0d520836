import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's root folder, whether this file runs as source (`data/`) or as build output (`dist/data/`). */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('no package.json above the files of oppna-jamforelser');
    folder = above;
  }
  return folder;
}

/** The folder of the demo data: a canonical data folder. */
export const demoFolder = (): string => join(packageRoot(), 'data', 'demo');

/** The folder of the codebook's files. */
export const codebookFolder = (): string => join(packageRoot(), 'data', 'codebook');
