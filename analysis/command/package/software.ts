import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../../data/location.js';

export interface Software {
  readonly name: string;
  readonly version: string;
}

/** The libraries that this package declares, with the versions that are installed. */
export function installedSoftware(): Software[] {
  const root = packageRoot();
  const { dependencies } = read(join(root, 'package.json')) as { dependencies: Record<string, string> };
  return Object.keys(dependencies)
    .sort()
    .flatMap((name) => {
      const version = installed(root, name);
      return version === null ? [] : [{ name, version }];
    });
}

/** Looked up as Node does, from the package's folder upwards: npm puts libraries beside the package or above it. */
function installed(from: string, name: string): string | null {
  const file = join(from, 'node_modules', name, 'package.json');
  if (existsSync(file)) return (read(file) as { version: string }).version;
  return dirname(from) === from ? null : installed(dirname(from), name);
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
