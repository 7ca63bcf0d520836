import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookFolder } from '../location.js';

export type PublishedKind =
  | 'anova'
  | 'users'
  | 'peers:lan'
  | 'peers:kommungrupp'
  | 'peers:socioek'
  | 'staffing:alla'
  | 'staffing:demens';

/** A row of a published table of marks. */
export interface PublishedRow {
  readonly label: string;
  readonly group: string | null;
  /** One mark per column, exact; null where the text does not settle it. */
  readonly cells: readonly string[] | null;
  /** Readings that the text cannot tell apart. */
  readonly alternatives?: readonly (readonly string[])[];
  /** The marks in order where the empty cells were lost. */
  readonly marks?: string;
}

/** A table of marks as published in RiR 2021:17, tables 2-17. */
export interface PublishedTable {
  readonly table: number;
  readonly area: string;
  readonly kind: PublishedKind;
  readonly columns: readonly string[];
  readonly rows: readonly PublishedRow[];
}

let cached: readonly PublishedTable[] | undefined;

/** The appendix's tables 2-17 as published (Riksrevisionen, RiR 2021:17), read once. */
export function publishedTables(): readonly PublishedTable[] {
  cached ??= JSON.parse(
    readFileSync(join(codebookFolder(), 'published-marks.json'), 'utf8'),
  ) as PublishedTable[];
  return cached;
}
