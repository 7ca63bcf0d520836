import type { analysis as original } from '../sv/analysis.js';

export const analysis: typeof original = {
  trendsTitle: 'Development over time: mean (n) per year',
  trendsNotes: [
    'Per year: change per year, unit by unit, clustered by unit; plus always means better.',
    'Percent unless said otherwise.',
  ],
  meansByGroup: (label) => `Means by group (${label}) in the latest year`,
  inOrderOfNames: 'in order of their names in the data',
  varianceTitle: (grouping) => `Where the variance lies and how reliable one answer is; group: ${grouping}`,
  varianceHeads: (grouping) => [
    'Unit',
    grouping,
    'Year',
    'Rest',
    'Reliability',
    'Correlation one year apart',
    'Back and forth',
    'n',
  ],
  varianceNotes: [
    'Shares of the variance (REML). Rest: what differs between the years of a unit beyond what all units share that year, measurement error included.',
    'Reliability: the part of the differences between units in a single year that lasts (unit and group, without the year). Below 0.8 one year’s answer says little of a single unit.',
    'The model takes the rest of a unit in one year as independent of the next. Where the correlation one year apart is clearly higher than the reliability, answers follow each other mostly from year to year, and a mean of several years says less than the model reckons.',
    'Back and forth: units that changed their answer and changed back, of those with at least three years; for yes/no outcomes only.',
  ],
  flips: (units, base) => `${units} of ${base}`,
  rivalsTitle: 'What the open choices decide: one choice at a time made differently',
  rivalsAsIs: 'the specification as it is',
  rivalsHeads: ['Choice', 'Cells', 'Other mark', 'Share', 'Marked', 'As published', 'Kappa'],
  rivalsNote:
    'Other mark: cells whose mark differs from that of the specification. That a choice agrees better with the appendix does not make it right.',
  perYear: 'Per year',
  mark: 'Mark',
  fitHeads: ['Term', 'Estimate', 'Std. error', 't', 'p', 'Interval', ''],
  fitNotes: (n, df, vcov, level) =>
    `n ${n}, degrees of freedom ${df}, standard errors ${vcov}, interval ${level}%.`,
  fitExplained: (r2, within) => `R² ${r2}${within === null ? '' : `, within the fixed effects ${within}`}.`,
  fitClusters: (clusters, column, rows) => `Clusters by ${column}: ${clusters}, with ${rows} rows in each.`,
  fitFixed: 'The covariance matrix had negative eigenvalues, which were set to zero (--psd fix).',
  fitLinkNotes: (n, vcov, level) => `n ${n}, z test, standard errors ${vcov}, interval ${level}%.`,
  fitLink: (ordered) =>
    `Coefficients in log odds. AME: average marginal effect on ${ordered ? 'the expected value' : 'the probability of 1 (0.01 is one percentage point)'}, from 0 to 1 for a variable of zeros and ones, otherwise per unit.`,
  fitLikelihood: (logLikelihood, mcFadden) => `Log likelihood ${logLikelihood}, McFadden’s R² ${mcFadden}.`,
  fitWithoutEffect: (terms) =>
    `Without AME, as they cannot change alone (factors of more than two levels, products, several terms of one column): ${terms}.`,
  fitFewRows: (effect, levels, rows) =>
    `Effect ${effect}: ${levels} levels, the smallest with ${rows} rows. With few rows per level the coefficients are too large, however many the levels. Compare with the model without the effect and with clustered standard errors.`,
  fitSeparation: (detail) =>
    `Separation (${detail}): the columns predict the outcome of the rows without error, and their coefficients have no finite value. Leave the column out, merge levels, or exclude the rows with --subset.`,
  fitLagMissing: 'value of the other year missing',
  fitConstant: 'the variable is the same in all rows',
  fitSubset: 'outside the subset',
  fitDropped: (list) => `Rows left out: ${list}.`,
  emptyCell: (column) => `empty cell in ${column}`,
};
