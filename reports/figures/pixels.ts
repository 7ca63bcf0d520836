/** A Vega-Lite layer, view or look of a mark: plain JSON. Vega-Lite checks it when it compiles. */
export type Json = Readonly<Record<string, unknown>>;

export interface TextLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly opacity?: number;
}

type Row = Readonly<Record<string, unknown>>;

/** What a mark shows, kept beside its place for those who read the specification. */
export type Datum = Readonly<Record<string, string | number | null>>;

/** A point of a line, or of a band between `y` and `y2`, with what it shows. */
export type PathPoint = Readonly<{ x: number; y: number; y2?: number }> & Datum;

const heights = ['ground', 'grid', 'area', 'line', 'rule', 'point', 'text'] as const;
type Height = (typeof heights)[number];

/** Marks of one kind whose looks have the same properties; the properties may differ. */
interface Layer {
  readonly height: Height;
  readonly type: string;
  readonly channels: readonly string[];
  /** By look, so that marks that look alike stand together. */
  readonly marks: Map<string, { readonly look: Json; readonly rows: Row[] }>;
}

/**
 * Marks at pixels of one view, gathered into one Vega-Lite layer per kind of mark. Everything is placed beforehand, so
 * that a figure of a thousand marks is some ten layers and no scale is computed twice. Bands lie at the bottom, then
 * the grid, areas, lines, rules, points, and texts on top of all.
 */
export class Pixels {
  readonly #layers = new Map<string, Layer>();
  #paths = 0;

  rect(x: number, y: number, width: number, height: number, look: Json, datum: Datum = {}): this {
    return this.#add('area', 'rect', corners, look, { x, y, x2: x + width, y2: y + height, ...datum });
  }

  /** A band below everything, for the eye to follow a row. */
  band(x: number, y: number, width: number, height: number, look: Json): this {
    return this.#add('ground', 'rect', corners, look, { x, y, x2: x + width, y2: y + height });
  }

  rule(x: number, y: number, x2: number, y2: number, look: Json): this {
    return this.#add('rule', 'rule', corners, look, { x, y, x2, y2 });
  }

  /** A rule below the others. */
  grid(x: number, y: number, x2: number, y2: number, look: Json): this {
    return this.#add('grid', 'rule', corners, look, { x, y, x2, y2 });
  }

  point(x: number, y: number, look: Json, datum: Datum = {}): this {
    return this.#add('point', 'point', ['x', 'y'], { opacity: 1, ...look }, { x, y, ...datum });
  }

  /** A line through points, in their order. */
  line(points: readonly PathPoint[], look: Json): this {
    return this.#path('line', ['x', 'y', 'detail'], points, look);
  }

  /** The area between each point's `y` and `y2`. */
  area(points: readonly PathPoint[], look: Json): this {
    return this.#path('area', ['x', 'y', 'y2', 'detail'], points, look);
  }

  /** A line of text with its middle at `y`. */
  text(x: number, y: number, text: string, look: TextLook = {}): this {
    const { size = 10, bold = false, color, align = 'left', opacity = 1 } = look;
    const fontWeight = bold ? 'bold' : 'normal';
    const mark = { align, baseline: 'middle', fontSize: size, fontWeight, color, opacity, limit: 0 };
    return this.#add('text', 'text', ['x', 'y', 'text'], mark, { x, y, text });
  }

  #path(kind: 'line' | 'area', channels: readonly string[], points: readonly PathPoint[], look: Json): this {
    const path = this.#paths++;
    for (const point of points) this.#add(kind, kind, channels, look, { ...point, path });
    return this;
  }

  #add(height: Height, type: string, channels: readonly string[], look: Json, row: Row): this {
    const key = [height, type, channels, Object.keys(look).sort()].join('/');
    const layer: Layer = this.#layers.get(key) ?? { height, type, channels, marks: new Map() };
    this.#layers.set(key, layer);
    const seen = JSON.stringify(look);
    const alike = layer.marks.get(seen);
    if (alike) alike.rows.push(placed(row));
    else layer.marks.set(seen, { look, rows: [placed(row)] });
    return this;
  }

  /** The layers of a view, from the lowest; of one height, in the order of their first marks. */
  layers(): Json[] {
    return heights.flatMap((h) => [...this.#layers.values()].filter((l) => l.height === h).map(layerOf));
  }
}

/** A layer: what all its marks have alike is said once, what differs is a column of its data. */
function layerOf({ type, channels, marks }: Layer): Json {
  const looks = [...marks.values()];
  const first = looks[0]!.look;
  const differing = Object.keys(first).filter((key) =>
    looks.some(({ look }) => !same(look[key], first[key])),
  );
  const own = (look: Json) => Object.fromEntries(differing.map((key) => [key, look[key]]));
  return {
    data: { values: looks.flatMap(({ look, rows }) => rows.map((row) => ({ ...row, ...own(look) }))) },
    mark: { type, ...first, ...Object.fromEntries(differing.map((key) => [key, { expr: `datum.${key}` }])) },
    encoding: Object.fromEntries(channels.map((channel) => [channel, encodings[channel]])),
  };
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const corners = ['x', 'y', 'x2', 'y2'] as const;

/** Tenths of pixels: no eye sees less, and the bytes are those of every machine. */
function placed(row: Row): Row {
  const rounded: Record<string, unknown> = { ...row };
  for (const key of corners) {
    const value = rounded[key];
    if (typeof value === 'number') rounded[key] = Math.round(value * 10) / 10;
  }
  return rounded;
}

/** Pixels and words as they stand: no scale, no axis. */
const pixel = (field: string): Json => ({ field, type: 'quantitative', scale: null, axis: null });
const encodings: Readonly<Record<string, Json>> = {
  x: pixel('x'),
  y: pixel('y'),
  x2: { field: 'x2' },
  y2: { field: 'y2' },
  text: { field: 'text', type: 'nominal' },
  detail: { field: 'path', type: 'nominal' },
};
