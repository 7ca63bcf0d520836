import { groupBy } from '../../data/group-by.js';
import type { Grouping } from '../../data/records.js';
import { type Estimate, isOwnModel, type OwnModelName } from '../estimate.js';
import { anovaCells } from '../models/anova.js';
import type { Cell } from '../models/cell.js';
import { peerCells } from '../models/peers.js';
import { staffingCells } from '../models/staffing.js';
import type { StaffingKind } from '../models/staffing-spread.js';
import { userCells } from '../models/users.js';
import { outcomeById } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';

/** One row of one table: what is handed to a worker, plain data. */
export interface Job {
  readonly model: 'users' | 'anova' | 'peers' | 'staffing' | OwnModelName;
  readonly table: number | string;
  readonly area: string;
  readonly indicator: string;
  /** Of anova and peers. */
  readonly by: readonly Grouping[];
  readonly kind: StaffingKind | null;
  /** The cells that were estimated, by id. */
  readonly ids: readonly string[];
  /** What they were estimated under. */
  readonly spec: Specification;
  /** Of a user's own model: the cells themselves, so that who infers of them need not run it. */
  readonly cells?: readonly Cell[];
}

/** The cells of users' own models, by id: copies, whose rows hold for good. */
export type OwnCells = ReadonlyMap<string, Cell>;

const models: readonly string[] = ['users', 'anova', 'peers', 'staffing'];

/** The rows of tables among the estimates that have something to infer. */
export function jobsOf(
  estimates: readonly Estimate[],
  specOf: (e: Estimate) => Specification,
  own: OwnCells = new Map(),
): Job[] {
  const tested = estimates.filter(
    (e) => e.table !== null && e.status === 'ok' && (models.includes(e.model) || own.has(e.id)),
  );
  const rows = groupBy(tested, (e) =>
    [e.table, e.indicator, e.model === 'anova' ? '' : e.grouping].join('\u0000'),
  );
  return [...rows.values()].map((cells) => {
    const [e] = cells as [Estimate, ...Estimate[]];
    const kind = e.extra['kind'];
    return {
      model: e.model as Job['model'],
      table: e.table!,
      area: e.area!,
      indicator: e.indicator!,
      by: [...new Set(cells.flatMap((c) => c.grouping ?? []))],
      kind: kind === 'alla' || kind === 'demens' ? kind : null,
      ids: cells.map((c) => c.id),
      spec: specOf(e),
      ...(isOwnModel(e.model) ? { cells: cells.map((c) => own.get(c.id)!) } : {}),
    };
  });
}

/** The cells of a row, under its specification or a rival of it. */
export function* cellsOf(panel: Panel, job: Job, spec: Specification = job.spec): Generator<Cell> {
  for (const cell of job.cells ?? cellsOfRow(panel, job, spec))
    if (job.ids.includes(cell.head.id)) yield cell;
}

function cellsOfRow(panel: Panel, { model, area, indicator, by, kind }: Job, spec: Specification) {
  if (model === 'staffing')
    return staffingCells(panel, { ...spec, staffing: { ...spec.staffing, area } }, [kind!], [indicator]);
  const outcomes = [outcomeById(panel, spec, indicator)];
  switch (model) {
    case 'users':
      return userCells(panel, outcomes, spec);
    case 'anova':
      // The permutations of the labels are in the estimates already.
      return anovaCells(panel, outcomes, { ...spec, anova: { permutations: 0 } }, by);
    case 'peers':
      return peerCells(panel, outcomes, spec, by);
  }
  return [];
}
