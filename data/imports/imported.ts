import type { CareUnitKind, MissingReason } from '../records.js';
import type { Problem } from '../problems.js';

/** A file, or the answer to a request, that values were read from. */
export interface ImportSource {
  /** The first 12 hexadecimal digits of the sha256: what `origins.csv` refers to. */
  readonly id: string;
  readonly kind: 'socialstyrelsen' | 'kolada' | 'skr' | 'csv';
  /** The file's name without its folder, or the address of the request. */
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** When it was read or fetched, ISO 8601. */
  readonly time: string;
  /** What the producer wants said beside the values: `Källa: Kolada`. */
  readonly attribution: string;
}

/** Where in a source a value stands: `Kommun!H14`, `rad 17, kolumn Andel`, `U31457 0180 2019`. */
export interface Place {
  /** The source's id. */
  readonly source: string;
  readonly place: string;
}

/** A value of `answers.csv`, units and indicators by their codes; `answer` is empty where a reason stands. */
export interface ImportedAnswer extends Place {
  readonly unit: string;
  readonly year: number;
  readonly indicator: string;
  /** `Ja`, `Delvis`, `Nej`, or a number with a decimal point. */
  readonly answer: string;
  readonly reason: MissingReason | '';
}

export interface ImportedFlag extends Place {
  readonly unit: string;
  readonly area: string;
  readonly qualityDevelopment: '1' | '0' | '';
  readonly notUsed: '1' | '0' | '';
}

export interface ImportedCareValue extends Place {
  readonly careUnit: string;
  readonly unit: string;
  readonly year: number;
  readonly kind: CareUnitKind;
  readonly measure: string;
  /** Empty where missing. */
  readonly value: string;
}

/** A row of `indicators.csv`; the columns after the first five are free. */
export interface ImportedIndicator {
  readonly indicator: string;
  readonly area: string;
  readonly label: string;
  readonly type: string;
  readonly better: string;
  readonly extra: Readonly<Record<string, string>>;
}

/** A row of `units.csv` of a panel of one's own; the official units need none. */
export interface ImportedUnit {
  readonly unit: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** What an importer read: everything that it could use, and everything that it could not, in words. */
export interface Imported {
  readonly sources: readonly ImportSource[];
  readonly units: readonly ImportedUnit[];
  readonly indicators: readonly ImportedIndicator[];
  readonly answers: readonly ImportedAnswer[];
  readonly flags: readonly ImportedFlag[];
  readonly careValues: readonly ImportedCareValue[];
  readonly problems: readonly Problem[];
}

/** Nothing yet: an importer gives what it has read over this. */
export const nothingImported: Imported = {
  sources: [],
  units: [],
  indicators: [],
  answers: [],
  flags: [],
  careValues: [],
  problems: [],
};

/** What several sources gave, as one: an indicator that more than one names stands once. */
export function together(parts: readonly Imported[]): Imported {
  const indicators = new Map(parts.flatMap((p) => p.indicators.map((i) => [i.indicator, i])));
  return {
    sources: parts.flatMap((p) => p.sources),
    units: parts.flatMap((p) => p.units),
    indicators: [...indicators.values()],
    answers: parts.flatMap((p) => p.answers),
    flags: parts.flatMap((p) => p.flags),
    careValues: parts.flatMap((p) => p.careValues),
    problems: parts.flatMap((p) => p.problems),
  };
}
