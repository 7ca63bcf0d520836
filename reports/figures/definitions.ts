import type { Estimate } from '../../analysis/estimate.js';
import { OWN_INDICATORS, UNCLASSIFIED } from '../../data/records.js';
import type { Results } from '../../analysis/results.js';
import { codebook, type Text } from '../../data/codebook/codebook.js';
import { messages, type Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { coefficientFigures } from './coefficient-figures.js';
import type { FigureDefinition, IndicatorTypesFigure, SkrFigure } from './definition.js';
import { groupFigures } from './group-figures.js';
import { trendFigures } from './trend-figures.js';

/**
 * The figures that results can fill, in the order of a report: for the nation the report's figures 1 and 2, its tables 3
 * and 4 as figures, its figures 3 and 4; then area by area the appendix's, coefficients, dots and maps. What the results
 * have nothing of is left out. Ids are unique, and stable for the same tables, areas and groupings.
 */
export const figuresOf = (
  results: Pick<Results, 'estimates'> & Partial<Pick<Results, 'manifest'>>,
): FigureDefinition[] =>
  results.manifest ? withLabels(results.manifest.labels, () => figuresIn(results)) : figuresIn(results);

function figuresIn({ estimates, manifest }: Parameters<typeof figuresOf>[0]): FigureDefinition[] {
  const found: FigureDefinition[] = [
    ...indicatorTypeFigures(estimates),
    ...skrFigures(estimates),
    ...trendFigures(estimates),
    ...coefficientFigures(estimates, manifest?.models),
    ...groupFigures(estimates, 'dots'),
    ...groupFigures(estimates, 'map'),
  ];
  const areas = [null, ...codebook().areas.map((a) => a.id), ...found.map((f) => f.area)];
  return [...new Set(areas)].flatMap((area) => found.filter((f) => f.area === area));
}

/** One figure per survey with indicators of a known kind, but for the users' survey, which has one kind. */
function indicatorTypeFigures(estimates: readonly Estimate[]): IndicatorTypesFigure[] {
  const classified = new Set(
    estimates
      .filter((e) => e.model === 'indicators' && e.row !== UNCLASSIFIED && (e.estimate ?? 0) > 0)
      .map((e) => e.group),
  );
  const figure = (survey: IndicatorTypesFigure['survey'], id: string, number: number) =>
    classified.has(survey)
      ? [{ kind: 'indicator-types' as const, id, area: null, survey, title: inBoth((lang) => typesTitle(survey, number, lang)) }] // prettier-ignore
      : [];
  return [
    ...figure('kommun', 'rapport-1', 1),
    ...figure('enhet', 'rapport-2', 2),
    ...figure(OWN_INDICATORS, 'indikatortyper', 0),
  ];
}

function typesTitle(survey: IndicatorTypesFigure['survey'], number: number, lang: Lang): string {
  const { figures } = messages(lang);
  const title = `${figures.indicatorTypes}: ${figures.surveys[survey]}`;
  if (number > 0) return `${figures.figure} ${number} (${figures.report}). ${title}`;
  return title;
}

/** SKR's survey is told beside the results that it is about: those of the codebook's own areas. */
function skrFigures(estimates: readonly Estimate[]): SkrFigure[] {
  const areas = new Set(codebook().areas.map((a) => a.id));
  if (!estimates.some((e) => e.model === 'trends' && areas.has(e.area ?? ''))) return [];
  const figure = (kind: SkrFigure['kind'], number: number): SkrFigure => ({
    kind,
    id: `rapport-tabell-${number}`,
    area: null,
    title: inBoth((lang) => {
      const { figures, tables } = messages(lang);
      return `${tables.table} ${number} (${figures.report}). ${figures.skrTitles[kind]}`;
    }),
  });
  return [figure('use', 3), figure('usefulness', 4)];
}

const inBoth = (text: (lang: Lang) => string): Text => ({ sv: text('sv'), en: text('en') });
