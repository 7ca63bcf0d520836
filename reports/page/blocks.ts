import type { Block, Fact, LegendEntry, Section } from '../document/document.js';
import type { Lang } from '../locales/language.js';
import { figureHtml } from './figure.js';
import { gridHtml } from './grid.js';
import { html, type Html } from './html.js';
import { foldHtml, later, type Waiting } from './later.js';
import { cellHtml, tableHtml } from './table.js';

/** A section, with what of it waits for the page's script. */
export const sectionHtml = (
  { id, title, blocks }: Section,
  lang: Lang,
  waiting: (block: Block) => Waiting = () => 'nothing',
): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${blocks.map((block) => blockHtml(block, lang, waiting(block)))}
  </section> `;

/** One block of a document; `folded` where it is not seen until the reader opens it. */
export function blockHtml(block: Block, lang: Lang, waiting: Waiting = 'nothing', folded = false): Html {
  if (waiting === 'all') return later(blockHtml(block, lang, 'nothing', folded));
  switch (block.kind) {
    case 'paragraph':
      return block.tone ? html`<p class="${block.tone}">${block.text}</p>` : html`<p>${block.text}</p>`;
    case 'heading':
      return headingHtml(block.level, block.text, block.id);
    case 'list':
      return html`<ul>
        ${block.items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
    case 'facts':
      return html`<dl class="facts">${block.facts.map(factHtml)}</dl>`;
    case 'terms':
      return termsHtml(block.terms);
    case 'legend':
      return legendHtml(block.entries);
    case 'marks':
      return tableHtml(block.table, lang);
    case 'grid':
      return gridHtml(block.grid, lang);
    case 'figure':
      return figureHtml(block.figure, lang, waiting, folded);
    case 'code':
      return foldHtml(html`${block.title}`, html`<pre tabindex="0">${block.text}</pre>`, waiting);
    case 'aside':
      return foldHtml(
        html`${block.title}`,
        html`${block.blocks.map((inner) => blockHtml(inner, lang, 'nothing', true))}`,
        waiting,
      );
    case 'notice':
      return noticeHtml(block.title, block.text);
    case 'blank':
      return html`<label class="blank">${block.label}<textarea rows="${block.lines}"></textarea></label>`;
  }
}

function headingHtml(level: 3 | 4, text: string, id: string | undefined): Html {
  const name = id === undefined ? null : html` id="${id}"`;
  return level === 3 ? html`<h3${name}>${text}</h3>` : html`<h4${name}>${text}</h4>`;
}

const factHtml = ({ value, label, note }: Fact): Html =>
  html`<div>
    <dt>${label}</dt>
    <dd><strong>${value}</strong><span>${note}</span></dd>
  </div>`;

const termsHtml = (terms: readonly (readonly [string, string])[]): Html =>
  html`<dl class="manifest">
    ${terms.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

const legendHtml = (entries: readonly LegendEntry[]): Html =>
  html`<table class="marks legend">
    <tbody>
      ${entries.map(
        ({ cell, text }) =>
          html`<tr>
            ${cellHtml(cell)}
            <th scope="row">${text}</th>
          </tr>`,
      )}
    </tbody>
  </table>`;

export const noticeHtml = (title: string, text: string): Html =>
  html`<div class="synthetic" role="note">
    <strong>${title}</strong>
    <p>${text}</p>
  </div>`;
