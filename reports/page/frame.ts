import { messages, type Lang } from '../locales/language.js';
import type { Grid, Table } from '../tables/table.js';
import { html, type Html } from './html.js';

/**
 * A heading, a region that scrolls by itself where the table is wider than the page, and the notes; `controls` stand
 * between the heading and the table.
 */
export function framed(
  of: Table | Grid,
  kind: string,
  body: Html,
  lang: Lang,
  controls: Html | null = null,
): Html {
  const { page, figures } = messages(lang);
  const tag = of.synthetic ? html` <span class="tag">${figures.syntheticStamp}</span>` : null;
  const notes = of.notes.map((note) => html`<li>${note}</li>`);
  // The heading stands above the table, not in a caption: a table that the script makes a grid may hold rows alone.
  return html`<div class="${controls === null ? 'block' : 'block sorted'}" id="${of.id}">
    <h3 id="${of.id}-title">${of.title}${tag}</h3>
    ${controls}
    <div class="scroll" role="region" tabindex="0" aria-label="${page.scrollTable(of.title)}">
      <table class="${kind}" aria-labelledby="${of.id}-title">
        ${body}
      </table>
    </div>
    ${
      notes.length > 0 &&
      html`<ul class="notes">
        ${notes}
      </ul>`
    }
  </div> `;
}
