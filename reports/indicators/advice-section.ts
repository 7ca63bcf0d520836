import type { CriterionKey, IndicatorCard } from '../../analysis/indicators/index.js';
import { listed, paragraph } from '../document/blocks.js';
import type { Fact, Section } from '../document/document.js';
import { formatP, formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { reasonTexts } from './reasons.js';
import { bareChange, change, count, level, reasonOverYears, unitOfChange } from './words.js';

/** What the profile advises and why, and what a municipality, a county and the owner can do with it. */
export function adviceSection(card: IndicatorCard, lang: Lang): Section {
  const text = messages(lang).indicatorCards;
  return {
    id: 'advice',
    title: text.sections.advice,
    blocks: [
      { kind: 'facts', facts: facts(card, lang) },
      ...listed(3, text.reasons, reasonTexts(card, lang)),
      ...listed(3, text.use, uses(card, lang)),
      ...listed(3, text.mending, [text.steps[card.advice.key], ...mends(card, lang)]),
      paragraph(text.caution),
    ],
  };
}

function facts(card: IndicatorCard, lang: Lang): Fact[] {
  const text = messages(lang).indicatorCards.facts;
  const judged = card.profile.filter((c) => c.verdict !== 'not-judged');
  const met = judged.filter((c) => c.verdict === 'met').length;
  return [
    levelFact(card, lang),
    trendFact(card, lang),
    smallestFact(card, lang),
    { value: count(met, lang), label: text.criteria, note: text.ofJudged(count(judged.length, lang)) },
  ].filter((fact) => fact !== null);
}

function levelFact(card: IndicatorCard, lang: Lang): Fact | null {
  const { latest, yesNo } = card;
  if (latest === null) return null;
  const text = messages(lang).indicatorCards.facts;
  const n = count(latest.answered, lang);
  const show = (value: number | null) => level(value, card, lang);
  return {
    value: show(latest.value),
    label: (yesNo ? text.yes : text.mean)(`${latest.year}`),
    note: latest.ciLow === null ? text.ofOne(n) : text.of(n, show(latest.ciLow), show(latest.ciHigh)),
  };
}

function trendFact(card: IndicatorCard, lang: Lang): Fact | null {
  const { trend } = card;
  const text = messages(lang).indicatorCards.facts;
  if (trend.perYear === null)
    return { value: '–', label: text.noTrend, note: reasonOverYears(trend.reason, card, lang) };
  const unit = unitOfChange(card, lang);
  return {
    value: bareChange(trend.perYear, card, lang),
    label: unit === '' ? text.perYearBare : text.perYear(unit),
    note: text.trend(`${trend.first}`, `${trend.last}`, formatP(trend.p, lang), count(trend.n, lang)),
  };
}

function smallestFact(card: IndicatorCard, lang: Lang): Fact | null {
  const { change: smallest, from, to, pairs, reason: why } = card.detectable;
  const text = messages(lang).indicatorCards.facts;
  if (smallest === null)
    return { value: '–', label: text.smallestBare, note: reasonOverYears(why, card, lang) };
  const unit = unitOfChange(card, lang);
  return {
    value: bareChange(smallest, card, lang, { signed: false }),
    label: unit === '' ? text.smallestBare : text.smallest(unit),
    note: text.pairs(`${from}`, `${to}`, count(pairs, lang)),
  };
}

const verdictOf = (card: IndicatorCard, key: CriterionKey) =>
  card.profile.find((c) => c.key === key)!.verdict;

/** What a municipality, its county and the nation can read in it. */
function uses(card: IndicatorCard, lang: Lang): string[] {
  const text = messages(lang).indicatorCards.uses;
  const { lasting, detectable } = card;
  const years = lasting.yearsFor80;
  const own = text.unit[unitVerdict(card)];
  const { icc, groups } = lasting.by.lan;
  const nation = verdictOf(card, 'shows-change');
  return [
    years === null || years < 2 ? own : `${own} ${text.years(count(years, lang))}`,
    ...(icc === null ? [] : [text.county(formatPercent(icc, lang), count(groups, lang))]),
    detectable.change === null || nation === 'not-judged'
      ? text.nation['not-judged'](reasonOverYears(detectable.reason, card, lang))
      : text.nation[nation](change(detectable.change, card, lang)),
  ];
}

/** What one unit's answer is worth: the worse of telling apart and being steady. */
function unitVerdict(card: IndicatorCard) {
  const [apart, stable] = [verdictOf(card, 'tells-apart'), verdictOf(card, 'stable')];
  return stable === 'not-met' && apart !== 'not-judged' ? 'not-met' : apart;
}

/** What the owner can do about the criteria that are not met; distance from practice last. */
function mends(card: IndicatorCard, lang: Lang): string[] {
  const text = messages(lang).indicatorCards.mend;
  return card.profile.filter((c) => c.verdict === 'not-met').map((c) => text[c.key]);
}
