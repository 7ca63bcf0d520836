import { codebook } from '../../data/codebook/codebook.js';
import type { Estimate } from '../estimate.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { sum, type Vcov } from '../stats/index.js';
import { passes } from './above.js';
import { type Cell, estimateCell } from './cell.js';
import { DROP, KEEP, Sample, userDrops } from './sample.js';
import { type Staffing, type StaffingKind, staffingOf } from './staffing-spread.js';
import { tableOf } from './tables.js';

/**
 * Staffing (tables 6-7; specification, section 4): does a municipality's mean or lowest staffing change after years
 * in which its care units differed much? D_i,t-h = 1(spread > 75th percentile that year), spread = (max - min)/mean
 * over the municipality's units; outcome mean_it - mean_i,t-h or min_it - min_i,t-h; year effects, clustered by unit.
 */
export const staffing = (panel: Panel, spec: Specification, kinds?: readonly StaffingKind[]): Estimate[] =>
  Array.from(staffingCells(panel, spec, kinds), estimateCell);

/** The cells of `staffing`, by kind, measure and column; x is 1 after a year of large spread. */
export function* staffingCells(
  panel: Panel,
  spec: Specification,
  kinds: readonly StaffingKind[] = ['alla', 'demens'],
  only: readonly string[] = measures(panel),
): Generator<Cell> {
  const sample = new Sample(panel);
  for (const kind of kinds)
    for (const measure of only) {
      const staff = staffingOf(panel, spec, measure, kind);
      for (const column of staffingColumns)
        yield cell(sample.reset(), panel, spec, measure, kind, staff, column);
    }
}

interface StaffingColumn {
  readonly outcome: 'mean' | 'minimum';
  readonly sample: 'all' | 'users';
  readonly lag: 1 | 2;
}

const staffingColumns: readonly StaffingColumn[] = (['all', 'users'] as const).flatMap((sample) =>
  (['mean', 'minimum'] as const).flatMap((outcome) =>
    ([1, 2] as const).map((lag) => ({ outcome, sample, lag })),
  ),
);

const columnKey = ({ outcome, sample, lag }: StaffingColumn): string =>
  `${outcome === 'mean' ? 'genomsnitt' : 'minimum'}:${sample === 'all' ? 'alla' : 'anvandare'}:t-${lag}`;

/** The measures of the data: the codebook's first, in its order. */
function measures(panel: Panel): string[] {
  const known = codebook().measures.map((m) => m.id);
  const present = new Set(panel.careUnits.keys());
  return [...known.filter((m) => present.has(m)), ...[...present].filter((m) => !known.includes(m)).sort()];
}

function cell(
  sample: Sample,
  panel: Panel,
  spec: Specification,
  measure: string,
  kind: StaffingKind,
  staff: Staffing,
  column: StaffingColumn,
): Cell {
  const cutoffs = collect(sample, panel, spec, staff, column);
  const rows = sample.rows();
  const known = codebook().measures.find((m) => m.id === measure);
  const table = tableOf(`staffing:${kind}`, { id: measure, area: spec.staffing.area });
  const key = columnKey(column);
  const vcov: Vcov =
    spec.staffing.covariance === 'cluster:unit'
      ? { kind: 'cluster', by: [{ name: 'unit', codes: rows.unit }] }
      : { kind: spec.staffing.covariance };
  const head = {
    id: `${table}/${measure}/${key}`,
    model: 'staffing' as const,
    area: spec.staffing.area,
    indicator: measure,
    row: known?.row ?? measure,
    table,
    column: key,
    outcome: column.outcome,
    sample: column.sample,
    lag: column.lag,
    extra: {
      unit: 'personal-per-plats',
      kind,
      above: sum(rows.x),
      cutoffs,
      rule: `(max - min)/mean ${spec.staffing.comparison} percentile ${spec.staffing.percentile} (type ${spec.staffing.quantileType})`,
    },
  };
  const design = { term: 'spread-above', yearEffects: spec.staffing.yearEffects, vcov, spec };
  return { kind: 'regression', head, rows, design };
}

/** Fills the sample; returns the percentile that decided, by the calendar year of the spread. */
function collect(
  rows: Sample,
  panel: Panel,
  spec: Specification,
  staff: Staffing,
  { outcome, sample, lag }: StaffingColumn,
): Record<string, number | null> {
  const { comparison, minimumCareUnits, area } = spec.staffing;
  const T = panel.years.length;
  const values = outcome === 'mean' ? staff.mean : staff.min;
  const status = sample === 'users' ? userDrops(panel, area) : null;
  const cutoffs: Record<string, number | null> = {};
  const period = spec.period ?? { first: -Infinity, last: Infinity };
  for (let t = staff.first + lag; t <= staff.last; t++) {
    const year = panel.years[t]!;
    if (year - lag < period.first || year > period.last) continue;
    const cutoff = staff.cutoffs[t - lag]!;
    cutoffs[year - lag] = Number.isNaN(cutoff) ? null : cutoff;
    for (const unit of staff.units) {
      const now = unit * T + t;
      const before = now - lag;
      const drop = whyDropped(unit, now, before);
      if (drop !== KEEP) rows.drop(drop);
      else
        rows.add(
          unit,
          t,
          values[now]! - values[before]!,
          passes(staff.spread[before]!, cutoff, comparison) ? 1 : 0,
        );
    }
  }
  return cutoffs;

  function whyDropped(unit: number, now: number, before: number): number {
    if (status && status[unit] !== KEEP) return status[unit]!;
    if (staff.count[now] === 0) return DROP['no-care-units'];
    if (staff.count[before]! < minimumCareUnits) return DROP['too-few-care-units'];
    return Number.isNaN(staff.spread[before]!) ? DROP['zero-mean'] : KEEP;
  }
}
