import type { indicatorCards as original } from '../sv/indicator-cards.js';

export const indicatorCards: typeof original = {
  title: (name) => `Indicator card: ${name}`,
  sections: {
    advice: 'The advice',
    measures: 'What it measures',
    profile: 'Usefulness profile',
    trend: 'Development',
    lasting: 'How much of an answer lasts',
    missing: 'Missing answers and hidden values',
    change: 'The smallest change it can show',
    appendix: 'What the appendix found',
  },
  caution:
    'The advice is a basis, not a decision. It rests on how the answers behave and says nothing of how important the question is.',
  oneYear: 'the question was asked in one year only',
  reasons: 'The reasons',
  use: 'How you can use it',
  mending: 'For whoever owns the indicator',
  steps: {
    keep: 'Keep the question unchanged, so that the series can go on.',
    repair: 'Mend what fails before the indicator is used to compare or to follow up:',
    saturated:
      'Consider asking less often, or another question where there is still room to improve. Do not drop it without asking whether the level holds by itself.',
    'too-noisy':
      'Do not use it to compare municipalities or to follow a single year until answers are surer:',
    'cannot-judge':
      'Wait with the verdict. So far there is too little to go by; what can be seen stands below.',
  },
  mend: {
    room: 'Room: raise the goal, or ask the next question, on the quality of what this one is about. Where almost nobody has reached the goal: see whether the question is understood and the goal reasonable.',
    'tells-apart':
      'Tells units apart: define the terms more clearly, or join several questions or years in one measure. Do not show single municipalities’ values as a ranking.',
    stable:
      'Steady answers: find out why answers jump. Does another person answer, or is the question read in another way? Show last year’s answer in the questionnaire.',
    'shows-change':
      'Can show change: report the nation over several years. A change between two years is seldom seen unless it is large.',
    answered:
      'Answered: shorten or clarify the question, see whom it is put to, and follow up those who do not answer.',
    comparable:
      'Comparable: let the definition stand, and mark where the series breaks. Do not compare across the break.',
    practice: 'Close to practice: see whether a measure of what users meet can complement or replace it.',
  },
  uses: {
    unit: {
      met: 'Your municipality: one year’s answer says where it stands among others. Find out what lies behind before you draw conclusions.',
      partly:
        'Your municipality: one year’s answer is uncertain. Look at several years together before you compare yourselves with others.',
      'not-met':
        'Your municipality: do not compare municipalities on one year’s answer. Most of the difference is gone the next year.',
      'not-judged':
        'Your municipality: whether an answer tells municipalities apart is not known. Read it as a question to raise.',
    },
    years: (years) => `The mean of ${years} years’ answers reaches a reliability of 0.8.`,
    county: (share, groups) =>
      `The county: ${share} of the differences lie between the ${groups} counties. The rest lies between municipalities within them and from year to year: the lower the share, the more to learn from neighbours in your own county.`,
    nation: {
      met: (change) =>
        `The nation: a change of ${change} between two years is seen. It can be followed yearly.`,
      partly: (change) =>
        `The nation: it takes ${change} between two years for a change to be seen. Follow several years in a row.`,
      'not-met': (change) =>
        `The nation: only from ${change} between two years is a change seen. One year’s change cannot be read.`,
      'not-judged': (reason) => `The nation: cannot be judged (${reason}).`,
    },
  },
  facts: {
    yes: (year) => `answered Ja in ${year}`,
    mean: (year) => `mean in ${year}`,
    of: (n, low, high) => `n ${n}; interval ${low} to ${high}`,
    ofOne: (n) => `n ${n}; no interval`,
    perYear: (unit) => `${unit} per year`,
    perYearBare: 'per year',
    trend: (first, last, p, n) => `${first}–${last}, ${p}, n ${n}`,
    noTrend: 'no trend',
    smallest: (unit) => `${unit}, smallest national change that is seen`,
    smallestBare: 'smallest change that the nation can show',
    pairs: (from, to, n) => `${from} to ${to}, n ${n}`,
    criteria: 'criteria met',
    ofJudged: (of) => `of ${of} that can be judged`,
  },
  terms: {
    id: 'Indicator',
    area: 'Area',
    survey: 'Asked of',
    kind: 'Kind',
    practice: 'Closeness to practice',
    answer: 'Answer',
    better: 'Aimed at',
    asked: 'Asked',
    changes: 'Changed definition',
    kolada: 'Kolada',
    grade: 'Quality by oj check',
  },
  surveys: {
    kommun: 'the municipality or city district',
    enhet: 'the care unit (care home or home care); the municipality’s value is a share',
    brukare: 'the users; the municipality’s value is a share',
    unknown: 'unknown: the codebook does not know the indicator',
  },
  answers: {
    yesNo: 'Ja or other; Ja is counted, Delvis is not counted as Ja',
    share: 'share in percent',
    count: 'count',
    ordinal: 'points on a scale of its own',
    binary: 'Ja or Nej',
  },
  better: { higher: 'a high value', lower: 'a low value' },
  ongoing: 'still asked',
  ended: 'asked no more',
  neverAsked: 'in no year of the data',
  noChanges: 'none known in these years',
  kolada: {
    säker: 'the same question',
    trolig: 'probably the same question',
    proxy: 'a close question, not the same',
    alternativ: 'another computation of the same question',
  },
  noKolada: 'no id known',
  practiceRuleTitle: 'How closeness to practice is judged',
  profile: {
    title: 'Seven criteria, each for itself',
    heads: ['Criterion', 'Verdict', 'Number', 'Limit', 'Why that limit'],
    none: 'no number',
  },
  limits: {
    'goal-share': (met, notMet) => `met below ${met}, not met from ${notMet}`,
    'goal-share-low': (met, notMet) => `met above ${met}, not met up to ${notMet}`,
    reliability: (met, notMet) => `met from ${met}, not met below ${notMet}`,
    'flips-to-chance': (met, notMet) => `met below ${met}, not met from ${notMet}`,
    retest: (met, notMet) => `met from ${met}, not met below ${notMet}`,
    'change-in-points': (met, notMet) => `met below ${met}, not met from ${notMet} percentage points`,
    'change-in-sd': (met, notMet) => `met below ${met}, not met from ${notMet} standard deviations`,
    'suppressing-share': (met) => `not met above ${met}`,
    'on-scale-share': (met, notMet) => `met from ${met}, not met below ${notMet}`,
    'counties-suppressed': (met) => `partly met from ${met}`,
    'comparable-years': (met) => `met without a known change; after one, partly from ${met} years`,
    closeness: () => 'met: close; partly: partly close; not: distant',
  },
  whys: {
    'goal-share':
      'Socialstyrelsen calls an indicator saturated when at least 90 percent have reached the goal (RiR 2021:17, section 3.2.5). The limit of 80 is our early warning.',
    'goal-share-low':
      'Ours, the mirror of saturation: where at most one in ten has reached the goal there are few to learn from, and goal or question may be wrong.',
    reliability:
      '0.7 is what research commonly asks for in comparisons (Nunnally 1978). Below 0.4 more than half of the difference between two units is gone the next year.',
    'flips-to-chance':
      'Ours. At 1 answers jump as much as if they had been dealt at random; half of that is the limit, as in oj check.',
    retest: 'The same limits as for reliability: both say how much of an answer lasts.',
    'change-in-points':
      'Ours. Of 290 municipalities 5 percentage points are nearly fifteen. Where it takes 10, one municipality in ten must have changed, net, to be seen.',
    'change-in-sd': 'Ours, after Cohen (1988): 0.2 is a small difference, 0.5 a medium one.',
    'suppressing-share':
      'Socialstyrelsen’s rule (guide of 2017): with more than 20 percent non-response or not applicable no aggregate is published.',
    'on-scale-share': 'Ours, as in oj check: with few usable answers the value is not the nation’s.',
    'counties-suppressed':
      'Ours: the national number stands, but so many counties lack one that it is a reservation.',
    'comparable-years': 'Ours: a trend needs at least three years asked in the same way.',
    closeness: 'Our rule, after the reasoning of RiR 2021:17, section 2.4.2.',
  },
  trend: {
    figure: (name) => `${name}: the nation year by year`,
    described: (name, points) => `${name}, the nation with interval: ${points}.`,
    point: (year, value) => `${value} (${year})`,
    title: 'Year by year in the nation',
    heads: ['Year', 'Value', 'Interval', 'n answers', 'Responded', 'State'],
    notes: (level) => [
      `The interval is of ${level} percent: how sure the value is if units are seen as a sample of units and years. n are answers that can be used.`,
    ],
    yes: 'The value is the share of Ja. ',
    mean: 'The value is the mean over municipalities and city districts, each counted alike. ',
    states: {
      saturated: 'saturated',
      floor: 'almost nobody reaches the goal',
      between: 'there is room',
      scale: 'the scale has no ceiling',
      few: 'too few answers to be judged',
    },
    hidden: 'not published (20 percent rule)',
    definition: 'changed definition',
    saturatedLine: (limit) => `saturated: ${limit}`,
    up: (perYear, low, high, p) =>
      `The value changes by ${perYear} per year (interval ${low} to ${high}, ${p}), in the direction aimed at.`,
    down: (perYear, low, high, p) =>
      `The value changes by ${perYear} per year (interval ${low} to ${high}, ${p}), away from what is aimed at.`,
    unclear: (perYear, low, high, p) =>
      `No trend can be told from chance: ${perYear} per year (interval ${low} to ${high}, ${p}).`,
    base: (n, units) => `The trend rests on ${n} answers of ${units} units.`,
    power: (change, power) =>
      `Had the level moved by ${change} over the years it would have been seen with a probability of ${power}.`,
    none: (reason) => `No trend can be computed (${reason}).`,
    across: 'The trend runs across a changed definition: part of the change may be the question’s.',
    stepsTitle: 'From one year to the next, those who answered in both',
    stepsHeads: ['Years', 'Before', 'After', 'Difference', 'n', 'p (Holm)', 'Reading'],
    stepsNotes: [
      'p is adjusted by Holm for the year pairs of all indicators. The difference is over units that answered in both years only, so that it can differ from the change in the table above.',
    ],
    beyond: 'larger than chance',
    beyondListed: 'larger than chance, but the definition changed',
    within: 'may be chance',
    withinListed: 'may be chance; the definition changed',
  },
  lasting: {
    title: 'What lasts and what is chance',
    heads: ['Measure', 'Value', 'n', 'In plain words'],
    notes: [
      'Reliability and shares between groups are estimated on all asked years together, the level of the years taken away. The share between groups is the intraclass correlation (ICC).',
    ],
    n: (n, units) => `${n} answers\n${units} units`,
    pairs: (n) => `${n} pairs`,
    groups: (n) => `${n} groups`,
    reliability: 'Reliability, one year’s answer',
    reliabilityMeans: (share) =>
      `Of the differences between two units in a year ${share} is such that lasts; the rest is passing.`,
    yearsFor80: 'Years needed',
    yearsMeans: (years) => `The mean of ${years} years reaches a reliability of 0.8.`,
    yearsNone: 'No number of years reaches 0.8.',
    agreement: 'The same answer again',
    agreementMeans: (distance) => `So large a share gave the same answer; years between: ${distance}.`,
    correlation: 'Correlation of two years',
    correlationMeans: (distance) =>
      `Of a unit’s answer with its later one, years between: ${distance}; 1 is full likeness, 0 none.`,
    flips: 'Changed and changed back',
    flipsMeans: (expected) => `Chance alone gives ${expected}, had each year’s answers been dealt at random.`,
    noFlips: 'Only for Ja and Nej, where some unit has answered in three years.',
    lan: 'Share between counties',
    kommungrupp: 'Share between SKR’s municipality groups',
    groupMeans: {
      lan: 'So much of the differences belongs to the county; the rest to the municipality and the year.',
      kommungrupp: 'So much belongs to the municipality group; the rest to the municipality and the year.',
    },
  },
  missing: {
    none: 'The question was asked in no year of the data.',
    title: (year) => `Those asked in ${year}`,
    heads: ['Outcome', 'Share', 'Reading'],
    nonResponse: 'Non-response',
    nonResponseMeans: 'did not answer, or an unknown symbol in the source',
    notApplicable: 'Not applicable',
    notApplicableMeans: 'the question does not concern them',
    cannotAnswer: 'Cannot answer',
    cannotAnswerMeans: 'counts as an answer, but not on the scale',
    suppressed: 'Suppressed',
    suppressedMeans: 'hidden by the publisher',
    together: 'Non-response and not applicable',
    published: 'at most 20 percent: the national number may be published',
    notPublished: 'above 20 percent: the national number is not published',
    note: (asked, year) => `${asked} units were asked in ${year}.`,
    counties: (hidden, of, names) =>
      `${hidden} of ${of} counties are not published by the 20 percent rule: ${names}.`,
    countiesNone: (of) => `All ${of} counties may be published by the 20 percent rule.`,
    countiesUnknown:
      'The counties are unknown in the data, so that their values cannot be held against the 20 percent rule.',
    lowest: (share, year) => `The lowest response was ${share} (${year}).`,
    years: (years) => `The national number is not published by the 20 percent rule: ${years}.`,
  },
  change: {
    intro:
      'A change can be real and still not be seen, because answers move by themselves. Here stands how large it must be for you to rely on it.',
    nation: 'In the nation',
    nationNone: (reason) => `The nation: the smallest change cannot be computed (${reason}).`,
    nationRead:
      'Where no change is seen, it does not mean that nothing happened, only that it then is smaller than this.',
    unit: 'In a single municipality',
    unitNone: (reason) => `One municipality: cannot be computed (${reason}).`,
    unitYesNoRead:
      'If your municipality has changed its answer: ask first whether the work has changed, or whether someone else answered.',
    unitNumberRead:
      'A smaller change in your municipality is nothing to celebrate or worry about until it is repeated.',
    basis: (retest, pairs) =>
      `Computed from the correlation of ${retest} between two years (${pairs} pairs of answers).`,
  },
  appendix: {
    chance:
      'Among many cells some have a mark by chance alone. Compare the number with what chance gives before you read a single mark.',
    title: 'The tables that the indicator enters',
    heads: ['Table', 'Row', 'Marks in the appendix', 'Marks here'],
    of: (marked, cells) => `${marked} of ${cells}`,
    lost: 'the place cannot be read',
    notOurs: 'not in the appendix',
    notRun: 'not computed here',
    with: (names) => `together with ${names}`,
    cellsTitle: 'Each table and column',
    cellHeads: ['Column', 'Table', 'The appendix', 'This run'],
    unmarked: 'no mark',
    kinds: {
      users: 'users of ÖJ against non-users',
      anova: 'differences between groups, anova',
      'peers:lan': 'others in the county',
      'peers:kommungrupp': 'others in the municipality group',
      'peers:socioek': 'others in the socioeconomic group',
      'staffing:alla': 'staffing, all care homes',
      'staffing:demens': 'staffing, dementia care homes',
    },
    signs: '++ and −− mark p < 0.05; + and − mark p < 0.10; plus is always better. ** and * in anova.',
  },
};
