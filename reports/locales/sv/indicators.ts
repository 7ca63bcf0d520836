import type { MeasureKey } from '../../../analysis/indicators/usefulness.js';

/** By what a criterion is judged: its number, and the limits that it was held against. */
const measures: Readonly<Record<MeasureKey, (value: string, met: string, notMet: string) => string>> = {
  'goal-share': (value, met, notMet) =>
    `${value} har nått det som eftersträvas (under ${met} ger gott utrymme, från ${notMet} är den mättad).`,
  'goal-share-low': (value, met, notMet) =>
    `${value} har nått det som eftersträvas (över ${met} räcker, högst ${notMet} är för få för att lära av).`,
  reliability: (value, met, notMet) =>
    `Ett års svar har reliabiliteten ${value} (minst ${met} uppfyller, under ${notMet} gör det inte).`,
  'flips-to-chance': (value, met, notMet) =>
    `Så många ändrar svar och ändrar tillbaka att det är ${value} gånger vad slumpen ensam ger (under ${met} uppfyller, från ${notMet} gör det inte).`,
  retest: (value, met, notMet) =>
    `Sambandet mellan två år i följd är ${value} (minst ${met} uppfyller, under ${notMet} gör det inte).`,
  'change-in-points': (value, met, notMet) =>
    `Minsta förändring som riket kan visa är ${value} procentenheter (under ${met} uppfyller, från ${notMet} gör det inte).`,
  'change-in-sd': (value, met, notMet) =>
    `Minsta förändring som riket kan visa är ${value} standardavvikelser mellan enheter (under ${met} uppfyller, från ${notMet} gör det inte).`,
  'suppressing-share': (value, met) =>
    `Bortfall och ej aktuellt är ${value} av de tillfrågade (över ${met} redovisas riksvärdet inte).`,
  'on-scale-share': (value, met, notMet) =>
    `${value} av de tillfrågade har svar som går att använda (minst ${met} uppfyller, under ${notMet} gör det inte).`,
  'counties-suppressed': (value, met) =>
    `${value} av länen redovisas inte på grund av bortfall och ej aktuellt (från ${met} är det ett förbehåll).`,
  'comparable-years': (value, met) =>
    `Jämförbara år till och med det senaste: ${value} (efter en ändrad definition behövs minst ${met}).`,
  closeness: (value) => `Den är ${value} enligt vår regel.`,
};

/** Messages of the review of indicators: kinds, criteria with their limits, and advice. */
export const indicators = {
  kinds: {
    struktur: 'struktur',
    process: 'process',
    resultat: 'resultat',
    bakgrund: 'bakgrund',
    okänd: 'okänt',
  },
  kindSources: {
    codebook: 'kodboken, vår läsning av rapportens definitioner',
    data: 'kolumnen kind i indicators.csv',
    survey: 'brukarundersökning: det brukarna själva svarar räknas som resultat',
    unknown: 'ingen källa säger det',
  },
  practice: {
    close: 'nära praktiken',
    partly: 'delvis nära praktiken',
    distant: 'långt från praktiken',
    unknown: 'närhet till praktiken okänd',
  },
  practiceRule:
    'Närheten till praktiken är vår regel, efter resonemanget i RiR 2021:17, avsnitt 2.4.2: resultat är nära, liksom det som enheter eller brukare själva svarar om struktur och process. Av det som frågas till kommunen är processer delvis nära och strukturer inte; bakgrundsmått är det inte.',
  verdicts: {
    met: 'uppfyllt',
    partly: 'delvis uppfyllt',
    'not-met': 'inte uppfyllt',
    'not-judged': 'går inte att bedöma',
  },
  profileTitle: 'Användbarhetsprofil',
  profileNote:
    'Kriterierna svarar på olika frågor och läggs inte ihop till ett betyg. Socialstyrelsens gränser är 90 procent för en mättad indikator och 20 procent för dolda värden; de andra är våra.',
  criteria: {
    room: 'Utrymme att förbättras',
    'tells-apart': 'Skiljer enheter åt',
    stable: 'Stadiga svar',
    'shows-change': 'Kan visa förändring',
    answered: 'Besvarad',
    comparable: 'Jämförbar över tid',
    practice: 'Nära praktiken',
  },
  questions: {
    room: 'Finns det både några som nått målet och några som har kvar?',
    'tells-apart': 'Säger ett års svar något om vilka enheter som ligger högt eller lågt?',
    stable: 'Står svaren sig från år till år, mer än slumpen ger?',
    'shows-change': 'Hur liten förändring i riket kan synas från ett år till nästa?',
    answered: 'Har så många svarat att värdet får redovisas och går att använda?',
    comparable: 'Är frågan densamma alla år?',
    practice: 'Mäter den det som brukarna möter?',
  },
  measures,
  /** A criterion without a number: why. */
  notJudged: (criterion: string, reason: string) => `${criterion}: går inte att bedöma (${reason}).`,
  jumped: 'Ett hopp som ingen känd ändring förklarar gör jämförbarheten osäker.',
  allEqual: 'Alla svar är lika, så ingen enhet skiljs från en annan.',
  advice: {
    keep: 'Behåll',
    repair: 'Åtgärda',
    saturated: 'Mättad',
    'too-noisy': 'För mycket brus',
    'cannot-judge': 'Går inte att bedöma',
  },
  because: {
    'few-answers': 'Inget år har svar nog för att bedömas.',
    discontinued: 'Frågan ställs inte längre, så det finns inget att besluta om.',
    saturated: 'Nästan alla har nått målet: den skiljer inte längre någon från någon annan.',
    'single-year': 'Ett års svar säger varken om de står sig eller om något har förändrats.',
    noise:
      'Enskilda enheters svar är mest brus, och inte heller riket visar tydligt om något förändras. Det går inte att se om indikatorn är till nytta.',
    faults: 'Något brister som kan åtgärdas.',
    'little-known': 'För lite är känt om hur svaren skiljer enheter åt, står sig och kan visa förändring.',
    fit: 'Inget brister av det som kan åtgärdas.',
  },
  reasons: {
    'few-answers': (most: string, minimum: string) =>
      `Som mest ${most} svar ett år; minst ${minimum} behövs.`,
    discontinued: (last: string) => `Frågades senast ${last}.`,
    saturated: (met: string, since: string, limit: string) =>
      `${met} av enheterna har nått målet, och minst ${limit} varje år sedan ${since} (Socialstyrelsens gräns).`,
    'saturated-mean': (met: string, since: string, limit: string) =>
      `Medelvärdet är ${met}, och minst ${limit} varje år sedan ${since}. Gränsen är Socialstyrelsens för andelen kommuner; att hålla ett medelvärde mot den är vår utvidgning.`,
    'single-year': (year: string) => `Bara ${year} har svar nog.`,
    'null-trend': (p: string, change: string, power: string) =>
      `Ingen trend syns (${p}), men om nivån hade ändrats med ${change} över åren hade det synts med ${power} sannolikhet.`,
    'trend-found': (perYear: string, p: string) => `Trots bruset syns en trend: ${perYear} per år (${p}).`,
    'little-known': (judged: string, of: string) => `${judged} av ${of} sådana kriterier går att bedöma.`,
    fit: (met: string, of: string) => `${met} av ${of} bedömda kriterier är uppfyllda.`,
  },
  detectable: (change: string, from: string, to: string, pairs: string) =>
    `Riket: en förändring på ${change} från ett år till nästa upptäcks i fyra fall av fem (beräknat för de ${pairs} enheter som svarat både ${from} och ${to}).`,
  detectablePower: (change: string, power: string) =>
    `En förändring på ${change} upptäcks med ${power} sannolikhet.`,
  oneUnit: {
    'yes-no': 'En enhets ändrade svar kan inte för sig skiljas från brus.',
    undoneToYes: (undone: string, changes: string, share: string, interval: string, chance: string) =>
      `Av ${changes} ändringar till Ja var ${undone} (${share}, intervall ${interval}) tillbaka i ett annat svar nästa år; om svaren hade lottats vore det ${chance}.`,
    undoneFromYes: (undone: string, changes: string, share: string, interval: string, chance: string) =>
      `Av ${changes} ändringar från Ja var ${undone} (${share}, intervall ${interval}) tillbaka i Ja nästa år; om svaren hade lottats vore det ${chance}.`,
    noChanges: 'Ingen enhet har ändrat svar med ett tredje år efteråt.',
    number: (smallest: string) =>
      `En enhet: en förändring mindre än ${smallest} kan vara brus (gränsen passeras av en slump i ett fall av tjugo).`,
  },
  appendix: {
    published: (marked: string, cells: string, chance: string) =>
      `Bilagan: ${marked} av ${cells} celler har märke; slumpen ensam ger i snitt ${chance}.`,
    computed: (marked: string, cells: string, chance: string) =>
      `Den här körningen: ${marked} av ${cells} celler har märke; slumpen ensam ger i snitt ${chance}.`,
    none: 'Ingår inte i någon tabell i bilagan.',
  },
};
