import type { TopLevelSpec } from 'vega-lite';
import type { FigureSpec } from './build.js';
import { compactSvg } from './compact.js';
import { escapeXml, withoutHidden } from './escape.js';
import { FONT } from './palette.js';
import { parseSvg, type SvgNode, writeSvg } from './svg-tree.js';

/** Loads the drawing libraries once; the first figure of a run pays for it, and no other command does. */
async function load() {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  return { vega, vegaLite };
}

/** Loads them before there is anything to draw. */
export async function loadVega(): Promise<void> {
  await load();
}

/**
 * A figure as SVG text: no script, no external resource, no canvas, the same bytes on every machine. The picture
 * carries its title and description (`role="img"`), and its ids begin with the figure's, so that several can
 * stand in one page. Vega's automatic size would depend on guessed text widths; the specification's own is used.
 *
 * @example
 * ```ts
 * import { analyse, buildPanel, defaultSpecification, demoFolder } from 'oppna-jamforelser';
 * import { packageVersion, readDataFolder, results } from 'oppna-jamforelser';
 * import { buildFigure, figuresOf, renderSvg } from 'oppna-jamforelser/reports';
 *
 * const panel = buildPanel(readDataFolder(demoFolder()));
 * const estimates = analyse(panel, defaultSpecification, 'trends', { indicator: ['eb-audit'] });
 * const run = { version: packageVersion(), node: process.version, command: 'mine', time: '2021-06-17T00:00:00.000Z' };
 * const whole = results(panel, defaultSpecification, estimates, run);
 * for (const figure of figuresOf(whole)) {
 *   const spec = buildFigure(figure, whole, { lang: 'en' });
 *   console.log(figure.id, spec.usermeta.title, (await renderSvg(spec)).length);
 * }
 * ```
 */
export async function renderSvg(spec: FigureSpec): Promise<string> {
  const { vega, vegaLite } = await load();
  const { width, height, origin } = spec.usermeta;
  const compiled = vegaLite.compile(spec as unknown as TopLevelSpec).spec;
  const rest = { width: width - origin.x, height: height - origin.y };
  // A single view has a size of its own, which its scales use; views side by side have none together.
  const inner = {
    width: numberOr(compiled.width, rest.width),
    height: numberOr(compiled.height, rest.height),
  };
  const padding = {
    left: origin.x,
    top: origin.y,
    right: rest.width - inner.width,
    bottom: rest.height - inner.height,
  };
  const fixed = {
    ...compiled,
    autosize: 'none' as const,
    width: inner.width,
    height: inner.height,
    padding,
  };
  vega.resetSVGDefIds();
  const view = new vega.View(vega.parse(fixed), { renderer: 'none' });
  try {
    return dress(await view.toSVG(), spec);
  } finally {
    view.finalize();
  }
}

const numberOr = (value: unknown, other: number): number => (typeof value === 'number' ? value : other);

/**
 * The root's own attributes, title and description; ids that are the figure's own; and no sign that XML does not allow or
 * that turns the direction of what follows.
 */
function dress(svg: string, { usermeta, description }: FigureSpec): string {
  const { id, title, lang, width, height } = usermeta;
  const root = parseSvg(withoutHidden(svg));
  const own = root.attributes.get('xmlns:xlink');
  root.attributes.clear();
  ownIds(root, id);
  compactSvg(root);
  const background = root.children.filter((c) => typeof c === 'object' && c.name === 'rect').length;
  if (background !== 1) throw new Error(`figure ${id} has ${background} backgrounds`);
  const attributes = [
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ...(own !== undefined && svg.includes('xlink:href') ? [['xmlns:xlink', own]] : []),
    ['class', 'figure'],
    ['id', `${id}-svg`],
    ['role', 'img'],
    ['lang', lang],
    ['aria-labelledby', `${id}-title ${id}-desc`],
    ['viewBox', `0 0 ${width} ${height}`],
    ['width', `${width}`],
    ['height', `${height}`],
    ['font-family', escapeXml(FONT)],
  ].map(([key, value]) => `${key}="${value}"`);
  const inner = root.children.map((child) => (typeof child === 'string' ? child : writeSvg(child)));
  return (
    `<svg ${attributes.join(' ')}><title id="${id}-title">${escapeXml(title)}</title>` +
    `<desc id="${id}-desc">${escapeXml(description)}</desc>${inner.join('')}</svg>`
  );
}

/** Ids and references to them begin with the figure's; the font is said once, by the root. */
function ownIds({ attributes, children }: SvgNode, id: string): void {
  for (const [key, value] of attributes) {
    if (key === 'id') attributes.set(key, `${id}-${value}`);
    else if (key === 'font-family') attributes.delete(key);
    else if (key === 'href' || key === 'xlink:href') attributes.set(key, value.replace(/^#/, `#${id}-`));
    else if (value.includes('url(#')) attributes.set(key, value.replaceAll('url(#', `url(#${id}-`));
  }
  for (const child of children) if (typeof child === 'object') ownIds(child, id);
}
