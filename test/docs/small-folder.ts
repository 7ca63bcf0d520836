import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.js';

const demo = join(root, 'data', 'demo');

/** The municipalities that the documents name and some of Skåne, and of all others every ninth. */
const named = /^(?:0114|0180,|0880|128\d)/;
const ninth = (unit: string) => Number(unit.slice(0, 4)) % 9 === 0;

/** A copy of the demo data with some sixty of its units: what is run many times is run on it. */
export function makeSmallFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const keep = (unit: string) => named.test(`${unit},`) || ninth(unit);
  for (const [file, column] of [
    ['units.csv', 0],
    ['answers.csv', 0],
    ['survey.csv', 0],
    ['care-units.csv', 1],
  ] as const) {
    const [head, ...rows] = readFileSync(join(demo, file), 'utf8').split('\n');
    const kept = rows.filter((row) => keep(row.split(',')[column] ?? ''));
    writeFileSync(join(folder, file), `${[head, ...kept].join('\n')}\n`);
  }
  for (const file of ['indicators.csv', 'about.json']) copyFileSync(join(demo, file), join(folder, file));
}
