/** Messages of `oj explain`. */
export const explain = {
  title: (table: number, area: string, row: string, column: string) =>
    `Tabell ${table}, ${area}: ${row}, ${column}`,
  mark: 'Märke',
  noMark: 'inget (inte signifikant)',
  published: 'I bilagan (RiR 2021:17)',
  publishedEmpty: 'inget märke',
  publishedLost: 'kan inte läsas ut ur texten',
  or: ' eller ',
  what: 'Vad som skattas',
  models: {
    users: (column: string): string =>
      column === 'totalt'
        ? 'Utfallet på en indikator för ÖJ-användare, med årseffekter, över alla år: y_it = a_t + b·användare_i + e_it. Jämförelsen är med enheter som inte alls använt resultaten.'
        : column.startsWith('diff')
          ? 'Förändringen från första till sista året på en indikator för ÖJ-användare: y_i,sista − y_i,första = a + b·användare_i + e_i.'
          : 'Utfallet ett år på en indikator för ÖJ-användare: y_i = a + b·användare_i + e_i.',
    anova:
      'Envägs variansanalys: F-test av om gruppernas medelvärden skiljer sig. Skattningen är eta², den andel av variationen som ligger mellan grupperna.',
    peers:
      'Utfallet (nivå, eller 100 om det förbättrats och annars 0) på en indikator för att gruppens övriga enheter låg över gränsen ett eller två år tidigare, med årseffekter: y_it = a_t + b·D_i,t−h + e_it.',
    staffing:
      'Förändringen i kommunens genomsnittliga (eller lägsta) bemanning på en indikator för att spridningen mellan dess boenden låg över gränsen ett eller två år tidigare, med årseffekter.',
  },
  outcome: 'Utfall',
  rules: {
    'share-of-items': 'andelen Ja bland de frågor som enheten besvarat, 0–100',
    'alcohol-drugs':
      '0, 1 eller 2: hur många av AUDIT och DUDIT som används; 2016 en gemensam fråga (Ja 2, Delvis 1, Nej 0)',
    settings: '100 om Ja i någon verksamhetsform, annars 0',
    'settings-partial': '100 om Ja eller Delvis (beslut fattat) i någon verksamhetsform, annars 0',
    item: '100 om Ja, annars 0',
    share: 'andel enheter eller svarande, 0–100',
    staffing: 'personal per plats',
  },
  comment: (n: number) => `bilagans kommentar ${n}`,
  asked: (from: number, to: number) => (from === to ? `ställd ${from}` : `ställd ${from}–${to}`),
  kolada: 'Kolada',
  matches: { säker: 'säker', trolig: 'trolig', proxy: 'närliggande', alternativ: 'alternativ' },
  questions: 'Frågor',
  estimate: 'Skattning',
  noEstimate: 'Kunde inte skattas',
  points: 'procentenheter',
  interval: (level: string, low: string, high: string) => `${level} % konfidensintervall ${low} till ${high}`,
  se: 'medelfel',
  covariance: 'Medelfel',
  covariances: {
    iid: 'lika varians',
    HC: (kind: string) => `robusta mot olika varians (${kind})`,
    cluster: (by: string, g: string) => `klustrade på ${by} (CR1), ${g} kluster`,
    unit: 'enhet',
    group: 'grupp',
    'unit+group': 'enhet och grupp',
  },
  rows: (n: string, units: string) => `${n} rader från ${units} enheter`,
  power: (effect: string) =>
    `Styrka: testet hade i fyra fall av fem märkt ut en verklig skillnad på ${effect} eller mer; mindre skillnader hade ofta missats.`,
  adjusted: (tests: string, holm: string, bh: string) =>
    `Justerat för ${tests} test: Holm ${holm}, Benjamini–Hochberg ${bh}`,
  bootstrap: (p: string, interval: string, draws: string, seed: string, sizes: string) =>
    `Wild cluster bootstrap: ${p}, intervall ${interval} (${draws} dragningar, frö ${seed}, kluster om ${sizes} rader)`,
  bootstrapFailed: (reason: string) => `Wild cluster bootstrap kunde inte göras: ${reason}`,
  bootstrapWarnings: {
    'few-clusters': 'Varning: för få kluster för att bootstrap ska kunna förkasta på 5-procentsnivån.',
    'few-treated': 'Varning: regressorn varierar i för få kluster; bootstrap är då känd för att fela.',
    unbalanced: 'Varning: ett kluster har över hälften av raderna; bootstrap är då känd för att fela.',
  },
  dropped: 'Inte med',
  anovaExtra: {
    omega: 'omega²',
    icc: (icc: string, low: string, high: string) => `intraklasskorrelation ${icc} (${low} till ${high})`,
    welch: 'Welchs F (olika varians)',
    kruskal: 'Kruskal-Wallis (ranger)',
    permutation: (b: string, seed: string) => `grupperna omkastade mellan enheter, ${b} gånger (frö ${seed})`,
  },
  cutoffs: (list: string) => `Gränser: ${list}`,
  above: (n: string) => `Rader över gränsen: ${n}`,
  means: 'Medelvärden som jämförs',
  status: { user: 'ÖJ-användare', 'non-user': 'icke-användare' },
  rivals: 'Om de öppna valen görs annorlunda',
  now: 'nu',
  noRivals: 'Inget öppet val rör denna cell.',
  comparison: 'Tabellen mot bilagan',
  agreement: (same: string, cells: string, expected: string, kappa: string) =>
    `${same} av ${cells} jämförbara celler har samma märke; slumpen ensam ger ${expected}; kappa ${kappa}.`,
  synthetic:
    'SYNTETISKA DATA: talen ovan säger ingenting om verkliga kommuner, och likheten med bilagans märken är inlagd när data simulerades.',
};
