import type { Grouping } from '../../data/records.js';
import { ownGroupings } from '../panel/labels.js';
import type { Outcome } from '../panel/outcomes.js';
import type { Panel } from '../panel/panel.js';
import { tableOf } from './tables.js';

/** The groupings of the appendix's tables, in its order. */
export const appendixGroupings = ['lan', 'kommungrupp', 'socioek'] as const satisfies Grouping[];

/**
 * The groupings that an outcome is compared over where nobody names any: a row of the appendix over `usual` alone, so
 * that its tables are the appendix's whatever else the data have; any other over the data's own groupings too.
 */
export const groupingsFor = (
  panel: Panel,
  outcome: Outcome,
  usual: readonly Grouping[],
): readonly Grouping[] =>
  typeof tableOf('anova', outcome) === 'number' ? usual : [...usual, ...ownGroupings(panel)];
