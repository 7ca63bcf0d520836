import { UsageError } from '../../data/problems.js';
import type { Grouping } from '../../data/records.js';
import { type Estimate, estimate } from '../estimate.js';
import type { Cell, Head } from '../models/cell.js';
import { allOutcomes, type Outcome, outcomeById } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { checked, shown } from './check.js';
import { NonFinite } from './columns.js';
import { designed } from './design.js';
import { headOf, placeChecks } from './head.js';
import { modelName, type OwnModel } from './model.js';
import { type OwnRecord, recordEstimate } from './own-record.js';
import { type CellPlace, isColumnsForm, type Regression, regressionChecks } from './regression.js';

/** A cell made by `cells`: the cell itself with its design, or what an estimator of the user's own gave. */
export interface MadeCell {
  readonly cell: Cell | null;
  readonly estimate: Estimate | null;
}

/** What is known of a fault: what was said, with the user's line where there is one. */
export type Locate = (error: unknown) => string;

/** Makes the cells of a user's model. What is wrong with one cell is that cell's reason, and the others go on. */
export interface CellMaker {
  /**
   * A linear regression of y on x, the controls and the effects asked for, estimated by the house: with every kind of
   * inference that the appendix's cells have.
   */
  regression(regression: Regression): MadeCell;
  /** What an estimator of the user's own gave; p and the interval are by t where only `se` and `df` are given. */
  estimate(record: OwnRecord): MadeCell;
  /** A cell that cannot be estimated, and why. */
  refuse(refused: CellPlace & { readonly reason: string }): MadeCell;
  /** Any outcome of the panel, by its id. Throws for one that the panel does not have. */
  outcome(id: string): Outcome;
}

export interface MakerInput {
  readonly model: Pick<OwnModel, 'id' | 'title'>;
  readonly panel: Panel;
  readonly spec: Specification;
  readonly locate: Locate;
}

const made = new WeakSet<object>();

/** Whether a value is a cell that `cells` made, and not a record of the user's. */
export const isMade = (value: unknown): value is MadeCell =>
  typeof value === 'object' && value !== null && made.has(value);

const make = (cell: Cell | null, own: Estimate | null): MadeCell => {
  const result = { cell, estimate: own };
  made.add(result);
  return result;
};

const refusedFields = (groupings: readonly Grouping[]) => ({
  ...placeChecks(groupings),
  reason: (v: unknown) =>
    typeof v === 'string' && v.trim() !== '' && v.length <= 100 ? null : 'a text of 1 to 100 characters',
});

export function cellMaker({ model, panel, spec, locate }: MakerInput): CellMaker {
  const groupings = [...panel.groupings.keys()];
  const known = new Map<string, Outcome>();
  const outcome = (id: string): Outcome => {
    let found = known.get(id);
    if (!found) known.set(id, (found = outcomeNamed(panel, spec, id)));
    return found;
  };
  /** A cell by its place: what fails within it is told there. Its place itself must be right. */
  const within = (place: CellPlace, work: (head: Head, of: Outcome) => MadeCell): MadeCell => {
    const head = headOf(model, place);
    try {
      const of = typeof place.outcome === 'string' ? outcome(place.outcome) : place.outcome;
      return work(headOf(model, { ...place, outcome: of }), of);
    } catch (error) {
      const unknown = error instanceof UnknownOutcome ? 'indicator-not-in-data' : 'own-cell-failed';
      const reason = error instanceof NonFinite ? 'non-finite' : unknown;
      return make({ kind: 'refused', head: { ...head, extra: { error: locate(error) } }, reason }, null);
    }
  };
  return {
    outcome,
    regression(regression) {
      checked(
        regression,
        { ...placeChecks(groupings), ...regressionChecks(isColumnsForm(regression), groupings) },
        'cells.regression',
      );
      return within(regression, (head, of) => {
        const { rows, design, said } = designed(regression, of, panel, spec);
        const told = { ...head, term: design.term, extra: { ...head.extra, ...said } };
        return make({ kind: 'regression', head: told, rows, design }, null);
      });
    },
    estimate(record) {
      return within(record, (head) => make(null, recordEstimate(head, record, groupings, spec)));
    },
    refuse(refused) {
      checked(refused, refusedFields(groupings), 'cells.refuse');
      return within(refused, (head) => make({ kind: 'refused', head, reason: refused.reason }, null));
    },
  };
}

/** An outcome that the panel does not have, in a user's model. */
class UnknownOutcome extends UsageError {}

const MOST_NAMED = 5;

function outcomeNamed(panel: Panel, spec: Specification, id: string): Outcome {
  const have = [
    ...new Set([...allOutcomes(panel, spec).map((o) => o.id), ...panel.indicators.map((i) => i.id)]),
  ];
  try {
    return outcomeById(panel, spec, id);
  } catch {
    throw new UnknownOutcome(
      `no outcome ${shown(id)} in the data; expected one of its ${have.length}, such as ${have.slice(0, MOST_NAMED).join(', ')}`,
    );
  }
}

/** What a model did not get to: one row of a table of its own, so that no reader can miss it. */
export function failedModel(
  model: Pick<OwnModel, 'id' | 'title'>,
  reason: OwnFailure,
  error: string,
): Estimate {
  const name = modelName(model);
  return estimate({
    id: `${name}/model`,
    model: name,
    row: model.title.sv,
    table: name,
    column: 'model',
    status: 'not-estimable',
    reason,
    extra: { label: model.title, error },
  });
}

/** Why a model did not end as it should; the message catalogue has the words. */
export type OwnFailure = 'own-model-failed' | 'own-model-timeout' | 'own-model-empty' | 'own-model-too-large';

export const tellPlainly: Locate = (error) =>
  error instanceof Error ? error.message.replace(/\s+/g, ' ').trim().slice(0, 1000) : `threw ${shown(error)}`;
