import type { Evidence } from './evidence.js';
import type { Form, Refusal } from './form.js';
import type { SheetKind } from './layout.js';
import type { Candidate } from './match.js';

/** What became of a column: read as an indicator, taken for sorting, or left with the reason. */
export interface ColumnReport {
  /** The letters, `H`. */
  readonly column: string;
  readonly header: string;
  readonly as: 'indicator' | 'sorting' | 'left';
  readonly indicator: string | null;
  /** How well the header fits, 0 to 1; null where the mapping says it. */
  readonly score: number | null;
  readonly form: Form | null;
  readonly why:
    Refusal | 'no-candidate' | 'two-indicators' | 'two-columns' | 'mapping' | 'already-read' | null;
  readonly candidates: readonly Candidate[];
  /** Cells of units by what they became: `Ja`, `Nej`, `tal`, `bortfall` ... */
  readonly counts: Readonly<Record<string, number>>;
}

export interface SheetReport {
  readonly sheet: string;
  readonly kind: SheetKind | 'left';
  /** Why it was left: `mapping`, `hidden`, `information`. */
  readonly why: string | null;
  /** From 1, as a spreadsheet numbers them. */
  readonly headerRows: readonly number[];
  readonly keyColumns: readonly string[];
  readonly units: number;
  readonly aggregates: number;
  readonly columns: readonly ColumnReport[];
  /** Rows with content that were not read. */
  readonly leftRows: readonly { readonly row: number; readonly text: string; readonly why: string }[];
  /** The colours that a legend explains. */
  readonly legend: readonly { readonly rgb: string; readonly meaning: string; readonly place: string }[];
  /** Columns without values in a sheet with conditional formatting, whose colours are not evaluated. */
  readonly conditionalColours: boolean;
}

/** Published percentages of an indicator beside those computed from the municipal rows. */
export interface CheckReport {
  readonly indicator: string;
  readonly place: string;
  readonly compared: number;
  readonly agreed: number;
  readonly differences: readonly {
    readonly row: string;
    readonly published: number | null;
    readonly computed: number | null;
    readonly place: string;
  }[];
}

export interface FileReport {
  readonly file: string;
  readonly sha256: string;
  readonly year: number;
  readonly area: string;
  readonly evidence: readonly Evidence[];
  readonly sheets: readonly SheetReport[];
  readonly checks: readonly CheckReport[];
  /** Indicators whose published rows cannot be computed from municipal ones: shares of care units or of users. */
  readonly uncheckable: readonly string[];
  readonly answers: number;
}
