import type { YearColours } from '../../../analysis/local/colours.js';
import type { LocalFacts, Place } from '../../../analysis/local/facts.js';
import type { GroupResult } from '../../../analysis/local/groups.js';
import type { Standing } from '../../../analysis/local/standing.js';
import { qualityAreas } from '../../../data/codebook/quality-areas.js';
import { formatNumber, formatPercent } from '../../locales/format.js';
import { areaLabel } from '../../locales/labels.js';
import { messages, term, type Lang } from '../../locales/language.js';
import type { Grid, GridColumn, Tone } from '../../tables/table.js';

/** A cell of a local report: its words, and its colour where it has one. */
export interface ToneCell {
  readonly text: string;
  readonly tone: Tone | null;
}

export const plain = (text: string): ToneCell => ({ text, tone: null });
export const absent = (text: string): ToneCell => ({ text, tone: 'absent' });

interface TonedGrid extends Pick<Grid, 'id' | 'title' | 'head' | 'synthetic'> {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly ToneCell[])[];
  readonly notes?: readonly string[];
}

export const tonedGrid = ({ rows, notes = [], ...rest }: TonedGrid): Grid => ({
  ...rest,
  rows: rows.map((row) => row.map((cell) => cell.text)),
  tones: rows.map((row) => row.map((cell) => cell.tone)),
  notes,
});

const tones = { green: 'good', yellow: 'partly', red: 'poor' } as const;

/** A value on the indicator's own scale: `63,2 %` of a share, else a number. Ja of a group is percent, too. */
export function valueText({ type, words }: LocalFacts, value: number, lang: Lang): string {
  if (words) return formatPercent(value / 100, lang);
  if (type === 'share') return formatPercent(value / 100, lang, 1);
  return formatNumber(value, lang, type === 'count' && Number.isInteger(value) ? 0 : 1);
}

/** A unit's answer alone: the word, the number, or why there is none. */
export function answerText(facts: LocalFacts, { answer, value, status }: Standing, lang: Lang): string {
  if (answer !== null) return answer;
  if (value !== null) return valueText(facts, value, lang);
  return term(messages(lang).municipality.cells.missing, status);
}

/**
 * A unit's result in its colour. What the colour says stands in words, too: the answer itself, its aim where Nej is aimed
 * at, or of a number its quarter (`short` where many stand together, explained by `shortQuartersNote`).
 */
export function ownCell(
  facts: LocalFacts,
  own: Standing,
  why: YearColours['why'],
  lang: Lang,
  short = false,
): ToneCell {
  const { cells } = messages(lang).municipality;
  const text = answerText(facts, own, lang);
  if (own.status !== 'answered') return absent(text);
  if (own.colour === null) return plain(why === null ? text : `${text}\n${term(cells.noColour, why)}`);
  const tone = tones[own.colour];
  if (own.basis === 'quartile')
    return { text: `${text}\n${(short ? cells.shortQuarters : cells.quarters)[own.colour]}`, tone };
  return { text: facts.better === 'lower' ? `${text}\n${cells.aims[own.colour]}` : text, tone };
}

/** A group's result, with its interval and n beneath, or why it has none. */
export function groupCell(facts: LocalFacts, result: GroupResult | null, lang: Lang): ToneCell {
  const { cells } = messages(lang).municipality;
  const number = (n: number) => formatNumber(n, lang);
  if (result === null || result.status === 'no-members') return absent(cells.noMembers);
  const { status, value, interval, n, asked, missingShare } = result;
  if (status === 'not-asked') return absent(cells.notAsked);
  if (status === 'nobody-answered') return absent(`${cells.nobody}\n${cells.ofAsked(number(asked))}`);
  if (status === 'suppressed')
    return absent(`${cells.suppressed}\n${cells.suppressedShare(formatPercent(missingShare, lang))}`);
  if (result.single) return plain(`${result.answer ?? valueText(facts, value ?? 0, lang)}\n${cells.single}`);
  const digits = facts.words ? 0 : 1;
  const under = interval
    ? cells.withInterval(
        formatNumber(interval.low, lang, digits),
        formatNumber(interval.high, lang, digits),
        number(n),
      )
    : cells.n(number(n));
  return plain(`${valueText(facts, value!, lang)}\n${under}`);
}

/** The indicator's label, and beneath what it is a part of. */
export const indicatorCell = ({ label, within }: LocalFacts, lang: Lang, more?: string): ToneCell =>
  plain([label[lang], within?.[lang], more].filter((line) => line && line !== '').join('\n'));

/** The same where indicators of several areas stand together. */
export const indicatorInArea = (facts: LocalFacts, lang: Lang): ToneCell =>
  indicatorCell(facts, lang, areaLabel(facts.area, lang));

/** In running text: `Extern samverkan: Skola (Social barn- och ungdomsvård)`. */
export function indicatorName({ label, within, area }: LocalFacts, lang: Lang): string {
  const name =
    within === null || within[lang] === label[lang] ? label[lang] : `${within[lang]}: ${label[lang]}`;
  return `${name} (${areaLabel(area, lang)})`;
}

export function qualityAreaLabel(id: string, lang: Lang): string {
  const found = qualityAreas().find((a) => a.id === id);
  return found ? found.label[lang] : messages(lang).municipality.cells.unknownQualityArea;
}

/** `A, B och C`. */
export function listText(items: readonly string[], lang: Lang): string {
  const { and } = messages(lang).municipality;
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)!}`;
}

/** Years as ranges: `2016–2018, 2020`. */
export function yearsText(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

export const namesOf = (places: readonly Place[], units: readonly number[]): string[] =>
  units.map((u) => places.find((p) => p.unit === u)?.name ?? `${u}`);

/** A difference in percentage points or on the indicator's scale; signed where it has a direction. */
export const differenceText = (
  { words }: LocalFacts,
  difference: number,
  lang: Lang,
  signed = true,
): string => formatNumber(difference, lang, words ? 0 : 1, { signed });

/** The same with its unit, where it has one. */
export function differenceWithUnit(facts: LocalFacts, difference: number, lang: Lang): string {
  const number = differenceText(facts, difference, lang, false);
  const inPoints = facts.words || facts.type === 'share';
  return inPoints ? `${number}\u00a0${messages(lang).municipality.cells.points}` : number;
}
