import { messages } from '../locales/language.js';
import { formatLevel } from '../locales/format.js';
import { freeHeight, valueDomain } from './axes.js';
import { across, axes, type Chart, upwards } from './chart.js';
import { type Drawing, pixelDrawing } from './drawn.js';
import { CONTENT_WIDTH, LEFT, type FigureOptions } from './frame.js';
import { dashes, palette, shapes } from './palette.js';
import type { Pixels } from './pixels.js';
import { yearsOf, type FigureSeries } from './series.js';
import { fitLines } from './text-fit.js';
import { wrapText } from './text-metrics.js';
import { name as seriesName, sizesText, trendText } from './words.js';

const WIDTH = 420;
const HEIGHT = 320;
const LABEL_X = WIDTH + 30;
const SAMPLE = 26;
const TEXT_X = LABEL_X + SAMPLE + 8;
const LABEL_WIDTH = CONTENT_WIDTH - TEXT_X;
const NAME = { size: 12, line: 15 };
const REST = { size: 10.5, line: 13.5 };
const AXIS_HEIGHT = 24;

/**
 * All series in one chart, as in the main report's figures 3 and 4. Each line has its own colour, dash and shape,
 * and its name, trend and n at its end, where the eye already is: no key to look up.
 */
export function together(title: string, series: readonly FigureSeries[], options: FigureOptions): Drawing {
  const unit = series[0]?.unit ?? '';
  const domain = valueDomain(unit, series);
  const chart = { left: 0, top: 0, width: WIDTH, height: HEIGHT, years: yearsOf(series), domain };
  return pixelDrawing(title, options, (pixels, { keyY }) => {
    const { figures } = messages(options.lang);
    const band = figures.band(formatLevel(options.level ?? 0.95, options.lang));
    pixels.text(LEFT, keyY, `${figures.mean}; ${band}`, { size: 11, color: palette.muted });
    axes(pixels, chart, unit, null, options.lang);
    if (options.synthetic) {
      const y = freeHeight(series.flatMap((s) => s.points), domain, HEIGHT) + 7; // prettier-ignore
      const look = { size: 13, align: 'center', color: palette.muted, opacity: 0.75 } as const;
      pixels.text(WIDTH / 2, y, figures.syntheticPanel, look);
    }
    series.forEach((s, i) => drawLine(pixels, s, i, chart));
    endLabels(pixels, series, chart, options);
    return HEIGHT + AXIS_HEIGHT + 6;
  });
}

const lookOf = (i: number) => ({
  color: palette.series[i % palette.series.length]!,
  strokeDash: dashes[i % dashes.length]!,
  shape: shapes[i % shapes.length]!,
});

function drawLine(pixels: Pixels, { points }: FigureSeries, i: number, chart: Chart): void {
  const { color, strokeDash, shape } = lookOf(i);
  const y = (value: number) => upwards(chart, value);
  const band = points.flatMap(({ year, low, high }) =>
    low === null || high === null ? [] : [{ x: across(chart, year), y: y(low), y2: y(high) }],
  );
  pixels.area(band, { color, opacity: 0.13 });
  pixels.line(points.map(({ year, mean }) => ({ x: across(chart, year), y: y(mean) })), { color, strokeDash, strokeWidth: 2 }); // prettier-ignore
  for (const { year, mean, low, high, n } of points)
    pixels.point(across(chart, year), y(mean), { color, shape, filled: true, size: 60 }, { year, mean, low, high, n }); // prettier-ignore
}

/** At each line's end its name, trend and n with a sample of it, and a thin leader where they had to move. */
function endLabels(
  pixels: Pixels,
  series: readonly FigureSeries[],
  chart: Chart,
  { lang }: FigureOptions,
): void {
  const labels = series.map((s) => {
    const name = fitLines(seriesName(s), LABEL_WIDTH, NAME.size, 4, true);
    const rest = [trendText(s, lang), sizesText(s, lang)].flatMap((t) => wrapText(t, LABEL_WIDTH, REST.size));
    const end = s.points.at(-1) ?? null;
    return { name, rest, end, height: name.length * NAME.line + rest.length * REST.line + 10 };
  });
  const tops = spread(
    labels.map(({ end, height }) => ({ wanted: upwards(chart, end?.mean ?? chart.domain.low) - 8, height })),
    HEIGHT + AXIS_HEIGHT,
  );
  labels.forEach(({ name, rest, end }, i) => {
    const { color, strokeDash, shape } = lookOf(i);
    const top = tops[i]!;
    const middle = top + 7;
    if (end) {
      const from = { x: across(chart, end.year) + 10, y: upwards(chart, end.mean) };
      pixels.grid(from.x, from.y, LABEL_X - 4, middle, { color: palette.axis, strokeWidth: 0.8 });
    }
    pixels.rule(LABEL_X, middle, LABEL_X + SAMPLE, middle, { color, strokeDash, strokeWidth: 2 });
    pixels.point(LABEL_X + SAMPLE / 2, middle, { color, shape, filled: true, size: 60 });
    name.forEach((line, k) => {
      const look = { size: NAME.size, bold: true, color: palette.ink };
      pixels.text(TEXT_X, top + k * NAME.line + NAME.size / 2, line, look);
    });
    const under = top + name.length * NAME.line + 1;
    rest.forEach((line, k) => {
      const look = { size: REST.size, color: palette.muted };
      pixels.text(TEXT_X, under + k * REST.line + REST.size / 2, line, look);
    });
  });
}

/**
 * Upper edges for labels that want to stand at given heights and may not overlap: placed from the top down, then
 * pushed up from below where the last ones pass the bottom.
 */
export function spread(labels: readonly { wanted: number; height: number }[], bottom: number): number[] {
  const order = labels.map((_, i) => i).sort((a, b) => labels[a]!.wanted - labels[b]!.wanted || a - b);
  const tops = new Array<number>(labels.length).fill(0);
  let free = -8;
  for (const i of order) {
    tops[i] = Math.max(labels[i]!.wanted, free);
    free = tops[i] + labels[i]!.height;
  }
  let limit = bottom;
  for (const i of order.toReversed()) {
    tops[i] = Math.min(tops[i]!, limit - labels[i]!.height);
    limit = tops[i];
  }
  return tops;
}
