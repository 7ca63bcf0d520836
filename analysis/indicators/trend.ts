import type { Estimate } from '../estimate.js';
import { levels } from '../marks.js';
import { trends } from '../models/trends.js';
import type { Panel } from '../panel/panel.js';
import type { Specification } from '../specification.js';
import { tTestPower } from '../stats/index.js';
import { usefulnessLimits as limits } from './limits.js';
import type { CardSeries } from './series.js';

/** The national change per year, on the indicator's own scale and in its own direction. */
export interface CardTrend {
  readonly first: number | null;
  readonly last: number | null;
  readonly perYear: number | null;
  readonly ciLow: number | null;
  readonly ciHigh: number | null;
  readonly p: number | null;
  /** Answers and units in the line. */
  readonly n: number;
  readonly units: number;
  /** Whether it goes the way that is aimed at; null where p is not below 5 percent. */
  readonly toward: boolean | null;
  /** Change per year found in four cases of five. */
  readonly minimumDetectable: number | null;
  /**
   * What a null result is worth: the chance that this trend is found if the level moves by `change` over the years, the
   * limit of the profile. Null where the scale has no such limit.
   */
  readonly power: { readonly change: number; readonly perYear: number; readonly power: number } | null;
  /** Why there is no trend, a key of the catalogue. */
  readonly reason: string | null;
}

/**
 * The trends model (`oj trends`: y on year over all units and years, clustered by unit) put to every series.
 * @param sd by series, the standard deviation between units of the latest year: the measure of a change on scales that
 * are no percent
 */
export function cardTrends(
  panel: Panel,
  series: readonly CardSeries[],
  spec: Specification,
  sd: readonly (number | null)[],
): CardTrend[] {
  const asked = series.filter((s) => s.series.asked.length > 0);
  const found = trends(
    panel,
    asked.map(({ outcome }) => ({ outcome, figures: [] })),
    spec,
  );
  const slopes = new Map(found.filter((e) => e.column === 'trend').map((e) => [e.indicator!, e]));
  return series.map((s, i) => {
    const slope = slopes.get(s.outcome.id);
    return slope ? trendOf(s, slope, sd[i] ?? null) : noTrend;
  });
}

const noTrend: CardTrend = {
  first: null, last: null, perYear: null, ciLow: null, ciHigh: null, p: null, n: 0, units: 0, toward: null,
  minimumDetectable: null, power: null, reason: 'no-observations',
}; // prettier-ignore

function trendOf({ outcome, quality }: CardSeries, e: Estimate, sd: number | null): CardTrend {
  const { first, last } = outcome.years;
  const detectable = e.extra['minimumDetectable'];
  const clear = e.p !== null && e.p < levels.strong && e.estimate !== null;
  return {
    first,
    last,
    perYear: e.status === 'ok' ? e.estimate : null,
    ciLow: e.ciLow,
    ciHigh: e.ciHigh,
    p: e.p,
    n: e.n ?? 0,
    units: e.units ?? 0,
    toward: clear ? e.estimate > 0 === (quality.better === 'higher') : null,
    minimumDetectable: typeof detectable === 'number' ? detectable : null,
    power: powerOf(e, changeOfInterest(outcome.unit, sd), last - first),
    reason: e.reason,
  };
}

/** The change that should be seen: the limit of the profile, on the indicator's own scale; null where there is none. */
export function changeOfInterest(unit: CardSeries['outcome']['unit'], sd: number | null): number | null {
  if (unit === 'procent') return limits.change.met;
  return sd === null || sd === 0 ? null : limits.changeInSd.met * sd;
}

function powerOf({ se, df }: Estimate, change: number | null, years: number): CardTrend['power'] {
  if (se === null || df === null || change === null || years < 1) return null;
  const perYear = change / years;
  const found = tTestPower(perYear, { se, df, alpha: levels.strong });
  return found.status === 'ok' ? { change, perYear, power: found.power } : null;
}
