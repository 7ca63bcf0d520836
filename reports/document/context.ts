import type { Comparison, Results } from '../../analysis/results.js';
import type { Text } from '../../data/codebook/codebook.js';
import type { FigureDefinition } from '../figures/definition.js';
import type { Lang, Messages } from '../locales/language.js';
import type { Table } from '../tables/table.js';
import type { DocumentFigure } from './document.js';

/** A choice that the appendix leaves open, as `analysis/assumptions.ts` lists them. */
export interface OpenChoice {
  /** Path of the field in the specification, `peers.comparison`. */
  readonly path: string;
  readonly default: unknown;
  readonly rivals: readonly unknown[];
  readonly what: Text;
  readonly why: Text;
}

/** Everything that the report is made of. */
export interface ReportInput {
  readonly results: Results;
  readonly comparison: Comparison | null;
  readonly assumptions: readonly OpenChoice[];
  readonly tables: readonly Table[];
  readonly figures: readonly ReportFigure[];
  readonly lang: Lang;
}

/** A figure drawn, and where in the report it stands. */
export interface ReportFigure extends DocumentFigure {
  /** Null for the country as a whole. */
  readonly area: string | null;
  readonly kind: FigureDefinition['kind'];
  /** The table whose estimates it draws; null where it draws something else. */
  readonly table: number | string | null;
}

export interface ReportContext extends ReportInput {
  readonly text: Messages;
}
