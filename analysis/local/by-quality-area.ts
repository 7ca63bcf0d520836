import { groupBy } from '../../data/group-by.js';
import type { Text } from '../../data/codebook/codebook.js';
import { qualityAreas, UNKNOWN_QUALITY_AREA } from '../../data/codebook/quality-areas.js';
import type { LocalIndicator } from './view.js';

/** Entries under a quality area and an indicator area. */
export interface AreaGroup<E> {
  /** One of `qualityAreas`, or `okant`. */
  readonly qualityArea: string;
  /** Null where unknown. */
  readonly indicatorArea: Text | null;
  /** In the order in which they came. */
  readonly entries: readonly E[];
}

/**
 * Entries by quality area, in the guide's order with `okant` last, and within it by indicator area, in the order in which
 * they first come. Areas without entries are left out.
 */
export function byQualityArea<E>(
  entries: readonly E[],
  indicatorOf: (entry: E) => LocalIndicator,
): AreaGroup<E>[] {
  const areaOf = (entry: E) => indicatorOf(entry).area;
  const byArea = groupBy(entries, (e) => areaOf(e).qualityArea);
  return [...qualityAreas().map((a) => a.id), UNKNOWN_QUALITY_AREA].flatMap((qualityArea) =>
    [...groupBy(byArea.get(qualityArea) ?? [], (e) => areaOf(e).indicatorArea?.sv ?? '').values()].map(
      (list) => ({
        qualityArea,
        indicatorArea: areaOf(list[0]!).indicatorArea,
        entries: list,
      }),
    ),
  );
}
