/** Messages of `oj package`: the README of a replication package and what the command says. */
export const packaging = {
  title: 'Replikationspaket: Öppna jämförelser, räknade på nytt',
  overview: {
    title: 'Översikt',
    what: 'Paketet räknar fram den statistiska bilagan till Riksrevisionens granskning RiR 2021:17 ur en mapp med CSV-filer: tabellerna 2–17, figurerna och varje skattning bakom dem, bredvid det som publicerades.',
    one: (command: string) => `Allt i results/ görs av ett enda kommando: ${command}.`,
    some: (tables: string) => `Körningen är begränsad till tabell ${tables}.`,
    counts: (estimates: string, units: string, years: string) =>
      `Körningen gav ${estimates} skattningar på ${units} kommuner och stadsdelar, ${years}.`,
    failed: (failed: string) => `${failed} av dem kunde inte skattas, med skälet angivet vid var och en.`,
  },
  availability: {
    title: 'Tillgång till data och varifrån de kommer',
    rights: 'Rättigheter',
    rightsSynthetic:
      'Svaren, användningen av öppna jämförelser och bemanningen är simulerade: ingen kommuns uppgifter lämnas ut. Programmets demodata får spridas vidare under MIT-licens. Kommunkoder, grupper och bakgrundsvärden är verkliga, och för dem gäller källornas villkor.',
    rightsOwn: 'Den som lämnar ut paketet intygar genom att kryssa för:',
    rightsBoxes: [
      'Jag har rätt att använda de data som ligger till grund för resultaten.',
      'Jag har rätt att lämna ut de data som paketet innehåller.',
    ],
    confidential:
      'survey.csv innehåller enskilda kommuners svar i SKR:s enkät, och conflicts.csv kan göra det. De är förtroliga: lämna bara ut dem med stöd i ett avtal eller en prövning.',
    summary: 'Sammanfattning av tillgången',
    all: 'Alla data som körningen läser följer med.',
    none: 'Inga data följer med, bara deras kontrollsummor i data/SHA256SUMS.',
    obtain:
      'Lägg filerna i data/ med just de innehåll som kontrollsummorna anger. De fås av den som gjorde paketet, eller byggs på nytt ur källorna nedan: oj fetch kolada, oj import socialstyrelsen och oj import skr.',
    details: 'Källorna',
    aboutTitle: (title: string) => `Mappens namn på sig själv: ${title}.`,
    said: 'Mappens ägare uppger:',
    noSources: 'Mappen uppger inga källor.',
    imported: 'Filer och svar som importerats till mappen:',
    importedHead: ['Källa', 'Slag', 'Läst', 'Att ange', 'sha256'],
    producers: 'Det som programmet självt bär med sig i sin kodbok:',
    producerHead: ['Vad', 'Producent'],
    producerRows: [
      ['Frågor, tabellrader, år och publicerade märken', 'Riksrevisionen, RiR 2021:17, bilagan'],
      ['Kommunkoder, län, folkmängd och ålder', 'SCB'],
      ['Kommungrupper 2017; andelar i medlemsundersökningen 2019', 'SKR'],
      ['Befolkningsklasser, regler för publicering av andelar, stadsdelar', 'Socialstyrelsen'],
      [
        'Nyckeltalens id; barn i ekonomiskt utsatta hushåll, trångboddhet, föräldrars utbildning',
        'Kolada (RKA)',
      ],
    ],
    notes: 'Att veta om data:',
  },
  datasets: {
    title: 'Datafiler',
    head: ['Fil', 'Innehåll', 'Rader', 'Följer med', 'sha256'],
    yes: 'ja',
    no: 'nej',
    files: {
      'units.csv': 'kommuner och stadsdelar',
      'indicators.csv': 'indikatorer',
      'answers.csv': 'svar per enhet, år och indikator',
      'survey.csv': 'SKR:s enkät: vem som använder resultaten',
      'care-units.csv': 'bemanning per boende',
      'about.json': 'vad ägaren säger om mappen',
      'sources.json': 'vad som importerats',
      'origins.csv': 'var varje importerad rad står i sin källa',
      'conflicts.csv': 'rader som en annan källa motsäger',
    },
  },
  requirements: {
    title: 'Krav på datorn',
    software: 'Programvara',
    node: (version: string) => `Node.js ${version} (20.19 eller senare)`,
    versions: 'Biblioteken som körningen använde:',
    nodeNote:
      'En annan version av Node.js ger samma tal, men results.json och rapporten anger versionen och skiljer sig då i den.',
    randomness: 'Slump',
    seed: (seed: string) =>
      `Alla slumptal följer av fröet ${seed} i specification.json. De är desamma på varje dator och för varje antal trådar.`,
    memory: 'Minne och tid',
    memoryText:
      'En vanlig bärbar dator räcker. Tiden antecknas inte, eftersom samma indata då inte skulle ge samma filer; den växer i takt med antalet dragningar i specification.json.',
  },
  programs: {
    title: 'Programmen',
    text: (version: string) =>
      `Paketet innehåller ingen kod utöver reproduce.sh. Programmet är oppna-jamforelser ${version} (MIT-licens), med all källkod.`,
    head: ['Fil i källkoden', 'Vad den gör'],
    rows: [
      ['data/readers', 'läser och prövar datamappen'],
      ['analysis/panel', 'kodar om svaren till utfall'],
      ['analysis/models', 'en fil per analys i bilagan'],
      ['analysis/stats', 'statistiken: regression, kovarianser, test'],
      ['analysis/inference', 'bootstrap, permutationer och placebotest'],
      ['analysis/quality', 'datakvaliteten'],
      ['reports', 'tabeller, figurer och rapport'],
    ],
  },
  instructions: {
    title: 'Så görs det om',
    steps: [
      'Installera Node.js.',
      'Packa upp zip-filen och öppna en terminal i mappen.',
      'Kör sh reproduce.sh. Det prövar data mot data/SHA256SUMS, flyttar undan results/, kör kommandot nedan och prövar varje fil mot SHA256SUMS.',
    ],
    clone: (example: string) => `Finns programmet som klon på datorn: ${example}.`,
    windows: (command: string) =>
      `Utan sh, till exempel i Windows: ${command}. Det gör om körningen i en tillfällig mapp och nämner varje fil som skiljer sig.`,
    exit: 'Avslutningskod 1 från oj replicate betyder att någon cell inte kunde skattas. Det är inget fel.',
    fixed: 'Klockan i manifestet är låst till paketets:',
  },
  outputs: {
    title: 'Tabeller och figurer, och kommandot bakom',
    whole: 'Kommandot för hela körningen, nedan kallat A:',
    one: 'En tabell i taget, här nummer 8:',
    oneNote:
      'Märken och skattningar är då desamma som i A. p-värden som justeras över fler celler än tabellens, och slumptal som dras gemensamt för tabellerna, hör till A.',
    head: ['Utdata', 'Innehåll', 'Program', 'Kommando'],
    table: (number: string) => `A, eller --tables ${number}`,
    files: {
      'results.json': 'manifest, specifikation, alla skattningar och datakvalitet',
      'estimates.csv': 'alla skattningar, en per rad',
      'comparison.csv': 'beräknat och publicerat märke, cell för cell',
      'conclusions.md': 'hur långt slutsatserna bär',
      'report.html': 'rapporten som webbsida',
      'report.pdf': 'rapporten som PDF',
      'report.docx': 'rapporten i Word',
      'report.xlsx': 'tabeller, skattningar, kodbok och körning i Excel',
      'report.tex': 'rapporten i LaTeX',
      'report.md': 'rapporten i Markdown',
    },
    other: 'rapporten i annat format',
  },
  references: {
    title: 'Referenser',
    rows: (version: string) => [
      'Riksrevisionen (2021). Öppna jämförelser i socialtjänsten – begränsat bidrag till god kvalitet. RiR 2021:17.',
      'Riksrevisionen (2021). RiR 2021:17, bilagan Statistisk analys.',
      `oppna-jamforelser, version ${version}. En öppen reproduktion av den statistiska bilagan till RiR 2021:17.`,
    ],
  },
  written: (files: string, size: string) => `Skrev ${files} filer, ${size}`,
  verify: {
    sums: (same: string) => `Filer som stämmer med SHA256SUMS: ${same}`,
    changed: 'ändrad sedan paketet gjordes',
    missing: 'finns inte',
    unlisted: 'står inte i SHA256SUMS',
    again: (same: string, of: string) => `Omräknade filer som är desamma: ${same} av ${of}`,
    differs: 'skiljer sig från den omräknade',
    notMade: 'görs inte av körningen',
    lacks: 'görs av körningen men saknas i paketet',
    node: (then: string, now: string) =>
      `Paketet gjordes med Node.js ${then}, omräkningen med ${now}; versionen i filerna är paketets.`,
    good: 'Varje byte är densamma.',
    bad: (count: string) => `${count} skillnader.`,
  },
};
