import type { Comparison, Results } from '../../analysis/results.js';
import type { FigureDefinition, Text } from '../../data/codebook/codebook.js';
import type { Lang, Messages } from '../locales/language.js';
import type { Table } from '../tables/table.js';

/** A choice that the appendix leaves open, as `analysis/assumptions.ts` lists them. */
export interface PageAssumption {
  /** Path of the field in the specification, `peers.comparison`. */
  readonly path: string;
  readonly default: unknown;
  readonly rivals: readonly unknown[];
  readonly what: Text;
  readonly why: Text;
}

export interface PageFigure {
  readonly definition: FigureDefinition;
  readonly svg: string;
}

/** Everything that the report page is made of. */
export interface PageInput {
  readonly results: Results;
  readonly comparison: Comparison | null;
  readonly assumptions: readonly PageAssumption[];
  readonly tables: readonly Table[];
  readonly figures: readonly PageFigure[];
  readonly lang: Lang;
}

export interface PageContext extends PageInput {
  readonly text: Messages;
}
