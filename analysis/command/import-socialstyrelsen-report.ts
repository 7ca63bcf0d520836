import type {
  CheckReport,
  ColumnReport,
  FileReport,
  SheetReport,
} from '../../data/imports/socialstyrelsen/report.js';
import { codebook } from '../../data/codebook/codebook.js';

type Lang = 'sv' | 'en';

const words = {
  sv: {
    kinds: {
      municipal: 'kommunernas resultat',
      districts: 'stadsdelarnas resultat',
      aggregate: 'län och riket',
      information: 'information',
      left: 'läses inte',
    },
    why: {
      mapping: 'enligt mappningen',
      hidden: 'dolt blad',
      'no-candidate': 'ingen fråga i kodboken',
      'two-indicators': 'två frågor passar lika bra',
      'two-columns': 'två kolumner passar samma fråga',
      'already-read': 'redan läst',
      'other-text': 'annan text än svar',
      'no-answers': 'inga svar',
      'colours-for-number': 'bara färger, men frågan är ett tal',
      'words-and-numbers': 'både ord och tal',
      'words-for-number': 'ord, men frågan är ett tal',
      'percent-for-words': 'procent, men frågan är Ja och Nej',
      'not-1-0': 'andra tal än 1 och 0',
      'not-2-1-0': 'andra tal än 2, 1 och 0',
      'only-1-0': 'bara 1 och 0: 1 kan vara Ja eller Delvis',
      'outside-0-100': 'tal utanför 0-100',
      'mixed-percent': 'procenttecken i somliga celler',
      'nothing-above-1': 'inget över 1: andelar eller procent?',
      unknown: 'ingen känd plats',
      doubtful: 'osäker plats',
      'code-and-name-differ': 'kod och namn är olika platser',
    },
    year: 'år enligt',
    area: 'område enligt',
    sheet: 'Blad',
    header: 'rubrik på rad',
    keys: 'nycklar i kolumn',
    units: 'kommuner och stadsdelar',
    aggregates: 'län, riket',
    sorting: 'Sortering',
    left: 'Läses inte',
    leftRows: 'Rader som inte läses',
    candidates: 'kanske',
    legend: 'Färger enligt förklaringen',
    conditional:
      'Bladet har villkorsstyrd formatering, och kolumner utan värden: sådana färger utvärderas inte.',
    proof: 'Publicerade andelar mot kommunernas rader',
    agree: 'stämmer',
    uncheckable: 'Kan inte räknas om (andelar av enheter eller brukare)',
    published: 'publicerat',
    computed: 'beräknat',
    nothing: 'inget',
    noAnswers: 'inga svar att lägga till; mappen är som den var',
    mapped: 'mappad',
  },
  en: {
    kinds: {
      municipal: 'results of municipalities',
      districts: 'results of city districts',
      aggregate: 'counties and the nation',
      information: 'information',
      left: 'not read',
    },
    why: {
      mapping: 'by the mapping',
      hidden: 'hidden sheet',
      'no-candidate': 'no question of the codebook',
      'two-indicators': 'two questions fit equally well',
      'two-columns': 'two columns fit the same question',
      'already-read': 'read before',
      'other-text': 'text that is no answer',
      'no-answers': 'no answers',
      'colours-for-number': 'colours only, but the question is a number',
      'words-and-numbers': 'words and numbers',
      'words-for-number': 'words, but the question is a number',
      'percent-for-words': 'percentages, but the question is Ja and Nej',
      'not-1-0': 'numbers other than 1 and 0',
      'not-2-1-0': 'numbers other than 2, 1 and 0',
      'only-1-0': '1 and 0 only: 1 may be Ja or Delvis',
      'outside-0-100': 'numbers outside 0-100',
      'mixed-percent': 'percent signs in some cells',
      'nothing-above-1': 'nothing above 1: fractions or percentages?',
      unknown: 'no known place',
      doubtful: 'a doubtful place',
      'code-and-name-differ': 'code and name are different places',
    },
    year: 'year by',
    area: 'area by',
    sheet: 'Sheet',
    header: 'header in row',
    keys: 'keys in column',
    units: 'municipalities and districts',
    aggregates: 'counties, nation',
    sorting: 'Sorting',
    left: 'Not read',
    leftRows: 'Rows not read',
    candidates: 'perhaps',
    legend: 'Colours by the legend',
    conditional:
      'The sheet has conditional formatting, and columns without values: such colours are not evaluated.',
    proof: "Published shares against the municipalities' rows",
    agree: 'agree',
    uncheckable: 'Cannot be recomputed (shares of care units or users)',
    published: 'published',
    computed: 'computed',
    nothing: 'nothing',
    noAnswers: 'no answers to add; the folder is as it was',
    mapped: 'mapped',
  },
} as const;

/** A file's report for the terminal: what each sheet was read as, what was left and why, and the proof. */
export function printFileReport(report: FileReport, lang: Lang): string {
  const w = words[lang];
  const area = codebook().areas.find((a) => a.id === report.area)!.label[lang];
  // Evidence for what was overruled is not told as evidence for it.
  const places = (what: 'year' | 'area') =>
    report.evidence
      .filter((e) => e.what === what && e.value === String(report[what]))
      .map((e) => e.place)
      .join(', ') || '--' + what;
  return [
    `${safe(report.file)}: ${area} ${report.year} (${w.year}: ${safe(places('year'))}; ${w.area}: ${safe(places('area'))})`,
    ...report.sheets.flatMap((s) => sheetLines(s, lang)),
    ...proofLines(report.checks, lang),
    ...(report.uncheckable.length > 0 ? [`  ${w.uncheckable}: ${report.uncheckable.join(', ')}`] : []),
    '',
  ].join('\n');
}

function sheetLines(sheet: SheetReport, lang: Lang): string[] {
  const w = words[lang];
  const because = sheet.why === null ? '' : ` (${reason(sheet.why, lang)})`;
  const title = `  ${w.sheet} ${safe(sheet.sheet)}: ${w.kinds[sheet.kind]}${because}`;
  if (sheet.kind === 'information' || sheet.kind === 'left') return [title];
  const of = (as: ColumnReport['as']) => sheet.columns.filter((c) => c.as === as);
  const sorting = of('sorting').map((c) => c.column);
  return [
    `${title}: ${sheet.units} ${w.units}, ${sheet.aggregates} ${w.aggregates}; ${w.header} ${sheet.headerRows.join(', ')}; ${w.keys} ${sheet.keyColumns.join(', ')}`,
    ...(sorting.length > 0 ? [`    ${w.sorting}: ${sorting.join(', ')}`] : []),
    ...(sheet.legend.length > 0
      ? [`    ${w.legend}: ${[...new Set(sheet.legend.map((l) => `${l.rgb} ${l.meaning}`))].join(', ')}`]
      : []),
    ...of('indicator').map((c) => {
      const score = c.score === null ? w.mapped : c.score.toFixed(2);
      const counts = Object.entries(c.counts)
        .map(([k, n]) => `${k} ${n}`)
        .join(', ');
      return `    ${c.column}  ${c.indicator} (${score}${c.form ? `, ${c.form}` : ''})${counts && `: ${counts}`}`;
    }),
    ...of('left')
      .filter((c) => c.header !== '')
      .map((c) => {
        const close = c.candidates
          .slice(0, 2)
          .map((x) => `${x.indicator} ${x.score.toFixed(2)}`)
          .join(', ');
        return `    ${w.left}: ${c.column} ${short(c.header)}: ${reason(c.why ?? '', lang)}${close && `; ${w.candidates} ${close}`}`;
      }),
    ...(sheet.leftRows.length > 0
      ? [
          `    ${w.leftRows}: ${sheet.leftRows
            .slice(0, 8)
            .map((r) => `${r.row} ${short(r.text)} (${reason(r.why, lang)})`)
            .join('; ')}${sheet.leftRows.length > 8 ? `; … (${sheet.leftRows.length})` : ''}`,
        ]
      : []),
    ...(sheet.conditionalColours ? [`    ${w.conditional}`] : []),
  ];
}

function proofLines(checks: readonly CheckReport[], lang: Lang): string[] {
  if (checks.length === 0) return [];
  const w = words[lang];
  const sum = (of: (c: CheckReport) => number) => checks.reduce((n, c) => n + of(c), 0);
  const shown = (x: number | null) => (x === null ? w.nothing : String(Number(x.toFixed(2))));
  return [
    `  ${w.proof}: ${sum((c) => c.agreed)}/${sum((c) => c.compared)} ${w.agree}`,
    ...checks
      .filter((c) => c.differences.length > 0)
      .map((c) => {
        const first = c.differences
          .slice(0, 3)
          .map(
            (d) => `${safe(d.row)} ${w.published} ${shown(d.published)}, ${w.computed} ${shown(d.computed)}`,
          );
        return `    ${c.indicator} (${safe(c.place)}): ${c.agreed}/${c.compared} ${w.agree}; ${first.join('; ')}`;
      }),
  ];
}

/** Said where the files were read and no answer was found in them: the folder is then as it was. */
export const printNothing = (into: string, lang: Lang): string => `${into}: ${words[lang].noAnswers}`;

const reason = (why: string, lang: Lang): string =>
  (words[lang].why as Readonly<Record<string, string>>)[why] ?? why;

/** The end of a long text: the short name of an indicator stands last in its header. */
const short = (text: string): string => (text.length > 70 ? `…${safe(text).slice(-69)}` : safe(text));

/** Text of a file on a terminal: without control characters. */
const safe = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
