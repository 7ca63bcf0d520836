import type { Results } from '../../analysis/results.js';
import { isTileKind } from '../../data/codebook/tile-positions.js';
import { formatLevel, formatNumber } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { decimals, type Domain } from './axes.js';
import type { DotsFigure } from './definition.js';
import { type Drawn, type PixelFrame, pixelDrawing } from './drawn.js';
import { CONTENT_WIDTH, LEFT, type FigureOptions } from './frame.js';
import { type GroupMeans, groupMeans, groupText, type OutcomeMeans } from './group-values.js';
import { describeGroups, domainOf, shown, titleLines } from './group-words.js';
import { palette } from './palette.js';
import type { Pixels } from './pixels.js';
import { clipText } from './text-fit.js';
import { estimateTextWidth } from './text-metrics.js';

const ROW = 13;
const LABELS = 104;
const GAP = 16;
const N_WIDTH = 22;
const TITLE = 14;
const AXIS = 20;

/**
 * Means of the groups of a grouping in the last year, one panel per outcome: a dot per group with its interval, n
 * beside it, and the nation's mean as a dashed line. Groups stand in the order of their codes, or of their names.
 */
export function drawDots(figure: DotsFigure, results: Results, options: FigureOptions): Drawn {
  const found = groupMeans(figure, results, options.lang);
  const drawing = pixelDrawing(figure.title[options.lang], options, (pixels, outer) => {
    key(pixels, outer, figure, options);
    return panels(pixels, found, figure, options);
  });
  return { drawing, description: describeGroups(figure, found, options.lang) };
}

function panels(pixels: Pixels, found: GroupMeans, figure: DotsFigure, options: FigureOptions): number {
  const { outcomes, groups } = found;
  const { figures } = messages(options.lang);
  const columns = Math.min(4, Math.max(2, outcomes.length));
  const width = Math.floor((CONTENT_WIDTH - LABELS - GAP * columns) / columns);
  const titles = outcomes.map((o) => titleLines(o, width));
  let y = 0;
  for (let first = 0; first < outcomes.length; first += columns) {
    const row = outcomes.slice(first, first + columns);
    const lines = Math.max(...titles.slice(first, first + columns).map((t) => t.length)) + 1;
    const top = y + lines * TITLE + 6;
    const end = LABELS + row.length * (width + GAP);
    groups.forEach((group, i) => {
      const middle = top + i * ROW + ROW / 2;
      if (i % 2 === 0) pixels.band(LEFT, top + i * ROW, end - LEFT, ROW, band);
      const name = clipText(groupText(group, figure.grouping, options.lang), LABELS - LEFT - 6, 10);
      pixels.text(LEFT + 2, middle, name, { color: palette.ink });
    });
    row.forEach((outcome, i) => {
      const x = LABELS + GAP + i * (width + GAP);
      heading(pixels, outcome, titles[first + i]!, x, top - lines * TITLE - 2, options);
      pixels.text(x + width, top - TITLE - 2, figures.n, { size: 9, color: palette.muted, align: 'right' });
      panel(pixels, outcome, found, { x, top, width: width - N_WIDTH }, options.lang);
    });
    y = top + groups.length * ROW + AXIS + 14;
  }
  return y - 8;
}

function heading(
  pixels: Pixels,
  outcome: OutcomeMeans,
  lines: readonly string[],
  x: number,
  top: number,
  options: FigureOptions,
): void {
  const { figures } = messages(options.lang);
  const bold = outcome.context === null ? lines.length : lines.length - 1;
  lines.forEach((line, i) =>
    i < bold
      ? pixels.text(x, top + i * TITLE, line, { size: 10.5, bold: true, color: palette.ink })
      : pixels.text(x, top + i * TITLE, line, { size: 9, color: palette.muted }),
  );
  const { nation, year } = outcome;
  const said = [
    ...(year === null ? [] : [String(year)]),
    `${figures.nation} ${shown(nation.mean, outcome.unit, options.lang)}`,
    ...(options.synthetic ? [figures.syntheticPanel] : []),
  ];
  pixels.text(x, top + lines.length * TITLE, said.join(' · '), { size: 9, color: palette.muted });
}

function panel(
  pixels: Pixels,
  outcome: OutcomeMeans,
  { groups }: GroupMeans,
  at: { readonly x: number; readonly top: number; readonly width: number },
  lang: Lang,
): void {
  const domain = domainOf(outcome);
  const scale = (value: number) =>
    at.x + (at.width * (within(value, domain) - domain.low)) / (domain.high - domain.low);
  const bottom = at.top + groups.length * ROW;
  axis(pixels, domain, outcome.unit, scale, at.top, bottom, lang);
  if (outcome.nation.mean !== null) {
    const x = scale(outcome.nation.mean);
    pixels.rule(x, at.top, x, bottom, nationLine);
  }
  groups.forEach(({ name }, i) => {
    const y = at.top + i * ROW + ROW / 2;
    const { mean, low, high, n } = outcome.values[i]!;
    if (low !== null && high !== null && scale(high) > scale(low))
      pixels.rule(scale(low), y, scale(high), y, interval);
    if (mean !== null) pixels.point(scale(mean), y, dot, { group: name, mean, low, high, n });
    pixels.text(at.x + at.width + N_WIDTH, y, formatNumber(n, lang), {
      size: 9,
      color: palette.muted,
      align: 'right',
    });
  });
}

/** Behind every second row. */
export const band = { color: palette.grid, opacity: 0.4 } as const;
const interval = { color: palette.mean, strokeWidth: 1.2 } as const;
const dot = { color: palette.mean, filled: true, size: 26 } as const;
const nationLine = { color: palette.theilSen, strokeWidth: 1.2, strokeDash: [4, 2.5] } as const;

function axis(
  pixels: Pixels,
  domain: Domain,
  unit: string,
  scale: (value: number) => number,
  top: number,
  bottom: number,
  lang: Lang,
): void {
  const step = domain.ticks.length > 1 ? domain.ticks[1]! - domain.ticks[0]! : 1;
  domain.ticks.forEach((tick, i) => {
    const x = scale(tick);
    pixels.grid(x, top, x, bottom, { color: palette.grid, strokeWidth: 1 });
    if (i % 2 !== 0) return;
    const sign = unit === 'procent' && tick === 100 ? (lang === 'sv' ? '\u202f%' : '%') : '';
    const text = formatNumber(tick, lang, decimals(step * 2)) + sign;
    pixels.text(x, bottom + 8, text, { size: 9, color: palette.muted, align: 'center' });
  });
}

const within = (value: number, { low, high }: Domain): number => Math.min(high, Math.max(low, value));

function key(pixels: Pixels, { keyY }: PixelFrame, { grouping }: DotsFigure, options: FigureOptions): void {
  const { figures } = messages(options.lang);
  const level = formatLevel(options.level ?? 0.95, options.lang);
  let x = LEFT;
  const words = (text: string) => {
    pixels.text(x, keyY, text, { size: 11, color: palette.muted });
    x += estimateTextWidth(text, 11) + 18;
  };
  pixels.rule(x, keyY, x + 26, keyY, interval).point(x + 13, keyY, dot);
  x += 32;
  words(figures.groupMean(level));
  pixels.rule(x + 8, keyY - 7, x + 8, keyY + 7, nationLine);
  x += 16;
  words(figures.nationMean);
  words(`${figures.n}: ${figures.units}`);
  words(isTileKind(grouping) ? figures.order[grouping] : messages(options.lang).analysis.inOrderOfNames);
}
