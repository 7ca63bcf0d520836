import { levels } from '../../analysis/marks.js';
import type { Results } from '../../analysis/results.js';
import { formatLevel, formatNumber } from '../locales/format.js';
import { messages } from '../locales/language.js';
import { NOT_ESTIMABLE } from '../tables/table.js';
import { axis, blockDomain, scaleOf } from './coefficient-axis.js';
import {
  type CoefficientBlock,
  type CoefficientPanel,
  type CoefficientRow,
  type Coefficients,
  coefficientsOf,
} from './coefficient-rows.js';
import { describeCoefficients, type Significance, significance } from './coefficient-words.js';
import type { CoefficientsFigure } from './definition.js';
import { band } from './dots.js';
import { type Drawn, type PixelFrame, pixelDrawing } from './drawn.js';
import { CONTENT_WIDTH, LEFT, type FigureOptions } from './frame.js';
import { palette, shapes } from './palette.js';
import type { Pixels } from './pixels.js';
import { clipText, fitLines, plainLabel } from './text-fit.js';
import { estimateTextWidth } from './text-metrics.js';

const LABELS = 176;
const GAP = 26;
/** Pixels between the marks of one row. */
const STEP = 6;
const LINE = 12;
const KEY_ROW = 18;

/**
 * A table of marks as its estimates: rows by label, a panel per group of columns, the lags (or groupings) as shapes of
 * their own, intervals as lines, and zero marked. Filled marks are significant at 5 percent, pale ones at 10.
 */
export function drawCoefficients(
  figure: CoefficientsFigure,
  results: Results,
  options: FigureOptions,
): Drawn {
  const { lang } = options;
  const found = coefficientsOf(figure, results, lang);
  const drawing = pixelDrawing(figure.title[lang], options, (pixels, outer) => {
    if (!found) return 20;
    const below = key(pixels, outer, found, options);
    return blocks(pixels, found, below, options);
  });
  return { drawing, description: describeCoefficients(figure, found, lang) };
}

/** Draws from `below` down, where the key's further rows end. */
function blocks(pixels: Pixels, found: Coefficients, below: number, options: FigureOptions): number {
  const { panels } = found;
  const width = Math.floor((CONTENT_WIDTH - LABELS - GAP * panels.length) / Math.max(1, panels.length));
  const left = (i: number) => LABELS + GAP + i * (width + GAP);
  const heads = panels.map((p) => fitLines(p.head, width, 10.5, 3, true));
  const lines = Math.max(1, ...heads.map((h) => h.length));
  heads.forEach((head, i) =>
    head.forEach((line, k) =>
      pixels.text(left(i), below + 6 + (lines - head.length + k) * 14, line, { size: 10.5, bold: true, color: palette.ink }),
    ),
  ); // prettier-ignore
  let y = below + lines * 14 + 6;
  for (const block of found.blocks) {
    const domain = blockDomain(block, found);
    const top = y;
    const rows = placed(block, found, y);
    y = rows.bottom;
    panels.forEach((panel, i) => {
      if (holds(block, panel)) axis(pixels, domain, block, left(i), width, top, y, options);
    });
    rows.list.forEach(({ row, at, lines: own, height }, r) => {
      if (r % 2 === 0) pixels.band(LEFT - 2, at - height / 2, CONTENT_WIDTH - LEFT + 4, height, band);
      own.forEach((line, k) =>
        pixels.text(LEFT + indent(row), at + (k - (own.length - 1) / 2) * LINE, line, { color: palette.ink }),
      );
      panels.forEach((panel, i) => marks(pixels, row, panel, at, found, scaleOf(domain, left(i), width)));
    });
    for (const { text, at } of rows.groups) pixels.text(LEFT, at, text, { bold: true, color: palette.ink });
    y += 34;
  }
  return y - 10;
}

/** Rows under a heading stand in from it, so that the rows after them are seen to have none. */
const indent = ({ group }: CoefficientRow): number => (group === null ? 0 : 10);

/** Whether a panel has anything to draw in a block. */
const holds = ({ rows }: CoefficientBlock, { columns }: CoefficientPanel): boolean =>
  columns.some(({ key: column }) => rows.some((row) => row.byColumn.has(column)));

/** Where the rows of a block stand: a heading where the group changes, then its rows. */
function placed(block: CoefficientBlock, { variants }: Coefficients, top: number) {
  const groups: { text: string; at: number }[] = [];
  let y = top + 4;
  let group: string | null = null;
  const list = block.rows.map((row) => {
    if (row.group !== group && row.group !== null) {
      groups.push({ text: clipText(row.group, LABELS - LEFT, 10, true), at: y + 8 });
      y += 16;
    }
    group = row.group;
    const lines = fitLines(row.label, LABELS - LEFT - indent(row), 10, 2);
    const height = Math.max(lines.length * LINE + 4, 12 + variants.length * STEP);
    y += height;
    return { row, at: y - height / 2, lines, height };
  });
  return { list, groups, bottom: y + 2 };
}

function marks(
  pixels: Pixels,
  row: CoefficientRow,
  panel: CoefficientPanel,
  at: number,
  { variants }: Coefficients,
  scale: (value: number) => number,
): void {
  for (const { key, variant } of panel.columns) {
    const e = row.byColumn.get(key);
    const y = at + (variant - (variants.length - 1) / 2) * STEP;
    if (!e) continue;
    if (e.estimate === null) {
      pixels.text(scale(0) + 4, y, NOT_ESTIMABLE, { size: 11, bold: true, color: palette.muted });
      continue;
    }
    const { ciLow, ciHigh } = e;
    const color = colourOf(variant);
    if (ciLow !== null && ciHigh !== null && scale(ciHigh) > scale(ciLow))
      pixels.rule(scale(ciLow), y, scale(ciHigh), y, { color, strokeWidth: 1.2 });
    const datum = { row: plainLabel(row.label), column: key, estimate: e.estimate, low: ciLow, high: ciHigh, p: e.p }; // prettier-ignore
    pixels.point(scale(e.estimate), y, look(variant, significance(e)), datum);
  }
}

const colourOf = (variant: number): string => palette.variants[variant % palette.variants.length]!;

function look(variant: number, how: Significance) {
  const color = colourOf(variant);
  const fill = how === 'strong' ? color : how === 'weak' ? palette.pale : palette.paper;
  return { shape: shapes[variant % shapes.length]!, size: 34, fill, stroke: color, strokeWidth: 1.3 };
}

/** The key: one row, and another where names of the data's own need more. Returns the height of those further. */
function key(pixels: Pixels, { keyY }: PixelFrame, found: Coefficients, options: FigureOptions): number {
  const { lang } = options;
  const { figures } = messages(lang);
  let x = LEFT + 6;
  let y = keyY;
  const item = (words: string, variant: number, how: Significance) => {
    const text = clipText(words, 150, 11);
    if (x + 10 + estimateTextWidth(text, 11) > CONTENT_WIDTH) [x, y] = [LEFT + 6, y + KEY_ROW];
    pixels.point(x, y, look(variant, how));
    pixels.text(x + 10, y, text, { size: 11, color: palette.muted });
    x += 10 + estimateTextWidth(text, 11) + 18;
  };
  const named = found.variants.filter((v) => v !== '');
  if (named.length > 0) found.variants.forEach((v, i) => item(v, i, 'strong'));
  const below = (level: number) => `p < ${formatNumber(level, lang, 2)}`;
  if (named.length > 0) {
    pixels.rule(x - 10, y - 7, x - 10, y + 7, { color: palette.axis, strokeWidth: 1 });
    x += 6;
  }
  item(below(levels.strong), 0, 'strong');
  item(below(levels.weak), 0, 'weak');
  item(figures.notSignificant, 0, 'none');
  const level = formatLevel(options.level ?? 0.95, lang);
  if (!found.isAnova) {
    pixels.rule(x - 6, y, x + 16, y, { color: colourOf(0), strokeWidth: 1.2 });
    pixels.text(x + 22, y, figures.band(level), { size: 11, color: palette.muted });
  }
  return y - keyY;
}
