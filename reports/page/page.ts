import { messages } from '../locales/language.js';
import { agreementGrid } from '../tables/grids.js';
import { partEntries, partHtml, parts, type Part } from './areas.js';
import { assumptionsSection } from './assumptions.js';
import { conclusionsSection } from './conclusions.js';
import type { PageContext, PageInput } from './context.js';
import { dataSection, manifestSection } from './data.js';
import { htmlDocument } from './document.js';
import { html, type Html } from './html.js';
import { compositionSection, lesson } from './lesson.js';
import { reading, summary } from './summary.js';
import { gridHtml } from './table.js';

/** The whole report as one HTML file. Every text from data is escaped. Pure: the same input gives the same bytes. */
export function renderPage(input: PageInput): string {
  const context: PageContext = { ...input, text: messages(input.lang) };
  const { page } = context.text;
  const { manifest } = input.results;
  const areas = parts(context);
  const conclusions = conclusionsSection(context);
  const { comparison, lang } = input;
  const main = html`${summary(context)} ${conclusions} ${reading(context)}
  ${
    comparison &&
    comparison.cells.length > 0 &&
    html`<section aria-labelledby="compared">
      <h2 id="compared">${page.sections.agreement}</h2>
      ${gridHtml(agreementGrid(comparison, manifest.synthetic, lang), lang)}
    </section>`
  }
  ${areas.map((part) => partHtml(part, context))} ${lesson(context)} ${compositionSection(context)}
  ${assumptionsSection(context)} ${dataSection(context)} ${manifestSection(context)}`;
  const { title, lead } = page;
  return htmlDocument(context, {
    title,
    lead,
    contents: contents(context, areas, conclusions !== null),
    main,
  });
}

function contents(context: PageContext, areas: readonly Part[], concludes: boolean): Html {
  const { sections, contents: title } = context.text.page;
  const { comparison, results } = context;
  const link = (id: string, text: string, below: Html | null = null) =>
    html`<li><a href="#${id}">${text}</a>${below}</li>`;
  return html`<h2 id="contents">${title}</h2>
    <ol>
      ${link('summary', sections.summary)} ${concludes && link('conclusions', context.text.conclusions.title)}
      ${link('reading', sections.reading)}
      ${comparison && comparison.cells.length > 0 && link('compared', sections.agreement)}
      ${areas.map((part) => link(part.id, part.title, partEntries(part, context)))}
      ${lesson(context) && link('lesson', sections.lesson)}
      ${results.estimates.some((e) => e.model === 'composition') && link('composition', sections.composition)}
      ${context.assumptions.length > 0 && link('assumptions', sections.assumptions)}
      ${link('data', sections.data)} ${link('manifest', sections.manifest)}
    </ol>`;
}
