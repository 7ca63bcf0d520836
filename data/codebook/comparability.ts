import type { Text } from './codebook.js';
import { codebookRows, filled } from './codebook-rows.js';

/** What Socialstyrelsen's guide of 2017 says of an indicator of 2016 and 2017. */
export interface Comparability {
  /** The indicator as the guide names it. */
  readonly name: string;
  /** The item of the codebook that it is; null where the codebook has it not. */
  readonly item: string | null;
  readonly level: 'not-comparable' | 'partly' | 'removed';
  readonly why: Text;
}

/** The year whose answers the guide holds against those of the year before. */
export const COMPARABILITY_YEAR = 2017;

/** The year in which the municipal survey was remade: the guide holds no year before it for fully comparable. */
export const SURVEY_REMADE = 2016;

let list: readonly Comparability[] | undefined;

/** The guide's three lists on 2016 and 2017 (`comparability-2017.csv`), read once; what is not in them is comparable. */
export function comparability2017(): readonly Comparability[] {
  list ??= codebookRows('comparability-2017.csv').map((row) => ({
    name: filled(row, 'name'),
    item: row['item'] || null,
    level: filled(row, 'level') as Comparability['level'],
    why: { sv: filled(row, 'why_sv'), en: filled(row, 'why_en') },
  }));
  return list;
}
