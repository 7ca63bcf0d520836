import { type Assumption, assumptions, valueAt, withValue } from './assumptions.js';
import { compare } from './compare.js';
import type { Estimate } from './estimate.js';
import type { Panel } from './panel/panel.js';
import { replicate } from './replicate.js';
import type { Specification } from './specification.js';

/** What becomes of the appendix's cells when one open choice is made differently. */
export interface RivalRun {
  /** Null for the specification as it is. */
  readonly assumption: Assumption | null;
  readonly value: unknown;
  /** Cells that both this run and the specification as it is could estimate. */
  readonly cells: number;
  /** Those whose mark is another. */
  readonly changed: number;
  /** Cells with a mark. */
  readonly marked: number;
  /** Agreement with the published marks; null where none is comparable. */
  readonly observed: number | null;
  readonly kappa: number | null;
}

/** Walks over every rival of every open choice, one at a time, and estimates the tables anew with it. */
export function walkRivals(panel: Panel, spec: Specification, tables: readonly number[]): RivalRun[] {
  // Neither permutations nor draws decide a mark.
  const plain: Specification = {
    ...spec,
    anova: { ...spec.anova, permutations: 0 },
    inference: { ...spec.inference, bootstrap: { ...spec.inference.bootstrap, draws: 0 } },
  };
  const asIs = replicate(panel, plain, tables);
  const rivals = assumptions.flatMap((assumption) =>
    [assumption.default, ...assumption.rivals]
      .filter((value) => value !== valueAt(spec, assumption.path))
      .map((value) => {
        const estimates = replicate(panel, withValue(plain, assumption.path, value), tables);
        return summarise(assumption, value, estimates, asIs);
      }),
  );
  return [summarise(null, null, asIs, asIs), ...rivals];
}

function summarise(
  assumption: Assumption | null,
  value: unknown,
  estimates: readonly Estimate[],
  asIs: readonly Estimate[],
): RivalRun {
  const marks = new Map(asIs.map((e) => [e.id, e.mark]));
  const both = estimates.filter((e) => e.mark !== null && (marks.get(e.id) ?? null) !== null);
  const agreement = compare(estimates).agreement.find((a) => a.scope === 'all');
  return {
    assumption,
    value,
    cells: both.length,
    changed: both.filter((e) => e.mark !== marks.get(e.id)).length,
    marked: estimates.filter((e) => e.mark !== null && e.mark !== '').length,
    observed: agreement?.observed ?? null,
    kappa: agreement?.kappa ?? null,
  };
}
