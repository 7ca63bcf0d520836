import type { Survey, Text } from '../../data/codebook/codebook.js';
import type { TileKind } from '../../data/codebook/tile-positions.js';
import type { Grouping, OWN_INDICATORS } from '../../data/records.js';

/** What every figure has. */
export interface FigureCommon {
  /** Stable and safe as a file name and an anchor: `bilaga-8`, `koefficienter-tabell-08`, `karta-lan-aldreomsorg`. */
  readonly id: string;
  /** Null for the nation as a whole. */
  readonly area: string | null;
  /** The whole title, in both languages. */
  readonly title: Text;
}

/** Means per year with their trends: the appendix's figures, the report's 3 and 4, and any panel's. */
export interface TrendsFigure extends FigureCommon {
  readonly kind: 'trends';
  /** The number in the appendix or report; 0 for a figure that RiR 2021:17 does not have. */
  readonly number: number;
  readonly source: 'bilaga' | 'rapport';
  /** Ids of outcomes, items or composites, in the order drawn. */
  readonly series: readonly string[];
}

/** Numbers of indicators by kind and year: the report's figures 1 and 2. */
export interface IndicatorTypesFigure extends FigureCommon {
  readonly kind: 'indicator-types';
  readonly survey: Survey | typeof OWN_INDICATORS;
}

/** Published percentages of SKR's survey, as the report quotes them: its tables 3 and 4. */
export interface SkrFigure extends FigureCommon {
  readonly kind: 'use' | 'usefulness';
}

/** A table of marks as estimates with intervals. */
export interface CoefficientsFigure extends FigureCommon {
  readonly kind: 'coefficients';
  readonly table: number | string;
  /** Positions of the first row drawn and of the row after the last, among the table's rows. */
  readonly rows: readonly [from: number, to: number];
}

/** Means of the groups of a grouping, as dots with intervals. */
export interface DotsFigure extends FigureCommon {
  readonly kind: 'dots';
  readonly grouping: Grouping;
  /** Ids of the outcomes, in the order drawn. */
  readonly outcomes: readonly string[];
}

/** The same of counties or municipality groups on a map of tiles. */
export interface MapFigure extends FigureCommon {
  readonly kind: 'map';
  readonly grouping: TileKind;
  readonly outcomes: readonly string[];
}

export type GroupsFigure = DotsFigure | MapFigure;

/** A figure that can be drawn from results: what it is of, before anything is drawn. */
export type FigureDefinition =
  TrendsFigure | IndicatorTypesFigure | SkrFigure | CoefficientsFigure | GroupsFigure;
