import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookFolder } from '../location.js';
import type { Better, IndicatorKind, IndicatorType } from '../records.js';

/** A text in both languages. */
export interface Text {
  readonly sv: string;
  readonly en: string;
}

export type Survey = 'kommun' | 'enhet' | 'brukare';

/** An id in Kolada, with how well it matches the appendix's indicator. */
export interface KoladaId {
  readonly id: string;
  readonly match: 'säker' | 'trolig' | 'proxy' | 'alternativ';
  readonly note: string | null;
}

/** One question of a survey, as it stands in `answers.csv`. */
export interface Item {
  readonly id: string;
  readonly area: string;
  readonly survey: Survey;
  /** By the report's definitions (section 2.4.2); which question is which is our reading. */
  readonly kind: IndicatorKind;
  readonly label: Text;
  readonly type: IndicatorType;
  /** The answers that count as answers; null for a number. */
  readonly scale: readonly ('Ja' | 'Delvis' | 'Nej')[] | null;
  readonly better: Better;
  /** First and last year in which it was asked within 2016-2020. */
  readonly from: number;
  readonly to: number;
  /** Same definition in all years of its survey: enters the report's figure 3. */
  readonly consistent: boolean;
  /** The recoding comment (1-10) of the appendix's table 1 that applies. */
  readonly comment: number | null;
  /** Changes of wording that the appendix notes without counting the indicator as inconsistent. */
  readonly changes: readonly { readonly year: number; readonly what: Text }[];
  readonly kolada: readonly KoladaId[];
}

/** How the items of a table row become its outcome (specification, section 2). */
export type Rule =
  | { readonly kind: 'share-of-items'; readonly items: readonly string[] }
  | { readonly kind: 'alcohol-drugs'; readonly joint: string; readonly items: readonly string[] }
  | {
      readonly kind: 'settings';
      readonly items: readonly string[];
      readonly joint: string | null;
      /** The scale has Delvis, and whether it counts is a choice of the specification. */
      readonly partial: boolean;
    }
  | { readonly kind: 'item'; readonly item: string };

/** A row of the appendix's tables. */
export interface OutcomeDefinition {
  readonly id: string;
  readonly area: string;
  readonly survey: Survey;
  /** The row's and row group's labels exactly as in the published tables. */
  readonly row: string;
  readonly group: string | null;
  readonly label: Text;
  readonly unit: 'procent' | 'poang-0-2';
  readonly rule: Rule;
}

/** A row of tables 6 and 7: staff per place. */
export interface StaffingMeasure {
  readonly id: string;
  readonly area: string;
  readonly survey: Survey;
  readonly label: Text;
  readonly row: string;
  readonly unit: 'personal-per-plats';
  readonly from: number;
  readonly to: number;
  readonly kolada: readonly KoladaId[];
}

/** The mean over several items of a unit: the lines of the report's figure 3. */
export interface Composite {
  readonly id: string;
  readonly area: string;
  readonly label: Text;
  readonly items: readonly string[];
}

/** A figure of the appendix or of the main report, as published. */
export interface FigureDefinition {
  /** `bilaga-8` (the appendix) or `rapport-3` (the main report). */
  readonly id: string;
  readonly number: number;
  readonly source: 'bilaga' | 'rapport';
  readonly area: string | null;
  readonly title: Text;
  /** Ids of outcomes, items or composites, in the order drawn. */
  readonly series: readonly string[];
}

/** What the appendix's table 1 and figures are made of. */
export interface Codebook {
  readonly producer: string;
  readonly areas: readonly { readonly id: string; readonly label: Text }[];
  readonly rowGroups: readonly { readonly id: string; readonly label: Text }[];
  readonly items: readonly Item[];
  readonly outcomes: readonly OutcomeDefinition[];
  readonly measures: readonly StaffingMeasure[];
  readonly composites: readonly Composite[];
  readonly figures: readonly FigureDefinition[];
}

/** The years of the appendix: the municipal survey, and the surveys of units and users. */
export const appendixYears = {
  kommun: { first: 2016, last: 2020 },
  enhet: { first: 2016, last: 2019 },
  brukare: { first: 2016, last: 2019 },
} as const satisfies Record<Survey, { first: number; last: number }>;

let cached: Codebook | undefined;

/** The codebook of the appendix (`data/codebook/codebook.json`), read once. */
export function codebook(): Codebook {
  cached ??= JSON.parse(readFileSync(join(codebookFolder(), 'codebook.json'), 'utf8')) as Codebook;
  return cached;
}

/** An item of the codebook by an id that the codebook itself gives. */
export const itemById = (id: string): Item => codebook().items.find((i) => i.id === id)!;
