import type { IndicatorCard } from '../../analysis/indicators/index.js';
import type { Manifest } from '../../analysis/results.js';
import type { Document, DocumentFigure } from '../document/document.js';
import { runDocument } from '../document/head.js';
import { messages, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { adviceSection } from './advice-section.js';
import { appendixSection } from './appendix-section.js';
import { changeSection } from './change-section.js';
import { cardId } from './ids.js';
import { lastingSection } from './lasting-section.js';
import { measuresSection } from './measures-section.js';
import { missingSection } from './missing-section.js';
import { profileSection } from './profile-section.js';
import { adviceSentence } from './reasons.js';
import { trendFigure } from './trend-figure.js';
import { trendSection } from './trend-section.js';
import { nameOf } from './words.js';

/** What a card shows besides its record. */
export interface CardOptions {
  /** Confidence level of the card's intervals, as the specification has it; 0.95 by default. */
  readonly level?: number;
  /** Figures for the section of the trend, instead of the card's own line. */
  readonly figures?: readonly DocumentFigure[];
}

/**
 * The card of one indicator as a document (`indikator-<id>`): the advice and why, what can be done with it, then what it
 * measures, its usefulness profile, trend, what lasts of an answer, missing answers, the smallest change it can show
 * and what the appendix found. Pure; nothing is estimated here, and what cannot be known says why.
 */
export const cardDocument = (
  card: IndicatorCard,
  manifest: Manifest,
  lang: Lang,
  options?: CardOptions,
): Document => withLabels(manifest.labels, () => documentOf(card, manifest, lang, options));

function documentOf(
  card: IndicatorCard,
  manifest: Manifest,
  lang: Lang,
  { level = 0.95, figures }: CardOptions = {},
): Document {
  const { synthetic } = manifest;
  const own = figures ?? [trendFigure(card, synthetic, lang)].filter((f) => f !== null);
  const subject = {
    id: cardId(card.id),
    title: messages(lang).indicatorCards.title(nameOf(card, lang)),
    lead: adviceSentence(card, lang),
  };
  const sections = [
    adviceSection(card, lang),
    measuresSection(card, lang),
    profileSection(card, synthetic, lang),
    trendSection(card, { synthetic, level, figures: own, lang }),
    lastingSection(card, synthetic, lang),
    missingSection(card, synthetic, lang),
    changeSection(card, lang),
    appendixSection(card, synthetic, lang),
  ];
  return runDocument(subject, manifest, sections, lang);
}
