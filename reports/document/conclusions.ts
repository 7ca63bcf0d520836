import { type Conclusion, conclusionsOf } from '../conclusions/conclusions.js';
import { heading, listed, paragraph } from './blocks.js';
import type { ReportContext } from './context.js';
import type { Block, Section } from './document.js';

/** How far each conclusion of the appendix carries: nothing where the run made no inference. */
export function conclusionsSection({ results, text, lang }: ReportContext): Section | null {
  const found = conclusionsOf(results, lang);
  if (found === null) return null;
  const { synthetic, title, intro, conclusions } = found;
  return {
    id: 'conclusions',
    title,
    blocks: [
      ...(synthetic ? [{ kind: 'notice' as const, ...synthetic }] : []),
      ...intro.map(paragraph),
      ...conclusions.flatMap((conclusion) => conclusionBlocks(conclusion, text.conclusions.heads)),
    ],
  };
}

function conclusionBlocks(
  { id, title, says, rests, found, means }: Conclusion,
  heads: ReportContext['text']['conclusions']['heads'],
): Block[] {
  return [
    heading(3, title, `conclusion-${id}`),
    heading(4, heads.says),
    paragraph(says),
    ...listed(4, heads.rests, rests),
    ...listed(4, heads.found, found),
    ...listed(4, heads.means, means),
  ];
}
