/**
 * The records that every reader produces and the panel is built from: the canonical data folder, read and
 * validated, one plain record per row. Answers and care units, which are many, are stored by column.
 */

import type { Text } from './codebook/codebook.js';
import type { Problem } from './problems.js';

/** Why an answer is missing (specification, section 2). */
export const missingReasons = [
  'bortfall',
  'ej-aktuellt',
  'kan-inte-svara',
  'undertryckt',
  'ej-samlad',
  'okand',
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** The groupings of units that the appendix uses; columns of `units.csv` with these names. */
export const groupings = ['lan', 'kommungrupp', 'socioek', 'invanare'] as const;
export type KnownGrouping = (typeof groupings)[number];

/**
 * One of the appendix's groupings, or one of the data's own (`groupings.csv`), by the id that its owner gave it. Whether
 * data have a grouping, their panel says: `panel.groupings.has(name)`.
 */
export type Grouping = KnownGrouping | (string & Record<never, never>);

export const isKnownGrouping = (name: string): name is KnownGrouping =>
  (groupings as readonly string[]).includes(name);

export type IndicatorType = 'binary' | 'ordinal' | 'share' | 'count';
export type Better = 'higher' | 'lower';

/** What an indicator measures: means (struktur), activities (process), outcomes (resultat), or a background fact. */
export const indicatorKinds = ['struktur', 'process', 'resultat', 'bakgrund'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/** In counts: an indicator of which neither the codebook nor the data say the kind. */
export const UNCLASSIFIED = 'oklassad';

/** In counts by survey: the indicators that belong to no survey of the codebook. */
export const OWN_INDICATORS = 'egna';

/** One row of `units.csv`: a municipality or a city district. */
export interface UnitRecord {
  /** A code, always text: `0114`, or `0180-bromma` for a district. */
  readonly id: string;
  readonly name: string;
  /** The municipality's code; the unit's own for a municipality. */
  readonly municipality: string;
  /** The unit's group in each grouping, null where the cell is empty. */
  readonly groups: Readonly<Record<KnownGrouping, string | null>>;
  /** The same by the id of each grouping of `groupings.csv`; left out where there is none. */
  readonly ownGroups?: Readonly<Record<string, string | null>>;
  /** Every further numeric column of `units.csv`, null where the cell is empty. */
  readonly covariates: Readonly<Record<string, number | null>>;
}

/** One row of `indicators.csv`. */
export interface IndicatorRecord {
  readonly id: string;
  readonly area: string;
  readonly label: string;
  readonly type: IndicatorType;
  readonly better: Better;
  /** From the optional column `kind`, or the codebook; left out where neither says. */
  readonly kind?: IndicatorKind;
  /** The optional columns, as text (table row, KPI ids, source). */
  readonly extra: Readonly<Record<string, string>>;
}

/**
 * One row per answer, by column. `unit` and `indicator` are positions in `DataFolder.units` and `.indicators`.
 * An answer is a code: Ja 1, Delvis 0.5, Nej 0, or the number itself; NaN where missing, and then `reason` is the
 * position in `missingReasons` (255 where not missing).
 */
export interface AnswerTable {
  readonly length: number;
  readonly unit: Int32Array;
  readonly year: Int32Array;
  readonly indicator: Int32Array;
  readonly code: Float64Array;
  readonly reason: Uint8Array;
}

/** One row of `survey.csv`: a unit's answer to SKR for one area. */
export interface SurveyRecord {
  /** Position in `DataFolder.units`. */
  readonly unit: number;
  readonly area: string;
  /** Has used the results for quality development; null where not answered. */
  readonly qualityDevelopment: boolean | null;
  /** Has not used the results at all; null where not answered. */
  readonly notUsed: boolean | null;
}

/** The kinds of care units of tables 6 and 7: special housing, and that for people with dementia. */
export const careUnitKinds = ['sarskilt-boende', 'demens'] as const;
export type CareUnitKind = (typeof careUnitKinds)[number];

/** One row of `care-units.csv`. */
export interface CareUnitRecord {
  readonly careUnit: string;
  /** Position in `DataFolder.units`. */
  readonly unit: number;
  readonly year: number;
  readonly kind: CareUnitKind;
  readonly measure: string;
  /** Staff per place, null where missing. */
  readonly value: number | null;
}

/** One file that was read, for the manifest. */
export interface InputFile {
  /** The file's name in the folder, `answers.csv`. */
  readonly file: string;
  readonly sha256: string;
  /** Data rows, the header not counted. */
  readonly rows: number;
  /** Null of a JSON file. */
  readonly delimiter: ',' | ';' | '\t' | null;
}

/** A grouping of the data's own: a column of `units.csv`, and its name on its own and in a sentence. */
export interface OwnGrouping {
  /** What `--by` and the results call it. */
  readonly grouping: string;
  readonly column: string;
  readonly label: Text;
  /** `regionen`, `the region`: what "the others in ..." needs. */
  readonly definite: Text;
}

/** What a label of `texts.csv` can be of. A group is named `grouping:group`. */
export const ownTextKinds = ['indicator', 'measure', 'covariate', 'group'] as const;
export type OwnTextKind = (typeof ownTextKinds)[number];

/** The words of `groupings.csv`, `areas.csv` and `texts.csv` of a data folder, in the order of their rows. */
export interface OwnLabels {
  readonly groupings: readonly OwnGrouping[];
  readonly areas: readonly { readonly area: string; readonly label: Text }[];
  readonly texts: readonly { readonly kind: OwnTextKind; readonly id: string; readonly label: Text }[];
}

/** `about.json` of a data folder: what its owner says of it. Optional; all fields are. */
export interface About {
  readonly title?: string;
  readonly synthetic?: boolean;
  /** Shown beside every output, `{ sv, en }`: for instance that a grouping is a stand-in. */
  readonly notes?: readonly { readonly sv: string; readonly en: string }[];
  readonly sources?: readonly string[];
}

/** A canonical data folder, read and validated: what `buildPanel` takes. */
export interface DataFolder {
  readonly units: readonly UnitRecord[];
  readonly indicators: readonly IndicatorRecord[];
  readonly answers: AnswerTable;
  readonly survey: readonly SurveyRecord[];
  readonly careUnits: readonly CareUnitRecord[];
  readonly about: About;
  /** Left out where the folder has none of the files of own words. */
  readonly labels?: OwnLabels;
  /** True where the folder or its indicators say so, or where a file is a file of the demo data under whatever name. */
  readonly synthetic: boolean;
  readonly inputs: readonly InputFile[];
  /** Everything that could not be read or looks wrong, warnings only: errors stop the reading. */
  readonly warnings: readonly Problem[];
}
