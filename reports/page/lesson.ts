import { formatNumber } from '../locales/format.js';
import { term } from '../locales/language.js';
import { compositionGrids } from '../tables/grids.js';
import type { PageContext } from './context.js';
import { positiveLevels, positiveMinimums } from './counts.js';
import { html, type Html } from './html.js';
import { gridHtml } from './table.js';

/** Share of cells that turn out positive without any association: half of those below 10 percent. */
const CHANCE = 0.05;

/**
 * What the peer tables show on data in which no one influences anyone: only for synthetic data, where that is
 * known. The numbers are counted from the run's own marks.
 */
export function lesson({ results, text, lang }: PageContext): Html | null {
  const levels = positiveLevels(results.estimates);
  // Without more positive cells than chance gives there is nothing to explain.
  if (!results.manifest.synthetic || !levels.some((l) => l.positive > CHANCE * l.cells)) return null;
  const { page } = text;
  const number = (n: number) => formatNumber(n, lang);
  const items = levels.map(
    (l) =>
      html`<li>
        ${page.lessonCount(term(text.groupingsIn, l.grouping), number(l.positive), number(l.cells))}
      </li>`,
  );
  const minimums = positiveMinimums(results.estimates);
  return html`<section aria-labelledby="lesson">
    <h2 id="lesson">${page.sections.lesson}</h2>
    <p>${page.lessonIntro}</p>
    <ul>
      ${items}
    </ul>
    <p>${page.lessonChance} ${page.lessonWhy}</p>
    ${minimums.cells > 0 && html`<p>${page.lessonStaffing(number(minimums.positive), number(minimums.cells))}</p>`}
  </section> `;
}

/** Users and non-users side by side, per area. */
export function compositionSection({ results, text, lang }: PageContext): Html | null {
  const grids = compositionGrids(results, lang);
  if (grids.length === 0) return null;
  return html`<section aria-labelledby="composition">
    <h2 id="composition">${text.page.sections.composition}</h2>
    <p>${text.page.compositionIntro}</p>
    ${grids.map((grid) => gridHtml(grid, lang))}
  </section> `;
}
