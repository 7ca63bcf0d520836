import type { CountyArea, CountyBlock, CountyBlockTheme } from '../../analysis/local/county-layout.js';
import { qualityAreas } from '../../data/codebook/quality-areas.js';
import { areaLabel } from '../locales/labels.js';
import { grid, heading, uniqueId } from '../document/blocks.js';
import type { Block, Section } from '../document/document.js';
import { slug } from '../tables/build.js';
import { type CountyContext, shortName, themeName } from './county-context.js';
import { overviewGrid } from './county-overview.js';
import { fewUnitsGrid, unitGrid } from './county-unit-grid.js';

/** Units that stand beside one another as columns, so that a quality area is one table. */
const FEW = 8;

/** The tables of the areas of services: the county and the nation first, then every unit's answers. */
export function areaSections(context: CountyContext): Section[] {
  const ids = new Set<string>();
  return context.report.areas.map((area) => {
    const id = uniqueId(`area-${slug(area.area)}`, ids);
    const title = areaLabel(area.area, context.lang) || context.text.unknownArea;
    return {
      id,
      title,
      blocks: [
        grid(overviewGrid(`${id}-overview`, title, area, context)),
        ...unitBlocks(id, title, area, context),
      ],
    };
  });
}

function unitBlocks(id: string, title: string, area: CountyArea, context: CountyContext): Block[] {
  const { status, units } = context.report;
  if (status !== 'ok') return [];
  return area.qualityAreas.flatMap(({ qualityArea, blocks }) => {
    const name = qualityAreaName(qualityArea, context);
    const own = `${id}-${slug(qualityArea)}`;
    if (units.length <= FEW) {
      const ids = blocks.flatMap((b) => b.indicators);
      return [grid(fewUnitsGrid(own, `${title}: ${name}`, ids, context))];
    }
    return [
      heading(3, name),
      ...blocks.map((block, b) =>
        grid(
          unitGrid(`${own}-${b + 1}`, blockTitle(title, name, block, context), block.indicators, context, {
            notes: themeNotes(block, name, context),
          }),
        ),
      ),
    ];
  });
}

const qualityAreaName = (id: string, { text, lang }: CountyContext): string =>
  qualityAreas().find((a) => a.id === id)?.label[lang] ?? text.unknownArea;

/** The area and its themes: `Äldreomsorg: Standardiserade bedömningsmetoder`. */
function blockTitle(area: string, quality: string, { themes }: CountyBlock, context: CountyContext): string {
  return `${area}: ${themes.map((theme) => blockTheme(theme, quality, context)).join('; ')}`;
}

function blockTheme(theme: CountyBlockTheme, quality: string, { text, lang }: CountyContext): string {
  const title = theme.rowGroup?.[lang] ?? themeName(theme, lang) ?? quality;
  return theme.parts === 1 ? title : text.part(title, `${theme.part}`, `${theme.parts}`);
}

/** Which question belongs to which theme, where a table holds several. */
function themeNotes({ themes }: CountyBlock, quality: string, context: CountyContext): string[] {
  if (themes.length === 1) return [];
  const names = (ids: readonly string[]) =>
    ids.map((id) => shortName(context.indicators.get(id)!, context.lang)).join(' · ');
  return themes.map((theme) => `${blockTheme(theme, quality, context)}: ${names(theme.indicators)}`);
}
