/** Messages of `oj check`: the quality of the data. */
export const quality = {
  title: 'Öppna jämförelser: kvaliteten på data',
  lead: 'Vad svaren bär: hur många som svarat, vilka indikatorer som inte längre skiljer kommuner åt, vad som ändrats på vägen, och vilka celler i bilagan det rör.',
  grades: {
    good: 'god',
    usable: 'användbar med förbehåll',
    weak: 'svag',
    'not-judged': 'går inte att bedöma',
  },
  gradesShort: { good: 'god', usable: 'förbehåll', weak: 'svag', 'not-judged': 'ej bedömd' },
  sections: {
    summary: 'Sammanfattning',
    reading: 'Så läser du tabellerna',
    measures: 'Bemanning på boenden',
    sources: 'Där källor säger olika',
    problems: 'Problem vid inläsningen',
    limits: 'Gränser',
  },
  findingHeads: ['Indikator', 'Betyg', 'Vad som är fel'],
  gridTitle: (area: string) => `${area}: kvalitet per indikator`,
  heads: [
    'Indikator',
    'Svar på skalan',
    'Ja eller medel, första → sista året',
    'Fram och åter (slump)',
    'Hopp',
    'Dolda',
    'Betyg',
  ],
  gridNotes: [
    'Svar på skalan: av dem som fick frågan, lägsta till högsta året. Delvis räknas inte som Ja.',
    'Fram och åter: enheter som ändrat svar och ändrat tillbaka, av dem med minst tre års svar; inom parentes det väntade antalet om varje års svar delats ut till enheterna på måfå.',
    'Hopp: ändringar av riksvärdet från ett år till nästa, bland dem som svarat båda åren, som är större än slumpen.',
    'Dolda: län vars andel inte redovisas enligt Socialstyrelsens regel (bortfall och ej aktuellt över 20 procent), som mest ett år.',
  ],
  yearTitle: (area: string) => `${area}: svar år för år`,
  yearHeads: {
    year: 'År',
    asked: 'Tillfrågade',
    rate: 'Har svarat',
    onScale: 'På skalan',
    value: 'Ja eller medel',
  },
  measuresTitle: 'Bemanning på boenden: uppgifter år för år',
  measureHeads: [
    'Mått',
    'År',
    'Boenden',
    'Saknas',
    'Medel',
    'Median',
    'Långt utanför',
    'Medel noll',
    'Betyg',
  ],
  measureNotes: [
    'Långt utanför: värden bortom Tukeys yttre gränser, tre kvartilavstånd från kvartilerna. Medel noll: kommuner vars medel är 0, där spridningen inte finns.',
  ],
  sourcesTitle: 'Värden där källor säger olika',
  sourcesHeads: ['Indikator', 'Värden', 'Största skillnad', 'Störst'],
  sourcesNote: (rows: string, table: string) => `${rows} i ${table}.`,
  sourcesPair: (kept: string, other: string, rows: string) =>
    `${kept} används, ${other} säger annat: ${rows}.`,
  sourcesSettled: (rows: string) => `${rows} rader i conflicts.csv stämmer numera med mappen.`,
  sourcesNone: 'Inga källor säger olika.',
  unknownSource: 'okänd källa',
  example: (unit: string, year: string, kept: string, other: string) =>
    `${unit} ${year}: ${kept} mot ${other}`,
  problemsTitle: 'Problem per indikator',
  noFindings: 'Inga problem hittades.',
  noProblems: 'Inga.',
  cells: (total: string, tables: string) => `Rör ${total} celler i bilagan: tabell ${tables}.`,
  findings: {
    'few-answers': (years: string, most: string) =>
      `För få svar för att bedöma (${years}; som mest ${most}).`,
    'few-answers-none': 'Frågan har inga svar.',
    'low-response': (years: string, lowest: string) =>
      `Många har inte svarat (${years}; svarsandel som lägst ${lowest}).`,
    'few-on-scale': (years: string, lowest: string) =>
      `Få svar går att använda (${years}; som lägst ${lowest} av dem som fick frågan).`,
    constant: (years: string) => `Alla svar är lika (${years}): inga skillnader att förklara.`,
    saturated: (years: string) =>
      `Mättad (${years}): minst 90 procent har nått målet, Socialstyrelsens gräns.`,
    floor: (years: string) => `Nästan ingen har nått målet (${years}): högst 10 procent, vår gräns.`,
    'single-year': (years: string) => `Bara ett års svar (${years}): ingen förändring kan följas.`,
    'nation-suppressed': (years: string) =>
      `Riksvärdet redovisas inte enligt Socialstyrelsens regel (${years}): bortfall och ej aktuellt över 20 procent.`,
    'counties-suppressed': (years: string, most: string, counties: string) =>
      `Många läns värden redovisas inte enligt Socialstyrelsens regel (${years}; som mest ${most} av ${counties}).`,
    'definition-changed': (what: string) => `Ändrad definition. ${what}`,
    'unexplained-jump': (years: string, before: string, after: string, p: string) =>
      `Hopp ${years}, från ${before} till ${after} (${p} efter Holm): möjligen ändrad definition, ingen är känd.`,
    flips: (units: string, base: string, share: string, expected: string) =>
      `Ostadiga svar: ${units} av ${base} enheter (${share}) har ändrat svar och ändrat tillbaka; slumpen ensam ger ${expected}.`,
    'sources-disagree': (values: string, share: string) =>
      `Källor säger olika om ${values} värden (${share}).`,
    'missing-care-units': (years: string, share: string) =>
      `Många boenden saknar uppgift (${years}; som mest ${share}).`,
    outliers: (years: string, values: string) =>
      `${values} värden ligger långt utanför de andra (${years}): fel enhet eller skrivfel?`,
    'zero-means': (years: string, values: string) =>
      `I ${values} fall är en kommuns medel noll (${years}): spridningen finns inte.`,
  },
  facts: {
    of: (total: string) => `av ${total}`,
  },
  reading: (tests: string) =>
    `Betyget är det sämsta som något av skälen ger. Hoppen prövas med McNemars exakta test (Ja/Nej) eller parat t-test, justerat enligt Holm för ${tests} årspar. Ett verkligt lyft ser ut som en ändrad definition: skälet säger var man ska titta, inte vad som är fel. Ett svagt betyg gäller vad indikatorn kan visa, inte verksamheten bakom.`,
  limitHeads: ['Gräns', 'Förbehåll', 'Svag'],
  limits: {
    minimumAnswers: 'Svar ett år, färre bedöms inte',
    saturated: 'Andel som nått målet, minst (Socialstyrelsen; svag om alla år)',
    floor: 'Andel som nått målet, högst (vår; svag om alla år)',
    suppression: 'Bortfall och ej aktuellt, över (Socialstyrelsens guide 2017; riket, svag om alla år)',
    response: 'Svarsandel, under',
    onScale: 'Svar på skalan, under',
    suppressedCounties: 'Andel län som inte redovisas, minst',
    flips: 'Fram och åter i förhållande till slumpen, minst',
    disagreement: 'Andel värden där källor säger olika, minst',
    missingCareUnits: 'Boenden utan uppgift, minst',
    outliers: 'Andel värden långt utanför, minst',
  },
};
