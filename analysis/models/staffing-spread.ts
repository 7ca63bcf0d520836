import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { quantile } from '../stats/index.js';

/** Table 6 (all special housing) and table 7 (dementia units only). */
export type StaffingKind = 'alla' | 'demens';

/** One measure of staffing by municipality and year (units x years), over the municipality's care units. */
export interface Staffing {
  /** Care units with a value. */
  readonly count: Float64Array;
  readonly mean: Float64Array;
  readonly min: Float64Array;
  /** (max - min)/mean; NaN where the mean is 0 or missing. */
  readonly spread: Float64Array;
  /** By position among the panel's years: the percentile of the spreads; NaN where there are none. */
  readonly cutoffs: Float64Array;
  /** First and last position among the panel's years with any value. */
  readonly first: number;
  readonly last: number;
  /** Units that have care units of this kind in any year. */
  readonly units: readonly number[];
}

export function staffingOf(panel: Panel, spec: Specification, measure: string, kind: StaffingKind): Staffing {
  const T = panel.years.length;
  const cells = panel.units.length * T;
  const count = new Float64Array(cells);
  const sum = new Float64Array(cells);
  const min = new Float64Array(cells).fill(Infinity);
  const max = new Float64Array(cells).fill(-Infinity);
  const rows = panel.careUnits.get(measure)!;
  const units = new Set<number>();
  for (let i = 0; i < rows.length; i++) {
    if (kind === 'demens' && rows.kind[i] !== 'demens') continue;
    units.add(rows.unit[i]!);
    const value = rows.value[i]!;
    if (Number.isNaN(value)) continue;
    const cell = rows.unit[i]! * T + rows.year[i]! - panel.years[0]!;
    count[cell]!++;
    sum[cell]! += value;
    min[cell] = Math.min(min[cell]!, value);
    max[cell] = Math.max(max[cell]!, value);
  }
  const mean = sum.map((s, c) => s / count[c]!);
  const spread = mean.map((m, c) => (m > 0 ? (max[c]! - min[c]!) / m : NaN));
  const withData = panel.years.flatMap((_, t) =>
    panel.units.some((__, u) => count[u * T + t]! > 0) ? [t] : [],
  );
  return {
    count,
    mean,
    min,
    spread,
    cutoffs: Float64Array.from(panel.years, (_, t) => cutoff(spread, count, T, t, spec)),
    first: withData[0] ?? 0,
    last: withData.at(-1) ?? -1,
    units: [...units].sort((a, b) => a - b),
  };
}

/** The percentile of a year's spreads over the municipalities with enough care units. */
function cutoff(spread: Float64Array, count: Float64Array, T: number, t: number, spec: Specification) {
  const { percentile, quantileType, minimumCareUnits } = spec.staffing;
  const spreads: number[] = [];
  for (let cell = t; cell < spread.length; cell += T)
    if (count[cell]! >= minimumCareUnits && !Number.isNaN(spread[cell]!)) spreads.push(spread[cell]!);
  return spreads.length === 0 ? NaN : quantile(spreads, percentile / 100, quantileType);
}
