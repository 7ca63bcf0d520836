import { formatNumber } from '../locales/format.js';
import { groupingInText } from '../locales/labels.js';
import { paragraph } from './blocks.js';
import { positiveLevels, positiveMinimums } from './counts.js';
import type { ReportContext } from './context.js';
import type { Section } from './document.js';

/** Share of cells that turn out positive without any association: half of those below 10 percent. */
const CHANCE = 0.05;

/**
 * What the peer tables show on data in which no one influences anyone: only for synthetic data, where that is
 * known. The numbers are counted from the run's own marks.
 */
export function lesson({ results, text, lang }: ReportContext): Section | null {
  const levels = positiveLevels(results.estimates);
  // Without more positive cells than chance gives there is nothing to explain.
  if (!results.manifest.synthetic || !levels.some((l) => l.positive > CHANCE * l.cells)) return null;
  const { page } = text;
  const number = (n: number) => formatNumber(n, lang);
  const minimums = positiveMinimums(results.estimates);
  return {
    id: 'lesson',
    title: page.sections.lesson,
    blocks: [
      paragraph(page.lessonIntro),
      {
        kind: 'list',
        items: levels.map((l) =>
          page.lessonCount(groupingInText(l.grouping, lang), number(l.positive), number(l.cells)),
        ),
      },
      paragraph(`${page.lessonChance} ${page.lessonWhy}`),
      ...(minimums.cells > 0
        ? [paragraph(page.lessonStaffing(number(minimums.positive), number(minimums.cells)))]
        : []),
    ],
  };
}
