import { type IndicatorKind, indicatorKinds } from '../records.js';
import { codebookRows } from './codebook-rows.js';

/** The number of indicators by kind in a survey of one area, in the latest year that the report has. */
export interface IndicatorTypeCounts {
  readonly survey: 'kommun' | 'enhet' | 'brukare' | 'register';
  /** The area's Swedish name as printed. */
  readonly area: string;
  readonly year: number;
  readonly counts: Readonly<Record<IndicatorKind, number>>;
}

/** Types of indicators by survey and area (Socialstyrelsen, as quoted in RiR 2021:17, table 2). */
export const publishedIndicatorTypes = (): IndicatorTypeCounts[] =>
  codebookRows('rir-2021-17-indicator-types.csv').map((row) => ({
    survey: row['survey'] as IndicatorTypeCounts['survey'],
    area: row['delomrade']!,
    year: Number(row['year']),
    counts: Object.fromEntries(indicatorKinds.map((kind) => [kind, Number(row[kind])])) as Record<
      IndicatorKind,
      number
    >,
  }));
