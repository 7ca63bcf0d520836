import type { Item, Survey } from '../../data/codebook/codebook.js';
import type { IndicatorRecord } from '../../data/records.js';

/** What an indicator measures, by Socialstyrelsen's words; `okänd` where nothing says. */
export const kinds = ['struktur', 'process', 'resultat', 'bakgrund', 'okänd'] as const;
export type Kind = (typeof kinds)[number];

/** Whose word the kind is: the codebook's, the data's own column `kind`, or that of the kind of survey. */
export type KindSource = 'codebook' | 'data' | 'survey' | 'unknown';

/** How near the indicator is to what users meet (`verksamhetsnära`). */
export type Practice = 'close' | 'partly' | 'distant' | 'unknown';

/** What an indicator measures, and how near it is to what users meet. */
export interface Measures {
  readonly kind: Kind;
  readonly source: KindSource;
  readonly practice: Practice;
}

/** A field that a codebook or data folder may have. */
interface WithKind {
  readonly kind?: unknown;
}

const known = (value: unknown): Kind | null => {
  const kind = kinds.find((k) => k === value);
  return kind === undefined || kind === 'okänd' ? null : kind;
};

/**
 * What an indicator measures, with the source of that judgement: the codebook's `kind`, else the column `kind` of the
 * data. Indicators that users themselves report count as results, as Socialstyrelsen counts them (RiR 2021:17, section
 * 2.4.2); of the rest nothing is known without a source.
 */
export function measuresOf(indicator: IndicatorRecord, item: Item | undefined): Measures {
  const survey = item?.survey ?? null;
  const [kind, source] = kindOf(indicator, item);
  return { kind, source, practice: practiceOf(kind, survey) };
}

function kindOf(indicator: IndicatorRecord, item: Item | undefined): [Kind, KindSource] {
  const ofBook = known((item as WithKind | undefined)?.kind);
  if (ofBook) return [ofBook, 'codebook'];
  const ofData = known((indicator as WithKind).kind) ?? known(indicator.extra['kind']?.trim().toLowerCase());
  if (ofData) return [ofData, 'data'];
  return item?.survey === 'brukare' ? ['resultat', 'survey'] : ['okänd', 'unknown'];
}

/**
 * Our rule of closeness to practice, after the reasoning of RiR 2021:17, section 2.4.2: a result is close; a structure
 * or a process is close where the units that do the work answer, or their users do; asked of the municipality as a
 * whole a process is so in part, for it is nearer to the user than a structure is. A background fact is not.
 */
export function practiceOf(kind: Kind, survey: Survey | null): Practice {
  switch (kind) {
    case 'resultat':
      return 'close';
    case 'bakgrund':
      return 'distant';
    case 'okänd':
      return 'unknown';
    case 'struktur':
    case 'process':
      if (survey === 'enhet' || survey === 'brukare') return 'close';
      return kind === 'process' ? 'partly' : 'distant';
  }
}
