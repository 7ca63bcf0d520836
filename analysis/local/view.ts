import { type IndicatorArea, indicatorArea } from '../../data/codebook/quality-areas.js';
import { UsageError } from '../../data/problems.js';
import type { Panel } from '../panel/panel.js';
import { type Series, seriesOf } from '../quality/years.js';
import { isInWords, type Standings, standingsOf } from './standing.js';

/** An indicator with what the local reports ask of it. */
export interface LocalIndicator {
  readonly id: string;
  readonly standings: Standings;
  readonly series: Series;
  readonly area: IndicatorArea;
}

/** A panel with the standings of all its indicators, worked out once for all reports. */
export interface LocalView {
  readonly panel: Panel;
  /** In the data's order. */
  readonly indicators: readonly LocalIndicator[];
}

/** The view of a panel. 63 indicators of 317 units and five years make some 100,000 standings. */
export function localView(panel: Panel): LocalView {
  const indicators = panel.indicators.map((indicator) => ({
    id: indicator.id,
    standings: standingsOf(panel, indicator.id),
    series: seriesOf(panel, indicator, isInWords(indicator), null),
    area: indicatorArea(indicator.id),
  }));
  return { panel, indicators };
}

/** The position of a calendar year among the panel's. Throws a UsageError for a year that the data have not. */
export function yearPosition({ years }: Panel, year: number): number {
  const t = years.indexOf(year);
  if (t >= 0) return t;
  const have = years.length === 0 ? 'none' : `${years[0]}-${years.at(-1)}`;
  throw new UsageError(`the data have no year ${year}; expected one of ${have}`);
}
