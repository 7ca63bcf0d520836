import { codebook } from '../../data/codebook/codebook.js';
import { UsageError } from '../../data/problems.js';
import { type IndicatorRecord, type MissingReason, missingReasons } from '../../data/records.js';
import { NOT_COLLECTED, type Panel } from '../panel/panel.js';
import { type Basis, type Colour, colourByAnswer, colourByQuartile, type YearColours } from './colours.js';

export type AnswerWord = 'Ja' | 'Delvis' | 'Nej';

/**
 * Whether a unit answered, and why not. Besides the reasons of the data (`ej-samlad`: the unit answered that year, but
 * was not asked this): `not-asked`, nobody was asked that year; `not-in-year`, the unit has no row of that year at all, as
 * Malmö's districts after they were merged.
 */
export type StandingStatus = 'answered' | MissingReason | 'not-asked' | 'not-in-year';

/** A unit's result on one indicator in one year. */
export interface Standing {
  /** Position in `Panel.units`. */
  readonly unit: number;
  readonly year: number;
  readonly status: StandingStatus;
  /** The answer in words; null where the indicator is a number or there is no answer. */
  readonly answer: AnswerWord | null;
  /**
   * Ja 100 and Nej 0, or the number on the indicator's own scale (shares 0-100). Null for Delvis, which has no official
   * number: its word is the result. Shares of a group come from `groupResult`, where Delvis counts as not Ja.
   */
  readonly value: number | null;
  /** Null where answered; `ej-samlad` wherever the data hold no row. */
  readonly reason: MissingReason | null;
  readonly colour: Colour | null;
  /** What gave the colour; null without one. */
  readonly basis: Basis | null;
}

/** One indicator's standings, all units and years. */
export interface Standings {
  readonly indicator: IndicatorRecord;
  /** Answered in words; else a number. */
  readonly words: boolean;
  /** Of each of the panel's years: what the colours were given by, and to how many. */
  readonly years: readonly YearColours[];
  /** Units x years: `cells[unit * years + t]`. */
  readonly cells: readonly Standing[];
}

const wordOf: ReadonlyMap<number, AnswerWord> = new Map([
  [1, 'Ja'],
  [0.5, 'Delvis'],
  [0, 'Nej'],
]);
const codeOf: Readonly<Record<AnswerWord, number>> = { Ja: 1, Delvis: 0.5, Nej: 0 };

/** Whether the codebook or the indicator's type says that it is answered in words. */
export function isInWords({ id, type }: IndicatorRecord): boolean {
  const item = codebook().items.find((i) => i.id === id);
  return item ? item.scale !== null : type === 'binary';
}

/**
 * Whether an indicator describes conditions and aims at no value, so that no colour is right: by `kind` of the codebook's
 * item, or of the column `kind` in `indicators.csv`.
 */
export function isBackground(indicator: IndicatorRecord): boolean {
  const item: object = codebook().items.find((i) => i.id === indicator.id) ?? {};
  const kind = 'kind' in item ? item.kind : indicator.extra['kind'];
  return kind === 'bakgrund' || kind === 'background';
}

/**
 * Every unit's standing on an indicator in every year of the panel. Answers in words take their colour from the answer (Ja
 * green, Delvis yellow, Nej red; turned where `better` is `lower`), numbers from the quartiles of all units that year
 * (RiR 2021:17, section 2.2; see `colourByQuartile`). An ordinal indicator outside the codebook is a number.
 * @throws UsageError where the panel has no such indicator
 */
export function standingsOf(panel: Panel, indicatorId: string): Standings {
  const indicator = panel.indicators.find((i) => i.id === indicatorId);
  if (!indicator) throw new UsageError(`no indicator ${indicatorId} in the data`);
  const T = panel.years.length;
  const words = isInWords(indicator);
  const cells = new Array<Standing>(panel.units.length * T);
  const years = panel.years.map((_, t) => {
    const bare = plainStandings(panel, indicator.id, words, t);
    const { standings, colours } = isBackground(indicator)
      ? withoutColours(bare)
      : (words ? colourByAnswer : colourByQuartile)(bare, indicator.better);
    standings.forEach((s) => (cells[s.unit * T + t] = s));
    return colours;
  });
  return { indicator, words, years, cells };
}

/** One year's standings, without colours. */
function plainStandings(panel: Panel, id: string, words: boolean, t: number): Standing[] {
  const { codes, reasons } = panel.answers.get(id)!;
  const T = panel.years.length;
  const asked = panel.units.some((_, u) => reasons[u * T + t] !== NOT_COLLECTED);
  return panel.units.map((_, unit) => {
    const at = unit * T + t;
    const code = codes[at]!;
    const answered = !Number.isNaN(code);
    const answer = answered && words ? (wordOf.get(code) ?? null) : null;
    const reason = answered ? null : (missingReasons[reasons[at]!] ?? 'okand');
    const status = answered
      ? 'answered'
      : !panel.present[at]
        ? 'not-in-year'
        : !asked
          ? 'not-asked'
          : reason!;
    const value = !answered || answer === 'Delvis' ? null : words ? 100 * code : code;
    return { unit, year: panel.years[t]!, status, answer, value, reason, colour: null, basis: null };
  });
}

function withoutColours(standings: readonly Standing[]): {
  standings: readonly Standing[];
  colours: YearColours;
} {
  const n = standings.filter((s) => s.status === 'answered').length;
  const none = { green: 0, yellow: 0, red: 0, limits: null, basis: null };
  const colours = { year: standings[0]?.year ?? 0, n, ...none, why: n === 0 ? 'no-answers' : 'background' };
  return { standings, colours: colours as YearColours };
}

/** How good a result is: larger is better, whatever the indicator's direction; null without an answer. */
export function goodness({ indicator, words }: Standings, { answer, value }: Standing): number | null {
  const size = words ? (answer === null ? null : codeOf[answer]) : value;
  if (size === null) return null;
  // 0 - size, for -0 would show.
  return indicator.better === 'lower' ? 0 - size : size;
}

/** The standing of a unit in the panel's year at position t. */
export const standingAt = (standings: Standings, unit: number, t: number): Standing =>
  standings.cells[unit * standings.years.length + t]!;
