import type { SvgNode } from './svg-tree.js';

/** What a reader of pictures has no use for: names of Vega's own parts, and values that hold anyway. */
const DROPPED = new Set([
  'class',
  'role',
  'aria-roledescription',
  'aria-hidden',
  'pointer-events',
  'stroke-miterlimit',
]);
const DEFAULTS: Readonly<Record<string, string>> = {
  opacity: '1',
  'stroke-opacity': '1',
  'fill-opacity': '1',
  transform: 'translate(0,0)',
};
const GEOMETRY = new Set(['transform', 'd', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'dx', 'dy', 'width', 'height']);
/** Runs of at least so many that look alike share a group. */
const RUN = 4;
/** Attributes that a group passes on to what stands in it. */
const INHERITED = new Set([
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
]);

/**
 * A figure with the same picture in a third of the bytes: nothing that is not seen, hundredths of pixels, and what all
 * elements of a group share said once by the group. Rounding also makes the bytes those of every machine.
 */
export function compactSvg(node: SvgNode): void {
  strip(node);
  gather(node);
  hoist(node);
  unwrap(node);
}

function strip(node: SvgNode): void {
  node.children = node.children.filter((child) => typeof child === 'string' || !isUnseen(child));
  for (const [key, value] of node.attributes) {
    if (DROPPED.has(key) || DEFAULTS[key] === value) node.attributes.delete(key);
    else if (GEOMETRY.has(key)) node.attributes.set(key, rounded(value));
  }
  for (const child of node.children) if (typeof child === 'object') strip(child);
  shorten(node);
}

const PLACE = /^translate\(([^,]+),([^)]+)\)$/;
const CIRCLE = /^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$/;

/** A line, a text or a circle told by its own attributes instead of by a transform and a path. */
function shorten(node: SvgNode): void {
  const { attributes, children } = node;
  const place = PLACE.exec(attributes.get('transform') ?? '');
  const radius = CIRCLE.exec(attributes.get('d') ?? '')?.[1];
  if (node.name === 'line')
    for (const key of ['x2', 'y2']) if (attributes.get(key) === '0') attributes.delete(key);
  if (!place) return;
  if (node.name === 'path' && radius !== undefined) {
    attributes.delete('d');
    node.name = 'circle';
    move(attributes, place, 'cx', 'cy');
    attributes.set('r', radius);
  } else if (node.name === 'text' && children.every((child) => typeof child === 'string'))
    move(attributes, place, 'x', 'y');
}

function move(attributes: Map<string, string>, place: RegExpExecArray, x: string, y: string): void {
  attributes.delete('transform');
  attributes.set(x, place[1]!);
  attributes.set(y, place[2]!);
}

/** Groups that say nothing, and groups of nothing. */
function unwrap(node: SvgNode): void {
  node.children = node.children.flatMap((child) => {
    if (typeof child === 'string') return [child];
    unwrap(child);
    if (child.name !== 'g') return [child];
    if (child.children.length === 0) return [];
    return child.attributes.size === 0 ? child.children : [child];
  });
}

/** The paths that Vega draws behind and before every group, which have neither fill nor stroke here. */
function isUnseen({ name, attributes }: SvgNode): boolean {
  if (attributes.get('display') === 'none') return true;
  if (name !== 'path' || attributes.get('class') !== 'background') return false;
  return !attributes.has('fill') && !attributes.has('stroke');
}

const rounded = (value: string): string =>
  value.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (number) => {
    const size = Math.round(Math.abs(Number(number)) * 100) / 100;
    return size === 0 ? '0' : `${number.startsWith('-') ? '-' : ''}${size}`;
  });

/** A group for each run of children that look alike, where a group has several: what they share can then be said once. */
function gather(node: SvgNode): void {
  for (const child of node.children) if (typeof child === 'object') gather(child);
  if (node.name !== 'g' || node.children.some((child) => typeof child === 'string' || child.name === 'g'))
    return;
  const runs: { look: string; children: SvgNode[] }[] = [];
  for (const child of node.children as SvgNode[]) {
    const look = lookOf(child);
    if (runs.at(-1)?.look === look) runs.at(-1)!.children.push(child);
    else runs.push({ look, children: [child] });
  }
  if (runs.length < 2) return;
  node.children = runs.flatMap(({ children }) =>
    children.length < RUN ? children : [{ name: 'g', attributes: new Map(), children }],
  );
}

const lookOf = ({ attributes }: SvgNode): string =>
  [...attributes].flatMap(([key, value]) => (INHERITED.has(key) ? [`${key}=${value}`] : [])).join(' ');

/** From the leaves up: what all children say alike, and the group not otherwise, the group says. */
function hoist(node: SvgNode): void {
  const children = node.children.filter((child) => typeof child === 'object');
  for (const child of children) hoist(child);
  if (node.name !== 'g' && node.name !== 'svg') return;
  const drawn = children.filter(({ name }) => name !== 'title' && name !== 'desc');
  if (drawn.length < 2 || drawn.length < node.children.length) return;
  for (const [key, value] of drawn[0]!.attributes) {
    if (!INHERITED.has(key) || !drawn.every((child) => child.attributes.get(key) === value)) continue;
    for (const child of drawn) child.attributes.delete(key);
    node.attributes.set(key, value);
  }
}
