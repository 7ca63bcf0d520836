import type { Cell, RegressionCell } from '../models/cell.js';
import { asCompared } from '../models/users.js';
import { type Panel, userStatuses } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import type { NotEstimable } from '../stats/index.js';
import { bootstrapped } from './bootstrap.js';
import { cellsOf, type Job } from './jobs.js';
import { nonResponseOf } from './non-response.js';
import { type ResponseWeights, responseWeights } from './response-weights.js';
import { peerPlacebos, staffingPlacebos } from './placebo.js';
import { type Randomized, randomized, userShuffles } from './randomize.js';
import { type Resampled, resampled, unitCounts } from './resample.js';
import { rivalsOf } from './rivals.js';

/** What was inferred of one cell: fields for its `extra`, and the draws that only its whole table or family can use. */
export interface CellInference {
  readonly id: string;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly resampled: Resampled | null;
  readonly randomized: Randomized | null;
}

/**
 * Does every kind of inference that a job's specification asks for. All that is random is drawn from streams named by the
 * specification's seed and the cell, row or area: who does the job, and when, changes nothing.
 */
export function jobRunner(panel: Panel): (job: Job) => CellInference[] {
  const counts = memo((spec: Specification) =>
    unitCounts(panel.units.length, spec.inference.resamples, spec.seed),
  );
  const shuffles = memo((spec: Specification, area: string) =>
    userShuffles(asCompared(panel, area, spec), area, spec),
  );
  const weights = memo((_: Specification, area: string) => responseWeights(panel, area));
  return (job) => {
    const { inference } = job.spec;
    const extras = rowExtras(panel, job, weights);
    const inferred: CellInference[] = [];
    for (const cell of cellsOf(panel, job)) {
      const { id } = cell.head;
      const permute =
        cell.kind === 'regression' && (job.model === 'users' || comparesUsers(panel, cell, job));
      inferred.push({
        id,
        extra: { ...cellExtra(cell, job), ...extras.get(id) },
        resampled: inference.resamples > 0 ? resampled(cell, counts(job.spec)) : null,
        randomized:
          permute && inference.randomization.permutations > 0
            ? randomized(cell, shuffles(job.spec, job.area))
            : null,
      });
    }
    return inferred;
  };
}

/** Whether a cell of a user's own model says that it compares users with non-users, and does. */
function comparesUsers(panel: Panel, { head, rows }: RegressionCell, { area, spec }: Job): boolean {
  const status = asCompared(panel, area, spec).userStatus.get(area);
  if (head.sample !== 'users+non-users' || !status) return false;
  const [user, nonUser] = [userStatuses.indexOf('user'), userStatuses.indexOf('non-user')];
  return rows.unit.every((u, i) => status[u] === (rows.x[i] === 1 ? user : rows.x[i] === 0 ? nonUser : -1));
}

function cellExtra(cell: Cell, { spec }: Job): Record<string, unknown> {
  if (cell.kind !== 'regression' || spec.inference.bootstrap.draws === 0) return {};
  const bootstrap = bootstrapped(cell);
  return bootstrap ? { bootstrap } : {};
}

/** What is inferred of a row's cells together. */
function rowExtras(
  panel: Panel,
  job: Job,
  weights: (spec: Specification, area: string) => ResponseWeights | NotEstimable,
): Map<string, Record<string, unknown>> {
  const extras = new Map<string, Record<string, unknown>>();
  const add = (name: string, cells: ReadonlyMap<string, unknown>) =>
    cells.forEach((value, id) => extras.set(id, { ...extras.get(id), [name]: value }));
  if (job.spec.inference.placebo > 0) {
    if (job.model === 'peers') add('placebo', peerPlacebos(panel, job));
    if (job.model === 'staffing') add('placebo', staffingPlacebos(panel, job));
  }
  if (job.spec.inference.rivals)
    for (const [name, cells] of Object.entries(rivalsOf(panel, job))) add(name, cells);
  if (job.spec.inference.nonResponse && job.model === 'users')
    add('nonResponse', nonResponseOf(panel, job, weights(job.spec, job.area)));
  return extras;
}

/** Remembers what was made for a seed, an inference, an area and who its users are: all that the draws depend on. */
function memo<T>(make: (spec: Specification, area: string) => T): (spec: Specification, area?: string) => T {
  const made = new Map<string, T>();
  return (spec, area = '') => {
    const key = JSON.stringify([spec.seed, spec.inference, spec.users.other, area]);
    if (!made.has(key)) made.set(key, make(spec, area));
    return made.get(key)!;
  };
}
