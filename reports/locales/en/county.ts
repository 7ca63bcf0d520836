import type { county as original } from '../sv/county.js';

export const county: typeof original = {
  title: (county, year) => `County report: ${county} ${year}`,
  lead: 'The county’s municipalities in the open comparisons: what you can improve together, who already has, and every answer behind it.',
  leadSingle:
    'The county’s only municipality in the open comparisons: what it can improve, who in its group already has, and every answer behind it.',
  sections: {
    first: 'What matters most',
    reading: 'How to read the report',
    common: 'Common areas to improve',
    own: 'Areas to improve',
    improvers: 'Who has improved what',
    units: 'Municipality by municipality',
    unit: 'Where the municipality stands apart',
    groups: 'The municipality groups in the nation',
    comparability: 'Questions not asked or changed',
  },
  facts: {
    municipalities: 'municipalities',
    municipality: 'municipality',
    withDistricts: (cities) => `${cities} answer by districts`,
    inYear: (year) => `in the county in ${year}`,
    districts: 'city districts',
    districtsNote: 'each answers for itself',
    answered: 'have answered',
    answeredNote: (all) => `of ${all} that got the survey`,
    questions: 'questions',
    questionsNote: (areas) => `in ${areas}`,
  },
  noUnits: (county, year) =>
    `${county} has no municipalities or districts in the data for ${year}. There is nothing to show for that year.`,
  allAnswered: 'All have answered at least one question.',
  silent: (names, year) => `No answer to any question in ${year}: ${names}. They are part of no share.`,
  nobodyAnswered: (year) =>
    `Nobody in the county has answered in ${year}. The tables below show the nation only.`,
  gone: {
    ceased: (names, years) => `${names} answered for themselves in ${years}.`,
    successor: (city) => `After that ${city} answers, so the districts’ answers are not followed further.`,
    'not-yet': (names, years) => `${names} are in the data only in ${years}.`,
    absent: (names, years) => `${names} are not in the data this year, but are in ${years}.`,
    'no-rows': (names) => `${names} are not in the data at all.`,
  },
  single: (name, group) =>
    `The county has one municipality only. So there is nothing in common to show, and the county’s result is the municipality’s own. ${name} is therefore compared with its municipality group, ${group}, and with the nation.`,
  singleNoGroup: (name) =>
    `The county has one municipality only. So there is nothing in common to show, and the county’s result is the municipality’s own. The data have no municipality group, so ${name} is compared with the nation alone.`,
  start: 'Start here',
  startTitle: 'Most red and yellow answers',
  startOwnTitle: 'Furthest from the municipality group',
  startOwnIntro:
    'Choose one or two areas. Call those of the municipality group that have gone from red or yellow to green and stayed there: what did they do, and what did it take?',
  startIntro:
    'Choose one or two areas. Call those who have gone from red or yellow to green and stayed there: what did they do, and what did it take?',
  startHeads: ['Area', 'Red or yellow answers', 'Call', 'Largest'],
  ofQuestions: (some, all) => `${some} of ${all} questions`,
  ofAnswers: (some, all) => `${some} of ${all}`,
  noCall: 'nobody in the county yet',
  called: (name, year, what) => `${name} ${year}: ${what}`,
  startNotes: (units, lasting) => [
    `8 of 10 questions means that at least half of those who answered are red or yellow on so many. Of questions with numbers, which are coloured by quarters of the nation, only red counts.`,
    `Call: at most ${units} per area, and only those that have been green for ${lasting} answers in a row or more, with the year in which the answer became green. All are listed under Who has improved what.`,
  ],
  noThemes:
    'There is no question on which at least half are red or yellow and the county’s share may be shown.',
  caution: (flipped, base, share, expected) =>
    `Read single answers with care. In the whole nation the answer has changed and then changed back in ${share} of the cases (${flipped} of ${base} units and questions with three years of answers or more). Were every answer chance, it would be ${expected}. So a municipality’s changed answer is a reason to ask, not a result.`,
  changed: (last, first, tests) =>
    `Of ${tests} changes of the county that were tested, ${last} since last year and ${first} since the first year are larger than chance can give.`,
  changedNone: (tests) =>
    `None of ${tests} changes of the county that were tested is larger than chance can give. The county’s figures move, but no more than answers tend to.`,
  changedSingle: 'Whether one municipality’s changed answer is more than chance cannot be tested.',
  choose: 'What we choose to work with together, who leads it and when we follow it up:',
  chooseSingle: 'What we choose to work with, who leads it and when we follow it up:',
  reading: {
    colours:
      'Yes is green, partly yellow and no red (the other way round where no is the better answer). Numbers take their colour from all units of the nation that year: the best quarter green, the worst red, the rest yellow. The text of the cell always says the same as its colour.',
    quarters:
      'A quarter is always red on a number, even when all do well. Red means that others are ahead, not that something is wrong.',
    missing:
      'Grey means that there is no answer, and the cell says why: no answer (non-response), not applicable, cannot answer or not asked.',
    changes:
      'The arrow shows the change since last year: ↑ better, ↓ worse. Where the answer has not changed since last year but has since the first, that is shown. “As in 2016” means that the answer is back where it began. Numbers have an arrow only when the colour has changed.',
    partly:
      'An asterisk (*) means that the question has changed between the years, so that the comparison limps. Years that cannot be compared have no arrow.',
    total:
      'All municipalities are asked, none is drawn by lot. n is the number that answered yes, partly or no or gave a number. The shares are of them, not of those that have not answered.',
    suppressed:
      'The number of the county, the group or the nation is not shown when non-response and not applicable together are more than 20 percent of those asked. This is Socialstyrelsen’s rule.',
    pairs:
      'The county’s change is over the units that answered in both years (pairs). So it may differ from the difference between the shares of the years.',
    nation:
      'County better or county worse is written only where the nation’s number lies outside the county’s 95 percent interval, that is, further away than so few answers usually differ. Of 20 questions about one passes the limit by chance.',
  },
  commonIntro: (count) =>
    `${count} questions on which at least half of the county’s answers are red or yellow. Those already green are the nearest to ask.`,
  commonHeads: ['Question', 'Red', 'Yellow', 'Green', 'County', 'Already green'],
  commonNotes: (mostNamed) =>
    `Within each area the questions with the largest share of red come first. Already green: at most ${mostNamed} names; the rest are in the tables by area.`,
  andMore: (names, more) => `${names} and ${more} more`,
  suppressedCommon: (names) =>
    `Would have been here, but the county’s share is not shown since too many answers are missing: ${names}.`,
  ownIntro: (name, group, count) =>
    `${count} questions on which ${name} is red or yellow and more of the municipality group ${group} have a better answer than a worse one. Red first, then by the share of the group that is ahead.`,
  ownHeads: ['Question', 'Answer', 'Red or yellow since', 'Group ahead', 'Call'],
  ownNotes: (lasting) =>
    `Group ahead: the share of the group’s answering units (n) with a better answer. Call: those of the group that have been green for ${lasting} answers in a row or more after being red or yellow.`,
  noOwn:
    'There is no question on which the municipality is red or yellow and the municipality group does better.',
  noCallGroup: 'nobody in the group yet',
  improversIntro: (lasting) =>
    `Municipalities that have gone from red or yellow to green and are still green, with the year in which the answer became green. Begin with those that have been green for ${lasting} answers in a row or more; a single new answer may be noise.`,
  improversHeads: (lasting) => ['Question', `Green ${lasting} answers in a row or more`, 'New this year'],
  improversNotes: [
    'Where nothing else is said the answer before was no (for numbers: outside the best quarter). The latest change comes first.',
    'An asterisk (*) means that the question has changed between the years.',
  ],
  fromAnswer: (what, answer) => `${what} (from ${answer})`,
  noImprovers:
    'Nobody in the county has gone from red or yellow to green and stayed there, among answers that can be compared.',
  unitsIntro: (share) =>
    `Where each municipality stands apart from most others. Behind: red or yellow where at least ${share} percent of those answering in the county, in the municipality group and in the nation have a better answer. Ahead: green where at least as many have a worse one. The table is in alphabetical order; it ranks nobody, for the municipalities have answered different numbers of questions.`,
  unitsIntroSingle: (share) =>
    `Behind: red or yellow where at least ${share} percent of those answering in the municipality group and in the nation have a better answer. Ahead: green where at least as many have a worse one.`,
  unitsHeads: (year) => [
    'Municipality',
    'Has answered',
    'Green, yellow, red',
    `Since ${year}`,
    'Stands apart from most',
  ],
  behindMost: (names) => `Behind: ${names}`,
  aheadOfMost: (names) => `Ahead: ${names}`,
  unitsNotes: [
    'Has answered: of the questions that the municipality was asked. Since last year: answers that became better (↑) and worse (↓) of those that can be compared.',
    '— means that no question reaches that far.',
  ],
  unitsColours: (green, yellow, red) => `${green} · ${yellow} · ${red}`,
  unitsChange: (better, worse, compared) => `↑ ${better} ↓ ${worse}\nof ${compared}`,
  noGroup: 'no municipality group',
  overview: (area) => `${area}: county and nation`,
  overviewHeads: (year) => ['Question', 'Red or yellow', 'County', 'Nation', `Since ${year}`, 'Since the first year'], // prettier-ignore
  overviewSingleHeads: (name, group, year) => ['Question', name, group, 'Nation', `Since ${year}`, 'Since the first year'], // prettier-ignore
  noGroupHead: 'Municipality group',
  overviewNotes: {
    pairs:
      'pp = percentage points, among the units that answered in both years (pairs). ↑ and ↓: so many answers became better and worse.',
    beyond: 'A change without a remark may be chance; tested by the sign test, adjusted by Holm.',
    partly: '* The question has changed between the years, see Questions not asked or changed.',
  },
  beyond: 'larger than chance',
  pairs: (pairs, better, worse) => `${pairs} pairs · ↑ ${better} ↓ ${worse}`,
  points: 'pp',
  unitHead: 'Municipality',
  part: (title, part, parts) => `${title} (${part} of ${parts})`,
  countyRow: 'County',
  nationRow: 'Nation',
  cityRow: (city, districts) => `${city}, ${districts} districts`,
  answers: { Ja: 'Yes', Delvis: 'Partly', Nej: 'No' },
  quarters: { green: 'best quarter', yellow: 'middle', red: 'worst quarter' },
  colourless: 'no colour',
  colourNames: { green: 'green', yellow: 'yellow', red: 'red' },
  missing: {
    answered: 'answer',
    bortfall: 'no answer',
    'ej-aktuellt': 'not applicable',
    'kan-inte-svara': 'cannot answer',
    undertryckt: 'suppressed',
    'ej-samlad': 'not asked',
    okand: 'unknown answer',
    'not-asked': 'question not asked',
    'not-in-year': 'not in the data',
  },
  from: (answer, year) => `from ${answer} in ${year}`,
  was: (answer, year) => `${year}: ${answer}`,
  likeFirst: (year) => `as in ${year}`,
  unchanged: (year) => `as in ${year}`,
  n: (n) => `n ${n}`,
  onlyUnit: 'the only municipality',
  group: {
    suppressed: 'not shown',
    'nobody-answered': 'no answers',
    'not-asked': 'not asked',
    'no-members': 'no municipalities',
  },
  groupAnswered: (n, asked) => `${n} of ${asked} answered`,
  versus: { better: 'county better', worse: 'county worse' },
  change: {
    'no-earlier-year': 'no earlier year',
    'not-asked': 'not asked then',
    'no-answer': 'no answer then or now',
    suppressed: 'not shown (non-response)',
    'no-pairs': 'nobody answered both years',
    'not-comparable': 'years not comparable',
  },
  groupsIntro:
    'The same questions in the municipality groups that the county’s municipalities belong to, with all municipalities of the nation. The groups are those of SKR.',
  groupsTitle: (area) => `${area}: the municipality groups`,
  groupsSize: (group, nation, own) => `${group}: ${nation} in the nation, ${own} of them in the county`,
  groupNames: {
    A1: 'Metropolis (A1)',
    A2: 'Commuting near metropolis (A2)',
    B3: 'Larger city (B3)',
    B4: 'Commuting near larger city (B4)',
    B5: 'Low commuting near larger city (B5)',
    C6: 'Smaller city (C6)',
    C7: 'Commuting near smaller city (C7)',
    C8: 'Rural (C8)',
    C9: 'Rural with tourism (C9)',
  },
  unknownArea: 'Other questions',
  notAsked: (year, years, names) => `Asked in ${years}, not in ${year}: ${names}.`,
  neverAsked: (names) => `No rows in the data: ${names}.`,
  singleYear: (names) => `Asked this year only, so that there is no change to show: ${names}.`,
  allAsked: 'All questions of the data were asked this year.',
  notesTitle: 'What has changed between the years',
  notesHeads: ['Question', 'What has changed'],
  noNotes: 'No change that touches the comparisons is known.',
  note: {
    definition: (year, what) => `${year}: ${what}`,
    remade: (year) => `${year}: the survey was remade.`,
    other: (year) =>
      `${year}: by the appendix another question was asked; the answers may have another source.`,
  },
};
