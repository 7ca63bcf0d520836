import * as XLSX from '@e965/xlsx';
import { createHash } from 'node:crypto';
import { UsageError } from '../problems.js';
import { clean } from '../readers/text.js';
import { sheetOfCsv } from './csv-sheet.js';
import { columnName, gridSheet } from './grid.js';
import { guardFile } from './guard.js';
import { type Fills, odsFills } from './ods-fills.js';
import type { Sheet, SheetCell, Workbook } from './sheet.js';
import { type XlsxParts, xlsxParts } from './xlsx-parts.js';
import type { Zip } from './zip.js';

/** A workbook with what can only be said of a whole file. */
export interface ReadWorkbook extends Workbook {
  /** Sheets (of .xlsx) with conditional formatting: the colours that it gives are not evaluated. */
  readonly conditional: readonly string[];
}

/**
 * Reads a workbook of any kind, after the guard has looked at it. Only stored values are taken, never formulas, macros, links or
 * anything outside the file. `name` is the file's name without its folder.
 * @throws UsageError, one line, where the file is refused or cannot be read.
 */
export function readWorkbook(bytes: Uint8Array, name: string): ReadWorkbook {
  const { kind, zip } = guardFile(bytes, name);
  const about = { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  if (kind === 'csv') return { ...sheetOfCsv(bytes, name), conditional: [] };
  const book = parse(bytes, name);
  const parts = kind === 'xlsx' ? xlsxParts(zip!) : null;
  const sheets = book.SheetNames.map((sheet, i) =>
    readSheet(book, i, name, fillsOf(kind, book, parts, zip, sheet)),
  );
  return { ...about, sheets, conditional: parts?.conditional ?? [] };
}

function parse(bytes: Uint8Array, name: string): XLSX.WorkBook {
  // The library prints its doubts about number formats of .ods files, of which no user can make anything.
  const { error: print } = console;
  try {
    console.error = () => undefined;
    return XLSX.read(bytes, {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      bookVBA: false,
    });
  } catch (error) {
    const { message } = error as Error;
    const locked = /password|encrypt/i.test(message);
    throw new UsageError(
      locked
        ? `${name}: found a workbook with a password; expected one without; save it without the password`
        : `${name}: the file is damaged or cut off (${message.slice(0, 80)}); expected a whole workbook; fetch it again, or open it in Excel and save it`,
    );
  } finally {
    console.error = print;
  }
}

interface FillReader {
  of(cell: XLSX.CellObject | undefined, row: number, column: number): string | null;
  /** How far a row has colours that no cell tells of: the reader leaves empty cells of an .ods out. */
  width(row: number): number;
}

function fillsOf(
  kind: 'xlsx' | 'ods' | 'xls',
  book: XLSX.WorkBook,
  parts: XlsxParts | null,
  zip: Zip | null,
  sheet: string,
): FillReader {
  if (kind === 'ods') {
    const fills: Fills | undefined = odsFills(zip!).get(sheet);
    return {
      of: (_, row, column) => fills?.get(row)?.get(column) ?? null,
      width: (row) => Math.max(0, ...[...(fills?.get(row)?.keys() ?? [])].map((c) => c + 1)),
    };
  }
  // The reader gives each cell the very object of its fill: by it the palette's colour is found.
  const { Fills: list = [] } = (book as { Styles?: { Fills?: object[] } }).Styles ?? {};
  const palette = new Map([...(parts?.paletteFills ?? [])].map(([i, colour]) => [list[i], colour]));
  const of: FillReader['of'] = (cell) => {
    const style = cell?.s as { patternType?: string; fgColor?: { rgb?: string } } | undefined;
    if (style?.patternType !== 'solid') return null;
    const rgb = style.fgColor?.rgb ?? palette.get(style);
    return rgb && /^[0-9a-f]{6,8}$/i.test(rgb) ? rgb.slice(-6).toUpperCase() : null;
  };
  return { of, width: () => 0 };
}

function readSheet(book: XLSX.WorkBook, index: number, file: string, fill: FillReader): Sheet {
  const name = book.SheetNames[index]!;
  const sheet = book.Sheets[name] ?? {};
  const rows = ((sheet as { '!data'?: XLSX.CellObject[][] })['!data'] ?? []) as (
    XLSX.CellObject[] | undefined
  )[];
  const cells: SheetCell[][] = [];
  rows.forEach((row, r) => {
    if (!row) return;
    const line: SheetCell[] = [];
    for (let c = 0; c < Math.max(row.length, fill.width(r)); c++) {
      const read = readCell(row[c], fill.of(row[c], r, c));
      if (read) line[c] = read;
    }
    cells[r] = line;
  });
  return gridSheet({
    file,
    name,
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    cells,
    place: (row, column) => `${name}!${columnName(column)}${row + 1}`,
  });
}

function readCell(cell: XLSX.CellObject | undefined, fill: string | null): SheetCell | null {
  if (!cell || cell.t === 'z' || cell.v === undefined)
    return fill === null ? null : { text: '', value: null, fill, error: null };
  if (cell.t === 'e') {
    const error = cell.w ?? '#FEL';
    return { text: error, value: null, fill, error };
  }
  const value = cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : cell.v;
  if (typeof value === 'string') {
    const text = clean(value);
    return { text, value: text === '' ? null : text, fill, error: null };
  }
  return { text: clean(shown(cell, value)), value, fill, error: null };
}

/** As a reader sees it. The library cannot show every format of a percentage (`0 %`): these are shown by hand. */
function shown(cell: XLSX.CellObject, value: number | boolean): string {
  if (cell.w !== undefined) return cell.w;
  const format = typeof cell.z === 'string' ? cell.z : '';
  if (typeof value !== 'number' || !format.includes('%')) return String(value);
  const decimals = /[.,](0+)/.exec(format)?.[1]?.length ?? 0;
  return `${(value * 100).toFixed(decimals)} %`;
}
