/** Messages of the tables, their heads and their notes. */
export const tables = {
  table: 'Tabell',
  total: (period: string) => `Totalt ${period}`,
  /** Heads where the years are not known. */
  wholePeriod: 'Alla år',
  lastYear: 'Sista året',
  difference: (period: string) => `Diff ${period}`,
  outcomes: {
    niva: 'Nivå',
    forbattring: 'Förbättring',
    genomsnitt: 'Genomsnitt',
    minimum: 'Minimivärde',
  },
  samples: { alla: 'alla', anvandare: 'ÖJ-användare' },
  stubPeers: 'Övriga enheters resultat mätt vid',
  stubStaffing: 'Skillnaden mellan boenden mätt vid',
  titles: {
    users: 'ÖJ-användare jämförda med icke-användare',
    anova: 'skillnader mellan grupper av kommuner, anova',
    peers: (where: string) => `eget resultat och övriga enheters resultat i ${where}`,
    'staffing:alla': 'bemanning och skillnader mellan boenden, alla särskilda boenden',
    'staffing:demens': 'bemanning och skillnader mellan boenden, enbart demensboenden',
    staffing: 'bemanning och skillnader mellan boenden',
    'event-study': 'före och efter införandet, händelsestudie',
    other: 'skattningar',
  },
  notes: {
    signs:
      '++ och −− markerar p < 0,05; + och − markerar 0,05 ≤ p < 0,10. Plus betyder alltid bättre. Tom cell: inte signifikant.',
    stars: '** markerar p < 0,05; * markerar 0,05 ≤ p < 0,10. Tom cell: inte signifikant.',
    published:
      'Inom parentes: märket i bilagan till RiR 2021:17, ( ) där bilagans cell är tom, (?) där platsen inte kan läsas ut.',
    lostPlaces: (rows: string) => `Bilagans märken i ordning, där deras plats inte kan läsas ut: ${rows}.`,
    n: (range: string) => `Antal observationer per cell: ${range}.`,
    power: (range: string, unit: string) =>
      `Styrka: i celler utan märke hade testet i fyra fall av fem hittat en skillnad på ${range} ${unit}; mindre skillnader kan ha missats.`,
    cells: (n: string) => `${n} ${n === '1' ? 'cell' : 'celler'}`,
    sides: (users: string, nonUsers: string) => `${users} användare, ${nonUsers} icke-användare`,
    multiplicity: (marked: string, chance: string, size: string, holm: string, bh: string) =>
      `Många test: ${marked} ${marked === '1' ? 'cell' : 'celler'} har märke; av slump ensam väntas ${chance}. Med p justerat för ${size} test återstår ${holm} (Holm) eller ${bh} (Benjamini–Hochberg) på 10-procentsnivån.`,
    notEstimable: (symbol: string, reasons: string) => `${symbol} kunde inte skattas: ${reasons}.`,
    dropped: (reasons: string) => `Rader som inte kom med i en cell, som mest: ${reasons}.`,
    peersRule: (rule: string) =>
      `Regel: en enhet räknas som omgiven av goda resultat när ${rule}. Regeln avgör mer än man tror: på sådana data ligger gränsen ofta exakt på ett värde.`,
    peersRuleText: (own: string, sign: string, percentile: string, over: string, type: number) =>
      `medelvärdet för gruppens enheter (${own}) är ${sign} ${percentile}:e percentilen ${over} (kvantil typ ${type})`,
    ownExcluded: 'den egna borträknad',
    ownIncluded: 'den egna medräknad',
    above: 'större än',
    atLeast: 'minst lika med',
    over: {
      'units-year': 'av alla enheter samma år',
      'units-period': 'av alla enheter och år',
      'groups-year': 'av gruppernas medelvärden samma år',
    },
    staffingRule: (sign: string, percentile: string, type: number, minimum: number) =>
      `Regel: spridningen är (max − min) / medel över kommunens boenden, minst ${minimum}; den räknas som stor när den är ${sign} ${percentile}:e percentilen samma år (kvantil typ ${type}).`,
    poolYears:
      'Perioden prövas med alla enheters alla år tillsammans, utan årseffekt. Testet räknar en enhets år som oberoende; permutationstestets p-värde finns i estimates.csv.',
    survey: 'Uppgifter inom parentes i kolumnhuvudet gäller enhets- och brukarundersökningarna.',
    synthetic: 'Syntetiska data: säger ingenting om verkliga kommuner.',
  },
  event: {
    columns: { att: 'ATT', twfe: 'TWFE', diff: 'Diff' },
    document: {
      title: 'Före och efter införandet',
      lead: 'En händelsestudie: enheter som ändrade något olika år, jämförda med dem som inte hade gjort det.',
    },
    numbers: 'före och efter införandet, skattningar (medelfel)',
    leads: 'p, före',
    treated: 'Införde',
    controls: 'Jämförs med',
    notes: [
      't+0 är året för införandet, t+1 nästa. Allt mäts mot året före, t−1, som är 0. Effekten ett visst år är medelvärdet över dem som infört då, vägt efter hur många de är (Sun och Abraham 2021).',
      'ATT: den genomsnittliga effekten, medelvärdet av alla effekter från t+0. t−2 och tidigare ska ligga nära 0: annars gick enheterna olika väg redan före införandet, och då är efteråt inte heller en effekt.',
      'TWFE (tvåvägs fasta effekter) och Diff (första differenser): vad enklare modeller skulle säga om samma rader. När införandet sker olika år använder tvåvägsmodellen dem som redan infört som jämförelse, och kan få fel tecken.',
      'En skillnad före och efter är en effekt bara om enheterna annars hade följts åt. Det går inte att pröva.',
    ],
    lastTreated:
      'Alla inför förr eller senare: de som inför sist är jämförelsen, och åren från deras införande är inte med.',
    negative: (negative: string, cells: string, sum: string) =>
      `Tvåvägsmodellen ger negativ vikt åt ${negative} av ${cells} effekter, tillsammans som mest ${sum} (alla vikter har summan 1).`,
    foreign: (weight: string, part: string) =>
      `I en vanlig händelsestudie hade effekter från andra år vägt in med som mest ${weight} och flyttat en skattning med som mest ${part}.`,
    few: (units: string) =>
      `Den minsta gruppen, införda samma år eller de som jämförs med, har ${units} enheter. Så få ger för små medelfel, och märken oftare än p säger.`,
    multiplicity: (marked: string, chance: string, size: string, holm: string, bh: string) =>
      `Många test: av cellerna i kolumnen ATT har ${marked} märke; av slump ensam väntas ${chance}. Med p justerat för ${size} test återstår ${holm} (Holm) eller ${bh} (Benjamini–Hochberg) på 10-procentsnivån. Övriga kolumner är inte justerade.`,
    leadsTest: 'p, före: att alla effekter före t−1 i tabellen är 0 (F-test).',
  },
  cell: {
    notSignificant: 'inte signifikant',
    notEstimable: 'kunde inte skattas',
    estimate: 'skattning',
    interval: (level: string, low: string, high: string) =>
      `${level} % konfidensintervall ${low} till ${high}`,
    units: (n: string) => `${n} enheter`,
    published: 'i bilagan',
    detectable: (effect: string) => `en skillnad under ${effect} hade ofta missats`,
    publishedEmpty: 'tom',
    or: 'eller',
  },
  heads: {
    row: 'Rad',
    group: 'Radgrupp',
    published: 'bilagan',
    n: 'n',
    scope: 'Tabeller',
    cells: 'Jämförbara celler',
    observed: 'Andel samma',
    expected: 'Väntat av slump',
    kappa: 'Kappa',
    all: 'Alla kännetecken',
    covariate: 'Kännetecken',
    users: 'Användare',
    nonUsers: 'Icke-användare',
    differenceInMeans: 'Skillnad',
    standardized: 'Standardiserad',
    p: 'p',
    nUsers: 'n användare',
    nNonUsers: 'n icke-användare',
  },
  agreementTitle: 'Överensstämmelse med bilagans märken',
  agreementNotes: [
    'Slump: andelen lika märken om de två uppsättningarna vore oberoende men hade just dessa andelar av varje märke.',
    'Kappa är 0 när likheten inte är större än slumpens och 1 när alla märken är lika.',
  ],
  multiplicity: {
    title: 'Många test: märken, slump och vad som återstår',
    heads: {
      table: 'Tabell',
      n: 'n per cell',
      tests: 'Celler',
      marked: 'Med märke',
      chance: 'Väntat av slump',
      pHolm: 'Holm',
      pBenjaminiHochberg: 'Benjamini–Hochberg',
      pRomanoWolf: 'Romano–Wolf',
    },
    notes: [
      'Märken på 10-procentsnivån. Väntat av slump: antalet om inget samband fanns. De sista kolumnerna: celler vars justerade p är under 10 procent.',
    ],
  },
  compositionTitle: (area: string) => `Användare och icke-användare: ${area}`,
  compositionNotes: ['Standardiserad skillnad: skillnaden delad med den sammanvägda standardavvikelsen.'],
  compositionShares: 'Fördelning över grupper, i procent av varje sort.',
};
