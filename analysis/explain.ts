import { codebook, type Item, type OutcomeDefinition } from '../data/codebook/codebook.js';
import type { OwnLabels } from '../data/records.js';
import { type Assumption, assumptions, valueAt, withValue } from './assumptions.js';
import { compare } from './compare.js';
import { type Estimate, isOwnModel } from './estimate.js';
import { findCell, findOwnCell } from './explain-cell.js';
import { inferCell } from './inference/run.js';
import { levels } from './marks.js';
import { groupMeans, type GroupMean } from './models/means.js';
import { asCompared } from './models/users.js';
import { outcomeById, ruleItems } from './panel/outcomes.js';
import type { OwnRun } from './own-models/run.js';
import { type Panel, userStatuses } from './panel/panel.js';
import { appendixSpecification, cellSpecification, replicate } from './replicate.js';
import type { Agreement, CellComparison, ModelRecord } from './results.js';
import type { Specification } from './specification.js';
import { powerCurve, type PowerPoint } from './stats/index.js';

/** What a cell becomes when one field of the specification takes another value. */
export interface RivalResult {
  readonly assumption: Assumption;
  readonly value: unknown;
  readonly estimate: Estimate;
}

/** Everything behind one cell of the appendix's tables. */
export interface Explanation {
  readonly estimate: Estimate;
  /** What the cell's whole table shows beside chance; empty unless the specification asks for it. */
  readonly joint: readonly Estimate[];
  /** The power of the cell's test at true effects up to one that it could hardly miss; empty for an F test. */
  readonly power: readonly PowerPoint[];
  readonly comparison: CellComparison | null;
  /** Agreement of the cell's whole table with the published one. */
  readonly tableAgreement: Agreement | null;
  /** The definition of the outcome and the questions it is made of; null for staffing. */
  readonly definition: OutcomeDefinition | null;
  readonly items: readonly Item[];
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
 *
 * @throws UsageError for a table, row or column that the appendix does not have; it names those there are
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
  table: number,
  row: string,
  column: string,
): Explanation {
  const { id, area } = findCell(table, row, column);
  // A family wider than the table needs its other members.
  const estimates = replicate(panel, spec, spec.multiplicity.family === 'table' ? [table] : undefined);
  const specOf = (e: Estimate) => cellSpecification(e, spec);
  const { estimate: found, joint } = inferCell(panel, estimates, id, { spec, specOf });
  const { cells, agreement } = compare(estimates);
  const definition = codebook().outcomes.find((o) => o.id === found.indicator) ?? null;
  const ids = definition ? ruleItems(definition) : [];
  const relevant = assumptions.filter((a) => matters(a.path, found, definition));
  return {
    estimate: found,
    joint,
    power: powerOf(found),
    comparison: cells.find((c) => c.id === id) ?? null,
    tableAgreement: agreement.find((a) => a.scope === `${table}`) ?? null,
    definition,
    items: codebook().items.filter((i) => ids.includes(i.id)),
    means: means(panel, appendixSpecification(spec), found, area),
    choices: relevant.map((assumption) => ({ assumption, value: valueAt(spec, assumption.path) })),
    rivals: relevant.flatMap((assumption) =>
      [assumption.default, ...assumption.rivals]
        .filter((value) => value !== valueAt(spec, assumption.path))
        .map((value) => ({
          assumption,
          value,
          estimate: replicate(panel, withValue(spec, assumption.path, value), [table]).find(
            (e) => e.id === id,
          )!,
        })),
    ),
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
  const { id } = findOwnCell(run, panel, table, row, column);
  const { estimate: found, joint } = inferCell(panel, run.estimates, id, { spec, cells: run.cells });
  const definition = codebook().outcomes.find((o) => o.id === found.indicator) ?? null;
  const ids = definition ? ruleItems(definition) : [];
  const relevant = assumptions.filter((a) => matters(a.path, found, definition));
  const rivals: RivalResult[] = [];
  for (const assumption of relevant)
    for (const value of [assumption.default, ...assumption.rivals]) {
      if (value === valueAt(spec, assumption.path)) continue;
      const estimates = await again(withValue(spec, assumption.path, value), found.indicator!);
      const rival = estimates.find((e) => e.id === id);
      if (rival) rivals.push({ assumption, value, estimate: rival });
    }
  return {
    estimate: found,
    joint,
    power: powerOf(found),
    comparison: null,
    tableAgreement: null,
    definition,
    items: codebook().items.filter((i) => ids.includes(i.id)),
    means: [],
    choices: relevant.map((assumption) => ({ assumption, value: valueAt(spec, assumption.path) })),
    rivals,
    own: run.record,
    synthetic: panel.synthetic,
    ...(panel.labels ? { labels: panel.labels } : {}),
  };
}

/** Whether a field of the specification can change a cell. */
function matters(
  path: string,
  { model, column, sample }: Estimate,
  definition: OutcomeDefinition | null,
): boolean {
  const [part, field] = path.split('.');
  // Who the users and the non-users are is decided before a model of one's own sees them.
  if (path === 'users.other' && isOwnModel(model)) return sample !== 'all';
  if (part === 'users' && model === 'users')
    return field === 'other' || (column === 'totalt') !== (field === 'yearlyCovariance');
  if (part !== 'outcomes') return part === model;
  const rule = definition?.rule;
  switch (rule?.kind) {
    case 'share-of-items':
      return field === 'itemGroups';
    case 'alcohol-drugs':
      return field === 'alcoholDrugs';
    case 'settings':
      return field === 'isu' && rule.partial;
    case 'item':
      return (
        field === 'partial' && codebook().items.some((i) => i.id === rule.item && i.scale?.includes('Delvis'))
      );
    case undefined:
      return false;
  }
}

/** At a quarter, a half ... one and a half times the minimum detectable effect. */
function powerOf({ se, df, extra }: Estimate): readonly PowerPoint[] {
  const detectable = extra['minimumDetectable'];
  if (se === null || df === null || typeof detectable !== 'number') return [];
  const effects = [0.25, 0.5, 0.75, 1, 1.25, 1.5].map((share) => share * detectable);
  const curve = powerCurve(effects, { se, df, alpha: levels.strong });
  return curve.status === 'ok' ? curve.points : [];
}

function means(panel: Panel, spec: Specification, e: Estimate, area: string): GroupMean[] {
  if (e.status !== 'ok' || (e.model !== 'users' && e.model !== 'anova')) return [];
  const outcome = outcomeById(panel, spec, e.indicator!);
  if (e.model === 'users') {
    const statuses = asCompared(panel, area, spec).userStatus.get(area)!;
    const codes = Int32Array.from({ length: statuses.length }, (_, u) =>
      statuses[u]! < 2 ? statuses[u]! : -1,
    );
    return groupMeans(panel, outcome, userStatuses.slice(0, 2), codes, outcome.years, true);
  }
  const { levels, codes } = panel.groupings.get(e.grouping!)!;
  const last = outcome.years.last;
  const years = e.column!.startsWith('sista') ? { first: last, last } : outcome.years;
  return groupMeans(panel, outcome, levels, codes, years, false);
}
