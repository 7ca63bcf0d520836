import type { Borders, Fill, Style } from 'exceljs';
import type { Category } from '../../analysis/results.js';
import { NOT_ESTIMABLE, type Tone } from '../tables/table.js';

type CellStyle = Partial<Style>;

const INK = 'FF1B1F24';
const MUTED = 'FF565F69';
const RULE = 'FFB9BFC6';
const FRAME = 'FF7C6A3F';
const UP = 'FF0B4F94';
const DOWN = 'FFA63A06';
export const STAMP = 'FFFFD33D';

const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const font = (size: number, more: Partial<Style['font']> = {}): Partial<Style['font']> => ({
  name: 'Calibri',
  family: 2,
  size,
  color: { argb: INK },
  ...more,
});
const under: Partial<Borders> = { bottom: { style: 'thin', color: { argb: INK } } };

/**
 * The looks of cells. Numbers use Excel's own formats, which show the reader's decimal sign and thousands; the
 * values keep every digit.
 */
export const styles = {
  stamp: { font: font(11, { bold: true }), fill: fill(STAMP) },
  title: { font: font(14, { bold: true }) },
  heading: { font: font(12, { bold: true }) },
  text: { font: font(11), alignment: { vertical: 'top' } },
  leading: { font: font(11), alignment: { horizontal: 'left', vertical: 'top' } },
  wrap: { font: font(11), alignment: { vertical: 'top', wrapText: true } },
  note: { font: font(10, { color: { argb: MUTED } }), alignment: { vertical: 'top', wrapText: true } },
  link: { font: font(11, { color: { argb: UP }, underline: true }), alignment: { vertical: 'top' } },
  code: { font: { ...font(10), name: 'Consolas', family: 3 }, alignment: { vertical: 'top' } },
  head: {
    font: font(10, { bold: true }),
    alignment: { vertical: 'bottom', wrapText: true },
    fill: fill('FFF1F0EC'),
    border: under,
  },
  headCentre: {
    font: font(10, { bold: true }),
    alignment: { vertical: 'bottom', horizontal: 'center', wrapText: true },
    fill: fill('FFF1F0EC'),
    border: under,
  },
  published: {
    font: font(10, { color: { argb: MUTED } }),
    alignment: { horizontal: 'center', vertical: 'top' },
  },
  estimate: { font: font(11), numFmt: '0.000', alignment: { vertical: 'top' } },
  p: { font: font(11), numFmt: '0.0000', alignment: { vertical: 'top' } },
  count: { font: font(11), numFmt: '#,##0', alignment: { vertical: 'top' } },
  percent: { font: font(11), numFmt: '0.0%', alignment: { vertical: 'top' } },
  flag: { fill: fill(STAMP) },
} as const satisfies Record<string, CellStyle>;

const white = { style: 'thin', color: { argb: 'FFFFFFFF' } } as const;
const tone = (argb: string): CellStyle => ({
  font: font(11),
  fill: fill(argb),
  alignment: { vertical: 'top', wrapText: true },
  border: { top: white, bottom: white, left: white, right: white },
});

/** Green, yellow, red and grey, as in öppna jämförelser; the cell's text says the same. */
export const tones: Readonly<Record<Tone, CellStyle>> = {
  good: tone('FFCFE9CF'),
  partly: tone('FFFFF0B3'),
  poor: tone('FFF8CFC6'),
  absent: tone('FFEEEFF1'),
};

const dotted = { style: 'mediumDashDotDot', color: { argb: FRAME } } as const;
const thin = { style: 'thin', color: { argb: FRAME } } as const;
const dashed = { style: 'mediumDashed', color: { argb: FRAME } } as const;
const double = { style: 'double', color: { argb: DOWN } } as const;
const plain = { style: 'hair', color: { argb: RULE } } as const;

const frames = {
  same: plain,
  'not-comparable': plain,
  'other-level': dotted,
  'only-computed': thin,
  'only-published': dashed,
  opposite: double,
} as const satisfies Record<Category, unknown>;

const differs = (category: Category | null): boolean =>
  category !== null && category !== 'same' && category !== 'not-comparable';

const shade = (category: Category | null): Fill => fill(category === 'opposite' ? 'FFFBE3DA' : 'FFFDF3DC');

const published = {
  plain: styles.published,
  differs: { ...styles.published, fill: shade('other-level') },
  opposite: { ...styles.published, fill: shade('opposite') },
};

/** The look of the published mark beside the computed one: the same shade, no frame. */
export const publishedStyle = (category: Category | null): CellStyle =>
  published[category === 'opposite' ? 'opposite' : differs(category) ? 'differs' : 'plain'];

const cache = new Map<string, CellStyle>();

/**
 * The look of a mark: bold where strong, coloured by its sign, and, where it differs from the published one, shaded
 * with a frame of its own form for each way to differ, so that colour is never the only sign.
 */
export function markStyle(mark: string, category: Category | null): CellStyle {
  const tone = mark === NOT_ESTIMABLE || mark === '' ? MUTED : mark.startsWith('-') ? DOWN : mark.startsWith('+') ? UP : INK; // prettier-ignore
  const bold = mark.length > 1;
  const key = `${tone}${bold}${category}`;
  const known = cache.get(key);
  if (known) return known;
  const line = frames[category ?? 'same'];
  const style: CellStyle = {
    font: font(11, { bold, color: { argb: tone } }),
    alignment: { horizontal: 'center', vertical: 'top' },
    border: { top: line, bottom: line, left: line, right: line },
    ...(differs(category) ? { fill: shade(category) } : {}),
  };
  cache.set(key, style);
  return style;
}
