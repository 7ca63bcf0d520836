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
