import { valueDomain } from './axes.js';
import { type Drawing, pixelDrawing } from './drawn.js';
import { CONTENT_WIDTH, type FigureOptions } from './frame.js';
import { multiplesKey } from './key.js';
import { panel, panelTitles, titlesHeight } from './panel.js';
import { yearsOf, type FigureSeries } from './series.js';

const GAP = 52;
const AXIS_HEIGHT = 36;
const ROW_GAP = 10;

/** Small multiples: one panel per series in up to three columns, all with the same years and scale per unit. */
export function multiples(title: string, series: readonly FigureSeries[], options: FigureOptions): Drawing {
  const columns = series.length === 4 ? 2 : Math.min(3, Math.max(1, series.length));
  const width = columns === 1 ? 420 : Math.floor((CONTENT_WIDTH - GAP * (columns - 1)) / columns);
  const height = columns === 3 ? 130 : 160;
  const titles = series.map((s) => panelTitles(s, width, options));
  const above = titlesHeight(
    Math.max(1, ...titles.map((t) => t.label.length)),
    Math.max(1, ...titles.map((t) => t.trend.length)),
  );
  const rowHeight = above + height + AXIS_HEIGHT + ROW_GAP;
  const years = yearsOf(series);
  return pixelDrawing(title, options, (pixels, { keyY }) => {
    multiplesKey(pixels, keyY, options);
    series.forEach((s, i) => {
      const top = Math.floor(i / columns) * rowHeight;
      const left = (i % columns) * (width + GAP);
      const chart = { left, top: top + above, width, height, years, domain: valueDomain(s.unit, series) };
      panel(pixels, s, titles[i]!, top, chart, options);
    });
    return Math.max(1, Math.ceil(series.length / columns)) * rowHeight - ROW_GAP;
  });
}
