import { messages, type Lang } from '../locales/language.js';
import { shownCell, shownMark } from '../tables/cell.js';
import { NOT_ESTIMABLE, type Cell, type Grid, type Table, type TableRow } from '../tables/table.js';
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

/** What the eye sees is a pair of marks; what is heard is the sentence behind them. */
export function cellHtml(cell: Cell): Html {
  const published =
    cell.published !== null && (cell.published !== '' || cell.mark !== '') ? cell.published : null;
  return html`<td class="${cell.category ?? 'alone'}">
    <span aria-hidden="true" title="${cell.description}"
      ><b class="${tone(cell.mark)}">${shownCell(cell)}</b
      >${published === null ? null : html`<i>(${shownMark(published) || '\u2007'})</i>`}</span
    ><span class="heard">${cell.description}</span>
  </td>`;
}

function tone(mark: string): string {
  if (mark === NOT_ESTIMABLE) return 'none';
  const strength = mark.length > 1 ? ' strong' : '';
  return (mark.startsWith('-') ? 'down' : mark.startsWith('+') ? 'up' : 'star') + strength;
}

/** A grid of text: first column heads of rows, the others numbers. */
export function gridHtml(grid: Grid, lang: Lang): Html {
  const head = grid.head.map(
    (text, i) => html`<th scope="col" ${i === 0 ? html` class="stub"` : null}>${text}</th>`,
  );
  const rows = grid.rows.map(
    ([label = '', ...cells]) =>
      html`<tr>
        <th scope="row">${label}</th>
        ${gridCells(cells)}
      </tr>`,
  );
  return framed(
    grid,
    'grid',
    html`<thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>`,
    lang,
  );
}

/** Text followed by empty cells takes their room: a reason where numbers would stand. */
function gridCells([first = '', ...rest]: readonly string[]): Html[] {
  const empty = rest.findIndex((c) => c !== '');
  const span = 1 + (empty < 0 ? rest.length : empty);
  if (first === '' || span < 3) return [first, ...rest].map((c) => html`<td>${c}</td>`);
  const others = rest.slice(span - 1).map((c) => html`<td>${c}</td>`);
  return [html`<td class="reason" colspan="${span}">${first}</td>`, ...others];
}

/** A caption, a region that scrolls by itself where the table is wider than the page, and the notes. */
function framed(of: Table | Grid, kind: string, body: Html, lang: Lang): Html {
  const { page, figures } = messages(lang);
  const tag = of.synthetic ? html` <span class="tag">${figures.syntheticStamp}</span>` : null;
  const notes = of.notes.map((note) => html`<li>${note}</li>`);
  return html`<div class="block" id="${of.id}">
    <div class="scroll" role="region" tabindex="0" aria-label="${page.scrollTable(of.title)}">
      <table class="${kind}">
        <caption>
          <h3>${of.title}${tag}</h3>
        </caption>
        ${body}
      </table>
    </div>
    <ul class="notes">
      ${notes}
    </ul>
  </div> `;
}
