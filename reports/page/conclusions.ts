import { type Conclusion, conclusionsOf } from '../conclusions/conclusions.js';
import type { PageContext } from './context.js';
import { html, type Html } from './html.js';

/** How far each conclusion of the appendix carries: nothing where the run made no inference. */
export function conclusionsSection({ results, text, lang }: PageContext): Html | null {
  const found = conclusionsOf(results, lang);
  if (found === null) return null;
  const { synthetic, title, intro, conclusions } = found;
  return html`<section aria-labelledby="conclusions">
    <h2 id="conclusions">${title}</h2>
    ${
      synthetic &&
      html`<div class="synthetic" role="note">
        <strong>${synthetic.title}</strong>
        <p>${synthetic.text}</p>
      </div>`
    }
    ${intro.map((line) => html`<p>${line}</p>`)}
    ${conclusions.map((conclusion) => conclusionHtml(conclusion, text.conclusions.heads))}
  </section> `;
}

function conclusionHtml(
  { id, title, says, rests, found, means }: Conclusion,
  heads: PageContext['text']['conclusions']['heads'],
): Html {
  const list = (head: string, items: readonly string[]) =>
    html`<h4>${head}</h4>
      <ul>
        ${items.map((item) => html`<li>${item}</li>`)}
      </ul>`;
  return html`<h3 id="conclusion-${id}">${title}</h3>
    <h4>${heads.says}</h4>
    <p>${says}</p>
    ${list(heads.rests, rests)} ${list(heads.found, found)} ${list(heads.means, means)}`;
}
