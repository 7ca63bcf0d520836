/** Messages of notebooks: their page, and what is said of values that cannot be shown as they are. */
export const notebook = {
  kicker: 'Anteckningsbok',
  lead: (cells: string) =>
    `Kod, resultat och text i ordning, körda uppifrån och ner: ${cells} celler med kod.`,
  leadFailed: (cells: string, failed: string) =>
    `Körningen gick inte hela vägen: av ${cells} celler med kod blev ${failed} inte klara.`,
  made: (file: string, version: string) => `Gjord av ${file} med version ${version}.`,
  tookAll: (seconds: string) => `Körningen tog ${seconds} s.`,
  syntheticText:
    'Anteckningsboken har läst simulerade svar. De visar att beräkningarna fungerar. Talen säger ingenting om någon kommun, något stadsområde eller något boende, och får inte citeras som resultat.',
  cell: (number: string) => `Cell ${number}`,
  code: (title: string) => `Kod: ${title}`,
  output: (title: string) => `Visat av koden: ${title}`,
  printed: 'Utskrift',
  printedErrors: 'Utskrift till stderr',
  took: (seconds: string) => `${seconds} s`,
  notRun: 'Inte körd, eftersom en cell ovanför inte blev klar.',
  stale: 'Från den senaste körningen där cellen blev klar:',
  failed: 'Cellen blev inte klar',
  at: (place: string) => `Rad: ${place}`,
  errors: {
    time: (seconds: string) =>
      `Cellen avbröts: den var inte klar efter ${seconds} s. Sök efter en slinga utan slut, eller ge mer tid med --time-limit.`,
    memory: (megabytes: string) =>
      `Cellen avbröts: den behövde mer än ${megabytes} MB minne. Håll mindre i minnet på en gång, eller ge mer med --memory-limit.`,
    exit: (code: string) =>
      `Cellen avslutade programmet med process.exit(${code}). Låt cellen ta slut, eller kasta ett fel.`,
    waiting: 'Cellen väntar på något som aldrig kommer: ett löfte (Promise) som ingenting avgör.',
    ended: (how: string) => `Programmet som körde cellen tog slut (${how}).`,
  },
  cutSigns: (kept: string) => `Utskriften är avkortad: de första ${kept} tecknen visas.`,
  cutSignsLost: (kept: string, lost: string) =>
    `Utskriften är avkortad: de första ${kept} tecknen visas och ${lost} utelämnas.`,
  cutValues: (kept: string) => `Cellen visar fler än ${kept} värden; de första visas.`,
  cutValuesLost: (kept: string, lost: string) =>
    `Cellen visar fler än ${kept} värden; de första visas och ${lost} utelämnas.`,
  unshown: (why: string) => `Ett värde kunde inte visas: ${why}`,
  tooLarge: (megabytes: string) => `Det är större än ${megabytes} MB. Visa en del av det.`,
  noFigure: (id: string, ids: string) =>
    `Det finns ingen figur "${id}" av de här resultaten; de som finns: ${ids}`,
  records: (rows: string) => `Tabell med ${rows} rader`,
  oneRecord: 'Tabell med en rad',
  dataTable: (name: string, rows: string, columns: string, shown: string) =>
    `${name}: ${rows} rader, ${columns} kolumner${shown === rows ? '' : `; de första ${shown} raderna`}`,
  moreRows: (shown: string, left: string) => `De första ${shown} raderna visas; ${left} utelämnas.`,
  moreColumns: (left: string) => `${left} kolumner utelämnas.`,
  estimates: (count: string) => `Skattningar: ${count}`,
  estimateHeads: {
    what: 'Skattning',
    estimate: 'Värde',
    interval: 'Intervall',
    p: 'p',
    n: 'n',
    mark: 'Märke',
  },
  badFormula: 'Formeln kan inte läsas: ',
  table: 'Tabell, kan rullas i sidled',
  run: {
    done: (file: string, cells: string, seconds: string) => `${file}: ${cells} celler, ${seconds} s`,
    failed: (file: string, cell: string, said: string) => `${file}: ${cell}: ${said}`,
    cell: (title: string, seconds: string) => `  ${seconds} s  ${title}`,
    written: (folder: string) => `Skrivet till ${folder}`,
    made: (file: string) => `Skrev ${file}`,
    leftOut: (what: string) => `Utelämnat: ${what}`,
  },
  watching: (file: string, url: string) => `Visar ${file} på ${url}`,
  watchHint: 'Körs om vid varje sparning. Bara den här datorn når sidan. Avsluta med Ctrl-C.',
  waiting: 'Kör anteckningsboken …',
  template: {
    intro:
      'Skriv här vad anteckningsboken undersöker. En cell börjar med `// %%`. Värdet av cellens sista uttryck visas, om det inte slutar med semikolon; `display()` visar något mitt i cellen.',
    data: 'Data',
    units: 'enheter',
    years: 'år',
    text: 'Text är Markdown, med formler: $\\hat{\\beta} = (X^\\top X)^{-1} X^\\top y$.',
    table: 'Tabell 8',
  },
};
