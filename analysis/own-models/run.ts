import { UsageError } from '../../data/problems.js';
import { adjustFamilies } from '../adjust.js';
import { type Selection, selectedOutcomes } from '../analyse.js';
import type { Estimate } from '../estimate.js';
import type { OwnCells } from '../inference/jobs.js';
import { type Cell, estimateCell } from '../models/cell.js';
import type { Panel } from '../panel/panel.js';
import type { ModelRecord } from '../results.js';
import type { Specification } from '../specification.js';
import {
  type CellMaker,
  cellMaker,
  failedModel,
  isMade,
  type Locate,
  type MadeCell,
  tellPlainly,
} from './cells.js';
import { isRecord, shown } from './check.js';
import { isModel, type ModelOptions, type OptionsOf, type OwnModel } from './model.js';
import { optionsOf } from './options.js';
import type { OwnRecord } from './own-record.js';

export interface RunModelOptions<O extends ModelOptions = ModelOptions> extends Selection {
  /** Options of the model that are not to have their default. */
  readonly set?: Partial<OptionsOf<O>>;
  /** How errors are told; their message alone where left out. */
  readonly locate?: Locate;
}

/** What came of a model: its estimates, the cells that can be inferred of, and what the manifest is to say. */
export interface OwnRun {
  readonly estimates: readonly Estimate[];
  readonly cells: OwnCells;
  readonly record: ModelRecord;
}

/**
 * Runs a model on a panel, in this thread and for as long as it takes. What fails is an estimate with status `not-estimable`,
 * a reason, and what was said in `extra.error`.
 * @throws UsageError for what is no model, an option that it does not have, an indicator that the panel does not have
 *
 * @example
 * ```ts
 * import { defaultSpecification, defineModel, demoFolder, buildPanel, fullInference, infer, inThisThread } from 'oppna-jamforelser';
 * import { readDataFolder, runModel } from 'oppna-jamforelser';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const model = defineModel({
 *   id: 'users-only',
 *   title: 'Users',
 *   *run({ outcomes, cells }) {
 *     for (const outcome of outcomes)
 *       yield cells.regression({ outcome, column: 'all', row: (r) => ({ x: r.user() }) });
 *   },
 * });
 * const spec = fullInference(defaultSpecification);
 * const run = runModel(model, panel, spec, { indicator: ['eb-radgivning'] });
 * const [cell] = await infer(run.estimates, inThisThread(panel), { spec, cells: run.cells });
 * console.log(cell?.extra['bootstrap']);
 * ```
 */
export function runModel<O extends ModelOptions>(
  model: OwnModel<O>,
  panel: Panel,
  spec: Specification,
  { set = {}, locate = tellPlainly, ...selection }: RunModelOptions<O> = {},
): OwnRun {
  if (!isModel(model)) throw new UsageError(`found ${shown(model)}; expected a model: defineModel({ ... })`);
  const options = optionsOf(model, set as ModelOptions);
  const estimates: Estimate[] = [];
  const cells = new Map<string, Cell>();
  for (const { estimate, cell } of steps({ model, panel, spec, options, selection, locate })) {
    estimates.push(estimate);
    if (cell && estimate.status === 'ok') cells.set(estimate.id, cell);
  }
  return { estimates: adjustFamilies(estimates, spec), cells, record: recordOf(model, options) };
}

export const recordOf = (
  { id, title, columns }: Pick<OwnModel, 'id' | 'title' | 'columns'>,
  options: ModelOptions,
  files: ModelRecord['files'] = [],
): ModelRecord => ({ id, title, columns, options, files });

export interface StepsInput {
  readonly model: OwnModel;
  readonly panel: Panel;
  readonly spec: Specification;
  readonly options: ModelOptions;
  readonly selection: Selection;
  readonly locate: Locate;
}

/** A cell estimated; the cell itself where it is one that can be inferred of. */
export interface Step {
  readonly estimate: Estimate;
  readonly cell: Cell | null;
}

/** More than this come from a loop without an end, and no reader could take them in. */
const MOST_CELLS = 20_000;
const MOST_COLUMNS = 100;

/** The cells of a model, one by one, then what went wrong with the whole of it. */
export function* steps({ model, panel, spec, options, selection, locate }: StepsInput): Generator<Step> {
  const outcomes = selectedOutcomes(panel, spec, selection);
  const cells = cellMaker({ model, panel, spec, locate });
  const seen = new Map<string, { step: Step; times: number }>();
  const failed = (reason: Parameters<typeof failedModel>[1], error: string): Step => ({
    estimate: failedModel(model, reason, error),
    cell: null,
  });
  const columns = new Set<string>();
  let failure: Step | null = null;
  let count = 0;
  try {
    for (const yielded of iterableOf(model.run({ panel, spec, outcomes, options, cells } as never))) {
      const step = estimated(yielded, cells);
      columns.add(step.estimate.column!);
      if (++count > MOST_CELLS || columns.size > MOST_COLUMNS) {
        const error = `more than ${MOST_CELLS} cells or ${MOST_COLUMNS} different columns`;
        failure = failed('own-model-too-large', error);
        break;
      }
      const before = seen.get(step.estimate.id);
      if (before) before.times++;
      else {
        seen.set(step.estimate.id, { step: { estimate: step.estimate, cell: null }, times: 1 });
        yield step;
      }
    }
  } catch (error) {
    failure = failed('own-model-failed', locate(error));
  }
  for (const { step, times } of seen.values()) if (times > 1) yield duplicate(step, times);
  if (failure) yield failure;
  else if (count === 0) yield failed('own-model-empty', 'run yielded no cell');
}

function iterableOf(given: unknown): Iterable<unknown> {
  if (typeof given === 'object' && given !== null) {
    if (Symbol.iterator in given) return given as Iterable<unknown>;
    if (Symbol.asyncIterator in given || 'then' in given)
      throw new UsageError('run: found something asynchronous; expected a plain generator, *run(...)');
  }
  throw new UsageError(`run: found ${shown(given)}; expected a generator of cells, *run(...) { yield ... }`);
}

function estimated(yielded: unknown, cells: CellMaker): Step {
  let made: MadeCell;
  if (isMade(yielded)) made = yielded;
  else if (isRecord(yielded) && 'estimate' in yielded && 'column' in yielded)
    made = cells.estimate(yielded as unknown as OwnRecord);
  else
    throw new UsageError(
      `run: yielded ${shown(yielded)}; expected a cell of cells.regression(...), or a record with outcome, column and estimate`,
    );
  const { cell, estimate } = made;
  if (estimate) return { estimate, cell: null };
  return { estimate: estimateCell(cell!), cell: cell!.kind === 'refused' ? null : cell };
}

/** Which of the two was meant is not known: the first stands, and a column beside it says so. */
function duplicate({ estimate: e }: Step, times: number): Step {
  const nothing = { estimate: null, se: null, statistic: null, df: null, p: null, ciLow: null, ciHigh: null };
  return {
    estimate: {
      ...e,
      ...nothing,
      id: `${e.id}#2`,
      column: `${e.column}#2`,
      mark: null,
      n: null,
      units: null,
      clusters: null,
      dropped: {},
      status: 'not-estimable',
      reason: 'own-cell-repeated',
      extra: { error: `${times} cells of the same row and column ${shown(e.column)}; the first is used` },
    },
    cell: null,
  };
}
