import { appendixYears, codebook, type Item, type Text } from '../../data/codebook/codebook.js';
import { comparability2017, COMPARABILITY_YEAR, SURVEY_REMADE } from '../../data/codebook/comparability.js';
import type { IndicatorRecord } from '../../data/records.js';

/** Something on record between two years that touches whether their answers can be compared. */
export type ComparabilityNote =
  /** The appendix notes a change of wording, or the guide's lists of 2017 name the indicator. */
  | {
      readonly kind: 'definition-changed';
      readonly year: number;
      readonly what: Text;
      readonly source: 'appendix' | 'guide-2017';
    }
  /** The municipal survey was remade in 2016. */
  | { readonly kind: 'survey-remade'; readonly year: number }
  /** By the appendix another question was asked that year: the answers may be of another source. */
  | { readonly kind: 'other-question'; readonly year: number }
  /** The codebook does not know the indicator, so that no change would be on record. */
  | { readonly kind: 'unlisted' };

/** Whether two years can be compared, and what is to be said of it. */
export interface YearsCompared {
  readonly comparable: boolean | 'partly';
  readonly notes: readonly ComparabilityNote[];
}

/**
 * Whether an indicator's answers of two calendar years can be compared: not where the guide says so; partly where a
 * change is on record after the first year and up to the second; else yes.
 */
export function yearsCompared(indicator: IndicatorRecord, from: number, to: number): YearsCompared {
  const item = codebook().items.find((i) => i.id === indicator.id);
  const between = (year: number) => from < year && year <= to;
  const guide = between(COMPARABILITY_YEAR) ? guideEntry(indicator) : undefined;
  const notes: ComparabilityNote[] = [
    ...(item?.changes ?? [])
      .filter((c) => between(c.year))
      .map(({ year, what }) => ({
        kind: 'definition-changed' as const,
        year,
        what,
        source: 'appendix' as const,
      })),
    ...(guide
      ? [
          {
            kind: 'definition-changed' as const,
            year: COMPARABILITY_YEAR,
            what: guide.why,
            source: 'guide-2017' as const,
          },
        ]
      : []),
    ...(item?.survey === 'kommun' && between(SURVEY_REMADE)
      ? [{ kind: 'survey-remade' as const, year: SURVEY_REMADE }]
      : []),
    ...(item ? [from, to].filter((year) => isOtherQuestion(item, year)) : []).map((year) => ({
      kind: 'other-question' as const,
      year,
    })),
  ];
  if (guide?.level === 'not-comparable') return { comparable: false, notes };
  if (notes.length > 0) return { comparable: 'partly', notes };
  return { comparable: true, notes: item ? [] : [{ kind: 'unlisted' }] };
}

/** The guide's word on an indicator: by the item, or of another panel by the guide's own name. `removed` compares nothing. */
function guideEntry({ id, label }: IndicatorRecord) {
  const name = label.trim().toLowerCase();
  return comparability2017().find(
    (c) => c.level !== 'removed' && (c.item === id || (c.item === null && c.name.toLowerCase() === name)),
  );
}

/** Within the years of the appendix, but outside those in which it says that the question was asked. */
function isOtherQuestion({ survey, from, to }: Item, year: number): boolean {
  const { first, last } = appendixYears[survey];
  return year >= first && year <= last && (year < from || year > to);
}
