import { type AreaGroup, byQualityArea } from './by-quality-area.js';
import { groupResult, type GroupResult } from './groups.js';
import { standingAt } from './standing.js';
import type { LocalIndicator, LocalView } from './view.js';

/** An indicator on which many units of a group are red or yellow. */
export interface CommonArea {
  readonly indicator: string;
  /** Units of the group with a colour that year, and those red, yellow and green. */
  readonly judged: number;
  readonly red: readonly number[];
  readonly yellow: readonly number[];
  readonly green: readonly number[];
  /** Which criterion it was held against: see `commonAreas`. */
  readonly criterion: 'half-red-or-yellow' | 'half-red';
  /** The group's result, which tells whether it is to be shown. */
  readonly result: GroupResult;
}

/** What most units of a group have left to improve. */
export interface CommonAreas {
  readonly year: number;
  /** `no-answers`: no unit has a colour on any indicator; `single-unit`: one unit has nothing in common. */
  readonly status: 'ok' | 'single-unit' | 'no-answers';
  readonly areas: readonly AreaGroup<CommonArea>[];
  /** Indicators with too much non-response to say (the 20 percent rule), that would have been on the list. */
  readonly suppressed: readonly CommonArea[];
}

/**
 * What units of a group, a county above all, could improve together: indicators on which at least half of the answering
 * units are red or yellow. Numbers are coloured by quartiles, so that three units of four are red or yellow whatever they
 * do: of them at least half must be red. Within an indicator area those with the most red come first.
 * @param members positions in `Panel.units`
 */
export function commonAreas(view: LocalView, members: readonly number[], t: number): CommonAreas {
  const year = view.panel.years[t]!;
  const present = members.filter((u) => view.panel.present[u * view.panel.years.length + t]);
  const all = view.indicators.map((i) => commonArea(view, i, members, t));
  const status =
    present.length === 1 ? 'single-unit' : all.every((a) => a.judged === 0) ? 'no-answers' : 'ok';
  if (status !== 'ok') return { year, status, areas: [], suppressed: [] };
  const share = (list: readonly number[], a: CommonArea) => list.length / a.judged;
  const meets = all
    .filter((a) => a.judged > 0 && isCommon(a))
    .sort((a, b) => share(b.red, b) - share(a.red, a) || share(b.yellow, b) - share(a.yellow, a));
  const indicators = new Map(view.indicators.map((i) => [i.id, i]));
  const shown = meets.filter((a) => !a.result.suppressed);
  return {
    year,
    status,
    areas: byQualityArea(shown, (a) => indicators.get(a.indicator)!),
    suppressed: meets.filter((a) => a.result.suppressed),
  };
}

const isCommon = ({ red, yellow, judged, criterion }: CommonArea): boolean =>
  (criterion === 'half-red' ? red.length : red.length + yellow.length) / judged >= 0.5;

function commonArea(
  { panel }: LocalView,
  { id, standings, series }: LocalIndicator,
  members: readonly number[],
  t: number,
): CommonArea {
  const of = (colour: string) => members.filter((u) => standingAt(standings, u, t).colour === colour);
  const [red, yellow, green] = [of('red'), of('yellow'), of('green')];
  return {
    indicator: id,
    judged: red.length + yellow.length + green.length,
    red,
    yellow,
    green,
    criterion: standings.words ? 'half-red-or-yellow' : 'half-red',
    result: groupResult(panel, series, t, members),
  };
}
