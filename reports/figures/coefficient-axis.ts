import { formatNumber } from '../locales/format.js';
import { messages, term } from '../locales/language.js';
import { bounded, decimals, type Domain, roundStep } from './axes.js';
import { type CoefficientBlock, type Coefficients, ETA } from './coefficient-rows.js';
import type { FigureOptions } from './frame.js';
import { palette } from './palette.js';
import type { Pixels } from './pixels.js';
import { clipText } from './text-fit.js';
import { estimateTextWidth } from './text-metrics.js';

/** One axis for the rows of a unit, with zero, all estimates and their intervals within it. */
export function blockDomain({ rows }: CoefficientBlock, { panels }: Coefficients): Domain {
  const drawn = rows.flatMap((row) =>
    panels.flatMap((p) => p.columns.flatMap(({ key }) => row.byColumn.get(key) ?? [])),
  );
  const values = drawn.flatMap((e) => [e.estimate, e.ciLow, e.ciHigh].filter((v) => v !== null));
  const finite = values.filter(Number.isFinite).map(bounded);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  const step = roundStep((high - low || 1) / 6);
  const from = Math.floor(low / step + 1e-9);
  const to = Math.max(from + 1, Math.ceil(high / step - 1e-9));
  const ticks = Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
  return { low: ticks[0]!, high: ticks.at(-1)!, ticks };
}

/** Pixels of a value; what lies beyond the axis stands at its end. */
export const scaleOf =
  ({ low, high }: Domain, left: number, width: number) =>
  (value: number): number =>
    left + (width * (Math.min(high, Math.max(low, value)) - low)) / (high - low);

/** Zero, the grid and its numbers under a panel, with the unit. */
export function axis(
  pixels: Pixels,
  domain: Domain,
  { unit }: CoefficientBlock,
  left: number,
  width: number,
  top: number,
  bottom: number,
  { lang }: FigureOptions,
): void {
  const { figures, unitsOfDifference } = messages(lang);
  const scale = scaleOf(domain, left, width);
  const digits = decimals(domain.ticks[1]! - domain.ticks[0]!);
  const text = (tick: number) => formatNumber(tick, lang, digits);
  const widest = Math.max(...domain.ticks.map((t) => estimateTextWidth(text(t), 9))) + 6;
  const every = Math.ceil((widest * (domain.ticks.length - 1)) / width);
  domain.ticks.forEach((tick, i) => {
    const x = scale(tick);
    const line = tick === 0 ? { color: palette.muted, strokeWidth: 1.2 } : { color: palette.grid, strokeWidth: 1 }; // prettier-ignore
    pixels.grid(x, top, x, bottom, line);
    const zero = domain.ticks.indexOf(0);
    if ((i - zero) % every === 0)
      pixels.text(x, bottom + 8, text(tick), { size: 9, color: palette.muted, align: 'center' });
  });
  const words = unit === ETA ? figures.eta : term(unitsOfDifference, unit);
  pixels.text(left + width / 2, bottom + 20, clipText(words, width + 16, 9), { size: 9, color: palette.muted, align: 'center' }); // prettier-ignore
}
