import { messages, type Lang } from '../locales/language.js';
import { styled, type SheetRow } from './sheet.js';
import { styles } from './styles.js';

/** Rows above the heads of every sheet but the first and the tidy one: stamp, title, the way back. */
export const ROWS_ABOVE = 3;

/** The stamp (an empty row where the data are not synthetic, so that heads keep their place), the title, a link. */
export function rowsAbove(title: string, synthetic: boolean, contents: string, lang: Lang): SheetRow[] {
  return [
    stampRow(synthetic, lang),
    { cells: [styled(title, styles.title)], height: 21 },
    { cells: [{ value: messages(lang).workbook.back, style: styles.link, link: contents }] },
  ];
}

/** Columns that the stamp fills. */
const STAMPED = 8;

/** That the data are synthetic, across the columns in sight at first. */
export function stampRow(synthetic: boolean, lang: Lang): SheetRow {
  const { figures, page } = messages(lang);
  if (!synthetic) return { cells: [] };
  const text = `${figures.syntheticStamp} – ${page.syntheticBarRest}`;
  const rest = Array.from({ length: STAMPED - 1 }, () => styled(null, styles.stamp));
  return { cells: [styled(text, styles.stamp), ...rest] };
}

/** Room for the text of a note, in characters. */
const NOTE_WIDTH = 110;
const LINE = 14;

/** Notes below a table, each over several columns and as high as its text needs. */
export function noteRows(notes: readonly string[], widths: readonly number[]): SheetRow[] {
  let span = 0;
  let width = 0;
  while (span < widths.length && width < NOTE_WIDTH) width += widths[span++]!;
  return [{ cells: [] }, ...notes.map((note) => wideRow(note, span, width))];
}

/** One text over several columns that are `width` characters wide together. Excel gives such a row no height itself. */
export const wideRow = (text: string, span: number, width: number): SheetRow => ({
  cells: [{ value: text, style: styles.note, span }],
  height: Math.min(400, LINE * Math.max(1, Math.ceil((text.length * 0.95) / width))),
});
