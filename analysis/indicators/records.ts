import type { Survey, Text } from '../../data/codebook/codebook.js';
import type { Better, IndicatorType } from '../../data/records.js';
import type { OutcomeUnit } from '../panel/outcomes.js';
import type { Grade } from '../quality/grade.js';
import type { DefinitionChange, FlipQuality, Jump } from '../quality/records.js';
import type { Advice } from './advice.js';
import type { AppendixFindings } from './appendix.js';
import type { DetectableChange } from './change.js';
import type { Lasting } from './lasting.js';
import type { CardYear, Saturation } from './levels.js';
import type { Measures } from './measures.js';
import type { Missing } from './missing.js';
import type { OneUnitChange } from './one-unit.js';
import type { CardTrend } from './trend.js';
import type { Criterion } from './usefulness.js';

/** What is known of an indicator before it is judged. Plain JSON: no NaN, null where a number does not exist. */
export interface IndicatorFacts {
  readonly id: string;
  readonly area: string;
  readonly label: Text;
  /** The row or row group of the appendix that it belongs to, which tells apart items of one label; null outside it. */
  readonly within: Text | null;
  /** Null for an indicator that the codebook does not know. */
  readonly survey: Survey | null;
  readonly type: IndicatorType;
  /** Ja and other words, of which Ja is counted; else a number. */
  readonly yesNo: boolean;
  readonly better: Better;
  /** Of every value and change on the card: percent and percentage points, a number, or the scale's own. */
  readonly unit: OutcomeUnit;
  readonly measures: Measures;
  readonly asked: {
    readonly years: readonly number[];
    /** Also in the last year of its survey (outside the codebook: of its area). */
    readonly ongoing: boolean;
  };
  /** Every asked year, nationally. */
  readonly years: readonly CardYear[];
  /** The latest year that can be judged; else the latest with answers; null without. */
  readonly latest: CardYear | null;
  readonly trend: CardTrend;
  readonly saturation: Saturation;
  readonly lasting: Lasting;
  /** Null for a number, and where no unit has three years. */
  readonly flips: FlipQuality | null;
  readonly missing: Missing | null;
  readonly detectable: DetectableChange;
  readonly oneUnit: OneUnitChange;
  readonly appendix: AppendixFindings;
  /** Changes of definition on record, with data on both sides of them. */
  readonly changes: readonly DefinitionChange[];
  readonly jumps: readonly Jump[];
  /** Of the report of quality (`oj check`). */
  readonly grade: Grade;
}

/** All that a review of one indicator needs. */
export interface IndicatorCard extends IndicatorFacts {
  readonly profile: readonly Criterion[];
  readonly advice: Advice;
}
