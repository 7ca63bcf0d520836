import { usefulnessLimits as limits } from '../../analysis/indicators/limits.js';
import type { CriterionKey, MeasureKey } from '../../analysis/indicators/usefulness.js';
import { formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import type { Grid } from '../tables/table.js';
import { count, limitOf } from './words.js';

interface Ends {
  readonly met: number | null;
  readonly notMet: number | null;
}

const one = (limit: number | null): Ends => ({ met: limit, notMet: limit });

/** Every measure of the profile with the criterion that it judges and its limits, in the order of the profile. */
const measures: readonly (readonly [CriterionKey, MeasureKey, Ends])[] = [
  ['room', 'goal-share', { met: limits.room.near, notMet: limits.room.saturated }],
  ['room', 'goal-share-low', { met: limits.room.nearFloor, notMet: limits.room.floor }],
  ['tells-apart', 'reliability', limits.tellsApart],
  ['stable', 'flips-to-chance', limits.flips],
  ['stable', 'retest', limits.retest],
  ['shows-change', 'change-in-points', limits.change],
  ['shows-change', 'change-in-sd', limits.changeInSd],
  ['answered', 'suppressing-share', one(limits.answered.missing)],
  [
    'answered',
    'on-scale-share',
    { met: limits.answered.onScale.usable, notMet: limits.answered.onScale.weak },
  ],
  ['answered', 'counties-suppressed', one(limits.answered.counties)],
  ['comparable', 'comparable-years', one(limits.comparableYears)],
  ['practice', 'closeness', one(null)],
];

/** The limits of the usefulness profile as they are applied, each with whose it is and why it stands there. */
export function limitsGrid(lang: Lang): Grid {
  const { indicators, indicatorCards, indicatorOverview: text } = messages(lang);
  return {
    id: 'limits-grid',
    title: text.limitsTitle,
    head: text.limitHeads,
    columns: ['text', 'prose', 'prose', 'prose'],
    rows: measures.map(([criterion, measure, { met, notMet }], i) => [
      measures[i - 1]?.[0] === criterion
        ? indicators.criteria[criterion]
        : `${indicators.criteria[criterion]}\n${indicators.questions[criterion]}`,
      text.measureNames[measure],
      indicatorCards.limits[measure](limitOf(measure, met, lang), limitOf(measure, notMet, lang)),
      indicatorCards.whys[measure],
    ]),
    notes: text.limitNotes(
      count(limits.minimumAnswers, lang),
      count(limits.flips.minimum, lang),
      count(limits.judgedCriteria, lang),
      formatPercent(limits.test.power, lang),
    ),
    synthetic: false,
  };
}
