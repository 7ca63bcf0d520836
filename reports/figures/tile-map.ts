import type { Results } from '../../analysis/results.js';
import { type Tile, tiles } from '../../data/codebook/tile-positions.js';
import { formatNumber } from '../locales/format.js';
import { messages, term, type Lang } from '../locales/language.js';
import { decimals } from './axes.js';
import { inkOn, sequenceColour } from './colours.js';
import type { MapFigure } from './definition.js';
import { type Drawn, type PixelFrame, pixelDrawing } from './drawn.js';
import { CONTENT_WIDTH, LEFT, type FigureOptions } from './frame.js';
import { type GroupMeans, groupMeans, type GroupValue, type OutcomeMeans } from './group-values.js';
import { describeGroups, domainOf, shown, titleLines } from './group-words.js';
import { palette } from './palette.js';
import type { Pixels } from './pixels.js';
import { clipText } from './text-fit.js';
import { estimateTextWidth } from './text-metrics.js';

const COLUMNS = 4;
const GAP = 20;
const TITLE = 14;
const sizes = { lan: { width: 43, height: 29 }, kommungrupp: { width: 56, height: 38 } } as const;

/**
 * The same means as the dots, on a map of tiles: one map per outcome, each tile with its name, its mean and a colour
 * between the ends of the outcome's scale. A group of which no unit answered has a broken outline and a dash.
 */
export function drawMap(figure: MapFigure, results: Results, options: FigureOptions): Drawn {
  const found = groupMeans(figure, results, options.lang);
  const drawing = pixelDrawing(figure.title[options.lang], options, (pixels, outer) => {
    key(pixels, outer, found, options);
    return maps(pixels, found, figure, options);
  });
  return { drawing, description: describeGroups(figure, found, options.lang) };
}

function maps(pixels: Pixels, found: GroupMeans, figure: MapFigure, options: FigureOptions): number {
  const { outcomes } = found;
  const size = sizes[figure.grouping];
  const rows = 1 + Math.max(...tiles(figure.grouping).map((t) => t.row));
  const width = (CONTENT_WIDTH - LEFT - GAP * (COLUMNS - 1)) / COLUMNS;
  const titles = outcomes.map((o) => titleLines(o, width));
  let y = 0;
  for (let first = 0; first < outcomes.length; first += COLUMNS) {
    const row = outcomes.slice(first, first + COLUMNS);
    const lines = Math.max(...titles.slice(first, first + COLUMNS).map((t) => t.length)) + 1;
    const top = y + lines * TITLE + 2;
    row.forEach((outcome, i) => {
      const x = LEFT + i * (width + GAP);
      heading(pixels, outcome, titles[first + i]!, x, y + 6, options);
      for (const tile of tiles(figure.grouping)) drawTile(pixels, tile, outcome, found, { x, top, ...size }, options.lang); // prettier-ignore
    });
    y = top + rows * size.height + 18;
  }
  return y;
}

function heading(
  pixels: Pixels,
  { context, nation, unit, year }: OutcomeMeans,
  lines: readonly string[],
  x: number,
  top: number,
  options: FigureOptions,
): void {
  const { figures } = messages(options.lang);
  const bold = context === null ? lines.length : lines.length - 1;
  lines.forEach((line, i) =>
    i < bold
      ? pixels.text(x, top + i * TITLE, line, { size: 10.5, bold: true, color: palette.ink })
      : pixels.text(x, top + i * TITLE, line, { size: 9, color: palette.muted }),
  );
  const said = [
    ...(year === null ? [] : [String(year)]),
    `${figures.nation} ${shown(nation.mean, unit, options.lang)}`,
    ...(options.synthetic ? [figures.syntheticPanel] : []),
  ];
  pixels.text(x, top + lines.length * TITLE, said.join(' · '), { size: 9, color: palette.muted });
}

function drawTile(
  pixels: Pixels,
  tile: Tile,
  outcome: OutcomeMeans,
  { groups }: GroupMeans,
  at: { readonly x: number; readonly top: number; readonly width: number; readonly height: number },
  lang: Lang,
): void {
  const position = groups.findIndex((g) => g.tile?.code === tile.code);
  const value: GroupValue | null = outcome.values[position] ?? null;
  const mean = value?.mean ?? null;
  const x = at.x + tile.column * at.width;
  const y = at.top + tile.row * at.height;
  const [width, height] = [at.width - 2, at.height - 2];
  const { low, high } = domainOf(outcome);
  const fill = mean === null ? null : sequenceColour((mean - low) / (high - low));
  if (fill === null) pixels.rect(x + 0.5, y + 0.5, width - 1, height - 1, missingTile);
  else pixels.rect(x, y, width, height, { fill }, { group: tile.name, mean, n: value!.n });
  const color = fill === null ? palette.muted : inkOn(fill);
  const middle = x + width / 2;
  pixels.text(middle, y + height * 0.3, tile.short, { size: 8.5, color, align: 'center' });
  const number = shown(mean, outcome.unit, lang);
  pixels.text(middle, y + height * 0.7, number, { size: 10.5, bold: true, color, align: 'center' });
}

const missingTile = { filled: false, stroke: palette.axis, strokeDash: [3, 2], strokeWidth: 1 } as const;

const SWATCHES = 11;
const SWATCH = { width: 12, height: 12 } as const;

/** The scale from its lightest to its darkest, and what an empty tile means. */
function key(pixels: Pixels, { keyY }: PixelFrame, found: GroupMeans, { lang }: FigureOptions): void {
  const { figures, units } = messages(lang);
  let x = LEFT;
  for (let i = 0; i < SWATCHES; i++, x += SWATCH.width) {
    const share = i / (SWATCHES - 1);
    pixels.rect(x, keyY - 6, SWATCH.width, SWATCH.height, { fill: sequenceColour(share) }, { share });
  }
  const ends = new Map<string, string>();
  for (const o of found.outcomes) {
    const { low, high, ticks } = domainOf(o);
    const digits = decimals(ticks.length > 1 ? ticks.at(-1)! - ticks[0]! : 1);
    const range = `${formatNumber(low, lang, digits)}–${formatNumber(high, lang, digits)}`;
    // `poäng 0–2` says its range itself.
    const unit = Object.hasOwn(units, o.unit) ? term(units, o.unit) : '';
    const own = o.unit !== 'procent' && o.unit !== 'poang-0-2';
    ends.set(o.unit, own ? figures.ownScale : o.unit === 'poang-0-2' ? unit : `${range} ${unit}`);
  }
  const words = clipText(`${figures.lightToDark} ${[...new Set(ends.values())].join('; ')}`, 420, 11);
  pixels.text(x + 8, keyY, words, { size: 11, color: palette.muted });
  x += 8 + estimateTextWidth(words, 11) + 22;
  pixels.rect(x, keyY - 6, 20, 12, missingTile);
  pixels.text(x + 26, keyY, figures.noAnswers, { size: 11, color: palette.muted });
}
