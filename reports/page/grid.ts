import type { Lang } from '../locales/language.js';
import { spannedCells } from '../tables/spans.js';
import type { Grid, GridColumn, Tone } from '../tables/table.js';
import { framed } from './frame.js';
import { html, type Html } from './html.js';
import { sortControls } from './sort-controls.js';

/** A grid of text: the first column heads of rows, the others by their kind. */
export const gridHtml = (grid: Grid, lang: Lang): Html =>
  framed(
    grid,
    grid.columns?.includes('prose') ? 'grid choices' : 'grid',
    gridBody(grid),
    lang,
    grid.sortable ? sortControls(grid, grid.sortable, lang) : null,
  );

/** Head and body of a grid's table. */
export function gridBody(grid: Grid): Html {
  const cells = grid.head.map(
    (text, i) => html`<th scope="col" class="${i === 0 ? 'stub' : kindOf(grid, i)}">${text}</th>`,
  );
  return html`<thead>
      <tr>
        ${cells}
      </tr>
    </thead>
    <tbody>
      ${grid.rows.map((row, r) => rowHtml(grid, row, r, headAbove(grid, r)))}
    </tbody>`;
}

/** The head of the row that a row without one goes on with; '' where it has its own. */
function headAbove({ rows }: Grid, r: number): string {
  if (rows[r]?.[0] !== '') return '';
  return rows.slice(0, r).findLast(([head]) => head !== '')?.[0] ?? '';
}

const kindOf = ({ columns }: Grid, column: number): GridColumn =>
  columns?.[column] ?? (column === 0 ? 'text' : 'number');

function rowHtml(grid: Grid, row: readonly string[], r: number, above: string): Html {
  const { tones, links, sortable } = grid;
  // A row that is sorted has a cell of its own for every column.
  const [head, ...cells] = sortable
    ? grid.head.map((_, column) => ({ text: row[column] ?? '', column, span: 1 }))
    : spannedCells(row, grid.head.length);
  const value = (column: number) => valueAttribute(sortable?.values[r]?.[column]);
  const link = (column: number) => links?.[r]?.[column];
  const own =
    above === '' ? lines(head?.text ?? '', 'text', link(0)) : html`<span class="heard">${above}</span>`;
  return html`<tr>
    <th ${html`scope="row"${value(0)}`}>${own}</th>
    ${cells.map(({ text, column, span }) => {
      if (span > 1) return html`<td class="reason" colspan="${span}">${text}</td>`;
      const kind = kindOf(grid, column);
      const attributes = html`class="${kind}${toneClass(tones?.[r]?.[column])}"${value(column)}`;
      return html`<td ${attributes}>${lines(text, kind, link(column))}</td>`;
    })}
  </tr>`;
}

const valueAttribute = (value: number | null | undefined): Html | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : html` data-value="${value}"`;

const toneClass = (tone: Tone | null | undefined): string => (tone ? ` tone ${tone}` : '');

/** The first line of a cell, and its others beneath it, smaller. The first leads on where there is a link. */
function lines(text: string, kind: GridColumn, link?: string | null): Html[] {
  const [first = '', ...rest] = text.split('\n');
  const own = kind === 'code' ? html`<code>${first}</code>` : html`${first}`;
  const linked = link && isBeside(link) ? html`<a href="${link}">${own}</a>` : own;
  return [linked, ...rest.map((line) => html`<small>${line}</small>`)];
}

/** A page in the same folder by a name of our own making: no scheme, no path, no other file. */
const isBeside = (link: string): boolean => /^[a-z0-9][a-z0-9-]*\.html$/.test(link);
