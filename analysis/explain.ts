import type { Item, OutcomeDefinition } from '../data/codebook/codebook.js';
import { UsageError } from '../data/problems.js';
import type { IndicatorRecord, OwnLabels } from '../data/records.js';
import { type Assumption, valueAt, withValue } from './assumptions.js';
import { compare } from './compare.js';
import type { Estimate } from './estimate.js';
import { appendixCell } from './explain/appendix-cell.js';
import { choicesFor, knownOutcome, meansOf, otherValues, powerOf } from './explain/behind.js';
import { cellAmong, inBoth, rowNames } from './explain/cell-among.js';
import { listed } from './explain/names.js';
import { panelCell } from './explain/panel-cell.js';
import { inferCell } from './inference/run.js';
import type { GroupMean } from './models/means.js';
import type { OwnRun } from './own-models/run.js';
import type { Panel } from './panel/panel.js';
import { appendixSpecification, cellSpecification, replicate } from './replicate.js';
import type { Agreement, CellComparison, ModelRecord } from './results.js';
import type { Specification } from './specification.js';
import type { PowerPoint } from './stats/index.js';

/** What a cell becomes when one field of the specification takes another value. */
export interface RivalResult {
  readonly assumption: Assumption;
  readonly value: unknown;
  readonly estimate: Estimate;
}

/** Everything behind one cell of a table of marks. */
export interface Explanation {
  readonly estimate: Estimate;
  /** What the cell's whole table shows beside chance; empty unless the specification asks for it. */
  readonly joint: readonly Estimate[];
  /** The power of the cell's test at true effects up to one that it could hardly miss; empty for an F test. */
  readonly power: readonly PowerPoint[];
  readonly comparison: CellComparison | null;
  /** Agreement of the cell's whole table with the published one. */
  readonly tableAgreement: Agreement | null;
  /** The definition of the outcome and the questions it is made of; null for staffing and what the appendix has not. */
  readonly definition: OutcomeDefinition | null;
  readonly items: readonly Item[];
  /** What the data say of an indicator that the codebook does not know; left out elsewhere. */
  readonly indicator?: IndicatorRecord;
  /** The means that a user table or ANOVA compares; empty for the other tables. */
  readonly means: readonly GroupMean[];
  /** The choices that this cell depends on, in use now. */
  readonly choices: readonly { readonly assumption: Assumption; readonly value: unknown }[];
  readonly rivals: readonly RivalResult[];
  /** The user's own model that the cell is of; null for the appendix's. */
  readonly own: ModelRecord | null;
  readonly synthetic: boolean;
  /** The words of the data's own; left out where there are none. */
  readonly labels?: OwnLabels;
}

/**
 * Explains one cell: `explain(panel, spec, 8, 'Extern samverkan', 'totalt')`. The row may be given with its group,
 * `Extern samverkan på särskilda boenden: Samarbete med anhöriga`, and must be where the label alone is not unique.
 * Of indicators that the appendix does not have the table is named as in the results, `users:skola`, `anova:skola`,
 * `peers:lan:skola`, `staffing:alla:skola`; area, row and grouping by the data's own labels too, the row by its
 * indicator's id.
 *
 * @throws UsageError for a table, row or column that there is not; it names those there are
 *
 * @example
 * ```ts
 * import { buildPanel, defaultSpecification, demoFolder, explain, readDataFolder } from 'oppna-jamforelser';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const cell = explain(panel, defaultSpecification, 8, 'Extern samverkan', 'totalt');
 * console.log(cell.estimate.estimate, cell.estimate.ciLow, cell.estimate.ciHigh, cell.comparison?.published);
 * for (const { assumption, value, estimate } of cell.rivals) console.log(assumption.path, value, estimate.mark);
 * ```
 */
export function explain(
  panel: Panel,
  spec: Specification,
  table: number | string,
  row: string,
  column: string,
): Explanation {
  return typeof table === 'number' || /^\d{1,2}$/.test(table)
    ? explainAppendix(panel, spec, Number(table), row, column)
    : explainPanel(panel, spec, table, row, column);
}

function explainAppendix(
  panel: Panel,
  spec: Specification,
  table: number,
  row: string,
  column: string,
): Explanation {
  const id = appendixCell(table, row, column);
  // A family wider than the table needs its other members.
  const estimates = replicate(panel, spec, spec.multiplicity.family === 'table' ? [table] : undefined);
  const specOf = (e: Estimate) => cellSpecification(e, spec);
  const inferred = inferCell(panel, estimates, id, { spec, specOf });
  const { cells, agreement } = compare(estimates);
  const again = (other: Specification) => replicate(panel, other, [table]).find((e) => e.id === id) ?? null;
  return {
    ...behind(panel, spec, inferred, again),
    comparison: cells.find((c) => c.id === id) ?? null,
    tableAgreement: agreement.find((a) => a.scope === `${table}`) ?? null,
    means: meansOf(panel, appendixSpecification(spec), inferred.estimate),
  };
}

/** A cell of what the appendix does not have. */
function explainPanel(
  panel: Panel,
  spec: Specification,
  table: string,
  row: string,
  column: string,
): Explanation {
  const { estimate, estimates, specification, again } = panelCell(panel, spec, table, row, column);
  const specOf = (e: Estimate) => (e.table === estimate.table ? specification : cellSpecification(e, spec));
  const inferred = inferCell(panel, estimates, estimate.id, { spec, specOf });
  return { ...behind(panel, spec, inferred, again), means: meansOf(panel, spec, inferred.estimate) };
}

/** What is told of a cell of any table. */
function behind(
  panel: Panel,
  spec: Specification,
  { estimate, joint }: ReturnType<typeof inferCell>,
  again: (spec: Specification) => Estimate | null,
): Explanation {
  const known = knownOutcome(estimate);
  const choices = choicesFor(estimate, known);
  return {
    ...told(panel, estimate, joint),
    choices: choices.map((assumption) => ({ assumption, value: valueAt(spec, assumption.path) })),
    rivals: choices.flatMap((assumption) =>
      otherValues(assumption, spec).flatMap((value) => {
        const rival = again(withValue(spec, assumption.path, value));
        return rival ? [{ assumption, value, estimate: rival }] : [];
      }),
    ),
  };
}

/** What needs no other specification. */
function told(panel: Panel, estimate: Estimate, joint: readonly Estimate[]): Explanation {
  const known = knownOutcome(estimate);
  const isKnown = known.definition !== null || known.items.length > 0;
  const indicator = isKnown ? undefined : panel.indicators.find((i) => i.id === estimate.indicator);
  return {
    estimate,
    joint,
    power: powerOf(estimate),
    comparison: null,
    tableAgreement: null,
    ...known,
    ...(indicator ? { indicator } : {}),
    means: [],
    choices: [],
    rivals: [],
    own: null,
    synthetic: panel.synthetic,
    ...(panel.labels ? { labels: panel.labels } : {}),
  };
}

/**
 * The same for a cell of a user's own model: `explainOwn(run, again, panel, spec, 'own:my-model', 'Extern samverkan', 'lag')`.
 * @param run the model on all outcomes, for the tests that the cell stands among
 * @param again the model's cells of one outcome under another specification
 */
export async function explainOwn(
  run: OwnRun,
  again: (spec: Specification, indicator: string) => Promise<readonly Estimate[]>,
  panel: Panel,
  spec: Specification,
  table: string,
  row: string,
  column: string,
): Promise<Explanation> {
  const { id } = ownCell(run, panel.labels, table, row, column);
  const { estimate: found, joint } = inferCell(panel, run.estimates, id, { spec, cells: run.cells });
  const choices = choicesFor(found, knownOutcome(found));
  const rivals: RivalResult[] = [];
  for (const assumption of choices)
    for (const value of otherValues(assumption, spec)) {
      const estimates = await again(withValue(spec, assumption.path, value), found.indicator!);
      const rival = estimates.find((e) => e.id === id);
      if (rival) rivals.push({ assumption, value, estimate: rival });
    }
  return {
    ...told(panel, found, joint),
    choices: choices.map((assumption) => ({ assumption, value: valueAt(spec, assumption.path) })),
    rivals,
    own: run.record,
  };
}

/** A cell of a user's model by its table (`own:my-model`, or with the area too), row and column as people write them. */
function ownCell(
  { estimates, record }: OwnRun,
  labels: OwnLabels | undefined,
  table: string,
  row: string,
  column: string,
): Estimate {
  const inTable = estimates.filter((e) => table === e.model || table === e.table);
  if (inTable.length === 0)
    throw new UsageError(
      `no table '${table}'; the model has: ${listed(estimates.map((e) => String(e.table)))}`,
    );
  return cellAmong(inTable, table, row, column, {
    ofRow: (e) => rowNames(labels, e.indicator),
    ofColumn: (e) => {
      const label = Object.hasOwn(record.columns, e.column!) ? record.columns[e.column!] : undefined;
      return label ? inBoth(label) : [];
    },
  });
}
