import type { explain as original } from '../sv/explain.js';

export const explain: typeof original = {
  title: (table, area, row, column) => `Table ${table}, ${area}: ${row}, ${column}`,
  mark: 'Mark',
  noMark: 'none (not significant)',
  published: 'In the appendix (RiR 2021:17)',
  publishedEmpty: 'no mark',
  publishedLost: 'cannot be read from the text',
  or: ' or ',
  what: 'What is estimated',
  models: {
    users: (column) =>
      column === 'totalt'
        ? 'The outcome on a dummy for users of ÖJ, with year effects, over all years: y_it = a_t + b·user_i + e_it. The comparison is with units that have not used the results at all.'
        : column.startsWith('diff')
          ? 'The change from the first to the last year on a dummy for users of ÖJ: y_i,last − y_i,first = a + b·user_i + e_i.'
          : 'The outcome of one year on a dummy for users of ÖJ: y_i = a + b·user_i + e_i.',
    anova:
      'One-way analysis of variance: an F test of whether the means of the groups differ. The estimate is eta², the share of the variation that lies between the groups.',
    peers:
      'The outcome (its level, or 100 where it improved and else 0) on a dummy for the other units of the group having been above the cutoff one or two years earlier, with year effects: y_it = a_t + b·D_i,t−h + e_it.',
    staffing:
      "The change in the municipality's mean (or lowest) staffing on a dummy for the spread between its care units having been above the cutoff one or two years earlier, with year effects.",
  },
  outcome: 'Outcome',
  rules: {
    'share-of-items': 'the share of yes among the items that the unit answered, 0–100',
    'alcohol-drugs':
      '0, 1 or 2: how many of AUDIT and DUDIT are used; in 2016 one joint question (yes 2, partly 1, no 0)',
    settings: '100 if yes in any setting, else 0',
    'settings-partial': '100 if yes or partly (decision taken) in any setting, else 0',
    item: '100 if yes, else 0',
    share: 'share of care units or respondents, 0–100',
    staffing: 'staff per place',
  },
  ownIndicator: (id, type) => `the data's own indicator ${id}: ${type}`,
  ownTypes: {
    binary: '100 if yes, else 0',
    share: 'the share in percent, 0–100',
    ordinal: 'the answer as a number',
    count: 'the count',
  },
  turned: '; lower is better, so the sign is turned',
  comment: (n) => `comment ${n} of the appendix`,
  asked: (from, to) => (from === to ? `asked in ${from}` : `asked ${from}–${to}`),
  kolada: 'Kolada',
  matches: { säker: 'certain', trolig: 'likely', proxy: 'proxy', alternativ: 'alternative' },
  questions: 'Questions',
  estimate: 'Estimate',
  noEstimate: 'Could not be estimated',
  points: 'percentage points',
  interval: (level, low, high) => `${level} % confidence interval ${low} to ${high}`,
  se: 'standard error',
  covariance: 'Standard errors',
  covariances: {
    iid: 'equal variances',
    HC: (kind) => `robust to unequal variances (${kind})`,
    cluster: (by, g, rows) =>
      `clustered by ${by} (CR1), ${g} clusters${rows === '' ? '' : ` of ${rows} rows`}`,
    unit: 'unit',
    group: 'group',
    'unit+group': 'unit and group',
  },
  rows: (n, units) => `${n} rows from ${units} units`,
  power: (effect) =>
    `Power: in four cases of five the test would have marked a true difference of ${effect} or more; smaller ones would often have been missed.`,
  adjusted: (tests, holm, bh) => `Adjusted for ${tests} tests: Holm ${holm}, Benjamini–Hochberg ${bh}`,
  powerCurve: (points) => `Power at true differences: ${points}`,
  inference: 'What the mark can bear',
  joint: 'The whole table against chance',
  simulatedPower: (effect) =>
    `Smallest difference found in four cases of five, simulated on these data: ${effect}`,
  romanoWolf: (p, resamples) =>
    `Romano-Wolf, units resampled ${resamples} times: ${p} (adjusted for all tests of the family)`,
  romanoWolfNone: 'Romano-Wolf: the cell could not be estimated in enough resamples',
  randomization: (p, permutations) => `Who is a user permuted over the units ${permutations} times: ${p}`,
  placebos: {
    randomGroups: 'Placebo, units dealt anew into groups of the same sizes',
    otherGroups: "Placebo, another group's earlier results instead of one's own",
    shuffledYears: "Noise alone, each municipality's years in random order",
  },
  placebo: (p, median, low, high, marked, draws, seed) =>
    `${p}; b is then ${median} (95 % between ${low} and ${high}) and ${marked} are marked at 5 percent (${draws} draws, seed ${seed})`,
  unitEffects: 'With unit effects (only changes within a unit count)',
  icc: (icc, low, high) => `Intraclass correlation within the group: ${icc} (${low} to ${high})`,
  link: {
    logit: 'Logit, average marginal effect',
    'ordered-logit': 'Ordered logit, average marginal effect',
  },
  equivalence: (margin, p) => `Equivalence within ±${margin}: ${p}`,
  equivalences: {
    equivalent: 'smaller than the margin, and not told from zero',
    different: 'told from zero, and not shown to be smaller than the margin',
    both: 'told from zero, but smaller than the margin',
    inconclusive: 'neither told from zero nor shown to be smaller than the margin',
  },
  ipw: "Weighted for non-response in SKR's survey",
  ipwBalance: (size, before, after) =>
    `effective number of units ${size}; largest standardized difference from all that were asked ${before} before and ${after} after`,
  boundsOf: 'Bounds of what the units without an answer can mean',
  bounds: (low, high, unknown) =>
    `Were the ${unknown} units without an answer users or non-users in any way at all: between ${low} and ${high}`,
  other: {
    users: 'With units that answered something else counted as users',
    'non-users': 'With units that answered something else counted as non-users',
  },
  verdicts: {
    'as-other-groups':
      "Verdict: other groups' earlier results give as large a t. The mark may be chance between few groups.",
    'groups-differ':
      'Verdict: the mark is gone with unit effects. Lasting differences between groups are enough to explain it.',
    'beyond-groups': 'Verdict: the mark stands against other groups and with unit effects.',
    'as-random-groups': 'Verdict: groups dealt at random give as large a t.',
    'beyond-random-groups': 'Verdict: groups dealt at random seldom give as large a t.',
    'little-power': 'Verdict: no mark. Read it together with what the test could have found.',
    'noise-enough':
      'Verdict: the same care units with their years in random order give as large a t. Noise is enough to explain it.',
    'beyond-noise': 'Verdict: noise alone seldom gives as large a t.',
    'noise-hides': 'Verdict: no mark, but noise alone would have given another value.',
    'as-noise': 'Verdict: no mark, and the value is what noise alone gives.',
  },
  jointTests: {
    'resampled-marks': 'marks, units resampled so that there is nothing to find',
    'permuted-marks': 'marks, who is a user permuted',
    'permuted-positive': 'marks in favour of the users, who is a user permuted',
    'permuted-mean-t': 'mean t, who is a user permuted',
  },
  jointLine: (what, own, mean, low, high, p, draws) =>
    `${what}: ${own}; chance gives ${mean} (95 % between ${low} and ${high}), ${p}, ${draws} draws`,
  jointPublished: (positive, marks, p) =>
    `the appendix's table has ${positive} of ${marks} marks in favour of the users; in permutations of these data as many or more: ${p}`,
  bootstrap: (p, interval, draws, seed, sizes) =>
    `Wild cluster bootstrap: ${p}, interval ${interval} (${draws} draws, seed ${seed}, clusters of ${sizes} rows)`,
  bootstrapFailed: (reason) => `Wild cluster bootstrap could not be made: ${reason}`,
  bootstrapWarnings: {
    'few-clusters': 'Warning: too few clusters for the bootstrap to reject at the 5 percent level.',
    'few-treated': 'Warning: the regressor varies in too few clusters; the bootstrap is known to fail there.',
    unbalanced: 'Warning: one cluster has over half of the rows; the bootstrap is known to fail there.',
  },
  dropped: 'Left out',
  anovaExtra: {
    omega: 'omega²',
    icc: (icc, low, high) => `intraclass correlation ${icc} (${low} to ${high})`,
    welch: "Welch's F (unequal variances)",
    kruskal: 'Kruskal-Wallis (ranks)',
    permutation: (b, seed) => `groups permuted over units, ${b} times (seed ${seed})`,
  },
  cutoffs: (list) => `Cutoffs: ${list}`,
  above: (n) => `Rows above the cutoff: ${n}`,
  means: 'The means compared',
  status: { user: 'users of ÖJ', 'non-user': 'non-users' },
  rivals: 'If the open choices are made differently',
  now: 'now',
  noRivals: 'No open choice touches this cell.',
  comparison: 'The table against the appendix',
  agreement: (same, cells, expected, kappa) =>
    `${same} of ${cells} comparable cells have the same mark; chance alone gives ${expected}; kappa ${kappa}.`,
  synthetic:
    'SYNTHETIC DATA: the numbers above say nothing about real municipalities, and the likeness to the published marks was put in when the data were simulated.',
};
