import { formatNumber } from '../locales/format.js';
import { areaLabel } from '../locales/labels.js';
import { grid, paragraph, uniqueId } from '../document/blocks.js';
import type { Section } from '../document/document.js';
import { slug } from '../tables/build.js';
import { resultText, resultTone } from './county-cells.js';
import { type CountyContext, dressed, groupName, shortName, themeName } from './county-context.js';

/** The nation's SKR groups that the county's units belong to; null where the data have none. */
export function groupsSection(context: CountyContext): Section | null {
  const { report, text, lang } = context;
  // The only unit's own group stands beside it already.
  if (report.groups.length === 0 || report.status !== 'ok') return null;
  const ids = new Set<string>();
  const sizes = report.groups.map((g) =>
    text.groupsSize(groupName(g.level, context), formatNumber(g.nation, lang), formatNumber(g.county, lang)),
  );
  return {
    id: 'groups',
    title: text.sections.groups,
    blocks: [
      paragraph(text.groupsIntro),
      { kind: 'list', items: sizes },
      ...report.areas.map(({ area, qualityAreas }) => {
        const shown = qualityAreas.flatMap((q) => q.blocks.flatMap((b) => b.indicators.map((i) => context.indicators.get(i)!))); // prettier-ignore
        return grid(
          dressed(context, {
            id: uniqueId(`groups-${slug(area)}`, ids),
            title: text.groupsTitle(areaLabel(area, lang)),
            head: [text.commonHeads[0]!, ...report.groups.map((g) => groupName(g.level, context)), text.nationRow], // prettier-ignore
            rows: shown.map((i) => [
              [shortName(i, lang), themeName(i, lang)].filter((part) => part !== null).join('\n'),
              ...[...i.groups, i.nation].map((r) => resultText(i, r, context)),
            ]),
            tones: shown.map((i) => [null, ...[...i.groups, i.nation].map(resultTone)]),
          }),
        );
      }),
    ],
  };
}
