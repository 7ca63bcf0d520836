import type { TopLevelSpec } from 'vega-lite';
import { escapeXml } from './escape.js';
import type { FigureSpec } from './build.js';

/** Loads the drawing libraries once; the first figure of a run pays for it, and no other command does. */
async function load() {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')]);
  return { vega, vegaLite };
}

/**
 * A figure as SVG text: no script, no external resource, no canvas, the same bytes on every machine. The picture
 * carries its title and description (`role="img"`), and its ids begin with the figure's, so that several can
 * stand in one page. Vega's automatic size would depend on guessed text widths; the specification's own is used.
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

function dress(svg: string, { usermeta, description }: FigureSpec): string {
  const { id, title, lang, width, height } = usermeta;
  const open =
    `<svg xmlns="http://www.w3.org/2000/svg" class="figure" id="${id}-svg" role="img" lang="${lang}"` +
    ` aria-labelledby="${id}-title ${id}-desc" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>`;
  return svg
    .replace(/\bid="(?!\d)([^"]+)"/g, `id="${id}-$1"`)
    .replace(/url\(#([^)]+)\)/g, `url(#${id}-$1)`)
    .replace(/(href)="#([^"]+)"/g, `$1="#${id}-$2"`)
    .replace(/^<svg[^>]*>/, open);
}
