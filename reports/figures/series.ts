import type { Estimate } from '../../analysis/estimate.js';
import { areaLabel, groupLabel, indicatorLabel } from '../locales/labels.js';
import type { Lang } from '../locales/language.js';
import { plainLabel } from './text-fit.js';

/** The mean of one year. `low` and `high` are null where one unit gives no interval. */
export interface Point {
  readonly year: number;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
}

export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/** One series of a figure, read from the estimates of its trend. */
export interface FigureSeries {
  readonly id: string;
  readonly label: string;
  /** Row group or area, where labels in the figure are alike without it; else null. */
  readonly context: string | null;
  readonly unit: string;
  readonly points: readonly Point[];
  /** Change per year and its p; null where it could not be estimated. */
  readonly trend: { readonly estimate: number; readonly p: number | null } | null;
  readonly ols: Line | null;
  readonly theilSen: Line | null;
}

/** The series with the given ids, in their order; a series without any estimate among them is left out. */
export function figureSeries(
  ids: readonly string[],
  estimates: readonly Estimate[],
  lang: Lang,
): FigureSeries[] {
  const trends = new Map<string, Estimate[]>(ids.map((id) => [id, []]));
  for (const e of estimates)
    if (e.model === 'trends' && e.indicator !== null) trends.get(e.indicator)?.push(e);
  return distinct(
    [...trends].filter(([, list]) => list.length > 0).map(([id, list]) => oneSeries(id, list, lang)),
  );
}

/** Series that share a label need their context; where all share one label, the context is the better label. */
function distinct(series: readonly FigureSeries[]): FigureSeries[] {
  const labels = new Set(series.map((s) => s.label));
  if (labels.size === series.length) return series.map((s) => ({ ...s, context: null }));
  if (labels.size > 1) return [...series];
  return series.map((s) => (s.context === null ? s : { ...s, label: s.context, context: null }));
}

function oneSeries(id: string, estimates: readonly Estimate[], lang: Lang): FigureSeries {
  const any = estimates[0]!;
  const trend = estimates.find((e) => e.column === 'trend') ?? null;
  const unit = any.extra['unit'];
  const own = any.extra['label'] as Record<Lang, string> | undefined;
  const points = estimates.flatMap((e) => {
    if (e.estimate === null || !/^\d{4}$/.test(e.column ?? '')) return [];
    return [{ year: Number(e.column), mean: e.estimate, low: e.ciLow, high: e.ciHigh, n: e.n }];
  });
  const lines = trend?.extra['lines'] as Record<'ols' | 'theilSen', Partial<Line> | null> | null | undefined;
  return {
    id,
    label: plainLabel(own?.[lang] ?? indicatorLabel(id, lang) ?? any.row ?? id),
    context: any.group === null ? plainLabel(areaLabel(any.area, lang)) || null : groupLabel(any.group, lang),
    unit: typeof unit === 'string' ? unit : '',
    points: points.sort((a, b) => a.year - b.year),
    trend:
      trend?.estimate === undefined || trend.estimate === null
        ? null
        : { estimate: trend.estimate, p: trend.p },
    ols: line(lines?.ols),
    theilSen: line(lines?.theilSen),
  };
}

function line(value: Partial<Line> | null | undefined): Line | null {
  const { slope, intercept } = value ?? {};
  if (typeof slope !== 'number' || typeof intercept !== 'number') return null;
  return Number.isFinite(slope) && Number.isFinite(intercept) ? { slope, intercept } : null;
}

/** A line's two ends over the years of a series: all that has to be drawn. */
export function lineEnds(l: Line | null, points: readonly Point[]): { year: number; value: number }[] {
  const first = points[0];
  const last = points.at(-1);
  if (!l || !first || !last || first.year === last.year) return [];
  return [first.year, last.year].map((year) => ({ year, value: l.intercept + l.slope * year }));
}

/** The calendar years of several series, without gaps. */
export function yearsOf(series: readonly FigureSeries[]): number[] {
  const all = series.flatMap((s) => s.points.map((p) => p.year));
  if (all.length === 0) return [];
  const first = Math.min(...all);
  return Array.from({ length: Math.max(...all) - first + 1 }, (_, i) => first + i);
}
