import type { Outcome } from '../panel/outcomes.js';
import type { Column, Panel } from '../panel/panel.js';
import { forEachUnitYear, KEEP, whyMissing } from './sample.js';

/** The mean and number of answers of one group of units in one year (null: all years). */
export interface GroupMean {
  readonly group: string;
  readonly year: number | null;
  readonly n: number;
  /** On the outcome's scale (higher is better); null without answers. */
  readonly mean: number | null;
}

/** The means behind a comparison of groups: by group and year, or by group over the years. */
export function groupMeans(
  panel: Panel,
  outcome: Outcome,
  levels: readonly string[],
  codes: Column,
  years: { first: number; last: number },
  byYear: boolean,
): GroupMean[] {
  const sums = new Map<string, { sum: number; n: number }>();
  forEachUnitYear(panel, years.first, years.last, (unit, t, cell) => {
    if (codes[unit]! < 0 || whyMissing(outcome, cell) !== KEEP) return;
    const key = `${codes[unit]}/${byYear ? panel.years[t] : ''}`;
    const entry = sums.get(key) ?? { sum: 0, n: 0 };
    sums.set(key, { sum: entry.sum + outcome.values[cell]!, n: entry.n + 1 });
  });
  const span = byYear
    ? Array.from({ length: years.last - years.first + 1 }, (_, i) => years.first + i)
    : [null];
  return levels.flatMap((group, g) =>
    span.map((year) => {
      const { sum, n } = sums.get(`${g}/${year ?? ''}`) ?? { sum: 0, n: 0 };
      return { group, year, n, mean: n === 0 ? null : sum / n };
    }),
  );
}
