import XLSX from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { agrees, aggregate } from '../../data/imports/socialstyrelsen/aggregate.js';
import { readToken } from '../../data/imports/socialstyrelsen/answers.js';
import { meaningOfHue } from '../../data/imports/socialstyrelsen/colours.js';
import { type Answers, formOf } from '../../data/imports/socialstyrelsen/form.js';
import { draftMapping, readMapping } from '../../data/imports/socialstyrelsen/mapping.js';
import { assign, headerMatcher } from '../../data/imports/socialstyrelsen/match.js';
import { readSocialstyrelsen } from '../../data/imports/socialstyrelsen/read.js';
import { emptyCell } from '../../data/imports/grid.js';

const cellOf = (value: string | number | null) => ({
  ...emptyCell,
  value,
  text: value === null ? '' : String(value),
});
const form = (values: readonly (string | number | null)[], answers: Answers, coloured = 0) =>
  Object.values(
    formOf(
      values.map((v) => readToken(cellOf(v))),
      coloured,
      answers,
    ),
  )[0];

describe('the form of a column', () => {
  test.each([
    [['Ja', 'Nej', '', 'Ej aktuellt'], 'two-step', 'words'],
    [[1, 0, '-', 1], 'two-step', '1/0'],
    [['1', '0', 'x'], 'two-step', '1/0'],
    [[2, 1, 0], 'three-step', '2/1/0'],
    [[1, 0, 1], 'three-step', 'only-1-0'],
    [[2, 1, 0], 'two-step', 'not-1-0'],
    [['Ja', 1, 0], 'two-step', 'words-and-numbers'],
    [['45 %', '7,5 %'], 'share', 'percent'],
    [[0.45, 0.5, 0.123], 'share', 'fraction'],
    [['0,45', '1', '0,2', '0,7'], 'share', 'fraction'],
    [[45, 0.5, 100], 'share', 'percent'],
    [[0, 1, 1], 'share', 'nothing-above-1'],
    [['45 %', 0.45], 'share', 'mixed-percent'],
    [[45, 101], 'share', 'outside-0-100'],
    [['Ja', 'Nej'], 'share', 'words-for-number'],
    [['rutin finns', 'på gång', 'Ja'], 'two-step', 'other-text'],
    [['', '', ''], 'two-step', 'no-answers'],
  ] as const)('%j for %s answers is %s', (values, answers, expected) => {
    expect(form(values, answers)).toBe(expected);
  });

  test('is colours only where there is no text at all', () => {
    expect(form(['', '', 'Ej aktuellt'], 'two-step', 2)).toBe('colours');
    expect(form(['', '', 'Ja'], 'two-step', 2)).toBe('words');
    expect(form(['', ''], 'share', 2)).toBe('colours-for-number');
  });
});

test('a colour is green, yellow or red by its hue; orange, blue and greys are none', () => {
  const by = (list: string) => list.split(' ').map(meaningOfHue);
  expect(new Set(by('00FF00 92D050 C6EFCE 9BBB59 008000'))).toEqual(new Set(['Ja']));
  expect(new Set(by('FFFF00 FFEB9C FFC000'))).toEqual(new Set(['Delvis']));
  expect(new Set(by('FF0000 FFC7CE C0504D 800000'))).toEqual(new Set(['Nej']));
  expect(new Set(by('F79646 4F81BD FFFFFF D9D9D9 000000'))).toEqual(new Set([null]));
});

describe('the official aggregate', () => {
  const unit = (answer: string, reason: '' | 'bortfall' | 'ej-aktuellt' | 'kan-inte-svara' = '') => ({
    answer,
    reason,
  });
  const of = (list: ReturnType<typeof unit>[]) => {
    const answered = new Map(list.map((a, i) => [String(i), a]));
    return aggregate(answered, [...answered.keys()]);
  };
  const [ja, nej, none, not, cannot] = [
    unit('Ja'),
    unit('Nej'),
    unit('', 'bortfall'),
    unit('', 'ej-aktuellt'),
    unit('', 'kan-inte-svara'),
  ];

  test('leaves Ej aktuellt, Kan inte svara and non-response out of the denominator', () => {
    expect(of([ja, ja, nej, unit('Delvis'), cannot, not])).toMatchObject({
      percent: 50,
      yes: 2,
      denominator: 4,
    });
  });

  test('is suppressed above 20 percent of non-response and Ej aktuellt, not at 20', () => {
    expect(of([ja, ja, ja, nej, none])).toMatchObject({ percent: 75, suppressed: false });
    expect(of([ja, ja, nej, none, not])).toMatchObject({ percent: null, suppressed: true });
    expect(of([ja, nej, cannot, cannot])).toMatchObject({ percent: 50, suppressed: false });
  });

  test('agrees with a published one within the decimals that it is given with', () => {
    expect([
      agrees(67, 66.6667),
      agrees(66.7, 66.6667),
      agrees(66.6, 66.6667),
      agrees(null, null),
      agrees(67, null),
    ]).toEqual([true, true, false, true, false]);
  });
});

describe('headers', () => {
  const heads = (area: string, year: number, ...parts: string[][]) =>
    assign(parts.map((p) => headerMatcher(area, year)({ parts: p, sheet: 'Kommun' })));

  test('a word that the question needs cannot be missing', () => {
    expect(heads('ekonomiskt-bistand', 2017, ['Använder minst en bedömningsmetod'])[0]!.indicator).toBeNull();
    expect(
      heads('ekonomiskt-bistand', 2017, ['Använt resultat uppdelat på kön till verksamhetsutveckling'])[0]!
        .indicator,
    ).toBeNull();
  });

  test('two headers that fit one question equally well are both left', () => {
    const both = heads('ekonomiskt-bistand', 2017, ['Metoder', 'AUDIT'], ['Metoder', 'AUDIT']);
    expect(both.map((a) => [a.indicator, a.why])).toEqual([
      [null, 'two-columns'],
      [null, 'two-columns'],
    ]);
  });

  test('one label in two families is told apart by the words above it, and left where there are none', () => {
    const [known] = heads('barn-och-unga', 2018, ['Intern samordning', 'Missbruk']);
    expect(known!.indicator).toBe('bou-intern-missbruk');
    expect(heads('barn-och-unga', 2018, ['Missbruk'])[0]).toMatchObject({
      indicator: null,
      why: 'two-indicators',
    });
  });

  test('a question is only looked for in the years in which it was asked', () => {
    expect(
      heads('ekonomiskt-bistand', 2016, ['Använder AUDIT för att upptäcka riskfylld alkoholkonsumtion'])[0]!
        .indicator,
    ).toBeNull();
  });
});

type Row = (string | number | null)[];
const TIME = '2021-06-18T07:06:40.000Z';

function read(rows: readonly Row[], name = 'oj-2017-ekonomiskt-bistand.xlsx', options: object = {}) {
  const sheet = XLSX.utils.aoa_to_sheet(rows as Row[]);
  const bytes = XLSX.write(
    { SheetNames: ['Kommun'], Sheets: { Kommun: sheet } },
    { type: 'array', bookType: 'xlsx' },
  ) as ArrayBuffer;
  return readSocialstyrelsen(new Uint8Array(bytes), name, { time: TIME, ...options });
}

const table: Row[] = [
  ['Kommun', 'AUDIT', 'DUDIT', 'Kommentar'],
  ['Upplands Väsby', 'Ja', 'Nej', 'bra'],
  ['Vallentuna', 'Nej', '', ''],
  ['Österåker', '', '', ''],
  ['Värmdö', 'kanske', 'Ja', ''],
  ...['Järfälla', 'Ekerö', 'Huddinge', 'Botkyrka', 'Salem', 'Haninge', 'Tyresö'].map((k): Row => [
    k,
    'Ja',
    'Nej',
    '',
  ]),
  ['Springfield', 'Ja', 'Ja', ''],
  ['Källa: Socialstyrelsen'],
];

describe('a workbook', () => {
  test('gives answers with their places; blanks are okand, and bortfall where the whole row is', () => {
    const { imported } = read(table);
    const of = (unit: string) =>
      imported.answers
        .filter((a) => a.unit === unit)
        .map((a) => [a.indicator, a.answer || a.reason, a.place]);
    expect(of('0114')).toEqual([
      ['eb-audit', 'Ja', 'Kommun!B2'],
      ['eb-dudit', 'Nej', 'Kommun!C2'],
    ]);
    expect(of('0115')).toEqual([
      ['eb-audit', 'Nej', 'Kommun!B3'],
      ['eb-dudit', 'okand', 'Kommun!C3'],
    ]);
    expect(of('0117')).toEqual([
      ['eb-audit', 'bortfall', 'Kommun!B4'],
      ['eb-dudit', 'bortfall', 'Kommun!C4'],
    ]);
  });

  test('names what it could not read, and keeps the cell as okand', () => {
    const { imported, report } = read(table);
    expect(imported.problems.map((p) => [p.code, p.row])).toEqual([
      ['unknown-place', 13],
      ['not-an-answer', 5],
    ]);
    expect(imported.answers.find((a) => a.place === 'Kommun!B5')).toMatchObject({
      answer: '',
      reason: 'okand',
    });
    expect(report.sheets[0]!.leftRows.map((r) => r.text)).toEqual(['Springfield', 'Källa: Socialstyrelsen']);
    expect(report.sheets[0]!.columns.find((c) => c.column === 'D')).toMatchObject({
      as: 'left',
      why: 'no-candidate',
    });
  });

  test('says when the published rows are not what its municipal rows make', () => {
    const { report, imported } = read([...table.slice(0, 12), ['Riket', 50, 20]]);
    expect(report.checks.map((c) => [c.indicator, c.agreed, c.compared])).toEqual([
      ['eb-audit', 0, 1],
      ['eb-dudit', 0, 1],
    ]);
    expect(imported.problems.map((p) => p.code)).toContain('aggregate-differs');
  });

  test('asks for year and area where the evidence disagrees or is missing', () => {
    expect(() => read(table, 'resultat.xlsx')).toThrow('say it with --year');
    expect(() => read([['Öppna jämförelser 2018'], [], ...table])).toThrow(
      /2017 \(oj-2017.*\), 2018 \(Kommun!A1\)/,
    );
    expect(read(table, 'resultat.xlsx', { year: 2018, area: 'ekonomiskt-bistand' }).report.year).toBe(2018);
  });

  test('shares are read as percent whatever the column writes', () => {
    const head = [
      'Kommun',
      'Extern samverkan inom hemtjänsten: Vårdplanering med vårdcentral',
      'Extern samverkan på särskilda boenden: Vårdplanering med läkare',
    ];
    const { imported } = read(
      [head, ['Ale', 0.455, '45,5 %'], ['Kil', 1, '0'], ['Eda', 0.57, '..'], ['Mora', 0.2, '7']],
      'oj-2018-aldreomsorg.xlsx',
    );
    expect(imported.problems).toEqual([]);
    const by = (id: string) =>
      imported.answers.filter((a) => a.indicator === id).map((a) => a.answer || a.reason);
    expect(by('ao-ht-vardplanering')).toEqual(['45.5', '100', '57', '20']);
    expect(by('ao-sb-vardplanering')).toEqual(['45.5', '0', 'undertryckt', '7']);
  });
});

describe('a mapping', () => {
  const file = 'oj-2017-ekonomiskt-bistand.xlsx';
  const mapped = (sheet: object, more: object = {}) =>
    read(table, file, {
      mapping: readMapping(
        JSON.stringify({ files: { [file]: { sheets: { Kommun: sheet }, ...more } } }),
        'm.json',
      )[file],
    });

  test('written as a draft and read again gives the same reading', () => {
    const first = read(table);
    const mapping = readMapping(draftMapping([first.report]), 'm.json')[file];
    expect(read(table, file, { mapping }).imported.answers).toEqual(first.imported.answers);
  });

  test('settles units, signs and columns, also indicators of one own', () => {
    const own = { label: 'Kommentar', type: 'binary', better: 'higher' };
    const columns = {
      D: { header: 'Kommentar', indicator: 'egen', form: 'words', own },
      C: { indicator: null },
    };
    const { imported } = mapped(
      { columns },
      { units: { Springfield: '0187' }, signs: { Kanske: 'kan-inte-svara' } },
    );
    expect(imported.answers.find((a) => a.unit === '0187')).toMatchObject({
      indicator: 'eb-audit',
      answer: 'Ja',
    });
    expect(imported.answers.find((a) => a.place === 'Kommun!B5')).toMatchObject({ reason: 'kan-inte-svara' });
    expect(imported.answers.some((a) => a.indicator === 'eb-dudit')).toBe(false);
    expect(imported.indicators.map((i) => i.indicator)).toEqual(['eb-audit', 'egen']);
  });

  test.each([
    ['{', 'm.json: not JSON'],
    ['{"files":{"a":{"year":17}}}', 'm.json, the mapping.files["a"].year: found 17; expected a year'],
    ['{"files":{"a":{"yaer":17}}}', 'expected one of the fields year, area'],
    ['{"files":{"a":{"units":{"X":"114"}}}}', 'expected the code of a unit'],
    [
      '{"files":{"a":{"sheets":{"S":{"columns":{"B":{"indicator":"eb-audti"}}}}}}}',
      'a question of the codebook',
    ],
  ])('%s is refused with its place', (text, message) => {
    expect(() => readMapping(text, 'm.json')).toThrow(message);
  });

  test('of another file is refused', () => {
    expect(() => mapped({ columns: { Q: { indicator: null } } })).toThrow('column Q: found no such column');
    expect(() => mapped({ columns: { B: { header: 'DUDIT', indicator: 'eb-audit' } } })).toThrow(
      'found the header "AUDIT"',
    );
    expect(() => mapped({}, { sheets: { Kommuner: {} } })).toThrow('expected one of Kommun');
  });
});
