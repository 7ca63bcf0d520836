import type { IndicatorCard } from '../../analysis/indicators/index.js';
import { gridSection } from '../document/blocks.js';
import type { Section } from '../document/document.js';
import { formatNumber, formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import type { Grid } from '../tables/table.js';
import { count, reasonOverYears } from './words.js';

/** What of an answer lasts: reliability, the same answer again, flips against chance, shares between groups. */
export function lastingSection(card: IndicatorCard, synthetic: boolean, lang: Lang): Section {
  const text = messages(lang).indicatorCards;
  const of: Grid = {
    id: 'lasting-grid',
    title: text.lasting.title,
    head: text.lasting.heads,
    columns: ['text', 'number', 'number', 'prose'],
    rows: [
      ...reliabilityRows(card, lang),
      ...retestRows(card, lang),
      flipsRow(card, lang),
      groupRow(card, 'lan', lang),
      groupRow(card, 'kommungrupp', lang),
    ],
    notes: text.lasting.notes,
    synthetic,
  };
  return gridSection('lasting', text.sections.lasting, of);
}

/** A number that does not exist, with the reason in words beside it. */
const none = (name: string, why: string): string[] => [name, '–', '', why];

function reliabilityRows(card: IndicatorCard, lang: Lang): string[][] {
  const text = messages(lang).indicatorCards.lasting;
  const { reliability, yearsFor80, n, units } = card.lasting;
  if (reliability === null) return [none(text.reliability, reasonOverYears(card.lasting.reason, card, lang))];
  const base = text.n(count(n, lang), count(units, lang));
  const means = text.reliabilityMeans(formatPercent(reliability, lang));
  return [
    [text.reliability, formatNumber(reliability, lang, 2), base, means],
    yearsFor80 === null
      ? none(text.yearsFor80, text.yearsNone)
      : [text.yearsFor80, count(yearsFor80, lang), '', text.yearsMeans(count(yearsFor80, lang))],
  ];
}

/** Ja/Nej: the same answer again, as a share. Numbers, which seldom are the same to the decimal: the correlation. */
function retestRows(card: IndicatorCard, lang: Lang): string[][] {
  const { yesNo } = card;
  const text = messages(lang).indicatorCards.lasting;
  const { testRetest: found } = card.lasting;
  const name = yesNo ? text.agreement : text.correlation;
  const value = yesNo ? found?.agreement : found?.correlation;
  if (found === null || value === undefined || value === null) {
    const why = found?.reasons[yesNo ? 'agreement' : 'correlation'] ?? 'no-pairs';
    return [none(name, reasonOverYears(why, card, lang))];
  }
  const { distance, pairs } = found;
  const shown = yesNo ? formatPercent(value, lang) : formatNumber(value, lang, 2);
  const means = yesNo ? text.agreementMeans(`${distance}`) : text.correlationMeans(`${distance}`);
  return [[name, shown, text.pairs(count(pairs, lang)), means]];
}

function flipsRow(card: IndicatorCard, lang: Lang): string[] {
  const { flips } = card;
  const text = messages(lang).indicatorCards.lasting;
  if (flips === null)
    return none(
      text.flips,
      card.yesNo && card.asked.years.length === 1 ? reasonOverYears(null, card, lang) : text.noFlips,
    );
  const expected = formatPercent(flips.expectedShare, lang);
  const of = `${count(flips.units, lang)}/${count(flips.base, lang)}`;
  return [text.flips, formatPercent(flips.share, lang), of, text.flipsMeans(expected)];
}

function groupRow(card: IndicatorCard, by: 'lan' | 'kommungrupp', lang: Lang): string[] {
  const text = messages(lang).indicatorCards.lasting;
  const { icc, groups, reason: why } = card.lasting.by[by];
  if (icc === null) return none(text[by], reasonOverYears(why, card, lang));
  return [text[by], formatPercent(icc, lang, 1), text.groups(count(groups, lang)), text.groupMeans[by]];
}
