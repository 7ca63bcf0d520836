import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { readSocialstyrelsen } from '../../data/imports/socialstyrelsen/read.js';

type Value = string | number | { readonly text?: string; readonly fill: string } | null;
const NAME = 'oj-2017-ekonomiskt-bistand.xlsx';

async function read(
  sheets: Readonly<Record<string, readonly Value[][]>>,
  change?: (book: ExcelJS.Workbook) => void,
) {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    rows.forEach((row, r) =>
      row.forEach((value, c) => {
        const cell = sheet.getCell(r + 1, c + 1);
        if (value === null) return;
        if (typeof value !== 'object') cell.value = value;
        else {
          if (value.text) cell.value = value.text;
          cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${value.fill}` } };
        }
      }),
    );
  }
  change?.(book);
  const { imported, report } = readSocialstyrelsen(new Uint8Array(await book.xlsx.writeBuffer()), NAME, {
    time: '',
  });
  return {
    report,
    imported,
    short: imported.answers.map((a) => `${a.unit} ${a.indicator} ${a.answer || a.reason}`),
  };
}

const blue = { fill: '4F81BD' };
const orange = { fill: 'F79646' };
const grey = { fill: 'D9D9D9' };
const coloured: Value[][] = [
  ['Kommun', 'AUDIT', 'DUDIT'],
  ['Ale', blue, orange],
  ['Kil', orange, blue],
  ['Eda', grey, blue],
];
const legend: Value[][] = [
  ['Blått - önskvärt resultat'],
  [
    { text: 'Önskvärt resultat', ...blue },
    { text: 'Ett utvecklingsområde', ...orange },
  ],
  [grey, 'Ej aktuellt'],
];

describe('colours', () => {
  test('mean what the legend says, wherever in the workbook it stands', async () => {
    const expected = [
      '1440 eb-audit Ja',
      '1440 eb-dudit Nej',
      '1715 eb-audit Nej',
      '1715 eb-dudit Ja',
      '1730 eb-audit ej-aktuellt',
      '1730 eb-dudit Ja',
    ];
    const apart = await read({ Läs: legend, Kommun: coloured });
    expect(apart.short).toEqual(expected);
    expect(apart.report.sheets[0]!.legend.map((l) => `${l.rgb} ${l.meaning}`)).toEqual([
      '4F81BD Ja',
      'F79646 Nej',
      'D9D9D9 ej-aktuellt',
    ]);
    const above = await read({ Kommun: [...legend, ...coloured] });
    expect(above.short).toEqual(expected);
    expect(above.report.sheets[0]!.headerRows).toEqual([4]);
  });

  test('without a legend that are neither green, yellow nor red are named', async () => {
    const { imported, short } = await read({ Kommun: coloured });
    expect(short.every((s) => s.endsWith('okand'))).toBe(true);
    expect(imported.problems[0]).toMatchObject({
      code: 'not-an-answer',
      row: 2,
      column: 'B',
      found: 'the colour 4F81BD in Kommun!B2',
    });
  });

  test('of conditional formatting are not evaluated, and the report says so', async () => {
    const { report, imported } = await read(
      {
        Kommun: [
          ['Kommun', 'AUDIT', 'DUDIT'],
          ['Ale', 'Ja', null],
          ['Kil', 'Nej', null],
        ],
      },
      (book) =>
        book.worksheets[0]!.addConditionalFormatting({
          ref: 'C2:C9',
          rules: [
            {
              type: 'expression',
              priority: 1,
              formulae: ['TRUE'],
              style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FF00FF00' } } },
            },
          ],
        }),
    );
    expect(report.sheets[0]!.conditionalColours).toBe(true);
    expect(imported.problems.map((p) => p.code)).toEqual(['form-no-answers']);
  });
});

describe('rows', () => {
  const audit = ['AUDIT', 'DUDIT'];
  test('name a district in a column of its own', async () => {
    const { short } = await read({
      A: [
        ['Kommun', 'Stadsdel', ...audit],
        ['Ale', null, 'Ja', 'Nej'],
        ['Stockholm', 'Bromma', 'Nej', 'Ja'],
        ['Stockholm', 'Farsta', 'Ja', 'Ja'],
      ],
    });
    expect(short.filter((s) => s.includes('audit'))).toEqual([
      '1440 eb-audit Ja',
      '0180-bromma eb-audit Nej',
      '0180-farsta eb-audit Ja',
    ]);
  });

  test('in which code and name are different places are left, with an error', async () => {
    const { imported, short } = await read({
      A: [
        ['Kod', 'Kommun', ...audit],
        [1440, 'Ale', 'Ja', 'Ja'],
        [1715, 'Ale', 'Ja', 'Ja'],
        [1730, 'Eda', 'Nej', 'Ja'],
      ],
    });
    expect(imported.problems).toMatchObject([{ severity: 'error', code: 'code-and-name-differ', row: 3 }]);
    expect(short).toHaveLength(4);
  });

  test('of a city beside its districts hold their share, and are compared', async () => {
    const rows: Value[][] = [
      ['Kommun', ...audit],
      ['Stockholm - Bromma', 'Ja', 'Ja'],
      ['Stockholm - Farsta', 'Nej', 'Ja'],
      ['Ale', 'Nej', 'Nej'],
      ['Stockholm', 50, 100],
    ];
    const { report, short, imported } = await read({ A: rows });
    expect(short).toHaveLength(6);
    expect(imported.problems).toEqual([]);
    expect(report.checks.map((c) => [c.agreed, c.compared])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('of a city beside its districts: an empty cell says nothing, and a colour is left with a warning', async () => {
    const [green, red] = [{ fill: 'C6EFCE' }, { fill: 'FFC7CE' }];
    const rows: Value[][] = [
      ['Kommun', ...audit],
      ['Stockholm - Bromma', green, green],
      ['Stockholm - Farsta', red, green],
      ['Ale', red, red],
      ['Stockholm', green, null],
    ];
    const { report, short, imported } = await read({ A: rows });
    expect(short).toHaveLength(6);
    expect(report.checks).toEqual([]);
    expect(imported.problems).toMatchObject([{ severity: 'warning', code: 'city-colours', row: 5 }]);
    expect(imported.problems[0]!.found).toContain('colours in B of a city');
  });

  test('that stand on two sheets: the first is kept, and a difference is an error', async () => {
    const one: Value[][] = [
      ['Kommun', ...audit],
      ['Ale', 'Ja', 'Nej'],
      ['Kil', 'Ja', 'Nej'],
    ];
    const { imported, short } = await read({
      A: one,
      B: [one[0]!, ['Ale', 'Ja', 'Nej'], ['Kil', 'Nej', 'Nej']],
    });
    expect(short).toHaveLength(4);
    expect(imported.problems).toMatchObject([
      { code: 'two-answers', found: '"Ja" in A!B3 and "Nej" in B!B3 for 1715' },
    ]);
  });
});

test('a block of the header that was never merged belongs to all columns up to the next', async () => {
  const head: Value[][] = [
    [null, 'Intern samordning', null, 'Metoder', null],
    ['Kommun', 'Missbruk', 'Socialpsykiatri', 'AUDIT', 'DUDIT'],
  ];
  const { report } = await read({
    A: [...head, ['Ale', 'Ja', 'Ja', 'Ja', 'Ja'], ['Kil', 'Nej', 'Ja', 'Ja', 'Ja']],
  });
  expect(report.sheets[0]!.columns.map((c) => `${c.header} ${c.indicator}`)).toEqual([
    'Intern samordning › Missbruk eb-intern-missbruk',
    'Intern samordning › Socialpsykiatri eb-intern-socialpsykiatri',
    'Metoder › AUDIT eb-audit',
    'Metoder › DUDIT eb-dudit',
  ]);
});

test('a hidden sheet is left, and the report says so', async () => {
  const rows: Value[][] = [
    ['Kommun', 'AUDIT'],
    ['Ale', 'Ja'],
    ['Kil', 'Nej'],
  ];
  const { report, short } = await read(
    { A: rows, Gammal: rows },
    (book) => (book.worksheets[1]!.state = 'hidden'),
  );
  expect(short).toHaveLength(2);
  expect(report.sheets[1]).toMatchObject({ sheet: 'Gammal', kind: 'left', why: 'hidden' });
});
