import type { Grouping } from '../../data/records.js';
import { groupCodesOf } from '../panel/labels.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Column, GroupCodes, Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { quantile } from '../stats/index.js';
import { passes } from './above.js';
import { DROP, KEEP } from './sample.js';

/** Whether a unit's peers stood high, by unit and year (units x years; NaN where that cannot be said). */
export interface PeerDummies {
  readonly values: Column;
  /** The percentile that was exceeded or not, by calendar year of the peers' results. */
  readonly cutoffs: Readonly<Record<string, number | null>>;
  /** Why a unit has no dummy in a cell, or KEEP. */
  drop(unit: number, cell: number): number;
}

/**
 * D_it = 1(m_it > c_t): m_it the mean of the other units of i's group with data in t, c_t the percentile of m over
 * the units of that year. Peers' means and percentile come from all units, whatever the sample of the regression.
 */
export function peerDummies(
  panel: Panel,
  outcome: Outcome,
  grouping: Grouping,
  means: Float64Array,
  lag: number,
  spec: Specification,
): PeerDummies {
  const groups = groupCodesOf(panel, grouping);
  const cutoffs = percentiles(panel, outcome, groups, means, lag, spec);
  const T = panel.years.length;
  const values = means.map((m, cell) => {
    const cutoff = cutoffs[cell % T]!;
    return Number.isNaN(m) || Number.isNaN(cutoff) ? NaN : passes(m, cutoff, spec.peers.comparison) ? 1 : 0;
  });
  return {
    values,
    cutoffs: Object.fromEntries(
      lagYears(panel, outcome, lag).map((t) => [panel.years[t]!, orNull(cutoffs[t]!)]),
    ),
    drop: (unit, cell) =>
      groups.codes[unit]! < 0 ? DROP['no-group'] : Number.isNaN(values[cell]!) ? DROP['no-peers'] : KEEP,
  };
}

const orNull = (x: number): number | null => (Number.isNaN(x) ? null : x);

/** The positions of the years whose results explain a later year of the period. */
function lagYears(panel: Panel, { years }: Outcome, lag: number): number[] {
  return panel.years.flatMap((year, t) => (year >= years.first && year + lag <= years.last ? [t] : []));
}

/**
 * m: the mean of the others' values (of all, for that rival), units x years; NaN without others.
 * @param facing for a placebo, by group, the group whose members are taken for the unit's peers
 */
export function peerMeans(
  panel: Panel,
  outcome: Outcome,
  grouping: Grouping,
  spec: Specification,
  facing?: Int32Array,
): Float64Array {
  const groups = groupCodesOf(panel, grouping);
  const U = panel.units.length;
  const T = panel.years.length;
  const G = groups.levels.length;
  const sums = new Float64Array(G * T);
  const counts = new Float64Array(G * T);
  for (let u = 0; u < U; u++) {
    const g = groups.codes[u]!;
    if (g < 0) continue;
    for (let t = 0; t < T; t++) {
      const y = outcome.values[u * T + t]!;
      if (Number.isNaN(y)) continue;
      sums[g * T + t]! += y;
      counts[g * T + t]!++;
    }
  }
  const means = new Float64Array(U * T).fill(NaN);
  for (let u = 0; u < U; u++) {
    const home = groups.codes[u]!;
    if (home < 0) continue;
    const g = facing?.[home] ?? home;
    for (let t = 0; t < T; t++) {
      const own = g === home && spec.peers.ownUnit === 'excluded' ? outcome.values[u * T + t]! : NaN;
      const hasOwn = !Number.isNaN(own);
      const n = counts[g * T + t]! - (hasOwn ? 1 : 0);
      if (n > 0) means[u * T + t] = (sums[g * T + t]! - (hasOwn ? own : 0)) / n;
    }
  }
  return means;
}

/** The percentile that applies in each year (positions in the panel's years); NaN where no unit has a mean. */
function percentiles(
  panel: Panel,
  outcome: Outcome,
  groups: GroupCodes,
  means: Float64Array,
  lag: number,
  spec: Specification,
): Float64Array {
  const { percentileOver, percentile, quantileType } = spec.peers;
  const T = panel.years.length;
  const of = (values: readonly number[]) =>
    values.length === 0 ? NaN : quantile(values, percentile / 100, quantileType);
  const years = lagYears(panel, outcome, lag);
  const result = new Float64Array(T).fill(NaN);
  const pooled =
    percentileOver === 'units-period' ? of(years.flatMap((t) => meansOfYear(panel, means, t))) : NaN;
  for (const t of years)
    result[t] =
      percentileOver === 'units-year'
        ? of(meansOfYear(panel, means, t))
        : percentileOver === 'groups-year'
          ? of(groupMeans(panel, outcome, groups, t))
          : pooled;
  return result;
}

/** The peer means of the units that existed in a year. */
function meansOfYear(panel: Panel, means: Float64Array, t: number): number[] {
  const T = panel.years.length;
  const values: number[] = [];
  for (let cell = t; cell < means.length; cell += T)
    if (panel.present[cell] && !Number.isNaN(means[cell]!)) values.push(means[cell]!);
  return values;
}

/** The mean of every group with data that year. */
function groupMeans(panel: Panel, outcome: Outcome, groups: GroupCodes, t: number): number[] {
  const T = panel.years.length;
  return groups.levels.flatMap((_, g) => {
    const values = panel.units.flatMap((__, u) => {
      const y = outcome.values[u * T + t]!;
      return groups.codes[u] === g && !Number.isNaN(y) ? [y] : [];
    });
    return values.length === 0 ? [] : [values.reduce((a, b) => a + b, 0) / values.length];
  });
}
