import type { Estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { isTileKind, type Tile, tileOf, tiles, type TileKind } from '../../data/codebook/tile-positions.js';
import { areaLabel, groupLabel, levelLabel, rowLabel } from '../locales/labels.js';
import { messages, term, type Lang } from '../locales/language.js';
import type { Grouping } from '../../data/records.js';
import type { GroupsFigure } from './definition.js';
import { plainLabel } from './text-fit.js';

/** The mean of one group, or of the nation; `mean` is null where no unit answered. */
export interface GroupValue {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/** One outcome of a figure: its means by group, in the order of `groups`, and the nation's. */
export interface OutcomeMeans {
  readonly id: string;
  readonly label: string;
  /** Row group, where two labels of the figure are alike without it; else null. */
  readonly context: string | null;
  readonly unit: string;
  readonly year: number | null;
  readonly nation: GroupValue;
  readonly values: readonly GroupValue[];
}

/** A group as the data name it, with its tile where the codebook knows it. */
export interface GroupName {
  readonly name: string;
  readonly tile: Tile | null;
}

export interface GroupMeans {
  readonly groups: readonly GroupName[];
  readonly outcomes: readonly OutcomeMeans[];
}

/** The means that a figure of groups draws, read from the `means` estimates. */
export function groupMeans(
  { grouping, outcomes }: Pick<GroupsFigure, 'grouping' | 'outcomes'>,
  { estimates }: Pick<Results, 'estimates'>,
  lang: Lang,
): GroupMeans {
  const byOutcome = new Map<string, Estimate[]>(outcomes.map((id) => [id, []]));
  for (const e of estimates) if (e.model === 'means') byOutcome.get(e.indicator ?? '')?.push(e);
  const groups = groupNames(
    [...byOutcome.values()].flatMap((list) => list.filter((e) => e.grouping === grouping)),
    grouping,
  );
  const rows = [...byOutcome].flatMap(([id, list]) =>
    list.length === 0 ? [] : [outcomeMeans(id, list, grouping, groups, lang)],
  );
  const count = new Map<string, number>();
  for (const { label } of rows) count.set(label, (count.get(label) ?? 0) + 1);
  return { groups, outcomes: rows.map((o) => (count.get(o.label)! > 1 ? o : { ...o, context: null })) };
}

/** The groups in the codebook's order (counties and municipality groups by code), others by name after them. */
function groupNames(estimates: readonly Estimate[], grouping: Grouping): GroupName[] {
  const names = [...new Set(estimates.map((e) => e.row ?? ''))];
  const all = names.map((name) => ({ name, tile: isTileKind(grouping) ? tileOf(grouping, name) : null }));
  const key = ({ name, tile }: GroupName) => (tile ? `0${tile.code}` : `1${name}`);
  return all.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function outcomeMeans(
  id: string,
  estimates: readonly Estimate[],
  grouping: Grouping,
  groups: readonly GroupName[],
  lang: Lang,
): OutcomeMeans {
  const nation = estimates.find((e) => e.grouping === null);
  const any = nation ?? estimates[0]!;
  const byGroup = new Map(estimates.filter((e) => e.grouping === grouping).map((e) => [e.row, e]));
  const { unit, year } = any.extra;
  const group = any.grouping === null ? any.group : null;
  return {
    id,
    // The row of a group's estimate is the group: its label is the outcome's own.
    label: plainLabel(rowLabel(any.grouping === null ? any : { ...any, row: any.indicator }, lang)),
    context: group === null ? areaLabel(any.area, lang) || null : groupLabel(group, lang),
    unit: typeof unit === 'string' ? unit : '',
    year: typeof year === 'number' ? year : null,
    nation: valueOf(nation),
    values: groups.map(({ name }) => valueOf(byGroup.get(name))),
  };
}

const valueOf = (e: Estimate | undefined): GroupValue => ({
  mean: e?.estimate ?? null,
  low: e?.ciLow ?? null,
  high: e?.ciHigh ?? null,
  n: e?.n ?? 0,
});

/** A group as a figure names it: a county's own name, a municipality group's code and name. */
export function groupText({ name, tile }: GroupName, grouping: Grouping, lang: Lang): string {
  if (!tile || grouping === 'lan') return tile?.name ?? plainLabel(levelLabel(grouping, name, lang));
  return `${tile.code} ${term(messages(lang).figures.kommungrupper, tile.code)}`;
}

/** Whether every group has a tile, and none has the same as another: else there is no map to draw. */
export function isMapped(groups: readonly GroupName[], grouping: TileKind): boolean {
  const found = new Set(groups.flatMap(({ tile }) => (tile ? [tile.code] : [])));
  return groups.length > 1 && found.size === groups.length && found.size <= tiles(grouping).length;
}

/** The groups with the highest and the lowest mean; null where fewer than two have one. */
export function extremes({ groups }: GroupMeans, outcome: OutcomeMeans) {
  const found = groups.flatMap((group, i) => {
    const { mean, n } = outcome.values[i]!;
    return mean === null ? [] : [{ group, mean, n }];
  });
  if (found.length < 2) return null;
  const highest = found.reduce((a, b) => (b.mean > a.mean ? b : a));
  const lowest = found.reduce((a, b) => (b.mean < a.mean ? b : a));
  return { highest, lowest };
}
