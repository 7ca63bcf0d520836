import type { Estimate } from '../../analysis/estimate.js';
import { isTileKind } from '../../data/codebook/tile-positions.js';
import type { Grouping } from '../../data/records.js';
import { areaLabel, groupingLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import type { GroupsFigure } from './definition.js';
import { type GroupName, groupMeans, isMapped } from './group-values.js';
import { parts, uniqueId } from './ids.js';

/** Outcomes that one picture can hold. */
const MOST_OUTCOMES = 16;
/** Groups that rows of readable text can tell apart. */
const MOST_GROUPS = 40;

/**
 * Figures of the means of groups, per area: dots of counties, municipality groups and the groups of the data's own
 * groupings (`prickar-lan-aldreomsorg`), and maps (`karta-lan-aldreomsorg`) where the codebook knows a tile for each
 * group that the data name. A panel whose groups are fewer than two, or too many to be rows, has none.
 */
export function groupFigures(estimates: readonly Estimate[], kind: 'dots' | 'map'): GroupsFigure[] {
  const ids = new Set<string>();
  const areas = new Map<string | null, Set<string>>();
  for (const e of estimates)
    if (e.model === 'means' && e.indicator !== null)
      areas.set(e.area, (areas.get(e.area) ?? new Set()).add(e.indicator));
  return groupingsOf(estimates, kind).flatMap((grouping) =>
    [...areas].flatMap(([area, all]) =>
      parts([...all], MOST_OUTCOMES).flatMap((outcomes): GroupsFigure[] => {
        const { groups } = groupMeans({ grouping, outcomes }, { estimates }, 'sv');
        if (!isDrawn(groups, grouping, kind)) return [];
        const prefix = `${kind === 'dots' ? 'prickar' : 'karta'}-${grouping}`;
        const head = {
          id: uniqueId(prefix, area ?? '', ids),
          area: area === '' ? null : area,
          title: { sv: title(kind, area, grouping, 'sv'), en: title(kind, area, grouping, 'en') },
          outcomes,
        };
        if (kind === 'dots') return [{ ...head, kind, grouping }];
        return isTileKind(grouping) ? [{ ...head, kind, grouping }] : [];
      }),
    ),
  );
}

/** Counties and municipality groups first; what else has means is of the data's own. */
function groupingsOf(estimates: readonly Estimate[], kind: 'dots' | 'map'): Grouping[] {
  const own = estimates.flatMap((e) => (e.model === 'means' && e.grouping !== null ? [e.grouping] : []));
  return [...new Set(['lan', 'kommungrupp', ...own])].filter((g) => kind === 'dots' || isTileKind(g));
}

const isDrawn = (groups: readonly GroupName[], grouping: Grouping, kind: 'dots' | 'map'): boolean =>
  kind === 'dots'
    ? groups.length > 1 && groups.length <= MOST_GROUPS
    : isTileKind(grouping) && isMapped(groups, grouping);

function title(kind: 'dots' | 'map', area: string | null, grouping: Grouping, lang: Lang): string {
  const { analysis, figures } = messages(lang);
  const what = isTileKind(grouping)
    ? figures.groupTitles[kind][grouping]
    : analysis.meansByGroup(groupingLabel(grouping, lang));
  const subject = areaLabel(area, lang);
  return subject === '' ? what : `${subject}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}
