import type { Estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { messages, type Lang } from '../locales/language.js';
import { styled, type CellValue, type Sheet, type SheetRow, type StyledCell } from './sheet.js';
import { styles } from './styles.js';

/** The fields of the contract in its order. */
export const estimateFields = [
  'id', 'model', 'area', 'indicator', 'row', 'group', 'table', 'column', 'outcome', 'sample', 'grouping', 'lag', 'term',
  'estimate', 'se', 'statistic', 'df', 'df2', 'p', 'ciLow', 'ciHigh', 'mark', 'n', 'units', 'clusters', 'dropped',
  'status', 'reason', 'extra',
] as const satisfies readonly (keyof Estimate)[]; // prettier-ignore

const WIDTHS: Readonly<Record<string, number>> = {
  synthetic: 11,
  id: 44,
  indicator: 26,
  row: 26,
  dropped: 24,
  extra: 40,
};

/**
 * Every estimate as one row, for programs: the heads are the first row, so that a reader of data frames needs no
 * options, and that the data are synthetic is said on every row, so that no filter or join can lose it. Names and
 * values are those of results.json in every language; `dropped` and `extra` are JSON; null is an empty cell.
 */
export function estimatesSheet(name: string, { estimates, manifest }: Results, lang: Lang): Sheet {
  const heads = ['synthetic', ...estimateFields];
  return {
    name,
    holds: messages(lang).workbook.estimatesHolds,
    synthetic: manifest.synthetic,
    rows: rows(estimates, manifest.synthetic),
    count: estimates.length,
    widths: heads.map((head) => WIDTHS[head] ?? 12),
    frozen: { rows: 1, columns: 2 },
    filter: { head: 1, last: estimates.length + 1, columns: heads.length },
  };
}

function* rows(estimates: readonly Estimate[], synthetic: boolean): Generator<SheetRow> {
  const said = synthetic ? styled(true, styles.flag) : false;
  yield {
    cells: [
      styled('synthetic', synthetic ? styles.stamp : styles.head),
      ...estimateFields.map((field) => styled(field, styles.head)),
    ],
  };
  for (const e of estimates) yield { cells: [said, ...estimateFields.map((field) => value(e, field))] };
}

function value(e: Estimate, field: (typeof estimateFields)[number]): CellValue | StyledCell {
  const found = e[field];
  if (typeof found === 'object' && found !== null)
    return Object.keys(found).length === 0 ? null : JSON.stringify(found);
  return found === '' ? null : found;
}
