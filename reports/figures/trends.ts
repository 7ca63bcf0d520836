import type { Results } from '../../analysis/results.js';
import type { TrendsFigure } from './definition.js';
import type { Drawn } from './drawn.js';
import type { FigureOptions } from './frame.js';
import { multiples } from './multiples.js';
import { figureSeries } from './series.js';
import { together } from './together.js';
import { describeFigure } from './words.js';

/**
 * The appendix's figures (and any panel's) as small multiples with trends, the main report's with all series in one
 * chart. Series without estimates are left out, years without are gaps in the data, not in the axis.
 */
export function drawTrends(figure: TrendsFigure, { estimates }: Results, options: FigureOptions): Drawn {
  const title = figure.title[options.lang];
  const series = figureSeries(figure.series, estimates, options.lang);
  const draw = figure.source === 'rapport' ? together : multiples;
  return { drawing: draw(title, series, options), description: describeFigure(title, series, options.lang) };
}
