import type { CardYear, IndicatorCard } from '../../analysis/indicators/index.js';
import { usefulnessLimits } from '../../analysis/indicators/limits.js';
import type { DocumentFigure } from '../document/document.js';
import { escapeXml } from '../figures/escape.js';
import { FONT, palette } from '../figures/palette.js';
import { estimateTextWidth } from '../figures/text-metrics.js';
import { formatPercent } from '../locales/format.js';
import { messages, type Lang } from '../locales/language.js';
import { cardId } from './ids.js';
import { type Scaling, scaling } from './scaling.js';
import { count, level, nameOf } from './words.js';

const SIZE = { width: 720, height: 284 } as const;
const PLOT = { left: 64, right: 704, top: 44, bottom: 228 } as const;

/**
 * The national number year by year with its interval, as an SVG of our own: a bar and a point per year, a line between
 * years in a row, a dashed upright where the definition changed, and Socialstyrelsen's limit of saturation. It is
 * drawn without a library: the cards are many and the picture is small. Null where fewer than two years have answers:
 * the table says as much.
 */
export function trendFigure(card: IndicatorCard, synthetic: boolean, lang: Lang): DocumentFigure | null {
  const points = card.years.filter((y) => y.value !== null);
  if (points.length < 2) return null;
  const text = messages(lang).indicatorCards.trend;
  const id = `${cardId(card.id)}-trend`;
  const title = text.figure(nameOf(card, lang));
  const said = points.map((y) => text.point(`${y.year}`, level(y.value, card, lang))).join(', ');
  const description = text.described(nameOf(card, lang), said);
  const place = scaling(card, points, PLOT);
  const parts = [
    `<rect width="${SIZE.width}" height="${SIZE.height}" fill="${palette.paper}"/>`,
    ...axes(card, points, place, lang),
    ...limitLine(card, place, lang),
    ...breaks(card, place, lang),
    ...lines(card, points, place),
    ...points.flatMap((y) => point(y, place)),
    ...points.map((y) => valueText(y, card, place, lang)),
    ...(synthetic ? stamp(messages(lang).figures.syntheticStamp) : []),
  ];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" class="figure" id="${id}-svg" role="img" lang="${lang}"` +
    ` aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${SIZE.width} ${SIZE.height}"` +
    ` width="${SIZE.width}" height="${SIZE.height}" font-family="${FONT}" font-size="12">` +
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>` +
    `${parts.join('')}</svg>`;
  return { id, title, description, ...SIZE, svg, png: null, numbers: null };
}

const at = (value: number): string => value.toFixed(1);

function write(x: number, y: number, text: string, anchor: string, look = `fill="${palette.muted}"`): string {
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}" ${look}>${escapeXml(text)}</text>`;
}

function stroke(x1: number, y1: number, x2: number, y2: number, look: string): string {
  return `<line x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}" ${look}/>`;
}

function axes(
  card: IndicatorCard,
  points: readonly CardYear[],
  { x, y, ticks }: Scaling,
  lang: Lang,
): string[] {
  const { left, right, bottom } = PLOT;
  return [
    ...ticks.flatMap((tick) => [
      stroke(left, y(tick), right, y(tick), `stroke="${palette.grid}"`),
      write(left - 8, y(tick) + 4, tickText(tick, card, lang), 'end'),
    ]),
    ...points.flatMap(({ year, answered }) => [
      write(x(year), bottom + 22, `${year}`, 'middle', `fill="${palette.ink}"`),
      write(x(year), bottom + 40, `n ${count(answered, lang)}`, 'middle'),
    ]),
  ];
}

const tickText = (tick: number, card: IndicatorCard, lang: Lang): string =>
  card.unit === 'procent' ? formatPercent(tick / 100, lang) : level(tick, card, lang);

/** Where an indicator is saturated; its mirror where low is aimed at. */
function limitLine({ unit, better }: IndicatorCard, { y }: Scaling, lang: Lang): string[] {
  if (unit !== 'procent') return [];
  const { saturated } = usefulnessLimits.room;
  const share = better === 'higher' ? saturated : 1 - saturated;
  const text = messages(lang).indicatorCards.trend.saturatedLine(formatPercent(share, lang));
  const place = y(100 * share);
  return [
    stroke(PLOT.left, place, PLOT.right, place, `stroke="${palette.theilSen}" stroke-dasharray="6 4"`),
    write(PLOT.right, place - 5, text, 'end', `fill="${palette.theilSen}"`),
  ];
}

/** An upright before the first year of every new definition. */
function breaks({ changes }: IndicatorCard, { x, step }: Scaling, lang: Lang): string[] {
  const text = messages(lang).indicatorCards.trend.definition;
  const { top, bottom, left } = PLOT;
  return changes.flatMap(({ year }) => {
    const place = Math.max(left, x(year) - step / 2);
    return [
      stroke(place, top - 8, place, bottom, `stroke="${palette.axis}" stroke-dasharray="2 3"`),
      write(place + 5, bottom - 6, text, 'start'),
    ];
  });
}

/** A line between years that follow one another; a year without the question or with a new definition is a gap. */
const lines = ({ changes }: IndicatorCard, points: readonly CardYear[], { x, y }: Scaling): string[] =>
  points.slice(1).flatMap((next, i) => {
    const last = points[i]!;
    if (next.year !== last.year + 1 || changes.some(({ year }) => year === next.year)) return [];
    return [
      stroke(
        x(last.year),
        y(last.value!),
        x(next.year),
        y(next.value!),
        `stroke="${palette.mean}" stroke-width="2"`,
      ),
    ];
  });

/** The interval as a bar with ends, the value as a point: hollow where there are too few answers to judge the year. */
function point({ year, value, ciLow, ciHigh, judged }: CardYear, { x, y }: Scaling): string[] {
  const bar = `stroke="${palette.mean}" stroke-width="1.5"`;
  const middle = x(year);
  const ends =
    ciLow === null || ciHigh === null
      ? []
      : [
          stroke(middle, y(ciLow), middle, y(ciHigh), bar),
          stroke(middle - 6, y(ciLow), middle + 6, y(ciLow), bar),
          stroke(middle - 6, y(ciHigh), middle + 6, y(ciHigh), bar),
        ];
  const fill = judged ? palette.mean : palette.paper;
  return [
    ...ends,
    `<circle cx="${at(middle)}" cy="${at(y(value!))}" r="4.5" fill="${fill}" stroke="${palette.mean}" stroke-width="1.5"/>`,
  ];
}

const valueText = ({ year, value }: CardYear, card: IndicatorCard, { x, y }: Scaling, lang: Lang): string =>
  write(
    x(year) + 10,
    y(value!) + 15,
    level(value, card, lang),
    'start',
    `fill="${palette.ink}" font-weight="bold"`,
  );

function stamp(text: string): string[] {
  const width = estimateTextWidth(text, 12, true) + 24;
  const left = PLOT.left;
  return [
    `<rect x="${left}" y="6" width="${at(width)}" height="22" fill="${palette.stamp}" stroke="${palette.stampInk}"/>`,
    write(left + width / 2, 21, text, 'middle', `fill="${palette.stampInk}" font-weight="bold"`),
  ];
}
