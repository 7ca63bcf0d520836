import type { CriterionKey, MeasureKey } from '../../../analysis/indicators/usefulness.js';

/** When a number fulfils its criterion, and when it does not. */
const limits: Readonly<Record<MeasureKey, (met: string, notMet: string) => string>> = {
  'goal-share': (met, notMet) => `uppfyllt under ${met}, inte från ${notMet}`,
  'goal-share-low': (met, notMet) => `uppfyllt över ${met}, inte till och med ${notMet}`,
  reliability: (met, notMet) => `uppfyllt från ${met}, inte under ${notMet}`,
  'flips-to-chance': (met, notMet) => `uppfyllt under ${met}, inte från ${notMet}`,
  retest: (met, notMet) => `uppfyllt från ${met}, inte under ${notMet}`,
  'change-in-points': (met, notMet) => `uppfyllt under ${met}, inte från ${notMet} procentenheter`,
  'change-in-sd': (met, notMet) => `uppfyllt under ${met}, inte från ${notMet} standardavvikelser`,
  'suppressing-share': (met) => `inte uppfyllt över ${met}`,
  'on-scale-share': (met, notMet) => `uppfyllt från ${met}, inte under ${notMet}`,
  'counties-suppressed': (met) => `delvis uppfyllt från ${met}`,
  'comparable-years': (met) => `uppfyllt utan känd ändring; efter en ändring delvis från ${met} år`,
  closeness: () => 'uppfyllt: nära; delvis: delvis nära; inte: långt från',
};

/** Why a limit stands where it does, and whose it is. */
const whys: Readonly<Record<MeasureKey, string>> = {
  'goal-share':
    'Socialstyrelsen kallar en indikator mättad när minst 90 procent har nått målet (RiR 2021:17, avsnitt 3.2.5). Gränsen 80 är vår förvarning.',
  'goal-share-low':
    'Vår, spegelbilden av mättnad: har högst en av tio nått målet finns få att lära av, och målet eller frågan kan vara fel.',
  reliability:
    '0,7 är vad forskning brukar kräva för att jämföra (Nunnally 1978). Under 0,4 är mer än hälften av skillnaden mellan två enheter borta nästa år.',
  'flips-to-chance':
    'Vår. Vid 1 hoppar svaren lika mycket som om de lottats; hälften av det är gränsen, som i oj check.',
  retest: 'Samma gränser som för reliabiliteten: båda säger hur mycket av ett svar som består.',
  'change-in-points':
    'Vår. Av 290 kommuner är 5 procentenheter knappt femton. Krävs 10 måste var tionde kommun ha ändrat sig, netto, innan det syns.',
  'change-in-sd': 'Vår, efter Cohen (1988): 0,2 är en liten skillnad, 0,5 en medelstor.',
  'suppressing-share':
    'Socialstyrelsens regel (vägledningen 2017): är mer än 20 procent bortfall eller ej aktuellt redovisas inget samlat värde.',
  'on-scale-share': 'Vår, som i oj check: med få användbara svar är värdet inte rikets.',
  'counties-suppressed':
    'Vår: riksvärdet håller, men så många län saknar ett värde att det är ett förbehåll.',
  'comparable-years': 'Vår: en trend behöver minst tre år som frågats på samma sätt.',
  closeness: 'Vår regel, efter resonemanget i RiR 2021:17, avsnitt 2.4.2.',
};

/** What whoever owns the indicator can do about a criterion. */
const mend: Readonly<Record<CriterionKey, string>> = {
  room: 'Utrymme: höj målet eller ställ nästa fråga, om kvaliteten i det som frågan gäller. Är det nästan ingen som nått målet: pröva om frågan förstås och om målet är rimligt.',
  'tells-apart':
    'Skiljer enheter åt: definiera begreppen tydligare, eller slå ihop flera frågor eller år till ett mått. Redovisa inte enskilda kommuners värden som en rangordning.',
  stable:
    'Stadiga svar: ta reda på varför svaren hoppar. Byts den som svarar, eller tolkas frågan olika? Visa förra årets svar i enkäten.',
  'shows-change':
    'Kan visa förändring: redovisa riket över flera år. En ändring mellan två år syns sällan om den inte är stor.',
  answered:
    'Besvarad: korta eller förtydliga frågan, se över vilka den är ställd till och följ upp dem som inte svarar.',
  comparable:
    'Jämförbar: låt definitionen ligga fast, och märk ut var serien bryts. Jämför inte över brottet.',
  practice: 'Nära praktiken: pröva om ett mått på det som brukarna möter kan komplettera eller ersätta den.',
};

/** Messages of the indicator cards. */
export const indicatorCards = {
  title: (name: string) => `Indikatorkort: ${name}`,
  sections: {
    advice: 'Rådet',
    measures: 'Vad den mäter',
    profile: 'Användbarhetsprofil',
    trend: 'Utveckling',
    lasting: 'Hur mycket av ett svar som består',
    missing: 'Bortfall och dolda värden',
    change: 'Minsta förändring den kan visa',
    appendix: 'Vad bilagan fann',
  },
  caution:
    'Rådet är ett underlag, inte ett beslut. Det bygger på hur svaren beter sig och säger inget om hur viktig frågan är.',
  oneYear: 'frågan har ställts bara ett år',
  reasons: 'Skälen',
  use: 'Så kan du använda den',
  mending: 'För den som äger indikatorn',
  steps: {
    keep: 'Behåll frågan oförändrad, så att serien kan fortsätta.',
    repair: 'Åtgärda det som brister innan indikatorn används för att jämföra eller följa upp:',
    saturated:
      'Överväg att fråga mer sällan eller byta mot en fråga där det finns kvar att förbättra. Ta inte bort den utan att ha frågat om nivån håller sig själv.',
    'too-noisy':
      'Använd den inte för att jämföra kommuner eller följa ett enskilt år förrän svaren är säkrare:',
    'cannot-judge': 'Vänta med omdömet. Så här långt finns för lite att gå på; det som ändå syns står nedan.',
  },
  mend,
  uses: {
    unit: {
      met: 'Din kommun: ett års svar säger var kommunen ligger jämfört med andra. Ta reda på vad som ligger bakom innan ni drar slutsatser.',
      partly: 'Din kommun: ett års svar är osäkert. Se på flera år tillsammans innan ni jämför er med andra.',
      'not-met':
        'Din kommun: jämför inte kommuner på ett års svar. Det mesta av skillnaden är borta nästa år.',
      'not-judged':
        'Din kommun: det är okänt om ett svar skiljer kommuner åt. Läs det som en fråga att ta upp.',
    },
    years: (years: string) => `Medelvärdet av ${years} års svar når reliabiliteten 0,8.`,
    county: (share: string, groups: string) =>
      `Länet: ${share} av skillnaderna ligger mellan de ${groups} länen. Resten finns mellan kommuner inom länen och från år till år: ju lägre andel, desto mer att lära av grannar i det egna länet.`,
    nation: {
      met: (change: string) =>
        `Riket: en förändring på ${change} mellan två år syns. Den går att följa årsvis.`,
      partly: (change: string) =>
        `Riket: det krävs ${change} mellan två år för att en förändring ska synas. Följ flera år i rad.`,
      'not-met': (change: string) =>
        `Riket: först vid ${change} mellan två år syns en förändring. Ett års ändring går inte att läsa.`,
      'not-judged': (reason: string) => `Riket: går inte att bedöma (${reason}).`,
    },
  },
  facts: {
    yes: (year: string) => `svarade Ja ${year}`,
    mean: (year: string) => `medelvärde ${year}`,
    of: (n: string, low: string, high: string) => `n ${n}; intervall ${low} till ${high}`,
    ofOne: (n: string) => `n ${n}; intervall saknas`,
    perYear: (unit: string) => `${unit} per år`,
    perYearBare: 'per år',
    trend: (first: string, last: string, p: string, n: string) => `${first}–${last}, ${p}, n ${n}`,
    noTrend: 'trend saknas',
    smallest: (unit: string) => `${unit}, minsta förändring som syns i riket`,
    smallestBare: 'minsta förändring som riket kan visa',
    pairs: (from: string, to: string, n: string) => `${from} till ${to}, n ${n}`,
    criteria: 'kriterier uppfyllda',
    ofJudged: (of: string) => `av ${of} som går att bedöma`,
  },
  terms: {
    id: 'Indikator',
    area: 'Område',
    survey: 'Frågas till',
    kind: 'Slag',
    practice: 'Närhet till praktiken',
    answer: 'Svar',
    better: 'Eftersträvas',
    asked: 'Frågad',
    changes: 'Ändrad definition',
    kolada: 'Kolada',
    grade: 'Kvalitet enligt oj check',
  },
  surveys: {
    kommun: 'kommunen eller stadsdelen',
    enhet: 'enheten (boende eller hemtjänst); kommunens värde är en andel',
    brukare: 'brukarna; kommunens värde är en andel',
    unknown: 'okänt: kodboken känner inte indikatorn',
  },
  answers: {
    yesNo: 'Ja eller annat; Ja räknas, Delvis räknas inte som Ja',
    share: 'andel i procent',
    count: 'antal',
    ordinal: 'poäng på egen skala',
    binary: 'Ja eller Nej',
  },
  better: { higher: 'högt värde', lower: 'lågt värde' },
  ongoing: 'ställs fortfarande',
  ended: 'ställs inte längre',
  neverAsked: 'inget år i data',
  noChanges: 'ingen känd under åren',
  kolada: {
    säker: 'samma fråga',
    trolig: 'troligen samma fråga',
    proxy: 'närliggande fråga, inte densamma',
    alternativ: 'annan beräkning av samma fråga',
  },
  noKolada: 'inget id känt',
  practiceRuleTitle: 'Så bedöms närheten till praktiken',
  profile: {
    title: 'Sju kriterier, vart och ett för sig',
    heads: ['Kriterium', 'Omdöme', 'Tal', 'Gräns', 'Varför den gränsen'],
    none: 'inget tal',
  },
  limits,
  whys,
  trend: {
    figure: (name: string) => `${name}: riket år för år`,
    described: (name: string, points: string) => `${name}, riket med intervall: ${points}.`,
    point: (year: string, value: string) => `${value} (${year})`,
    title: 'År för år i riket',
    heads: ['År', 'Värde', 'Intervall', 'n svar', 'Har svarat', 'Läge'],
    notes: (level: string) => [
      `Intervallet är ${level}-procentigt: så säkert är värdet om enheterna ses som ett urval av enheter och år. n är svar som går att använda.`,
    ],
    yes: 'Värdet är andelen Ja. ',
    mean: 'Värdet är medelvärdet över kommuner och stadsdelar, var och en räknad lika. ',
    states: {
      saturated: 'mättad',
      floor: 'nästan ingen når målet',
      between: 'utrymme finns',
      scale: 'skalan har inget tak',
      few: 'för få svar för att bedömas',
    },
    hidden: 'redovisas inte (20-procentsregeln)',
    definition: 'ändrad definition',
    saturatedLine: (limit: string) => `mättad: ${limit}`,
    up: (perYear: string, low: string, high: string, p: string) =>
      `Värdet ändras med ${perYear} per år (intervall ${low} till ${high}, ${p}), åt det håll som eftersträvas.`,
    down: (perYear: string, low: string, high: string, p: string) =>
      `Värdet ändras med ${perYear} per år (intervall ${low} till ${high}, ${p}), bort från det som eftersträvas.`,
    unclear: (perYear: string, low: string, high: string, p: string) =>
      `Ingen trend går att skilja från slumpen: ${perYear} per år (intervall ${low} till ${high}, ${p}).`,
    base: (n: string, units: string) => `Trenden bygger på ${n} svar från ${units} enheter.`,
    power: (change: string, power: string) =>
      `Hade nivån ändrats med ${change} över åren hade det synts med ${power} sannolikhet.`,
    none: (reason: string) => `Ingen trend kan beräknas (${reason}).`,
    across: 'Trenden går över en ändrad definition: en del av ändringen kan bero på frågan.',
    stepsTitle: 'Från ett år till nästa, de som svarat båda åren',
    stepsHeads: ['År', 'Före', 'Efter', 'Skillnad', 'n', 'p (Holm)', 'Läsning'],
    stepsNotes: [
      'p är justerat enligt Holm för alla indikatorers årspar. Skillnaden räknas bara på enheter som svarat båda åren, så den kan avvika från ändringen i tabellen ovan.',
    ],
    beyond: 'större än slumpen',
    beyondListed: 'större än slumpen, men definitionen ändrades',
    within: 'kan vara slump',
    withinListed: 'kan vara slump; definitionen ändrades',
  },
  lasting: {
    title: 'Vad som består och vad som är slump',
    heads: ['Mått', 'Värde', 'n', 'I klartext'],
    notes: [
      'Reliabilitet och andelar mellan grupper skattas på alla frågade år tillsammans, med årens nivå borträknad. Andel mellan grupper är intraklasskorrelationen (ICC).',
    ],
    n: (n: string, units: string) => `${n} svar\n${units} enheter`,
    pairs: (n: string) => `${n} par`,
    groups: (n: string) => `${n} grupper`,
    reliability: 'Reliabilitet, ett års svar',
    reliabilityMeans: (share: string) =>
      `Av skillnaderna mellan två enheter ett år är ${share} sådant som består; resten är tillfälligt.`,
    yearsFor80: 'År som behövs',
    yearsMeans: (years: string) => `Medelvärdet av ${years} år når reliabiliteten 0,8.`,
    yearsNone: 'Inget antal år når 0,8.',
    agreement: 'Samma svar igen',
    agreementMeans: (distance: string) => `Så stor andel gav samma svar ${distance} år senare.`,
    correlation: 'Samband mellan två år',
    correlationMeans: (distance: string) =>
      `Korrelationen mellan en enhets svar och svaret ${distance} år senare; 1 är full likhet, 0 ingen.`,
    flips: 'Ändrat fram och åter',
    flipsMeans: (expected: string) => `Av slump ensam väntas ${expected}, om varje års svar lottats ut.`,
    noFlips: 'Gäller bara Ja och Nej, där någon enhet svarat tre år.',
    lan: 'Andel mellan län',
    kommungrupp: 'Andel mellan SKR:s kommungrupper',
    groupMeans: {
      lan: 'Så stor del av skillnaderna hör till länet; resten till kommunen och året.',
      kommungrupp: 'Så stor del hör till kommungruppen; resten till kommunen och året.',
    },
  },
  missing: {
    none: 'Frågan har inte ställts något år i data.',
    title: (year: string) => `De tillfrågade ${year}`,
    heads: ['Utfall', 'Andel', 'Läsning'],
    nonResponse: 'Bortfall',
    nonResponseMeans: 'svarade inte, eller en okänd symbol i källan',
    notApplicable: 'Ej aktuellt',
    notApplicableMeans: 'frågan gäller dem inte',
    cannotAnswer: 'Kan inte svara',
    cannotAnswerMeans: 'räknas som svar, men inte på skalan',
    suppressed: 'Undertryckt',
    suppressedMeans: 'dolt av utgivaren',
    together: 'Bortfall och ej aktuellt',
    published: 'högst 20 procent: riksvärdet får redovisas',
    notPublished: 'över 20 procent: riksvärdet redovisas inte',
    note: (asked: string, year: string) => `${asked} enheter tillfrågades ${year}.`,
    counties: (hidden: string, of: string, names: string) =>
      `${hidden} av ${of} län redovisas inte enligt 20-procentsregeln: ${names}.`,
    countiesNone: (of: string) => `Alla ${of} län får redovisas enligt 20-procentsregeln.`,
    countiesUnknown: 'Länen är okända i data, så deras värden kan inte prövas mot 20-procentsregeln.',
    lowest: (share: string, year: string) => `Som lägst har ${share} svarat (${year}).`,
    years: (years: string) => `Riksvärdet redovisas inte enligt 20-procentsregeln: ${years}.`,
  },
  change: {
    intro:
      'En förändring kan vara verklig och ändå inte synas, därför att svaren rör sig av sig själva. Här står hur stor den måste vara för att du ska kunna lita på den.',
    nation: 'I riket',
    nationNone: (reason: string) => `Riket: minsta förändring kan inte beräknas (${reason}).`,
    nationRead:
      'Syns ingen ändring betyder det alltså inte att inget har hänt, bara att det i så fall är mindre än så.',
    unit: 'I en enda kommun',
    unitNone: (reason: string) => `En kommun: kan inte beräknas (${reason}).`,
    unitYesNoRead:
      'Har din kommun bytt svar: fråga först om arbetet har ändrats eller om någon annan har svarat.',
    unitNumberRead: 'En mindre ändring i din kommun är inget att fira eller oroas över förrän den upprepats.',
    basis: (retest: string, pairs: string) =>
      `Beräknat på sambandet ${retest} mellan två år (${pairs} par av svar).`,
  },
  appendix: {
    chance:
      'Med många celler blir en del märken av slump ensam. Jämför antalet med vad slumpen ger innan du läser ett enskilt märke.',
    title: 'Tabellerna som indikatorn ingår i',
    heads: ['Tabell', 'Rad', 'Märken i bilagan', 'Märken här'],
    of: (marked: string, cells: string) => `${marked} av ${cells}`,
    lost: 'platsen kan inte läsas ut',
    notOurs: 'finns inte i bilagan',
    notRun: 'inte beräknat här',
    with: (names: string) => `tillsammans med ${names}`,
    cellsTitle: 'Varje tabell och kolumn',
    cellHeads: ['Kolumn', 'Tabell', 'Bilagan', 'Den här körningen'],
    unmarked: 'inget märke',
    kinds: {
      users: 'ÖJ-användare mot icke-användare',
      anova: 'skillnader mellan grupper, anova',
      'peers:lan': 'övriga i länet',
      'peers:kommungrupp': 'övriga i kommungruppen',
      'peers:socioek': 'övriga i den socioekonomiska gruppen',
      'staffing:alla': 'bemanning, alla boenden',
      'staffing:demens': 'bemanning, demensboenden',
    },
    signs: '++ och −− markerar p < 0,05; + och − markerar p < 0,10; plus är alltid bättre. ** och * i anova.',
  },
};
