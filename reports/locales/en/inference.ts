import type { inference as original } from '../sv/inference.js';

export const inference: typeof original = {
  chance: (mean, cells, range, draws, seed, marked, p) =>
    `Chance alone, were there no association at all, would mark ${mean} of ${cells} cells on average, and ${range} in 95 percent of the draws (units resampled ${draws} times, seed ${seed}). The table has ${marked}, ${p}.`,
  survivors: (left, marked, size, bh, resamples) =>
    `When p is adjusted for the number of tests in the family (${size}; Romano–Wolf with ${resamples} resamples, else Holm), ${left} of ${marked} marks hold at the 10 percent level. Benjamini–Hochberg, which bounds the share of false marks, leaves ${bh}.`,
  sign: '° follows the marks that hold after adjustment by Romano–Wolf, else Holm.',
  permutedMarks: (marked, mean, range, p, draws, seed) =>
    `Who is a user dealt anew over the units (${draws} deals, seed ${seed}) gives ${mean} marks on average and ${range} in 95 percent of the deals. The table has ${marked}, ${p}.`,
  permutedPositive: (positive, mean, range, p) =>
    `Marks in favour of the users: ${positive}. The deals give ${mean} on average and mostly ${range}, ${p}.`,
  permutedMeanT: (t, range, p) => `The mean t of the cells is ${t}. The deals mostly give ${range}, ${p}.`,
  published: (positive, marks, p) =>
    `In the published table ${positive} of ${marks} marks favour the users. How often deals of this run’s data give as many: ${p}.`,
  labelPermutation: (left, marked, draws) =>
    `Of the period’s marks ${left} of ${marked} hold when the groups’ names are dealt over the units (${draws} deals), which does not take the years of a unit as independent.`,
  userPermutation: (left, marked, draws, seed) =>
    `Cell by cell ${left} of ${marked} marks hold when use is dealt over the units (${draws} deals, seed ${seed}).`,
  verdicts: (list) => `Verdicts, with the number of cells: ${list}.`,
  verdict: {
    'groups-differ':
      'a mark that goes with unit effects, so that lasting differences between groups are enough',
    'as-other-groups': 'a mark, but the earlier results of other groups say as much',
    'beyond-groups': 'a mark beyond what lasting differences and other groups give',
    'as-random-groups': 'a mark, but groups dealt at random give as much',
    'beyond-random-groups': 'a mark beyond what groups dealt at random give',
    'little-power': 'no mark: to be read with the power of the test',
    'noise-enough': 'a mark, but noise alone gives as much',
    'beyond-noise': 'a mark beyond what noise alone gives',
    'noise-hides': 'no mark, yet far from what noise alone gives',
    'as-noise': 'no mark, and as noise alone gives',
  },
  icc: (range, median) =>
    `The share of the variance that lies between the groups (ICC) is ${range}, with median ${median}.`,
  placeboGroups: {
    randomGroups: 'Units dealt into groups of the same sizes',
    otherGroups: 'Each group set against another group’s earlier results',
  },
  placebo: (name, median, most, promised, draws, seed, left, marked) =>
    `${name} (${draws} draws per cell, seed ${seed}): ++ or −− in ${median} of the draws in the median cell and at most ${most}, where the test promises ${promised}. Of the marks ${left} of ${marked} stand out from the draws at the 10 percent level.`,
  unitEffects: (left, marked) =>
    `With unit effects, so that only changes within a unit count, ${left} of ${marked} marks remain.`,
  clusters: (clusters, sizes) => `Clusters per cell: ${clusters}, with ${sizes} rows in each.`,
  bootstrap: (left, marked, draws, seed, cells) =>
    `Wild cluster bootstrap in ${cells} cells (${draws} draws, seed ${seed}): ${left} of ${marked} marks hold at the 10 percent level.`,
  noWarnings: 'No cell carries a warning about the bootstrap.',
  warnings: (list) => `Warnings about the bootstrap, with the number of cells: ${list}.`,
  warning: {
    'few-clusters': 'too few clusters to reject at the 5 percent level',
    'few-treated': 'the variable varies in too few clusters',
    unbalanced: 'one cluster has over half of the rows',
  },
  bootstrapFailed: (list) => `The bootstrap could not be made, with the number of cells: ${list}.`,
  noise: (outcome, range, unit, marked, draws, seed) =>
    `Noise alone: with each municipality’s years in random order (${draws} draws per cell, seed ${seed}) the coefficient for the ${outcome} is ${range} ${unit} (medians of the cells), with ++ or −− in ${marked} of the draws in the median cell.`,
  noiseOutcomes: { mean: 'mean', minimum: 'minimum' },
  equivalence: (margin, list) => `Equivalence against the margin ${margin}, number of cells: ${list}.`,
  equivalent: {
    equivalent: 'the difference is smaller than the margin',
    different: 'there is a difference, and it may be larger than the margin',
    both: 'there is a difference, but it is smaller than the margin',
    inconclusive: 'the data suffice for neither',
  },
  link: (left, marked, fitted) =>
    `Logit instead of the linear model, in ${fitted} cells: ${left} of ${marked} marks remain.`,
  weighted: (left, marked) =>
    `When respondents are weighted for those who did not answer SKR’s survey, ${left} of ${marked} marks remain.`,
  bounds: (both, cells) =>
    `Without assumptions on those who did not answer, the difference can have either sign in ${both} of ${cells} cells.`,
  otherAsUsers: (left, marked) =>
    `If those who are neither users nor non-users count as users, ${left} of ${marked} marks remain.`,
  otherAsNonUsers: (left, marked) => `If they count as non-users instead, ${left} of ${marked} marks remain.`,
  cell: {
    survives: (size) => `the mark holds after adjustment for ${size} tests`,
    lost: (size) => `the mark does not hold after adjustment for ${size} tests`,
    adjusted: (p) => `adjusted ${p}`,
    bootstrap: (p) => `bootstrap ${p}`,
  },
  heads: { after: 'after adjustment' },
};
