import type { Lang } from '../locales/language.js';
import type { Cell, Grid, Table } from '../tables/table.js';

/**
 * A document before it has a format: what every renderer (page, PDF, Word, LaTeX, Markdown) is given, in one
 * language. Its texts are plain: nothing in them is markup, whatever they contain, and escaping is each renderer's.
 */
export interface Document {
  readonly lang: Lang;
  /** Stable and safe as a file name: `report`, `quality`. */
  readonly id: string;
  /** A line above the title. */
  readonly kicker: string;
  readonly title: string;
  readonly lead: string;
  /** When, with what and on how much it was made. */
  readonly made: string;
  /** ISO 8601, from the manifest: the only clock a renderer may know. */
  readonly time: string;
  /** What must be said of simulated data, in sight throughout; null for data that are not. */
  readonly synthetic: SyntheticNotice | null;
  readonly contentsTitle: string;
  readonly sections: readonly Section[];
  readonly footer: string;
}

/** What is said of simulated data. */
export interface SyntheticNotice {
  /** Short enough for the head of every page: `SYNTETISKA DATA`. */
  readonly stamp: string;
  readonly title: string;
  readonly text: string;
}

/** A part of a document under a heading of its own. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'caution' }
  /** Level 3 stands under a section, 4 under that. */
  | { readonly kind: 'heading'; readonly level: 3 | 4; readonly text: string; readonly id?: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A few large numbers to remember. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Terms with their values: the manifest. */
  | { readonly kind: 'terms'; readonly terms: readonly (readonly [term: string, value: string])[] }
  /** How to read a cell: one example of each kind. */
  | { readonly kind: 'legend'; readonly entries: readonly LegendEntry[] }
  | { readonly kind: 'marks'; readonly table: Table }
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'figure'; readonly figure: DocumentFigure }
  /** Text as it is written, line by line: the specification. */
  | { readonly kind: 'code'; readonly title: string; readonly text: string }
  /** What stands in the background: a page folds it, paper prints it small. */
  | { readonly kind: 'aside'; readonly title: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'notice'; readonly title: string; readonly text: string }
  /** Room to write in: for what only the readers know. */
  | { readonly kind: 'blank'; readonly label: string; readonly lines: number };

/** A number to remember. */
export interface Fact {
  readonly value: string;
  readonly label: string;
  readonly note: string;
}

/** An example of a cell, and how it is read. */
export interface LegendEntry {
  readonly cell: Cell;
  readonly text: string;
}

/** A figure drawn: the picture, what it shows in words, and the numbers behind it. */
export interface DocumentFigure {
  readonly id: string;
  readonly title: string;
  /** The alternative text: what the figure shows. */
  readonly description: string;
  /** Width and height in pixels of the picture at its own size. */
  readonly width: number;
  readonly height: number;
  /** A whole SVG element; its text in the figures' font. */
  readonly svg: string;
  /** The picture at twice its size; null where no format of the run needs it. */
  readonly png: Uint8Array | null;
  /** The numbers drawn; null where they stand in a table of the document. */
  readonly numbers: Grid | null;
}
