import { PassThrough } from 'node:stream';
import type { stream as streams, Style, Worksheet } from 'exceljs';
import { messages, type Lang } from '../locales/language.js';
import type { CellValue, Sheet, SheetRow, StyledCell } from './sheet.js';
import { STAMP } from './styles.js';
import { cellText, looksLikeFormula } from './text.js';

type Workbook = streams.xlsx.WorkbookWriter;

/**
 * The sheets as an Excel file, row by row, since the whole in memory takes three times the time and the room. Text
 * is written as shared strings and numbers as numbers; there is no formula, whatever the text. The file's own times
 * are the writer's clock: see `repack`.
 */
export async function writeSheets(
  sheets: readonly Sheet[],
  options: { readonly lang: Lang; readonly creator: string; readonly title: string },
): Promise<Uint8Array> {
  // Loaded by those who write a workbook, and by no other command.
  const { default: excel } = await import('exceljs');
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
    // Compressed once, when it is packed again.
    zip: { store: true },
  });
  book.creator = options.creator;
  book.title = options.title;
  book.lastModifiedBy = options.creator;
  book.views = [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' }]; // prettier-ignore
  for (const sheet of sheets) writeSheet(book, sheet, options.lang);
  await book.commit();
  return Buffer.concat(chunks);
}

function writeSheet(book: Workbook, sheet: Sheet, lang: Lang): void {
  const worksheet = book.addWorksheet(sheet.name, {
    ...(sheet.synthetic ? { properties: { tabColor: { argb: STAMP } } } : {}),
    views: [view(sheet)],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      scale: 70,
      margins: { left: 0.5, right: 0.5, top: 0.8, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(sheet.frozen.rows > 0 ? { printTitlesRow: `1:${sheet.frozen.rows}` } : {}),
      ...(sheet.frozen.columns > 0 ? { printTitlesColumn: `A:${letter(sheet.frozen.columns)}` } : {}),
    },
    headerFooter: headerFooter(sheet, lang),
  });
  if (sheet.filter) {
    const { head, last, columns } = sheet.filter;
    worksheet.autoFilter = {
      from: { row: head, column: 1 },
      to: { row: Math.max(head, last), column: columns },
    };
  }
  worksheet.columns = sheet.widths.map((width) => ({ width }));
  let number = 1;
  for (const row of sheet.rows) writeRow(worksheet, number++, withHeight(row, sheet.widths), lang);
  worksheet.commit();
}

const view = ({ frozen }: Sheet) =>
  frozen.rows + frozen.columns === 0
    ? ({ state: 'normal', showGridLines: false } as const)
    : ({
        state: 'frozen',
        xSplit: frozen.columns,
        ySplit: frozen.rows,
        topLeftCell: `${letter(frozen.columns + 1)}${frozen.rows + 1}`,
        showGridLines: true,
      } as const);

/** The column's letter, 1 for A; at most two letters. */
const letter = (column: number): string =>
  (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : '') +
  String.fromCharCode(65 + ((column - 1) % 26));

/** An ampersand begins a code in the head of a page: doubled, it is itself. */
function headerFooter({ name, synthetic }: Sheet, lang: Lang) {
  const { figures, workbook } = messages(lang);
  const stamp = synthetic ? `&C&"-,Bold"${figures.syntheticStamp}` : '';
  return {
    oddHeader: `&L${name.replaceAll('&', '&&')}${stamp}`,
    oddFooter: `&Loppna-jamforelser&R${workbook.page} &P/&N`,
  };
}

const isStyled = (cell: CellValue | StyledCell): cell is StyledCell =>
  typeof cell === 'object' && cell !== null;

const LINE = 15;

/** Wrapped text makes a row higher; not every program works that out as it opens a file. */
function withHeight(row: SheetRow, widths: readonly number[]): SheetRow {
  if (row.height !== undefined) return row;
  const lines = row.cells.map((cell, c) =>
    isStyled(cell) && typeof cell.value === 'string' && cell.style?.alignment?.wrapText
      ? linesOf(cell.value, widths[c] ?? LINE)
      : 1,
  );
  const most = Math.min(MOST_LINES, Math.max(1, ...lines));
  return most === 1 ? row : { ...row, height: most * LINE };
}

/** As high as a row may get; Excel's own limit is 409 points. */
const MOST_LINES = 20;

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 0.9) / width)), 0);

function writeRow(worksheet: Worksheet, number: number, { cells, height }: SheetRow, lang: Lang): void {
  if (cells.length === 0 && height === undefined) return;
  const row = worksheet.getRow(number);
  if (height !== undefined) row.height = height;
  let column = 1;
  for (const cell of cells) {
    const { value, style, span = 1, link } = isStyled(cell) ? cell : { value: cell };
    if (value !== null || style !== undefined) {
      const target = row.getCell(column);
      target.value = shown(value, lang);
      const guarded = typeof value === 'string' && looksLikeFormula(value);
      const look = guarded ? asText(style) : style;
      if (look) target.style = look;
      if (span > 1) worksheet.mergeCells(number, column, number, column + span - 1);
      if (link !== undefined) linkTo(worksheet, target.address, link);
    }
    column += span;
  }
  row.commit();
}

function shown(value: CellValue, lang: Lang): CellValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' ? cellText(value, lang) : value;
}

const text: Partial<Style> = { numFmt: '@' };
const asTexts = new WeakMap<object, Partial<Style>>();

/** The same look with the format of text, so that editing the cell does not make a formula of `++` or `=1`. */
function asText(style: Partial<Style> | undefined): Partial<Style> {
  if (!style) return text;
  let known = asTexts.get(style);
  if (!known) asTexts.set(style, (known = { ...style, numFmt: '@' }));
  return known;
}

/**
 * A link within the file. The streaming writer only knows links to elsewhere, with a relation of their own, which
 * asks before it opens; its list of links, which it writes in the end, takes a place as well.
 */
function linkTo(worksheet: Worksheet, address: string, sheet: string): void {
  const links = worksheet as unknown as { _sheetRelsWriter: { _hyperlinks: object[] } };
  links._sheetRelsWriter._hyperlinks.push({ address, target: `'${sheet}'!A1` });
}
