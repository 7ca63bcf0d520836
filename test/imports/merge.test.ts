import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Imported, type ImportedFlag, nothingImported, together } from '../../data/imports/imported.js';
import { merge } from '../../data/imports/merge.js';
import { folderFiles, type RawFolder, readRawFolder } from '../../data/imports/raw-folder.js';
import { UsageError } from '../../data/problems.js';
import { writeFiles } from '../../reports/write.js';

const empty = () => readRawFolder(join(tmpdir(), 'no-such-folder-of-oj'));
const scratch = () => mkdtempSync(join(tmpdir(), 'oj-raw-'));

type Flag = readonly [unit: string, quality: '1' | '0' | '', never: '1' | '0' | ''];

/** A source by its name and reading, with flags of elderly care. */
const source = (name: string, id: string, flags: readonly Flag[]): Imported => ({
  ...nothingImported,
  sources: [
    { id, kind: 'skr', name, sha256: id, bytes: 1, time: '2021-01-01T00:00:00.000Z', attribution: '' },
  ],
  flags: flags.map(([unit, qualityDevelopment, notUsed], i): ImportedFlag => ({
    source: id,
    place: `rad ${i + 2}`,
    unit,
    area: 'aldreomsorg',
    qualityDevelopment,
    notUsed,
  })),
});

const survey = (folder: RawFolder) =>
  [...folder.tables['survey.csv'].values()]
    .map((r) => `${r.unit} ${r.quality_development} ${r.not_used}`)
    .sort();

describe('merge', () => {
  test('adds rows with their origin, and the official units that they speak of', () => {
    const { folder, added, conflicts } = merge(empty(), source('a.csv', 'a1', [['0114', '1', '0']]));
    expect(survey(folder)).toEqual(['0114 1 0']);
    expect(added).toMatchObject({ 'survey.csv': 1, 'units.csv': 1 });
    expect(folder.tables['units.csv'].get('0114')).toMatchObject({
      name: 'Upplands Väsby',
      lan: 'Stockholms län',
    });
    expect(folder.origins['survey.csv'].get('0114\taldreomsorg')).toEqual({ source: 'a1', place: 'rad 2' });
    expect(folder.sources.map((s) => s.id)).toEqual(['a1']);
    expect(conflicts).toEqual([]);
  });

  test('of several files read together gives the same rows in either order, where one lost a row that another has', () => {
    const before = merge(empty(), source('a.csv', 'a1', [['0114', '1', '0']])).folder;
    const [a, b] = [source('a.csv', 'a2', [['0115', '1', '0']]), source('b.csv', 'b1', [['0114', '0', '1']])];
    for (const parts of [
      [a, b],
      [b, a],
    ]) {
      const { folder, conflicts } = merge(before, together(parts));
      expect(survey(folder)).toEqual(['0114 0 1', '0115 1 0']);
      expect(conflicts).toEqual([]);
    }
  });

  const first = merge(
    empty(),
    source('a.csv', 'a1', [
      ['0114', '1', '0'],
      ['0115', '0', '1'],
    ]),
  ).folder;
  const other = source('b.csv', 'b1', [
    ['0114', '0', '1'],
    ['0115', '0', '1'],
    ['0117', '1', '0'],
  ]);

  test('keeps what another source says otherwise, as a conflict', () => {
    const { folder, added, unchanged, conflicts } = merge(first, other);
    expect(survey(folder)).toEqual(['0114 1 0', '0115 0 1', '0117 1 0']);
    expect([added['survey.csv'], unchanged['survey.csv']]).toEqual([1, 1]);
    expect(conflicts).toMatchObject([
      { table: 'survey.csv', key: '0114\taldreomsorg', source: 'b1', place: 'rad 2' },
    ]);
    expect(JSON.parse(conflicts[0]!.row)).toMatchObject({ quality_development: '0', not_used: '1' });
    expect(folder.conflicts).toEqual(conflicts);
    expect(merge(folder, other).folder.conflicts).toEqual(conflicts);
  });

  test('with replace takes the new rows, and keeps the old ones as conflicts', () => {
    const { folder, changed, conflicts } = merge(first, other, true);
    expect(survey(folder)).toEqual(['0114 0 1', '0115 0 1', '0117 1 0']);
    expect(changed['survey.csv']).toBe(1);
    expect(conflicts).toMatchObject([{ key: '0114\taldreomsorg', source: 'a1' }]);
    expect(folder.origins['survey.csv'].get('0114\taldreomsorg')?.source).toBe('b1');
  });

  test('the same file read again changes its own rows and removes those that it has no more', () => {
    const again = merge(first, source('a.csv', 'a2', [['0114', '0', '0']]));
    expect(survey(again.folder)).toEqual(['0114 0 0']);
    expect([again.changed['survey.csv'], again.removed['survey.csv']]).toEqual([1, 1]);
    expect(again.conflicts).toEqual([]);
    expect(again.folder.sources.map((s) => s.id)).toEqual(['a2']);
  });

  test('a row that another source confirmed stays with the source that it came from', () => {
    const both = merge(first, other).folder;
    expect(both.origins['survey.csv'].get('0115\taldreomsorg')?.source).toBe('a1');
    expect(merge(both, source('b.csv', 'b2', [])).folder.conflicts).toEqual([]);
  });

  test('changes nothing in what it is given', () => {
    const before = JSON.stringify(folderFiles(first));
    merge(first, other, true);
    expect(JSON.stringify(folderFiles(first))).toBe(before);
  });
});

describe('the folder', () => {
  const some = merge(
    merge(
      empty(),
      source('a.csv', 'a1', [
        ['0180-bromma', '1', '0'],
        ['0114', '', '1'],
      ]),
    ).folder,
    source('b.csv', 'b1', [['0114', '1', '']]),
  ).folder;

  test('is the same bytes after writing, reading and importing the same once more', () => {
    const folder = scratch();
    writeFiles(folder, folderFiles(some));
    const read = readRawFolder(folder);
    expect(folderFiles(read)).toEqual(folderFiles(some));
    const again = merge(
      read,
      source('a.csv', 'a1', [
        ['0180-bromma', '1', '0'],
        ['0114', '', '1'],
      ]),
    );
    expect(folderFiles(again.folder)).toEqual(folderFiles(some));
    expect(again.added['survey.csv'] + again.changed['survey.csv'] + again.removed['survey.csv']).toBe(0);
  });

  test('is the same bytes whatever the order of the sources', () => {
    const a = source('a.csv', 'a1', [['0114', '1', '0']]);
    const b = source('b.csv', 'b1', [['0115', '1', '0']]);
    expect(folderFiles(merge(merge(empty(), b).folder, a).folder)).toEqual(
      folderFiles(merge(merge(empty(), a).folder, b).folder),
    );
  });

  test('keeps any text as it is: quotes, line breaks, formulas, tags', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'grapheme' }),
            fc.constantFrom('=HYPERLINK("x")', '<script>', 'a"b', 'a\nb;c,d', "'"),
          ),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        (labels) => {
          const clean = labels.map((label) => label.replace(/[\r\0]/g, ''));
          const imported: Imported = {
            ...nothingImported,
            indicators: clean.map((label, i) => ({
              indicator: `i${i}`,
              area: 'x',
              label,
              type: 'binary',
              better: 'higher',
              extra: { källa: label },
            })),
          };
          const folder = scratch();
          writeFiles(folder, folderFiles(merge(empty(), imported).folder));
          const read = readRawFolder(folder).tables['indicators.csv'];
          clean.forEach((label, i) => expect(read.get(`i${i}`)).toMatchObject({ label, källa: label }));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('keeps columns of its own that a table has', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'units.csv'), 'unit,name,municipality,egen\nX1,Ort,X1,7\n');
    writeFiles(
      folder,
      folderFiles(merge(readRawFolder(folder), source('a.csv', 'a1', [['0114', '1', '0']])).folder),
    );
    expect(readFileSync(join(folder, 'units.csv'), 'utf8')).toMatch(/,egen\b[^]*X1,Ort,X1,.*,7\b/);
  });

  test.each([
    ['units.csv', 'unit,name\n0114,"Upplands\n', /units\.csv, row \d+: a quote is wrong/],
    ['units.csv', 'unit,\n0114,x\n', /units\.csv: a column has no name/],
    ['sources.json', '{', /sources\.json: not JSON/],
  ])('that has a broken %s is refused', (file, text, message) => {
    const folder = scratch();
    writeFileSync(join(folder, file), text);
    expect(() => readRawFolder(folder)).toThrow(UsageError);
    expect(() => readRawFolder(folder)).toThrow(message);
  });
});

describe('a folder that someone has worked in', () => {
  test('keeps its own groups of official units', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'units.csv'), 'Unit,name,municipality,socioek\n0114,Upplands Väsby,0114,4\n');
    const { folder: merged } = merge(readRawFolder(folder), source('a.csv', 'a1', [['0114', '1', '0']]));
    expect(merged.tables['units.csv'].get('0114')).toMatchObject({ socioek: '4' });
  });

  test.each([
    ['survey.csv', 'unit,area,quality_development,not_used\n0114,a,1,0\n0114,a,0,1\n', /two rows of 0114, a/],
    ['units.csv', 'unit,name\n0114,Upplands Väsby,for,mycket\n', /row 2: more cells than the header/],
  ])('is refused rather than spoiled: %s', (file, text, message) => {
    const folder = scratch();
    writeFileSync(join(folder, file), text);
    expect(() => readRawFolder(folder)).toThrow(message);
  });

  test('is refused where it is not UTF-8', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'units.csv'), Buffer.from('unit,name\n0114,V\xe4sby\n', 'latin1'));
    expect(() => readRawFolder(folder)).toThrow(/units\.csv: found letters that are not UTF-8/);
  });

  test('loses the last row of a table in the file too', () => {
    const folder = scratch();
    const first = merge(readRawFolder(folder), source('a.csv', 'a1', [['0114', '1', '0']]));
    writeFiles(folder, folderFiles(first.folder));
    const again = merge(readRawFolder(folder), source('a.csv', 'a2', []));
    writeFiles(folder, folderFiles(again.folder));
    expect(readFileSync(join(folder, 'survey.csv'), 'utf8')).toBe('unit,area,quality_development,not_used\n');
    expect(readFileSync(join(folder, 'conflicts.csv'), 'utf8')).toBe('table,key,source,place,row\n');
  });
});
