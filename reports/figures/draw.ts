import { setImmediate } from 'node:timers/promises';
import type { Results } from '../../analysis/results.js';
import type { ReportFigure } from '../document/context.js';
import type { Lang } from '../locales/language.js';
import { withLabels } from '../locales/own-labels.js';
import { buildFigure, type FigureSpec } from './build.js';
import type { FigureDefinition } from './definition.js';
import { figuresOf } from './definitions.js';
import { figureNumbers } from './numbers.js';
import { renderSvg } from './render.js';

/** A figure with the specification that it was drawn from. */
export interface DrawnFigure extends ReportFigure {
  readonly spec: FigureSpec;
}

/** How figures are drawn. */
export interface DrawOptions {
  readonly lang: Lang;
  /** Stops between two figures; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Every figure of the results in one language. Gives the event loop a turn between figures, so that a signal is heard. */
export const drawFigures = (results: Results, options: DrawOptions): Promise<DrawnFigure[]> =>
  withLabels(results.manifest.labels, () => drawAll(results, options));

async function drawAll(results: Results, options: DrawOptions): Promise<DrawnFigure[]> {
  const drawn: DrawnFigure[] = [];
  for (const definition of figuresOf(results)) {
    await setImmediate();
    options.signal?.throwIfAborted();
    drawn.push(await drawFigure(definition, results, options.lang));
  }
  return drawn;
}

/** One figure of `figuresOf`, drawn. */
export async function drawFigure(
  definition: FigureDefinition,
  results: Results,
  lang: Lang,
): Promise<DrawnFigure> {
  const spec = buildFigure(definition, results, { lang });
  const { id, title, width, height } = spec.usermeta;
  return {
    id,
    title,
    area: definition.area,
    kind: definition.kind,
    table: definition.kind === 'coefficients' ? definition.table : null,
    description: spec.description,
    width,
    height,
    svg: await renderSvg(spec),
    png: null,
    numbers: figureNumbers(definition, results, lang),
    spec,
  };
}
