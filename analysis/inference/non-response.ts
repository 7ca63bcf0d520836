import type { Estimate } from '../estimate.js';
import { signMark } from '../marks.js';
import { estimateCell, type RegressionCell } from '../models/cell.js';
import type { Rows } from '../models/sample.js';
import { withStatus } from '../models/users.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { effectiveSampleSize, inference, manskiBounds, type NotEstimable, ols } from '../stats/index.js';
import { cellsOf, type Job } from './jobs.js';
import { askedUnits, type ResponseWeights, UNKNOWN } from './response-weights.js';

/** Outcomes beyond this overflow. */
const LARGEST = 1e150;

/** Why a part of a cell's `nonResponse` has no numbers. */
interface Failed {
  readonly reason: string;
}

/** What the survey's non-response, and the answers that are neither, can do to a cell of a user table. */
export interface NonResponse {
  readonly ipw: WeightedCell | Failed;
  readonly bounds: StatusBounds | Failed;
  /** The cell with `other` counted as users, and as non-users. */
  readonly other: Readonly<Record<'users' | 'non-users', OtherCell | Failed>>;
}

type OtherCell = Pick<Estimate, 'estimate' | 'p' | 'mark' | 'n'>;

/** The cell's regression with the units weighted by `responseWeights`. */
export interface WeightedCell extends Pick<Estimate, 'estimate' | 'se' | 'p' | 'mark' | 'n'> {
  /** Of the cell's units, each counted once; see `effectiveSampleSize`. */
  readonly effectiveSampleSize: number;
  readonly largest: number;
  readonly balance: ResponseWeights['balance'];
}

/** Manski's bounds of the difference in means, users minus non-users, had the units of unknown status answered. */
export interface StatusBounds {
  readonly low: number;
  readonly high: number;
  /** The difference of the same means among the units whose status is known. */
  readonly observed: number | null;
  /** Units of unknown status with an outcome. */
  readonly unknown: number;
  /** Whether 0 lies within: the sign of the difference then hangs on who did not answer. */
  readonly includesZero: boolean;
}

/** `extra.nonResponse` of a row's cells, by id. The weights are those of the job's area. */
export function nonResponseOf(
  panel: Panel,
  job: Job,
  weights: ResponseWeights | NotEstimable,
): Map<string, NonResponse> {
  const ipw = new Map<string, WeightedCell | Failed>();
  for (const cell of cellsOf(panel, job))
    if (cell.kind === 'regression') ipw.set(cell.head.id, weightedCell(cell, weights));
  const bounds = statusBounds(panel, job);
  const users = otherAs(panel, job, 'users');
  const nonUsers = otherAs(panel, job, 'non-users');
  return new Map(
    [...ipw].map(([id, weighted]) => [
      id,
      {
        ipw: weighted,
        bounds: bounds.get(id)!,
        other: { users: users.get(id)!, 'non-users': nonUsers.get(id)! },
      },
    ]),
  );
}

/** The cell's design by weighted least squares. The standard error takes the weights as known. */
function weightedCell(
  { rows, design }: RegressionCell,
  weighting: ResponseWeights | NotEstimable,
): WeightedCell | Failed {
  if (weighting.status !== 'ok') return { reason: weighting.reason };
  const weights = Float64Array.from(rows.unit, (u) => weighting.weights[u]!);
  const fit = ols({
    y: rows.y,
    x: [{ name: design.term, values: rows.x }],
    effects: design.yearEffects ? [{ name: 'year', codes: rows.year }] : [],
    weights,
  });
  if (fit.status !== 'ok') return { reason: fit.reason };
  const inferred = inference(fit, design.vcov, design.spec.inference.level);
  if (inferred.status !== 'ok') return { reason: inferred.reason };
  const { estimate, se, p } = inferred.terms[fit.names.indexOf(design.term)]!;
  if (p === null) return { reason: 'perfect-fit' };
  const ofUnits = Float64Array.from(new Set(rows.unit), (u) => weighting.weights[u]!);
  return {
    estimate,
    se,
    p,
    mark: signMark(p, estimate),
    n: fit.n,
    effectiveSampleSize: effectiveSampleSize(ofUnits),
    largest: ofUnits.reduce((a, b) => Math.max(a, b)),
    balance: weighting.balance,
  };
}

/**
 * Bounds by cell: each unit's mean of its years (`totalt`), its value that year, or its change. A unit of unknown status
 * is a user or a non-user, never `other`. No outcome is missing (units without one are left out), so that the bounds
 * are attained by outcomes that are there, and no range need be known.
 */
function statusBounds(panel: Panel, job: Job): Map<string, StatusBounds | Failed> {
  const status = panel.userStatus.get(job.area)!;
  const asked = new Set(askedUnits(panel, status));
  const found = new Map<string, StatusBounds | Failed>();
  // As if the unknown were users: the cells then hold their rows too.
  for (const cell of cellsOf(withStatus(panel, job.area, 'unknown', 'user'), job)) {
    if (cell.kind !== 'regression') continue;
    const { head, rows } = cell;
    const units = unitMeans(rows).filter(({ unit }) => asked.has(unit));
    const y = units.map(({ mean }) => mean);
    const user = units.map(({ unit, x }) => (status[unit] === UNKNOWN ? null : x === 1));
    found.set(head.id, boundsOf(y, user, job.spec.users.minimumGroup));
  }
  return found;
}

function boundsOf(
  y: readonly number[],
  user: readonly (boolean | null)[],
  smallestGroup: number,
): StatusBounds | Failed {
  const most = 1 + y.reduce((largest, v) => Math.max(largest, Math.abs(v)), 0);
  if (!(most < LARGEST)) return { reason: 'non-finite' };
  const bounds = manskiBounds({ y, user, range: [-most, most], unknown: 'status', smallestGroup });
  if (bounds.status !== 'ok') return { reason: bounds.reason };
  const { low, high, observed } = bounds;
  const unknown = user.filter((status) => status === null).length;
  return { low, high, observed, unknown, includesZero: low <= 0 && high >= 0 };
}

/** Each unit's mean of y over its rows, and its x, which is the same in all. */
function unitMeans({ unit, x, y }: Rows): { unit: number; x: number; mean: number }[] {
  const rowsOf = new Map<number, number[]>();
  unit.forEach((u, i) => rowsOf.set(u, [...(rowsOf.get(u) ?? []), i]));
  return [...rowsOf].map(([u, rows]) => ({
    unit: u,
    x: x[rows[0]!]!,
    mean: rows.reduce((total, i) => total + y[i]!, 0) / rows.length,
  }));
}

/** The row's cells with `other` counted so. */
function otherAs(panel: Panel, job: Job, other: 'users' | 'non-users'): Map<string, OtherCell | Failed> {
  const spec: Specification = { ...job.spec, users: { ...job.spec.users, other } };
  const found = new Map<string, OtherCell | Failed>();
  for (const cell of cellsOf(panel, job, spec)) {
    const { id, estimate, p, mark, n, reason } = estimateCell(cell);
    found.set(id, reason === null ? { estimate, p, mark, n } : { reason });
  }
  return found;
}
