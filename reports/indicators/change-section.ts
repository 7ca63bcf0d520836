import type { IndicatorCard, Undone } from '../../analysis/indicators/index.js';
import { heading, paragraph } from '../document/blocks.js';
import type { Section } from '../document/document.js';
import { formatNumber, formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { change, count, reasonOverYears } from './words.js';

/** How large a change must be to be seen: nationally, and in one municipality. */
export function changeSection(card: IndicatorCard, lang: Lang): Section {
  const { sections, change: text } = messages(lang).indicatorCards;
  return {
    id: 'change',
    title: sections.change,
    blocks: [
      paragraph(text.intro),
      heading(3, text.nation),
      ...nationTexts(card, lang).map(paragraph),
      heading(3, text.unit),
      ...unitTexts(card, lang).map(paragraph),
    ],
  };
}

function nationTexts(card: IndicatorCard, lang: Lang): string[] {
  const { indicators, indicatorCards } = messages(lang);
  const { change: text } = indicatorCards;
  const { change: smallest, from, to, pairs, ofInterest, power, reason: why } = card.detectable;
  if (smallest === null) return [text.nationNone(reasonOverYears(why, card, lang))];
  const found = indicators.detectable(change(smallest, card, lang), `${from}`, `${to}`, count(pairs, lang));
  return [
    found,
    ...(ofInterest === null || power === null
      ? []
      : [indicators.detectablePower(change(ofInterest, card, lang), formatPercent(power, lang))]),
    text.nationRead,
  ];
}

function unitTexts(card: IndicatorCard, lang: Lang): string[] {
  const { indicators, indicatorCards } = messages(lang);
  const { change: text } = indicatorCards;
  const { oneUnit } = card;
  if (oneUnit.kind === 'yes-no') {
    const { oneUnit: words } = indicators;
    const both = [
      undone(oneUnit.toYes, words.undoneToYes, lang),
      undone(oneUnit.fromYes, words.undoneFromYes, lang),
    ];
    const known = both.filter((said) => said !== null);
    return [words['yes-no'], ...(known.length > 0 ? known : [words.noChanges]), text.unitYesNoRead];
  }
  const { smallest, retest, pairs } = oneUnit;
  if (smallest === null) return [text.unitNone(reasonOverYears(oneUnit.reason, card, lang))];
  return [
    indicators.oneUnit.number(change(smallest, card, lang)),
    text.basis(formatNumber(retest, lang, 2), count(pairs, lang)),
    text.unitNumberRead,
  ];
}

type Sentence = (undone: string, changes: string, share: string, interval: string, chance: string) => string;

function undone(of: Undone, says: Sentence, lang: Lang): string | null {
  if (of.share === null) return null;
  const percent = (share: number | null) => formatPercent(share, lang);
  const between = `${percent(of.ciLow)} – ${percent(of.ciHigh)}`;
  return says(
    count(of.undone, lang),
    count(of.changes, lang),
    percent(of.share),
    between,
    percent(of.byChance),
  );
}
