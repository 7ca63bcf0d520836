import type { analysis as original } from '../sv/analysis.js';

export const analysis: typeof original = {
  trendsTitle: 'Development over time: mean (n) per year',
  trendsNotes: [
    'Per year: change per year, unit by unit, clustered by unit; plus always means better.',
    'Percent unless said otherwise.',
  ],
  rivalsTitle: 'What the open choices decide: one choice at a time made differently',
  rivalsAsIs: 'the specification as it is',
  rivalsHeads: ['Choice', 'Cells', 'Other mark', 'Share', 'Marked', 'As published', 'Kappa'],
  rivalsNote:
    'Other mark: cells whose mark differs from that of the specification. That a choice agrees better with the appendix does not make it right.',
  perYear: 'Per year',
  mark: 'Mark',
  fitHeads: ['Term', 'Estimate', 'Std. error', 't', 'p', 'Interval', ''],
  fitNotes: (n, df, clusters, vcov, level) =>
    `n ${n}, degrees of freedom ${df}${clusters === null ? '' : `, clusters ${clusters}`}, standard errors ${vcov}, interval ${level}%.`,
  fitDropped: (list) => `Rows left out: ${list}.`,
  emptyCell: (column) => `empty cell in ${column}`,
};
