import { codebook } from '../../data/codebook/codebook.js';
import type { Grouping } from '../../data/records.js';
import { adjustFamilies } from '../adjust.js';
import type { Estimate } from '../estimate.js';
import { anova } from '../models/anova.js';
import { estimateCell } from '../models/cell.js';
import { peers } from '../models/peers.js';
import { staffingCells } from '../models/staffing.js';
import type { StaffingKind } from '../models/staffing-spread.js';
import { tableOf } from '../models/tables.js';
import { users } from '../models/users.js';
import { type Outcome, outcomeById } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import { replicate } from '../replicate.js';
import type { Specification } from '../specification.js';
import { cellAmong, inBoth, rowNames } from './cell-among.js';
import { fullRow, isNamed } from './names.js';
import { findPanelTable, groupingNames, type PanelTable } from './panel-tables.js';

/** A cell of a table that the appendix does not have, among the estimates that it is one test of. */
export interface PanelCell {
  readonly estimate: Estimate;
  readonly estimates: readonly Estimate[];
  /** What the cell was estimated under. */
  readonly specification: Specification;
  /** The cell under another specification; null where that has no such cell. */
  readonly again: (spec: Specification) => Estimate | null;
}

/**
 * The cell by table, row and column as people write them: `users:skola`, `anova:skola`, `peers:lan:skola`,
 * `staffing:alla:skola`; areas, rows and groupings by the data's own labels too.
 * @throws UsageError naming the tables, rows or columns that there are
 */
export function panelCell(
  panel: Panel,
  spec: Specification,
  asked: string,
  row: string,
  column: string,
): PanelCell {
  const table = findPanelTable(panel, spec, asked);
  const by = otherGrouping(panel, table, column);
  const outcomes = outcomesOf(panel, spec, table, row);
  const estimates = adjustFamilies(tableCells(panel, spec, { ...table, outcomes }, by), spec);
  const found = cellAmong(estimates, table.name, row, column, {
    ofRow: (e) => [...rowNames(panel.labels, e.indicator), ...labelsOf(outcomes, e)],
    ofColumn: (e) => columnNames(panel, e),
  });
  const family = spec.multiplicity.family === 'table' ? estimates : wholeRun(panel, spec, estimates, found);
  return {
    estimate: family.find((e) => e.id === found.id)!,
    estimates: family,
    specification: withArea(spec, table),
    again: (other) => {
      const one = table.model === 'staffing' ? [] : [outcomeById(panel, other, found.indicator!)];
      const cells = tableCells(panel, other, { ...table, outcomes: one }, by);
      return cells.find((e) => e.id === found.id) ?? null;
    },
  };
}

/** The cells of a table that hold these outcomes; of anova by one grouping where it is named. */
function tableCells(panel: Panel, spec: Specification, table: PanelTable, by?: Grouping): Estimate[] {
  const { model, detail, name, outcomes } = table;
  switch (model) {
    case 'users':
      return users(panel, outcomes, spec);
    case 'anova':
      return anova(panel, outcomes, spec, by === undefined ? undefined : [by]);
    case 'peers':
      return peers(panel, outcomes, spec, [detail!]);
    case 'staffing':
      return Array.from(
        staffingCells(panel, withArea(spec, table), [detail as StaffingKind]),
        estimateCell,
      ).filter((e) => e.table === name);
  }
}

const withArea = (spec: Specification, { model, area }: PanelTable): Specification =>
  model === 'staffing' ? { ...spec, staffing: { ...spec.staffing, area } } : spec;

/** The outcomes of the table; or the one question of the codebook that is meant, on its own as `--indicator` selects it. */
function outcomesOf(panel: Panel, spec: Specification, table: PanelTable, row: string): readonly Outcome[] {
  const { model, detail, area, name, outcomes } = table;
  const isMeant = (o: { id: string; row: string | null; group: string | null; label: Outcome['label'] }) =>
    o.id === row || isNamed(row, [o.row, fullRow(o), ...inBoth(o.label), ...rowNames(panel.labels, o.id)]);
  if (model === 'staffing' || outcomes.some(isMeant)) return outcomes;
  const kind = detail === null ? model : `${model}:${detail}`;
  const single = codebook().items.find(
    (item) =>
      panel.answers.has(item.id) &&
      tableOf(kind, item) === name &&
      item.area === area &&
      isMeant({ ...item, row: null, group: null }),
  );
  return single ? [outcomeById(panel, spec, single.id)] : outcomes;
}

const labelsOf = (outcomes: readonly Outcome[], e: Estimate): string[] =>
  outcomes.filter((o) => o.id === e.indicator).flatMap((o) => inBoth(o.label));

/** A grouping that the column names and that the table has only where `--by` asks for it. */
function otherGrouping(panel: Panel, { model }: PanelTable, column: string): Grouping | undefined {
  if (model !== 'anova') return undefined;
  const named = /^\s*(?:period|sista):(.*)$/is.exec(column)?.[1];
  if (named === undefined) return undefined;
  const found = [...panel.groupings.keys()].find((g) => isNamed(named, [g, ...groupingNames(panel, g)]));
  return found === 'invanare' ? found : undefined;
}

/** A column with a grouping of the data's own by that grouping's label too, `period:Landsdel`. */
function columnNames(panel: Panel, { column, grouping, model }: Estimate): string[] {
  if (model !== 'anova' || grouping === null) return [];
  const [span] = column!.split(':');
  return groupingNames(panel, grouping).map((name) => `${span}:${name}`);
}

/** All tests of a run, where the cell is one of them. */
function wholeRun(
  panel: Panel,
  spec: Specification,
  own: readonly Estimate[],
  { id }: Estimate,
): readonly Estimate[] {
  const all = replicate(panel, spec);
  return all.some((e) => e.id === id) ? all : own;
}
