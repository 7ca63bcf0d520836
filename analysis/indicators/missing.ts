import type { CardYear } from './levels.js';

/** Who did not answer, in the latest asked year and in the worst. Shares 0-1 of the units asked. */
export interface Missing {
  readonly year: number;
  readonly asked: number;
  /** `bortfall`, and symbols of unknown meaning, which count as none. */
  readonly nonResponse: number;
  readonly notApplicable: number;
  readonly cannotAnswer: number;
  /** Suppressed by the publisher. */
  readonly suppressed: number;
  /** Non-response, unknown and Ej aktuellt together: what Socialstyrelsen's rule of 20 percent counts. */
  readonly suppressing: number;
  readonly nationSuppressed: boolean;
  readonly counties: number;
  readonly suppressedCounties: readonly string[];
  /** The lowest share that responded in any year; the first such year. */
  readonly lowestResponse: { readonly year: number; readonly share: number };
  readonly nationSuppressedYears: readonly number[];
}

/** Missing answers of the latest asked year; null where none was asked. */
export function missingOf(years: readonly CardYear[]): Missing | null {
  const latest = years.at(-1);
  if (!latest) return null;
  const { year, asked, missing, nationSuppressed, counties, suppressedCounties } = latest;
  const share = (...counts: (number | undefined)[]) =>
    counts.reduce<number>((s, c) => s + (c ?? 0), 0) / asked;
  const lowest = years.reduce((low, y) => (y.responseRate < low.responseRate ? y : low));
  return {
    year,
    asked,
    nonResponse: share(missing.bortfall, missing.okand),
    notApplicable: share(missing['ej-aktuellt']),
    cannotAnswer: share(missing['kan-inte-svara']),
    suppressed: share(missing.undertryckt),
    suppressing: share(missing.bortfall, missing.okand, missing['ej-aktuellt']),
    nationSuppressed,
    counties,
    suppressedCounties,
    lowestResponse: { year: lowest.year, share: lowest.responseRate },
    nationSuppressedYears: years.filter((y) => y.nationSuppressed).map((y) => y.year),
  };
}
