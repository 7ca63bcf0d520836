import type { Style } from 'exceljs';
import { ABSENT, MINUS, THIN_SPACE } from '../locales/format.js';
import type { Lang } from '../locales/language.js';
import type { Grid } from '../tables/table.js';
import { noteRows, ROWS_ABOVE, rowsAbove } from './frame.js';
import { styled, type Sheet, type StyledCell } from './sheet.js';
import type { Numbers } from './exact-numbers.js';
import { styles, tones } from './styles.js';

export interface GridContext {
  readonly name: string;
  /** The name of the sheet that lists the others. */
  readonly contents: string;
  /** The numbers in full, where the caller has them; those of other cells are read from their text. */
  readonly exact?: Numbers | null;
  readonly lang: Lang;
}

/** A grid as a sheet with a filter. The words and colours are the grid's. */
export function gridSheet(grid: Grid, { name, contents, exact, lang }: GridContext): Sheet {
  const head = ROWS_ABOVE + 1;
  const rows = grid.rows.map((texts, r) =>
    texts.map((text, c) => {
      const tone = grid.tones?.[r]?.[c];
      if (tone) return styled(text, tones[tone]);
      const number = c === 0 ? undefined : exact?.[r]?.[c - 1];
      return number ?? (c === 0 || isText(grid, c) ? styled(text, styles.wrap) : numberOf(text, lang));
    }),
  );
  const widths = grid.head.map((text, c) => width([text, ...grid.rows.map((row) => row[c] ?? '')], c));
  return {
    name,
    holds: grid.title,
    synthetic: grid.synthetic,
    rows: [
      ...rowsAbove(grid.title, grid.synthetic, contents, lang),
      { cells: grid.head.map((text) => styled(text, styles.head)), height: 32 },
      ...rows.map((cells) => ({ cells })),
      ...noteRows(grid.notes, widths),
    ],
    count: rows.length,
    widths,
    frozen: { rows: head, columns: 1 },
    filter: { head, last: head + rows.length, columns: grid.head.length },
  };
}

const isText = (grid: Grid, column: number): boolean =>
  grid.columns !== undefined && grid.columns[column] !== 'number';

function width(texts: readonly string[], column: number): number {
  const longest = Math.max(...texts.map((text) => text.length));
  return Math.min(column === 0 ? 60 : 40, Math.max(11, longest + 2));
}

/** A number as `formatNumber` and `formatPercent` write it, read back; a text that is none stays text. */
export function numberOf(text: string, lang: Lang): StyledCell {
  if (text === ABSENT || text === '') return styled(null, styles.text);
  const [separator, form] =
    lang === 'sv' ? [THIN_SPACE, /^[+-]?\d+(?:,(\d+))?(%?)$/] : [',', /^[+-]?\d+(?:\.(\d+))?(%?)$/];
  const plain = text.replaceAll(separator, '').replace(MINUS, '-');
  const [found, decimals = '', percent] = form.exec(plain) ?? [];
  if (found === undefined) return styled(text, styles.wrap);
  const value = Number(found.replace(',', '.').replace('%', ''));
  const whole = text.includes(separator) && !percent ? '#,##0' : '0';
  const format = whole + (decimals === '' ? '' : `.${'0'.repeat(decimals.length)}`) + percent;
  return styled(percent ? value / 100 : value, numberStyle(format));
}

const numberStyles = new Map<string, Partial<Style>>();

function numberStyle(numFmt: string): Partial<Style> {
  let style = numberStyles.get(numFmt);
  if (!style) numberStyles.set(numFmt, (style = { ...styles.text, numFmt }));
  return style;
}
