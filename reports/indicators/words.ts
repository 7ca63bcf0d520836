import type { Criterion, IndicatorCard, MeasureKey, Verdict } from '../../analysis/indicators/index.js';
import { formatEstimate, formatNumber, formatPercent } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import type { Tone } from '../tables/table.js';

/** What the words of a card need to know of it. */
export type Scale = Pick<IndicatorCard, 'unit'>;

/** An indicator's name: with the row or row group of the appendix where it belongs to one. */
export const nameOf = ({ label, within }: Pick<IndicatorCard, 'label' | 'within'>, lang: Lang): string =>
  within === null || within[lang] === label[lang] ? label[lang] : `${within[lang]}: ${label[lang]}`;

/** A level: `66,2 %`, or a number of the indicator's own scale. */
export const level = (value: number | null, { unit }: Scale, lang: Lang): string =>
  unit === 'procent'
    ? formatPercent(value === null ? null : value / 100, lang, 1)
    : formatEstimate(value, lang);

/** A change without its unit: `+4,4`; with as many decimals as `like` needs, for an interval those of its estimate. */
export const bareChange = (
  value: number | null,
  { unit }: Scale,
  lang: Lang,
  { signed = true, like = value }: { readonly signed?: boolean; readonly like?: number | null } = {},
): string =>
  unit === 'procent'
    ? formatNumber(value, lang, Math.abs(like ?? 1) < 0.095 ? 2 : 1, { signed })
    : formatEstimate(value, lang, { signed });

/** A change with its unit: `4,4 procentenheter`. */
export const change = (value: number, of: Scale, lang: Lang, signed = false): string => {
  const unit = unitOfChange(of, lang);
  return bareChange(value, of, lang, { signed }) + (unit === '' ? '' : ` ${unit}`);
};

/** `procentenheter`; '' where the scale has no unit. */
export const unitOfChange = ({ unit }: Scale, lang: Lang): string =>
  unit === 'procent' ? messages(lang).unitsOfDifference.procent : '';

export const interval = (low: number | null, high: number | null, of: Scale, lang: Lang): string =>
  low === null || high === null ? '' : `${level(low, of, lang)} – ${level(high, of, lang)}`;

export const count = (n: number, lang: Lang): string => formatNumber(n, lang);

export const reason = (key: string | null, lang: Lang): string =>
  term(messages(lang).reasons, key ?? 'not-estimable');

/** Why something that takes several years is not known: of one year alone that is the reason, whatever a model calls it. */
export const reasonOverYears = (
  key: string | null,
  { asked }: Pick<IndicatorCard, 'asked'>,
  lang: Lang,
): string => (asked.years.length === 1 ? messages(lang).indicatorCards.oneYear : reason(key, lang));

const tones = { met: 'good', partly: 'partly', 'not-met': 'poor', 'not-judged': 'absent' } as const;

/** A verdict's colour; its word stands beside it. */
export const toneOf = (verdict: Verdict): Tone => tones[verdict];

/** How the number of a measure is written: as percent, or with so many decimals; its limits have fewer. */
const forms: Readonly<Record<MeasureKey, 'percent' | { readonly digits: number; readonly limit: number }>> = {
  'goal-share': 'percent',
  'goal-share-low': 'percent',
  'suppressing-share': 'percent',
  'on-scale-share': 'percent',
  'counties-suppressed': 'percent',
  reliability: { digits: 2, limit: 1 },
  retest: { digits: 2, limit: 1 },
  'change-in-sd': { digits: 2, limit: 1 },
  'flips-to-chance': { digits: 2, limit: 1 },
  'change-in-points': { digits: 1, limit: 0 },
  'comparable-years': { digits: 0, limit: 0 },
  closeness: { digits: 0, limit: 0 },
};

/** A number of the profile, as its measure is written: `66 %`, `0,54`. */
export function measured(measure: MeasureKey, value: number | null, lang: Lang): string {
  const form = forms[measure];
  return form === 'percent' ? formatPercent(value, lang) : formatNumber(value, lang, form.digits);
}

/** A limit of the profile: `90 %`, `0,7`. */
export function limitOf(measure: MeasureKey, value: number | null, lang: Lang): string {
  const form = forms[measure];
  return form === 'percent' ? formatPercent(value, lang) : formatNumber(value, lang, form.limit);
}

/** A criterion as a sentence with its number and its limits, or why it has none. */
export function criterionText(
  c: Criterion,
  card: Pick<IndicatorCard, 'measures' | 'jumps' | 'asked'>,
  lang: Lang,
): string {
  const { indicators: text } = messages(lang);
  const name = text.criteria[c.key];
  if (c.key === 'practice')
    return c.verdict === 'not-judged'
      ? text.notJudged(name, text.kindSources.unknown)
      : text.measures.closeness(text.practice[card.measures.practice], '', '');
  if (c.verdict === 'not-judged') return text.notJudged(name, criterionReason(c, card, lang));
  if (c.value === null) return text.allEqual;
  const limit = (value: number | null) => limitOf(c.measure, value, lang);
  const said = text.measures[c.measure](measured(c.measure, c.value, lang), limit(c.met), limit(c.notMet));
  return isJumped(c, card) ? `${said} ${text.jumped}` : said;
}

/** Why a criterion has no number. */
export const criterionReason = (c: Criterion, card: Pick<IndicatorCard, 'asked'>, lang: Lang): string =>
  c.key === 'room' || c.key === 'answered' ? reason(c.reason, lang) : reasonOverYears(c.reason, card, lang);

/** Whether comparability is in doubt for a jump that nothing on record explains. */
const isJumped = ({ key, verdict }: Criterion, { jumps }: Pick<IndicatorCard, 'jumps'>): boolean =>
  key === 'comparable' && verdict === 'partly' && jumps.some((j) => j.beyondChance && !j.listed);
