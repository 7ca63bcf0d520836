import { formatNumber, formatPercent } from '../locales/format.js';
import type { Lang } from '../locales/language.js';
import { decimals, type Domain } from './axes.js';
import { palette } from './palette.js';
import type { Pixels } from './pixels.js';
import type { Point } from './series.js';

/** A rectangle of the drawing with years across and values upwards. */
export interface Chart {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Calendar years without gaps. */
  readonly years: readonly number[];
  readonly domain: Domain;
}

/** The years' axis reaches this much of a year beyond the first and the last. */
const MARGIN = 0.4;

/** The pixel of a calendar year. */
export function across({ left, width, years }: Chart, year: number): number {
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 0;
  return left + (width * (year - first + MARGIN)) / (last - first + 2 * MARGIN);
}

/** The pixel of a value; what lies beyond the axis stands at its end. */
export function upwards({ top, height, domain: { low, high } }: Chart, value: number): number {
  return top + height * (1 - (Math.min(high, Math.max(low, value)) - low) / (high - low));
}

const LABEL_WIDTH = 34;
const label = { color: palette.muted } as const;

/** The grid with every other value labelled, the years with their ticks, and n beneath each where points are given. */
export function axes(
  pixels: Pixels,
  chart: Chart,
  unit: string,
  points: readonly Point[] | null,
  lang: Lang,
): void {
  const { left, top, width, height, years, domain } = chart;
  const { ticks } = domain;
  const digits = ticks.length > 1 ? decimals(ticks[1]! - ticks[0]!) : 0;
  ticks.forEach((tick, i) => {
    const y = upwards(chart, tick);
    pixels.grid(left, y, left + width, y, { color: palette.grid, strokeWidth: 1 });
    if (i % 2 !== 0) return;
    const text =
      unit === 'procent' && tick === 100 ? formatPercent(1, lang, 0) : formatNumber(tick, lang, digits);
    pixels.text(left - 6, y, text, { ...label, align: 'right' });
  });
  const bottom = top + height;
  const line = { color: palette.axis, strokeWidth: 1 };
  pixels.grid(left, bottom, left + width, bottom, line);
  const last = years.at(-1) ?? 0;
  const every = Math.max(1, Math.ceil((years.length * LABEL_WIDTH) / width));
  for (const year of years.filter((y) => (last - y) % every === 0)) {
    const x = across(chart, year);
    pixels.grid(x, bottom, x, bottom + 4, line);
    pixels.text(x, bottom + 13, String(year), { ...label, align: 'center' });
    const n = points?.find((p) => p.year === year)?.n ?? null;
    if (n !== null) pixels.text(x, bottom + 25, `n ${n}`, { ...label, align: 'center' });
  }
}
