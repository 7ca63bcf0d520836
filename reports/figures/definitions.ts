import type { Estimate } from '../../analysis/estimate.js';
import { codebook, type FigureDefinition } from '../../data/codebook/codebook.js';
import { areaLabel } from '../locales/labels.js';
import { messages } from '../locales/language.js';
import { slug } from '../tables/build.js';

/**
 * The figures that the estimates can fill: those of the codebook (the appendix's 1-14, the report's 3-4) of which
 * any series has estimates, then one per area for trends of indicators that no figure of the codebook draws.
 * The ids of the latter begin with `panel-`, and their number is 0.
 */
export function figuresOf(estimates: readonly Estimate[]): FigureDefinition[] {
  const present = new Set(
    estimates.flatMap((e) => (e.model === 'trends' && e.indicator !== null ? [e.indicator] : [])),
  );
  const known = codebook().figures.filter((f) => f.series.some((id) => present.has(id)));
  const drawn = new Set(known.flatMap((f) => f.series));
  const areas = new Map<string, Set<string>>();
  for (const e of estimates) {
    if (e.model !== 'trends' || e.indicator === null || drawn.has(e.indicator)) continue;
    const area = e.area ?? '';
    areas.set(area, (areas.get(area) ?? new Set()).add(e.indicator));
  }
  return [...known, ...panelFigures(areas)];
}

function panelFigures(areas: ReadonlyMap<string, ReadonlySet<string>>): FigureDefinition[] {
  const ids = new Set<string>();
  return [...areas].map(([area, series]) => {
    let id = `panel-${slug(area)}`;
    for (let i = 2; ids.has(id); i++) id = `panel-${slug(area)}-${i}`;
    ids.add(id);
    const title = (lang: 'sv' | 'en') => messages(lang).figures.development;
    return {
      id,
      number: 0,
      source: 'bilaga',
      area: areaLabel(area, 'sv') === '' ? null : area,
      title: { sv: title('sv'), en: title('en') },
      series: [...series],
    };
  });
}
