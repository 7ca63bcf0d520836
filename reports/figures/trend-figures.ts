import type { Estimate } from '../../analysis/estimate.js';
import { codebook } from '../../data/codebook/codebook.js';
import { areaLabel } from '../locales/labels.js';
import { messages } from '../locales/language.js';
import type { TrendsFigure } from './definition.js';
import { uniqueId } from './ids.js';
import { trendsTitle } from './words.js';

/**
 * The figures of trends that the estimates can fill: those of the codebook (the appendix's 1-14, the report's 3-4) of which
 * any series has estimates, then one per area for trends of indicators that no figure of the codebook draws.
 * The ids of the latter begin with `panel-`, and their number is 0.
 */
export function trendFigures(estimates: readonly Estimate[]): TrendsFigure[] {
  const trends = estimates.filter((e) => e.model === 'trends' && e.indicator !== null);
  const present = new Set(trends.map((e) => e.indicator!));
  const known = codebook().figures.filter((f) => f.series.some((id) => present.has(id)));
  const drawn = new Set(known.flatMap((f) => f.series));
  const areas = new Map<string, Set<string>>();
  for (const e of trends)
    if (!drawn.has(e.indicator!))
      areas.set(e.area ?? '', (areas.get(e.area ?? '') ?? new Set()).add(e.indicator!));
  return [
    ...known.map((f) => ({
      ...f,
      kind: 'trends' as const,
      title: { sv: trendsTitle(f, 'sv'), en: trendsTitle(f, 'en') },
    })),
    ...panelFigures(areas),
  ];
}

function panelFigures(areas: ReadonlyMap<string, ReadonlySet<string>>): TrendsFigure[] {
  const ids = new Set<string>();
  return [...areas].map(([area, series]) => {
    const plain = { number: 0, source: 'bilaga' as const, area: areaLabel(area, 'sv') === '' ? null : area };
    const title = { sv: messages('sv').figures.development, en: messages('en').figures.development };
    const whole = { ...plain, title };
    return {
      ...plain,
      kind: 'trends',
      id: uniqueId('panel', area, ids),
      title: { sv: trendsTitle(whole, 'sv'), en: trendsTitle(whole, 'en') },
      series: [...series],
    };
  });
}
