import type { CardYear, IndicatorCard } from '../../analysis/indicators/index.js';
import type { Jump } from '../../analysis/quality/records.js';
import { grid, paragraph } from '../document/blocks.js';
import type { Block, DocumentFigure, Section } from '../document/document.js';
import { formatLevel, formatNumber, formatP, formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import type { Grid, Tone } from '../tables/table.js';
import { bareChange, change, count, interval, level, reason, reasonOverYears } from './words.js';

export interface TrendContext {
  readonly synthetic: boolean;
  /** Confidence level of the card's intervals, 0-1. */
  readonly level: number;
  readonly figures: readonly DocumentFigure[];
  readonly lang: Lang;
}

/** The trend in words, drawn, year by year, and from each year to the next. */
export function trendSection(card: IndicatorCard, context: TrendContext): Section {
  const { lang, figures } = context;
  const text = messages(lang).indicatorCards;
  const blocks: Block[] = [
    paragraph(trendText(card, lang)),
    ...figures.map((figure) => ({ kind: 'figure' as const, figure })),
    ...(card.years.length > 0 ? [grid(yearsGrid(card, context))] : []),
    ...(card.jumps.length > 0 ? [grid(stepsGrid(card, context))] : []),
  ];
  return { id: 'trend', title: text.sections.trend, blocks };
}

/** The trend in sentences; a null result says what it would have missed. */
export function trendText(card: IndicatorCard, lang: Lang): string {
  const text = messages(lang).indicatorCards.trend;
  const { trend, changes } = card;
  const { perYear, toward, power } = trend;
  if (perYear === null || trend.p === null) return text.none(reasonOverYears(trend.reason, card, lang));
  const show = (value: number | null) => bareChange(value, card, lang, { like: perYear });
  const says = toward === null ? text.unclear : toward ? text.up : text.down;
  const first = says(
    change(perYear, card, lang, true),
    show(trend.ciLow),
    show(trend.ciHigh),
    formatP(trend.p, lang),
  );
  return [
    first,
    ...(toward === null && power !== null
      ? [text.power(change(power.change, card, lang), formatPercent(power.power, lang))]
      : []),
    text.base(count(trend.n, lang), count(trend.units, lang)),
    ...(changes.some(({ year }) => year > trend.first! && year <= trend.last!) ? [text.across] : []),
  ].join(' ');
}

function yearsGrid(card: IndicatorCard, { synthetic, level: confidence, lang }: TrendContext): Grid {
  const text = messages(lang).indicatorCards.trend;
  const [note = '', ...rest] = text.notes(formatLevel(confidence, lang));
  return {
    id: 'years-grid',
    title: text.title,
    head: text.heads,
    columns: ['text', 'number', 'number', 'number', 'number', 'text'],
    rows: card.years.map((year) => [
      `${year.year}`,
      year.value === null ? `–\n${reason('no-observations', lang)}` : level(year.value, card, lang),
      interval(year.ciLow, year.ciHigh, card, lang) || `–\n${reason('too-few-observations', lang)}`,
      count(year.answered, lang),
      formatPercent(year.responseRate, lang),
      stateText(year, lang),
    ]),
    tones: card.years.map((year) => [null, null, null, null, null, stateTone(year)]),
    notes: [(card.yesNo ? text.yes : text.mean) + note, ...rest],
    synthetic,
  };
}

/** Where the year stands on the scale; the national number that may not be published is said beneath. */
function stateText(year: CardYear, lang: Lang): string {
  const { states, hidden } = messages(lang).indicatorCards.trend;
  const state = year.saturated
    ? states.saturated
    : year.floor
      ? states.floor
      : !year.judged
        ? states.few
        : year.met === null
          ? states.scale
          : states.between;
  return year.nationSuppressed ? `${state}\n${hidden}` : state;
}

const stateTone = ({ judged, nationSuppressed, saturated, floor }: CardYear): Tone | null =>
  !judged || nationSuppressed ? 'absent' : saturated || floor ? 'partly' : null;

function stepsGrid(card: IndicatorCard, { synthetic, lang }: TrendContext): Grid {
  const text = messages(lang).indicatorCards.trend;
  return {
    id: 'steps-grid',
    title: text.stepsTitle,
    head: text.stepsHeads,
    columns: ['text', 'number', 'number', 'number', 'number', 'number', 'text'],
    rows: card.jumps.map((jump) => stepRow(jump, card, lang)),
    notes: text.stepsNotes,
    synthetic,
  };
}

function stepRow(jump: Jump, card: IndicatorCard, lang: Lang): string[] {
  const text = messages(lang).indicatorCards.trend;
  const { from, to, pairs, before, after, difference, pHolm } = jump;
  const years = `${from} → ${to}`;
  if (difference === null) return [years, `${reason(jump.reason ?? 'no-pairs', lang)}`, '', '', '', '', ''];
  return [
    years,
    level(before, card, lang),
    level(after, card, lang),
    bareChange(difference, card, lang),
    count(pairs, lang),
    pHolm === null ? `–\n${reason(jump.reason, lang)}` : pText(pHolm, lang),
    jump.beyondChance
      ? jump.listed ? text.beyondListed : text.beyond
      : jump.listed ? text.withinListed : text.within,
  ]; // prettier-ignore
}

const pText = (p: number, lang: Lang): string =>
  p < 0.0001 ? `< ${formatNumber(0.0001, lang, 4)}` : formatNumber(p, lang, p < 0.1 ? 4 : 2);
