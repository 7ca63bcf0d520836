import { groupBy } from '../../data/group-by.js';
import type { Text } from '../../data/codebook/codebook.js';
import type { CommonAreas } from './common-areas.js';
import type { CountyIndicator } from './county-indicators.js';
import type { Improver } from './improvers.js';

/** Answers in a row, green, before an improvement counts as one that lasts: one answer alone is often undone. Ours. */
export const LASTING = 2;
/** Units that a theme names to call. Ours. */
export const MOST_CALLED = 4;

/** An indicator area, across the areas of services, in which much of a county is red or yellow. */
export interface CountyTheme {
  /** Null where the indicator area is unknown: then the theme is an area of services. */
  readonly indicatorArea: Text | null;
  /** Areas of services that it is about. */
  readonly areas: readonly string[];
  /** Indicators on the list of common areas, and all of the theme that have a number to show. */
  readonly common: readonly string[];
  readonly of: number;
  /** Coloured answers to all of these, and those that are red or yellow; of numbers only the red ones count. */
  readonly answers: number;
  readonly toImprove: number;
  /** Improvers whose answer has been green `LASTING` times or more: one per unit, longest first. */
  readonly call: readonly Improver[];
}

/**
 * The common areas put together by indicator area: those with the largest share of answers to improve first, then in the
 * data's order.
 */
export function countyThemes(
  indicators: readonly CountyIndicator[],
  { areas }: CommonAreas,
  improved: readonly Improver[],
): CountyTheme[] {
  const common = new Set(areas.flatMap((a) => a.entries.map((e) => e.indicator)));
  const shown = indicators.filter((i) => hasColour(i) && i.county.status === 'shown');
  return [...groupBy(shown, (i) => i.indicatorArea?.sv ?? ` ${i.area}`).values()]
    .map((list): CountyTheme => {
      const ids = list.map((i) => i.id);
      const sum = (of: (i: CountyIndicator) => number) => list.reduce((s, i) => s + of(i), 0);
      return {
        indicatorArea: list[0]!.indicatorArea,
        areas: [...new Set(list.map((i) => i.area))],
        common: ids.filter((id) => common.has(id)),
        of: list.length,
        answers: sum((i) => i.cells.filter((c) => c.colour !== null).length),
        toImprove: sum((i) => i.cells.filter((c) => c.colour === 'red' || (i.words && c.colour === 'yellow')).length), // prettier-ignore
        call: toCall(improved.filter((i) => ids.includes(i.indicator))),
      };
    })
    .filter((t) => t.common.length > 0)
    .sort((a, b) => b.toImprove / b.answers - a.toImprove / a.answers);
}

const hasColour = (i: CountyIndicator): boolean => i.cells.some((c) => c.colour !== null);

/** One improvement per unit, the longest kept; equally long ones as they come. */
export function toCall(improved: readonly Improver[], most: number = MOST_CALLED): Improver[] {
  const lasting = improved.filter((i) => i.greenYears >= LASTING);
  const longest = (list: readonly Improver[]) => list.toSorted((a, b) => b.greenYears - a.greenYears);
  const perUnit = [...groupBy(lasting, (i) => i.unit).values()].map((list) => longest(list)[0]!);
  return longest(perUnit).slice(0, most);
}
