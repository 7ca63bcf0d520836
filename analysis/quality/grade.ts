import type { Text } from '../../data/codebook/codebook.js';
import type { TouchedCells } from './cells.js';

/** From best to worst: `god`, `användbar med förbehåll`, `svag`, `går inte att bedöma`. */
export const grades = ['good', 'usable', 'weak', 'not-judged'] as const;
export type Grade = (typeof grades)[number];

/** What a problem makes of the grade at least. */
export type Weight = Exclude<Grade, 'good'>;

/**
 * The limits of the report, shares 0-1. Socialstyrelsen's are 90 percent Ja for a `mättad` indicator and the 20 percent
 * of suppressed aggregates (guide 2017); the others are ours. The level of chance is that of the marks (`marks.ts`).
 */
export const limits = {
  /** Fewer answers than this in a year say nothing of the year. */
  minimumAnswers: 10,
  /** So large a share with the answer aimed at, or larger. */
  saturated: 0.9,
  /** So small, or smaller. */
  floor: 0.1,
  /** An aggregate is suppressed above this share of non-response and Ej aktuellt. */
  suppression: 0.2,
  /** Response rates below these, in any year. */
  response: { usable: 0.8, weak: 0.6 },
  /** Answers on the scale, of those asked, below these, in any year. */
  onScale: { usable: 0.8, weak: 0.6 },
  /** So large a share of the counties suppressed in a year, or larger. */
  suppressedCounties: 0.25,
  /** The share of units that flip, by what chance alone gives: so large or larger. Judged from `minimum` expected units. */
  flips: { usable: 0.5, weak: 1, minimum: 5 },
  /** Share of the values on which sources disagree: so large or larger. */
  disagreement: { usable: 0.01, weak: 0.1 },
  /** Share of care units without a value, in any year: so large or larger. */
  missingCareUnits: { usable: 0.2, weak: 0.4 },
  /** Share of values beyond the outer fences, in any year: so large or larger. */
  outliers: 0.01,
} as const;

/** A problem of an indicator or staffing measure: the grade's reason, a key of the catalogue, with what stands behind it. */
export type Finding = {
  readonly weight: Weight;
  /** The years it concerns; for what lies between two years, both. */
  readonly years: readonly number[];
  /** The cells of the appendix that it touches. */
  readonly cells: TouchedCells;
} & FindingKind;

export type FindingKind =
  /** Years with too few answers to judge; in every year: nothing can be judged. */
  | { readonly key: 'few-answers'; readonly most: number }
  | { readonly key: 'low-response' | 'few-on-scale'; readonly lowest: number }
  | { readonly key: 'saturated' | 'floor' | 'constant' | 'single-year' | 'nation-suppressed' }
  | { readonly key: 'definition-changed'; readonly what: Text }
  /** A change of the national number beyond chance that no change of definition on record explains. */
  | {
      readonly key: 'unexplained-jump';
      readonly before: number;
      readonly after: number;
      readonly percent: boolean;
      readonly pHolm: number;
    }
  | {
      readonly key: 'flips';
      readonly units: number;
      readonly base: number;
      readonly share: number;
      readonly expectedShare: number;
    }
  | { readonly key: 'counties-suppressed'; readonly most: number; readonly counties: number }
  | { readonly key: 'sources-disagree'; readonly values: number; readonly share: number }
  | { readonly key: 'missing-care-units'; readonly share: number }
  | { readonly key: 'outliers' | 'zero-means'; readonly values: number };

/** The worst that any of the findings makes of it; `good` without findings. */
export function gradeOf(findings: readonly Pick<Finding, 'weight'>[]): Grade {
  return grades[Math.max(0, ...findings.map((f) => grades.indexOf(f.weight)))]!;
}

/** The weight of a share where more is worse; null below the lower limit. */
export function weightAbove(share: number, limit: { usable: number; weak: number }): Weight | null {
  return share >= limit.weak ? 'weak' : share >= limit.usable ? 'usable' : null;
}

/** The weight of a share where less is worse; null from the upper limit. */
export function weightBelow(share: number, limit: { usable: number; weak: number }): Weight | null {
  return share < limit.weak ? 'weak' : share < limit.usable ? 'usable' : null;
}
