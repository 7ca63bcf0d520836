import type { Lang } from '../locales/language.js';
import { THIN_SPACE } from '../locales/format.js';
import type { Json } from './layers.js';
import { palette } from './palette.js';
import type { FigureSeries, Point } from './series.js';

export interface Domain {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/**
 * The value axis of a unit: percent always 0-100 and points 0-2, so that panels and figures can be compared; other
 * units from zero to a round number above all values drawn.
 */
export function valueDomain(unit: string, series: readonly FigureSeries[]): Domain {
  if (unit === 'procent') return { low: 0, high: 100, ticks: [0, 25, 50, 75, 100] };
  if (unit === 'poang-0-2') return { low: 0, high: 2, ticks: [0, 0.5, 1, 1.5, 2] };
  const same = series.filter((s) => s.unit === unit).flatMap((s) => s.points);
  const high = Math.max(0, ...same.map((p) => bounded(p.high ?? p.mean)));
  const low = Math.min(0, ...same.map((p) => bounded(p.low ?? p.mean)));
  const step = roundStep((high - low || 1) / 4);
  const from = Math.floor(low / step);
  const to = Math.ceil(high / step) || 1;
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
  return { low: ticks[0]!, high: ticks.at(-1)!, ticks };
}

/** A value within what an axis can have: beyond that, differences of doubles are no steps any more. */
export const bounded = (value: number): number => Math.min(1e15, Math.max(-1e15, value));

/** Where a word fits inside a panel without crossing the means: near the top where they are low, else the bottom. */
export function freeHeight(points: readonly Point[], domain: Domain, height: number): number {
  const low = points.reduce((sum, p) => sum + p.mean, 0) < (points.length * (domain.low + domain.high)) / 2;
  return low ? 12 : height - 20;
}

/** Decimals that ticks of a step need, at most 6. */
export function decimals(step: number): number {
  for (let digits = 0; digits < 6; digits++)
    if (Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) < 1e-6) return digits;
  return 6;
}

/** 1, 2, 2.5 or 5 times a power of ten, at least `size`. */
export function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  return power * ([1, 2, 2.5, 5, 10].find((m) => m * power >= size) ?? 10);
}

/** The y channel. The highest percent label carries the sign; every other tick is labelled. */
export function yChannel(field: string, unit: string, domain: Domain, lang: Lang): Json {
  const percent = lang === 'sv' ? `${THIN_SPACE}%` : '%';
  const label = unit === 'procent' ? `datum.value == 100 ? '100${percent}' : datum.label` : 'datum.label';
  const shown = domain.ticks.filter((_, i) => i % 2 === 0);
  return {
    field,
    type: 'quantitative',
    scale: { domain: [domain.low, domain.high], nice: false, zero: false },
    axis: {
      title: null,
      values: domain.ticks,
      labelExpr: `indexof(${JSON.stringify(shown)}, datum.value) < 0 ? '' : ${label}`,
      labelOverlap: false,
      labelPadding: 6,
      domain: false,
      ticks: false,
      grid: true,
      gridColor: palette.grid,
    },
  };
}

const LABEL_WIDTH = 34;

/** The x channel: calendar years, as many labelled as have room, each with its n beneath where sizes are given. */
export function yearChannel(years: readonly number[], width: number, points: readonly Point[] | null): Json {
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 0;
  const every = Math.max(1, Math.ceil((years.length * LABEL_WIDTH) / width));
  const sizes = Object.fromEntries((points ?? []).map((p) => [p.year, p.n === null ? '' : `n ${p.n}`]));
  const label = points ? `[datum.label, ${JSON.stringify(sizes)}[datum.value] || '']` : 'datum.label';
  return {
    field: 'year',
    type: 'quantitative',
    scale: { domain: [first - 0.4, last + 0.4], nice: false, zero: false },
    axis: {
      title: null,
      values: years.filter((y) => (last - y) % every === 0),
      format: 'd',
      labelExpr: label,
      labelOverlap: false,
      labelFlush: false,
      labelPadding: 4,
      labelLineHeight: 12,
      grid: false,
      tickSize: 4,
      domainColor: palette.axis,
      tickColor: palette.axis,
    },
  };
}
