import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError, UsageError } from '../../data/problems.js';
import { missingReasons } from '../../data/records.js';
import { checkDataFolder, readDataFolder } from '../../data/readers/canonical.js';
import { changed, valid, withFolder, type Files } from './small-folder.js';

/** The valid folder without the rows that name its units. */
const unitsOnly = {
  'answers.csv': null,
  'survey.csv': null,
  'care-units.csv': 'care_unit,unit,year,kind,measure,value\n',
};

const names = Object.keys(valid) as (keyof typeof valid)[];

/** Bytes that mean something to a reader of text, CSV, numbers or JSON. */
const telling = [
  0x00, 0x0a, 0x0d, 0x22, 0x2c, 0x3b, 0x09, 0x2d, 0x2e, 0x30, 0x7b, 0xc3, 0xe4, 0xef, 0xfe, 0xff,
];

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  remove: fc.nat(6),
  insert: fc.array(fc.oneof(fc.constantFrom(...telling), fc.nat(255)), { maxLength: 4 }),
});

function mutate(text: string, edits: readonly (typeof edit extends fc.Arbitrary<infer T> ? T : never)[]) {
  let bytes = [...Buffer.from(text)];
  for (const { at, remove, insert } of edits) {
    const place = Math.floor(at * (bytes.length + 1));
    bytes = [...bytes.slice(0, place), ...insert, ...bytes.slice(place + remove)];
  }
  return Uint8Array.from(bytes);
}

/** Reads the folder both ways; whatever is in it, the two agree, and every problem is whole. */
function expectOrderly(files: Files): void {
  withFolder(files, (folder) => {
    const problems = checkDataFolder(folder);
    for (const p of problems) {
      for (const text of [p.code, p.file, p.found, p.expected, p.cure]) expect(text).not.toBe('');
      expect(p.found.length).toBeLessThan(600);
      if (p.row !== null) expect(p.row).toBeGreaterThan(0);
    }
    const errors = problems.filter((p) => p.severity === 'error');
    try {
      const { answers, careUnits, units, survey } = readDataFolder(folder);
      expect(errors).toEqual([]);
      for (let i = 0; i < answers.length; i++) {
        expect(Number.isNaN(answers.code[i])).toBe(answers.reason[i]! < missingReasons.length);
        expect(units[answers.unit[i]!]).toBeDefined();
      }
      for (const { value } of careUnits) expect(value === null || value >= 0).toBe(true);
      for (const { unit } of survey) expect(units[unit]).toBeDefined();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.problems).toEqual(errors);
      expect(errors).not.toEqual([]);
    }
  });
}

describe('a folder with damaged bytes', () => {
  test('is read, or refused with every problem named, and nothing else is ever thrown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (name, edits) => {
          expectOrderly(changed({ [name]: mutate(valid[name], edits) }));
        },
      ),
      { numRuns: 800 },
    );
  });

  test('so is one whose files are anything at all', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 100 }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names, 'x.csv'), anything), (files) => {
        try {
          expectOrderly(files);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a large folder', () => {
  const codes = Array.from({ length: 9000 }, (_, i) => String(1000 + i));
  const unitFile = (name: (code: string) => string): string =>
    `unit,name,municipality,lan,kommungrupp,socioek,invanare\n${codes.map((c) => `${c},${name(c)},${c},l,A1,1,1\n`).join('')}`;

  test('is read whole, whatever place in a row a batch ends at', () => {
    const nameOf = (code: string): string => 'x'.repeat(Number(code) % 60) + code;
    withFolder(changed({ ...unitsOnly, 'units.csv': unitFile(nameOf) }), (folder) => {
      const { units } = readDataFolder(folder);
      expect(units.map((u) => u.id)).toEqual(codes);
      expect(units.every((u) => u.name === nameOf(u.id))).toBe(true);
    });
  });

  test('is read whole with line breaks inside cells, and its rows are numbered by records', () => {
    const text = `${unitFile((c) => `"${c}${'\n'.repeat(40)}""${c}"""`)}1000,again,1000,l,A1,1,1\n`;
    withFolder(changed({ ...unitsOnly, 'units.csv': text }), (folder) => {
      expect(checkDataFolder(folder).map((p) => [p.code, p.row])).toEqual([['duplicate-unit', 9002]]);
    });
  });

  test('names the row of a fault near its end', () => {
    const text = `${unitFile((c) => c)}\n,,,,,,\n1000,again,1000,l,A1,1,1\n`;
    withFolder(changed({ ...unitsOnly, 'units.csv': text }), (folder) => {
      expect(checkDataFolder(folder).map((p) => [p.code, p.row])).toEqual([
        ['empty-row', 9002],
        ['empty-row', 9003],
        ['duplicate-unit', 9004],
      ]);
    });
  });

  test('ten megabytes in one cell are one problem, quoted with at most 60 characters', () => {
    const long = 'x'.repeat(10_000_000);
    for (const row of [
      `${long},2018,egen-ja,Ja,`,
      `0114,2018,egen-ja,"${long}",`,
      `0114,2018,egen-ja,,${long}`,
    ]) {
      withFolder(changed({ 'answers.csv': `${valid['answers.csv']}${row}\n` }), (folder) => {
        const [problem, ...rest] = checkDataFolder(folder);
        expect(rest).toEqual([]);
        expect(problem!.row).toBe(11);
        expect(problem!.found).toBe(`"${'x'.repeat(60)}…" (10000000 characters)`);
      });
    }
  });

  test('a hundred thousand wrong rows take no more than seconds', () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `${(i * 7919) % 1e6}-x,x${i},egen-${i},Jo,`);
    withFolder(
      changed({ 'answers.csv': `unit,year,indicator,answer,reason\n${lines.join('\n')}` }),
      (folder) => {
        const start = performance.now();
        expect(checkDataFolder(folder).length).toBeGreaterThanOrEqual(300_000);
        expect(performance.now() - start).toBeLessThan(10_000);
      },
    );
  });
});
