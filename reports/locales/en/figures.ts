import type { figures as original } from '../sv/figures.js';

export const figures: typeof original = {
  figure: 'Figure',
  report: 'main report',
  appendix: 'appendix',
  syntheticStamp: 'SYNTHETIC DATA',
  syntheticPanel: 'synthetic',
  mean: 'mean over units',
  band: (level) => `${level}% confidence interval`,
  ols: 'linear trend (least squares)',
  theilSen: 'Theil–Sen trend',
  n: 'n',
  perYear: 'per year',
  noTrend: 'trend could not be estimated',
  noData: 'no data',
  sourceSynthetic: 'Source: synthetic demo data, oppna-jamforelser. Does not show real municipalities.',
  source: (what) => `Source: ${what}; own calculations, oppna-jamforelser.`,
  sourceUnknown: 'data folder read',
  development: 'development over time',
  described: (title, count) => `${title}. ${count} series, mean per year.`,
  seriesFromTo: (label, from, first, to, last, unit) =>
    `${label}: ${from} (${first}) to ${to} (${last}) ${unit}`,
  trendIs: (trend) => `trend ${trend}`,
};
