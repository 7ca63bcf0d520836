import type { Zip } from './zip.js';
import { attribute, plain } from './xml-tag.js';

/** A cell's background by row and column of a sheet; RRGGBB. */
export type Fills = ReadonlyMap<number, ReadonlyMap<number, string>>;

/** A repeated run as long as this only fills the sheet to its edge: its cells lie outside any table. */
const LONGEST_RUN = 1000;

/**
 * The backgrounds of an .ods file's cells by sheet, from the styles of `content.xml` and `styles.xml`, which the reader of workbooks leaves out.
 * A cell takes its own style, else its row's, else its column's; a style takes its parent's background where it has none.
 */
export function odsFills(zip: Zip): ReadonlyMap<string, Fills> {
  const content = zip.text('content.xml') ?? '';
  const colours = styleColours((zip.text('styles.xml') ?? '') + content);
  const sheets = new Map<string, Fills>();
  for (const [, tag = '', body = ''] of content.matchAll(/<table:table\b([^>]*)>([\s\S]*?)<\/table:table>/g))
    sheets.set(plain(attribute(tag, 'table:name')), sheetFills(body, colours));
  return sheets;
}

function styleColours(xml: string): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  const parents = new Map<string, string>();
  for (const [, tag = '', body = ''] of xml.matchAll(
    /<style:style\b([^>]*?)(?:\/>|>([\s\S]*?)<\/style:style>)/g,
  )) {
    const name = attribute(tag, 'style:name');
    const colour = /<style:table-cell-properties[^>]*fo:background-color="([^"]*)"/.exec(body)?.[1];
    if (colour) own.set(name, colour);
    parents.set(name, attribute(tag, 'style:parent-style-name'));
  }
  const colours = new Map<string, string>();
  for (const name of parents.keys()) {
    let style = name;
    for (let steps = 0; steps < 20 && !own.has(style) && style !== ''; steps++)
      style = parents.get(style) ?? '';
    const colour = /^#([0-9a-f]{6})$/i.exec(own.get(style) ?? '')?.[1];
    if (colour) colours.set(name, colour.toUpperCase());
  }
  return colours;
}

function sheetFills(body: string, colours: ReadonlyMap<string, string>): Fills {
  const columns: string[] = [];
  for (const [tag] of body.matchAll(/<table:table-column\b[^>]*>/g))
    for (let i = repeated(tag, 'columns'); i > 0 && columns.length < LONGEST_RUN; i--)
      columns.push(attribute(tag, 'table:default-cell-style-name'));
  const fills = new Map<number, Map<number, string>>();
  let row = 0;
  for (const [, tag = '', cells = ''] of body.matchAll(
    /<table:table-row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g,
  )) {
    const rows = repeated(tag, 'rows');
    const line = rowFills(cells, attribute(tag, 'table:default-cell-style-name'), columns, colours);
    if (line.size > 0 && rows <= LONGEST_RUN) for (let i = 0; i < rows; i++) fills.set(row + i, line);
    row += rows;
  }
  return fills;
}

function rowFills(
  cells: string,
  rowStyle: string,
  columns: readonly string[],
  colours: ReadonlyMap<string, string>,
): Map<number, string> {
  const line = new Map<number, string>();
  let column = 0;
  for (const [tag] of cells.matchAll(/<table:(?:covered-)?table-cell\b[^>]*>/g)) {
    const times = repeated(tag, 'columns');
    const style = attribute(tag, 'table:style-name') || rowStyle;
    for (let i = 0; i < times && times < LONGEST_RUN; i++) {
      const colour = colours.get(style || (columns[column + i] ?? ''));
      if (colour) line.set(column + i, colour);
    }
    column += times;
  }
  return line;
}

const repeated = (tag: string, what: 'rows' | 'columns'): number =>
  Math.max(1, Number(attribute(tag, `table:number-${what}-repeated`)) || 1);
