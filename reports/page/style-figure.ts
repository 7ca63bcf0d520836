import { palette } from '../figures/palette.js';

/** The figures' colours in dark mode, by the values that stand in the pictures (light, on their own paper). */
const dark: readonly (readonly [string, string])[] = [
  [palette.paper, '#1a1e22'],
  [palette.ink, '#e8e6e1'],
  [palette.muted, '#a3abb3'],
  [palette.grid, '#31373d'],
  [palette.axis, '#727b84'],
  [palette.mean, '#6db1f2'],
  [palette.ols, '#e8e6e2'],
  [palette.theilSen, '#f2a071'],
  [palette.series[0], '#5fb4ea'],
  [palette.series[1], '#f4935a'],
  [palette.series[2], '#45c4a0'],
  [palette.series[3], '#d795d3'],
  [palette.series[4], '#d9b64a'],
  [palette.series[5], '#b8b8b8'],
];

const rules = dark.map(
  ([light, other]) =>
    `  .figure [fill="${light}"] { fill: ${other}; } .figure [stroke="${light}"] { stroke: ${other}; }`,
);

/** Figures: as wide as the column, scrolled rather than shrunk where that would make their text too small. */
export const figureStyle = `
figure { margin: 2rem 0; }
.paper { background: var(--panel); border: 1px solid var(--rule); border-radius: 4px; }
.figure { display: block; width: 100%; min-width: 660px; max-width: 860px; height: auto; margin-inline: auto; }
@media (prefers-color-scheme: dark) {
@media screen {
  .figure.folded { filter: invert(1) hue-rotate(180deg); }
${rules.join('\n')}
}
}`;
