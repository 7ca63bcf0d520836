/** Words of the municipality report, and of the cells that the compare page has in common with it. */

const missing = {
  bortfall: 'bortfall',
  'ej-aktuellt': 'ej aktuellt',
  'kan-inte-svara': 'kan inte svara',
  undertryckt: 'undertryckt',
  'ej-samlad': 'ej insamlad',
  okand: 'okänt svar',
  'not-asked': 'ej frågad',
  'not-in-year': 'fanns ej',
};

const cells = {
  missing,
  shortQuarters: { green: 'bättre', yellow: 'mellan', red: 'sämre' },
  shortQuartersNote:
    'Under tal: bättre är den bästa fjärdedelen i landet samma år, sämre den sämsta, mellan resten.',
  quarters: { green: 'bästa fjärdedelen', yellow: 'mellan', red: 'sämsta fjärdedelen' },
  aims: { green: 'önskvärt', yellow: 'delvis', red: 'att utveckla' },
  noColour: {
    'no-answers': 'ingen har svarat',
    background: 'bakgrund, ingen färg',
    'few-units': 'ingen färg: få svar',
    'no-spread': 'ingen färg: alla lika',
  },
  n: (n: string) => `n ${n}`,
  withInterval: (low: string, high: string, n: string) => `${low}–${high}, n ${n}`,
  suppressed: 'redovisas inte',
  suppressedShare: (share: string) => `${share} utan svar`,
  nobody: 'ingen har svarat',
  ofAsked: (asked: string) => `${asked} tillfrågade`,
  notAsked: 'ej frågad',
  noMembers: 'ingen grupp',
  single: 'en enda enhet',
  unknownQualityArea: 'Utan kvalitetsområde',
  points: 'procentenheter',
};

const group = {
  by: {
    lan: 'övriga i länet',
    kommungrupp: 'övriga i kommungruppen (SKR)',
    invanare: 'övriga i storleksklassen',
    narmast: 'de som mest liknar er',
    egen: 'er egen lista',
    stadsdelar: 'övriga stadsdelar i staden',
    storstader: 'stadsdelarna i storstäderna',
  },
  why: {
    lan: 'Kommunerna i ett län delar region, sjukvård och ofta utvecklingsstöd, och är lätta att träffa. De kan ändå vara mycket olika.',
    kommungrupp:
      'Kommungruppen samlar kommuner med liknande tätorter och pendling, var i landet de än ligger.',
    invanare:
      'Storleksklassen samlar kommuner med ungefär lika många invånare, eftersom storleken påverkar hur socialtjänsten är organiserad.',
    narmast:
      'Gruppen är de kommuner som ligger närmast er på bakgrundsuppgifterna i tabellen, var i landet de än ligger.',
    egen: 'Gruppen är vald av er. Tänk på att en grupp av dem som redan lyckats får er att se sämre ut än ni är.',
    stadsdelar: 'Stadsdelarna delar stadens politik, budget och ofta rutiner.',
    storstader: 'Stadsdelarna i storstäderna liknar varandra i storlek och organisation.',
  },
  is: (what: string, level: string, n: string) =>
    `Jämförelsegruppen, i tabellerna ”er grupp”, är ${what}${level}: ${n} kommuner eller stadsdelar, er själva inte medräknade.`,
  members: (names: string) => `I gruppen ingår ${names}.`,
  leftOut: (names: string) => `Inte med, eftersom det är samma stad eller ni själva: ${names}.`,
  single: (name: string) =>
    `Gruppen är en enda enhet, ${name}. Skillnaden mot den är en skillnad mellan två svar, inte mot ett mönster.`,
  few: (n: string) => `Gruppen är bara ${n} enheter. Ett enda svar flyttar dess andel mycket.`,
  none: (what: string, year: string) =>
    `Jämförelsegruppen är ${what}, men ingen av dem finns i data ${year}. Jämför med riket i tabellerna.`,
  gone: (names: string, year: string) => `Hör till gruppen men finns inte i data ${year}: ${names}.`,
  another:
    'En annan grupp kan väljas när rapporten görs: länet, kommungruppen, storleksklassen, de som mest liknar er eller en egen lista. För en stadsdel finns också stadens eller alla storstäders stadsdelar.',
  refusedTitle: 'En annan jämförelsegrupp än väntat',
  refused: (asked: string, reason: string, used: string) =>
    `Gruppen ”${asked}” går inte att använda: ${reason}. I stället används ”${used}”.`,
  refusedAll: (asked: string, reason: string) =>
    `Gruppen ”${asked}” går inte att använda: ${reason}. Ingen annan grupp finns heller.`,
  reasons: {
    'unit-has-no-group': 'det står inte i data vilken grupp ni hör till',
    'no-other-unit': 'det finns ingen annan i den',
    'unit-is-no-district': 'ni är ingen stadsdel',
    'district-without-covariates': 'stadsdelar har inga egna bakgrundsuppgifter i data',
    'no-covariates': 'data har inga bakgrundsuppgifter',
    'unit-misses-covariates': 'en bakgrundsuppgift saknas för er',
    'nothing-varies': 'alla har samma bakgrundsuppgifter',
  },
  nearestTitle: 'Vilka som mest liknar er, och i vad',
  nearestRefused: (reason: string) => `Vilka som mest liknar er går inte att säga: ${reason}.`,
  nearestHeads: { unit: 'Kommun', distance: 'Avstånd' },
  noDistance: 'lika',
  nearestMahalanobis: (n: string) =>
    `Avståndet är Mahalanobis: i standardavvikelser, där det som flera uppgifter säger tillsammans räknas en gång. Ju mindre, desto mer lika. Beräknat på ${n} kommuner med alla uppgifter.`,
  nearestStandardized: (n: string) =>
    `Avståndet räknas i standardavvikelser, varje uppgift för sig och med samma vikt. Ju mindre, desto mer lika. Beräknat på ${n} kommuner med alla uppgifter.`,
  nearestPart:
    'Under varje värde står hur stor del av det kvadrerade avståndet som uppgiften svarar för: där skiljer ni er åt.',
  nearestSingular:
    'Mahalanobis avstånd gick inte att räkna, eftersom en uppgift följer av de andra eller kommunerna är för få.',
  nearestConstant: (names: string) => `Lika för alla och därför inte med: ${names}.`,
  nearestLeft: (n: string) =>
    `${n} enheter saknar någon uppgift och kan inte komma med, bland dem stadsdelar.`,
  nearestFewer: (have: string, wanted: string) => `Bara ${have} av ${wanted} önskade finns.`,
  of: {
    lan: 'Länet',
    kommungrupp: 'Kommungruppen',
    invanare: 'Storleksklassen',
    riket: 'Riket',
    comparison: 'Er grupp',
  },
  sizes: {
    1: 'under 15 000 invånare',
    2: '15 000–29 999 invånare',
    3: '30 000–69 999 invånare',
    4: '70 000–199 999 invånare',
    5: 'minst 200 000 invånare',
  },
  skr: {
    A1: 'storstäder',
    A2: 'pendlingskommuner nära storstad',
    B3: 'större städer',
    B4: 'pendlingskommuner nära större stad',
    B5: 'lågpendlingskommuner nära större stad',
    C6: 'mindre städer och tätorter',
    C7: 'pendlingskommuner nära mindre tätort',
    C8: 'landsbygdskommuner',
    C9: 'landsbygdskommuner med besöksnäring',
  },
};

const status = {
  silentTitle: (year: string) => `Inga svar ${year}`,
  silent: (name: string, year: string) =>
    `${name} fick frågorna ${year} men har inte svarat på någon. De egna kolumnerna är därför tomma på resultat; gruppernas tal står kvar.`,
  absentTitle: (year: string) => `Finns inte med ${year}`,
  absent: (name: string, year: string) => `${name} finns inte i data för ${year}.`,
  answered: (years: string) => `Egna svar finns för ${years}: gör rapporten för ett av de åren.`,
  neverAnswered: 'Egna svar finns inte för något år.',
  ceasedTitle: 'Svarar inte längre för sig',
  ceased: (name: string, last: string, year: string) =>
    `${name} är med i data till och med ${last}. Rapporten gäller ${year}.`,
  successor: (name: string) => `Därefter svarar ${name}.`,
  predecessors: (names: string) =>
    `Tidigare svarade stadsdelarna för sig: ${names}. Deras svar räknas inte som era.`,
};

const summary = {
  facts: {
    green: 'gröna',
    greenNote: 'önskvärt svar, eller bästa fjärdedelen',
    yellow: 'gula',
    yellowNote: 'delvis, eller mellan',
    red: 'röda',
    redNote: 'att utveckla, eller sämsta fjärdedelen',
    none: 'utan färg',
    noneNote: 'inget svar, eller inget att eftersträva',
  },
  of: (asked: string, year: string) => `Av ${asked} frågor som ställdes ${year}:`,
  nothingAsked: (year: string) => `Ingen fråga ställdes ${year}.`,
  top: 'Tre att titta på först',
  topItem: (name: string, own: string, ahead: string, n: string) =>
    `${name}: ${own} hos er, medan ${ahead} av ${n} i jämförelsegruppen har ett bättre resultat.`,
  several: (n: string, names: string) =>
    `${n} frågor är röda eller gula i flera av socialtjänstens områden samtidigt: ${names}. Ett arbete kan räcka för alla.`,
  howTitle: 'Så använder ni rapporten',
  how: [
    'Läs förslagen i steg 1 och välj hellre ett område än fem.',
    'Ta i steg 2 reda på det som enkäten inte säger, framför allt vad brukare och personal möter.',
    'Se i steg 3 vad som har ändrats över åren, och ring någon som har kommit längre.',
    'Skriv i steg 4 ned mål, vem som gör vad och när ni följer upp.',
  ],
  caution:
    'Ett enskilt svar väger lätt. Det kan bero på vem som fyllde i enkäten eller hur frågan lästes. Kontrollera i verksamheten att svaret stämmer innan ni bygger något på det.',
};

const find = {
  title: 'Förslag att börja med',
  intro:
    'Frågor där ni är röda eller gula och där fler i jämförelsegruppen har ett bättre resultat än ett sämre. Någon att lära av finns alltså.',
  heads: {
    indicator: 'Fråga',
    own: 'Ni',
    group: 'Er grupp',
    position: 'Gruppen mot er',
    why: 'Varför den står här',
  },
  position: (ahead: string, n: string) => `${ahead} av ${n} bättre`,
  positionBehind: (behind: string) => `${behind} sämre`,
  lasting: (years: string, since: string) =>
    `Rött eller gult i ${years} svar i rad, sedan ${since}: knappast en tillfällighet.`,
  lastingTwo: (since: string) => `Rött eller gult också ${since}.`,
  lastingOne: 'Bara ett svar i rad, årets: kontrollera först att det stämmer.',
  recurs: (areas: string) => `Samma fråga är röd eller gul även i ${areas}.`,
  fewAnswers: (n: string) => `Gruppen har bara ${n} svar.`,
  order:
    'Ordningen är en läsordning, inte ett betyg: rött före gult, sedan efter hur stor del av gruppen som är bättre, sedan efter hur länge det varat. Vad som är viktigast för brukarna avgör ni.',
  more: (n: string) => `Fler frågor där gruppen är bättre (${n})`,
  shared: (n: string) => `Rött eller gult hos er, men gruppen är inte bättre (${n})`,
  sharedText: 'Här finns färre att lära av i gruppen. Ett gemensamt arbete kan ge mer.',
  without: (n: string) => `Rött eller gult hos er, men gruppen har inget tal att jämföra med (${n})`,
  none: {
    judged: 'Inget förslag kan ges: ni har inget resultat med färg i år.',
    green: 'Inget förslag: alla era resultat med färg är gröna.',
    level: 'Inget förslag: där ni är röda eller gula är inte fler i gruppen bättre än sämre.',
    group: 'Inget förslag: ni är röda eller gula på frågorna nedan, men ingen grupp finns att jämföra med.',
  },
  acrossTitle: 'Samma fråga i flera områden',
  acrossIntro:
    'Några frågor ställs i flera av socialtjänstens områden (guidens tabell 3). Är svaret rött eller gult i flera kan ett arbete räcka för alla.',
  acrossNone: 'Data har ingen fråga som ställs i flera områden.',
  acrossAbsent: 'ej i data',
  acrossHead: 'Att utveckla i',
  acrossNowhere: 'inget område med svar',
  acrossNoAnswer: 'inget svar',
  notInData: (areas: string) =>
    `Guiden ställer någon av frågorna också i områden som data inte har: ${areas}.`,
  resultsTitle: (year: string) => `Alla resultat ${year}`,
  resultsIntro:
    'Era svar i färg, bredvid dem ni kan jämföra er med. Grupperna har andelen Ja i procent eller medelvärdet, med 95-procentsintervall och antal svar (n) under.',
  resultsOf: (area: string, quality: string) => `${area}: ${quality}`,
  ownGroups: (county: string, skr: string, size: string) =>
    `Länet är ${county}, kommungruppen ${skr} och storleksklassen ${size}. Ni är själva med i dem och i riket, men inte i jämförelsegruppen.`,
  noGroup: 'inte angiven i data',
  noResults: (year: string) => `Ingen fråga i data ställdes ${year}.`,
  earlier: (year: string, n: string) => `Inte frågat ${year}: senaste resultat (${n} frågor)`,
  year: 'År',
  blank: 'Vilket område väljer ni att arbeta vidare med, och varför just det?',
  recurringAreas: {
    missbruk: 'missbruks- och beroendevård',
    'lss-vuxna': 'LSS, vuxna',
    'lss-barn': 'LSS, barn',
    socialpsykiatri: 'socialpsykiatri',
    'vald-i-nara-relation': 'våld i nära relationer',
  },
};

const complement = {
  intro:
    'Enkäten frågar mest om rutiner och samverkan på papperet. Vad som händer för brukarna måste ni hämta någon annanstans.',
  title: 'Era förutsättningar bredvid andras',
  heads: {
    fact: 'Uppgift',
    own: 'Ni',
    group: 'Er grupp, median',
    nation: 'Riket, median',
  },
  range: (least: string, most: string, n: string) => `${least}–${most}, n ${n}`,
  note: 'Medianen är den mittersta kommunens värde. Under den står det lägsta och högsta värdet och antalet kommuner med uppgift.',
  missing: 'uppgift saknas',
  none: 'Data har inga bakgrundsuppgifter om kommunerna.',
  district:
    'Stadsdelar har inga egna bakgrundsuppgifter i data. Stadens statistikkontor och SCB har dem för delar av staden.',
  missesOwn: 'Alla bakgrundsuppgifter saknas för er i data.',
  sourceHeads: { source: 'Källa', what: 'Vad som finns där' },
  sourcesTitle: 'Där ni kan hämta mer',
  sources: [
    ['SCB', 'Befolkning, hushåll, inkomster, utbildning och boende.'],
    ['Kolada', 'Nyckeltal och kostnader för alla kommuner, år för år.'],
    [
      'Socialstyrelsens statistikdatabas',
      'Ekonomiskt bistånd, insatser för barn och unga, äldreomsorg och funktionsnedsättning.',
    ],
    ['Andra öppna jämförelser', 'De områden av socialtjänsten som inte är med här, och registerdata.'],
    ['Arbetsförmedlingen', 'Arbetslöshet och deltagare i program, även unga.'],
    ['Försäkringskassan', 'Sjukskrivning, ersättningar och stöd till familjer.'],
    ['Skolan och regionen', 'Frånvaro och behörighet; vårdkontakter, psykiatri och beroendevård.'],
    ['IVO', 'Tillsynsbeslut, klagomål och lex Sarah.'],
    ['Egna uppgifter', 'Brukarundersökningar, ärendesystem, avvikelser, synpunkter och egen uppföljning.'],
  ] as readonly (readonly [string, string])[],
  kolada: (ids: string) => `Frågorna bland förslagen finns som ${ids}.`,
  blanks: {
    statistics: 'Nyckeltal och statistik (uppgift, källa, år, värde)',
    users: 'Vad säger brukarna och deras organisationer?',
    staff: 'Vad säger personalen, den egna uppföljningen och tillsynen?',
    picture: 'Ändrar detta bilden från steg 1? Hur?',
  },
};

const time = {
  intro:
    'Bara år som går att jämföra jämförs. Gruppen och riket räknas på dem som svarade båda åren, så att förändringen inte beror på vilka som svarade.',
  yearsOf: (area: string) => `${area}: era svar år för år`,
  comparable: 'Jämförbart',
  yes: 'ja',
  oneYear: 'ett enda år',
  neverAsked: 'aldrig frågad',
  partly: (from: string, to: string, why: string) => `delvis ${from}–${to}: ${why}`,
  no: (from: string, to: string, why: string) => `inte ${from}–${to}: ${why}`,
  why: {
    definition: (what: string) => what,
    remade: (year: string) => `Enkäten gjordes om ${year}.`,
    other: (year: string) => `En annan fråga ställdes ${year}.`,
    unlisted: 'Frågan är okänd för kodboken.',
  },
  sinceLast: (from: string, to: string) => `Ändrat mellan ${from} och ${to}`,
  sinceFirst: (to: string) => `Ändrat mellan första jämförbara året och ${to}`,
  heads: { own: 'Ni', group: 'Er grupp', nation: 'Riket', noise: 'Hur säkert är det?' },
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  better: (change: string) => `${change}, bättre`,
  worse: (change: string) => `${change}, sämre`,
  since: (year: string) => `sedan ${year}`,
  partlyComparable: 'delvis jämförbart',
  pairs: (difference: string, n: string) => `${difference}, n ${n}`,
  moved: (improved: string, worsened: string) => `${improved}\u00a0bättre, ${worsened}\u00a0sämre`,
  groupNot: {
    'no-earlier-year': 'inget tidigare år',
    'not-asked': 'ej frågad',
    suppressed: 'redovisas inte',
    'no-pairs': 'ingen svarade båda åren',
    'not-comparable': 'går inte att jämföra',
  },
  allYears: 'Alla svar, år för år',
  note: 'Under gruppens och rikets tal: skillnaden i procentenheter, eller i talets enhet, och hur många (n) som svarade båda åren. Sedan hur många av dem som svarade bättre och sämre.',
  noGroup: 'ingen grupp',
  noChange: 'Inget av era svar som går att jämföra har ändrats.',
  rest: (same: string) => `Oförändrade: ${same}.`,
  restNot: {
    'no-earlier-year': (n: string) => `Inget tidigare år: ${n}.`,
    'not-asked': (n: string) => `Inte frågade båda åren: ${n}.`,
    'no-answer': (n: string) => `Ni saknar svar något av åren: ${n}.`,
    'not-comparable': (n: string) => `Går inte att jämföra: ${n}.`,
  },
  noiseWords: (undone: string, changes: string, share: string, interval: string) =>
    `I landet var ${share} av sådana ändringar borta nästa gång (${undone} av ${changes}; ${interval}).`,
  held: (answer: string, times: string) => `${answer} i ${times} svar i rad.`,
  noiseNone: 'Ingen i landet har ändrat så med ett senare svar; det går inte att säga.',
  noisePartly: 'Går inte att säga: bara ändringar till och från Ja följs.',
  noiseWithin: (smallest: string) => `Kan vara brus: under ${smallest} går det inte att skilja från slump.`,
  noiseBeyond: (smallest: string) => `Mer än brus: över ${smallest}.`,
  noiseUnknown: 'Går inte att säga: för få svar.',
  notComparableTitle: 'Går inte att jämföra mellan alla år',
  single: (names: string) => `Bara frågade ett enda år, så att inget kan sägas om utvecklingen: ${names}.`,
  callTitle: 'De som har förbättrat samma sak',
  callIntro:
    'Enheter som var röda eller gula på frågan och nu är gröna. De som varit gröna längst står först: ett enda grönt svar kan vara en tillfällighet. Ring och fråga hur de gjorde.',
  callHeads: { group: 'I jämförelsegruppen', others: 'Andra i landet' },
  callEntry: (name: string, before: string, beforeYear: string, since: string) =>
    `${name}: ${before} ${beforeYear}, grönt sedan ${since}`,
  callMore: (n: string) => `och ${n} till`,
  callNobody: 'ingen',
  callNone: 'Ni har inga röda eller gula resultat i år, så det finns ingen att ringa för.',
  callOthersNote: 'Av de andra i landet står de i er kommungrupp först.',
  blanks: {
    inside: 'Vad har ändrats hos er (organisation, personal, metoder, avtal)? När och hur?',
    outside: 'Vad har ändrats omkring er (lagar, befolkning, arbetsmarknad, andra aktörer)? När?',
    call: 'Vilka ringer ni, vad frågar ni och vad fick ni veta?',
  },
};

const conclusions = {
  intro:
    'Utgå från det ni valde i steg 1 och det ni fick veta i steg 2 och 3. Ett mål ska gå att följa upp, och någon ska äga det.',
  title: 'Så ser ni i öppna jämförelser om målet är nått',
  heads: { indicator: 'Fråga', now: 'Nuläge', group: 'Er grupp', reached: 'Nått när ni har' },
  reachedWords: (answer: string) => `${answer} två gånger i rad`,
  reachedAtLeast: (limit: string) => `minst ${limit} två gånger i rad`,
  reachedAtMost: (limit: string) => `högst ${limit} två gånger i rad`,
  note: 'Två gånger i rad, eftersom ett enda svar kan vara en tillfällighet. Gränsen för tal är den bästa fjärdedelen i landet i år.',
  none: 'Det finns inga förslag att mäta mot. Välj själva vad ni vill följa.',
  blanks: {
    develop: 'Vad vill ni utveckla, och vad ska bli bättre för brukarna?',
    goal: (n: string) => `Mål ${n}: vad ska vara uppnått, och när?`,
    activities: (n: string) => `Mål ${n}: aktiviteter, vem som gör vad och när`,
    cost: 'Väntade ändringar av kostnader, och var pengarna tas',
    followUp: 'Uppföljning: när, hur och vem som svarar för den',
    decided: 'Beslutat av, datum',
  },
};

const reading = {
  items: [
    'Färgerna är öppna jämförelsers: grönt är ett önskvärt resultat, gult delvis och rött något att utveckla. På frågor med svar i ord ger svaret färgen: Ja grönt, Delvis gult, Nej rött.',
    'Tal får färg efter alla enheters värden samma år: den bästa fjärdedelen grön, den sämsta röd. En fjärdedel blir alltså röd hur bra alla än är.',
    'En grupps tal är andelen Ja av dem som svarat, i procent. Delvis räknas inte som Ja. För frågor med tal är det medelvärdet, där varje enhet väger lika. n är antalet svar.',
    'Saknas svar från fler än 20 procent av de tillfrågade (bortfall, okänt svar och ej aktuellt) redovisas inte gruppens tal. Det är Socialstyrelsens regel för riket och länen; här gäller den alla grupper, också er egen.',
    'Alla är tillfrågade, ingen är utvald. Intervallet säger hur långt andelen kan ligga från det vanliga i en grupp som denna om varje svar delvis är slump. Det säger inget om dem som inte svarat.',
    'Är en ändring hos en enda enhet mer än slump? För svar i ord går det inte att säga av svaret självt. Därför står hur ofta sådana ändringar i landet har gått tillbaka vid nästa svar. För tal står den minsta ändring som slumpen ger i högst ett fall av tjugo.',
  ],
  missing:
    'bortfall: inget svar. ej aktuellt: frågan gäller inte er. ej insamlad: ni fick inte frågan. ej frågad: ingen fick den det året. fanns ej: ni fanns inte i data det året. redovisas inte: för många svar saknas.',
  guide:
    'De fyra stegen är de i Socialstyrelsens guide till öppna jämförelser 2017. Kvalitetsområdena är guidens, för frågor som den inte beskriver efter vår bedömning.',
};

export const municipality = {
  title: (name: string, year: string) => `${name}: öppna jämförelser ${year} i fyra steg`,
  lead: 'Vad ni kan förbättra, vad ni behöver ta reda på, vad åren visar och vad ni bestämmer er för. Tabellerna är ifyllda så långt data räcker. I rutorna skriver ni själva.',
  sections: {
    summary: 'I korthet',
    group: 'Vilka ni jämförs med',
    find: 'Steg 1: Hitta det som kan bli bättre',
    complement: 'Steg 2: Ta reda på mer',
    time: 'Steg 3: Lär av åren',
    conclusions: 'Steg 4: Bestäm, gör och följ upp',
    reading: 'Så läser ni rapporten',
  },
  and: 'och',
  cells,
  group,
  status,
  summary,
  find,
  complement,
  time,
  conclusions,
  reading,
};
