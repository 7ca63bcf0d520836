import { areaLabel } from '../locales/labels.js';
import { slug } from '../tables/build.js';
import { uniqueId } from './blocks.js';
import type { ReportContext, ReportFigure } from './context.js';
import type { Block, DocumentFigure, Section } from './document.js';

const figureBlock = (figure: DocumentFigure) => ({ kind: 'figure' as const, figure });

const aside = (title: string, figures: readonly DocumentFigure[]): Block[] =>
  figures.length === 0 ? [] : [{ kind: 'aside', title, blocks: figures.map(figureBlock) }];

const isOfGroups = ({ kind }: ReportFigure): boolean => kind === 'dots' || kind === 'map';

/** Figures of their own; the others stand in the background of a table or of the area. */
const isMain = (figure: ReportFigure): boolean => figure.kind !== 'coefficients' && !isOfGroups(figure);

/**
 * The country as a whole, then area by area in the order of the tables and figures; in each the figures first,
 * then the tables, as in the appendix, each with its estimates as a figure; last the means of counties and groups.
 */
export function areaSections({ tables, figures, text, lang }: ReportContext): Section[] {
  const areas = [...new Set([...tables.map((t) => t.area), ...figures.map((f) => f.area)])];
  const ids = new Set<string>();
  return [null, ...areas.filter((a) => a !== null)].flatMap((area) => {
    const drawn = figures.filter((f) => f.area === area);
    const own = tables.filter((t) => t.area === area);
    if (drawn.length + own.length === 0) return [];
    const { nation, other } = text.page.sections;
    return [
      {
        id: uniqueId(area === null ? 'nation' : `area-${slug(area)}`, ids),
        title: area === null ? (drawn.length > 0 ? nation : other) : areaLabel(area, lang),
        blocks: [
          ...drawn.filter(isMain).map(figureBlock),
          ...own.flatMap((table) => [
            { kind: 'marks' as const, table },
            ...aside(
              text.page.asFigure,
              drawn.filter((f) => f.table === table.table),
            ),
          ]),
          ...aside(text.page.byGroup, drawn.filter(isOfGroups)),
        ],
      },
    ];
  });
}
