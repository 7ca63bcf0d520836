import { CONTENT_WIDTH, FOOTER_HEIGHT, frame, type FigureOptions } from './frame.js';
import { multiplesKey } from './key.js';
import type { Json } from './layers.js';
import { panel, panelTitles, titlesHeight } from './panel.js';
import { yearsOf, type FigureSeries } from './series.js';

/** The drawing area of a figure, in pixels, and its Vega-Lite views. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Height of the header, drawn above the views' origin. */
  readonly headerHeight: number;
  readonly views: Json;
}

const GAP = 52;
const AXIS_HEIGHT = 36;

/** Small multiples: one panel per series in up to three columns, all with the same years and scale per unit. */
export function multiples(title: string, series: readonly FigureSeries[], options: FigureOptions): Drawing {
  const columns = series.length === 4 ? 2 : Math.min(3, Math.max(1, series.length));
  const width = columns === 1 ? 420 : Math.floor((CONTENT_WIDTH - GAP * (columns - 1)) / columns);
  const height = columns === 3 ? 130 : 160;
  const titles = series.map((s) => panelTitles(s, width + 24, options));
  const above = titlesHeight(
    Math.max(1, ...titles.map((t) => t.label.length)),
    Math.max(1, ...titles.map((t) => t.trend.length)),
  );
  const outer = frame(title, above, options);
  const rowGap = above + AXIS_HEIGHT + 10;
  const rows = Math.max(1, Math.ceil(series.length / columns));
  const bottom = rows * height + (rows - 1) * rowGap + AXIS_HEIGHT;
  const years = yearsOf(series);
  const surroundings = outer.layers(multiplesKey(outer.keyY, options), bottom);
  return {
    width: CONTENT_WIDTH,
    height: bottom + FOOTER_HEIGHT,
    headerHeight: outer.headerHeight,
    views: {
      columns,
      spacing: { row: rowGap, column: GAP },
      bounds: 'flush',
      concat: series.map((s, i) =>
        panel(s, series, years, { width, height, above }, options, i === 0 ? surroundings : []),
      ),
    },
  };
}
