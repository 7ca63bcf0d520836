/** Messages of the single analyses: `oj trends`, `oj fit`. */
export const analysis = {
  trendsTitle: 'Utveckling över tid: medelvärde (n) per år',
  trendsNotes: [
    'Per år: förändring per år, kommun för kommun, klustrad på enhet; plus betyder alltid bättre.',
    'Procent där inget annat sägs.',
  ],
  perYear: 'Per år',
  mark: 'Märke',
  fitHeads: ['Term', 'Skattning', 'Medelfel', 't', 'p', 'Intervall', ''],
  fitNotes: (n: string, df: string, clusters: string | null, vcov: string, level: string) =>
    `n ${n}, frihetsgrader ${df}${clusters === null ? '' : `, kluster ${clusters}`}, medelfel ${vcov}, intervall ${level} %.`,
  fitDropped: (list: string) => `Rader som inte kom med: ${list}.`,
  emptyCell: (column: string) => `tom cell i ${column}`,
};
