import type { Results } from '../../analysis/results.js';
import { indicatorKinds } from '../../data/records.js';
import { purposes, skrUse, skrUsefulness, usefulness } from '../../data/codebook/skr-2019.js';
import { formatEstimate, formatLevel, formatNumber } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import type { Grid, GridColumn } from '../tables/table.js';
import { coefficientsOf } from './coefficient-rows.js';
import { coefficientText } from './coefficient-words.js';
import type {
  CoefficientsFigure,
  FigureDefinition,
  GroupsFigure,
  IndicatorTypesFigure,
  SkrFigure,
  TrendsFigure,
} from './definition.js';
import { groupMeans, groupText, type GroupValue } from './group-values.js';
import { countOf, indicatorTypes, publishedTypes } from './indicator-types.js';
import { figureSeries } from './series.js';
import { name, trendText } from './words.js';

/**
 * The numbers that a figure draws, as a table for those who cannot see it or want them. Null for a map, whose numbers are
 * those of the dots of the same area and grouping, and for a figure without any.
 */
export function figureNumbers(definition: FigureDefinition, results: Results, lang: Lang): Grid | null {
  const body = bodyOf(definition, results, lang);
  if (!body || body.rows.length === 0) return null;
  const published = definition.kind === 'use' || definition.kind === 'usefulness';
  return {
    id: `${definition.id}-numbers`,
    title: messages(lang).figures.numbers.title(definition.title[lang]),
    notes: [],
    synthetic: results.manifest.synthetic && !published,
    ...body,
  };
}

interface Body {
  readonly head: readonly string[];
  readonly columns: readonly GridColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly notes?: readonly string[];
}

function bodyOf(definition: FigureDefinition, results: Results, lang: Lang): Body | null {
  switch (definition.kind) {
    case 'trends':
      return trends(definition, results, lang);
    case 'indicator-types':
      return types(definition, results, lang);
    case 'use':
    case 'usefulness':
      return skr(definition, lang);
    case 'coefficients':
      return coefficients(definition, results, lang);
    case 'dots':
      return groups(definition, results, lang);
    case 'map':
      return null;
  }
}

function trends({ series }: TrendsFigure, { estimates }: Results, lang: Lang): Body {
  const { page, figures } = messages(lang);
  const rows = figureSeries(series, estimates, lang).flatMap((s) => {
    const value = (x: number | null) => formatNumber(x, lang, s.unit === 'procent' ? 1 : 3);
    const label = `${name(s)}\n${trendText(s, lang)}`;
    if (s.points.length === 0) return [[label, figures.noData, '', '', '']];
    return s.points.map((p, i) => {
      const interval = p.low === null || p.high === null ? '' : `${value(p.low)} – ${value(p.high)}`;
      return [i === 0 ? label : name(s), String(p.year), value(p.mean), interval, formatNumber(p.n, lang)];
    });
  });
  return {
    head: [page.series, page.year, page.mean, page.interval, page.n],
    columns: ['text', 'number', 'number', 'number', 'number'],
    rows,
  };
}

function types(figure: IndicatorTypesFigure, results: Results, lang: Lang): Body {
  const { figures } = messages(lang);
  const found = indicatorTypes(figure, results);
  const report = publishedTypes(figure);
  const kinds = [...indicatorKinds, ...found.kinds.filter((k) => !indicatorKinds.some((x) => x === k))];
  const rows = kinds.map((kind) => [
    term(figures.indicatorKinds, kind),
    ...found.years.map((year) => formatNumber(countOf(found, year, kind), lang)),
    ...(report ? [formatNumber(report.counts.find((c) => c.kind === kind)?.count ?? null, lang)] : []),
  ]);
  const head = [figures.numbers.kind, ...found.years.map(String), ...(report ? [figures.numbers.published(report.year)] : [])]; // prettier-ignore
  return { head, columns: numeric(head), rows: found.years.length === 0 ? [] : rows };
}

function skr({ kind }: SkrFigure, lang: Lang): Body {
  const { figures } = messages(lang);
  const table = <Key extends string>(
    keys: readonly Key[],
    words: Readonly<Record<Key, string>>,
    areas: readonly { readonly area: string; readonly shares: Readonly<Record<Key, number>> }[],
    number: number,
  ): Body => {
    const head = [figures.numbers.area, ...keys.map((key) => words[key])];
    const rows = areas.map(({ area, shares }) => [
      term(figures.skrAreas, area),
      ...keys.map((key) => formatNumber(shares[key], lang)),
    ]);
    return { head, columns: numeric(head), rows, notes: [`${figures.shareOfRespondents}.`, figures.skrSource(number)] }; // prettier-ignore
  };
  return kind === 'use'
    ? table(purposes, figures.purposes, skrUse(), 3)
    : table(usefulness, figures.usefulness, skrUsefulness(), 4);
}

function coefficients(figure: CoefficientsFigure, results: Results, lang: Lang): Body | null {
  const found = coefficientsOf(figure, results, lang);
  if (!found) return null;
  const { figures, unitsOfDifference } = messages(lang);
  const columns = found.panels.flatMap(({ head, columns: own }) =>
    own.map(({ key, variant }) => ({ key, head: [head, found.variants[variant]!].filter((t) => t !== '').join(', ') })),
  ); // prettier-ignore
  const rows = found.blocks.flatMap(({ unit, rows: own }) =>
    own.map((row) => [
      [row.label, [row.group, term(unitsOfDifference, unit)].filter((t) => t !== null && t !== 'eta').join(', ')].filter((t) => t !== '').join('\n'),
      ...columns.map(({ key }) => {
        const e = row.byColumn.get(key);
        if (!e) return '';
        const stars = e.mark === null || e.mark === '' ? '' : e.mark.length > 1 ? ' **' : ' *';
        return coefficientText(e, unit, lang) + stars;
      }),
    ]),
  ); // prettier-ignore
  const head = [figures.numbers.row, ...columns.map((c) => c.head)];
  const level = formatLevel(results.specification.inference.level, lang);
  const notes = [...(found.isAnova ? [] : [`${figures.band(level)}.`]), figures.numbers.starred];
  return { head, columns: numeric(head), rows, notes };
}

function groups(figure: GroupsFigure, results: Results, lang: Lang): Body {
  const { figures } = messages(lang);
  const found = groupMeans(figure, results, lang);
  const cell = ({ mean, low, high, n }: GroupValue, unit: string): string => {
    if (mean === null) return '–';
    const value = (x: number) =>
      unit === 'procent' ? formatNumber(x, lang, 1) : formatEstimate(x, lang);
    const interval = low === null || high === null ? '' : `\n${value(low)} ${figures.to} ${value(high)}`;
    return `${value(mean)} (n ${formatNumber(n, lang)})${interval}`;
  }; // prettier-ignore
  const head = [
    figures.numbers.group,
    ...found.outcomes.map(({ label, context }) => (context === null ? label : `${label} (${context})`)),
  ];
  const nation = [figures.nation, ...found.outcomes.map((o) => cell(o.nation, o.unit))];
  const rows = found.groups.map((group, i) => [
    groupText(group, figure.grouping, lang),
    ...found.outcomes.map((o) => cell(o.values[i]!, o.unit)),
  ]);
  const level = formatLevel(results.specification.inference.level, lang);
  return { head, columns: numeric(head), rows: [nation, ...rows], notes: [`${figures.groupMean(level)}.`] };
}

const numeric = (head: readonly string[]): GridColumn[] => head.map((_, i) => (i === 0 ? 'text' : 'number'));
