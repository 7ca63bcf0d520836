import type { municipality as original } from '../sv/municipality.js';

/** Words of the municipality report, and of the cells that the compare page has in common with it. */

const missing = {
  bortfall: 'no reply',
  'ej-aktuellt': 'not applicable',
  'kan-inte-svara': 'cannot answer',
  undertryckt: 'suppressed',
  'ej-samlad': 'not collected',
  okand: 'unknown answer',
  'not-asked': 'not asked',
  'not-in-year': 'not in data',
};

const cells: (typeof original)['cells'] = {
  missing,
  shortQuarters: { green: 'better', yellow: 'between', red: 'worse' },
  shortQuartersNote:
    'Under numbers: better is the best quarter of the nation that year, worse the worst, between the rest.',
  quarters: { green: 'best quarter', yellow: 'between', red: 'worst quarter' },
  aims: { green: 'desired', yellow: 'partly', red: 'to develop' },
  noColour: {
    'no-answers': 'nobody has answered',
    background: 'background, no colour',
    'few-units': 'no colour: few answers',
    'no-spread': 'no colour: all equal',
  },
  n: (n) => `n ${n}`,
  withInterval: (low, high, n) => `${low}–${high}, n ${n}`,
  suppressed: 'not shown',
  suppressedShare: (share) => `${share} without answer`,
  nobody: 'nobody has answered',
  ofAsked: (asked) => `${asked} asked`,
  notAsked: 'not asked',
  noMembers: 'no group',
  single: 'one unit alone',
  unknownQualityArea: 'No quality area',
  points: 'percentage points',
};

const group: (typeof original)['group'] = {
  by: {
    lan: 'the others in the county',
    kommungrupp: 'the others in the municipality group (SKR)',
    invanare: 'the others in the size class',
    narmast: 'those most like you',
    egen: 'your own list',
    stadsdelar: 'the other districts of the city',
    storstader: 'the districts of the largest cities',
  },
  why: {
    lan: 'The municipalities of a county share a region, its health care and often development support, and are easy to meet. They may still differ much.',
    kommungrupp:
      'The municipality group holds municipalities with similar towns and commuting, wherever in the country they lie.',
    invanare:
      'The size class holds municipalities with about as many inhabitants, since size bears on how social services are organised.',
    narmast:
      'The group is the municipalities nearest to you on the background data of the table, wherever in the country they lie.',
    egen: 'You chose the group. Mind that a group of those who already do well makes you look worse than you are.',
    stadsdelar: 'The districts share the city’s politics, budget and often its routines.',
    storstader: 'The districts of the largest cities are alike in size and organisation.',
  },
  is: (what, level, n) =>
    `The comparison group, “your group” in the tables, is ${what}${level}: ${n} municipalities or districts, you yourselves not counted.`,
  members: (names) => `The group is ${names}.`,
  leftOut: (names) => `Not in it, being the same city or yourselves: ${names}.`,
  single: (name) =>
    `The group is one unit alone, ${name}. A difference from it is a difference between two answers, not from a pattern.`,
  few: (n) => `The group is only ${n} units. A single answer moves its share much.`,
  none: (what, year) =>
    `The comparison group is ${what}, but none of them is in the data of ${year}. Compare with the nation in the tables.`,
  gone: (names, year) => `Of the group, but not in the data of ${year}: ${names}.`,
  another:
    'Another group can be chosen when the report is made: the county, the municipality group, the size class, those most like you or a list of your own. For a district there are the districts of its city or of all the largest cities, too.',
  refusedTitle: 'Another comparison group than expected',
  refused: (asked, reason, used) =>
    `The group “${asked}” cannot be used: ${reason}. “${used}” is used instead.`,
  refusedAll: (asked, reason) => `The group “${asked}” cannot be used: ${reason}. There is no other either.`,
  reasons: {
    'unit-has-no-group': 'the data do not say which group you belong to',
    'no-other-unit': 'there is nobody else in it',
    'unit-is-no-district': 'you are no district',
    'district-without-covariates': 'districts have no background data of their own',
    'no-covariates': 'the data have no background data',
    'unit-misses-covariates': 'a background value is missing for you',
    'nothing-varies': 'all have the same background data',
  },
  nearestTitle: 'Who is most like you, and in what',
  nearestRefused: (reason) => `Who is most like you cannot be said: ${reason}.`,
  nearestHeads: { unit: 'Municipality', distance: 'Distance' },
  noDistance: 'equal',
  nearestMahalanobis: (n) =>
    `The distance is Mahalanobis: in standard deviations, with what several values say together counted once. The smaller, the more alike. From ${n} municipalities with all values.`,
  nearestStandardized: (n) =>
    `The distance is in standard deviations, each value by itself and with the same weight. The smaller, the more alike. From ${n} municipalities with all values.`,
  nearestPart: 'Under each value stands how much of the squared distance it makes: that is where you differ.',
  nearestSingular:
    'The Mahalanobis distance could not be computed, since one value follows from the others or the municipalities are too few.',
  nearestConstant: (names) => `Equal for all and therefore left out: ${names}.`,
  nearestLeft: (n) => `${n} units miss some value and cannot be among them, districts included.`,
  nearestFewer: (have, wanted) => `There are only ${have} of the ${wanted} wanted.`,
  of: {
    lan: 'County',
    kommungrupp: 'Municipality group',
    invanare: 'Size class',
    riket: 'Nation',
    comparison: 'Your group',
  },
  sizes: {
    1: 'under 15,000 inhabitants',
    2: '15,000–29,999 inhabitants',
    3: '30,000–69,999 inhabitants',
    4: '70,000–199,999 inhabitants',
    5: 'at least 200,000 inhabitants',
  },
  skr: {
    A1: 'the largest cities',
    A2: 'commuting municipalities near a largest city',
    B3: 'larger cities',
    B4: 'commuting municipalities near a larger city',
    B5: 'low-commuting municipalities near a larger city',
    C6: 'smaller cities and towns',
    C7: 'commuting municipalities near a smaller town',
    C8: 'rural municipalities',
    C9: 'rural municipalities with tourism',
  },
};

const status: (typeof original)['status'] = {
  silentTitle: (year) => `No answers in ${year}`,
  silent: (name, year) =>
    `${name} was asked in ${year} but has answered nothing. Its own columns therefore hold no results; the groups’ numbers stand.`,
  absentTitle: (year) => `Not in the data of ${year}`,
  absent: (name, year) => `${name} is not in the data of ${year}.`,
  answered: (years) => `It has answered in ${years}: make the report of one of those years.`,
  neverAnswered: 'It has answered in no year.',
  ceasedTitle: 'No longer answers for itself',
  ceased: (name, last, year) => `${name} is in the data up to ${last}. The report is of ${year}.`,
  successor: (name) => `After that ${name} answers.`,
  predecessors: (names) =>
    `Earlier the districts answered for themselves: ${names}. Their answers are not counted as yours.`,
};

const summary: (typeof original)['summary'] = {
  facts: {
    green: 'green',
    greenNote: 'the desired answer, or in the best quarter',
    yellow: 'yellow',
    yellowNote: 'partly, or between',
    red: 'red',
    redNote: 'to develop, or in the worst quarter',
    none: 'without colour',
    noneNote: 'no answer, or nothing to aim at',
  },
  of: (asked, year) => `Of ${asked} questions asked in ${year}:`,
  nothingAsked: (year) => `No question was asked in ${year}.`,
  top: 'Three to look at first',
  topItem: (name, own, ahead, n) =>
    `${name}: ${own} with you, while ${ahead} of ${n} in the comparison group have a better result.`,
  several: (n, names) =>
    `${n} questions are red or yellow in several areas of social services at once: ${names}. One effort may do for all.`,
  howTitle: 'How to use the report',
  how: [
    'Read the proposals of step 1, and choose one area rather than five.',
    'Find out in step 2 what the survey does not say, above all what users and staff meet.',
    'See in step 3 what has changed over the years, and call somebody who got further.',
    'Write down in step 4 goals, who does what, and when you follow up.',
  ],
  caution:
    'A single answer weighs little. It may depend on who filled in the form or how the question was read. Check with the service that the answer is right before you build on it.',
};

const find: (typeof original)['find'] = {
  title: 'Proposals to begin with',
  intro:
    'Questions on which you are red or yellow, and on which more of the comparison group have a better result than a worse one. So there is somebody to learn from.',
  heads: {
    indicator: 'Question',
    own: 'You',
    group: 'Your group',
    position: 'The group against you',
    why: 'Why it stands here',
  },
  position: (ahead, n) => `${ahead} of ${n} better`,
  positionBehind: (behind) => `${behind} worse`,
  lasting: (years, since) =>
    `Red or yellow in ${years} answers in a row, since ${since}: hardly an accident.`,
  lastingTwo: (since) => `Red or yellow in ${since}, too.`,
  lastingOne: 'One answer in a row, this year’s: check first that it is right.',
  recurs: (areas) => `The same question is red or yellow in ${areas}, too.`,
  fewAnswers: (n) => `The group has only ${n} answers.`,
  order:
    'The order is one of reading, not of merit: red before yellow, then by how much of the group is better, then by how long it has lasted. What matters most to users is for you to say.',
  more: (n) => `More questions on which the group is better (${n})`,
  shared: (n) => `Red or yellow with you, but the group is no better (${n})`,
  sharedText: 'Here the group has fewer to learn from. Working together may give more.',
  without: (n) => `Red or yellow with you, but the group has no number to compare with (${n})`,
  none: {
    judged: 'No proposal can be made: you have no result with a colour this year.',
    green: 'No proposal: all your results with a colour are green.',
    level: 'No proposal: where you are red or yellow, no more of the group are better than worse.',
    group:
      'No proposal: you are red or yellow on the questions below, but there is no group to compare with.',
  },
  acrossTitle: 'The same question in several areas',
  acrossIntro:
    'Some questions are asked in several areas of social services (the guide’s table 3). Where the answer is red or yellow in several, one effort may do for all.',
  acrossNone: 'The data have no question that is asked in several areas.',
  acrossAbsent: 'not in data',
  acrossHead: 'To develop in',
  acrossNowhere: 'no area with an answer',
  acrossNoAnswer: 'no answer',
  notInData: (areas) =>
    `The guide asks some of the questions in areas that the data do not have, too: ${areas}.`,
  resultsTitle: (year) => `All results of ${year}`,
  resultsIntro:
    'Your answers in colour, beside those you may compare with. Groups have the share of Ja in percent or the mean, with a 95 percent interval and the number of answers (n) beneath.',
  resultsOf: (area, quality) => `${area}: ${quality}`,
  ownGroups: (county, skr, size) =>
    `The county is ${county}, the municipality group ${skr} and the size class ${size}. You are counted in them and in the nation, but not in the comparison group.`,
  noGroup: 'not given in the data',
  noResults: (year) => `No question of the data was asked in ${year}.`,
  earlier: (year, n) => `Not asked in ${year}: latest results (${n} questions)`,
  year: 'Year',
  blank: 'Which area do you choose to work with, and why that one?',
  recurringAreas: {
    missbruk: 'substance misuse',
    'lss-vuxna': 'disability services, adults',
    'lss-barn': 'disability services, children',
    socialpsykiatri: 'social psychiatry',
    'vald-i-nara-relation': 'violence in close relations',
  },
};

const complement: (typeof original)['complement'] = {
  intro:
    'The survey asks mostly about routines and cooperation on paper. What happens to users you must find elsewhere.',
  title: 'Your conditions beside those of others',
  heads: { fact: 'Fact', own: 'You', group: 'Your group, median', nation: 'Nation, median' },
  range: (least, most, n) => `${least}–${most}, n ${n}`,
  note: 'The median is the value of the municipality in the middle. Beneath stand the lowest and highest value and the number of municipalities with one.',
  missing: 'missing',
  none: 'The data have no background data on municipalities.',
  district:
    'Districts have no background data of their own. The city’s statistical office and Statistics Sweden have them for parts of the city.',
  missesOwn: 'All background data are missing for you.',
  sourceHeads: { source: 'Source', what: 'What it has' },
  sourcesTitle: 'Where to find more',
  sources: [
    ['Statistics Sweden (SCB)', 'Population, households, incomes, education and housing.'],
    ['Kolada', 'Key figures and costs of all municipalities, year by year.'],
    [
      'The statistical database of Socialstyrelsen',
      'Financial assistance, measures for children and youth, elderly care and disability.',
    ],
    ['Other öppna jämförelser', 'The areas of social services that are not here, and register data.'],
    ['Arbetsförmedlingen', 'Unemployment and participants in programmes, youth too.'],
    ['Försäkringskassan', 'Sick leave, benefits and support to families.'],
    ['Schools and the region', 'Absence and qualification; health contacts, psychiatry and addiction care.'],
    ['The inspectorate (IVO)', 'Decisions of supervision, complaints and reports by lex Sarah.'],
    ['Your own data', 'User surveys, case systems, deviations, complaints and your own follow-up.'],
  ],
  kolada: (ids) => `The proposed questions are there as ${ids}.`,
  blanks: {
    statistics: 'Key figures and statistics (fact, source, year, value)',
    users: 'What do users and their organisations say?',
    staff: 'What do staff, your own follow-up and supervision say?',
    picture: 'Does this change the picture of step 1? How?',
  },
};

const time: (typeof original)['time'] = {
  intro:
    'Only years that can be compared are compared. The group and the nation are counted over those who answered in both years, so that a change is not made of others answering.',
  yearsOf: (area) => `${area}: your answers year by year`,
  comparable: 'Comparable',
  yes: 'yes',
  oneYear: 'one year alone',
  neverAsked: 'never asked',
  partly: (from, to, why) => `partly ${from}–${to}: ${why}`,
  no: (from, to, why) => `not ${from}–${to}: ${why}`,
  why: {
    definition: (what) => what,
    remade: (year) => `The survey was remade in ${year}.`,
    other: (year) => `Another question was asked in ${year}.`,
    unlisted: 'The codebook does not know the question.',
  },
  sinceLast: (from, to) => `Changed between ${from} and ${to}`,
  sinceFirst: (to) => `Changed between the first comparable year and ${to}`,
  heads: { own: 'You', group: 'Your group', nation: 'Nation', noise: 'How sure is it?' },
  fromTo: (from, to) => `${from} → ${to}`,
  better: (change) => `${change}, better`,
  worse: (change) => `${change}, worse`,
  since: (year) => `since ${year}`,
  partlyComparable: 'partly comparable',
  pairs: (difference, n) => `${difference}, n ${n}`,
  moved: (improved, worsened) => `${improved}\u00a0better, ${worsened}\u00a0worse`,
  groupNot: {
    'no-earlier-year': 'no earlier year',
    'not-asked': 'not asked',
    suppressed: 'not shown',
    'no-pairs': 'nobody answered in both years',
    'not-comparable': 'cannot be compared',
  },
  allYears: 'All answers, year by year',
  note: 'Beneath the numbers of the group and the nation: the difference in percentage points, or in the number’s unit, and how many (n) answered in both years. Then how many of them answered better and worse.',
  noGroup: 'no group',
  noChange: 'None of your answers that can be compared has changed.',
  rest: (same) => `Unchanged: ${same}.`,
  restNot: {
    'no-earlier-year': (n) => `No earlier year: ${n}.`,
    'not-asked': (n) => `Not asked in both years: ${n}.`,
    'no-answer': (n) => `You have no answer in one of the years: ${n}.`,
    'not-comparable': (n) => `Cannot be compared: ${n}.`,
  },
  noiseWords: (undone, changes, share, interval) =>
    `In the nation ${share} of such changes were gone the next time (${undone} of ${changes}; ${interval}).`,
  held: (answer, times) => `${answer} in ${times} answers in a row.`,
  noiseNone: 'Nobody in the nation has changed so with a later answer; it cannot be said.',
  noisePartly: 'It cannot be said: only changes to and from Ja are followed.',
  noiseWithin: (smallest) => `May be noise: below ${smallest} it cannot be told from chance.`,
  noiseBeyond: (smallest) => `More than noise: above ${smallest}.`,
  noiseUnknown: 'It cannot be said: too few answers.',
  notComparableTitle: 'Cannot be compared between all years',
  single: (names) => `Asked in one year alone, so that nothing can be said of change: ${names}.`,
  callTitle: 'Those who have improved the same',
  callIntro:
    'Units that were red or yellow on the question and now are green. Those green the longest come first: a single green answer may be an accident. Call and ask how they did it.',
  callHeads: { group: 'In the comparison group', others: 'Others in the nation' },
  callEntry: (name, before, beforeYear, since) => `${name}: ${before} in ${beforeYear}, green since ${since}`,
  callMore: (n) => `and ${n} more`,
  callNobody: 'nobody',
  callNone: 'You have no red or yellow results this year, so there is nobody to call for.',
  callOthersNote: 'Of the others in the nation those of your municipality group come first.',
  blanks: {
    inside: 'What has changed with you (organisation, staff, methods, contracts)? When and how?',
    outside: 'What has changed around you (laws, population, labour market, others)? When?',
    call: 'Whom do you call, what do you ask, and what did you learn?',
  },
};

const conclusions: (typeof original)['conclusions'] = {
  intro:
    'Begin with what you chose in step 1 and learnt in steps 2 and 3. A goal must be possible to follow up, and somebody must own it.',
  title: 'How öppna jämförelser will show whether the goal is reached',
  heads: { indicator: 'Question', now: 'Now', group: 'Your group', reached: 'Reached when you have' },
  reachedWords: (answer) => `${answer} twice in a row`,
  reachedAtLeast: (limit) => `at least ${limit} twice in a row`,
  reachedAtMost: (limit) => `at most ${limit} twice in a row`,
  note: 'Twice in a row, since a single answer may be an accident. The limit of numbers is the best quarter of the nation this year.',
  none: 'There are no proposals to measure. Choose yourselves what to follow.',
  blanks: {
    develop: 'What do you want to develop, and what is to be better for users?',
    goal: (n) => `Goal ${n}: what is to be reached, and when?`,
    activities: (n) => `Goal ${n}: activities, who does what and when`,
    cost: 'Expected changes of costs, and where the money comes from',
    followUp: 'Follow-up: when, how and who answers for it',
    decided: 'Decided by, date',
  },
};

const reading: (typeof original)['reading'] = {
  items: [
    'The colours are those of öppna jämförelser: green is a desired result, yellow partly so and red something to develop. Of questions answered in words the answer gives the colour: Ja (yes) green, Delvis (partly) yellow, Nej (no) red.',
    'Numbers are coloured by all units’ values of the year: the best quarter green, the worst red. So a quarter is always red, however good all are.',
    'A group’s number is the share of Ja among those who answered, in percent. Delvis does not count as Ja. Of numbers it is the mean, in which every unit weighs the same. n is the number of answers.',
    'Where over 20 percent of those asked have no answer (no reply, unknown answer and not applicable), the group’s number is not shown. That is Socialstyrelsen’s rule for the nation and counties; here it holds for all groups, your own too.',
    'All are asked, none is drawn. The interval says how far the share may lie from what is usual in such a group if each answer is partly chance. It says nothing of those who have not answered.',
    'Is a change of one unit more than chance? Of words the answer itself cannot tell. So it is said how often such changes in the nation were gone at the next answer. Of numbers the smallest change is given that chance makes in at most one case of twenty.',
  ],
  missing:
    'no reply: no answer. not applicable: the question does not concern you. not collected: you were not asked. not asked: nobody was that year. not in data: you were not in the data that year. not shown: too many answers are missing.',
  guide:
    'The four steps are those of Socialstyrelsen’s guide to öppna jämförelser 2017. The quality areas are the guide’s; of questions that it does not describe, our judgement.',
};

export const municipality: typeof original = {
  title: (name, year) => `${name}: öppna jämförelser ${year} in four steps`,
  lead: 'What you can improve, what you need to find out, what the years show and what you decide. The tables are filled in as far as the data go. In the boxes you write yourselves.',
  sections: {
    summary: 'In brief',
    group: 'Whom you are compared with',
    find: 'Step 1: Find what can be better',
    complement: 'Step 2: Find out more',
    time: 'Step 3: Learn from the years',
    conclusions: 'Step 4: Decide, do and follow up',
    reading: 'How to read the report',
  },
  and: 'and',
  cells,
  group,
  status,
  summary,
  find,
  complement,
  time,
  conclusions,
  reading,
};
