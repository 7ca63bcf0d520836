/** Messages of the county report. */
export const county = {
  title: (county: string, year: string) => `Länsrapport: ${county} ${year}`,
  lead: 'Länets kommuner i öppna jämförelser: vad ni kan förbättra tillsammans, vilka som redan har gjort det, och alla svar bakom.',
  leadSingle:
    'Länets enda kommun i öppna jämförelser: vad den kan förbättra, vilka i kommungruppen som redan har gjort det, och alla svar bakom.',
  sections: {
    first: 'Det viktigaste',
    reading: 'Så läser du rapporten',
    common: 'Gemensamma områden att förbättra',
    own: 'Områden att förbättra',
    improvers: 'Vilka har förbättrat vad',
    units: 'Kommun för kommun',
    unit: 'Där kommunen skiljer sig',
    groups: 'Kommungrupperna i riket',
    comparability: 'Frågor som inte ställdes eller har ändrats',
  },
  facts: {
    municipalities: 'kommuner',
    municipality: 'kommun',
    withDistricts: (cities: string) => `${cities} svarar genom sina stadsdelar`,
    inYear: (year: string) => `i länet ${year}`,
    districts: 'stadsdelar',
    districtsNote: 'svarar var för sig',
    answered: 'har svarat',
    answeredNote: (all: string) => `av ${all} som fick enkäten`,
    questions: 'frågor',
    questionsNote: (areas: string) => `i ${areas}`,
  },
  noUnits: (county: string, year: string) =>
    `${county} har inga kommuner eller stadsdelar i data för ${year}. Det finns inget att visa för det året.`,
  allAnswered: 'Alla har svarat på minst en fråga.',
  silent: (names: string, year: string) =>
    `Har inte svarat på någon fråga ${year}: ${names}. De ingår inte i några andelar.`,
  nobodyAnswered: (year: string) => `Ingen i länet har svarat ${year}. Tabellerna nedan visar bara riket.`,
  gone: {
    ceased: (names: string, years: string) => `${names} svarade för sig ${years}.`,
    successor: (city: string) => `Därefter svarar ${city}, så stadsdelarnas svar följs inte vidare.`,
    'not-yet': (names: string, years: string) => `${names} finns i data först ${years}.`,
    absent: (names: string, years: string) => `${names} saknas i data det här året, men finns ${years}.`,
    'no-rows': (names: string) => `${names} saknas helt i data.`,
  },
  single: (name: string, group: string) =>
    `Länet har bara en kommun. Något gemensamt finns då inte att visa, och länets resultat är kommunens eget. ${name} jämförs därför med sin kommungrupp, ${group}, och med riket.`,
  singleNoGroup: (name: string) =>
    `Länet har bara en kommun. Något gemensamt finns då inte att visa, och länets resultat är kommunens eget. Kommungrupp saknas i data, så ${name} jämförs bara med riket.`,
  start: 'Börja här',
  startTitle: 'Flest röda och gula svar',
  startOwnTitle: 'Störst avstånd till kommungruppen',
  startOwnIntro:
    'Välj ett eller två områden. Ring dem i kommungruppen som har gått från rött eller gult till grönt och stannat där: vad gjorde de, och vad krävdes?',
  startIntro:
    'Välj ett eller två områden. Ring dem som har gått från rött eller gult till grönt och stannat där: vad gjorde de, och vad krävdes?',
  startHeads: ['Område', 'Röda eller gula svar', 'Ring', 'Störst'],
  ofQuestions: (some: string, all: string) => `${some} av ${all} frågor`,
  ofAnswers: (some: string, all: string) => `${some} av ${all}`,
  noCall: 'ingen i länet ännu',
  called: (name: string, year: string, what: string) => `${name} ${year}: ${what}`,
  startNotes: (units: string, lasting: string) => [
    `8 av 10 frågor betyder att minst hälften av dem som svarat är röda eller gula på så många. För frågor med tal, som färgas efter fjärdedelar i riket, räknas bara rött.`,
    `Ring: högst ${units} per område, bara de som varit gröna minst ${lasting} svar i rad, med året då svaret blev grönt. Alla finns under Vilka har förbättrat vad.`,
  ],
  noThemes: 'Det finns ingen fråga där minst hälften är röda eller gula och länets andel får redovisas.',
  caution: (flipped: string, base: string, share: string, expected: string) =>
    `Läs enskilda svar försiktigt. I hela riket har svaret ändrats och sedan ändrats tillbaka i ${share} av fallen (${flipped} av ${base} enheter och frågor med minst tre års svar). Vore varje svar slump skulle det vara ${expected}. En kommuns ändrade svar är därför en anledning att fråga, inte ett resultat.`,
  changed: (last: string, first: string, tests: string) =>
    `Av ${tests} prövade förändringar i länet är ${last} sedan förra året och ${first} sedan första året större än vad slumpen kan ge.`,
  changedNone: (tests: string) =>
    `Ingen av ${tests} prövade förändringar i länet är större än vad slumpen kan ge. Länets siffror rör sig, men inte mer än svar brukar göra.`,
  changedSingle: 'Om en enda kommuns ändrade svar är mer än slump går inte att pröva.',
  choose: 'Det här väljer vi att arbeta med tillsammans, vem som håller i det och när vi följer upp:',
  chooseSingle: 'Det här väljer vi att arbeta med, vem som håller i det och när vi följer upp:',
  reading: {
    colours:
      'Ja är grönt, Delvis gult och Nej rött (tvärtom där Nej är det bättre svaret). Tal får färg efter alla enheter i riket det året: bästa fjärdedelen grön, sämsta röd, resten gula. Cellens text säger alltid samma sak som färgen.',
    quarters:
      'En fjärdedel är alltid röd av ett tal, även när alla gör det bra. Rött betyder att andra ligger före, inte att något är fel.',
    missing:
      'Grått betyder att svar saknas, och cellen säger varför: inget svar (bortfall), ej aktuellt, kan inte svara eller inte frågat.',
    changes:
      'Pilen visar ändringen sedan förra året: ↑ bättre, ↓ sämre. Har svaret inte ändrats sedan förra året men sedan första året, visas det. ”Som 2016” betyder att svaret är tillbaka där det började. Tal får pil bara när färgen har ändrats.',
    partly:
      'En asterisk (*) betyder att frågan har ändrats mellan åren och att jämförelsen haltar. År som inte kan jämföras visas utan pil.',
    total:
      'Alla kommuner tillfrågas, ingen är utlottad. n är antalet som har svarat Ja, Delvis eller Nej eller gett ett tal. Andelarna gäller dem, inte dem som inte har svarat.',
    suppressed:
      'Länets, gruppens och rikets tal redovisas inte när bortfall och ej aktuellt tillsammans är mer än 20 procent av dem som fick frågan. Det är Socialstyrelsens regel.',
    pairs:
      'Länets förändring räknas på de enheter som svarat båda åren (par). Därför kan den skilja sig från skillnaden mellan årens andelar.',
    nation:
      'Länet bättre eller länet sämre står bara där rikets tal ligger utanför länets 95-procentsintervall, det vill säga längre bort än så få svar brukar skilja. Av 20 frågor passerar ungefär en gränsen av slump.',
  },
  commonIntro: (count: string) =>
    `${count} frågor där minst hälften av länets svar är röda eller gula. De som redan är gröna är de närmaste att fråga.`,
  commonHeads: ['Fråga', 'Röda', 'Gula', 'Gröna', 'Länet', 'Redan gröna'],
  commonNotes: (mostNamed: string) =>
    `Inom varje område först de frågor som har störst andel röda. Redan gröna: högst ${mostNamed} namn; resten syns i tabellerna per område.`,
  andMore: (names: string, more: string) => `${names} och ${more} till`,
  suppressedCommon: (names: string) =>
    `Skulle ha stått här, men länets andel redovisas inte eftersom för många svar saknas: ${names}.`,
  ownIntro: (name: string, group: string, count: string) =>
    `${count} frågor där ${name} är röd eller gul och fler i kommungruppen ${group} har ett bättre svar än ett sämre. Rött först, därefter störst andel av gruppen före.`,
  ownHeads: ['Fråga', 'Svar', 'Röd eller gul sedan', 'Gruppen före', 'Ring'],
  ownNotes: (lasting: string) =>
    `Gruppen före: så stor andel av gruppens svarande (n) som har ett bättre svar. Ring: de i gruppen som varit gröna minst ${lasting} svar i rad efter att ha varit röda eller gula.`,
  noOwn: 'Det finns ingen fråga där kommunen är röd eller gul och kommungruppen gör bättre.',
  noCallGroup: 'ingen i gruppen ännu',
  improversIntro: (lasting: string) =>
    `Kommuner som har gått från rött eller gult till grönt och fortfarande är gröna, med året då svaret blev grönt. Börja med dem som har varit gröna minst ${lasting} svar i rad; ett enstaka nytt svar kan vara brus.`,
  improversHeads: (lasting: string) => ['Fråga', `Gröna minst ${lasting} svar i rad`, 'Nya i år'],
  improversNotes: [
    'Utan annat angivet var det förra svaret Nej (för tal: utanför den bästa fjärdedelen). Den senaste ändringen står först.',
    'En asterisk (*) betyder att frågan har ändrats mellan åren.',
  ],
  fromAnswer: (what: string, answer: string) => `${what} (från ${answer})`,
  noImprovers:
    'Ingen i länet har gått från rött eller gult till grönt och stannat där, bland svar som kan jämföras.',
  unitsIntro: (share: string) =>
    `Var varje kommun skiljer sig från de flesta. Efter: röd eller gul där minst ${share} procent av de svarande i länet, i kommungruppen och i riket har ett bättre svar. Före: grön där minst lika många har ett sämre. Tabellen står i bokstavsordning; den är ingen rangordning, för kommunerna har svarat på olika många frågor.`,
  unitsIntroSingle: (share: string) =>
    `Efter: röd eller gul där minst ${share} procent av de svarande i kommungruppen och i riket har ett bättre svar. Före: grön där minst lika många har ett sämre.`,
  unitsHeads: (year: string) => [
    'Kommun',
    'Har svarat',
    'Gröna, gula, röda',
    `Sedan ${year}`,
    'Skiljer sig från de flesta',
  ],
  behindMost: (names: string) => `Efter: ${names}`,
  aheadOfMost: (names: string) => `Före: ${names}`,
  unitsNotes: [
    'Har svarat: av de frågor som ställdes till kommunen. Sedan förra året: antal svar som blivit bättre (↑) och sämre (↓) av dem som kan jämföras.',
    '— betyder att ingen fråga når dit.',
  ],
  unitsColours: (green: string, yellow: string, red: string) => `${green} · ${yellow} · ${red}`,
  unitsChange: (better: string, worse: string, compared: string) => `↑ ${better} ↓ ${worse}\nav ${compared}`,
  noGroup: 'kommungrupp saknas',
  overview: (area: string) => `${area}: länet och riket`,
  overviewHeads: (year: string) => ['Fråga', 'Röda eller gula', 'Länet', 'Riket', `Sedan ${year}`, 'Sedan första året'], // prettier-ignore
  overviewSingleHeads: (name: string, group: string, year: string) => ['Fråga', name, group, 'Riket', `Sedan ${year}`, 'Sedan första året'], // prettier-ignore
  noGroupHead: 'Kommungrupp',
  overviewNotes: {
    pairs:
      'p.e. = procentenheter, bland de enheter som svarat båda åren (par). ↑ och ↓: så många svar har blivit bättre och sämre.',
    beyond: 'Utan anmärkning kan förändringen vara slump; prövat med teckentest, justerat enligt Holm.',
    partly: '* Frågan har ändrats mellan åren, se Frågor som inte ställdes eller har ändrats.',
  },
  beyond: 'större än slump',
  pairs: (pairs: string, better: string, worse: string) => `${pairs} par · ↑ ${better} ↓ ${worse}`,
  points: 'p.e.',
  unitHead: 'Kommun',
  part: (title: string, part: string, parts: string) => `${title} (${part} av ${parts})`,
  countyRow: 'Länet',
  nationRow: 'Riket',
  cityRow: (city: string, districts: string) => `${city}, ${districts} stadsdelar`,
  answers: { Ja: 'Ja', Delvis: 'Delvis', Nej: 'Nej' },
  quarters: { green: 'bästa fjärdedelen', yellow: 'mitten', red: 'sämsta fjärdedelen' },
  colourless: 'utan färg',
  colourNames: { green: 'grön', yellow: 'gul', red: 'röd' },
  missing: {
    answered: 'svar',
    bortfall: 'inget svar',
    'ej-aktuellt': 'ej aktuellt',
    'kan-inte-svara': 'kan inte svara',
    undertryckt: 'undertryckt',
    'ej-samlad': 'inte frågad',
    okand: 'okänt svar',
    'not-asked': 'ställdes inte',
    'not-in-year': 'inte i data',
  },
  from: (answer: string, year: string) => `från ${answer} ${year}`,
  was: (answer: string, year: string) => `${year}: ${answer}`,
  likeFirst: (year: string) => `som ${year}`,
  unchanged: (year: string) => `som ${year}`,
  n: (n: string) => `n ${n}`,
  onlyUnit: 'enda kommunen',
  group: {
    suppressed: 'redovisas inte',
    'nobody-answered': 'inga svar',
    'not-asked': 'ställdes inte',
    'no-members': 'inga kommuner',
  },
  groupAnswered: (n: string, asked: string) => `${n} av ${asked} har svarat`,
  versus: { better: 'länet bättre', worse: 'länet sämre' },
  change: {
    'no-earlier-year': 'inget tidigare år',
    'not-asked': 'ställdes inte då',
    'no-answer': 'inget svar då eller nu',
    suppressed: 'redovisas inte (bortfall)',
    'no-pairs': 'ingen har svarat båda åren',
    'not-comparable': 'åren kan inte jämföras',
  },
  groupsIntro:
    'Samma frågor i de kommungrupper som länets kommuner tillhör, med alla kommuner i riket. Grupperna är SKR:s.',
  groupsTitle: (area: string) => `${area}: kommungrupperna`,
  groupsSize: (group: string, nation: string, own: string) =>
    `${group}: ${nation} i riket, varav ${own} i länet`,
  groupNames: {
    A1: 'Storstad (A1)',
    A2: 'Pendling nära storstad (A2)',
    B3: 'Större stad (B3)',
    B4: 'Pendling nära större stad (B4)',
    B5: 'Lågpendling nära större stad (B5)',
    C6: 'Mindre stad (C6)',
    C7: 'Pendling nära mindre stad (C7)',
    C8: 'Landsbygd (C8)',
    C9: 'Landsbygd med besöksnäring (C9)',
  } as Readonly<Record<string, string>>,
  unknownArea: 'Övriga frågor',
  notAsked: (year: string, years: string, names: string) => `Ställdes ${years}, inte ${year}: ${names}.`,
  neverAsked: (names: string) => `Har inga rader i data: ${names}.`,
  singleYear: (names: string) => `Ställdes bara i år, så någon förändring finns inte att visa: ${names}.`,
  allAsked: 'Alla frågor i data ställdes det här året.',
  notesTitle: 'Vad som har ändrats mellan åren',
  notesHeads: ['Fråga', 'Vad som har ändrats'],
  noNotes: 'Ingen ändring som rör jämförelserna är känd.',
  note: {
    definition: (year: string, what: string) => `${year}: ${what}`,
    remade: (year: string) => `${year}: enkäten gjordes om.`,
    other: (year: string) => `${year}: en annan fråga ställdes enligt bilagan; svaren kan ha annan källa.`,
  },
};
