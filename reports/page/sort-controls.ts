import { messages, type Lang } from '../locales/language.js';
import type { Grid, GridSort } from '../tables/table.js';
import { html, type Html } from './html.js';

/**
 * What a reader sorts and filters a grid by: a search, a list for every column of few texts, and how many rows are
 * left. Hidden until the script shows it, which finds its words here: without script nothing of it would work.
 */
export function sortControls(grid: Grid, { choices }: GridSort, lang: Lang): Html {
  const text = messages(lang).sorting;
  return html`<form
    aria-label="${text.controls(grid.title)}"
    data-count="${text.count}"
    data-none="${text.none}"
    data-ascending="${text.ascending}"
    data-descending="${text.descending}"
    hidden
  >
    <label
      ><span>${text.search}</span><input type="search" name="search" autocomplete="off" spellcheck="false"
    /></label>
    ${choices.map((column) => choiceHtml(grid, column, text.every))}
    <button type="button" name="all" disabled>${text.reset}</button>
    <p role="status"></p>
    <p class="hint">${text.hint}</p>
  </form>`;
}

/** The different texts of a column, in the order they come; only the first line of a cell counts. */
function choiceHtml({ head, rows }: Grid, column: number, every: string): Html {
  const texts = [...new Set(rows.map((row) => firstLine(row[column] ?? '')))].filter((text) => text !== '');
  return html`<label
    ><span>${head[column]}</span
    ><select name="column-${column}" data-column="${column}">
      <option value="">${every}</option>
      ${texts.map((text) => html`<option value="${text}">${text}</option>`)}
    </select></label
  >`;
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!.trim();
