import type { OutcomeDefinition } from '../codebook/codebook.js';
import { publishedTables, type PublishedKind } from '../codebook/published.js';
import { demoYears } from './population.js';

/**
 * How large the simulated effects are: sized by the marks that the appendix published, so that the demo's tables resemble its
 * tables. A mark says that an effect was larger than its standard error, not how large: the sizes are ours.
 */

/** The groupings whose differences the appendix tests. */
export const anovaGroupings = ['lan', 'kommungrupp', 'socioek'] as const;
export type AnovaGrouping = (typeof anovaGroupings)[number];

function publishedCells(outcome: OutcomeDefinition, kind: PublishedKind): ReadonlyMap<string, string> | null {
  const table = publishedTables().find((t) => t.area === outcome.area && t.kind === kind);
  const row = table?.rows.find((r) => r.label === outcome.row && r.group === outcome.group);
  if (!table || !row) return null;
  if (!row.cells) throw new Error(`table ${table.table}: the marks of ${outcome.id} are not settled`);
  return new Map(table.columns.map((column, k) => [column, row.cells![k]!]));
}

/** Standard deviation of the group effects per unit standard deviation of the outcome (Cohen's f), by mark. */
const effectByMark: Readonly<Record<AnovaGrouping, Readonly<Record<string, number>>>> = {
  lan: { 'last**': 0.3, 'last*': 0.25, 'period**': 0.12, 'period*': 0.07 },
  kommungrupp: { 'last**': 0.25, 'last*': 0.2, 'period**': 0.1, 'period*': 0.06 },
  socioek: { 'last**': 0.2, 'last*': 0.16, 'period**': 0.09, 'period*': 0.06 },
};

/**
 * Size of the outcome's differences between the levels of each grouping, as Cohen's f: by the last year's mark where there is one, else
 * by the period's (whose test counts a unit's years as independent and marks small differences), 0 where neither is marked.
 */
export function groupEffectSizes(outcome: OutcomeDefinition): Readonly<Record<AnovaGrouping, number>> {
  const cells = publishedCells(outcome, 'anova');
  if (!cells) throw new Error(`no published anova of ${outcome.id}`);
  const size = (grouping: AnovaGrouping): number => {
    const last = cells.get(`sista:${grouping}`)!;
    const period = cells.get(`period:${grouping}`)!;
    const key = last === '' ? `period${period}` : `last${last}`;
    return last === '' && period === '' ? 0 : effectByMark[grouping][key]!;
  };
  return { lan: size('lan'), kommungrupp: size('kommungrupp'), socioek: size('socioek') };
}

/** Expected difference of a marked year, in standard errors of that year's comparison. */
const yearByMark: Readonly<Record<string, number>> = { '++': 2.8, '+': 2, '-': -2, '--': -2.8 };
/** Mean over the five years that a marked `totalt` needs, in the same unit: its own standard error is about 0.72 of a year's. */
const meanByTotalMark: Readonly<Record<string, number>> = { '++': 1.75, '+': 1.5 };
/** What an unmarked year may contribute to it without being marked itself too often. */
const unmarkedYear = { least: 0.6, most: 1.4 } as const;

/**
 * The outcome's difference between users and non-users in each year, in standard errors of one year's comparison: as marked; where
 * only the whole period is marked, the unmarked years share what is missing; 0 in rows without a mark and in äldreomsorg.
 */
export function userEffectSizes(outcome: OutcomeDefinition): readonly number[] {
  const cells = publishedCells(outcome, 'users');
  if (!cells) return demoYears.map(() => 0);
  const marks = demoYears.map((year) => cells.get(String(year))!);
  const marked = marks.reduce((sum, mark) => sum + (yearByMark[mark] ?? 0), 0);
  const needed = meanByTotalMark[cells.get('totalt')!];
  const unmarked = marks.filter((mark) => mark === '').length;
  const share =
    needed === undefined
      ? 0
      : Math.min(unmarkedYear.most, Math.max(unmarkedYear.least, (5 * needed - marked) / unmarked));
  return marks.map((mark) => yearByMark[mark] ?? share);
}
