import type { Results } from '../../analysis/results.js';
import { drawCoefficients } from './coefficients.js';
import type { FigureDefinition } from './definition.js';
import { drawDots } from './dots.js';
import type { Drawn } from './drawn.js';
import { PADDING, type FigureOptions } from './frame.js';
import { drawIndicatorTypes } from './indicator-types.js';
import type { Json } from './pixels.js';
import type { Drawing } from './drawn.js';
import { FONT, palette } from './palette.js';
import { withLabels } from '../locales/own-labels.js';
import { drawMap } from './tile-map.js';
import { drawTrends } from './trends.js';
import { drawUse } from './use.js';
import { drawUsefulness } from './usefulness.js';

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

/** What a caller chooses; the results say the rest: whether the data are simulated, the level, the source. */
export type AskedOptions = Pick<FigureOptions, 'lang'> & Partial<FigureOptions>;

/** The figures that show published facts alone, whatever the results are. */
const isPublished = ({ kind }: FigureDefinition): boolean => kind === 'use' || kind === 'usefulness';

/**
 * Any figure of `figuresOf` as a Vega-Lite specification. Reads estimates and published facts; estimates nothing. The
 * title and the description (the alternative text) are `usermeta.title` and `description`.
 */
export const buildFigure = (
  definition: FigureDefinition,
  results: Results,
  asked: AskedOptions,
): FigureSpec => withLabels(results.manifest.labels, () => built(definition, results, asked));

function built(definition: FigureDefinition, results: Results, asked: AskedOptions): FigureSpec {
  const options = optionsOf(results, asked);
  const { drawing, description } = draw(definition, results, options);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description,
    usermeta: {
      id: definition.id,
      lang: options.lang,
      title: definition.title[options.lang],
      synthetic: options.synthetic && !isPublished(definition),
      ...size(drawing),
    },
    background: palette.paper,
    padding: { left: PADDING.left, right: PADDING.right, top: PADDING.top, bottom: PADDING.bottom },
    config: { ...config, locale: { number: numberLocale[options.lang] } },
    ...drawing.view,
  };
}

function optionsOf({ manifest, specification }: Results, asked: AskedOptions): FigureOptions {
  const { title } = manifest.data;
  const level = specification.inference.level;
  return {
    synthetic: manifest.synthetic,
    level,
    ...(title === undefined ? {} : { source: title }),
    ...asked,
  };
}

function draw(definition: FigureDefinition, results: Results, options: FigureOptions): Drawn {
  switch (definition.kind) {
    case 'trends':
      return drawTrends(definition, results, options);
    case 'indicator-types':
      return drawIndicatorTypes(definition, results, options);
    case 'use':
      return drawUse(definition, options);
    case 'usefulness':
      return drawUsefulness(definition, options);
    case 'coefficients':
      return drawCoefficients(definition, results, options);
    case 'dots':
      return drawDots(definition, results, options);
    case 'map':
      return drawMap(definition, results, options);
  }
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
