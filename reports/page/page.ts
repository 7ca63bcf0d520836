import { createHash } from 'node:crypto';
import { formatNumber, formatTime } from '../locales/format.js';
import { messages } from '../locales/language.js';
import { agreementGrid } from '../tables/grids.js';
import { partEntries, partHtml, parts, type Part } from './areas.js';
import { assumptionsSection } from './assumptions.js';
import { conclusionsSection } from './conclusions.js';
import type { PageContext, PageInput } from './context.js';
import { dataSection, manifestSection } from './data.js';
import { html, raw, type Html } from './html.js';
import { compositionSection, lesson } from './lesson.js';
import { styleSheet } from './style.js';
import { reading, summary } from './summary.js';
import { gridHtml } from './table.js';

/**
 * The whole report as one HTML file that needs nothing else: no script, no external resource, and a content
 * security policy that allows none. Every text from data is escaped. Pure: the same input gives the same bytes.
 */
export function renderPage(input: PageInput): string {
  const context: PageContext = { ...input, text: messages(input.lang) };
  const { page } = context.text;
  const { manifest } = input.results;
  const style = styleSheet(context.text.figures.syntheticStamp, manifest.synthetic);
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const areas = parts(context);
  const conclusions = conclusionsSection(context);
  const { comparison, lang } = input;
  return `<!doctype html>\n${html`<html lang="${lang}">
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="${policy}" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>${manifest.synthetic ? `${page.syntheticBar}: ` : ''}${page.title}</title>
      <meta name="description" content="${page.lead}" />
      ${raw(`<style>${style}</style>`)}
    </head>
    <body>
      <a class="skip" href="#content">${page.skip}</a>
      ${manifest.synthetic && html`<p class="bar" role="note"><strong>${page.syntheticBar}</strong> <span>${page.syntheticBarRest}</span></p>`}
      <header>${masthead(context)}</header>
      <nav aria-labelledby="contents">${contents(context, areas, conclusions !== null)}</nav>
      <main id="content" tabindex="-1">
        ${summary(context)} ${conclusions} ${reading(context)}
        ${
          comparison &&
          comparison.cells.length > 0 &&
          html`<section aria-labelledby="compared">
            <h2 id="compared">${page.sections.agreement}</h2>
            ${gridHtml(agreementGrid(comparison, manifest.synthetic, lang), lang)}
          </section>`
        }
        ${areas.map((part) => partHtml(part, context))} ${lesson(context)} ${compositionSection(context)}
        ${assumptionsSection(context)} ${dataSection(context)} ${manifestSection(context)}
      </main>
      <footer><p>${page.source}</p></footer>
    </body>
  </html>`.toString()}\n`;
}

function masthead({ results, text, lang }: PageContext): Html {
  const { page } = text;
  const { manifest } = results;
  const [first, last] = [manifest.years[0], manifest.years.at(-1)];
  const years = first === undefined ? '' : first === last ? String(first) : `${first}–${last}`;
  return html`<p class="kicker">
      ${page.kicker}${manifest.data.title ? html` · ${manifest.data.title}` : null}
    </p>
    <h1>${page.title}</h1>
    <p class="lead">${page.lead}</p>
    <p class="made">
      ${page.dataSize(formatNumber(manifest.units, lang), years)}
      ${page.made(formatTime(manifest.time, lang), manifest.version)}
    </p>
    ${
      manifest.synthetic &&
      html`<div class="synthetic" role="note">
        <strong>${page.syntheticTitle}</strong>
        <p>${page.syntheticText}</p>
      </div>`
    }`;
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
