import { type Estimate, isOwnModel } from '../../analysis/estimate.js';
import type { Grouping } from '../../data/records.js';

/** How many cells a run has, and how they came out. */
export interface CellCounts {
  readonly total: number;
  readonly estimated: number;
  readonly failed: number;
  readonly strong: number;
  readonly weak: number;
}

/** Counts the cells of tables of marks; trends, composition and fits are no such cells. */
export function cellCounts(estimates: readonly Estimate[]): CellCounts {
  const cells = estimates.filter(
    (e) =>
      (['users', 'anova', 'peers', 'staffing', 'event-study'].includes(e.model) || isOwnModel(e.model)) &&
      e.table !== null,
  );
  const marked = (length: number) => cells.filter((e) => e.mark?.length === length).length;
  const estimated = cells.filter((e) => e.mark !== null).length;
  return {
    total: cells.length,
    estimated,
    failed: cells.length - estimated,
    strong: marked(2),
    weak: marked(1),
  };
}

export interface PositiveCount {
  readonly positive: number;
  readonly cells: number;
}

const positives = (cells: readonly Estimate[]): PositiveCount => ({
  positive: cells.filter((e) => e.mark?.startsWith('+')).length,
  cells: cells.filter((e) => e.mark !== null).length,
});

/** Positive marks among the estimated level cells of the peer tables, per grouping in the order they come. */
export function positiveLevels(estimates: readonly Estimate[]): (PositiveCount & { grouping: Grouping })[] {
  const level = estimates.filter((e) => e.model === 'peers' && e.outcome === 'level' && e.grouping !== null);
  const groupings = [...new Set(level.map((e) => e.grouping!))];
  return groupings.map((grouping) => ({
    grouping,
    ...positives(level.filter((e) => e.grouping === grouping)),
  }));
}

/** Positive marks among the estimated cells of the staffing tables whose outcome is the lowest care unit. */
export function positiveMinimums(estimates: readonly Estimate[]): PositiveCount {
  return positives(estimates.filter((e) => e.model === 'staffing' && e.outcome === 'minimum'));
}
