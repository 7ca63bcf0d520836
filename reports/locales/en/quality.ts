import type { quality as original } from '../sv/quality.js';

export const quality: typeof original = {
  title: 'Öppna jämförelser: the quality of the data',
  lead: 'What the answers can bear: how many answered, which indicators no longer tell municipalities apart, what changed on the way, and which cells of the appendix it touches.',
  grades: {
    good: 'good',
    usable: 'usable with reservations',
    weak: 'weak',
    'not-judged': 'cannot be judged',
  },
  gradesShort: { good: 'good', usable: 'reserved', weak: 'weak', 'not-judged': 'not judged' },
  sections: {
    summary: 'Summary',
    reading: 'How to read the tables',
    measures: 'Staffing of care units',
    sources: 'Where sources disagree',
    problems: 'Problems found when reading',
    limits: 'Limits',
  },
  findingHeads: ['Indicator', 'Grade', 'What is wrong'],
  gridTitle: (area) => `${area}: quality by indicator`,
  heads: [
    'Indicator',
    'On the scale',
    'Yes or mean, first → last year',
    'Back and forth (chance)',
    'Jumps',
    'Hidden',
    'Grade',
  ],
  gridNotes: [
    'On the scale: answers on the scale, of those asked, lowest to highest year. Partly (Delvis) does not count as yes.',
    'Back and forth: units that changed their answer and changed back, of those with at least three years; in parentheses the number expected if each year’s answers were dealt to the units at random.',
    'Jumps: changes of the national number from one year to the next, among those that answered in both, that are beyond chance.',
    'Hidden: counties whose share is not published by Socialstyrelsen’s rule (non-response and not applicable above 20 percent), at most in a year.',
  ],
  yearTitle: (area) => `${area}: answers year by year`,
  yearHeads: {
    year: 'Year',
    asked: 'Asked',
    rate: 'Responded',
    onScale: 'On the scale',
    value: 'Yes or mean',
  },
  measuresTitle: 'Staffing of care units: values year by year',
  measureHeads: [
    'Measure',
    'Year',
    'Care units',
    'Missing',
    'Mean',
    'Median',
    'Far out',
    'Mean zero',
    'Grade',
  ],
  measureNotes: [
    'Far out: values beyond Tukey’s outer fences, three interquartile ranges from the quartiles. Mean zero: municipalities whose mean is 0, where the spread does not exist.',
  ],
  sourcesTitle: 'Values on which sources disagree',
  sourcesHeads: ['Indicator', 'Values', 'Largest difference', 'Largest one'],
  sourcesNote: (rows, table) => `${rows} in ${table}.`,
  sourcesPair: (kept, other, rows) => `${kept} is used, ${other} says otherwise: ${rows}.`,
  sourcesSettled: (rows) => `${rows} rows of conflicts.csv agree with the folder by now.`,
  sourcesNone: 'No sources disagree.',
  unknownSource: 'unknown source',
  example: (unit, year, kept, other) => `${unit} ${year}: ${kept} against ${other}`,
  problemsTitle: 'Problems by indicator',
  noFindings: 'No problems were found.',
  noProblems: 'None.',
  cells: (total, tables) => `Touches ${total} cells of the appendix: table ${tables}.`,
  findings: {
    'few-answers': (years, most) => `Too few answers to judge (${years}; at most ${most}).`,
    'few-answers-none': 'The question has no answers.',
    'low-response': (years, lowest) => `Many did not respond (${years}; lowest response rate ${lowest}).`,
    'few-on-scale': (years, lowest) =>
      `Few answers can be used (${years}; at the lowest ${lowest} of those asked).`,
    constant: (years) => `All answers are equal (${years}): no differences to explain.`,
    saturated: (years) =>
      `Saturated (${years}): at least 90 percent have reached the target, Socialstyrelsen’s limit.`,
    floor: (years) => `Hardly any have reached the target (${years}): at most 10 percent, our limit.`,
    'single-year': (years) => `Answers of one year only (${years}): no change can be followed.`,
    'nation-suppressed': (years) =>
      `The national number is not published by Socialstyrelsen’s rule (${years}): non-response and not applicable above 20 percent.`,
    'counties-suppressed': (years, most, counties) =>
      `Many counties’ numbers are not published by Socialstyrelsen’s rule (${years}; at most ${most} of ${counties}).`,
    'definition-changed': (what) => `Definition changed. ${what}`,
    'unexplained-jump': (years, before, after, p) =>
      `Jump ${years}, from ${before} to ${after} (${p} after Holm): possibly a change of definition, none is known.`,
    flips: (units, base, share, expected) =>
      `Unsteady answers: ${units} of ${base} units (${share}) changed their answer and changed back; chance alone gives ${expected}.`,
    'sources-disagree': (values, share) => `Sources disagree on ${values} values (${share}).`,
    'missing-care-units': (years, share) => `Many care units have no value (${years}; at most ${share}).`,
    outliers: (years, values) => `${values} values lie far from the others (${years}): wrong unit or a slip?`,
    'zero-means': (years, values) =>
      `In ${values} cases a municipality’s mean is zero (${years}): the spread does not exist.`,
  },
  facts: {
    of: (total) => `of ${total}`,
  },
  reading: (tests) =>
    `The grade is the worst that any of the reasons gives. Jumps are tested by McNemar’s exact test (yes/no) or the paired t test, adjusted by Holm for ${tests} pairs of years. A real improvement looks like a change of definition: the reason says where to look, not what is wrong. A weak grade is about what the indicator can show, not about the services behind it.`,
  limitHeads: ['Limit', 'Reservation', 'Weak'],
  limits: {
    minimumAnswers: 'Answers in a year, fewer are not judged',
    saturated: 'Share that reached the target, at least (Socialstyrelsen; weak if all years)',
    floor: 'Share that reached the target, at most (ours; weak if all years)',
    suppression:
      'Non-response and not applicable, above (Socialstyrelsen’s guide 2017; nation, weak if all years)',
    response: 'Response rate, below',
    onScale: 'Answers on the scale, below',
    suppressedCounties: 'Share of counties not published, at least',
    flips: 'Back and forth relative to chance, at least',
    disagreement: 'Share of values on which sources disagree, at least',
    missingCareUnits: 'Care units without a value, at least',
    outliers: 'Share of values far out, at least',
  },
};
