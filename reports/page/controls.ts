import type { Category } from '../../analysis/results.js';
import { areaLabel } from '../locales/labels.js';
import { messages, term, type Lang } from '../locales/language.js';
import { cellRows, type Table } from '../tables/table.js';
import { html, type Html } from './html.js';

/** What the cells can show instead of their marks. */
export const modes = ['marks', 'estimate', 'p', 'adjusted'] as const;

const categories: readonly Category[] = [
  'same', 'other-level', 'only-computed', 'only-published', 'opposite', 'not-comparable',
]; // prettier-ignore

/** The filter's own kind beside the categories of a comparison. */
export const NOT_ESTIMABLE_FILTER = 'not-estimable';

const LONGEST_OPTION = 60;

/**
 * The bar that shows and filters the tables, and changes the language. Hidden until the page's script shows it:
 * without script nothing on it would work. `others` are the page's other languages.
 */
export function controlsHtml(tables: readonly Table[], lang: Lang, others: readonly Lang[]): Html {
  const text = messages(lang).cells;
  const areas = [...new Set(tables.flatMap((t) => t.area ?? []))];
  const cells = tables.flatMap((t) => cellRows(t).flatMap((row) => row.cells));
  const compared = cells.some((c) => c.category !== null);
  const mode = choice(
    text.show,
    'show',
    modes.map((m) => [m, text.modes[m]]),
  );
  const area = choice(text.area, 'area', [
    ['', text.everyArea],
    ...areas.map((id) => [id, areaLabel(id, lang)] as const),
  ]);
  const outcome = choice(compared ? text.category : text.outcome, 'category', [
    ['', text.everyCell],
    ...(compared ? categories.map((c) => [c, term(messages(lang).categories, c)] as const) : []),
    [NOT_ESTIMABLE_FILTER, text.notEstimable],
  ]);
  const language = others.map(
    (other) =>
      html`<button type="button" name="language" value="${other}" lang="${other}">
        ${text.languages[other]}
      </button>`,
  );
  return html`<form class="controls" aria-label="${text.controls}" hidden>
    <div class="modes">${cells.length > 0 && mode}</div>
    ${
      cells.length > 0 &&
      html`<button type="button" name="filters" aria-expanded="false" aria-controls="filters">
          ${text.filter}
        </button>
        <div class="filters" id="filters">
          ${areas.length > 1 && area} ${outcome}
          <button type="button" name="reset" hidden>${text.reset}</button>
        </div>`
    }
    <div class="languages">${language}</div>
    <p class="count" role="status"></p>
    <p class="note"></p>
    <p class="heard" id="cell-hint">${text.hint}</p>
  </form> `;
}

function choice(label: string, name: string, options: readonly (readonly [string, string])[]): Html {
  return html`<label>
    <span>${label}</span>
    <select name="${name}">
      ${options.map(([value, text]) => html`<option value="${value}">${short(text)}</option>`)}
    </select>
  </label>`;
}

/** A label may be of any length; a list of choices must stay one. */
function short(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_OPTION ? text : `${letters.slice(0, LONGEST_OPTION - 1).join('')}…`;
}
