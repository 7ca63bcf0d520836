import type { Grouping } from '../../data/records.js';
import { type Estimate, estimate } from '../estimate.js';
import { anovaMark } from '../marks.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import {
  createRng,
  deriveSeed,
  kruskalWallis,
  oneWayAnova,
  permutationAnova,
  shuffleLabels,
  type ShuffledLabels,
  welchAnova,
} from '../stats/index.js';
import { DROP, forEachUnitYear, KEEP, type Rows, Sample, whyMissing } from './sample.js';
import { cellHead } from './tables.js';

/** The groupings of the appendix's tables, in its order. */
export const appendixGroupings = ['lan', 'kommungrupp', 'socioek'] as const satisfies Grouping[];

/**
 * Differences between groups (tables 2, 9, 14; specification, section 4): one-way F of y on the grouping, over the
 * whole period (unit-years pooled, no year effect) and for the last year. `estimate` is eta squared. Beside it in
 * `extra`: omega squared, ICC with interval, Welch, Kruskal-Wallis and, for the pooled test, which treats a unit's
 * years as independent, the p-value of permuting the group labels over units.
 */
export function anova(
  panel: Panel,
  outcomes: readonly Outcome[],
  spec: Specification,
  by: readonly Grouping[] = appendixGroupings,
): Estimate[] {
  const sample = new Sample(panel);
  const shuffles = new Map(by.map((grouping) => [grouping, shuffled(panel, grouping, spec)]));
  return outcomes.flatMap((outcome) =>
    (['period', 'sista'] as const).flatMap((span) =>
      by.map((grouping) =>
        cell(sample.reset(), panel, outcome, span, grouping, shuffles.get(grouping) ?? null),
      ),
    ),
  );
}

/** Group labels reordered over the units that have one: the same reorderings for every outcome. */
interface Shuffles {
  readonly seed: number;
  readonly labels: ShuffledLabels;
  /** Position of each unit among those with a label, or -1. */
  readonly place: Int32Array;
}

function shuffled(panel: Panel, grouping: Grouping, spec: Specification): Shuffles | null {
  const { permutations } = spec.anova;
  if (permutations === 0) return null;
  const { codes, levels } = panel.groupings.get(grouping)!;
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
): Estimate {
  const { first, last } = outcome.years;
  const { codes, levels } = panel.groupings.get(grouping)!;
  forEachUnitYear(panel, span === 'period' ? first : last, last, (unit, t, at) => {
    const missing = whyMissing(outcome, at);
    if (missing !== KEEP) return sample.drop(missing);
    if (codes[unit]! < 0) return sample.drop(DROP['no-group']);
    sample.add(unit, t, outcome.values[at]!, codes[unit]!);
  });
  const rows = sample.rows();
  const groups = Int32Array.from(rows.x);
  const head = {
    ...cellHead('anova', outcome, `${span}:${grouping}`),
    model: 'anova' as const,
    outcome: 'level' as const,
    sample: 'all' as const,
    grouping,
    term: grouping,
    n: rows.n,
    units: rows.units,
    dropped: rows.dropped,
  };
  const result = oneWayAnova(rows.y, groups, levels.length);
  if (result.status !== 'ok') return estimate({ ...head, status: 'not-estimable', reason: result.reason });
  if (result.f === null) return estimate({ ...head, status: 'not-estimable', reason: 'perfect-fit' });
  return estimate({
    ...head,
    estimate: result.etaSquared,
    statistic: result.f,
    df: result.df1,
    df2: result.df2,
    p: result.p,
    mark: anovaMark(result.p),
    extra: {
      unit: outcome.unit,
      groups: result.groups,
      omegaSquared: result.omegaSquared,
      icc: result.icc,
      iccLow: result.iccLow,
      iccHigh: result.iccHigh,
      welch: plain(welchAnova(rows.y, groups, levels.length)),
      kruskalWallis: plain(kruskalWallis(rows.y, groups, levels.length)),
      ...(span === 'period' && shuffles ? { permutation: permuted(rows, shuffles) } : {}),
    },
  });
}

/** Group labels permuted over units: the unit keeps its years together. */
function permuted(rows: Rows, { seed, labels, place }: Shuffles) {
  const totals = new Float64Array(labels.labels.length);
  const counts = new Float64Array(totals.length);
  for (let i = 0; i < rows.n; i++) {
    const at = place[rows.unit[i]!]!;
    totals[at]! += rows.y[i]!;
    counts[at]!++;
  }
  const { permutations } = labels;
  const test = permutationAnova({ totals, counts, labels });
  return test.status === 'ok'
    ? { p: test.p, permutations, seed }
    : { reason: test.reason, permutations, seed };
}

/** A test's result as JSON: the status goes, a reason stays. */
function plain(result: { status: string }): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(result).filter(([key, value]) => key !== 'status' || value !== 'ok'),
  );
}
