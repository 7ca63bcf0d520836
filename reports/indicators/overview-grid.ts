import type { AdviceKey, IndicatorCard } from '../../analysis/indicators/index.js';
import { areaLabel } from '../locales/labels.js';
import { messages, type Lang } from '../locales/language.js';
import type { Grid, Tone } from '../tables/table.js';
import { cardPage } from './ids.js';
import {
  levelCell,
  missingCell,
  type OverviewCell,
  plain,
  reliabilityCell,
  roomCell,
  smallestCell,
  stableCell,
  trendCell,
} from './overview-cells.js';
import { nameOf } from './words.js';

/** Advice, area and kind: the columns of which a reader chooses one text. */
const CHOICES = [1, 2, 3] as const;

/** How an advice is coloured, and its place when rows are sorted by it. */
export const adviceLooks: Readonly<Record<AdviceKey, { readonly tone: Tone; readonly order: number }>> = {
  keep: { tone: 'good', order: 1 },
  saturated: { tone: 'partly', order: 2 },
  repair: { tone: 'partly', order: 3 },
  'too-noisy': { tone: 'poor', order: 4 },
  'cannot-judge': { tone: 'absent', order: 5 },
};

/** Every indicator on a row, to sort and filter; `linked` to its card's page. */
export function overviewGrid(
  cards: readonly IndicatorCard[],
  linked: boolean,
  synthetic: boolean,
  lang: Lang,
): Grid {
  const text = messages(lang).indicatorOverview;
  const cells = cards.map((card) => rowCells(card, lang));
  return {
    id: 'indicators-grid',
    title: text.gridTitle,
    head: text.heads,
    columns: text.heads.map((_, column) => (column < 4 ? 'text' : 'number')),
    rows: cells.map((row) => row.map((c) => c.text)),
    tones: cells.map((row) => row.map((c) => c.tone)),
    ...(linked ? { links: cards.map(({ id }) => [cardPage(id)]) } : {}),
    sortable: { values: cells.map((row) => row.map((c) => c.value)), choices: CHOICES },
    notes: text.notes,
    synthetic,
  };
}

function rowCells(card: IndicatorCard, lang: Lang): OverviewCell[] {
  const { indicators } = messages(lang);
  const { advice, measures } = card;
  const { tone, order } = adviceLooks[advice.key];
  return [
    plain(`${nameOf(card, lang)}\n${card.id}`),
    { text: indicators.advice[advice.key], tone, value: order },
    plain(areaLabel(card.area, lang)),
    plain(indicators.kinds[measures.kind]),
    levelCell(card, lang),
    roomCell(card, lang),
    trendCell(card, lang),
    reliabilityCell(card, lang),
    stableCell(card, lang),
    missingCell(card, lang),
    smallestCell(card, lang),
  ];
}
