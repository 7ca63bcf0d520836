import { groupBy } from '../../data/group-by.js';
import type { Text } from '../../data/codebook/codebook.js';
import { byQualityArea } from './by-quality-area.js';
import type { LocalIndicator } from './view.js';

/** Where the indicators of a report stand: by area of services, quality area, and in blocks that fit a table. */
export interface CountyArea {
  readonly area: string;
  readonly qualityAreas: readonly {
    readonly qualityArea: string;
    readonly blocks: readonly CountyBlock[];
  }[];
}

/** Indicators of one quality area that stand in one table; their labels differ. */
export interface CountyBlock {
  /** By indicator area, each with its own of `indicators`. */
  readonly themes: readonly CountyBlockTheme[];
  /** Ids, at most `MOST_COLUMNS`. */
  readonly indicators: readonly string[];
}

/** The part of a theme that lies in one block. */
export interface CountyBlockTheme {
  readonly indicatorArea: Text | null;
  /** Names the theme in place of its indicator area, where two of the area hold the same labels. */
  readonly rowGroup: Text | null;
  readonly indicators: readonly string[];
  /** Which part of several, from 1. */
  readonly part: number;
  readonly parts: number;
}

/** Indicators that a table has room for beside one another. Ours. */
export const MOST_COLUMNS = 8;

type RowGroup = (id: string) => Text | null;

/** The layout of indicators, areas in the order in which they first come. */
export function countyLayout(indicators: readonly LocalIndicator[], rowGroup: RowGroup): CountyArea[] {
  const labels = new Map(indicators.map((i) => [i.id, i.standings.indicator.label]));
  const byArea = groupBy(indicators, (i) => i.standings.indicator.area);
  return [...byArea].map(([area, own]) => {
    const groups = groupBy(
      byQualityArea(own, (i) => i),
      (g) => g.qualityArea,
    );
    const qualityAreas = [...groups].map(([qualityArea, list]) => {
      const themes = list.flatMap((g) => themesOf(g.entries, g.indicatorArea, rowGroup));
      return { qualityArea, blocks: packed(themes, labels) };
    });
    return { area, qualityAreas };
  });
}

function themesOf(entries: readonly LocalIndicator[], indicatorArea: Text | null, rowGroup: RowGroup) {
  const labels = new Set(entries.map((i) => i.standings.indicator.label));
  if (labels.size === entries.length) return parts(entries, indicatorArea, null);
  // The same label twice: home care and special housing ask the same.
  return [...groupBy(entries, (i) => rowGroup(i.id)?.sv ?? '').values()].flatMap((list) =>
    parts(list, indicatorArea, rowGroup(list[0]!.id)),
  );
}

/** Parts of nearly the same size: eleven are six and five. */
function parts(
  list: readonly LocalIndicator[],
  indicatorArea: Text | null,
  rowGroup: Text | null,
): CountyBlockTheme[] {
  const count = Math.ceil(list.length / MOST_COLUMNS);
  const size = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, p) => ({
    indicatorArea,
    rowGroup,
    indicators: list.slice(p * size, (p + 1) * size).map((i) => i.id),
    part: p + 1,
    parts: count,
  }));
}

/** Themes in as few tables as hold them in their order, no label twice in a table. */
function packed(themes: readonly CountyBlockTheme[], labels: ReadonlyMap<string, string>): CountyBlock[] {
  const blocks: CountyBlock[] = [];
  for (const theme of themes) {
    const last = blocks.at(-1);
    const together = [...(last?.indicators ?? []), ...theme.indicators];
    const isDistinct = new Set(together.map((id) => labels.get(id))).size === together.length;
    if (last && isDistinct && together.length <= MOST_COLUMNS)
      blocks[blocks.length - 1] = { themes: [...last.themes, theme], indicators: together };
    else blocks.push({ themes: [theme], indicators: theme.indicators });
  }
  return blocks;
}
