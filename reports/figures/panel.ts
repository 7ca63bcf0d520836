import { messages } from '../locales/language.js';
import { freeHeight } from './axes.js';
import { across, axes, type Chart, upwards } from './chart.js';
import type { FigureOptions } from './frame.js';
import { trendLooks } from './key.js';
import { palette } from './palette.js';
import type { Pixels } from './pixels.js';
import { lineEnds, type FigureSeries } from './series.js';
import { fitLines } from './text-fit.js';
import { wrapText } from './text-metrics.js';
import { trendText } from './words.js';

const LABEL_SIZE = 12;
const LABEL_LINE = 15;
const TREND_SIZE = 11;
const TREND_LINE = 14;
/** A panel's titles begin this far to the left of its axis. */
const INDENT = 20;

export type PanelTitles = ReturnType<typeof panelTitles>;

/** Lines of a panel's title and of its trend, broken to its width. */
export function panelTitles(series: FigureSeries, width: number, options: FigureOptions) {
  const room = width + INDENT + 4;
  return {
    label: fitLines(series.label, room, LABEL_SIZE, 4, true),
    // The context stands in the trend's type, so that the bold lines hold the indicators alone.
    trend: [
      ...(series.context === null ? [] : fitLines(series.context, room, TREND_SIZE, 2)),
      ...wrapText(trendText(series, options.lang), room, TREND_SIZE),
    ],
  };
}

/** Pixels that titles of these numbers of lines take above a panel. */
export const titlesHeight = (labels: number, trends: number): number =>
  labels * LABEL_LINE + trends * TREND_LINE + 8;

/**
 * One panel of small multiples: the mean over units per year with its band, the least squares line (dashed) and
 * the Theil-Sen line (dotted) through the means, the years with their n, the trend per year in the title, which begins
 * at `above`.
 */
export function panel(
  pixels: Pixels,
  series: FigureSeries,
  titles: PanelTitles,
  above: number,
  chart: Chart,
  options: FigureOptions,
): void {
  const x = chart.left - INDENT;
  titles.label.forEach((line, i) => {
    const look = { size: LABEL_SIZE, bold: true, color: palette.ink };
    pixels.text(x, above + i * LABEL_LINE + LABEL_SIZE / 2, line, look);
  });
  const under = above + titles.label.length * LABEL_LINE + 1;
  titles.trend.forEach((line, i) => {
    const look = { size: TREND_SIZE, color: palette.muted };
    pixels.text(x, under + i * TREND_LINE + TREND_SIZE / 2, line, look);
  });
  axes(pixels, chart, series.unit, series.points, options.lang);
  means(pixels, series, chart);
  words(pixels, series, chart, options);
}

function means(pixels: Pixels, { points, ols, theilSen }: FigureSeries, chart: Chart): void {
  const y = (value: number) => upwards(chart, value);
  const placed = points.map(({ year, mean, low, high, n }) => ({
    x: across(chart, year),
    y: y(mean),
    datum: { year, mean, low, high, n },
  }));
  const band = placed.flatMap(({ x, datum: { low, high } }) =>
    low === null || high === null ? [] : [{ x, y: y(low), y2: y(high) }],
  );
  pixels.area(band, trendLooks.band);
  for (const [line, look] of [
    [ols, trendLooks.ols],
    [theilSen, trendLooks.theilSen],
  ] as const) {
    const ends = lineEnds(line, points).map(({ year, value }) => ({
      x: across(chart, year),
      y: y(value),
      value,
    }));
    pixels.line(ends, look);
  }
  pixels.line(placed.map(({ x, y }) => ({ x, y })), trendLooks.mean); // prettier-ignore
  for (const { x, y, datum } of placed) pixels.point(x, y, trendLooks.dot, datum);
}

/** That the data are simulated, where the means leave room; that there are none. */
function words(pixels: Pixels, { points }: FigureSeries, chart: Chart, options: FigureOptions): void {
  const { figures } = messages(options.lang);
  const look = { size: 11, align: 'center', color: palette.muted } as const;
  const middle = chart.left + chart.width / 2;
  if (options.synthetic) {
    const y = chart.top + freeHeight(points, chart.domain, chart.height) + 5;
    pixels.text(middle, y, figures.syntheticPanel, { ...look, opacity: 0.75 });
  }
  if (points.length === 0) pixels.text(middle, chart.top + chart.height / 2, figures.noData, look);
}
