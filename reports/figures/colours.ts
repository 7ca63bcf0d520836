/** A colour as `#rrggbb`. */
type Hex = string;

const channels = (hex: Hex): [number, number, number] => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
];

/** Relative luminance (WCAG 2.2). */
export function luminance(hex: Hex): number {
  const [r, g, b] = channels(hex).map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: Hex, b: Hex): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Light to dark in one hue, so that the order is seen in grey and by colour-blind readers alike. */
export const sequence = ['#eaf2fb', '#a9cbe8', '#5596cc', '#1f5f9f', '#0b2f5c'] as const;

// Not the palette's ink and paper: what stands on a tile keeps its colour where the page is dark, as the tile does.
const DARK_INK = '#000000';
const LIGHT_INK = '#fefefe';

/** The colour of a place in the sequence, 0 (lightest) to 1 (darkest). */
export function sequenceColour(share: number): Hex {
  const at = Math.min(1, Math.max(0, share)) * (sequence.length - 1);
  const i = Math.min(sequence.length - 2, Math.floor(at));
  const [from, to] = [channels(sequence[i]!), channels(sequence[i + 1]!)];
  const mixed = from.map((c, k) => Math.round(c + (to[k]! - c) * (at - i)));
  return `#${mixed.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever reads better on a colour. */
export const inkOn = (fill: Hex): Hex =>
  contrast(fill, DARK_INK) >= contrast(fill, LIGHT_INK) ? DARK_INK : LIGHT_INK;
