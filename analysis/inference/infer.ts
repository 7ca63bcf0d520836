import { groupBy } from '../../data/group-by.js';
import { familyOf } from '../adjust.js';
import type { Estimate } from '../estimate.js';
import type { Specification } from '../specification.js';
import { romanoWolf } from '../stats/index.js';
import type { CellInference } from './job.js';
import { type InferredCell, jointTests } from './joint.js';
import { verdictOf } from './verdict.js';

/** A test that could not be estimated in more resamples than this share is left out of its family. */
const MOST_MISSING = 0.1;

/**
 * The estimates with what the jobs inferred of them: `bootstrap`, `placebo`, the rivals and so on in `extra`; there also
 * `pRandomization` (user cells; (1 + permutations whose |t| reaches the cell's)/(permutations + 1)) and `pRomanoWolf`
 * (family-wise error over the specification's family; null where over a tenth of the resamples have no estimate); then
 * the joint tests, one group per table.
 */
export function withInference(
  estimates: readonly Estimate[],
  results: readonly (readonly CellInference[])[],
  spec: Specification,
): Estimate[] {
  const byId = new Map(results.flat().map((r) => [r.id, r]));
  const cells = estimates.flatMap((estimate) => {
    const inferred = byId.get(estimate.id);
    return inferred ? [{ estimate, inferred }] : [];
  });
  const tables = groupBy(cells, (cell) => cell.estimate.table!);
  const adjusted = romanoWolfByFamily(cells, spec);
  return [
    ...estimates.map((e) => {
      const inferred = byId.get(e.id);
      if (!inferred) return e;
      const extra = { ...e.extra, ...inferred.extra, ...randomization(inferred), ...adjusted.get(e.id) };
      const verdict = verdictOf({ ...e, extra });
      return { ...e, extra: verdict ? { ...extra, verdict } : extra };
    }),
    ...[...tables].flatMap(([table, list]) => jointTests(table, list)),
  ];
}

function randomization({ randomized }: CellInference): Record<string, unknown> {
  if (!randomized) return {};
  const { observed, t } = randomized;
  const limit = Math.abs(observed) * (1 - 1e-9);
  const reached = t.filter((v) => Math.abs(v) >= limit).length;
  return { pRandomization: (1 + reached) / (t.length + 1), permutations: t.length };
}

function romanoWolfByFamily(cells: readonly InferredCell[], spec: Specification) {
  const resampled = cells.filter((cell) => cell.inferred.resampled !== null);
  const families = groupBy(resampled, (cell) => familyOf(cell.estimate, spec));
  const adjusted = new Map<string, Record<string, unknown>>();
  for (const members of families.values()) {
    const draws = members.map((c) => c.inferred.resampled!);
    const resamples = draws[0]!.z.length;
    const z = new Float64Array(resamples * members.length);
    draws.forEach((d, j) => d.z.forEach((value, b) => (z[b * members.length + j] = value)));
    const missing = (d: (typeof draws)[number]) => d.z.filter((v) => Number.isNaN(v)).length;
    const observed = draws.map((d) => (missing(d) > MOST_MISSING * resamples ? null : d.observed));
    const result = romanoWolf({ observed, resampled: z });
    members.forEach(({ estimate }, j) =>
      adjusted.set(estimate.id, {
        pRomanoWolf: result.status === 'ok' ? (result.adjusted[j] ?? null) : null,
        resamples,
      }),
    );
  }
  return adjusted;
}
