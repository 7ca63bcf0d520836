import { codebook } from '../../data/codebook/codebook.js';
import { groupings, type IndicatorRecord, missingReasons, type UnitRecord } from '../../data/records.js';
import { ownGroupings } from '../panel/labels.js';
import { NOT_MISSING, type Panel, userStatuses } from '../panel/panel.js';
import { scoreIndicator, scoreItem, type Scores } from '../panel/scoring.js';
import type { Specification } from '../specification.js';
import {
  closedText,
  type DataColumn,
  type DataTable,
  dataTable,
  float64,
  int32,
  text,
  truth,
} from './data-table.js';

/** What of a panel goes into its table. */
export interface PanelTableOptions {
  /** False: without each unit's answer to SKR's survey, which is confidential in real data. */
  readonly userStatus?: boolean;
}

/**
 * A panel in long form: one row per unit, year and indicator, in the panel's order, also where no row of the data
 * speaks of the cell (its reason is then `ej-samlad`).
 *
 * `unit` and `municipality` are text (`0114`); then the four groupings, those of `groupings.csv` under their ids, the
 * covariates under the names of `units.csv`, `year`, and of the indicator `indicator`, `label`, `area`, `type` and `better`. `answer` is what the data say:
 * Ja 1, Delvis 0.5, Nej 0, or the number. `score` is the answer as models take it under the specification, percent for
 * yes and no, on the indicator's own scale (models turn the sign where `better` is `lower`). `reason` says why both are null.
 * `user_status` is the unit's standing in SKR's survey for the row's area, `user.<area>` for every area of the survey.
 *
 * @throws UsageError where a covariate or a grouping of the data's own has the name of another column.
 *
 * @example
 * ```ts
 * import { buildPanel, defaultSpecification, demoFolder, panelTable, readDataFolder } from 'oppna-jamforelser';
 * const table = panelTable(buildPanel(readDataFolder(demoFolder())), defaultSpecification);
 * const unit = table.columns.find((column) => column.name === 'unit');
 * console.log(table.length, unit?.values[0]); // 0114, as text
 * ```
 */
export function panelTable(
  panel: Panel,
  spec: Specification,
  { userStatus = true }: PanelTableOptions = {},
): DataTable {
  const { units, years, indicators } = panel;
  const byYear = indicators.length;
  const byUnit = years.length * byYear;
  const length = units.length * byUnit;
  const rows = <T>(at: (u: number, t: number, i: number) => T): T[] =>
    Array.from({ length }, (_, row) =>
      at(Math.floor(row / byUnit), Math.floor((row % byUnit) / byYear), row % byYear),
    );
  const ofUnit = <T>(value: (unit: UnitRecord) => T) => {
    const each = units.map(value);
    return rows((u) => each[u]!);
  };
  const ofIndicator = <T>(value: (indicator: IndicatorRecord) => T) => {
    const each = indicators.map(value);
    return rows((_u, _t, i) => each[i]!);
  };
  const answers = indicators.map(({ id }) => panel.answers.get(id)!);
  const scores = indicators.map((indicator) => ownScale(panel, spec, indicator));
  const cell = (u: number, t: number) => u * years.length + t;
  return dataTable('panel', length, [
    truth('synthetic', rows(() => panel.synthetic)),
    text('unit', ofUnit((unit) => unit.id)),
    text('name', ofUnit((unit) => unit.name)),
    text('municipality', ofUnit((unit) => unit.municipality)),
    ...groupings.map((grouping) => text(grouping, ofUnit((unit) => unit.groups[grouping]))),
    ...ownGroupings(panel).map((grouping) => text(grouping, ofUnit((unit) => unit.ownGroups?.[grouping] ?? null))),
    ...covariates(panel).map((name) => float64(name, ofUnit((unit) => unit.covariates[name] ?? null))),
    int32('year', rows((_, t) => years[t]!)),
    text('indicator', ofIndicator((indicator) => indicator.id)),
    text('label', ofIndicator((indicator) => indicator.label)),
    text('area', ofIndicator((indicator) => indicator.area)),
    closedText('type', ofIndicator((indicator) => indicator.type)),
    closedText('better', ofIndicator((indicator) => indicator.better)),
    float64('answer', rows((u, t, i) => answers[i]!.codes[cell(u, t)]!)),
    float64('score', rows((u, t, i) => scores[i]![cell(u, t)]!)),
    closedText('reason', rows((u, t, i) => reasonOf(answers[i]!.reasons[cell(u, t)]!))),
    ...(userStatus ? userColumns(panel, rows) : []),
  ]); // prettier-ignore
}

const reasonOf = (reason: number): string | null => (reason === NOT_MISSING ? null : missingReasons[reason]!);

/** The names that any unit has, in the order of `units.csv`. */
const covariates = ({ units }: Panel): string[] => [
  ...new Set(units.flatMap((unit) => Object.keys(unit.covariates))),
];

/** Units x years: the scores of one indicator on its own scale, NaN where missing. */
function ownScale(panel: Panel, spec: Specification, indicator: IndicatorRecord): Float64Array {
  const item = codebook().items.find((known) => known.id === indicator.id);
  const { values, direction }: Scores = item
    ? scoreItem(panel, spec, item)
    : scoreIndicator(panel, indicator);
  // Adding 0 makes a negative zero, of a turned sign, a plain one.
  return Float64Array.from(values, (value) => direction * value + 0);
}

function userColumns(
  { indicators, userStatus }: Panel,
  rows: <T>(at: (u: number, t: number, i: number) => T) => T[],
): DataColumn[] {
  if (userStatus.size === 0) return [];
  const ofArea = indicators.map(({ area }) => userStatus.get(area));
  const name = (status: number | undefined) => (status === undefined ? null : userStatuses[status]!);
  return [
    closedText(
      'user_status',
      rows((u, _t, i) => name(ofArea[i]?.[u])),
    ),
    ...[...userStatus].map(([area, statuses]) =>
      closedText(
        `user.${area}`,
        rows((u) => name(statuses[u])),
      ),
    ),
  ];
}
