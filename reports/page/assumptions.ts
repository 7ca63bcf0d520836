import type { PageAssumption, PageContext } from './context.js';
import { html, type Html } from './html.js';

/** Every choice that the appendix leaves open: what this run used, the alternatives, and why. */
export function assumptionsSection({ assumptions, results, text, lang }: PageContext): Html | null {
  if (assumptions.length === 0) return null;
  const { page } = text;
  const heads = page.assumptionHeads;
  const rows = assumptions.map((a) => {
    const used = valueAt(results.specification, a.path) ?? a.default;
    const changed = code(used) !== code(a.default);
    const note = changed ? html`<small>${page.changed}; ${page.defaultWas(code(a.default))}</small>` : null;
    return html`<tr>
      <th scope="row">
        ${a.what[lang]}<small><code>${a.path}</code></small>
      </th>
      <td><code>${code(used)}</code>${note}</td>
      <td>${rivals(a)}</td>
      <td class="prose">${a.why[lang]}</td>
    </tr>`;
  });
  const title = page.sections.assumptions;
  return html`<section aria-labelledby="assumptions">
    <h2 id="assumptions">${title}</h2>
    <p>${page.assumptionsIntro}</p>
    <div class="block">
      <div class="scroll" role="region" tabindex="0" aria-label="${page.scrollTable(title)}">
        <table class="grid choices">
          <caption class="heard">
            ${title}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="stub">${heads.choice}</th>
              <th scope="col">${heads.used}</th>
              <th scope="col">${heads.rivals}</th>
              <th scope="col">${heads.why}</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>
    </div>
  </section> `;
}

const rivals = ({ rivals: values }: PageAssumption): Html[] =>
  values.map((value, i) => html`${i > 0 ? ', ' : ''}<code>${code(value)}</code>`);

/** A value of the specification as it is written there; text without its quotes. */
const code = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

function valueAt(specification: unknown, path: string): unknown {
  let value: unknown = specification;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}
