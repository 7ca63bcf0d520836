import type { Lang } from '../locales/language.js';
import { shownCell, shownMark } from '../tables/cell.js';
import { NOT_ESTIMABLE, type Cell, type Table, type TableRow } from '../tables/table.js';
import { framed } from './frame.js';
import { html, type Html } from './html.js';

const MANY = 9;

/** A table of marks: computed mark large, published small beneath it, a frame of its own form where they differ. */
export function tableHtml(table: Table, lang: Lang): Html {
  const heads = table.headerRows.map((row, level) => {
    const leaf = level === table.headerRows.length - 1;
    return html`<tr>
      ${row.map(({ text, colspan }, i) => headCell(text, colspan, leaf, i === 0))}
    </tr>`;
  });
  const bodies = byGroup(table.rows).map(
    (rows) =>
      html`<tbody>
        ${rows.map((row) => rowHtml(row, table.columns.length))}
      </tbody>`,
  );
  // Columns of equal width, so that a mark's place tells its column; many columns scroll rather than shrink.
  const body = html`<colgroup>
      <col class="label" />
      <col span="${table.columns.length}" />
    </colgroup>
    <thead>
      ${heads}
    </thead>
    ${bodies}`;
  return framed(table, table.columns.length > MANY ? 'marks many' : 'marks', body, lang);
}

function headCell(text: string, colspan: number, leaf: boolean, stub: boolean): Html {
  if (text === '') return html`<td></td>`;
  if (stub) return html`<th scope="col" class="stub">${text}</th>`;
  if (leaf) return html`<th scope="col">${whole(text)}</th>`;
  return html`<th scope="colgroup" colspan="${colspan}">${whole(text)}</th>`;
}

/** Words with a hyphen are kept on one line in narrow heads: `ÖJ-användare`. */
function whole(text: string): Html[] {
  const words = text.split(' ');
  return words.map((word, i) => {
    const space = i === 0 ? '' : ' ';
    return word.includes('-') ? html`${space}<span class="whole">${word}</span>` : html`${space}${word}`;
  });
}

/** Rows in bodies: one per row group, so that its heading is the head of its rows alone. */
function byGroup(rows: readonly TableRow[]): TableRow[][] {
  const bodies: TableRow[][] = [];
  let inGroup: boolean | null = null;
  for (const row of rows) {
    const own = row.kind === 'group' || row.group !== null;
    if (row.kind === 'group' || own !== inGroup) bodies.push([]);
    bodies.at(-1)!.push(row);
    inGroup = own;
  }
  return bodies;
}

function rowHtml(row: TableRow, columns: number): Html {
  if (row.kind === 'group')
    return html`<tr class="group">
      <th scope="rowgroup" colspan="${columns + 1}"><span>${row.text}</span></th>
    </tr>`;
  const nested = row.group === null ? null : html` class="nested"`;
  return html`<tr>
    <th scope="row" ${nested}>${row.label}</th>
    ${row.cells.map(cellHtml)}
  </tr>`;
}

/**
 * What the eye sees is a pair of marks; what is heard is the sentence behind them. The page's script finds a cell by
 * its place in the table, so that it carries nothing else; no white space either: there are a thousand of them.
 */
export function cellHtml(cell: Cell): Html {
  const published =
    cell.published !== null && (cell.published !== '' || cell.mark !== '') ? cell.published : null;
  const small = published === null ? null : html`<i>(${shownMark(published) || '\u2007'})</i>`;
  const shown = html`<b class="${tone(cell.mark)}">${shownCell(cell)}</b>${small}`;
  const heard = cell.description === '' ? null : html`<span class="heard">${cell.description}</span>`;
  return html`<td class="${cell.category ?? 'alone'}"><span aria-hidden="true">${shown}</span>${heard}</td>`;
}

function tone(mark: string): string {
  if (mark === NOT_ESTIMABLE) return 'none';
  const strength = mark.length > 1 ? ' strong' : '';
  return (mark.startsWith('-') ? 'down' : mark.startsWith('+') ? 'up' : 'star') + strength;
}
