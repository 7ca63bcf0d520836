import XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../data/imports/workbook.js';
import { UsageError } from '../../data/problems.js';
import { inline, makeZip, workbookParts } from './make-zip.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const good = makeZip(workbookParts(`<sheetData><row r="1">${inline('A1', 'Riket')}</row></sheetData>`));

/** The message with which a file is refused: one line. */
function refusal(content: Uint8Array, name = 'a.xlsx'): string {
  try {
    readWorkbook(content, name);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    const { message } = error as UsageError;
    expect(message).not.toContain('\n');
    expect(message.startsWith(name)).toBe(true);
    return message;
  }
  throw new Error('was read');
}

/** The part of the library that writes OLE files, which it gives no types. */
const ole = XLSX.CFB as {
  readonly utils: { cfb_new(): object; cfb_add(file: object, path: string, content: Uint8Array): void };
  write(file: object, options: { type: 'array' }): ArrayBuffer;
};

function oldOffice(stream: string): Uint8Array {
  const file = ole.utils.cfb_new();
  ole.utils.cfb_add(file, `/${stream}`, new Uint8Array(5000));
  return new Uint8Array(ole.write(file, { type: 'array' }));
}

describe('a file that is no workbook, or a bad one, is refused in one line', () => {
  const bomb = workbookParts('');
  const large = new Uint8Array(60_000_000);
  test.each([
    ['an empty file', new Uint8Array(), 'an empty file'],
    ['a renamed CSV', bytes('kommun;ja\nAle;1\n'), 'let its name end in .csv'],
    ['a web page', bytes('\ufeff  <!DOCTYPE html><table><tr><td>1'), 'a web page (HTML)'],
    ['a PDF', bytes('%PDF-1.7 ...'), 'a PDF'],
    ['an XML file', bytes('<?xml version="1.0"?><Workbook/>'), 'XML'],
    ['other bytes', new Uint8Array([1, 2, 3, 4]), 'a file of an unknown kind'],
    [
      'a zip that is no workbook',
      makeZip([{ path: 'a.txt', content: 'a' }]),
      'a zip archive that is no workbook',
    ],
    ['a binary workbook', makeZip([{ path: 'xl/workbook.bin', content: 'a' }]), '.xlsb'],
    ['an encrypted workbook', oldOffice('EncryptedPackage'), 'with a password'],
    ['an old Word document', oldOffice('WordDocument'), 'no workbook'],
    [
      'a zip bomb',
      makeZip([...bomb, { path: 'xl/media/x', content: large }]),
      'more than 500 times its size',
    ],
    [
      'a bomb that lies about it',
      makeZip([...bomb, { path: 'x', content: large, says: 100 }]),
      'more than the archive says',
    ],
    [
      'a bomb that says it',
      makeZip([...bomb, { path: 'x', content: 'x', says: 4e9 }]),
      'more than 300 MB unpacked',
    ],
    [
      'too many parts',
      makeZip(Array.from({ length: 5001 }, (_, i) => ({ path: `${i}`, content: '' }))),
      '5001 parts',
    ],
  ])('%s', (_, content, found) => {
    expect(refusal(content)).toContain(found);
  });

  test('one cut off anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: good.length - 1 }), (length) => {
        expect(refusal(good.subarray(0, length))).toContain('damaged or cut off');
      }),
      { numRuns: 30 },
    );
    const sheet = XLSX.utils.aoa_to_sheet([['Riket', 1]]);
    const book = { SheetNames: ['A'], Sheets: { A: sheet } };
    const old = new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
    expect(refusal(old.subarray(0, 600), 'a.xls')).toMatch(/cut off/);
  });

  test('a cell in the last row, whatever stands there', () => {
    const far = makeZip(
      workbookParts(
        `<sheetData><row r="1">${inline('A1', 'Riket')}</row><row r="1048576">${inline('XFD1048576', 'x')}</row></sheetData>`,
      ),
    );
    expect(refusal(far)).toContain('sheet Blad1: found content as far as XFD1048576');
    const empty = makeZip(
      workbookParts(
        `<sheetData><row r="1">${inline('A1', 'Riket')}</row><row r="1048576"><c r="A1048576"/></row></sheetData>`,
      ),
    );
    expect(readWorkbook(empty, 'a.xlsx').sheets[0]).toMatchObject({ rows: 1, columns: 1 });
  });

  test('merged cells that overlap; ten thousand that do not are read', () => {
    const sheet = (merges: string[]) =>
      makeZip(
        workbookParts(
          `<sheetData><row r="1">${inline('A1', 'a')}</row><row r="20000">${inline('D20000', 'z')}</row></sheetData><mergeCells>${merges.map((m) => `<mergeCell ref="${m}"/>`).join('')}</mergeCells>`,
        ),
      );
    const read = readWorkbook(
      sheet(Array.from({ length: 10_000 }, (_, i) => `A${2 * i + 1}:C${2 * i + 2}`)),
      'a.xlsx',
    ).sheets[0]!;
    expect(read.merges).toHaveLength(10_000);
    expect([read.at(1, 2).text, read.at(2, 2).text, read.at(19_999, 3).text]).toEqual(['a', '', 'z']);
    expect(refusal(sheet(['A1:C3', 'B2:D4']))).toContain('overlap');
    expect(refusal(sheet(['A1:XFD1048576', 'A1:XFD1048576']))).toContain('overlap');
  });
});

describe('what is read is only what is stored', () => {
  test('entities are not expanded', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const content = makeZip(
      workbookParts(
        `<sheetData><row r="1">${inline('A1', '&l9;')}${inline('B1', '&amp;lt;')}</row></sheetData>`,
        `<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`,
      ),
    );
    const sheet = readWorkbook(content, 'a.xlsx').sheets[0]!;
    expect([sheet.at(0, 0).text.length < 20, sheet.at(0, 1).text]).toEqual([true, '&lt;']);
  });

  test('a formula gives its stored value or its error, and text that looks like one stays text', () => {
    const content = makeZip(
      workbookParts(
        `<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>${inline('C1', '=HYPERLINK("http://x")')}${inline('D1', '&lt;script&gt;')}</row></sheetData>`,
      ),
    );
    const sheet = readWorkbook(content, 'a.xlsx').sheets[0]!;
    expect([0, 1, 2, 3].map((c) => sheet.at(0, c))).toEqual([
      { text: '2', value: 2, fill: null, error: null },
      { text: '#DIV/0!', value: null, fill: null, error: '#DIV/0!' },
      { text: '=HYPERLINK("http://x")', value: '=HYPERLINK("http://x")', fill: null, error: null },
      { text: '<script>', value: '<script>', fill: null, error: null },
    ]);
    expect([sheet.place(0, 27), sheet.at(-1, 0).text, sheet.at(9, 9).text]).toEqual(['Blad1!AB1', '', '']);
  });

  test('the kind is told by the content, not by the name', () => {
    expect(readWorkbook(good, 'a.csv').sheets[0]!.at(0, 0).text).toBe('Riket');
    expect(readWorkbook(good, 'a.xls').sheets[0]!.at(0, 0).text).toBe('Riket');
  });
});
