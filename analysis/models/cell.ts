import { type Estimate, estimate } from '../estimate.js';
import { type GroupingTest, groupingEstimate } from './grouping-test.js';
import { type RegressionDesign, regressionEstimate } from './regression.js';
import type { Rows } from './sample.js';

/** What an estimate says before anything is estimated: its id and its place in the tables. */
export type Head = Partial<Estimate> & Pick<Estimate, 'id' | 'model'>;

/**
 * A cell of a table before it is estimated. A model is the list of its cells, so that every estimator and every kind
 * of inference can be put to each of them. `rows` are views that hold until the next cell is asked for.
 */
export type Cell = RegressionCell | GroupingCell | RefusedCell;

/** A linear regression, told by one coefficient. */
export interface RegressionCell {
  readonly kind: 'regression';
  readonly head: Head;
  readonly rows: Rows;
  readonly design: RegressionDesign;
}

/** A test of differences between groups. */
export interface GroupingCell {
  readonly kind: 'grouping';
  readonly head: Head;
  readonly rows: Rows;
  readonly test: GroupingTest;
}

/** A cell that is not estimated, with the reason. */
export interface RefusedCell {
  readonly kind: 'refused';
  readonly head: Head;
  readonly reason: string;
}

/** The cell estimated as the specification says. */
export function estimateCell(cell: Cell): Estimate {
  switch (cell.kind) {
    case 'regression':
      return regressionEstimate(cell.head, cell.rows, cell.design);
    case 'grouping':
      return groupingEstimate(cell.head, cell.rows, cell.test);
    case 'refused':
      return estimate({ ...cell.head, status: 'not-estimable', reason: cell.reason });
  }
}
