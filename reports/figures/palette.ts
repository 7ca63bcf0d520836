/**
 * Colours of the figures, on white. Series colours are from Okabe and Ito's palette (Color Universal Design, 2008),
 * darkened to at least 3:1 against white; every series also has a shape and a dash of its own. The page maps
 * these very values to others in dark mode, by attribute.
 */
export const palette = {
  paper: '#ffffff',
  ink: '#1b1f24',
  muted: '#59626c',
  grid: '#dfe3e8',
  axis: '#8b949e',
  mean: '#0b5cad',
  ols: '#1b1f25',
  theilSen: '#b3450b',
  stamp: '#ffd33d',
  stampInk: '#1b1f23',
  series: ['#0072b2', '#c24e00', '#00795a', '#8a3f86', '#7a5c00', '#4d4d4d'],
} as const;

export const dashes: readonly (readonly number[])[] = [[], [7, 3], [2, 2.5], [9, 3, 2, 3], [4, 4], [1, 3]];
export const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'] as const;

/** Fonts that resemble one another on every system: none is shipped, so no text may depend on exact widths. */
export const FONT = 'Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif';
