import { compositionGrids } from '../tables/grids.js';
import { grid, paragraph } from './blocks.js';
import type { ReportContext } from './context.js';
import type { Section } from './document.js';

/** Users and non-users side by side, per area. */
export function compositionSection({ results, text, lang }: ReportContext): Section | null {
  const grids = compositionGrids(results, lang);
  if (grids.length === 0) return null;
  const { page } = text;
  const blocks = [paragraph(page.compositionIntro), ...grids.map(grid)];
  return { id: 'composition', title: page.sections.composition, blocks };
}
