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
  /** Marks of the same row: the first three are told apart whatever kind of cone is missing. */
  variants: ['#0072b2', '#c24e00', '#4d4d4d', '#8a3f86', '#7a5c00', '#00795a'],
  /** Fills a mark that is nearly significant. */
  pale: '#8fa9c4',
  /** Kinds of indicators: a number in paper stands on each. */
  kinds: {
    struktur: '#0072b2',
    process: '#c24e00',
    resultat: '#4d4d4d',
    bakgrund: '#8a3f86',
    oklassad: '#7a5c00',
  },
  /** Blue for great use, orange for little; the pale ones keep their colour, and their ink, in dark mode. */
  usefulness: {
    mycket_stor: { fill: '#0b5cad', ink: '#ffffff' },
    ganska_stor: { fill: '#a5c9ea', ink: '#000000' },
    ganska_liten: { fill: '#f3c6a5', ink: '#000000' },
    ingen_alls: { fill: '#b3450b', ink: '#ffffff' },
    vet_inte: { fill: '#dcdcdc', ink: '#000000' },
  },
} as const;

export const dashes: readonly (readonly number[])[] = [[], [7, 3], [2, 2.5], [9, 3, 2, 3], [4, 4], [1, 3]];
export const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'cross', 'triangle-down'] as const;

/**
 * PNG and PDF are set in Source Sans 3, which is shipped; a browser without it takes a font that every system has. Those
 * are wider, and widths are reckoned by them (text-metrics.ts).
 */
export const FONT = "'Source Sans 3', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";
