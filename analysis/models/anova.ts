import type { Grouping } from '../../data/records.js';
import type { Estimate } from '../estimate.js';
import { groupCodesOf } from '../panel/labels.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { createRng, deriveSeed, shuffleLabels } from '../stats/index.js';
import { type Cell, estimateCell } from './cell.js';
import { appendixGroupings, groupingsFor } from './groupings.js';
import type { Shuffles } from './grouping-test.js';
import { DROP, forEachUnitYear, KEEP, Sample, whyMissing } from './sample.js';
import { cellHead } from './tables.js';

/**
 * Differences between groups (tables 2, 9, 14; specification, section 4): one-way F of y on the grouping, over the
 * whole period (unit-years pooled, no year effect) and for the last year. `estimate` is eta squared. Beside it in
 * `extra`: omega squared, ICC with interval, Welch, Kruskal-Wallis and, for the pooled test, which treats a unit's
 * years as independent, the p-value of permuting the group labels over units.
 */
export const anova = (
  panel: Panel,
  outcomes: readonly Outcome[],
  spec: Specification,
  by?: readonly Grouping[],
): Estimate[] => Array.from(anovaCells(panel, outcomes, spec, by), estimateCell);

/** The cells of `anova`, by outcome: over the period by each grouping (`groupingsFor` without `by`), then the last year. */
export function* anovaCells(
  panel: Panel,
  outcomes: readonly Outcome[],
  spec: Specification,
  by?: readonly Grouping[],
): Generator<Cell> {
  const sample = new Sample(panel);
  const byOutcome = outcomes.map((o) => by ?? groupingsFor(panel, o, appendixGroupings));
  const shuffles = new Map(
    [...new Set(byOutcome.flat())].map((grouping) => [grouping, shuffled(panel, grouping, spec)]),
  );
  for (const [i, outcome] of outcomes.entries())
    for (const span of ['period', 'sista'] as const)
      for (const grouping of byOutcome[i]!)
        yield cell(sample.reset(), panel, outcome, span, grouping, shuffles.get(grouping) ?? null);
}

function shuffled(panel: Panel, grouping: Grouping, spec: Specification): Shuffles | null {
  const { permutations } = spec.anova;
  if (permutations === 0) return null;
  const { codes, levels } = groupCodesOf(panel, grouping);
  const place = new Int32Array(panel.units.length).fill(-1);
  const labelled: number[] = [];
  for (let u = 0; u < place.length; u++) if (codes[u]! >= 0) place[u] = labelled.push(codes[u]!) - 1;
  const seed = deriveSeed(spec.seed, `anova/${grouping}`);
  return { seed, labels: shuffleLabels(labelled, levels.length, permutations, createRng(seed)), place };
}

function cell(
  sample: Sample,
  panel: Panel,
  outcome: Outcome,
  span: 'period' | 'sista',
  grouping: Grouping,
  shuffles: Shuffles | null,
): Cell {
  const { first, last } = outcome.years;
  const { codes, levels } = groupCodesOf(panel, grouping);
  forEachUnitYear(panel, span === 'period' ? first : last, last, (unit, t, at) => {
    const missing = whyMissing(outcome, at);
    if (missing !== KEEP) return sample.drop(missing);
    if (codes[unit]! < 0) return sample.drop(DROP['no-group']);
    sample.add(unit, t, outcome.values[at]!, codes[unit]!);
  });
  const rows = sample.rows();
  const head = {
    ...cellHead('anova', outcome, `${span}:${grouping}`),
    model: 'anova' as const,
    outcome: 'level' as const,
    sample: 'all' as const,
    grouping,
    term: grouping,
    extra: { unit: outcome.unit },
  };
  const groups = Int32Array.from(rows.x);
  const test = { groups, levels: levels.length, shuffles: span === 'period' ? shuffles : null };
  return { kind: 'grouping', head, rows, test };
}
