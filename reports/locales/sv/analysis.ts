/** Messages of the single analyses: `oj trends`, `oj variance`, `oj fit`. */
export const analysis = {
  trendsTitle: 'Utveckling över tid: medelvärde (n) per år',
  trendsNotes: [
    'Per år: förändring per år, kommun för kommun, klustrad på enhet; plus betyder alltid bättre.',
    'Procent där inget annat sägs.',
  ],
  /** Figurer över grupper som data själva namnger; sidans skript har ingen användning för dem. */
  meansByGroup: (label: string) => `Medel per grupp (${label}) senaste året`,
  inOrderOfNames: 'i namnordning, som de står i data',
  varianceTitle: (grouping: string) =>
    `Var variationen ligger och hur säkert ett svar är; grupp: ${grouping}`,
  varianceHeads: (grouping: string) => [
    'Enhet',
    grouping,
    'År',
    'Rest',
    'Tillförlitlighet',
    'Korrelation ett år isär',
    'Fram och åter',
    'n',
  ],
  varianceNotes: [
    'Andelar av variansen (REML). Rest: det som skiljer en enhets svar mellan år utöver det som är gemensamt för året, mätfel medräknat.',
    'Tillförlitlighet: hur stor del av skillnaderna mellan enheter ett enskilt år som består (enhet och grupp, utan årseffekt). Under 0,8 säger ett års svar lite om en enskild enhet.',
    'Modellen räknar en enhets rest ett år som oberoende av nästa års. Är korrelationen ett år isär klart högre än tillförlitligheten följs svaren åt mest år från år, och flera års medelvärde säger mindre än modellen räknar med.',
    'Fram och åter: enheter som ändrat svar och ändrat tillbaka, av dem med minst tre års svar; bara för Ja/Nej-utfall.',
  ],
  flips: (units: string, base: string) => `${units} av ${base}`,
  rivalsTitle: 'Vad de öppna valen avgör: ett val i taget gjort annorlunda',
  rivalsAsIs: 'specifikationen som den är',
  rivalsHeads: ['Val', 'Celler', 'Annat märke', 'Andel', 'Med märke', 'Samma som bilagan', 'Kappa'],
  rivalsNote:
    'Annat märke: celler vars märke skiljer sig från specifikationens. Att ett val stämmer bättre med bilagan gör det inte rätt.',
  perYear: 'Per år',
  mark: 'Märke',
  fitHeads: ['Term', 'Skattning', 'Medelfel', 't', 'p', 'Intervall', ''],
  fitNotes: (n: string, df: string, vcov: string, level: string) =>
    `n ${n}, frihetsgrader ${df}, medelfel ${vcov}, intervall ${level} %.`,
  fitExplained: (r2: string, within: string | null) =>
    `R² ${r2}${within === null ? '' : `, inom de fasta effekterna ${within}`}.`,
  fitClusters: (clusters: string, column: string, rows: string) =>
    `Kluster efter ${column}: ${clusters}, med ${rows} rader i varje.`,
  fitFixed: 'Kovariansmatrisen hade negativa egenvärden, som satts till noll (--psd fix).',
  fitLinkNotes: (n: string, vcov: string, level: string) =>
    `n ${n}, z-test, medelfel ${vcov}, intervall ${level} %.`,
  fitLink: (ordered: boolean) =>
    `Koefficienter i logaritmerade odds. AME: genomsnittlig marginaleffekt på ${ordered ? 'det väntade värdet' : 'sannolikheten för 1 (0,01 är en procentenhet)'}, från 0 till 1 för en variabel av nollor och ettor, annars per enhet.`,
  fitLikelihood: (logLikelihood: string, mcFadden: string) =>
    `Log-likelihood ${logLikelihood}, McFaddens R² ${mcFadden}.`,
  fitWithoutEffect: (terms: string) =>
    `Utan AME, för att de inte kan ändras ensamma (faktorer med fler än två nivåer, produkter, flera termer av samma kolumn): ${terms}.`,
  fitFewRows: (effect: string, levels: string, rows: string) =>
    `Effekten ${effect}: ${levels} nivåer, den minsta med ${rows} rader. Med få rader per nivå blir koefficienterna för stora, hur många nivåerna än är. Jämför med modellen utan effekten och med klustrade medelfel.`,
  fitSeparation: (detail: string) =>
    `Separation (${detail}): kolumnerna förutsäger utfallet i raderna utan fel, och deras koefficienter saknar ändligt värde. Ta bort kolumnen, slå ihop nivåer, eller uteslut raderna med --subset.`,
  fitLagMissing: 'värdet från det andra året saknas',
  fitConstant: 'variabeln är lika i alla rader',
  fitSubset: 'utanför urvalet',
  fitDropped: (list: string) => `Rader som inte kom med: ${list}.`,
  emptyCell: (column: string) => `tom cell i ${column}`,
};
