/** How far the conclusions carry. Our own words: what the audit concludes is told, not quoted. */
export const conclusions = {
  title: 'Hur långt slutsatserna bär',
  synthetic: 'Inget här säger något om verkliga kommuner.',
  syntheticText:
    'Enkätsvaren bakom granskningen är inte offentliga. Alla tal nedan kommer från simulerade svar. De visar vad prövningarna säger om simulerade data, inte vad de skulle säga om de riktiga.',
  intro: [
    'Den statistiska bilagan till Riksrevisionens granskning RiR 2021:17 vilar på drygt 1\u202f100 test. Här står, slutsats för slutsats, vad granskningen säger, vad det vilar på, vad prövningarna säger om data i den här körningen, och vad det kan och inte kan betyda.',
    'Ett märke betyder att p är under 10 procent i ett enskilt test. Bland många test blir en del märken till av slump. Därför står slumpens antal bredvid.',
  ],
  heads: {
    says: 'Vad granskningen säger',
    rests: 'Vad det vilar på',
    found: 'Vad prövningarna säger om data här',
    means: 'Vad det kan och inte kan betyda',
  },
  sections: {
    trends: {
      title: 'Har resultaten förbättrats över tid?',
      says: 'Granskningen ser inga tydliga trender i riksgenomsnitten 2016–2020 för de flesta av indikatorerna, och läser det som att kunskapsstyrningen inte har fått så stort genomslag. Underlaget är figurer, utan test (bilagan, figur 1–14; rapporten, figur 3 och 4).',
      basis:
        'Här prövas varje serie i figurerna: förändringen per år, enhet för enhet och med enheten som kluster.',
      means: [
        'En linje som stiger visar att svaren har ändrats, inte varför. Det finns ingen jämförelsegrupp: alla kommuner har öppna jämförelser.',
        'Osäkerheten räknar inte med sådant som träffar alla kommuner samma år, till exempel en ändrad fråga. Med högst fem år går det inte att skilja från en trend.',
        'Att ingen linje syns betyder inte att inget har hänt. Testens styrka säger hur stor förändring som kan ha missats.',
      ],
    },
    users: {
      title: 'Har de som använder jämförelserna bättre resultat?',
      says: 'Granskningen ser sammantaget inga tydliga skillnader mellan användare och icke-användare. Inom social barn- och ungdomsvård är användarna bättre på enstaka indikatorer, inom ekonomiskt bistånd på flertalet. Äldreomsorgen kunde inte jämföras: där uppger bara fem kommuner att de inte alls använder jämförelserna (bilagan, tabell 8 och 13).',
      basis:
        'Varje test jämför användare och icke-användare enligt SKR:s enkät 2019: alla år tillsammans, år för år, och förändringen från första till sista året.',
      means: [
        'Märken som pekar åt samma håll väger mer tillsammans än vart och ett för sig. Testen är ändå inte oberoende: samma enheter och liknande frågor kommer igen. När användningen lottas på nytt behålls det beroendet.',
        'Användningen är inte lottad i verkligheten. De som använder jämförelserna kan ha varit bättre från början, eller skilja sig på annat sätt. Ett märke är inte en effekt av jämförelserna.',
        'Enkäten gjordes 2019 men ställs mot svar från alla år. Vilka som var användare de andra åren är inte känt.',
      ],
    },
    groups: {
      title: 'Skiljer sig resultaten mellan län och mellan grupper av kommuner?',
      says: 'Granskningen finner att resultaten för många av indikatorerna varierar mellan län och mellan kommungrupper (bilagan, tabell 2, 9 och 14).',
      basis: 'Varje test är en variansanalys, för alla år tillsammans och för det sista året.',
      means: [
        'Periodens test räknar en enhets alla år som oberoende svar. Då blir märkena för många även utan skillnader mellan grupper. Lottningen över enheter rättar till det. Det sista årets test har inte problemet.',
        'Ett märke säger att grupper skiljer sig, inte hur mycket. Är ICC liten är två kommuner i samma grupp nästan lika olika som två i olika grupper.',
        'Att grupper skiljer sig visar inte att kommuner i en grupp påverkar varandra.',
      ],
    },
    level: {
      title: 'Har kommuner bättre resultat när de andra i gruppen är bra?',
      says: 'Tabellerna har många positiva märken för nivån (bilagan, tabell 3–5, 10–12 och 15–17). Granskningen drar ingen slutsats om lärande av dem. En tänkbar förklaring som den nämner är att grupper av kommuner blir bra samtidigt, till exempel genom gemensamt stöd i regionen.',
      basis:
        'Varje test jämför enheter där gruppens övriga enheter låg högt ett eller två år tidigare (i bilagan över 75:e percentilen) med övriga enheter.',
      means: [
        'Märken för nivån uppstår också utan påverkan. Skiljer sig grupper varaktigt ligger den egna kommunen och de andra i gruppen högt, eller lågt, tillsammans.',
        'Enhetseffekter tar bort det varaktiga. Försvinner märket då räcker bestående skillnader som förklaring. Med få år är det testet svagt, så ett försvunnet märke visar inte att påverkan saknas.',
        'Ett märke som står kvar kan ha ett gemensamt skäl: gruppen kan ha rört sig samtidigt utan att någon lärt av någon.',
      ],
    },
    improvement: {
      title: 'Förbättras kommuner mer när de andra i gruppen är bra?',
      says: 'Granskningen finner ingen systematisk koppling mellan den egna förbättringen och de övrigas resultat. Den drar slutsatsen att jämförelser inte verkar leda till förbättringar (samma tabeller, kolumnerna för förbättring).',
      basis:
        'Samma jämförelse som för nivån. Utfallet är om enhetens resultat blev bättre, ja eller nej, på ett eller två år.',
      means: [
        'Slutsatsen är ett nollresultat. Det bär inte längre än testens styrka: mindre skillnader än de som står ovan kan ha funnits utan att synas.',
        'Inget märke är inte detsamma som ingen skillnad. Det senare kräver ett likvärdighetstest mot den minsta skillnad som betyder något, och den måste någon ange.',
        'Den som redan har bästa möjliga resultat kan inte förbättras, och en stor förbättring räknas som en liten. Det gör utfallet trubbigt.',
      ],
    },
    staffing: {
      title: 'Ändras bemanningen efter år med stora skillnader mellan boenden?',
      says: 'Bilagan visar tabell 6 och 7 utan att tolka dem. De prövar om bemanningen i en kommun ändras ett eller två år efter att skillnaderna mellan boenden varit stora.',
      basis:
        'Varje test jämför förändringen efter stor spridning mellan kommunens boenden med förändringen efter mindre spridning.',
      means: [
        'Spridningen och förändringen räknas på samma tal. Ett tillfälligt lågt eller högt värde ger både stor spridning och en återgång efteråt: regression mot medelvärdet.',
        'Talet att jämföra med är därför inte 0, utan den koefficient som brus ensamt ger. Den räknas med varje kommuns år i lottad ordning, som om åren gick att byta mot varandra.',
        'Ett märke som inte sticker ut från bruset säger inget om styrning. Ett som gör det säger att något följer på stor spridning, men inte vad.',
      ],
    },
  },
  tests: (estimated: string, total: string, n: string, units: string) =>
    `Skattade celler: ${estimated} av ${total}, med ${n} observationer från ${units} enheter i varje.`,
  publishedMarks: (marks: string, cells: string) =>
    `Publicerade märken: ${marks} i de ${cells} celler vars plats kan läsas ut.`,
  publishedSigned: (marks: string, cells: string, positive: string) =>
    `Publicerade märken: ${marks} i de ${cells} celler vars plats kan läsas ut, varav ${positive} plus.`,
  marks: (marked: string, cells: string) => `Märken här: ${marked} av ${cells} celler.`,
  signed: (marked: string, cells: string, up: string, down: string) =>
    `Märken här: ${marked} av ${cells} celler, ${up} plus och ${down} minus.`,
  byGrouping: (name: string, up: string, down: string, cells: string) =>
    `De andra är de övriga i ${name}: ${up} plus och ${down} minus av ${cells} celler.`,
  perTable: (table: string, sentence: string) => `Tabell ${table}. ${sentence}`,
  series: (total: string, n: string, units: string) =>
    `Serier: ${total}, med ${n} svar från ${units} enheter i varje.`,
  trends: (up: string, down: string, total: string, chance: string) =>
    `Av ${total} serier stiger ${up} och sjunker ${down} på 10-procentsnivån. Slumpen ensam väntas ge ${chance}.`,
  averages: (up: string, down: string, total: string) =>
    `Av ${total} genomsnitt över indikatorer (rapportens figur 3) stiger ${up} och sjunker ${down}.`,
  trendPower: (range: string, unit: string) =>
    `I serier utan märke hade testet i fyra fall av fem hittat en förändring på ${range} ${unit}.`,
  noMargin: 'Ingen minsta skillnad som betyder något har angetts (--margin), så likvärdighet är inte prövad.',
  again: {
    title: 'Gör om dokumentet',
    text: 'Kommandot skriver conclusions.md i mappen som anges efter --out. Samma data, specifikation och version ger samma text. Andra data anges med --data, och den minsta skillnad som betyder något, i procentenheter, med --margin.',
  },
};
