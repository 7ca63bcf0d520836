import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder } from '../location.js';
import type { IndicatorRecord } from '../records.js';
import { sha256, type FileStamp } from './folder.js';

/** The demo data's simulated files. Its units and indicators are real, and anybody's to use. */
const simulatedFiles = ['answers.csv', 'survey.csv', 'care-units.csv'] as const;

/**
 * Whether any of these files is, byte for byte, one of the demo data's simulated files under whatever name: a copy
 * never passes for real data. A demo file is read only where the sizes are the same; one that is missing matches none.
 */
export function isDemoData(files: readonly FileStamp[], demo: string = demoFolder()): boolean {
  return simulatedFiles.some((name) => {
    const path = join(demo, name);
    try {
      const { size } = statSync(path);
      const candidates = files.filter((file) => file.size === size && size > 0);
      if (candidates.length === 0) return false;
      const hash = sha256(readFileSync(path));
      return candidates.some((file) => file.sha256 === hash);
    } catch {
      return false;
    }
  });
}

const SYNTHETIC = /^(syntetisk|synthetic)/i;

/**
 * Whether the indicators say of themselves, in the column `source`, that they are synthetic: what the demo data say,
 * and what stays with them when a spreadsheet saves them anew and every byte is another.
 */
export const saysSynthetic = (indicators: readonly IndicatorRecord[]): boolean =>
  indicators.some(({ extra }) =>
    Object.entries(extra).some(([column, cell]) => column.toLowerCase() === 'source' && SYNTHETIC.test(cell)),
  );
