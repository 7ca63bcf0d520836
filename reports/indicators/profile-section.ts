import type { Criterion, IndicatorCard } from '../../analysis/indicators/index.js';
import { gridSection } from '../document/blocks.js';
import type { Section } from '../document/document.js';
import { messages, type Lang } from '../locales/language.js';
import type { Grid } from '../tables/table.js';
import { criterionReason, limitOf, measured, toneOf } from './words.js';

/** The usefulness profile: every criterion with its verdict, its number, the limits, and why they stand there. */
export function profileSection(card: IndicatorCard, synthetic: boolean, lang: Lang): Section {
  const { indicatorCards: text, indicators } = messages(lang);
  const { title, heads } = text.profile;
  const of: Grid = {
    id: 'profile-grid',
    title,
    head: heads,
    columns: ['text', 'text', 'number', 'prose', 'prose'],
    rows: card.profile.map((c) => profileRow(c, card, lang)),
    tones: card.profile.map((c) => [null, toneOf(c.verdict), null, null, null]),
    notes: [indicators.profileNote],
    synthetic,
  };
  return gridSection('profile', text.sections.profile, of);
}

function profileRow(c: Criterion, card: IndicatorCard, lang: Lang): string[] {
  const { indicatorCards: text, indicators } = messages(lang);
  const { criteria, questions, verdicts } = indicators;
  return [
    `${criteria[c.key]}\n${questions[c.key]}`,
    verdicts[c.verdict],
    numberOf(c, card, lang),
    text.limits[c.measure](limitOf(c.measure, c.met, lang), limitOf(c.measure, c.notMet, lang)),
    text.whys[c.measure],
  ];
}

/** The number with what it is of; without one, why. */
function numberOf(c: Criterion, card: IndicatorCard, lang: Lang): string {
  const { indicators, indicatorCards: text, indicatorOverview } = messages(lang);
  const without = `${text.profile.none}\n`;
  if (c.key === 'practice')
    return c.verdict === 'not-judged'
      ? without + indicators.kindSources.unknown
      : without + indicators.practice[card.measures.practice];
  if (c.value === null) return without + criterionReason(c, card, lang);
  return `${measured(c.measure, c.value, lang)}\n${indicatorOverview.measureNames[c.measure]}`;
}
