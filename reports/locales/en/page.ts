import type { page as original } from '../sv/page.js';

export const page: typeof original = {
  title: 'Öppna jämförelser, computed again',
  kicker: 'oppna-jamforelser',
  lead: 'The statistical appendix of the Swedish National Audit Office’s report RiR 2021:17, computed from scratch with open code: every table and figure, beside what was published.',
  skip: 'Skip to the content',
  contents: 'Contents',
  syntheticBar: 'Synthetic data',
  syntheticBarRest: 'no number here describes a real municipality',
  syntheticTitle: 'These are synthetic data',
  syntheticText:
    'The survey answers behind the audit are not public. The numbers on this page come from simulated answers and show that the computations work. They say nothing about any municipality, district or care unit, and must not be quoted as results.',
  made: (time, version) => `Made ${time} with version ${version}.`,
  dataSize: (units, years) => `${units} municipalities and districts, ${years}.`,
  sections: {
    summary: 'Summary',
    reading: 'How to read the tables',
    agreement: 'Compared with what was published',
    nation: 'The country over time',
    lesson: 'What a table of neighbours does not show',
    composition: 'Who uses the comparisons?',
    assumptions: 'Choices that the appendix leaves open',
    inference: 'Inference: how much of this is chance?',
    quality: 'The quality of the data',
    data: 'Data and warnings',
    manifest: 'The run',
    other: 'Other tables',
  },
  facts: {
    estimated: 'cells estimated',
    ofCells: (total) => `of ${total}`,
    marked: 'have a mark',
    markedNote: (share) => `${share}; chance alone gives 10%`,
    same: 'same mark as the appendix',
    sameNote: (expected) => `chance alone gives ${expected}`,
    kappa: 'kappa',
    kappaNote: '0 = chance, 1 = all equal',
  },
  summaryCells: (total, estimated, failed) =>
    `The run covers ${total} cells. ${estimated} could be estimated${failed === '0' ? '' : ` and ${failed} could not; the reason stands under each table`}.`,
  summaryMarks: (strong, weak) =>
    `${strong} cells are marked at the 5 percent level and ${weak} at the 10 percent level. Of so many tests some turn out significant by chance, even where there is no association.`,
  summaryAgreement: (same, comparable, share, expected, kappa) =>
    `Of ${comparable} comparable cells ${same} (${share}) have the same mark as in the appendix. Had the marks been placed at random, with as many of each kind, the share would be ${expected}. Kappa is ${kappa}.`,
  summarySynthetic:
    'The agreement does not measure how well the appendix has been reproduced, since the input is simulated. It shows what likeness arises without the real answers.',
  reading: {
    rows: 'A row is a result of the comparisons, a column a test. Plus always means towards the better.',
    marks:
      'The first mark in a cell is computed here. The small mark in parentheses is the published one. A cell with neither is empty in both.',
    frames: 'Where the two differ the cell has a frame or a colour. The ways look like this:',
    behind:
      'Behind each cell are its estimate, interval, p-value and numbers. On the web page a click opens them; unrounded they are in estimates.csv.',
  },
  readingAdjusted:
    'A ° after the mark means that it holds when p is adjusted for the number of tests in the table’s family.',
  caution:
    'A mark is a statistical association, not an effect. None of the models can tell influence between municipalities from the likeness of municipalities in the same group.',
  legend: {
    same: 'same mark',
    'other-level': 'same sign, other level',
    'only-computed': 'mark only here',
    'only-published': 'mark only in the appendix',
    opposite: 'opposite sign',
    'not-comparable': 'not comparable',
    notEstimable: 'could not be estimated',
  },
  asFigure: "The table's estimates as a figure",
  byGroup: 'Means by county and municipality group',
  figureData: 'The numbers behind the figure',
  year: 'Year',
  mean: 'Mean',
  interval: 'Interval',
  series: 'Series',
  n: 'n',
  scrollTable: (title) => `Table, can be scrolled sideways: ${title}`,
  scrollFigure: (title) => `Figure, can be scrolled sideways: ${title}`,
  lessonIntro:
    'In the synthetic data that come with the package municipalities do not influence one another: no municipality’s answer depends on what its neighbours did the year before. All the same, the level columns show positive associations:',
  lessonCount: (where, positive, cells) =>
    `when the others are the rest of ${where}: ${positive} of ${cells} cells positive`,
  lessonChance: 'Without any association about 5 percent of the cells would turn out positive by chance.',
  lessonWhy:
    'The reason is that groups differ. If a county is high year after year, then a municipality and the others of its county are both high, and the values go together without anyone having learnt from anyone. Year effects do not help. Compare with the rivals of the model, own earlier result and unit effects, before a mark is read as learning.',
  lessonStaffing: (positive, cells) =>
    `The staffing tables hold a similar trap. An unusually large spread in one year is often due to a single unusually low value, which is closer to the usual the year after. The minimum then rises by itself: regression to the mean. Here ${positive} of ${cells} estimated cells for the minimum are positive.`,
  compositionIntro:
    'Differences between users and non-users may be due to which municipalities they are. So here they stand side by side.',
  assumptionsIntro:
    'The appendix describes the models but not every rule of computation. Where it is silent a choice has been made, a field of the specification. Each can be changed with --spec, and the tables are computed again.',
  inferenceIntro:
    'With more than a thousand tests many turn out significant by chance. Here stands, table by table, how many cells have a mark, how many chance alone is expected to give, and how many are left when p is adjusted for the number of tests.',
  inferenceFull:
    'What else the marks rest on, and which conclusions they carry, stands under How far the conclusions carry.',
  inferenceAsk:
    'The run did not test what else the marks rest on. oj replicate --inference full does: a bootstrap for few clusters, users and neighbours dealt anew, fixed effects and non-response.',
  qualityMore: 'Every problem in words, year by year and with its limits, is given by oj check --out.',
  assumptionsTitle: 'Each choice, its alternatives and why',
  assumptionHeads: { choice: 'Choice', used: 'Here', rivals: 'Alternatives', why: 'Reason' },
  changed: 'changed in this run',
  defaultWas: (value) => `default: ${value}`,
  files: 'Files read',
  file: 'File',
  rows: 'Rows',
  checksum: 'SHA-256',
  notes: 'About the data',
  sources: 'Sources',
  warnings: (count) => `${count} warnings when reading`,
  noWarnings: 'No warnings when reading.',
  warningsMore: 'The command oj check shows each with file, row and column.',
  warningKind: 'Kind',
  count: 'Number',
  manifest: {
    command: 'Command',
    version: 'Version',
    node: 'Node',
    time: 'Time',
    seed: 'Random seed',
    units: 'Units',
    years: 'Years',
  },
  specification: 'The whole specification',
  footer: 'The same input and specification give the same numbers on every computer.',
  source: 'Published marks: Riksrevisionen, RiR 2021:17, tables 2–17 of the appendix.',
};
