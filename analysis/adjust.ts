import { groupBy } from '../data/group-by.js';
import type { Estimate } from './estimate.js';
import type { Specification } from './specification.js';
import { adjustBenjaminiHochberg, adjustBenjaminiYekutieli, adjustHolm } from './stats/index.js';

/**
 * The cells of tables with their p-values adjusted for the number of tests in their family (the specification's:
 * the table, the model, the area, or all cells of the run): `extra.pHolm` (family-wise error), `extra.pBenjaminiHochberg`
 * and, without any assumption on the tests' dependence, `extra.pBenjaminiYekutieli` (false discovery rate); with
 * `extra.family` and `extra.familySize`. Marks stay those of the unadjusted p, as in the appendix.
 */
export function adjustFamilies(estimates: readonly Estimate[], spec: Specification): Estimate[] {
  const families = groupBy(estimates.filter(isTest), (e) => familyOf(e, spec));
  const extras = new Map<string, Record<string, unknown>>();
  for (const [family, members] of families) {
    const p = members.map((e) => e.p);
    const [holm, hochberg, yekutieli] = [
      adjustHolm(p),
      adjustBenjaminiHochberg(p),
      adjustBenjaminiYekutieli(p),
    ];
    members.forEach((e, i) =>
      extras.set(e.id, {
        family,
        familySize: members.length,
        pHolm: holm[i]!,
        pBenjaminiHochberg: hochberg[i]!,
        pBenjaminiYekutieli: yekutieli[i]!,
      }),
    );
  }
  return estimates.map((e) => {
    const extra = extras.get(e.id);
    return extra ? { ...e, extra: { ...e.extra, ...extra } } : e;
  });
}

/** A cell of a table with a mark to give; who the users are and the trends are told by themselves. */
const isTest = (e: Estimate): boolean =>
  e.table !== null && e.p !== null && e.status === 'ok' && e.model !== 'composition' && e.model !== 'joint';

/** The family of tests that a cell belongs to. */
export function familyOf(e: Estimate, spec: Specification): string {
  switch (spec.multiplicity.family) {
    case 'table':
      return `${e.table}`;
    case 'model':
      return e.model;
    case 'area':
      return e.area ?? '';
    case 'all':
      return 'all';
  }
}
