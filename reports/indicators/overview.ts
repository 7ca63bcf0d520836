import { type AdviceKey, adviceKeys } from '../../analysis/indicators/advice.js';
import type { IndicatorCard } from '../../analysis/indicators/index.js';
import type { Manifest } from '../../analysis/results.js';
import { grid, gridSection, heading, paragraph } from '../document/blocks.js';
import { dataSection } from '../document/data.js';
import type { Document, Section } from '../document/document.js';
import { runDocument } from '../document/head.js';
import { areaLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import type { Grid } from '../tables/table.js';
import { limitsGrid } from './limits-grid.js';
import { numbersGrid } from './numbers-grid.js';
import { adviceLooks, overviewGrid } from './overview-grid.js';
import { count } from './words.js';

/** Where an overview stands. */
export interface OverviewOptions {
  /** Whether the cards stand beside it as pages, `indikator-<id>.html`: then the rows lead to them. */
  readonly cards?: boolean;
  /** Whether a second table holds the numbers one to a cell, as a workbook wants them; on paper it is too wide. */
  readonly numbers?: boolean;
}

/**
 * The overview of all indicators as a document (`indikatorer`): the advice counted, one table of all to sort and filter,
 * how the criteria and limits are set, and why there is no score. Pure; nothing is estimated here.
 */
export const overviewDocument = (
  cards: readonly IndicatorCard[],
  manifest: Manifest,
  lang: Lang,
  options?: OverviewOptions,
): Document => withLabels(manifest.labels, () => documentOf(cards, manifest, lang, options));

function documentOf(
  cards: readonly IndicatorCard[],
  manifest: Manifest,
  lang: Lang,
  { cards: linked = false, numbers = false }: OverviewOptions = {},
): Document {
  const text = messages(lang).indicatorOverview;
  const { synthetic } = manifest;
  const keep = cards.filter((c) => c.advice.key === 'keep').length;
  const lead = cards.length === 0 ? text.leadNone : text.lead(count(cards.length, lang), count(keep, lang));
  const sections: Section[] = [
    adviceSection(cards, linked, synthetic, lang),
    ...(cards.length === 0 ? [] : [allSection(cards, linked, synthetic, lang)]),
    ...(numbers ? [gridSection('numbers', text.numbers, numbersGrid(cards, synthetic, lang))] : []),
    criteriaSection(lang),
    { id: 'no-score', title: text.sections.score, blocks: text.score.map(paragraph) },
    dataSection(manifest, lang),
  ];
  return runDocument({ id: 'indikatorer', title: text.title, lead }, manifest, sections, lang);
}

function adviceSection(
  cards: readonly IndicatorCard[],
  linked: boolean,
  synthetic: boolean,
  lang: Lang,
): Section {
  const text = messages(lang).indicatorOverview;
  return {
    id: 'advice',
    title: text.sections.advice,
    blocks: [
      { kind: 'list', items: linked ? text.start : text.startNoCards },
      grid(meaningsGrid(cards, synthetic, lang)),
      ...(cards.length === 0 ? [] : [grid(areasGrid(cards, synthetic, lang))]),
    ],
  };
}

const withAdvice = (cards: readonly IndicatorCard[], key: AdviceKey, lang: Lang): string =>
  count(cards.filter((c) => c.advice.key === key).length, lang);

function meaningsGrid(cards: readonly IndicatorCard[], synthetic: boolean, lang: Lang): Grid {
  const { indicators, indicatorOverview: text } = messages(lang);
  return {
    id: 'advice-meanings',
    title: text.meaningsTitle,
    head: text.meaningHeads,
    columns: ['text', 'prose', 'number'],
    rows: adviceKeys.map((key) => [indicators.advice[key], text.meanings[key], withAdvice(cards, key, lang)]),
    tones: adviceKeys.map((key) => [null, null, adviceLooks[key].tone]),
    notes: [],
    synthetic,
  };
}

/** The advice counted area by area; the areas in the order of the indicators. */
function areasGrid(cards: readonly IndicatorCard[], synthetic: boolean, lang: Lang): Grid {
  const { indicators, indicatorOverview: text } = messages(lang);
  const areas = [...new Set(cards.map((c) => c.area))];
  const row = (name: string, of: readonly IndicatorCard[]) => [
    name,
    ...adviceKeys.map((key) => withAdvice(of, key, lang)),
    count(of.length, lang),
  ];
  return {
    id: 'advice-areas',
    title: text.adviceTitle,
    head: [text.adviceHead, ...adviceKeys.map((key) => indicators.advice[key]), text.total],
    rows: [
      ...areas.map((area) => row(areaLabel(area, lang), cards.filter((c) => c.area === area))), // prettier-ignore
      row(text.total, cards),
    ],
    notes: [],
    synthetic,
  };
}

function allSection(
  cards: readonly IndicatorCard[],
  linked: boolean,
  synthetic: boolean,
  lang: Lang,
): Section {
  const { sections } = messages(lang).indicatorOverview;
  return gridSection('all', sections.all, overviewGrid(cards, linked, synthetic, lang));
}

function criteriaSection(lang: Lang): Section {
  const { indicators, indicatorOverview: text } = messages(lang);
  return {
    id: 'criteria',
    title: text.sections.criteria,
    blocks: [
      paragraph(indicators.profileNote),
      grid(limitsGrid(lang)),
      paragraph(indicators.practiceRule),
      heading(3, text.orderTitle),
      { kind: 'list', items: text.order.map((rule, i) => `${i + 1}. ${rule}`) },
    ],
  };
}
