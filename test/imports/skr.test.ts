import { describe, expect, test } from 'vitest';
import { sheetOfCsv } from '../../data/imports/csv-sheet.js';
import { importSkr, type SkrOptions } from '../../data/imports/skr.js';
import { meaningOf } from '../../data/imports/skr-headings.js';
import { draftMapping, parseMapping } from '../../data/imports/skr-mapping.js';
import { skrTemplate } from '../../data/imports/skr-template.js';

const TIME = '2021-06-18T07:06:40.000Z';
const read = (text: string, options: Partial<SkrOptions> = {}) =>
  importSkr(sheetOfCsv(new TextEncoder().encode(text), 'skr.csv'), { time: TIME, ...options });

/** `0114 aldreomsorg 1 0`. */
const flags = (text: string, options: Partial<SkrOptions> = {}) =>
  read(text, options).imported.flags.map((f) =>
    [f.unit, f.area, f.qualityDevelopment || '-', f.notUsed || '-'].join(' '),
  );
const codes = (text: string, options: Partial<SkrOptions> = {}) =>
  read(text, options).imported.problems.map((p) => `${p.code}${p.row === null ? '' : ` ${p.row}`}`);

const mapping = (fields: object) => parseMapping(JSON.stringify(fields), 'm.json');

describe('headings', () => {
  test.each([
    ['Kommun', 'name'],
    ['KOMMUNKOD', 'code'],
    ['Kommun/stadsdel', 'name'],
    ['Stadsdelsnämnd', 'district'],
    ['Delområde', 'area'],
    ['Äldreomsorg kvalitetsutveckling', 'aldreomsorg quality_development'],
    ['ÄO – inte alls', 'aldreomsorg not_used'],
    ['Ekonomiskt bistånd: Kvalitetsutveckling', 'ekonomiskt-bistand quality_development'],
    ['Barn och unga, används inte', 'barn-och-unga not_used'],
    ['Social barn- och ungdomsvård: Inte alls', 'barn-och-unga not_used'],
    [
      'Har ni använt resultaten inom äldreomsorgen för kvalitetsutveckling?',
      'aldreomsorg quality_development',
    ],
    ['Ã„ldreomsorg: Inte alls', 'aldreomsorg not_used'],
    ['Använder för kvalitetsutveckling', ' quality_development'],
    ['Styrning', ' other-use'],
    ['EB egenkontroll, granskning, tillsyn', 'ekonomiskt-bistand other-use'],
    ['Hemlöshet: inte alls', 'other-area not_used'],
    ['Använder inte för kvalitetsutveckling', null],
    ['Äldreomsorg och ekonomiskt bistånd: inte alls', null],
    ['Kommentar kvalitetsutveckling', null],
    ['Telefon', null],
    ['constructor', null],
  ])('%s is %s', (heading, expected) => {
    const meaning = meaningOf(heading);
    expect(meaning?.kind === 'use' ? `${meaning.area ?? ''} ${meaning.use}` : (meaning?.kind ?? null)).toBe(
      expected,
    );
  });
});

describe('importSkr', () => {
  test('reads areas side by side, below titles, and lists the columns that it does not understand', () => {
    const text =
      'SKR:s enkät 2019\n\nKommunkod;Kommun;ÄO kvalitetsutveckling;ÄO inte alls;EB kvalitetsutveckling;EB inte alls;Telefon\n' +
      '114;Upplands Väsby;1;0;0;1;08\n0305;Håbo kommun;0;0;;;\n';
    expect(flags(text)).toEqual([
      '0114 aldreomsorg 1 0',
      '0114 ekonomiskt-bistand 0 1',
      '0305 aldreomsorg 0 0',
    ]);
    const { sheets, imported } = read(text);
    expect(imported.problems.map((p) => [p.severity, p.code, p.column])).toEqual([
      ['warning', 'unknown-column', 'Telefon'],
    ]);
    expect(sheets[0]).toMatchObject({
      headerRow: 3,
      rows: 2,
      left: { 'areas of rows without an answer': 1 },
    });
    expect(imported.flags[0]).toMatchObject({ source: imported.sources[0]!.id, place: 'rad 4' });
    expect(imported.sources[0]).toMatchObject({ kind: 'skr', name: 'skr.csv', time: TIME });
  });

  test('reads one row for each unit and area', () => {
    const text =
      'Organisation;Delområde;Kvalitetsutveckling;Styrning;Inte alls\nLund;Äldreomsorg;Ja;Ja;Nej\n' +
      'Lund;Hemlöshet;Ja;Nej;Nej\nSthlm Bromma;Social barn- och ungdomsvård;Nej;Nej;Ja\nLund;Idrott;Ja;Nej;Nej\n';
    expect(flags(text)).toEqual(['1281 aldreomsorg 1 0', '0180-bromma barn-och-unga 0 1']);
    expect(codes(text)).toEqual(['unknown-area 5']);
    expect(read(text).sheets[0]!.left).toMatchObject({
      'answers on other areas': 2,
      'answers on other uses': 3,
      'rows of unknown areas': 1,
    });
    expect(flags(text, { mapping: mapping({ areas: { Idrott: 'ekonomiskt-bistand' } }) })).toContain(
      '1281 ekonomiskt-bistand 1 0',
    );
  });

  test('reads an area in a row above its flags, merged or saved as blanks', () => {
    const text =
      ';Äldreomsorg;;Barn och unga;\nKommun;Kvalitetsutveckling;Inte alls;Kvalitetsutveckling;Inte alls\nMora;1;0;0;1\n';
    expect(flags(text)).toEqual(['2062 aldreomsorg 1 0', '2062 barn-och-unga 0 1']);
    expect(flags(text.replace(';Äldreomsorg', 'Kommun;Äldreomsorg').replace('\nKommun', '\n'))).toHaveLength(
      2,
    );
  });

  test.each([
    ['1', '0'],
    ['Ja', 'Nej'],
    ['SANT', 'falskt'],
    ['j', 'n'],
    ['1,0', '0.0'],
  ])('takes %s and %s', (yes, no) => {
    expect(
      flags(`Kommun;ÄO kvalitetsutveckling;ÄO inte alls\nMora;${yes};${no}\nLund;${no};${yes}\n`),
    ).toEqual(['2062 aldreomsorg 1 0', '1281 aldreomsorg 0 1']);
  });

  test('takes a blank beside crosses for a no only where its row is answered', () => {
    const head = 'Kommun;ÄO kvalitetsutveckling;ÄO styrning;ÄO inte alls\n';
    expect(flags(`${head}Mora;X;;\nLund;;x;\nMalmö;;;\n`)).toEqual([
      '2062 aldreomsorg 1 0',
      '1281 aldreomsorg 0 0',
    ]);
    expect(flags(`${head}Mora;1;;\nLund;;1;\n`)).toEqual(['2062 aldreomsorg 1 -']);
  });

  test('refuses both flags at once, and unreadable ones, naming the row and not the answer', () => {
    const text =
      'Kommun;ÄO kvalitetsutveckling;ÄO inte alls;EB kvalitetsutveckling;EB inte alls\nMora;1;1;1;0\nLund;JA!!;0;0;1\n';
    expect(flags(text)).toEqual(['2062 ekonomiskt-bistand 1 0', '1281 ekonomiskt-bistand 0 1']);
    expect(codes(text)).toEqual(['not-a-flag 3', 'both-flags 2']);
    expect(JSON.stringify(read(text).imported.problems)).not.toContain('JA!!');
    expect(JSON.stringify(read(text, { reveal: true }).imported.problems)).toContain('JA!!');
  });

  test('uses no unit that is unknown or doubtful, and says who may be meant', () => {
    const text =
      'Kommun;ÄO kvalitetsutveckling;ÄO inte alls\nStokholm;1;0\nAtlantis;1;0\nRiket;91;2\nCentrum;1;0\n'.replace(
        '91;2',
        '1;0',
      ) + 'Malmö Norr;1;0\nStockholm;1;0\n;1;0\nLund;1;0\n';
    expect(flags(text)).toEqual(['0180 aldreomsorg 1 0', '1281 aldreomsorg 1 0']);
    expect(codes(text)).toEqual([
      'doubtful-unit 2',
      'unknown-unit 3',
      'doubtful-unit 5',
      'unit-not-of-the-year 6',
      'city-with-districts 7',
      'no-unit 8',
    ]);
    const settled = { units: { Stokholm: '0180-bromma', Atlantis: 'ignore', Centrum: null } };
    expect(flags(text, { mapping: mapping(settled) })).toContain('0180-bromma aldreomsorg 1 0');
    expect(read(text).imported.problems[0]!.cure).toContain('0180 Stockholm');
  });

  test('doubts Habo in a list that has lost its marks', () => {
    const head = 'Kommun;AO kvalitetsutveckling;AO inte alls\n';
    expect(codes(`${head}Habo;1;0\nLund;1;0\n`)).toEqual([]);
    expect(codes(`${head}Habo;1;0\nMalmo;1;0\n`)).toEqual(['doubtful-unit 2']);
    expect(codes(`${head}0643 Habo;1;0\nMalmo;1;0\n`)).toEqual([]);
  });

  test('uses the first of rows that agree and none of rows that do not', () => {
    const head = 'Kommun;ÄO kvalitetsutveckling;ÄO inte alls\n';
    expect(flags(`${head}Mora;1;0\nMora kommun;1;0\n`)).toEqual(['2062 aldreomsorg 1 0']);
    expect(codes(`${head}Mora;1;0\nMora kommun;1;0\n`)).toEqual(['repeated-row']);
    expect(flags(`${head}Mora;1;0\n2062;0;1\n`)).toEqual([]);
    expect(codes(`${head}Mora;1;0\n2062;0;1\n`)).toEqual(['rows-disagree']);
  });

  test('leaves out two columns that say the same', () => {
    const text = 'Kommun;ÄO kvalitetsutveckling;Äldreomsorg: kvalitetsutv.;ÄO inte alls\nMora;1;0;0\n';
    expect(flags(text)).toEqual(['2062 aldreomsorg - 0']);
    expect(codes(text)).toEqual(['same-column', 'same-column']);
  });

  test('says which headings it saw where there is no table', () => {
    const { imported } = read('Ort;Svar\nMora;1\n');
    expect(imported.flags).toEqual([]);
    expect(imported.problems[0]).toMatchObject({ code: 'no-table', severity: 'error' });
    expect(imported.problems[0]!.found).toContain('"Svar"');
  });

  test('shows no row of answers for headings', () => {
    const { imported, open } = read('Enkät\nMora;1;0;x\nLund;0;1;\n');
    expect(imported.problems[0]!.found).toBe('the headings "Enkät"');
    expect([...open.columns.keys()]).toEqual(['Enkät']);
  });

  test('reads what a mapping settles, and drafts one of all that is open', () => {
    const text = 'Ort;Svar A;Svar B\nMorra;1;0\nconstructor;0;1\n';
    const columns = {
      Ort: 'name',
      'Svar A': 'aldreomsorg: quality_development',
      'Svar B': 'aldreomsorg: not_used',
    };
    const once = read(text, { mapping: mapping({ columns }) });
    const draft = draftMapping(once.open);
    expect(JSON.parse(draft)).toMatchObject({
      columns,
      units: { Morra: null, constructor: null },
      areas: {},
    });
    expect(draft).toContain('2062 Mora');
    expect(draft).not.toMatch(/: ?["[]?[01]["\],]/);
    expect(flags(text, { mapping: mapping({ columns, units: { Morra: '2062' } }) })).toEqual([
      '2062 aldreomsorg 1 0',
    ]);
    expect(JSON.parse(draftMapping(read(text).open))).toMatchObject({
      columns: { Ort: null, 'Svar A': null, 'Svar B': null },
    });
    expect(() => parseMapping(draft, 'm.json')).not.toThrow();
  });

  test.each([
    ['{', /m\.json: not JSON/],
    ['[]', /the whole file: found \[\]/],
    ['{"kolumner":{}}', /kolumner: found/],
    ['{"columns":[]}', /columns: found \[\]; expected an object/],
    ['{"columns":{"A":"flagga"}}', /columns, "A": found "flagga"; expected code/],
    ['{"units":{"A":"9999"}}', /units, "A": found "9999"; expected an official code/],
    ['{"units":{"A":180}}', /units, "A": found 180/],
    ['{"areas":{"A":"skola"}}', /areas, "A": found "skola"/],
  ])('refuses the mapping %s', (text, message) => {
    expect(() => parseMapping(text, 'm.json')).toThrow(message);
  });
});

describe('the template', () => {
  const template = skrTemplate();

  test('has the 312 units of 2019, with districts in place of Stockholm and Göteborg', () => {
    const rows = template
      .replace('\uFEFF', '')
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(';'));
    expect(template.startsWith('\uFEFFKod;Kommun;Stadsdel;Äldreomsorg: Kvalitetsutveckling;')).toBe(true);
    expect(rows).toHaveLength(1 + 288 + 14 + 10);
    expect(rows[0]).toHaveLength(3 + 6);
    const ids = new Set(rows.map((r) => r[0]));
    expect([
      ids.has('0180'),
      ids.has('1480'),
      ids.has('1280'),
      ids.has('0180-bromma'),
      ids.has('1280-norr'),
    ]).toEqual([false, false, true, true, false]);
    expect(rows.find((r) => r[0] === '1480-centrum')!.slice(0, 3)).toEqual([
      '1480-centrum',
      'Göteborg',
      'Centrum',
    ]);
  });

  test('empty gives no flag and no problem; filled in, every unit in every area', () => {
    expect(read(template).imported).toMatchObject({ flags: [], problems: [] });
    const filled = template
      .replaceAll(';;;;;;\r\n', ';1;0;0;1;0;0\r\n')
      .replace(/^(Kod.*);1;0;0;1;0;0/, '$1');
    // As Excel saves it: without the zeros at the start of codes.
    const { imported, sheets } = read(filled.replace(/\r\n0(\d{3});/g, '\r\n$1;'));
    expect(imported.problems).toEqual([]);
    expect(imported.flags).toHaveLength(312 * 3);
    expect(sheets[0]!.matched).toMatchObject({ code: 312, exact: 0 });
  });
});
