import type { Estimate } from '../../analysis/estimate.js';
import type { Agreement, Comparison, Results } from '../../analysis/results.js';
import { slug } from '../tables/build.js';
import { categories, comparableCells } from '../tables/grids.js';
import type { Grid } from '../tables/table.js';
import { styled, type StyledCell } from './sheet.js';
import { styles } from './styles.js';

/** Cells row by row from the second column on; a cell without one keeps the grid's own text. */
export type Numbers = readonly (readonly (StyledCell | undefined)[])[];

/** The numbers of the rows, from the second column on; null where the results do not hold them row by row. */
export function exactNumbers(
  grid: Grid,
  { estimates }: Results,
  comparison: Comparison | null,
): Numbers | null {
  if (grid.id === 'agreement' && comparison?.agreement.length === grid.rows.length)
    return comparison.agreement.map(agreementNumbers);
  const own = estimates.filter(
    (e) => e.model === 'composition' && grid.id === `composition-${slug(e.area ?? '')}`,
  );
  return own.length > 0 && own.length === grid.rows.length ? own.map(compositionNumbers) : null;
}

const agreementNumbers = (a: Agreement): StyledCell[] => [
  styled(comparableCells(a), styles.count),
  ...categories.map((category) => styled(a.counts[category], styles.count)),
  styled(a.observed, styles.percent),
  styled(a.expected, styles.percent),
  styled(a.kappa, styles.estimate),
];

/** A row that could not be estimated keeps the grid's own text: it says why. */
function compositionNumbers(e: Estimate): StyledCell[] {
  if (e.status !== 'ok') return [];
  const extra = (key: string) => {
    const value = e.extra[key];
    return typeof value === 'number' ? value : null;
  };
  return [
    styled(extra('meanUsers'), styles.estimate),
    styled(extra('meanNonUsers'), styles.estimate),
    styled(e.estimate, styles.estimate),
    styled(extra('standardizedDifference'), styles.estimate),
    styled(e.p, styles.p),
    styled(extra('nUsers'), styles.count),
    styled(extra('nNonUsers'), styles.count),
  ];
}
