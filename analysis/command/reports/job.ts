import type { ComparisonChoice } from '../../local/index.js';

/** One local report to write: plain data, so that a worker thread can be handed it. */
export type ReportJob =
  | { readonly kind: 'county'; readonly level: string }
  | { readonly kind: 'municipality'; readonly unit: number; readonly choice?: ComparisonChoice }
  | { readonly kind: 'side-by-side'; readonly units: readonly number[] };

/** The formats of local reports. */
export const localFormats = ['html', 'docx', 'xlsx'] as const;
export type LocalFormat = (typeof localFormats)[number];

/** What every report of a run shares. */
export interface ReportSettings {
  readonly lang: 'sv' | 'en';
  readonly formats: readonly LocalFormat[];
  /** The year reported; the last with data without. */
  readonly year?: number;
}
