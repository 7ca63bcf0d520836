import { appendixYears, codebook } from '../data/codebook/codebook.js';
import { type PublishedTable, publishedTables } from '../data/codebook/published.js';
import { UsageError } from '../data/problems.js';
import type { Grouping } from '../data/records.js';
import { adjustFamilies } from './adjust.js';
import { type Estimate, estimate } from './estimate.js';
import { anova } from './models/anova.js';
import { composition } from './models/composition.js';
import { means } from './models/group-means.js';
import { indicatorCounts } from './models/indicator-counts.js';
import { peers } from './models/peers.js';
import { staffing } from './models/staffing.js';
import type { StaffingKind } from './models/staffing-spread.js';
import { type Series, trends } from './models/trends.js';
import { users } from './models/users.js';
import { appendixOutcomes, type Outcome, outcomeById, ownOutcomes, ruleItems } from './panel/outcomes.js';
import type { Panel } from './panel/panel.js';
import type { Specification } from './specification.js';

/** The appendix's own years, which its tables use unless the specification says otherwise. */
const appendixPeriod = { first: appendixYears.kommun.first, last: appendixYears.kommun.last };

/** The specification as the appendix's own tables use it: in the appendix's years unless it names others. */
export const appendixSpecification = (spec: Specification): Specification => ({
  ...spec,
  period: spec.period ?? appendixPeriod,
});

/** What a cell of `replicate` was estimated under: those of the appendix in the appendix's years. */
export const cellSpecification = (e: Estimate, spec: Specification): Specification =>
  typeof e.table === 'number' ? appendixSpecification(spec) : spec;

/**
 * The whole appendix: every cell of tables 2-17 (or of those asked for), estimated or with the reason why not, in
 * the published order; then the same analyses of indicators that the appendix does not have; then what the figures
 * draw (the series, the means of counties and municipality groups, the types of indicators) and who the users are.
 *
 * @example
 * ```ts
 * import { buildPanel, demoFolder, readDataFolder, readSpecification, replicate } from 'oppna-jamforelser';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const spec = readSpecification('{"peers": {"comparison": ">="}}', 'my specification');
 * const cells = replicate(panel, spec, [3, 4, 5]);
 * console.log(cells.filter(({ mark }) => mark === '++').length, 'of', cells.length);
 * ```
 */
export function replicate(panel: Panel, spec: Specification, tables?: readonly number[]): Estimate[] {
  const chosen = choose(tables);
  const appendix = appendixSpecification(spec);
  const rows = appendixOutcomes(panel, appendix);
  const cells = chosen.flatMap((t) => published(panel, t, rows, appendix));
  if (tables) return adjustFamilies(cells, spec);
  const own = ownOutcomes(panel, spec);
  const ownCells = [...users(panel, own, spec), ...anova(panel, own, spec), ...peers(panel, own, spec)];
  return [
    ...adjustFamilies([...cells, ...ownCells], spec),
    ...trends(panel, figureSeries(panel, appendix), appendix),
    ...trends(
      panel,
      own.map((outcome) => ({ outcome, figures: [] })),
      spec,
    ),
    ...means(panel, rows, appendix),
    ...means(panel, own, spec),
    ...indicatorCounts(panel, spec),
    ...composition(panel, surveyAreas(panel), spec),
  ];
}

/** The areas of SKR's survey that the data have, in the codebook's order and then by name. */
export function surveyAreas(panel: Panel): string[] {
  const order = codebook().areas.map((a) => a.id);
  const place = (area: string) => (order.includes(area) ? order.indexOf(area) : order.length);
  return [...panel.userStatus.keys()].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

function choose(tables: readonly number[] | undefined): readonly PublishedTable[] {
  const all = publishedTables();
  for (const t of tables ?? [])
    if (!all.some((p) => p.table === t))
      throw new UsageError(`no table ${t} with marks in the appendix; there are 2-17`);
  return tables ? all.filter((p) => tables.includes(p.table)) : all;
}

/** One published table's cells, in its order; what the data do not hold has a reason. */
function published(
  panel: Panel,
  table: PublishedTable,
  rows: readonly Outcome[],
  spec: Specification,
): Estimate[] {
  const computed = new Map(
    estimates(panel, table, rows, spec).map((e) => [`${e.indicator}\u0000${e.column}`, e]),
  );
  return table.rows.flatMap((row) => {
    const id = rowId(table, row.group, row.label);
    return table.columns.map(
      (column) => computed.get(`${id}\u0000${column}`) ?? absent(panel, table, row, id, column),
    );
  });
}

function estimates(
  panel: Panel,
  table: PublishedTable,
  rows: readonly Outcome[],
  spec: Specification,
): Estimate[] {
  const [kind, detail] = table.kind.split(':') as [string, string | undefined];
  const labels = new Set(table.rows.map((r) => `${r.group}\u0000${r.label}`));
  const outcomes = rows.filter((o) => o.area === table.area && labels.has(`${o.group}\u0000${o.row}`));
  switch (kind) {
    case 'users':
      return users(panel, outcomes, spec);
    case 'anova':
      return anova(panel, outcomes, spec);
    case 'peers':
      return peers(panel, outcomes, spec, [detail as Grouping]);
    case 'staffing':
      return staffing(panel, { ...spec, staffing: { ...spec.staffing, area: table.area } }, [
        detail as StaffingKind,
      ]);
    default:
      throw new Error(`unknown kind of table ${table.kind}`);
  }
}

/** The codebook's id of a published row. */
export function rowId({ area, kind }: PublishedTable, group: string | null, label: string): string {
  const { outcomes, measures } = codebook();
  const found = kind.startsWith('staffing')
    ? measures.find((m) => m.area === area && m.row === label)
    : outcomes.find((o) => o.area === area && o.row === label && o.group === group);
  return found!.id;
}

function absent(
  panel: Panel,
  table: PublishedTable,
  row: { label: string; group: string | null },
  id: string,
  column: string,
): Estimate {
  const [model, grouping] = table.kind.split(':') as [Estimate['model'], string | undefined];
  const inData = model === 'staffing' ? panel.careUnits.has(id) : hasRow(panel, id);
  return estimate({
    id: `${table.table}/${id}/${column}`,
    model,
    area: table.area,
    indicator: id,
    row: row.label,
    group: row.group,
    table: table.table,
    column,
    grouping: model === 'peers' ? (grouping as Grouping) : null,
    status: 'not-estimable',
    reason: inData ? 'year-not-in-data' : 'indicator-not-in-data',
  });
}

/** Whether the data have a question that this row of the appendix is made of. */
function hasRow(panel: Panel, outcomeId: string): boolean {
  const definition = codebook().outcomes.find((o) => o.id === outcomeId);
  return definition !== undefined && ruleItems(definition).some((item) => panel.answers.has(item));
}

/** The series of figures 1-14 and the report's 3-4 that the data can draw, each once. */
export function figureSeries(panel: Panel, spec: Specification): Series[] {
  const figures = new Map<string, string[]>();
  for (const f of codebook().figures)
    for (const id of f.series) figures.set(id, [...(figures.get(id) ?? []), f.id]);
  return [...figures].flatMap(([id, ids]) => {
    if (!drawable(panel, id)) return [];
    return [{ outcome: outcomeById(panel, spec, id), figures: ids }];
  });
}

function drawable(panel: Panel, id: string): boolean {
  if (panel.answers.has(id)) return true;
  const composite = codebook().composites.find((c) => c.id === id);
  if (composite) return composite.items.some((i) => panel.answers.has(i));
  return hasRow(panel, id);
}
