import type { Estimate } from '../../analysis/estimate.js';
import type { FigureDefinition } from '../../data/codebook/codebook.js';
import { PADDING, type FigureOptions } from './frame.js';
import type { Json } from './layers.js';
import { multiples, type Drawing } from './multiples.js';
import { FONT, palette } from './palette.js';
import { figureSeries } from './series.js';
import { together } from './together.js';
import { describeFigure, figureTitle } from './words.js';

/** A Vega-Lite specification (v6) with everything drawn computed beforehand, and what the SVG needs besides. */
export interface FigureSpec extends Json {
  readonly description: string;
  readonly usermeta: {
    readonly id: string;
    readonly lang: 'sv' | 'en';
    readonly title: string;
    readonly synthetic: boolean;
    /** Size in pixels of the picture, and the place of the first view's corner in it. */
    readonly width: number;
    readonly height: number;
    readonly origin: { readonly x: number; readonly y: number };
  };
}

/**
 * A figure as a Vega-Lite specification: the appendix's figures (and any panel's) as small multiples with trends,
 * the main report's with all series in one chart. Reads `trends` estimates only; estimates nothing. Series without
 * estimates are left out, years without are gaps in the data, not in the axis.
 */
export function buildFigure(
  definition: FigureDefinition,
  estimates: readonly Estimate[],
  options: FigureOptions,
): FigureSpec {
  const title = figureTitle(definition, options.lang);
  const series = figureSeries(definition.series, estimates, options.lang);
  const draw = definition.source === 'rapport' ? together : multiples;
  const drawing = draw(title, series, options);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: describeFigure(title, series, options.lang),
    usermeta: {
      id: definition.id,
      lang: options.lang,
      title,
      synthetic: options.synthetic,
      ...size(drawing),
    },
    background: palette.paper,
    padding: { left: PADDING.left, right: PADDING.right, top: PADDING.top, bottom: PADDING.bottom },
    config: { ...config, locale: { number: numberLocale[options.lang] } },
    ...drawing.views,
  };
}

function size({ width, height, headerHeight }: Drawing) {
  return {
    width: PADDING.left + width + PADDING.right,
    height: PADDING.top + headerHeight + height + PADDING.bottom,
    origin: { x: PADDING.left, y: PADDING.top + headerHeight },
  };
}

/** Numbers on the axes, as the figures' words write them. */
const numberLocale = {
  sv: { decimal: ',', thousands: '\u202f', grouping: [3], currency: ['', '\u00a0kr'], minus: '\u2212' },
  en: { decimal: '.', thousands: ',', grouping: [3], currency: ['', ''], minus: '\u2212' },
} as const;

const config = {
  // The picture has one description of its own; Vega's, one per mark, would be read out hundreds of times.
  aria: false,
  font: FONT,
  view: { stroke: null },
  axis: { labelFontSize: 10, labelColor: palette.muted, labelLimit: 0 },
  text: { font: FONT },
  line: { strokeCap: 'butt' },
};
