/** Messages of the single analyses: `oj trends`, `oj fit`. */
export const analysis = {
  trendsTitle: 'Utveckling över tid: medelvärde (n) per år',
  trendsNotes: [
    'Per år: förändring per år, kommun för kommun, klustrad på enhet; plus betyder alltid bättre.',
    'Procent där inget annat sägs.',
  ],
  rivalsTitle: 'Vad de öppna valen avgör: ett val i taget gjort annorlunda',
  rivalsAsIs: 'specifikationen som den är',
  rivalsHeads: ['Val', 'Celler', 'Annat märke', 'Andel', 'Med märke', 'Samma som bilagan', 'Kappa'],
  rivalsNote:
    'Annat märke: celler vars märke skiljer sig från specifikationens. Att ett val stämmer bättre med bilagan gör det inte rätt.',
  perYear: 'Per år',
  mark: 'Märke',
  fitHeads: ['Term', 'Skattning', 'Medelfel', 't', 'p', 'Intervall', ''],
  fitNotes: (n: string, df: string, clusters: string | null, vcov: string, level: string) =>
    `n ${n}, frihetsgrader ${df}${clusters === null ? '' : `, kluster ${clusters}`}, medelfel ${vcov}, intervall ${level} %.`,
  fitDropped: (list: string) => `Rader som inte kom med: ${list}.`,
  emptyCell: (column: string) => `tom cell i ${column}`,
};
