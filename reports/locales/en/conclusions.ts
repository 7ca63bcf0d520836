import type { conclusions as original } from '../sv/conclusions.js';

export const conclusions: typeof original = {
  title: 'How far the conclusions carry',
  synthetic: 'Nothing here says anything about real municipalities.',
  syntheticText:
    'The survey answers behind the audit are not public. Every number below comes from simulated answers. They show what the tests say of simulated data, not what they would say of the real ones.',
  intro: [
    'The statistical appendix of the Swedish National Audit Office’s report RiR 2021:17 rests on some 1,100 tests. Here stands, conclusion by conclusion, what the audit says, what that rests on, what the tests say of the data of this run, and what it can and cannot mean.',
    'A mark means that p is below 10 percent in a single test. Among many tests some marks come by chance. That is why the number that chance gives stands beside them.',
  ],
  heads: {
    says: 'What the audit says',
    rests: 'What that rests on',
    found: 'What the tests say of the data here',
    means: 'What it can and cannot mean',
  },
  sections: {
    trends: {
      title: 'Have results improved over time?',
      says: 'The audit sees no clear trends in the national averages of 2016–2020 for most of the indicators, and reads this as guidance through knowledge having had no great impact. The basis is figures, without tests (appendix, figures 1–14; report, figures 3 and 4).',
      basis:
        'Every series of the figures is tested here: the change per year, unit by unit, clustered by unit.',
      means: [
        'A rising line shows that the answers have changed, not why. There is no group to compare with: all municipalities have ÖJ.',
        'The standard errors do not count what strikes all municipalities in the same year, such as a changed question. With five years at most, that cannot be told from a trend.',
        'That no line shows does not mean that nothing has happened. The power of the tests says how large a change may have been missed.',
      ],
    },
    users: {
      title: 'Do those who use the comparisons have better results?',
      says: 'On the whole the audit sees no clear differences between users and non-users. In child and youth welfare users are better on a few indicators, in financial assistance on most. Elderly care could not be compared: there only five municipalities say that they do not use the comparisons at all (appendix, tables 8 and 13).',
      basis:
        'Each test compares users with non-users according to SKR’s survey of 2019: all years together, year by year, and the change from the first year to the last.',
      means: [
        'Marks that point the same way weigh more together than each by itself. Yet the tests are not independent: the same units and similar questions come back. Dealing use anew keeps that dependence.',
        'In reality use was not dealt at random. Those who use the comparisons may have been better from the start, or differ in other ways. A mark is not an effect of the comparisons.',
        'The survey was made in 2019 but is set against the answers of all years. Who was a user in the other years is not known.',
      ],
    },
    groups: {
      title: 'Do results differ between counties and between groups of municipalities?',
      says: 'The audit finds that results vary between counties and between municipality groups for many of the indicators (appendix, tables 2, 9 and 14).',
      basis: 'Each test is an analysis of variance, for all years together and for the last year.',
      means: [
        'The test of the period takes all years of a unit as independent answers. That gives too many marks even without any difference between groups. Dealing labels over units mends it. The test of the last year does not have the problem.',
        'A mark says that groups differ, not by how much. Where the ICC is small, two municipalities of one group are almost as unlike as two of different groups.',
        'That groups differ does not show that municipalities of a group influence one another.',
      ],
    },
    level: {
      title: 'Do municipalities have better results where the others of the group are good?',
      says: 'The tables have many positive marks for the level (appendix, tables 3–5, 10–12 and 15–17). The audit draws no conclusion about learning from them. One possible explanation it mentions is that groups of municipalities become good at the same time, for instance through common support in the region.',
      basis:
        'Each test compares units where the other units of the group were high one or two years before (in the appendix above the 75th percentile) with the rest.',
      means: [
        'Marks for the level arise without any influence too. Where groups differ lastingly, a municipality and the others of its group are high, or low, together.',
        'Unit effects remove what lasts. If the mark then goes, lasting differences are explanation enough. With few years that test is weak, so a mark that goes does not show that there is no influence.',
        'A mark that remains may have a common reason: the group may have moved at the same time without anyone learning from anyone.',
      ],
    },
    improvement: {
      title: 'Do municipalities improve more where the others of the group are good?',
      says: 'The audit finds no systematic link between a municipality’s own improvement and the results of the others. It concludes that comparisons do not seem to lead to improvements (the same tables, the columns for improvement).',
      basis:
        'The same comparison as for the level. The outcome is whether the unit’s result became better, yes or no, over one or two years.',
      means: [
        'The conclusion is a null finding. It carries no further than the power of the tests: smaller differences than those above may have been there unseen.',
        'No mark is not the same as no difference. That takes an equivalence test against the smallest difference that matters, and someone has to state it.',
        'Who already has the best possible result cannot improve, and a large improvement counts as a small one. That makes the outcome blunt.',
      ],
    },
    staffing: {
      title: 'Does staffing change after years of large differences between care units?',
      says: 'The appendix shows tables 6 and 7 without interpreting them. They test whether staffing in a municipality changes one or two years after the differences between care units were large.',
      basis:
        'Each test compares the change after a large spread between the municipality’s care units with the change after a smaller one.',
      means: [
        'The spread and the change are computed from the same numbers. A value that happens to be low or high gives both a large spread and a return afterwards: regression to the mean.',
        'The number to compare with is therefore not 0 but the coefficient that noise alone gives. It is computed with each municipality’s years in random order, as if the years could change places.',
        'A mark that does not stand out from the noise says nothing of management. One that does says that something follows a large spread, but not what.',
      ],
    },
  },
  tests: (estimated, total, n, units) =>
    `Cells estimated: ${estimated} of ${total}, with ${n} observations from ${units} units in each.`,
  publishedMarks: (marks, cells) =>
    `Published marks: ${marks} in the ${cells} cells whose place can be read.`,
  publishedSigned: (marks, cells, positive) =>
    `Published marks: ${marks} in the ${cells} cells whose place can be read, of which ${positive} plus.`,
  marks: (marked, cells) => `Marks here: ${marked} of ${cells} cells.`,
  signed: (marked, cells, up, down) =>
    `Marks here: ${marked} of ${cells} cells, ${up} plus and ${down} minus.`,
  byGrouping: (name, up, down, cells) =>
    `The others are the rest of ${name}: ${up} plus and ${down} minus of ${cells} cells.`,
  perTable: (table, sentence) => `Table ${table}. ${sentence}`,
  series: (total, n, units) => `Series: ${total}, with ${n} answers from ${units} units in each.`,
  trends: (up, down, total, chance) =>
    `Of ${total} series ${up} rise and ${down} fall at the 10 percent level. Chance alone would be expected to give ${chance}.`,
  averages: (up, down, total) =>
    `Of ${total} averages over indicators (the report’s figure 3) ${up} rise and ${down} fall.`,
  trendPower: (range, unit) =>
    `In series without a mark the test would have found a change of ${range} ${unit} in four cases of five.`,
  noMargin: 'No smallest difference that matters was stated (--margin), so equivalence was not tested.',
  again: {
    title: 'To make this document again',
    text: 'The command writes conclusions.md in the folder given after --out. The same data, specification and version give the same text. Other data are given with --data, and the smallest difference that matters, in percentage points, with --margin.',
  },
};
