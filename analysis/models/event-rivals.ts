import { type Estimate, estimate } from '../estimate.js';
import type { Specification } from '../specification.js';
import {
  differences,
  type EventSample,
  type LeadsAndLags,
  type NotEstimable,
  treatedRows,
} from '../stats/index.js';
import type { Head } from './cell.js';
import { regressionEstimate } from './regression.js';
import { type Rows, sortedCounts } from './sample.js';

/** What most would have estimated, on the rows of the event study: it shows what the pitfall of staggered dates is worth. */

const TERM = 'treated';

/** y_it = a_i + c_t + b·treated_it + e_it, with the weights that b gives to the cohorts' effects. */
export function staticEstimate(
  head: Head,
  sample: EventSample,
  plain: LeadsAndLags | NotEstimable,
  spec: Specification,
): Estimate {
  const rows = { ...rowsOf(sample, head), x: treatedRows(sample) };
  const weights = plain.status === 'ok' ? plain.staticWeights : plain;
  const staticWeights =
    weights.status === 'ok'
      ? { cells: weights.cells, negative: weights.negative, negativeSum: weights.negativeSum }
      : { reason: weights.reason };
  const design = { term: TERM, unitEffects: true, yearEffects: true, vcov: byUnit(rows), spec };
  return regressionEstimate({ ...head, extra: { ...head.extra, staticWeights } }, rows, design);
}

/** Δy_it = c_t + b·Δtreated_it + e_it: one row less per unit, and none across a gap. */
export function changeEstimate(head: Head, sample: EventSample, spec: Specification): Estimate {
  const { y, unit, period } = sample;
  const changes = differences({ y, x: [{ name: TERM, values: treatedRows(sample) }], unit, period });
  const x = changes.x[0]!.values;
  const rows: Rows = {
    n: changes.y.length,
    unit: changes.unit,
    year: changes.period,
    y: changes.y,
    x,
    units: new Set(changes.unit).size,
    dropped: sortedCounts({ ...head.dropped, 'no-earlier-year': changes.lost }),
  };
  const switching = x.reduce((sum, v) => sum + v, 0);
  const own = { ...head, extra: { ...head.extra, treatedUnits: switching } };
  if (switching < spec.users.minimumGroup) {
    const { n, units, dropped } = rows;
    const reason = 'too-few-treated';
    return estimate({ ...own, n, units, dropped, clusters: null, status: 'not-estimable', reason });
  }
  return regressionEstimate(own, rows, { term: TERM, yearEffects: true, vcov: byUnit(rows), spec });
}

function rowsOf({ y, unit, period }: EventSample, head: Head): Omit<Rows, 'x'> {
  return { n: y.length, unit, year: period, y, units: new Set(unit).size, dropped: head.dropped ?? {} };
}

const byUnit = ({ unit }: Pick<Rows, 'unit'>) =>
  ({ kind: 'cluster', by: [{ name: 'unit', codes: unit }] }) as const;
