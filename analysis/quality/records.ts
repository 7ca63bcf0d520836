import type { Survey, Text } from '../../data/codebook/codebook.js';
import type { Better, IndicatorType, MissingReason } from '../../data/records.js';
import type { Problem } from '../../data/problems.js';
import type { Manifest } from '../results.js';
import type { Specification } from '../specification.js';
import type { Disagreements } from './disagreements.js';
import type { Finding, Grade, limits } from './grade.js';

/** The answers to one indicator in one year. */
export interface YearQuality {
  readonly year: number;
  /** Units with a row for the indicator that year, answered or not. */
  readonly asked: number;
  /** Units that are not known to have left it unanswered: asked less `bortfall` and `okand`. */
  readonly responded: number;
  /** Units with an answer on the scale, which is what the models use. */
  readonly answered: number;
  /** responded/asked. */
  readonly responseRate: number;
  /** Units without an answer on the scale, by reason; `ej-samlad` are those of the year that have no row, and were not asked. */
  readonly missing: Readonly<Partial<Record<MissingReason, number>>>;
  /** Ja of the answers on the scale, 0-1; null where the indicator is a number. */
  readonly shareYes: number | null;
  /** Mean on the indicator's own scale; null for Ja/Nej. */
  readonly mean: number | null;
  /** All answers are equal. */
  readonly constant: boolean;
  /** At least 90 percent have the answer aimed at (Socialstyrelsen's limit). */
  readonly saturated: boolean;
  /** At most 10 percent have it (our limit). */
  readonly floor: boolean;
  /** The national number is not published by the guide's rule. */
  readonly nationSuppressed: boolean;
  /** Counties asked, and those whose number is not published by the guide's rule. */
  readonly counties: number;
  readonly suppressedCounties: readonly string[];
}

/** The change of the national number between two years in a row, over the units that answered in both. */
export interface Jump {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  /** Percent with Ja, or the mean. */
  readonly before: number | null;
  readonly after: number | null;
  readonly difference: number | null;
  readonly test: 'mcnemar-exact' | 'paired-t';
  /** Units that changed to Ja and from Ja; null for a number. */
  readonly up: number | null;
  readonly down: number | null;
  readonly p: number | null;
  /** McNemar's mid-p, less cautious; null for a number. */
  readonly midP: number | null;
  /** Adjusted by Holm for all year pairs of the panel. */
  readonly pHolm: number | null;
  readonly beyondChance: boolean;
  /** A change of definition between the two years is on record. */
  readonly listed: boolean;
  /** Why there is no p, a key of the catalogue. */
  readonly reason: string | null;
}

/** Units that change their answer and change back, among those with at least three years. */
export interface FlipQuality {
  readonly units: number;
  readonly base: number;
  readonly share: number;
  /** The share if every year's answers were dealt to the units at random: see `expectedFlips`. */
  readonly expectedShare: number;
}

/** A change of an indicator's definition that is on record. */
export interface DefinitionChange {
  /** The first year of the new definition. */
  readonly year: number;
  readonly what: Text;
}

/** The quality of one indicator: its years, what was found, and its grade. */
export interface IndicatorQuality {
  readonly id: string;
  readonly area: string;
  readonly label: Text;
  /** The row or row group of the appendix that it belongs to; null outside the codebook. */
  readonly within: Text | null;
  readonly type: IndicatorType;
  /** Answered by Ja and other words, of which Ja is counted; else a number. */
  readonly yesNo: boolean;
  readonly better: Better;
  readonly survey: Survey | null;
  readonly years: readonly YearQuality[];
  readonly changes: readonly DefinitionChange[];
  /** Null where the indicator is a number, or no unit has three years. */
  readonly flips: FlipQuality | null;
  readonly jumps: readonly Jump[];
  readonly findings: readonly Finding[];
  readonly grade: Grade;
}

/** The care units' values of one staffing measure in one year. */
export interface MeasureYear {
  readonly year: number;
  readonly careUnits: number;
  readonly answered: number;
  readonly missingShare: number;
  readonly mean: number | null;
  readonly median: number | null;
  /** Values beyond Tukey's outer fences; null where the quartiles are equal or there are under four values. */
  readonly outliers: number | null;
  readonly fences: readonly [low: number, high: number] | null;
  /** Municipalities whose mean is 0, so that their spread does not exist. */
  readonly zeroMeans: number;
}

/** The quality of one staffing measure. */
export interface MeasureQuality {
  readonly id: string;
  readonly area: string;
  readonly label: Text;
  readonly years: readonly MeasureYear[];
  readonly findings: readonly Finding[];
  readonly grade: Grade;
}

/** What `oj check` writes: the quality with what was read, and what was wrong with it. */
export interface QualityReport {
  readonly problems: readonly Problem[];
  readonly manifest: Manifest;
  readonly specification: Specification;
  readonly quality: Quality;
}

/** The quality of a panel: what `oj check` reports once the reader found no error. */
export interface Quality {
  readonly indicators: readonly IndicatorQuality[];
  readonly measures: readonly MeasureQuality[];
  /** Null for a folder that no importer has written to. */
  readonly disagreements: Disagreements | null;
  /** Year pairs tested, the family of Holm's adjustment. */
  readonly tests: number;
  readonly limits: typeof limits;
}
