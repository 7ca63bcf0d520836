/** Messages of the report page. Our own words throughout: nothing is quoted from the audit. */
export const page = {
  title: 'Öppna jämförelser, räknade på nytt',
  kicker: 'oppna-jamforelser',
  lead: 'Den statistiska bilagan till Riksrevisionens granskning RiR 2021:17, beräknad från början med öppen kod: varje tabell och figur, bredvid det som publicerades.',
  skip: 'Hoppa till innehållet',
  contents: 'Innehåll',
  syntheticBar: 'Syntetiska data',
  syntheticBarRest: 'inga tal här beskriver verkliga kommuner',
  syntheticTitle: 'Det här är syntetiska data',
  syntheticText:
    'Enkätsvaren bakom granskningen är inte offentliga. Talen på sidan kommer från simulerade svar och visar att beräkningarna fungerar. De säger ingenting om någon kommun, något stadsområde eller något boende, och får inte citeras som resultat.',
  made: (time: string, version: string) => `Gjord ${time} med version ${version}.`,
  dataSize: (units: string, years: string) => `${units} kommuner och stadsdelar, ${years}.`,
  sections: {
    summary: 'Sammanfattning',
    reading: 'Så läser du tabellerna',
    agreement: 'Jämfört med det publicerade',
    nation: 'Riket över tid',
    lesson: 'Vad en tabell om grannar inte visar',
    composition: 'Vilka använder jämförelserna?',
    assumptions: 'Val som bilagan lämnar öppna',
    inference: 'Inferens: hur mycket av detta är slump?',
    quality: 'Kvaliteten på data',
    data: 'Data och varningar',
    manifest: 'Körningen',
    other: 'Övriga tabeller',
  },
  facts: {
    estimated: 'celler skattade',
    ofCells: (total: string) => `av ${total}`,
    marked: 'har ett märke',
    markedNote: (share: string) => `${share}; av ren slump väntas 10\u202f%`,
    same: 'samma märke som bilagan',
    sameNote: (expected: string) => `slumpen ensam ger ${expected}`,
    kappa: 'kappa',
    kappaNote: '0 = slump, 1 = full likhet',
  },
  summaryCells: (total: string, estimated: string, failed: string) =>
    `Körningen gäller ${total} celler. ${estimated} kunde skattas${failed === '0' ? '' : ` och ${failed} inte; skälet står under varje tabell`}.`,
  summaryMarks: (strong: string, weak: string) =>
    `${strong} celler har ett märke på 5-procentsnivån och ${weak} på 10-procentsnivån. Med så många test blir en del signifikanta av slump, även där inget samband finns.`,
  summaryAgreement: (same: string, comparable: string, share: string, expected: string, kappa: string) =>
    `Av ${comparable} jämförbara celler har ${same} (${share}) samma märke som i bilagan. Hade märkena placerats på måfå, med samma antal av varje sort, vore andelen ${expected}. Kappa är ${kappa}.`,
  summarySynthetic:
    'Överensstämmelsen mäter inte hur väl bilagan har återskapats, eftersom indata är simulerade. Den visar vilken likhet som uppstår utan de riktiga svaren.',
  reading: {
    rows: 'En rad är ett resultat från öppna jämförelser, en kolumn en jämförelse. Plus betyder alltid att det går åt det bättre hållet.',
    marks:
      'Det första märket i cellen är beräknat här. Det lilla märket inom parentes är det publicerade. En cell utan något av dem är tom på båda ställena.',
    frames: 'Har cellen ram eller färg skiljer sig de två åt. Så här ser de olika sätten ut:',
    behind:
      'Bakom varje cell finns skattning, intervall, p-värde och antal. På webbsidan öppnas de med ett klick; oavrundade finns de i estimates.csv.',
  },
  readingAdjusted:
    'Ett ° efter märket betyder att det håller när p justeras för antalet test i tabellens familj.',
  caution:
    'Ett märke är ett statistiskt samband, inte en effekt. Ingen av modellerna kan skilja påverkan mellan kommuner från att kommuner i samma grupp liknar varandra.',
  legend: {
    same: 'samma märke',
    'other-level': 'samma tecken, annan nivå',
    'only-computed': 'märke bara här',
    'only-published': 'märke bara i bilagan',
    opposite: 'motsatt tecken',
    'not-comparable': 'går inte att jämföra',
    notEstimable: 'kunde inte skattas',
  },
  asFigure: 'Tabellens skattningar som figur',
  byGroup: 'Medelvärden per län och kommungrupp',
  figureData: 'Talen bakom figuren',
  year: 'År',
  mean: 'Medel',
  interval: 'Intervall',
  series: 'Serie',
  n: 'n',
  scrollTable: (title: string) => `Tabell, kan rullas i sidled: ${title}`,
  scrollFigure: (title: string) => `Figur, kan rullas i sidled: ${title}`,
  lessonIntro:
    'I de syntetiska data som följer med paketet finns ingen påverkan mellan kommuner: ingen kommuns svar beror på vad grannarna gjorde året innan. Ändå visar nivåkolumnerna positiva samband:',
  lessonCount: (where: string, positive: string, cells: string) =>
    `när de andra är de övriga i ${where}: ${positive} av ${cells} celler positiva`,
  lessonChance: 'Om inget samband fanns skulle ungefär 5 procent av cellerna bli positiva av slump.',
  lessonWhy:
    'Orsaken är att grupper skiljer sig åt. Ligger ett län högt år efter år, så ligger både den egna kommunen och de övriga i länet högt, och värdena följs åt utan att någon har lärt av någon. Årseffekter hjälper inte mot det. Jämför med modellens rivaler, eget tidigare resultat och fasta effekter per kommun, innan ett märke läses som lärande.',
  lessonStaffing: (positive: string, cells: string) =>
    `Bemanningstabellerna har en liknande fälla. En ovanligt stor spridning ett år beror ofta på ett enda ovanligt lågt värde, som nästa år ligger närmare det vanliga. Minimivärdet stiger då av sig självt: regression mot medelvärdet. Här är ${positive} av ${cells} skattade celler för minimivärdet positiva.`,
  compositionIntro:
    'Skillnader mellan användare och icke-användare kan bero på vilka kommuner det är. Därför står de här sida vid sida.',
  assumptionsIntro:
    'Bilagan beskriver modellerna men inte varje räkneregel. Där den är tyst har ett val gjorts, ett fält i specifikationen. Vart och ett kan ändras med --spec, och tabellerna räknas om.',
  inferenceIntro:
    'Med över tusen test blir många signifikanta av slump. Här står, tabell för tabell, hur många celler som har märke, hur många som slumpen ensam väntas ge och hur många som återstår när p justeras för antalet test.',
  inferenceFull:
    'Vad märkena i övrigt vilar på, och vilka slutsatser de bär, står under Hur långt slutsatserna räcker.',
  inferenceAsk:
    'Körningen prövade inte vad märkena i övrigt vilar på. Det gör oj replicate --inference full: bootstrap för få kluster, omlottade användare och grannar, fasta effekter och bortfall.',
  qualityMore: 'Varje problem i ord, år för år och med sina gränser, ger oj check --out.',
  assumptionsTitle: 'Varje val, dess alternativ och skäl',
  assumptionHeads: { choice: 'Val', used: 'Här', rivals: 'Alternativ', why: 'Skäl' },
  changed: 'ändrat i denna körning',
  defaultWas: (value: string) => `förval: ${value}`,
  files: 'Inlästa filer',
  file: 'Fil',
  rows: 'Rader',
  checksum: 'SHA-256',
  notes: 'Om data',
  sources: 'Källor',
  warnings: (count: string) => `${count} varningar vid inläsningen`,
  noWarnings: 'Inga varningar vid inläsningen.',
  warningsMore: 'Kommandot oj check visar var och en med fil, rad och kolumn.',
  warningKind: 'Slag',
  count: 'Antal',
  manifest: {
    command: 'Kommando',
    version: 'Version',
    node: 'Node',
    time: 'Tid',
    seed: 'Slumpfrö',
    units: 'Enheter',
    years: 'År',
  },
  specification: 'Hela specifikationen',
  footer: 'Samma indata och specifikation ger samma tal på varje dator.',
  source: 'Publicerade märken: Riksrevisionen, RiR 2021:17, bilagans tabell 2–17.',
};
