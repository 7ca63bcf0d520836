import { palette } from './palette.js';

/** A Vega-Lite layer, view or encoding: plain JSON. Vega-Lite checks it when it compiles. */
export type Json = Readonly<Record<string, unknown>>;

/** One empty row: what a mark that stands at a fixed place, and draws no data, is drawn for. */
const once: Json = { values: [{}] };

export interface TextStyle {
  readonly fontSize?: number;
  readonly fontWeight?: 'normal' | 'bold';
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly opacity?: number;
  readonly lineHeight?: number;
}

/** Lines of text whose first line has its top at (x, y) pixels from the view's corner. */
export function textAt(x: number, y: number, lines: readonly string[], style: TextStyle = {}): Json {
  const { fontSize = 11, color = palette.ink, align = 'left', ...rest } = style;
  const mark = {
    type: 'text',
    align,
    baseline: 'top',
    fontSize,
    color,
    lineHeight: fontSize + 3,
    limit: 0,
    ...rest,
  };
  return fixed(mark, {
    x: { value: x },
    y: { value: y },
    text: { value: lines.length === 1 ? lines[0] : lines },
  });
}

/** A horizontal stroke from (x, y), `length` pixels long. */
export function strokeAt(x: number, y: number, length: number, style: Json): Json {
  return fixed({ type: 'rule', ...style }, { x: { value: x }, x2: { value: x + length }, y: { value: y } });
}

export function pointAt(x: number, y: number, style: Json): Json {
  return fixed({ type: 'point', filled: true, opacity: 1, ...style }, { x: { value: x }, y: { value: y } });
}

export function rectAt(x: number, y: number, width: number, height: number, style: Json): Json {
  const encoding = { x: { value: x }, x2: { value: x + width }, y: { value: y }, y2: { value: y + height } };
  return fixed({ type: 'rect', ...style }, encoding);
}

const fixed = (mark: Json, encoding: Json): Json => ({ data: once, mark, encoding });
