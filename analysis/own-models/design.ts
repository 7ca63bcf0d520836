import type { Grouping } from '../../data/records.js';
import type { RegressionDesign } from '../models/regression.js';
import type { Rows } from '../models/sample.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import type { Vcov } from '../stats/index.js';
import { keepRows, ownColumns } from './columns.js';
import type { OwnCovariance, Regression } from './regression.js';
import { collectRows } from './rows.js';

/** How a cell's regression was made, for its record: as `oj fit` writes formulas. */
interface Said {
  readonly formula: string;
  readonly covariance: OwnCovariance;
}

/** The rows and design of a user's regression, in arrays of their own, before anything is estimated. */
export function designed(
  regression: Regression,
  outcome: Outcome,
  panel: Panel,
  spec: Specification,
): { rows: Rows; design: RegressionDesign; said: Said } {
  const { term = 'x', yearEffects = true, unitEffects = false, covariance = 'cluster:unit' } = regression;
  const all =
    'row' in regression
      ? collectRows({ panel, spec, outcome, years: regression.years, row: regression.row })
      : ownColumns(panel, regression);
  const grouping = groupingOf(covariance);
  const codes = grouping && panel.groupings.get(grouping)!.codes;
  const { rows, controls } = codes ? keepRows(all, (i) => codes[all.rows.unit[i]!]! >= 0, 'no-group') : all;
  const vcov = vcovOf(covariance, rows, grouping, codes ?? [], spec);
  const right = [term, ...controls.map(({ name }) => name)].join(' + ');
  const effects = [...(unitEffects ? ['unit'] : []), ...(yearEffects ? ['year'] : [])].join(' + ');
  const formula = `y ~ ${right}${effects === '' ? '' : ` | ${effects}`}`;
  const design = { term, yearEffects, unitEffects, controls, vcov, spec };
  return { rows, design, said: { formula, covariance } };
}

/** The grouping that a covariance clusters by; null where it has none. */
const groupingOf = (covariance: OwnCovariance): Grouping | null =>
  /^cluster:(?:unit\+)?(?!unit$)(.+)$/.exec(covariance)?.[1] ?? null;

function vcovOf(
  covariance: OwnCovariance,
  rows: Rows,
  grouping: Grouping | null,
  codes: ArrayLike<number>,
  spec: Specification,
): Vcov {
  if (!covariance.startsWith('cluster:'))
    return { kind: covariance as 'iid' | 'HC0' | 'HC1' | 'HC2' | 'HC3' };
  const byUnit = { name: 'unit', codes: rows.unit };
  if (grouping === null) return { kind: 'cluster', by: [byUnit] };
  const byGroup = { name: grouping, codes: rows.unit.map((u) => codes[u]!) };
  if (!covariance.startsWith('cluster:unit+')) return { kind: 'cluster', by: [byGroup] };
  return { kind: 'cluster', by: [byUnit, byGroup], twoWay: spec.inference.twoWay };
}
