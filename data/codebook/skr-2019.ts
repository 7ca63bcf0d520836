import { codebookRows } from './codebook-rows.js';

/** What the results were used for, in the order of the report's table 3. */
export const purposes = [
  'kvalitetsutveckling',
  'styrning',
  'egenkontroll_granskning_tillsyn',
  'inte_alls',
] as const;
export type Purpose = (typeof purposes)[number];

/** How useful the results were found, in the order of the report's table 4. */
export const usefulness = ['mycket_stor', 'ganska_stor', 'ganska_liten', 'ingen_alls', 'vet_inte'] as const;
export type Usefulness = (typeof usefulness)[number];

/** Percent of the respondents of one area, by answer. */
export interface AreaShares<Key extends string> {
  /** The area's Swedish name as printed: `Funktionsnedsättning, LSS`. */
  readonly area: string;
  readonly shares: Readonly<Record<Key, number>>;
}

/** Use of the results by area and purpose, percent (SKR's survey of 2019, as quoted in RiR 2021:17, table 3). */
export const skrUse = (): AreaShares<Purpose>[] => shares('skr-2019-use.csv', purposes);

/** Usefulness of the results by area, percent (SKR's survey of 2019, as quoted in RiR 2021:17, table 4). */
export const skrUsefulness = (): AreaShares<Usefulness>[] => shares('skr-2019-usefulness.csv', usefulness);

function shares<Key extends string>(file: string, keys: readonly Key[]): AreaShares<Key>[] {
  return codebookRows(file).map((row) => ({
    area: row['delomrade']!,
    shares: Object.fromEntries(keys.map((key) => [key, Number(row[`${key}_pct`])])) as Record<Key, number>,
  }));
}
