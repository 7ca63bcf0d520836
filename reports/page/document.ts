import type { Document } from '../document/document.js';
import { messages } from '../locales/language.js';
import { noticeHtml, sectionHtml } from './blocks.js';
import { contentsHtml } from './contents.js';
import { html, type Html } from './html.js';
import { waitingOf } from './later.js';
import type { PageVersion } from './versions.js';

/**
 * A document as a version of a page. Where the data are synthetic its title says so, and a bar that stays in sight.
 * `controls` stand above all, beneath the bar; a page that has them has a script, for which parts of it wait.
 */
export function versionOf(document: Document, controls: Html | null = null): PageVersion {
  const { lang, title, lead, synthetic, sections, footer } = document;
  const { page } = messages(lang);
  const waiting = controls === null ? undefined : waitingOf(sections);
  return {
    lang,
    title: synthetic ? `${page.syntheticBar}: ${title}` : title,
    lead,
    body: html`<a class="skip" href="#content">${page.skip}</a>
      ${synthetic && html`<p class="bar" role="note"><strong>${page.syntheticBar}</strong> <span>${page.syntheticBarRest}</span></p>`}
      ${controls}
      <header>${masthead(document)}</header>
      <nav aria-labelledby="contents">${contentsHtml(document)}</nav>
      <main id="content" tabindex="-1">
        ${sections.map((section) => sectionHtml(section, lang, waiting))}
      </main>
      <footer><p>${footer}</p></footer>`,
  };
}

const masthead = ({ kicker, title, lead, made, synthetic }: Document): Html =>
  html`<p class="kicker">${kicker}</p>
    <h1>${title}</h1>
    <p class="lead">${lead}</p>
    <p class="made">${made}</p>
    ${synthetic && noticeHtml(synthetic.title, synthetic.text)}`;
