import type { Lang } from '../../../reports/locales/language.js';

interface Words {
  readonly title: string;
  readonly intro: readonly string[];
  readonly text: string;
  readonly options: string;
  readonly row: readonly string[];
  readonly next: readonly string[];
  /** What the slope is measured in. */
  readonly slope: string;
}

const words: Readonly<Record<Lang, Words>> = {
  sv: {
    title: 'Nivån och förändringen sedan tidigare',
    intro: [
      'En egen modell. Kör den:  oj run FILE',
      'Andra data och val:       oj run FILE --data MAPP --set lag=2 --inference full',
      'Bakom en cell:            oj explain own:ID RAD niva --model FILE',
    ],
    slope: 'poäng per poäng',
    text: 'Rubrikerna i tabellen; kolumner utan rubrik visas med sin nyckel.',
    options: 'Val, som --set ändrar.',
    row: [
      'Anropas för varje enhet och år. r.y är utfallet; r.lag(1) samma utfall ett år tidigare;',
      'r.user() 1 för ÖJ-användare, 0 för icke-användare; r.group("lan") länet; r.covariate("...") en kolumn i',
      'units.csv. Saknas ett värde lämnas raden ute, med orsaken. En text lämnar ute raden med den orsaken.',
    ],
    next: [
      'Utan y är y utfallet. Här är y förändringen; med sample prövas också vad slumpen ensam hade gett.',
    ],
  },
  en: {
    title: 'The level and the change since before',
    intro: [
      "A model of one's own. Run it:  oj run FILE",
      'Other data and options:        oj run FILE --data FOLDER --set lag=2 --inference full',
      'Behind one cell:               oj explain own:ID ROW niva --model FILE',
    ],
    slope: 'points per point',
    text: 'The titles in the table; a column without one is shown by its key.',
    options: 'Options, which --set changes.',
    row: [
      'Called for each unit and year. r.y is the outcome; r.lag(1) the same outcome one year before;',
      'r.user() 1 for users of ÖJ, 0 for non-users; r.group("lan") the county; r.covariate("...") a column of',
      'units.csv. Where a value is missing the row is left out, with the reason. So it is for a text: that reason.',
    ],
    next: [
      'Without y, y is the outcome. Here it is the change; with sample, what chance alone had given is tested, too.',
    ],
  },
};

/** The text of a new model's file: runs as it is, on any panel with three years. */
export function modelTemplate(id: string, lang: Lang): string {
  const w = words[lang];
  const comment = (lines: readonly string[], indent = '') =>
    lines.map((line) => `${indent}// ${line}`).join('\n');
  return `${comment(w.intro).replaceAll('FILE', `${id}.ts`).replaceAll('ID', id)}\nimport { defineModel } from 'oppna-jamforelser';

export default defineModel({
  id: '${id}',
  ${comment([w.text])}
  title: { sv: '${words.sv.title}', en: '${words.en.title}' },
  columns: {
    niva: { sv: 'Nivå', en: 'Level' },
    forandring: { sv: 'Förändring, användare', en: 'Change, users' },
  },
  ${comment([w.options])}
  defaults: { lag: 1 },
  *run({ outcomes, options, cells }) {
    for (const outcome of outcomes) {
${comment(w.row, '      ')}
      yield cells.regression({
        outcome,
        column: 'niva',
        term: 'lagged-level',
        lag: options.lag,
        unit: '${w.slope}',
        row: (r) => ({ x: r.lag(options.lag) }),
      });
${comment(w.next, '      ')}
      yield cells.regression({
        outcome,
        column: 'forandring',
        term: 'user',
        kind: 'change',
        sample: 'users+non-users',
        row: (r) => ({ x: r.user(), y: r.y - r.lag(options.lag) }),
      });
    }
  },
});
`;
}
