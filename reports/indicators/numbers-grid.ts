import type { IndicatorCard } from '../../analysis/indicators/index.js';
import { formatNumber } from '../locales/format.js';
import { areaLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import type { Grid, GridColumn } from '../tables/table.js';
import { nameOf, reason, reasonOverYears } from './words.js';

/** Columns of words, among numbers. */
const WORDS = [0, 1, 2, 3, 4];

/** The numbers of the overview, one to a cell, so that a spreadsheet sorts them: percent and shares as percent. */
export function numbersGrid(cards: readonly IndicatorCard[], synthetic: boolean, lang: Lang): Grid {
  const text = messages(lang).indicatorOverview;
  return {
    id: 'indicators-numbers',
    title: text.numbersTitle,
    head: text.numberHeads,
    columns: text.numberHeads.map((_, c): GridColumn => (WORDS.includes(c) ? 'text' : 'number')),
    rows: cards.map((card) => numbersRow(card, lang)),
    notes: [],
    synthetic,
  };
}

function numbersRow(card: IndicatorCard, lang: Lang): string[] {
  const { indicators } = messages(lang);
  const { latest, trend, lasting, flips, missing, detectable } = card;
  // A missing number says why in its own cell.
  const over = (key: string | null) => reasonOverYears(key, card, lang);
  const number = (value: number | null | undefined, digits: number, why: string) =>
    value === null || value === undefined ? why : formatNumber(value, lang, digits);
  const percent = (share: number | null | undefined, why: string) =>
    number(share === null || share === undefined ? share : 100 * share, 1, why);
  const noFlips = card.yesNo ? 'too-few-observations' : 'not-binary';
  const unasked = reason('no-observations', lang);
  return [
    nameOf(card, lang),
    card.id,
    indicators.advice[card.advice.key],
    areaLabel(card.area, lang),
    indicators.kinds[card.measures.kind],
    latest === null ? unasked : `${latest.year}`,
    number(latest?.value, 1, unasked),
    number(latest?.answered, 0, unasked),
    number(trend.perYear, 2, over(trend.reason)),
    trend.p !== null && trend.p < 0.0001
      ? `< ${formatNumber(0.0001, lang, 4)}`
      : number(trend.p, 4, over(trend.reason)),
    number(trend.n, 0, over(trend.reason)),
    number(lasting.reliability, 2, over(lasting.reason)),
    number(lasting.n, 0, over(lasting.reason)),
    percent(flips?.share, over(noFlips)),
    percent(flips?.expectedShare, over(noFlips)),
    number(flips?.base, 0, over(noFlips)),
    percent(missing?.suppressing, unasked),
    number(missing?.asked, 0, unasked),
    number(detectable.change, 1, over(detectable.reason)),
    number(detectable.pairs, 0, over(detectable.reason)),
  ];
}
