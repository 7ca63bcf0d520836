import type { Results } from '../../analysis/results.js';
import { publishedIndicatorTypes } from '../../data/codebook/indicator-types.js';
import { indicatorKinds, UNCLASSIFIED } from '../../data/records.js';
import { formatNumber, formatPercent } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import { decimals, roundStep } from './axes.js';
import type { IndicatorTypesFigure } from './definition.js';
import { type Drawn, pixelDrawing } from './drawn.js';
import { CONTENT_WIDTH, LEFT, type FigureOptions } from './frame.js';
import { palette } from './palette.js';
import type { Pixels } from './pixels.js';
import { wrapText } from './text-metrics.js';
import { spread } from './together.js';

const HEIGHT = 220;
const WIDTH = 330;
const PUBLISHED_X = 476;

/** How many indicators of each kind were asked in each year, kinds in the report's order. */
export interface IndicatorTypes {
  readonly years: readonly number[];
  readonly kinds: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
}

export const countOf = ({ counts }: IndicatorTypes, year: number, kind: string): number =>
  counts.get(`${year}/${kind}`) ?? 0;

/** The numbers of a survey, read from the `indicators` estimates. */
export function indicatorTypes({ survey }: IndicatorTypesFigure, { estimates }: Pick<Results, 'estimates'>): IndicatorTypes {
  const own = estimates.filter((e) => e.model === 'indicators' && e.group === survey && e.estimate !== null);
  const present = new Set(own.map((e) => e.row ?? ''));
  return {
    years: [...new Set(own.map((e) => Number(e.column)))].sort((a, b) => a - b),
    kinds: [...indicatorKinds, UNCLASSIFIED].filter((kind) => present.has(kind)),
    counts: new Map(own.map((e) => [`${e.column}/${e.row}`, e.estimate!])),
  };
} // prettier-ignore

/**
 * Types of indicators over time (the report's figures 1 and 2): a bar per year, its parts the kinds with their numbers,
 * named beside the last bar; and next to it what the report counts in all areas of the survey.
 */
export function drawIndicatorTypes(
  figure: IndicatorTypesFigure,
  results: Results,
  options: FigureOptions,
): Drawn {
  const { lang } = options;
  const types = indicatorTypes(figure, results);
  const drawing = pixelDrawing(figure.title[lang], options, (pixels, { keyY }) => {
    const { figures } = messages(lang);
    pixels.text(LEFT, keyY, figures.indicatorsAsked, { size: 11, color: palette.muted });
    bars(pixels, types, options);
    published(pixels, figure, lang);
    return HEIGHT + 22;
  });
  return { drawing, description: describe(figure, types, lang) };
}

function bars(pixels: Pixels, types: IndicatorTypes, { lang, synthetic }: FigureOptions): void {
  const { figures } = messages(lang);
  const { years, kinds } = types;
  const total = (year: number) => kinds.reduce((sum, kind) => sum + countOf(types, year, kind), 0);
  const most = Math.max(1, ...years.map(total));
  const step = Math.max(1, roundStep(most / 4));
  const high = Math.ceil(most / step) * step;
  const y = (value: number) => HEIGHT * (1 - value / high);
  for (let tick = 0; tick <= high + step / 2; tick += step) {
    pixels.grid(0, y(tick), WIDTH, y(tick), { color: palette.grid, strokeWidth: 1 });
    const text = formatNumber(tick, lang, decimals(step));
    pixels.text(-6, y(tick), text, { size: 10, color: palette.muted, align: 'right' });
  }
  const slot = WIDTH / Math.max(1, years.length);
  const width = Math.min(48, slot * 0.7);
  const every = Math.ceil((years.length * 30) / WIDTH);
  years.forEach((year, i) => {
    const middle = slot * (i + 0.5);
    let base = 0;
    for (const kind of kinds) {
      const count = countOf(types, year, kind);
      const [top, height] = [y(base + count), y(base) - y(base + count)];
      base += count;
      if (count === 0) continue;
      const fill = kindColour(kind);
      pixels.rect(middle - width / 2, top, width, height, { fill, stroke: palette.paper, strokeWidth: 1 }, { year, kind, count }); // prettier-ignore
      if (height >= 12 && width >= 18)
        pixels.text(middle, top + height / 2, formatNumber(count, lang), { size: 10.5, bold: true, color: palette.paper, align: 'center' }); // prettier-ignore
    }
    if ((years.length - 1 - i) % every === 0)
      pixels.text(middle, HEIGHT + 10, String(year), { color: palette.muted, align: 'center' });
  });
  names(pixels, types, y, lang);
  if (synthetic) pixels.text(WIDTH + 4, HEIGHT + 10, figures.syntheticPanel, { color: palette.muted });
}

/** The kinds beside the last bar, at the height of their parts, moved apart where they would touch. */
function names(pixels: Pixels, types: IndicatorTypes, y: (value: number) => number, lang: Lang): void {
  const { indicatorKinds: words } = messages(lang).figures;
  const last = types.years.at(-1);
  if (last === undefined) return;
  let base = 0;
  const middles = types.kinds.map((kind) => {
    const count = countOf(types, last, kind);
    base += count;
    return (y(base) + y(base - count)) / 2;
  });
  const tops = spread(
    middles.map((wanted) => ({ wanted: wanted - 7, height: 15 })),
    HEIGHT,
  );
  types.kinds.forEach((kind, i) => {
    const at = tops[i]! + 7;
    pixels.rect(WIDTH + 4, at - 5, 10, 10, { fill: kindColour(kind) });
    const count = formatNumber(countOf(types, last, kind), lang);
    pixels.text(WIDTH + 19, at, `${term(words, kind)} (${count})`, { size: 11, color: palette.ink });
  });
}

const kindColour = (kind: string): string => palette.kinds[kind as keyof typeof palette.kinds];

/** The report's counts of the survey over all its areas; null for surveys that its table 2 does not have. */
export function publishedTypes({ survey }: IndicatorTypesFigure) {
  const rows = publishedIndicatorTypes().filter((r) => r.survey === survey);
  if (rows.length === 0) return null;
  const counts = indicatorKinds.map((kind) => ({
    kind,
    count: rows.reduce((sum, r) => sum + r.counts[kind], 0),
  }));
  return { year: rows[0]!.year, counts, total: counts.reduce((sum, c) => sum + c.count, 0) };
}

function published(pixels: Pixels, figure: IndicatorTypesFigure, lang: Lang): void {
  const found = publishedTypes(figure);
  if (!found) return;
  const { figures } = messages(lang);
  const width = CONTENT_WIDTH - PUBLISHED_X;
  const lines = wrapText(figures.publishedTypes(found.year), width, 11);
  let y = 40;
  pixels.rule(PUBLISHED_X - 14, y - 8, PUBLISHED_X - 14, y + lines.length * 15 + 108, { color: palette.grid, strokeWidth: 1 }); // prettier-ignore
  for (const line of lines) pixels.text(PUBLISHED_X, (y += 15) - 15, line, { size: 11, color: palette.ink });
  y += 6;
  const most = Math.max(...found.counts.map((c) => c.count));
  for (const { kind, count } of found.counts) {
    const label = term(figures.indicatorKinds, kind);
    pixels.text(PUBLISHED_X, y + 6, label, { size: 11, color: palette.ink });
    const length = (96 * count) / most;
    if (count > 0) pixels.rect(PUBLISHED_X + 78, y, Math.max(1, length), 12, { fill: kindColour(kind) }, { kind, count }); // prettier-ignore
    const share = count / found.total;
    const text = `${formatNumber(count, lang)} (${formatPercent(share, lang, share > 0 && share < 0.01 ? 1 : 0)})`;
    pixels.text(PUBLISHED_X + 84 + length, y + 6, text, { size: 11, color: palette.muted });
    y += 22;
  }
}

function describe(figure: IndicatorTypesFigure, types: IndicatorTypes, lang: Lang): string {
  const { figures } = messages(lang);
  const word = (kind: string) => term(figures.indicatorKinds, kind);
  const years = types.years.map((year) => {
    const parts = types.kinds.map((kind) => `${word(kind)} ${formatNumber(countOf(types, year, kind), lang)}`);
    return `${year}: ${parts.join(', ')}.`;
  }); // prettier-ignore
  const found = publishedTypes(figure);
  const report = found
    ? [`${figures.publishedTypes(found.year)} ${found.counts.map((c) => `${word(c.kind)} ${c.count}`).join(', ')}.`] // prettier-ignore
    : [];
  return [`${figure.title[lang]}.`, `${figures.indicatorsAsked}.`, ...years, ...report].join(' ');
}
