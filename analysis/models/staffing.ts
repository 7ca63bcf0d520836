import { codebook } from '../../data/codebook/codebook.js';
import type { Estimate } from '../estimate.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { quantile, sum, type Vcov } from '../stats/index.js';
import { passes } from './above.js';
import { regressionEstimate } from './regression.js';
import { DROP, KEEP, Sample, userDrops } from './sample.js';
import { tableOf } from './tables.js';

/** Table 6 (all special housing) and table 7 (dementia units only). */
export type StaffingKind = 'alla' | 'demens';

/**
 * Staffing (tables 6-7; specification, section 4): does a municipality's mean or lowest staffing change after years
 * in which its care units differed much? D_i,t-h = 1(spread > 75th percentile that year), spread = (max - min)/mean
 * over the municipality's units; outcome mean_it - mean_i,t-h or min_it - min_i,t-h; year effects, clustered by unit.
 */
export function staffing(
  panel: Panel,
  spec: Specification,
  kinds: readonly StaffingKind[] = ['alla', 'demens'],
): Estimate[] {
  const sample = new Sample(panel);
  return kinds.flatMap((kind) =>
    measures(panel).flatMap((measure) => {
      const summary = summarise(panel, measure, kind);
      return cells.map((cell) => estimateCell(sample.reset(), panel, spec, measure, kind, summary, cell));
    }),
  );
}

interface Cell {
  readonly outcome: 'mean' | 'minimum';
  readonly sample: 'all' | 'users';
  readonly lag: 1 | 2;
}

const cells: readonly Cell[] = (['all', 'users'] as const).flatMap((sample) =>
  (['mean', 'minimum'] as const).flatMap((outcome) =>
    ([1, 2] as const).map((lag) => ({ outcome, sample, lag })),
  ),
);

const columnKey = ({ outcome, sample, lag }: Cell): string =>
  `${outcome === 'mean' ? 'genomsnitt' : 'minimum'}:${sample === 'all' ? 'alla' : 'anvandare'}:t-${lag}`;

/** The measures of the data: the codebook's first, in its order. */
function measures(panel: Panel): string[] {
  const known = codebook().measures.map((m) => m.id);
  const present = new Set(panel.careUnits.keys());
  return [...known.filter((m) => present.has(m)), ...[...present].filter((m) => !known.includes(m)).sort()];
}

/** Units x years: the number, mean, lowest and spread of the care units' staffing. */
interface Summary {
  readonly count: Float64Array;
  readonly mean: Float64Array;
  readonly min: Float64Array;
  readonly spread: Float64Array;
  /** First and last position among the panel's years with any value. */
  readonly first: number;
  readonly last: number;
  /** Units that have care units of this kind in any year. */
  readonly units: readonly number[];
}

function summarise(panel: Panel, measure: string, kind: StaffingKind): Summary {
  const T = panel.years.length;
  const cellCount = panel.units.length * T;
  const count = new Float64Array(cellCount);
  const sum = new Float64Array(cellCount);
  const min = new Float64Array(cellCount).fill(Infinity);
  const max = new Float64Array(cellCount).fill(-Infinity);
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
    first: withData[0] ?? 0,
    last: withData.at(-1) ?? -1,
    units: [...units].sort((a, b) => a - b),
  };
}

function estimateCell(
  sample: Sample,
  panel: Panel,
  spec: Specification,
  measure: string,
  kind: StaffingKind,
  summary: Summary,
  cell: Cell,
): Estimate {
  const cutoffs = collect(sample, panel, spec, summary, cell);
  const rows = sample.rows();
  const known = codebook().measures.find((m) => m.id === measure);
  const table = tableOf(`staffing:${kind}`, { id: measure, area: spec.staffing.area });
  const column = columnKey(cell);
  const vcov: Vcov =
    spec.staffing.covariance === 'cluster:unit'
      ? { kind: 'cluster', by: [{ name: 'unit', codes: rows.unit }] }
      : { kind: spec.staffing.covariance };
  const head = {
    id: `${table}/${measure}/${column}`,
    model: 'staffing' as const,
    area: spec.staffing.area,
    indicator: measure,
    row: known?.row ?? measure,
    table,
    column,
    outcome: cell.outcome,
    sample: cell.sample,
    lag: cell.lag,
    extra: {
      unit: 'personal-per-plats',
      kind,
      above: sum(rows.x),
      cutoffs,
      rule: `(max - min)/mean ${spec.staffing.comparison} percentile ${spec.staffing.percentile} (type ${spec.staffing.quantileType})`,
    },
  };
  return regressionEstimate(head, rows, {
    term: 'spread-above',
    yearEffects: spec.staffing.yearEffects,
    vcov,
    level: spec.inference.level,
  });
}

/** Fills the sample; returns the percentile that decided, by the calendar year of the spread. */
function collect(
  rows: Sample,
  panel: Panel,
  spec: Specification,
  summary: Summary,
  { outcome, sample, lag }: Cell,
): Record<string, number | null> {
  const { percentile, quantileType, comparison, minimumCareUnits, area } = spec.staffing;
  const T = panel.years.length;
  const values = outcome === 'mean' ? summary.mean : summary.min;
  const status = sample === 'users' ? userDrops(panel, area) : null;
  const cutoffs: Record<string, number | null> = {};
  const period = spec.period ?? { first: -Infinity, last: Infinity };
  for (let t = summary.first + lag; t <= summary.last; t++) {
    const year = panel.years[t]!;
    if (year - lag < period.first || year > period.last) continue;
    const spreads = summary.units.flatMap((u) => {
      const at = u * T + t - lag;
      return summary.count[at]! >= minimumCareUnits && !Number.isNaN(summary.spread[at]!)
        ? [summary.spread[at]!]
        : [];
    });
    const cutoff = spreads.length === 0 ? NaN : quantile(spreads, percentile / 100, quantileType);
    cutoffs[year - lag] = Number.isNaN(cutoff) ? null : cutoff;
    for (const unit of summary.units) {
      const drop = dropped(unit, unit * T + t, unit * T + t - lag);
      if (drop !== KEEP) rows.drop(drop);
      else
        rows.add(
          unit,
          t,
          values[unit * T + t]! - values[unit * T + t - lag]!,
          passes(summary.spread[unit * T + t - lag]!, cutoff, comparison) ? 1 : 0,
        );
    }
  }
  return cutoffs;

  function dropped(unit: number, now: number, before: number): number {
    if (status && status[unit] !== KEEP) return status[unit]!;
    if (summary.count[now] === 0) return DROP['no-care-units'];
    if (summary.count[before]! < minimumCareUnits) return DROP['too-few-care-units'];
    return Number.isNaN(summary.spread[before]!) ? DROP['zero-mean'] : KEEP;
  }
}
