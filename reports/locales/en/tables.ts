import type { tables as original } from '../sv/tables.js';

export const tables: typeof original = {
  table: 'Table',
  total: (period) => `Total ${period}`,
  wholePeriod: 'All years',
  lastYear: 'Last year',
  difference: (period) => `Diff ${period}`,
  outcomes: {
    niva: 'Level',
    forbattring: 'Improvement',
    genomsnitt: 'Mean',
    minimum: 'Minimum',
  },
  samples: { alla: 'all', anvandare: 'ÖJ users' },
  stubPeers: 'Results of the other units measured at',
  stubStaffing: 'Difference between care units measured at',
  titles: {
    users: 'users compared with non-users of ÖJ',
    anova: 'differences between groups of municipalities, anova',
    peers: (where) => `own result and the results of the other units of ${where}`,
    'staffing:alla': 'staffing and differences between care units, all special housing',
    'staffing:demens': 'staffing and differences between care units, dementia units only',
    staffing: 'staffing and differences between care units',
    'event-study': 'before and after the start, event study',
    other: 'estimates',
  },
  notes: {
    signs:
      '++ and −− mark p < 0.05; + and − mark 0.05 ≤ p < 0.10. Plus always means better. Empty cell: not significant.',
    stars: '** marks p < 0.05; * marks 0.05 ≤ p < 0.10. Empty cell: not significant.',
    published:
      'In parentheses: the mark in the appendix of RiR 2021:17, ( ) where its cell is empty, (?) where its place cannot be read.',
    lostPlaces: (rows) => `The published marks in order, where their places cannot be read: ${rows}.`,
    n: (range) => `Observations per cell: ${range}.`,
    power: (range, unit) =>
      `Power: in cells without a mark the test would have found a difference of ${range} ${unit} in four cases of five; smaller ones may have been missed.`,
    cells: (n) => `${n} ${n === '1' ? 'cell' : 'cells'}`,
    sides: (users, nonUsers) => `${users} users, ${nonUsers} non-users`,
    multiplicity: (marked, chance, size, holm, bh) =>
      `Many tests: ${marked} ${marked === '1' ? 'cell is' : 'cells are'} marked; chance alone would mark ${chance}. With p adjusted for ${size} tests ${holm} (Holm) or ${bh} (Benjamini–Hochberg) remain at the 10 percent level.`,
    notEstimable: (symbol, reasons) => `${symbol} could not be estimated: ${reasons}.`,
    dropped: (reasons) => `Rows left out of a cell, at most: ${reasons}.`,
    peersRule: (rule) =>
      `Rule: a unit counts as surrounded by good results when ${rule}. The rule decides more than one would think: in such data the limit often falls exactly on a value.`,
    peersRuleText: (own, sign, percentile, over, type) =>
      `the mean of the group’s units (${own}) is ${sign} the ${percentile}th percentile ${over} (quantile type ${type})`,
    ownExcluded: 'its own left out',
    ownIncluded: 'its own included',
    above: 'above',
    atLeast: 'at or above',
    over: {
      'units-year': 'of all units that year',
      'units-period': 'of all units and years',
      'groups-year': 'of the group means that year',
    },
    staffingRule: (sign, percentile, type, minimum) =>
      `Rule: the spread is (max − min) / mean over the municipality’s care units, at least ${minimum}; it counts as large when ${sign} the ${percentile}th percentile that year (quantile type ${type}).`,
    poolYears:
      'The period is tested with all years of all units together, without year effects. The test treats the years of a unit as independent; the p-value of the permutation test is in estimates.csv.',
    survey: 'Years in parentheses in the column heads hold for the surveys of care units and care users.',
    synthetic: 'Synthetic data: says nothing about real municipalities.',
  },
  event: {
    columns: { att: 'ATT', twfe: 'TWFE', diff: 'Diff' },
    document: {
      title: 'Before and after the start',
      lead: 'An event study: units that changed something in different years, compared with those that had not.',
    },
    numbers: 'before and after the start, estimates (standard errors)',
    leads: 'p, before',
    treated: 'Started',
    controls: 'Compared with',
    notes: [
      't+0 is the year of the start, t+1 the next. All is measured against the year before, t−1, which is 0. The effect in a year is the mean over those that have started by then, weighted by how many they are (Sun and Abraham 2021).',
      'ATT: the average effect, the mean of all effects from t+0 on. t−2 and earlier should be near 0: otherwise the units went different ways before the start already, and what follows is no effect either.',
      'TWFE (two-way fixed effects) and Diff (first differences): what simpler models would say of the same rows. Where units start in different years the two-way model takes those that have started as the comparison, and may get the sign wrong.',
      'A difference between before and after is an effect only if the units would otherwise have moved together. That cannot be tested.',
    ],
    lastTreated:
      'All start sooner or later: those that start last are the comparison, and the years from their start on are left out.',
    negative: (negative, cells, sum) =>
      `The two-way model gives negative weight to ${negative} of ${cells} effects, together at most ${sum} (all weights sum to 1).`,
    foreign: (weight, part) =>
      `In a plain event study effects of other years would have had a weight of at most ${weight}, and moved an estimate by at most ${part}.`,
    few: (units) =>
      `The smallest group, those that started in the same year or those compared with, has ${units} units. So few give standard errors that are too small, and marks more often than p says.`,
    multiplicity: (marked, chance, size, holm, bh) =>
      `Many tests: of the cells in the column ATT ${marked} ${marked === '1' ? 'is' : 'are'} marked; chance alone would mark ${chance}. With p adjusted for ${size} tests ${holm} (Holm) or ${bh} (Benjamini–Hochberg) remain at the 10 percent level. The other columns are not adjusted.`,
    leadsTest: 'p, before: that all effects before t−1 in the table are 0 (F test).',
  },
  cell: {
    notSignificant: 'not significant',
    notEstimable: 'could not be estimated',
    estimate: 'estimate',
    interval: (level, low, high) => `${level}% confidence interval ${low} to ${high}`,
    units: (n) => `${n} units`,
    published: 'in the appendix',
    detectable: (effect) => `a difference under ${effect} would often have been missed`,
    publishedEmpty: 'empty',
    or: 'or',
  },
  heads: {
    row: 'Row',
    group: 'Row group',
    published: 'appendix',
    n: 'n',
    scope: 'Tables',
    cells: 'Comparable cells',
    observed: 'Share same',
    expected: 'Expected by chance',
    kappa: 'Kappa',
    all: 'All characteristics',
    covariate: 'Characteristic',
    users: 'Users',
    nonUsers: 'Non-users',
    differenceInMeans: 'Difference',
    standardized: 'Standardised',
    p: 'p',
    nUsers: 'n users',
    nNonUsers: 'n non-users',
  },
  agreementTitle: 'Agreement with the marks of the appendix',
  agreementNotes: [
    'Chance: the share of equal marks if the two sets were independent but had these shares of each mark.',
    'Kappa is 0 when agreement is no better than chance and 1 when all marks are equal.',
  ],
  multiplicity: {
    title: 'Many tests: marks, chance and what is left',
    heads: {
      table: 'Table',
      n: 'n per cell',
      tests: 'Cells',
      marked: 'With a mark',
      chance: 'Expected by chance',
      pHolm: 'Holm',
      pBenjaminiHochberg: 'Benjamini–Hochberg',
      pRomanoWolf: 'Romano–Wolf',
    },
    notes: [
      'Marks at the 10 percent level. Expected by chance: the number if there were no association. The last columns: cells whose adjusted p is under 10 percent.',
    ],
  },
  compositionTitle: (area) => `Users and non-users: ${area}`,
  compositionNotes: ['Standardised difference: the difference divided by the pooled standard deviation.'],
  compositionShares: 'Distribution over groups, in percent of each kind.',
};
