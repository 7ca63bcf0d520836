import { groupBy } from '../group-by.js';
import type { Text } from './codebook.js';
import { codebookRows, filled } from './codebook-rows.js';

/** A question that is asked in several areas of social services, so that they can be compared (the guide's table 3). */
export interface ComparableQuestion {
  readonly id: string;
  /** As the guide names it; the English name is ours. */
  readonly name: Text;
  readonly areas: readonly ComparableArea[];
}

export interface ComparableArea {
  /** An area of the codebook, or another of the guide's eight (`missbruk`, `lss-vuxna`). */
  readonly area: string;
  /** The codebook's items that ask it there: none, one, or one for each kind of care. */
  readonly items: readonly string[];
}

let list: readonly ComparableQuestion[] | undefined;

/** Table 3 of Socialstyrelsen's guide of 2017 (`comparable-areas.csv`), in its order, read once. */
export function comparableQuestions(): readonly ComparableQuestion[] {
  list ??= [...groupBy(codebookRows('comparable-areas.csv'), (row) => filled(row, 'question'))].map(
    ([id, rows]) => ({
      id,
      name: { sv: filled(rows[0]!, 'name'), en: filled(rows[0]!, 'name_en') },
      areas: [...groupBy(rows, (row) => filled(row, 'area'))].map(([area, cells]) => ({
        area,
        items: cells.flatMap((row) => row['item'] || []),
      })),
    }),
  );
  return list;
}
