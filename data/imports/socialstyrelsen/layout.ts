import type { Sheet } from '../sheet.js';
import { isLegendRow } from './colours.js';
import { readRows, type KeyedRow, type Lookup, type UnkeyedRow } from './rows.js';
import { normalise } from './words.js';

/** `districts`: every unit is a city district. `information`: no table of places. */
export type SheetKind = 'municipal' | 'districts' | 'aggregate' | 'information';

export interface TableColumn {
  readonly column: number;
  /** The header from the top down, each text once: quality area, indicator area, short name. */
  readonly parts: readonly string[];
}

export interface Layout {
  readonly sheet: Sheet;
  readonly kind: SheetKind;
  readonly headerRows: readonly number[];
  readonly keyColumns: readonly number[];
  /** County, size class, SKR's group: what the table can be sorted by. */
  readonly sorting: readonly TableColumn[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly KeyedRow[];
  readonly unkeyed: readonly UnkeyedRow[];
}

const MAX_HEADER_ROWS = 6;
const SORTING =
  /^(?:sorter\w*|läns?(?:kod|namn|nr)?|kommungrupp\w*|storleks(?:grupp|klass)\w*|invånar\w*|antal invånare|folkmängd|sk[lr]s?|region)(?: |$)|^(?:grupp|kommun|kommunkod|lkod|kod|stadsdel\w*)$/;

/** What a sheet is and where its table stands, by its content. */
export function readLayout(sheet: Sheet, lookup: Lookup): Layout {
  const rows = readRows(sheet, lookup);
  const none = { sheet, headerRows: [], keyColumns: [], sorting: [], columns: [], rows: [], unkeyed: [] };
  if (!rows) return { ...none, kind: 'information' };
  const first = rows.keyed[0]!.row;
  const headerRows = findHeader(sheet, first);
  if (headerRows.length === 0) return { ...none, kind: 'information' };
  const keys = [...rows.keyColumns, ...(rows.districtColumn === null ? [] : [rows.districtColumn])];
  const headed = headers(sheet, headerRows, keys);
  const isSorting = (c: TableColumn) =>
    c.parts.some((p) => SORTING.test(normalise(p))) || sorts(sheet, c, rows.keyed, lookup);
  const lastSorting = Math.max(-1, ...headed.filter(isSorting).map((c) => c.column));
  const units = new Set(rows.keyed.flatMap(({ place }) => (place.kind === 'unit' ? [place.unit] : [])));
  const others = rows.keyed.filter(({ place }) => place.kind !== 'unit').length;
  const kind =
    others > units.size ? 'aggregate' : [...units].every((u) => u.includes('-')) ? 'districts' : 'municipal';
  return {
    sheet,
    kind,
    headerRows,
    keyColumns: keys,
    sorting: headed.filter(isSorting),
    columns: headed.filter((c) => !isSorting(c) && (c.parts.length > 0 || c.column > lastSorting)),
    rows: rows.keyed,
    unkeyed: rows.unkeyed.filter(({ row }) => row > first),
  };
}

/**
 * The rows of the header, from the top: those with text above the first row of data, up to an empty row, a legend, or a row with one text
 * only, which is the title of the whole.
 */
function findHeader(sheet: Sheet, first: number): number[] {
  const found: number[] = [];
  for (let row = first - 1; row >= 0 && found.length < MAX_HEADER_ROWS; row--) {
    const texts = new Set<string>();
    for (let column = 0; column < sheet.columns; column++) {
      const { text } = sheet.at(row, column);
      if (text !== '') texts.add(text);
    }
    if (texts.size === 0 && found.length === 0) continue;
    if (texts.size === 0 || isLegendRow(sheet, row) || (texts.size === 1 && found.length > 0)) break;
    found.unshift(row);
  }
  return found;
}

/** Each column's header. A blank cell of an upper row belongs to the text on its left, as in a block that was never merged. */
function headers(sheet: Sheet, rows: readonly number[], keys: readonly number[]): TableColumn[] {
  const columns: TableColumn[] = [];
  let left: string[] = [];
  for (let column = 0; column < sheet.columns; column++) {
    if (keys.includes(column)) {
      left = [];
      continue;
    }
    const own = rows.map((row) => sheet.at(row, column).text);
    const bottom = own.at(-1)!;
    const texts = own.map((text, i) => {
      if (text !== '' || i === own.length - 1 || bottom === '') return text;
      // A new text in a row above ends the block.
      return own.slice(0, i).every((above, j) => above === '' || above === left[j]) ? (left[i] ?? '') : '';
    });
    left = texts;
    const parts = texts.filter((t, i) => t !== '' && texts.indexOf(t) === i);
    columns.push({ column, parts });
  }
  return columns;
}

/** Whether the cells of a column are counties or SKR's nine groups: `A1`, `C9 Landsbygdskommun`. */
function sorts(sheet: Sheet, { column }: TableColumn, rows: readonly KeyedRow[], lookup: Lookup): boolean {
  const texts = rows.map(({ row }) => sheet.at(row, column).text).filter((t) => t !== '');
  const hits = texts.filter((t) => /^[A-C][1-9](?:\b|\.)/.test(t) || lookup(t).kind === 'county');
  return texts.length > 0 && hits.length >= texts.length * 0.8;
}
