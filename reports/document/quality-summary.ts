import { grades } from '../../analysis/quality/grade.js';
import { areaGrid, measuresGrid, qualityAreas } from '../tables/quality-grids.js';
import { grid, paragraph } from './blocks.js';
import type { ReportContext } from './context.js';
import type { Section } from './document.js';
import { gradeFacts } from './quality-facts.js';

/** What the answers can bear, indicator by indicator, as `oj check` tells it; null where the results do not say. */
export function qualitySection({ results, text, lang }: ReportContext): Section | null {
  const { quality, manifest, specification } = results;
  if (!quality || quality.indicators.length === 0) return null;
  const report = { quality, manifest, specification, problems: [] };
  return {
    id: 'quality',
    title: text.page.sections.quality,
    blocks: [
      { kind: 'facts', facts: gradeFacts(quality, grades, lang) },
      paragraph(text.page.qualityMore),
      ...qualityAreas(report).map((area) => grid(areaGrid(report, area, lang))),
      ...(quality.measures.length > 0 ? [grid(measuresGrid(report, lang))] : []),
    ],
  };
}
