import { describe, expect, test } from 'vitest';
import { sheetOfCsv } from '../../data/imports/csv-sheet.js';
import { decodeWindows1252, windows1252Bytes } from '../../data/imports/windows-1252.js';
import { UsageError } from '../../data/problems.js';

const TEXT = 'Kommun;Äldreomsorg – inte alls\r\n"Upplands Väsby";1\r\n"a;""b""\r\nc";\r\n';
const expected = [
  ['Kommun', 'Äldreomsorg – inte alls'],
  ['Upplands Väsby', '1'],
  ['a;"b"\nc', ''],
];

const read = (bytes: Uint8Array) => {
  const sheet = sheetOfCsv(bytes, 'fil.csv').sheets[0]!;
  return Array.from({ length: sheet.rows }, (_, r) =>
    Array.from({ length: sheet.columns }, (_, c) => sheet.at(r, c).text),
  );
};

const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
const windows1252 = (text: string) => Uint8Array.from(text, (c) => windows1252Bytes.get(c)!);

describe('sheetOfCsv', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ['Windows-1252', windows1252(TEXT)],
    ['UTF-16 with a mark', utf16(TEXT, true)],
    ['UTF-16 without one', utf16(TEXT, false)],
    ['UTF-16, big end first', utf16(TEXT, true).swap16()],
  ])('reads %s', (_, bytes) => {
    expect(read(bytes)).toEqual(expected);
  });

  test.each([
    ['commas', 'Kommun,Svar\nLund,1\nMalmö,0\n'],
    ['tabs', 'Kommun\tSvar\nLund\t1\nMalmö\t0\n'],
    ['semicolons, though the title has more commas', 'Kommun;Svar\nLund;1\nMalmö;0\n'],
    ["Excel's sep= row", 'sep=|\n'.replace('|', ';') + 'Kommun;Svar\nLund;1\nMalmö;0\n'],
  ])('tells the delimiter: %s', (_, text) => {
    const rows = read(new TextEncoder().encode(text)).filter((row) => row[0] !== '');
    expect(rows).toEqual([
      ['Kommun', 'Svar'],
      ['Lund', '1'],
      ['Malmö', '0'],
    ]);
  });

  test('looks below the titles for the delimiter', () => {
    const text = 'Enkät, 2019, slutlig, alla, områden, och, mer\n\nKommun;Svar\nLund;1\nMalmö;0\n';
    expect(read(new TextEncoder().encode(text)).at(-1)).toEqual(['Malmö', '0']);
  });

  test('numbers its places from 1 and is empty outside the grid', () => {
    const [sheet] = sheetOfCsv(new TextEncoder().encode('a;b\n1;2\n'), 'x.csv').sheets;
    expect(sheet!.place(1, 0)).toBe('rad 2, kolumn 1');
    expect(sheet!.at(99, 99)).toEqual({ text: '', value: null, fill: null, error: null });
  });

  test('keeps hostile text as text', () => {
    const [sheet] = sheetOfCsv(new TextEncoder().encode('=HYPERLINK("x");<script>\n'), 'x.csv').sheets;
    expect(sheet!.at(0, 0).value).toBe('=HYPERLINK("x")');
    expect(sheet!.at(0, 1).value).toBe('<script>');
  });

  test('refuses binary files and open quotes, naming the place', () => {
    expect(() => sheetOfCsv(Uint8Array.of(80, 75, 3, 4, 0, 0, 1, 0, 9), 'bok.csv')).toThrow(
      new UsageError(
        'bok.csv: found a zero byte (byte 5 of the file), which text never has; expected a CSV file; save the table as "CSV UTF-8"',
      ),
    );
    expect(() => sheetOfCsv(new TextEncoder().encode('a;b\n1;"2\n3;4\n'), 'x.csv')).toThrow(
      /x\.csv", row 2: found a quote/,
    );
  });

  test('has no row in an empty file', () => {
    expect(sheetOfCsv(new Uint8Array(), 'x.csv').sheets[0]!.rows).toBe(0);
  });
});

test('Windows-1252 has its dashes and quotes, and every byte back', () => {
  expect(decodeWindows1252(Uint8Array.of(0x80, 0x93, 0x96, 0x9f, 0xe5))).toBe('€“–Ÿå');
  const all = Uint8Array.from({ length: 256 }, (_, i) => i);
  expect([...decodeWindows1252(all)].map((c) => windows1252Bytes.get(c))).toEqual([...all]);
});
