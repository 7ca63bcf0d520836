import type { Json } from './layers.js';

export interface TextLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
}

type Row = Record<string, unknown>;

/** What a mark shows, kept beside its place for those who read the specification. */
export type Datum = Readonly<Record<string, string | number | null>>;

const heights = ['ground', 'grid', 'area', 'rule', 'point', 'text'] as const;
type Height = (typeof heights)[number];

interface Layer {
  readonly height: Height;
  readonly mark: Json;
  readonly channels: readonly string[];
  readonly rows: Row[];
}

/**
 * Marks at pixels of one view, gathered into one Vega-Lite layer per look. Everything is placed beforehand, so
 * that a figure of a thousand marks is a dozen layers and no scale is computed twice. Bands lie at the bottom, then
 * the grid, areas, rules, points, and texts on top of all.
 */
export class Pixels {
  readonly #layers = new Map<string, Layer>();

  rect(x: number, y: number, width: number, height: number, look: Json, datum: Datum = {}): this {
    return this.#add('area', { type: 'rect', ...look }, ['x', 'y', 'x2', 'y2'], {
      x,
      y,
      x2: x + width,
      y2: y + height,
      ...datum,
    });
  }

  /** A band below everything, for the eye to follow a row. */
  band(x: number, y: number, width: number, height: number, look: Json): this {
    const row = { x, y, x2: x + width, y2: y + height };
    return this.#add('ground', { type: 'rect', ...look }, ['x', 'y', 'x2', 'y2'], row);
  }

  /** Rectangles of one look but for their fills. */
  tile(x: number, y: number, width: number, height: number, fill: string, look: Json, datum: Datum): this {
    const row = { x, y, x2: x + width, y2: y + height, fill, ...datum };
    return this.#add('area', { type: 'rect', ...look }, ['x', 'y', 'x2', 'y2', 'fill'], row);
  }

  rule(x: number, y: number, x2: number, y2: number, look: Json): this {
    return this.#add('rule', { type: 'rule', ...look }, ['x', 'y', 'x2', 'y2'], { x, y, x2, y2 });
  }

  /** A rule below the others. */
  grid(x: number, y: number, x2: number, y2: number, look: Json): this {
    return this.#add('grid', { type: 'rule', ...look }, ['x', 'y', 'x2', 'y2'], { x, y, x2, y2 });
  }

  point(x: number, y: number, look: Json, datum: Datum = {}): this {
    return this.#add('point', { type: 'point', opacity: 1, ...look }, ['x', 'y'], { x, y, ...datum });
  }

  /** A line of text with its middle at `y`. */
  text(x: number, y: number, text: string, look: TextLook = {}): this {
    const { size = 10, bold = false, color, align = 'left' } = look;
    const mark = { type: 'text', align, baseline: 'middle', fontSize: size, color, limit: 0 };
    return this.#add('text', bold ? { ...mark, fontWeight: 'bold' } : mark, ['x', 'y', 'text'], {
      x,
      y,
      text,
    });
  }

  #add(height: Height, mark: Json, channels: readonly string[], row: Row): this {
    const key = JSON.stringify([height, mark, channels]);
    const layer = this.#layers.get(key);
    const placed = Object.fromEntries(
      Object.entries(row).map(([k, v]) => [k, PLACES.has(k) ? rounded(v) : v]),
    );
    if (layer) layer.rows.push(placed);
    else this.#layers.set(key, { height, mark, channels, rows: [placed] });
    return this;
  }

  /** The layers of a view, from the lowest; of one height, in the order of their first marks. */
  layers(): Json[] {
    const list = heights.flatMap((h) => [...this.#layers.values()].filter((layer) => layer.height === h));
    return list.map(({ mark, channels, rows }) => ({
      data: { values: rows },
      mark,
      encoding: Object.fromEntries(channels.map((channel) => [channel, encodings[channel]])),
    }));
  }
}

const PLACES = new Set(['x', 'y', 'x2', 'y2']);
const rounded = (value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 10) / 10 : value;

/** Pixels and colours as they stand: no scale, no axis. */
const pixel = (field: string, axis: boolean): Json => ({
  field,
  type: 'quantitative',
  scale: null,
  ...(axis ? { axis: null } : {}),
});
const encodings: Readonly<Record<string, Json>> = {
  x: pixel('x', true),
  y: pixel('y', true),
  x2: { field: 'x2' },
  y2: { field: 'y2' },
  fill: { field: 'fill', type: 'nominal', scale: null },
  text: { field: 'text', type: 'nominal' },
};
