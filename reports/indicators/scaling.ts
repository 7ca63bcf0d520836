import type { CardYear, IndicatorCard } from '../../analysis/indicators/index.js';

/** Where years and values stand in a picture, in pixels. */
export interface Scaling {
  readonly x: (year: number) => number;
  readonly y: (value: number) => number;
  /** Pixels between two years. */
  readonly step: number;
  readonly ticks: readonly number[];
}

interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Years evenly, one alone in the middle. Percent always from 0 to 100, so that two cards can be laid beside one another
 * and a small change looks small; other scales as far as their intervals reach.
 */
export function scaling(
  { unit }: Pick<IndicatorCard, 'unit'>,
  points: readonly CardYear[],
  { left, right, top, bottom }: Room,
): Scaling {
  const years = points.map((p) => p.year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const step = (right - left) / (last - first + 1);
  const [low, high] = unit === 'procent' ? [0, 100] : reach(points);
  return {
    x: (year) => left + (year - first + 0.5) * step,
    y: (value) => bottom - ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (bottom - top),
    step,
    ticks: [0, 0.25, 0.5, 0.75, 1].map((share) => low + share * (high - low)),
  };
}

/** Lowest and highest value drawn, with a tenth of room; a scale of one value has room of one. */
function reach(points: readonly CardYear[]): [number, number] {
  const values = points.flatMap((p) => [p.value!, p.ciLow ?? p.value!, p.ciHigh ?? p.value!]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? (high - low) / 10 : 0.5;
  return [low - room, high + room];
}
