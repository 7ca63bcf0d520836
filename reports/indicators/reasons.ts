import type { IndicatorCard, Reason } from '../../analysis/indicators/index.js';
import { formatP, formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { change, count, criterionText } from './words.js';

/** The sentence of a card: what the profile advises, and why. */
export function adviceSentence({ advice }: Pick<IndicatorCard, 'advice'>, lang: Lang): string {
  const text = messages(lang).indicators;
  return `${text.advice[advice.key]}. ${text.because[advice.because]}`;
}

/** The reasons of an advice with their numbers, the most important first. */
export const reasonTexts = (card: IndicatorCard, lang: Lang): string[] =>
  card.advice.reasons.map((reason) => reasonText(reason, card, lang));

function reasonText(r: Reason, card: IndicatorCard, lang: Lang): string {
  const { indicators: text } = messages(lang);
  const n = (value: number) => count(value, lang);
  switch (r.key) {
    case 'few-answers':
      return text.reasons[r.key](n(r.most), n(r.minimum));
    case 'discontinued':
      return text.reasons[r.key](`${r.last}`);
    case 'saturated': {
      const key = r.basis === 'units' ? 'saturated' : 'saturated-mean';
      return text.reasons[key](formatPercent(r.met, lang), `${r.since}`, formatPercent(r.limit, lang));
    }
    case 'single-year':
      return text.reasons[r.key](`${r.year}`);
    case 'criterion':
      return criterionText(r.criterion, card, lang);
    case 'null-trend':
      return text.reasons[r.key](
        formatP(r.p, lang),
        change(r.change, card, lang),
        formatPercent(r.power, lang),
      );
    case 'trend-found':
      return text.reasons[r.key](change(r.perYear, card, lang, true), formatP(r.p, lang));
    case 'little-known':
      return text.reasons[r.key](n(r.judged), n(r.of));
    case 'fit':
      return text.reasons[r.key](n(r.met), n(r.of));
  }
}
