/** Messages of `oj explain`. */
export const explain = {
  title: (table: number | string, area: string, row: string, column: string) =>
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
  ownIndicator: (id: string, type: string) => `datas egen indikator ${id}: ${type}`,
  ownTypes: {
    binary: '100 om Ja, annars 0',
    share: 'andelen i procent, 0–100',
    ordinal: 'svaret som tal',
    count: 'antalet',
  },
  turned: '; lägre är bättre, så tecknet är vänt',
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
    cluster: (by: string, g: string, rows: string) =>
      `klustrade på ${by} (CR1), ${g} kluster${rows === '' ? '' : ` om ${rows} rader`}`,
    unit: 'enhet',
    group: 'grupp',
    'unit+group': 'enhet och grupp',
  },
  rows: (n: string, units: string) => `${n} rader från ${units} enheter`,
  power: (effect: string) =>
    `Styrka: testet hade i fyra fall av fem märkt ut en verklig skillnad på ${effect} eller mer; mindre skillnader hade ofta missats.`,
  adjusted: (tests: string, holm: string, bh: string) =>
    `Justerat för ${tests} test: Holm ${holm}, Benjamini–Hochberg ${bh}`,
  powerCurve: (points: string) => `Styrka vid verkliga skillnader: ${points}`,
  inference: 'Vad märket tål',
  joint: 'Hela tabellen mot slumpen',
  simulatedPower: (effect: string) =>
    `Minsta skillnad som upptäcks i fyra fall av fem, simulerat på dessa data: ${effect}`,
  romanoWolf: (p: string, resamples: string) =>
    `Romano–Wolf, enheterna dragna om ${resamples} gånger: ${p} (justerat för familjens alla test)`,
  romanoWolfNone: 'Romano–Wolf: cellen kunde inte skattas i tillräckligt många omdragningar',
  randomization: (p: string, permutations: string) =>
    `Vem som är användare omkastat mellan enheterna ${permutations} gånger: ${p}`,
  placebos: {
    randomGroups: 'Placebo, enheterna fördelade om till grupper av samma storlek',
    otherGroups: 'Placebo, en annan grupps tidigare resultat i stället för den egnas',
    shuffledYears: 'Brus ensamt, varje kommuns år i slumpad ordning',
  },
  placebo: (
    p: string,
    median: string,
    low: string,
    high: string,
    marked: string,
    draws: string,
    seed: string,
  ) =>
    `${p}; b är då ${median} (95 % mellan ${low} och ${high}) och ${marked} får märke på 5-procentsnivån (${draws} dragningar, frö ${seed})`,
  unitEffects: 'Med enhetseffekter (bara förändringar inom enheten räknas)',
  icc: (icc: string, low: string, high: string) =>
    `Intraklasskorrelation i gruppen: ${icc} (${low} till ${high})`,
  link: {
    logit: 'Logit, genomsnittlig marginaleffekt',
    'ordered-logit': 'Ordnad logit, genomsnittlig marginaleffekt',
  },
  equivalence: (margin: string, p: string) => `Likvärdighet inom ±${margin}: ${p}`,
  equivalences: {
    equivalent: 'mindre än gränsen, och inte skild från noll',
    different: 'skild från noll, och inte visad mindre än gränsen',
    both: 'skild från noll, men mindre än gränsen',
    inconclusive: 'varken skild från noll eller visad mindre än gränsen',
  },
  ipw: 'Viktat för bortfallet i SKR:s enkät',
  ipwBalance: (size: string, before: string, after: string) =>
    `effektivt antal enheter ${size}; största standardiserade skillnad mot alla tillfrågade ${before} före och ${after} efter`,
  boundsOf: 'Gränser för vad enheterna utan svar kan betyda',
  bounds: (low: string, high: string, unknown: string) =>
    `Om de ${unknown} enheterna utan svar vore användare eller icke-användare, hur som helst: mellan ${low} och ${high}`,
  other: {
    users: 'Om enheter som svarat annat räknas som användare',
    'non-users': 'Om enheter som svarat annat räknas som icke-användare',
  },
  verdicts: {
    'as-other-groups':
      'Omdöme: andra gruppers tidigare resultat ger lika stort t. Märket kan vara slump mellan få grupper.',
    'groups-differ':
      'Omdöme: märket försvinner med enhetseffekter. Bestående skillnader mellan grupper räcker som förklaring.',
    'beyond-groups': 'Omdöme: märket står kvar mot andra grupper och med enhetseffekter.',
    'as-random-groups': 'Omdöme: slumpvis bildade grupper ger lika stort t.',
    'beyond-random-groups': 'Omdöme: slumpvis bildade grupper ger sällan lika stort t.',
    'little-power': 'Omdöme: inget märke. Läs det tillsammans med vad testet hade kunnat upptäcka.',
    'noise-enough':
      'Omdöme: samma boenden med åren i slumpad ordning ger lika stort t. Brus räcker som förklaring.',
    'beyond-noise': 'Omdöme: brus ensamt ger sällan lika stort t.',
    'noise-hides': 'Omdöme: inget märke, men brus ensamt hade gett ett annat värde.',
    'as-noise': 'Omdöme: inget märke, och värdet är vad brus ensamt ger.',
  },
  jointTests: {
    'resampled-marks': 'märken, enheterna dragna om så att inget finns att hitta',
    'permuted-marks': 'märken, vem som är användare omkastat',
    'permuted-positive': 'märken till användarnas fördel, vem som är användare omkastat',
    'permuted-mean-t': 'genomsnittligt t, vem som är användare omkastat',
  },
  jointLine: (what: string, own: string, mean: string, low: string, high: string, p: string, draws: string) =>
    `${what}: ${own}; slumpen ger ${mean} (95 % mellan ${low} och ${high}), ${p}, ${draws} dragningar`,
  jointPublished: (positive: string, marks: string, p: string) =>
    `bilagans tabell har ${positive} av ${marks} märken till användarnas fördel; i omkastningar av dessa data är så många eller fler: ${p}`,
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
