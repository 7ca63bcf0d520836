import type { Grouping } from '../../data/records.js';
import type { Estimate } from '../estimate.js';
import { groupCodesOf } from '../panel/labels.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { sum, type Vcov } from '../stats/index.js';
import { isAbove } from './above.js';
import { peerDummies, peerMeans, type PeerDummies } from './peer-dummies.js';
import { type Cell, estimateCell } from './cell.js';
import { appendixGroupings, groupingsFor } from './groupings.js';
import { DROP, forEachUnitYear, KEEP, Sample, userDrops, whyMissing } from './sample.js';
import { cellHead } from './tables.js';

/**
 * Peers (tables 3-5, 10-12, 15-17; specification, section 4): is a unit better, or does it improve, when the other
 * units of its group were above the 75th percentile one or two years ago?
 * Level y_it, or improvement 100·1(y_it > y_i,t-h), on D_i,t-h and year effects; clustered by unit.
 */
export const peers = (
  panel: Panel,
  outcomes: readonly Outcome[],
  spec: Specification,
  by?: readonly Grouping[],
): Estimate[] => Array.from(peerCells(panel, outcomes, spec, by), estimateCell);

/**
 * The cells of `peers`, by outcome, grouping (`groupingsFor` without `by`) and column; x is 1 where the peers stood high.
 * @param facing for a placebo, by group, the group whose members are taken for the unit's peers
 */
export function* peerCells(
  panel: Panel,
  outcomes: readonly Outcome[],
  spec: Specification,
  by?: readonly Grouping[],
  facing?: Int32Array,
): Generator<Cell> {
  const sample = new Sample(panel);
  for (const outcome of outcomes) {
    const userDrop = userDrops(panel, outcome.area);
    for (const grouping of by ?? groupingsFor(panel, outcome, appendixGroupings)) {
      const means = peerMeans(panel, outcome, grouping, spec, facing);
      const dummies = {
        1: peerDummies(panel, outcome, grouping, means, 1, spec),
        2: peerDummies(panel, outcome, grouping, means, 2, spec),
      };
      const context = { panel, outcome, grouping, dummies, userDrop, sample, spec };
      for (const column of peerColumns) yield cell(context, column);
    }
  }
}

/** What the eight cells of one row and grouping share. */
interface Context {
  readonly panel: Panel;
  readonly outcome: Outcome;
  readonly grouping: Grouping;
  readonly dummies: Readonly<Record<1 | 2, PeerDummies>>;
  readonly userDrop: Int8Array;
  readonly sample: Sample;
  readonly spec: Specification;
}

interface PeerColumn {
  readonly kind: 'level' | 'improvement';
  readonly sample: 'all' | 'users';
  readonly lag: 1 | 2;
}

/** The eight columns, in the appendix's order. */
const peerColumns: readonly PeerColumn[] = (['all', 'users'] as const).flatMap((sample) =>
  (['level', 'improvement'] as const).flatMap((kind) =>
    ([1, 2] as const).map((lag) => ({ kind, sample, lag })),
  ),
);

/** `niva:alla:t-1`, `forbattring:anvandare:t-2`. */
const columnKey = ({ kind, sample, lag }: PeerColumn): string =>
  `${kind === 'level' ? 'niva' : 'forbattring'}:${sample === 'all' ? 'alla' : 'anvandare'}:t-${lag}`;

function cell(context: Context, { kind, sample, lag }: PeerColumn): Cell {
  const { panel, outcome, grouping, spec } = context;
  const lagged = collect(context, { kind, sample, lag });
  const rows = context.sample.rows();
  const { cutoffs } = context.dummies[lag];
  const head = {
    ...cellHead(`peers:${grouping}`, outcome, columnKey({ kind, sample, lag })),
    model: 'peers' as const,
    outcome: kind,
    sample,
    grouping,
    lag,
    extra: {
      unit: kind === 'level' ? outcome.unit : 'procent',
      above: sum(rows.x),
      cutoffs,
      rule: `mean of the others ${spec.peers.comparison} percentile ${spec.peers.percentile} (type ${spec.peers.quantileType})`,
    },
  };
  const design = {
    term: 'peers-above',
    yearEffects: spec.peers.yearEffects,
    unitEffects: spec.peers.unitEffects,
    controls: lagged ? [{ name: 'own-lagged-level', values: lagged.subarray(0, rows.n) }] : [],
    vcov: covariance(panel, grouping, rows.unit, spec),
    spec,
  };
  return { kind: 'regression', head, rows, design };
}

/** Fills the sample; returns the own value `lag` years before of each row where the specification controls for it. */
function collect(context: Context, { kind, sample, lag }: PeerColumn): Float64Array | null {
  const { panel, outcome, userDrop, sample: rows, spec } = context;
  const peer = context.dummies[lag];
  const lagged = spec.peers.ownLaggedLevel ? new Float64Array(panel.units.length * panel.years.length) : null;
  const usersOnly = sample === 'users';
  rows.reset();
  const { first, last } = outcome.years;
  forEachUnitYear(panel, first + lag, last, (unit, t, at) => {
    if (usersOnly && userDrop[unit] !== KEEP) return rows.drop(userDrop[unit]!);
    const missing = whyMissing(outcome, at);
    if (missing !== KEEP) return rows.drop(missing);
    const peerless = peer.drop(unit, at - lag);
    if (peerless !== KEEP) return rows.drop(peerless);
    const before = outcome.values[at - lag]!;
    // The own earlier value is needed for an improvement, and as a control for that rival.
    if (Number.isNaN(before) && (kind === 'improvement' || lagged)) return rows.drop(DROP['lag-missing']);
    const y = outcome.values[at]!;
    if (lagged) lagged[rows.n] = before;
    rows.add(unit, t, kind === 'level' ? y : isAbove(y, before) ? 100 : 0, peer.values[at - lag]!);
  });
  return lagged;
}

function covariance(panel: Panel, grouping: Grouping, unit: Int32Array, spec: Specification): Vcov {
  const { codes } = groupCodesOf(panel, grouping);
  const byUnit = { name: 'unit', codes: unit };
  const byGroup = () => ({ name: grouping, codes: unit.map((u) => codes[u]!) });
  const twoWay = spec.inference.twoWay;
  switch (spec.peers.covariance) {
    case 'cluster:unit':
      return { kind: 'cluster', by: [byUnit] };
    case 'cluster:group':
      return { kind: 'cluster', by: [byGroup()] };
    case 'cluster:unit+group':
      return { kind: 'cluster', by: [byUnit, byGroup()], twoWay };
    case 'HC1':
    case 'iid':
      return { kind: spec.peers.covariance };
  }
}
