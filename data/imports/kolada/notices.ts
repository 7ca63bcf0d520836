import type { Problem } from '../../problems.js';
import type { Imported } from '../imported.js';

/** What had to be set where Kolada says nothing, as warnings: `kolada-better`, `kolada-kind`. */
export function assumptions({
  indicators,
  careValues,
}: Pick<Imported, 'indicators' | 'careValues'>): Problem[] {
  const own = indicators.filter((i) => i.indicator.startsWith('kolada-'));
  const about = { severity: 'warning', row: null } as const;
  const better: Problem = {
    ...about,
    code: 'kolada-better',
    file: 'indicators.csv',
    column: 'better',
    found: `no direction in Kolada for ${own.length} indicators, from ${own[0]?.indicator}`,
    expected: 'higher or lower',
    cure: 'higher is written: correct it where lower is better (a later fetch keeps it)',
  };
  const kind: Problem = {
    ...about,
    code: 'kolada-kind',
    file: 'care-units.csv',
    column: 'kind',
    found: 'units of care, which Kolada does not sort into kinds',
    expected: 'sarskilt-boende or demens',
    cure: 'sarskilt-boende is written for all: the columns for dementia units cannot be made from Kolada',
  };
  return [...(own.length > 0 ? [better] : []), ...(careValues.length > 0 ? [kind] : [])];
}

/** A warning, `kolada-no-units`: units of care are asked of a KPI that has none. */
export function noUnitData(kpi: string): Problem {
  return {
    severity: 'warning',
    code: 'kolada-no-units',
    file: kpi,
    row: null,
    column: 'has_ou_data',
    found: 'a KPI without values of units of care',
    expected: 'true',
    cure: 'it is left out: fetch the values of municipalities, without --ou',
  };
}
