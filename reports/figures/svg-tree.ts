/** An element of an SVG that the drawing library wrote; text is a string, as it is escaped in the file. */
export interface SvgNode {
  name: string;
  readonly attributes: Map<string, string>;
  children: (SvgNode | string)[];
}

const TAG = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/** Reads well-formed SVG without comments, declarations or entities of its own. @throws Error on any other. */
export function parseSvg(svg: string): SvgNode {
  const root: SvgNode = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  let end = 0;
  for (const match of svg.matchAll(TAG)) {
    if (match.index !== end) break;
    end += match[0].length;
    const [, closing, name = '', attributes = '', empty, text] = match;
    const parent = open.at(-1)!;
    if (text !== undefined) parent.children.push(text);
    else if (closing) open.pop();
    else {
      const own = new Map(Array.from(attributes.matchAll(ATTRIBUTE), (a) => [a[1]!, a[2]!]));
      const node: SvgNode = { name, attributes: own, children: [] };
      parent.children.push(node);
      if (!empty) open.push(node);
    }
  }
  const [svgNode] = root.children;
  if (end !== svg.length || open.length !== 1 || typeof svgNode !== 'object')
    throw new Error(`not the SVG of a figure, from character ${end}: ${svg.slice(end, end + 60)}`);
  return svgNode;
}

export function writeSvg({ name, attributes, children }: SvgNode): string {
  const list = [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  if (children.length === 0) return `<${name}${list}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? child : writeSvg(child)));
  return `<${name}${list}>${inner.join('')}</${name}>`;
}
