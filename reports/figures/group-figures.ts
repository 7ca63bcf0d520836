import type { Estimate } from '../../analysis/estimate.js';
import { areaLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import type { GroupsFigure } from './definition.js';
import { groupMeans, isMapped } from './group-values.js';
import { parts, uniqueId } from './ids.js';

/** Outcomes that one picture can hold. */
const MOST_OUTCOMES = 16;
/** Groups that rows of readable text can tell apart. */
const MOST_GROUPS = 40;

/**
 * Figures of the means of counties and municipality groups, per area: dots (`prickar-lan-aldreomsorg`), and maps
 * (`karta-lan-aldreomsorg`) where the codebook knows a tile for each group that the data name. A panel whose groups are
 * fewer than two, or too many to be rows, has none.
 */
export function groupFigures(estimates: readonly Estimate[], kind: 'dots' | 'map'): GroupsFigure[] {
  const ids = new Set<string>();
  const areas = new Map<string | null, Set<string>>();
  for (const e of estimates)
    if (e.model === 'means' && e.indicator !== null)
      areas.set(e.area, (areas.get(e.area) ?? new Set()).add(e.indicator));
  return (['lan', 'kommungrupp'] as const).flatMap((grouping) =>
    [...areas].flatMap(([area, all]) =>
      parts([...all], MOST_OUTCOMES).flatMap((outcomes): GroupsFigure[] => {
        const head = { kind, area: area === '' ? null : area, grouping, outcomes };
        const prefix = `${kind === 'dots' ? 'prickar' : 'karta'}-${grouping}`;
        const figure = {
          ...head,
          id: uniqueId(prefix, area ?? '', ids),
          title: { sv: title(head, 'sv'), en: title(head, 'en') },
        };
        const { groups } = groupMeans(figure, { estimates }, 'sv');
        const drawn = kind === 'dots' ? groups.length > 1 && groups.length <= MOST_GROUPS : isMapped(groups, grouping); // prettier-ignore
        return drawn ? [figure] : [];
      }),
    ),
  );
}

function title({ kind, area, grouping }: Omit<GroupsFigure, 'id' | 'title'>, lang: Lang): string {
  const { figures } = messages(lang);
  const what = figures.groupTitles[kind][grouping];
  const subject = areaLabel(area, lang);
  return subject === '' ? what : `${subject}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}
