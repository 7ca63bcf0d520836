import { messages } from '../locales/language.js';
import { freeHeight, valueDomain, yChannel, yearChannel } from './axes.js';
import type { FigureOptions } from './frame.js';
import { trendStrokes } from './key.js';
import { type Json, textAt } from './layers.js';
import { palette } from './palette.js';
import { lineEnds, type FigureSeries, type Line } from './series.js';
import { fitLines } from './text-fit.js';
import { wrapText } from './text-metrics.js';
import { trendText } from './words.js';

export interface PanelSize {
  readonly width: number;
  readonly height: number;
  /** Room for the panel's titles above it. */
  readonly above: number;
}

const LABEL_SIZE = 12;
const TREND_SIZE = 11;

/** Lines of a panel's title and of its trend, broken to its width. */
export function panelTitles(series: FigureSeries, width: number, options: FigureOptions) {
  return {
    label: fitLines(series.label, width, LABEL_SIZE, 4, true),
    // The context stands in the trend's type, so that the bold lines hold the indicators alone.
    trend: [
      ...(series.context === null ? [] : fitLines(series.context, width, TREND_SIZE, 2)),
      ...wrapText(trendText(series, options.lang), width, TREND_SIZE),
    ],
  };
}

/** Pixels that titles of these numbers of lines take above a panel. */
export const titlesHeight = (labels: number, trends: number): number => labels * 15 + trends * 14 + 8;

/**
 * One panel of small multiples: the mean over units per year with its band, the least squares line (dashed) and
 * the Theil-Sen line (dotted) through the means, the years with their n, the trend per year in the title.
 */
export function panel(
  series: FigureSeries,
  all: readonly FigureSeries[],
  years: readonly number[],
  size: PanelSize,
  options: FigureOptions,
  surroundings: readonly Json[],
): Json {
  const { figures } = messages(options.lang);
  const domain = valueDomain(series.unit, all);
  const x = yearChannel(years, size.width, series.points);
  const y = (field: string) => yChannel(field, series.unit, domain, options.lang);
  const inside = (value: number) => Math.min(domain.high, Math.max(domain.low, value));
  // The interval of a mean near 0 or 100 percent can pass it; the band stops at the panel's edge.
  const band = series.points.flatMap((p) =>
    p.low === null || p.high === null ? [] : [{ year: p.year, low: inside(p.low), high: inside(p.high) }],
  );
  const means = series.points.map(({ year, mean }) => ({ year, mean }));
  const { label, trend } = panelTitles(series, size.width + 24, options);
  const middle = { align: 'center', color: palette.muted } as const;
  return {
    width: size.width,
    height: size.height,
    layer: [
      ...(options.synthetic
        ? [
            textAt(size.width / 2, freeHeight(series.points, domain, size.height), [figures.syntheticPanel], {
              ...middle,
              opacity: 0.75,
            }),
          ]
        : []),
      {
        data: { values: band },
        mark: { type: 'area', color: palette.mean, opacity: 0.18 },
        encoding: { x, y: y('low'), y2: { field: 'high' } },
      },
      ...trendLine(series, series.ols, trendStrokes.ols, x, y('value')),
      ...trendLine(series, series.theilSen, trendStrokes.theilSen, x, y('value')),
      {
        data: { values: means },
        mark: { type: 'line', color: palette.mean, strokeWidth: 2 },
        encoding: { x, y: y('mean') },
      },
      {
        data: { values: means },
        mark: { type: 'point', color: palette.mean, filled: true, opacity: 1, size: 34 },
        encoding: { x, y: y('mean') },
      },
      ...(means.length === 0 ? [textAt(size.width / 2, size.height / 2 - 6, [figures.noData], middle)] : []),
      textAt(-20, -size.above, label, { fontSize: LABEL_SIZE, fontWeight: 'bold' }),
      textAt(-20, -size.above + label.length * 15 + 1, trend, { fontSize: TREND_SIZE, color: palette.muted }),
      ...surroundings,
    ],
  };
}

function trendLine(series: FigureSeries, line: Line | null, stroke: Json, x: Json, y: Json): Json[] {
  const values = lineEnds(line, series.points);
  return values.length === 0
    ? []
    : [{ data: { values }, mark: { type: 'line', ...stroke }, encoding: { x, y } }];
}
