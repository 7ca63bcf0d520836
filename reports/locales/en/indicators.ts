import type { indicators as original } from '../sv/indicators.js';

export const indicators: typeof original = {
  kinds: {
    struktur: 'structure',
    process: 'process',
    resultat: 'result',
    bakgrund: 'background',
    okänd: 'unknown',
  },
  kindSources: {
    codebook: 'the codebook, our reading of the report’s definitions',
    data: 'the column kind of indicators.csv',
    survey: 'survey of users: what users themselves answer counts as a result',
    unknown: 'no source says',
  },
  practice: {
    close: 'close to practice',
    partly: 'partly close to practice',
    distant: 'distant from practice',
    unknown: 'of unknown closeness to practice',
  },
  practiceRule:
    'Closeness to practice is our rule, after the reasoning of RiR 2021:17, section 2.4.2: results are close, and so is what care units or users themselves answer about structure and process. Of what the municipality is asked, processes are partly close and structures are not; background facts are not.',
  verdicts: {
    met: 'met',
    partly: 'partly met',
    'not-met': 'not met',
    'not-judged': 'cannot be judged',
  },
  profileTitle: 'Usefulness profile',
  profileNote:
    'The criteria answer different questions and are not added up to a score. Socialstyrelsen’s limits are the 90 percent of a saturated indicator and the 20 percent of suppressed values; the others are ours.',
  criteria: {
    room: 'Room to improve',
    'tells-apart': 'Tells units apart',
    stable: 'Steady answers',
    'shows-change': 'Can show change',
    answered: 'Answered',
    comparable: 'Comparable over time',
    practice: 'Close to practice',
  },
  questions: {
    room: 'Are there both some who reached the goal and some who have it before them?',
    'tells-apart': 'Does one year’s answer say which units stand high or low?',
    stable: 'Do answers last from year to year, beyond what chance gives?',
    'shows-change': 'How small a national change can be seen from one year to the next?',
    answered: 'Did so many answer that the number may be published and can be used?',
    comparable: 'Is the question the same in all years?',
    practice: 'Does it measure what users meet?',
  },
  measures: {
    'goal-share': (value, met, notMet) =>
      `${value} have reached what is aimed at (below ${met} leaves good room, from ${notMet} it is saturated).`,
    'goal-share-low': (value, met, notMet) =>
      `${value} have reached what is aimed at (above ${met} is enough, ${notMet} or less are too few to learn from).`,
    reliability: (value, met, notMet) =>
      `One year’s answer has a reliability of ${value} (met from ${met}, not met below ${notMet}).`,
    'flips-to-chance': (value, met, notMet) =>
      `Units that change and change back are ${value} times what chance alone gives (met below ${met}, not met from ${notMet}).`,
    retest: (value, met, notMet) =>
      `The correlation of two years in a row is ${value} (met from ${met}, not met below ${notMet}).`,
    'change-in-points': (value, met, notMet) =>
      `The smallest change that the nation can show is ${value} percentage points (met below ${met}, not met from ${notMet}).`,
    'change-in-sd': (value, met, notMet) =>
      `The smallest change that the nation can show is ${value} standard deviations between units (met below ${met}, not met from ${notMet}).`,
    'suppressing-share': (value, met) =>
      `Non-response and not applicable are ${value} of those asked (above ${met} the national number is not published).`,
    'on-scale-share': (value, met, notMet) =>
      `${value} of those asked have an answer that can be used (met from ${met}, not met below ${notMet}).`,
    'counties-suppressed': (value, met) =>
      `${value} of the counties are not published because of non-response and not applicable (from ${met} it is a reservation).`,
    'comparable-years': (value, met) =>
      `Comparable years up to the latest: ${value} (after a changed definition at least ${met} are needed).`,
    closeness: (value) => `It is ${value} by our rule.`,
  },
  notJudged: (criterion, reason) => `${criterion}: cannot be judged (${reason}).`,
  jumped: 'A jump that no known change explains leaves the comparability uncertain.',
  allEqual: 'All answers are equal, so that no unit is told from another.',
  advice: {
    keep: 'Keep',
    repair: 'Repair',
    saturated: 'Saturated',
    'too-noisy': 'Too noisy',
    'cannot-judge': 'Cannot be judged',
  },
  because: {
    'few-answers': 'No year has answers enough to be judged.',
    discontinued: 'The question is asked no more, so that there is nothing to decide.',
    saturated: 'Nearly all have reached the goal: it no longer tells anyone apart.',
    'single-year': 'One year’s answers say neither whether they last nor whether anything changed.',
    noise:
      'Single units’ answers are mostly noise, and the nation does not clearly show either whether anything changes. Whether the indicator is of use cannot be seen.',
    faults: 'Something fails that can be mended.',
    'little-known': 'Too little is known of how answers tell units apart, last and can show change.',
    fit: 'Nothing fails of what can be mended.',
  },
  reasons: {
    'few-answers': (most, minimum) => `At most ${most} answers in a year; ${minimum} are needed.`,
    discontinued: (last) => `Last asked in ${last}.`,
    saturated: (met, since, limit) =>
      `${met} of the units have reached the goal, and at least ${limit} in every year since ${since} (Socialstyrelsen’s limit).`,
    'saturated-mean': (met, since, limit) =>
      `The mean is ${met}, and at least ${limit} in every year since ${since}. The limit is Socialstyrelsen’s for the share of municipalities; to hold a mean against it is our extension.`,
    'single-year': (year) => `Only ${year} has answers enough.`,
    'null-trend': (p, change, power) =>
      `No trend is seen (${p}), but had the level moved by ${change} over the years it would have been seen with a probability of ${power}.`,
    'trend-found': (perYear, p) => `A trend is seen despite the noise: ${perYear} per year (${p}).`,
    'little-known': (judged, of) => `${judged} of ${of} such criteria can be judged.`,
    fit: (met, of) => `${met} of ${of} criteria that can be judged are met.`,
  },
  detectable: (change, from, to, pairs) =>
    `Nation: a change of ${change} from one year to the next is found in four cases of five (planned for the ${pairs} units that answered both ${from} and ${to}).`,
  detectablePower: (change, power) => `A change of ${change} is found with a probability of ${power}.`,
  oneUnit: {
    'yes-no': 'A changed answer of one unit cannot be told from noise by itself.',
    undoneToYes: (undone, changes, share, interval, chance) =>
      `Of ${changes} changes to Ja, ${undone} (${share}, interval ${interval}) were gone in the next year; had the answers been dealt at random it would be ${chance}.`,
    undoneFromYes: (undone, changes, share, interval, chance) =>
      `Of ${changes} changes from Ja, ${undone} (${share}, interval ${interval}) were back at Ja in the next year; had the answers been dealt at random it would be ${chance}.`,
    noChanges: 'No unit has changed its answer with a third year to follow.',
    number: (smallest) =>
      `One unit: a change smaller than ${smallest} may be noise (chance passes the limit in one case of twenty).`,
  },
  appendix: {
    published: (marked, cells, chance) =>
      `The appendix: ${marked} of ${cells} cells have a mark; chance alone gives ${chance} on average.`,
    computed: (marked, cells, chance) =>
      `This run: ${marked} of ${cells} cells have a mark; chance alone gives ${chance} on average.`,
    none: 'In no table of the appendix.',
  },
};
