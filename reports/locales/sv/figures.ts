/** Messages drawn inside the figures, and their descriptions for those who cannot see them. */
export const figures = {
  figure: 'Figur',
  report: 'huvudrapporten',
  appendix: 'bilagan',
  syntheticStamp: 'SYNTETISKA DATA',
  syntheticPanel: 'syntetisk',
  mean: 'medel över enheter',
  band: (level: string) => `${level} % konfidensintervall`,
  ols: 'linjär trend (minsta kvadrat)',
  theilSen: 'Theil–Sen-trend',
  n: 'n',
  perYear: 'per år',
  noTrend: 'trend kunde inte skattas',
  noData: 'inga data',
  sourceSynthetic: 'Källa: syntetiska demodata, oppna-jamforelser. Visar inte verkliga kommuner.',
  source: (what: string) => `Källa: ${what}; egna beräkningar, oppna-jamforelser.`,
  sourceUnknown: 'inläst datamapp',
  development: 'utveckling över tid',
  described: (title: string, count: number) =>
    `${title}. ${count} ${count === 1 ? 'serie' : 'serier'}, medel per år.`,
  seriesFromTo: (label: string, from: string, first: number, to: string, last: number, unit: string) =>
    `${label}: ${from} (${first}) till ${to} (${last}) ${unit}`,
  trendIs: (trend: string) => `trend ${trend}`,
};
