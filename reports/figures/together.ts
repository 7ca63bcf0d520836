import { freeHeight, valueDomain, yChannel, yearChannel } from './axes.js';
import { CONTENT_WIDTH, FOOTER_HEIGHT, frame, type FigureOptions } from './frame.js';
import { type Json, pointAt, strokeAt, textAt } from './layers.js';
import type { Drawing } from './multiples.js';
import { messages } from '../locales/language.js';
import { formatLevel } from '../locales/format.js';
import { dashes, palette, shapes } from './palette.js';
import { yearsOf, type FigureSeries } from './series.js';
import { fitLines } from './text-fit.js';
import { wrapText } from './text-metrics.js';
import { name as seriesName, sizesText, trendText } from './words.js';

const WIDTH = 420;
const HEIGHT = 320;
const LABEL_X = WIDTH + 30;
const LABEL_WIDTH = CONTENT_WIDTH - LABEL_X;
const AXIS_HEIGHT = 24;

/**
 * All series in one chart, as in the main report's figures 3 and 4. Each line has its own colour, dash and shape,
 * and its name, trend and n at its end, where the eye already is: no key to look up.
 */
export function together(title: string, series: readonly FigureSeries[], options: FigureOptions): Drawing {
  const years = yearsOf(series);
  const units = [...new Set(series.map((s) => s.unit))];
  const unit = units[0] ?? '';
  const domain = valueDomain(unit, series);
  const x = yearChannel(years, WIDTH, null);
  const y = (field: string) => yChannel(field, unit, domain, options.lang);
  const labels = series.map((s) => ({ series: s, ...labelLines(s, options) }));
  const scale = (value: number) => HEIGHT * (1 - (value - domain.low) / (domain.high - domain.low));
  // The years' axis reaches 0.4 of a year beyond the first and last (see yearChannel).
  const across = (year: number) => (WIDTH * (year - years[0]! + 0.4)) / (years.at(-1)! - years[0]! + 0.8);
  const lineEnd = ({ points }: FigureSeries) => {
    const last = points.at(-1);
    return last ? { x: across(last.year) + 10, y: scale(last.mean) } : null;
  };
  const places = spread(
    labels.map(({ series: s, height }) => ({
      wanted: scale(s.points.at(-1)?.mean ?? domain.low) - 8,
      height,
    })),
    HEIGHT + AXIS_HEIGHT,
  );
  const outer = frame(title, 8, options);
  const bottom = HEIGHT + AXIS_HEIGHT + 6;
  const { figures } = messages(options.lang);
  const level = formatLevel(options.level ?? 0.95, options.lang);
  const key = [
    textAt(-40, outer.keyY - 6, [`${figures.mean}; ${figures.band(level)}`], { color: palette.muted }),
  ];
  return {
    width: CONTENT_WIDTH,
    height: bottom + FOOTER_HEIGHT,
    headerHeight: outer.headerHeight,
    views: {
      width: WIDTH,
      height: HEIGHT,
      layer: [
        ...(options.synthetic
          ? [textAt(WIDTH / 2, freeHeight(series.flatMap((s) => s.points), domain, HEIGHT), [figures.syntheticPanel], { align: 'center', color: palette.muted, fontSize: 13, opacity: 0.75 })] // prettier-ignore
          : []),
        ...labels.flatMap(({ series: s }, i) => lineLayers(s, i, x, y)),
        ...labels.flatMap(({ name, rest, series: s }, i) => endLabel(name, rest, places[i]!, lineEnd(s), i)), // prettier-ignore
        ...outer.layers(key, bottom),
      ],
    },
  };
}

function labelLines(s: FigureSeries, options: FigureOptions) {
  const name = fitLines(seriesName(s), LABEL_WIDTH - 34, 12, 4, true);
  const rest = [trendText(s, options.lang), sizesText(s, options.lang)].flatMap((t) =>
    wrapText(t, LABEL_WIDTH - 34, 10.5),
  );
  return { name, rest, height: name.length * 15 + rest.length * 13.5 + 10 };
}

const style = (i: number) => ({
  color: palette.series[i % palette.series.length]!,
  strokeDash: dashes[i % dashes.length]!,
  shape: shapes[i % shapes.length]!,
});

function lineLayers(s: FigureSeries, i: number, x: Json, y: (field: string) => Json): Json[] {
  const { color, strokeDash, shape } = style(i);
  const band = s.points.filter((p) => p.low !== null && p.high !== null);
  const means = s.points.map(({ year, mean }) => ({ year, mean }));
  return [
    {
      data: { values: band.map(({ year, low, high }) => ({ year, low, high })) },
      mark: { type: 'area', color, opacity: 0.13 },
      encoding: { x, y: y('low'), y2: { field: 'high' } },
    },
    {
      data: { values: means },
      mark: { type: 'line', color, strokeDash, strokeWidth: 2 },
      encoding: { x, y: y('mean') },
    },
    {
      data: { values: means },
      mark: { type: 'point', color, shape, filled: true, opacity: 1, size: 60 },
      encoding: { x, y: y('mean') },
    },
  ];
}

/** The label of a line, with a sample of it, and a thin leader from the line's end where the label had to move. */
function endLabel(
  name: readonly string[],
  rest: readonly string[],
  top: number,
  end: { readonly x: number; readonly y: number } | null,
  i: number,
): Json[] {
  const { color, strokeDash, shape } = style(i);
  const middle = top + 7;
  const leader = end && {
    data: { values: [{}] },
    mark: { type: 'rule', color: palette.axis, strokeWidth: 0.8 },
    encoding: {
      x: { value: end.x },
      x2: { value: LABEL_X - 4 },
      y: { value: end.y },
      y2: { value: middle },
    },
  };
  return [
    ...(leader ? [leader] : []),
    strokeAt(LABEL_X, middle, 26, { color, strokeDash, strokeWidth: 2 }),
    pointAt(LABEL_X + 13, middle, { color, shape, size: 60 }),
    textAt(LABEL_X + 34, top, name, { fontSize: 12, fontWeight: 'bold' }),
    textAt(LABEL_X + 34, top + name.length * 15 + 1, rest, { fontSize: 10.5, color: palette.muted }),
  ];
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
