import { formatEstimate } from '../../locales/format.js';
import { svg } from './dom.js';
import type { Place } from './data.js';
import { lang, words } from './words.js';

const WIDTH = 320;
const HEIGHT = 64;
const MARGIN = 14;
const MIDDLE = 34;

/** The estimate with its interval, and zero: on which side of it they lie. Null without an interval. */
export function drawing({ cell }: Place): SVGElement | null {
  const { estimate, ciLow: low, ciHigh: high } = cell;
  if (cell.mark === null || estimate === null || low === null || high === null) return null;
  const [from, to] = [Math.min(0, low, estimate), Math.max(0, high, estimate)];
  if (!(to > from)) return null;
  const x = (value: number) =>
    Math.round((MARGIN + ((value - from) / (to - from)) * (WIDTH - 2 * MARGIN)) * 10) / 10;
  const text = (value: number) => formatEstimate(value, lang());
  const label = words().cells.panel.drawing(text(estimate), text(low), text(high));
  const cap = (at: number) => line(x(at), MIDDLE - 5, x(at), MIDDLE + 5, 'interval');
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'drawing', role: 'img', 'aria-label': label },
    line(MARGIN - 8, MIDDLE, WIDTH - MARGIN + 8, MIDDLE, 'axis'),
    line(x(0), 16, x(0), MIDDLE + 12, 'zero'),
    svg('text', { x: x(0), y: 11, 'text-anchor': 'middle' }, '0'),
    line(x(low), MIDDLE, x(high), MIDDLE, 'interval'),
    cap(low),
    cap(high),
    svg('circle', { cx: x(estimate), cy: MIDDLE, r: 5, class: 'point' }),
    svg('text', { x: inside(x(estimate)), y: HEIGHT - 6, 'text-anchor': 'middle' }, text(estimate)),
  );
}

/** A text's middle, far enough from the edges for its letters. */
const inside = (at: number): number => Math.min(Math.max(at, 30), WIDTH - 30);

const line = (x1: number, y1: number, x2: number, y2: number, name: string): SVGElement =>
  svg('line', { x1, y1, x2, y2, class: name });
