import { codebook } from '../../data/codebook/codebook.js';
import { quoteFound, UsageError } from '../../data/problems.js';
import type { Grouping } from '../../data/records.js';
import { inBoth } from './cell-among.js';
import { isNamed, listed } from './names.js';
import { tableOf } from '../models/tables.js';
import { allOutcomes, type Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';

/** The models whose tables hold what the appendix does not have. */
export type PanelModel = 'users' | 'anova' | 'peers' | 'staffing';

/** A table of a run that is none of the appendix's, `peers:lan:skola`. */
export interface PanelTable {
  readonly name: string;
  readonly model: PanelModel;
  /** The grouping of a peer table, the kind of care unit of a staffing table. */
  readonly detail: string | null;
  readonly area: string;
  /** The outcomes that stand in it when nothing is selected; none of a staffing table, which is of measures. */
  readonly outcomes: readonly Outcome[];
}

/** Every table that the analyses make of the data besides the appendix's, in their order. */
export function panelTables(panel: Panel, spec: Specification): PanelTable[] {
  const outcomes = allOutcomes(panel, spec);
  const areas = [...new Set(outcomes.map((o) => o.area))];
  const of = (model: PanelModel, detail: string | null) =>
    areas.flatMap((area): PanelTable[] => {
      const kind = detail === null ? model : `${model}:${detail}`;
      const name = `${kind}:${area}`;
      const own = outcomes.filter((o) => o.area === area && tableOf(kind, o) === name);
      return [{ name, model, detail, area, outcomes: own }];
    });
  return [
    ...of('users', null),
    ...of('anova', null),
    ...[...panel.groupings.keys()].flatMap((grouping) => of('peers', grouping)),
    ...staffingTables(panel, spec, areas),
  ];
}

/** The tables of measures that the appendix does not have: in the area whose users they look at, or in any that is asked for. */
function staffingTables(panel: Panel, spec: Specification, areas: readonly string[]): PanelTable[] {
  const measures = [...panel.careUnits.keys()];
  return [...new Set([spec.staffing.area, ...areas, ...panel.userStatus.keys()])].flatMap((area) =>
    ['alla', 'demens'].flatMap((detail): PanelTable[] => {
      const name = `staffing:${detail}:${area}`;
      const isOwn = measures.some((id) => tableOf(`staffing:${detail}`, { id, area }) === name);
      return isOwn ? [{ name, model: 'staffing', detail, area, outcomes: [] }] : [];
    }),
  );
}

/** Tables of a run whose cells no single test is behind, and the command that tells of them. */
const elsewhere: Readonly<Record<string, string>> = {
  composition: 'oj composition',
  variance: 'oj variance',
  trends: 'oj trends',
  'event-study': 'oj event FILE',
  joint: 'oj replicate --inference full',
};

/**
 * The table that is meant, by its name or with the data's own labels of its area and grouping, `peers:Landsdel:Skolan`.
 * @throws UsageError naming the tables that there are
 */
export function findPanelTable(panel: Panel, spec: Specification, asked: string): PanelTable {
  const tables = panelTables(panel, spec);
  const exact = tables.find((t) => t.name === asked);
  if (exact) return exact;
  const found = tables.filter((t) => isNamed(asked, namesOf(panel, t)));
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  if (first) throw new UsageError(`several tables ${quoteFound(asked)}; write one of ${names(found)}`);
  const model = asked.split(':')[0]!;
  if (Object.hasOwn(elsewhere, model))
    throw new UsageError(
      `found ${quoteFound(asked)}; cells of ${model} are not explained one by one: ${elsewhere[model]} tells what is behind them`,
    );
  const filled = tables.filter((t) => t.outcomes.length > 0 || t.area === spec.staffing.area);
  const own = filled.length === 0 ? '' : `; of the data's own: ${names(filled)}`;
  throw new UsageError(
    `found the table ${quoteFound(asked)}; expected the number of a table of the appendix, 2-17, or own:<model> with --model FILE${own} (--raw before a unit)`,
  );
}

const names = (tables: readonly PanelTable[]): string => listed(tables.map((t) => t.name));

/** Every way to write a table's name: its grouping and its area each by id or label. */
function namesOf(panel: Panel, { model, detail, area }: PanelTable): string[] {
  const kinds =
    detail === null ? [model] : [detail, ...groupingNames(panel, detail)].map((d) => `${model}:${d}`);
  return kinds.flatMap((kind) => [area, ...areaNames(panel, area)].map((name) => `${kind}:${name}`));
}

/** What the data call a grouping of their own, in both languages. */
export const groupingNames = ({ labels }: Panel, grouping: Grouping): string[] =>
  (labels?.groupings ?? []).filter((g) => g.grouping === grouping).flatMap((g) => inBoth(g.label));

const areaNames = ({ labels }: Panel, area: string): string[] =>
  [
    ...codebook().areas.filter((a) => a.id === area),
    ...(labels?.areas ?? []).filter((a) => a.area === area),
  ].flatMap((a) => inBoth(a.label));
