import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildPanel } from '../../analysis/panel/panel.js';
import { replicate } from '../../analysis/replicate.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';

/** Relative, against R (test/reference/appendix.R: base R and sandwich, nothing of the package). */
const TOLERANCE = 1e-8;

interface Reference {
  readonly r: string;
  readonly sandwich: string;
  readonly cells: readonly {
    readonly id: string;
    readonly estimate: number;
    readonly se: number | null;
    readonly statistic?: number;
    readonly p: number;
    readonly n: number;
  }[];
}

const reference = JSON.parse(
  readFileSync(new URL('../reference/appendix.json', import.meta.url), 'utf8'),
) as Reference;

describe(`every cell of tables 2-17 on the demo data, against ${reference.r}, sandwich ${reference.sandwich}`, () => {
  const panel = buildPanel(readDataFolder(demoFolder()));
  const estimates = new Map(replicate(panel, defaultSpecification).map((e) => [e.id, e]));

  test('the reference has all 1,103 cells', () => {
    expect(new Set(reference.cells.map((c) => c.id)).size).toBe(1103);
  });

  const close = (ours: number | null, theirs: number, scale = Math.abs(theirs)) =>
    ours !== null && Math.abs(ours - theirs) <= TOLERANCE * scale;

  test.each(['estimate', 'se', 'statistic', 'p', 'n'] as const)(
    `%s agrees to ${TOLERANCE} relative`,
    (field) => {
      const wrong = reference.cells.flatMap((cell) => {
        const e = estimates.get(cell.id)!;
        const theirs = cell[field];
        if (theirs === null || theirs === undefined) return [];
        // A difference of nearly equal means is known to the digits of the means: it is measured by its standard error.
        const scale = field === 'estimate' ? Math.max(Math.abs(theirs), cell.se ?? 0) : Math.abs(theirs);
        return close(e[field], theirs, scale) ? [] : [`${cell.id}: ${e[field]} (${e.reason}), R ${theirs}`];
      });
      expect(wrong).toEqual([]);
    },
  );
});
