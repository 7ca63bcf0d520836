import { limits } from '../quality/grade.js';

/** Freezes an object and the objects in it. */
function frozen<T extends object>(value: T): Readonly<T> {
  for (const part of Object.values(value))
    if (typeof part === 'object' && part !== null) frozen(part as object);
  return Object.freeze(value);
}

/**
 * The limits that the usefulness profile holds an indicator against. Shares 0-1 but for `change`. `met` and `notMet` are
 * the ends of a criterion's scale: what lies between is met in part. Two are Socialstyrelsen's, the others ours.
 */
export const usefulnessLimits = frozen({
  /** Fewer answers than this in a year say nothing of the year; as in the report of quality. */
  minimumAnswers: limits.minimumAnswers,
  /**
   * Room: share with the answer aimed at. 90 percent is Socialstyrelsen's limit of a `mättad` indicator (RiR 2021:17,
   * section 3.2.5); from 80 it is near. So below, ours: at 10 percent almost nobody has it, at 20 it is near.
   */
  room: { near: 0.8, saturated: limits.saturated, nearFloor: 0.2, floor: limits.floor },
  /**
   * Tells units apart: reliability of one answer. 0.7 is the usual least reliability of a comparison in research
   * (Nunnally 1978); below 0.4 more than half of what differs between two units is gone the next year.
   */
  tellsApart: { met: 0.7, notMet: 0.4 },
  /**
   * Stable, Ja/Nej: units that change and change back, by what chance alone gives. At 1 the answers are as unsteady as
   * lots; half of that is what the report of quality asks for. Judged from `minimum` units expected by chance.
   */
  flips: { met: limits.flips.usable, notMet: limits.flips.weak, minimum: limits.flips.minimum },
  /** Stable, numbers: correlation of two years in a row; the same ends as for the reliability of one answer. */
  retest: { met: 0.7, notMet: 0.4 },
  /**
   * Shows change: the smallest change from one year to the next that the nation can show, in percentage points. Of 290
   * municipalities 5 points are fifteen; where it takes 10, one municipality in ten must have changed, net, to be seen.
   */
  change: { met: 5, notMet: 10 },
  /** The same where the scale is no percent: in standard deviations between units (Cohen 1988: small, medium). */
  changeInSd: { met: 0.2, notMet: 0.5 },
  /** Level of the test and its power, for all changes. */
  test: { power: 0.8, level: 0.95 },
  /**
   * Answered: non-response and Ej aktuellt of those asked, nationally. Above 20 percent Socialstyrelsen does not publish
   * an aggregate (guide 2017): then not met. In part where so many counties are suppressed.
   */
  answered: {
    missing: limits.suppression,
    counties: limits.suppressedCounties,
    onScale: { ...limits.onScale },
  },
  /** Comparable: years asked since the last change of definition. A trend needs three. */
  comparableYears: 3,
  /** Of tells apart, stable and shows change so many must be judged; fewer are too little to keep an indicator by. */
  judgedCriteria: 2,
});
