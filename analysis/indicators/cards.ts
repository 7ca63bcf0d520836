import type { Estimate } from '../estimate.js';
import type { Panel } from '../panel/panel.js';
import { quality } from '../quality/quality.js';
import type { Specification } from '../specification.js';
import { adviceOf } from './advice.js';
import { appendixFindings, runMarks, type RunMarks } from './appendix.js';
import { detectableChange } from './change.js';
import { lastingOf } from './lasting.js';
import { type CardYear, cardYears, latestOf, saturationOf } from './levels.js';
import { measuresOf } from './measures.js';
import { missingOf } from './missing.js';
import { oneUnitChange } from './one-unit.js';
import type { IndicatorCard, IndicatorFacts } from './records.js';
import { type CardSeries, cardSeries } from './series.js';
import { type CardTrend, cardTrends } from './trend.js';
import { usefulnessProfile } from './usefulness.js';

/**
 * The card of every indicator of the panel, in its order: what it measures, its level, trend, saturation, reliability and
 * missing answers, the smallest change it can show, what the appendix found, a usefulness profile and advice. Of the
 * specification the period and the confidence level are used: Ja counts as it stands, `Delvis` not as Ja, as in the
 * official shares. Indicators that cannot be judged have a card that says why; nothing throws.
 * @param run the estimates of `replicate` on the same panel; without them the appendix's marks stand alone
 */
export function indicatorCards(
  panel: Panel,
  spec: Specification,
  run: readonly Estimate[] | null = null,
): IndicatorCard[] {
  const all = cardSeries(panel, spec, quality(panel, spec, null).indicators);
  const years = all.map((card) => cardYears(panel, card, spec.inference.level));
  const sd = years.map((list) => latestOf(list)?.sd ?? null);
  const trend = cardTrends(panel, all, spec, sd);
  const lastAsked = lastAskedYears(all);
  const marks = runMarks(run);
  return all.map((card, i) => {
    const facts = factsOf(panel, card, years[i]!, trend[i]!, lastAsked.get(surveyOf(card))!, marks);
    const profile = usefulnessProfile(facts);
    return { ...facts, profile, advice: adviceOf(facts, profile) };
  });
}

/** Indicators of one survey are asked, or no longer asked, together; of unknown ones those of an area. */
const surveyOf = ({ quality: { survey, area } }: CardSeries): string => `${survey ?? ''}\u0000${area}`;

function lastAskedYears(all: readonly CardSeries[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const card of all) {
    const year = card.quality.years.at(-1)?.year ?? -Infinity;
    last.set(surveyOf(card), Math.max(year, last.get(surveyOf(card)) ?? -Infinity));
  }
  return last;
}

function factsOf(
  panel: Panel,
  card: CardSeries,
  years: readonly CardYear[],
  trend: CardTrend,
  lastAsked: number,
  marks: RunMarks,
): IndicatorFacts {
  const { quality: q, series, outcome, item } = card;
  const latest = latestOf(years);
  const lasting = lastingOf(panel, card);
  const asked = years.map((y) => y.year);
  return {
    id: q.id,
    area: q.area,
    label: q.label,
    within: q.within,
    survey: q.survey,
    type: q.type,
    yesNo: q.yesNo,
    better: q.better,
    unit: outcome.unit,
    measures: measuresOf(series.indicator, item),
    asked: { years: asked, ongoing: asked.length > 0 && asked.at(-1) === lastAsked },
    years,
    latest,
    trend,
    saturation: saturationOf(card, years),
    lasting,
    flips: q.flips,
    missing: missingOf(years),
    detectable: detectableChange(panel, card, latest?.sd ?? null),
    oneUnit: oneUnitChange(panel, card, lasting.testRetest),
    appendix: appendixFindings(q.id, marks),
    changes: q.changes,
    jumps: q.jumps,
    grade: q.grade,
  };
}
