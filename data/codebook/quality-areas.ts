import type { Text } from './codebook.js';
import { codebookRows, filled } from './codebook-rows.js';

/** The id of the group of indicators whose quality area nobody has said: the user's own, among others. */
export const UNKNOWN_QUALITY_AREA = 'okant';

/** One of the six quality areas (`kvalitetsområden`) of Socialstyrelsen's guide of 2017. */
export interface QualityArea {
  readonly id: string;
  readonly label: Text;
}

/** Where an indicator belongs by the guide, or by our analogy with it. */
export interface IndicatorArea {
  /** One of `qualityAreas`, or `okant`. */
  readonly qualityArea: string;
  /** `Indikatorområde`, as the guide names it; null where unknown. */
  readonly indicatorArea: Text | null;
  /** `guide`: described there. `analogy`: our judgement. `unknown`: nobody's. */
  readonly source: 'guide' | 'analogy' | 'unknown';
  /**
   * On what: `described` in the guide's appendix 2; the `same-question` in another area by its table 3; an
   * `earlier-question` of 2016 that the described ones replaced; the `same-kind` of question; the `definition` of the
   * quality area.
   */
  readonly basis: 'described' | 'same-question' | 'earlier-question' | 'same-kind' | 'definition' | null;
}

const unknown: IndicatorArea = {
  qualityArea: UNKNOWN_QUALITY_AREA,
  indicatorArea: null,
  source: 'unknown',
  basis: null,
};

let areas: readonly QualityArea[] | undefined;
let byItem: ReadonlyMap<string, IndicatorArea> | undefined;

/** The six quality areas (`quality-areas.csv`) in the order of the guide; the English names are ours. Read once. */
export function qualityAreas(): readonly QualityArea[] {
  areas ??= codebookRows('quality-areas.csv').map((row) => ({
    id: filled(row, 'quality_area'),
    label: { sv: filled(row, 'sv'), en: filled(row, 'en') },
  }));
  return areas;
}

/** The areas of an indicator (`indicator-areas.csv`); `okant` for one that the file does not have. */
export function indicatorArea(item: string): IndicatorArea {
  byItem ??= new Map(
    codebookRows('indicator-areas.csv').map((row): [string, IndicatorArea] => [
      filled(row, 'item'),
      {
        qualityArea: filled(row, 'quality_area'),
        indicatorArea: { sv: filled(row, 'indicator_area'), en: filled(row, 'indicator_area_en') },
        source: filled(row, 'source') as IndicatorArea['source'],
        basis: filled(row, 'basis') as IndicatorArea['basis'],
      },
    ]),
  );
  return byItem.get(item) ?? unknown;
}
