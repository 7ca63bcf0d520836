import type { Estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { groupLabel, rowLabel } from '../locales/labels.js';
import type { Lang } from '../locales/language.js';
import { tableHead } from '../tables/header.js';
import { tablesOf } from '../tables/kind.js';
import { layout } from '../tables/layout.js';
import { tableYears } from '../tables/years.js';
import type { CoefficientsFigure } from './definition.js';

/** A panel: the columns of a table that share a head, each drawn in its own shape. */
export interface CoefficientPanel {
  readonly head: string;
  /** By key, with the position of the shape among the figure's `variants`. */
  readonly columns: readonly { readonly key: string; readonly variant: number }[];
}

export interface CoefficientRow {
  readonly label: string;
  readonly group: string | null;
  readonly byColumn: ReadonlyMap<string, Estimate>;
}

/** Rows of one unit: they share an axis. */
export interface CoefficientBlock {
  readonly unit: string;
  readonly rows: readonly CoefficientRow[];
}

export interface Coefficients {
  /** F tests: eta squared, without sign or interval. */
  readonly isAnova: boolean;
  readonly panels: readonly CoefficientPanel[];
  /** Names of the shapes: `t−1`, `Län`; one that is empty needs no key. */
  readonly variants: readonly string[];
  readonly blocks: readonly CoefficientBlock[];
}

/** What eta squared is measured in: nothing, so that every row shares one axis. */
export const ETA = 'eta';

/** Whether a figure draws a column: years on their own stand in the table; here are the total and the change. */
const isDrawn = (column: string): boolean => !/^\d{4}$/.test(column);

/** The columns that a table is drawn by; all where only years are left. */
const drawnColumns = (columns: readonly string[]): readonly string[] =>
  columns.some(isDrawn) ? columns.filter(isDrawn) : columns;

/** The estimates of a table as panels and rows; null where the results have no such table. */
export function coefficientsOf(
  figure: CoefficientsFigure,
  results: Results,
  lang: Lang,
): Coefficients | null {
  const table = tablesOf(results.estimates, results.manifest.models).find((t) => t.table === figure.table);
  if (!table) return null;
  const { columns, rows } = layout(table);
  const years = tableYears(table, results);
  const panels = new Map<string, { key: string; variant: number }[]>();
  const variants: string[] = [];
  for (const key of drawnColumns(columns)) {
    const { top, leaf } = tableHead(key, table.own, years, lang);
    const variant = top === null ? '' : leaf;
    if (!variants.includes(variant)) variants.push(variant);
    const head = top ?? leaf;
    panels.set(head, [...(panels.get(head) ?? []), { key, variant: variants.indexOf(variant) }]);
  }
  const isAnova = table.model === 'anova';
  const units = new Map<string, CoefficientRow[]>();
  for (const row of rows.slice(...figure.rows)) {
    const [any] = row.byColumn.values();
    const group = row.group === null ? null : groupLabel(row.group, lang);
    for (const [unit, byColumn] of byUnit(row.byColumn, isAnova)) {
      const drawn = { label: rowLabel(any!, lang), group, byColumn };
      units.set(unit, [...(units.get(unit) ?? []), drawn]);
    }
  }
  return {
    isAnova,
    panels: [...panels].map(([head, own]) => ({ head, columns: own })),
    variants,
    blocks: [...units].map(([unit, own]) => ({ unit, rows: own })),
  };
}

/** The cells of a row by their unit: an improvement is in percent also where the level is in points. */
function byUnit(row: ReadonlyMap<string, Estimate>, isAnova: boolean): Map<string, Map<string, Estimate>> {
  const others = [...row.values()].map(unitOf).find((unit) => unit !== null);
  const units = new Map<string, Map<string, Estimate>>();
  for (const [column, e] of row) {
    // A cell without data has no unit of its own: it stands with the row's others.
    const unit = isAnova ? ETA : (unitOf(e) ?? others ?? '');
    units.set(unit, (units.get(unit) ?? new Map<string, Estimate>()).set(column, e));
  }
  return units;
}

const unitOf = ({ extra }: Estimate): string | null =>
  typeof extra['unit'] === 'string' ? extra['unit'] : null;
