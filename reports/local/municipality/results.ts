import type { OwnResult } from '../../../analysis/local/own-results.js';
import { groupBy } from '../../../data/group-by.js';
import { qualityAreas } from '../../../data/codebook/quality-areas.js';
import { grid, heading, paragraph, uniqueId } from '../../document/blocks.js';
import type { Block } from '../../document/document.js';
import { formatNumber } from '../../locales/format.js';
import { areaLabel } from '../../locales/labels.js';
import { slug } from '../../tables/build.js';
import type { Grid } from '../../tables/table.js';
import {
  groupCell,
  indicatorCell,
  indicatorInArea,
  ownCell,
  plain,
  qualityAreaLabel,
  tonedGrid,
} from './cells.js';
import type { MunicipalityContext } from './context.js';
import { groupName } from './group.js';

/** Every result of the year beside the groups, per area and quality area; then what was asked in earlier years only. */
export function resultBlocks(context: MunicipalityContext): Block[] {
  const { report, text, lang } = context;
  const { find } = text;
  const { now, earlier } = report.results;
  const year = `${report.year}`;
  const grids = byArea(now, context);
  const older = find.earlier(year, formatNumber(earlier.length, lang));
  return [
    heading(3, find.resultsTitle(year)),
    ...(now.length === 0
      ? [paragraph(find.noResults(year))]
      : [paragraph(find.resultsIntro), paragraph(ownGroups(context))]),
    ...grids.map(grid),
    ...(earlier.length === 0
      ? []
      : [{ kind: 'aside' as const, title: older, blocks: [grid(earlierGrid(older, earlier, context))] }]),
  ];
}

function ownGroups({ report, text, lang }: MunicipalityContext): string {
  const name = (by: 'lan' | 'kommungrupp' | 'invanare') => {
    const level = report.groups[by];
    return level === null ? text.find.noGroup : groupName(by, level, lang);
  };
  return text.find.ownGroups(name('lan'), name('kommungrupp'), name('invanare'));
}

/** Areas in the data's order, quality areas in the guide's with unknown ones last. */
function byArea(results: readonly OwnResult[], context: MunicipalityContext): Grid[] {
  const order = qualityAreas().map((a) => a.id);
  const place = (id: string) => (order.indexOf(id) < 0 ? order.length : order.indexOf(id));
  const ids = new Set<string>();
  return [...groupBy(results, (r) => context.facts(r.indicator).area)].flatMap(([area, list]) =>
    [...groupBy(list, (r) => context.facts(r.indicator).qualityArea)]
      .sort(([a], [b]) => place(a) - place(b))
      .map(([quality, own]) =>
        resultsGrid(uniqueId(`results-${slug(area)}-${slug(quality)}`, ids), area, quality, own, context),
      ),
  );
}

function resultsGrid(
  id: string,
  area: string,
  quality: string,
  results: readonly OwnResult[],
  { facts, text, lang, synthetic }: MunicipalityContext,
): Grid {
  const { find, group } = text;
  const { comparison, lan, kommungrupp, invanare, riket } = group.of;
  return tonedGrid({
    id,
    title: find.resultsOf(areaLabel(area, lang), qualityAreaLabel(quality, lang)),
    head: [find.heads.indicator, find.heads.own, comparison, lan, kommungrupp, invanare, riket],
    columns: ['text', 'text', 'text', 'text', 'text', 'text', 'text'],
    rows: results.map(({ indicator, own, colours, beside }) => {
      const of = facts(indicator);
      const groups = [beside.comparison, beside.lan, beside.kommungrupp, beside.invanare, beside.riket];
      return [
        indicatorCell(of, lang),
        ownCell(of, own, colours.why, lang),
        ...groups.map((g) => groupCell(of, g, lang)),
      ];
    }),
    synthetic,
  });
}

function earlierGrid(
  title: string,
  results: readonly OwnResult[],
  { facts, text, lang, synthetic }: MunicipalityContext,
): Grid {
  const { find, group } = text;
  return tonedGrid({
    id: 'results-earlier',
    title,
    head: [find.heads.indicator, find.year, find.heads.own, group.of.comparison, group.of.riket],
    columns: ['text', 'text', 'text', 'text', 'text'],
    rows: results.map(({ indicator, year, own, colours, beside }) => {
      const of = facts(indicator);
      return [
        indicatorInArea(of, lang),
        plain(`${year}`),
        ownCell(of, own, colours.why, lang),
        groupCell(of, beside.comparison, lang),
        groupCell(of, beside.riket, lang),
      ];
    }),
    synthetic,
  });
}
