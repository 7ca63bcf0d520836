import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoFolder } from '../location.js';
import { generateDemo } from './generate.js';

/**
 * Writes files into a folder: each to a temporary name first, then all renamed, so that no reader ever meets half a file. Throws
 * the file system's error; no temporary file remains.
 */
export function writeDemo(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  const names = Object.keys(files);
  const temporary = (name: string): string => join(folder, `.${name}.${process.pid}.tmp`);
  try {
    for (const name of names) writeFileSync(temporary(name), files[name]!);
    for (const name of names) renameSync(temporary(name), join(folder, name));
  } finally {
    for (const name of names) rmSync(temporary(name), { force: true });
  }
}

/** `npm run demo-data`. */
function main(): void {
  const { files } = generateDemo();
  writeDemo(demoFolder(), files);
  for (const [name, content] of Object.entries(files))
    process.stderr.write(`${name}: ${Buffer.byteLength(content)} bytes\n`);
}

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === fileURLToPath(import.meta.url)) main();
