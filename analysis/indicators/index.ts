/** The review of indicators: cards, usefulness profile and advice. Pure functions from a panel to plain records. */
export {
  type Advice,
  type AdviceKey,
  adviceKeys,
  decide,
  type DecidingKey,
  decidingKeys,
  type Reason,
  type Situation,
} from './advice.js';
export type { AppendixCell, AppendixFindings, AppendixRow, MarkCount } from './appendix.js';
export { indicatorCards } from './cards.js';
export type { DetectableChange } from './change.js';
export { cardGroupings, type GroupShare, type Lasting } from './lasting.js';
export type { CardYear, Saturation } from './levels.js';
export { usefulnessLimits } from './limits.js';
export { type Kind, kinds, type KindSource, type Measures, type Practice } from './measures.js';
export type { Missing } from './missing.js';
export type { OneUnitChange, Undone } from './one-unit.js';
export type { IndicatorCard, IndicatorFacts } from './records.js';
export type { CardTrend } from './trend.js';
export {
  criteria,
  type Criterion,
  type CriterionKey,
  type MeasureKey,
  measureKeys,
  usefulnessProfile,
  type Verdict,
  verdicts,
} from './usefulness.js';
