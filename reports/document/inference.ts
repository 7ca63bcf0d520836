import { conclusionsOf } from '../conclusions/conclusions.js';
import { multiplicityGrid } from '../tables/multiplicity-grid.js';
import { grid, paragraph } from './blocks.js';
import type { ReportContext } from './context.js';
import type { Section } from './document.js';

/** How many marks chance alone gives, table by table, and whether the run asked what else its marks rest on. */
export function inferenceSection({ results, text, lang }: ReportContext): Section | null {
  const counted = multiplicityGrid(results, lang);
  if (counted.rows.length === 0) return null;
  const { page } = text;
  const full = conclusionsOf(results, lang) !== null;
  return {
    id: 'inference',
    title: page.sections.inference,
    blocks: [
      paragraph(page.inferenceIntro),
      grid(counted),
      paragraph(full ? page.inferenceFull : page.inferenceAsk),
    ],
  };
}
