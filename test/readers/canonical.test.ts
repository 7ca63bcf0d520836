import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoFolder } from '../../data/location.js';
import { UsageError } from '../../data/problems.js';
import { missingReasons } from '../../data/records.js';
import { checkDataFolder, readDataFolder } from '../../data/readers/canonical.js';
import { isDemoData } from '../../data/readers/synthetic.js';
import { changed, valid, withFolder, withLines, type Files } from './small-folder.js';

const read = (files: Files) => withFolder(files, readDataFolder);
const codesOf = (files: Files) => withFolder(files, (folder) => checkDataFolder(folder).map((p) => p.code));

describe('readDataFolder', () => {
  test('gives units with groups, and every further numeric column as a covariate', () => {
    const { units } = read(valid);
    expect(units).toHaveLength(5);
    expect(units[0]).toEqual({
      id: '0114',
      name: 'Upplands Väsby',
      municipality: '0114',
      groups: { lan: 'Stockholms län', kommungrupp: 'A2', socioek: '2', invanare: '3' },
      covariates: { folkmangd: 43891, andel: 24.5 },
    });
    expect(units[1]!.covariates.andel).toBeNull();
    expect(units[2]).toMatchObject({ id: '0180-bromma', municipality: '0180', groups: { socioek: null } });
  });

  test('gives indicators with their further columns as text', () => {
    const { indicators } = read(valid);
    expect(indicators[0]).toEqual({
      id: 'ao-audit',
      area: 'aldreomsorg',
      label: 'AUDIT',
      type: 'binary',
      better: 'higher',
      kind: 'process',
      extra: { row: 'Alkohol/droger', kolada: 'U20485' },
    });
    expect(indicators[8]!.extra).toEqual({ row: '', kolada: '' });
  });

  test('gives answers by column: Ja 1, Delvis 0.5, Nej 0, numbers as they are, and NaN with a reason', () => {
    const { answers } = read(valid);
    expect(answers.length).toBe(9);
    expect([...answers.unit]).toEqual([0, 1, 2, 0, 0, 0, 1, 0, 0]);
    expect([...answers.year]).toEqual([2017, 2017, 2017, 2016, 2016, 2018, 2018, 2018, 2018]);
    expect([...answers.indicator]).toEqual([0, 0, 0, 2, 4, 6, 6, 8, 7]);
    expect([...answers.code]).toEqual([1, 0, NaN, 0.5, 87.5, 12.5, 40, 3, 17]);
    expect([...answers.reason]).toEqual([
      255,
      255,
      missingReasons.indexOf('bortfall'),
      ...Array<number>(6).fill(255),
    ]);
  });

  test('reads Ej aktuellt and Kan inte svara as missing with that reason, named twice or once, in any case', () => {
    const lines = [
      '0114,2018,ao-audit,Ej aktuellt,',
      '0115,2018,ao-audit,ej AKTUELLT,ej-aktuellt',
      '1280,2018,ao-audit,Kan  inte svara,',
    ];
    const { answers, warnings } = read(withLines('answers.csv', ...lines));
    expect([...answers.reason.slice(9)].map((r) => missingReasons[r])).toEqual([
      'ej-aktuellt',
      'ej-aktuellt',
      'kan-inte-svara',
    ]);
    expect([...answers.code.slice(9)]).toEqual([NaN, NaN, NaN]);
    expect(warnings).toEqual([]);
  });

  test('keeps an empty answer without a reason as okand', () => {
    const { answers } = read(withLines('answers.csv', '0114,2018,ao-audit,,'));
    expect(missingReasons[answers.reason[9]!]).toBe('okand');
  });

  test('takes 1 and 0 for Ja and Nej, and words on an ordinal scale beyond the codebook', () => {
    const text =
      'unit,year,indicator,answer,reason\n0114,2018,ao-audit,1,\n0114,2018,egen-ja,0.0,\n0114,2018,egen-skala,delvis,\n';
    expect([...read(changed({ 'answers.csv': text })).answers.code]).toEqual([1, 0, 0.5]);
  });

  test('takes a share of nothing but 0 and 1 for what it is: every unit or none', () => {
    const text = 'unit,year,indicator,answer,reason\n0114,2018,egen-andel,1,\n0115,2018,egen-andel,0,\n';
    expect(codesOf(changed({ 'answers.csv': text }))).toEqual([]);
  });

  test('takes an item that was not asked that year when the row says ej-samlad', () => {
    expect(codesOf(withLines('answers.csv', '0115,2016,ao-audit,,ej-samlad'))).toEqual([]);
  });

  test('keeps an answer beyond the years of the appendix', () => {
    const { answers } = read(withLines('answers.csv', '0114,2023,ao-audit,Ja,'));
    expect([answers.year[9], answers.code[9]]).toEqual([2023, 1]);
  });

  test('lets the codebook decide the type, area and direction of an indicator that it knows', () => {
    const text = valid['indicators.csv'].replace(
      'ao-audit,aldreomsorg,AUDIT,binary,higher',
      'ao-audit,skola,AUDIT,share,lower',
    );
    const { indicators, warnings } = read(changed({ 'indicators.csv': text }));
    expect(indicators[0]).toMatchObject({ area: 'aldreomsorg', type: 'binary', better: 'higher' });
    expect(warnings.map((p) => p.column)).toEqual(['type', 'area', 'better']);
  });

  test('gives the survey as true, false and null', () => {
    expect(read(valid).survey).toEqual([
      { unit: 0, area: 'aldreomsorg', qualityDevelopment: true, notUsed: false },
      { unit: 1, area: 'aldreomsorg', qualityDevelopment: false, notUsed: true },
      { unit: 2, area: 'aldreomsorg', qualityDevelopment: false, notUsed: false },
      { unit: 3, area: 'skola', qualityDevelopment: null, notUsed: null },
    ]);
  });

  test('gives the measures of units of care, null where missing', () => {
    const { careUnits } = read(valid);
    expect(careUnits[0]).toEqual({
      careUnit: '0114-sb-01',
      unit: 0,
      year: 2016,
      kind: 'sarskilt-boende',
      measure: 'sjukskoterskor-vardag',
      value: 0.045,
    });
    expect(careUnits.map((c) => c.value)).toEqual([0.045, 0.05, null]);
  });

  test('lets a unit of care pass from a district to its municipality, as in Malmö in 2018', () => {
    const lines = ['m-1,1280-vaster,2017,demens,personal,0.3', 'm-1,1280,2018,demens,personal,0.3'];
    expect(codesOf(withLines('care-units.csv', ...lines))).toEqual([]);
  });

  test('ignores the empty columns and rows that Excel leaves at the end', () => {
    const answers = valid['answers.csv'].replace(/$/gm, ',,').replace(/\n,,$/, '\n,,,,,,\n,,,,,,\n\n');
    const data = read(changed({ 'answers.csv': answers }));
    expect(data.answers.length).toBe(9);
    expect(data.warnings).toEqual([]);
  });

  test('numbers rows as a spreadsheet does: a line break inside a cell starts no row', () => {
    const units = valid['units.csv']
      .replace('Upplands Väsby', '"Upplands\nVäsby"')
      .replace('0115,V', '115,V');
    const problems = withFolder(changed({ 'units.csv': units }), checkDataFolder);
    expect(problems.map((p) => [p.code, p.row])).toEqual([['lost-leading-zero', 3]]);
  });

  test('a covariate named like a property of objects is only a column', () => {
    const units = valid['units.csv'].replace('folkmangd,andel', '__proto__,constructor');
    const { covariates } = read(changed({ 'units.csv': units })).units[0]!;
    expect(Object.entries(covariates)).toEqual([
      ['__proto__', 43891],
      ['constructor', 24.5],
    ]);
    expect(Object.getPrototypeOf(covariates)).toBe(Object.prototype);
  });

  test('lists each table with its SHA-256, rows and delimiter', () => {
    const survey = valid['survey.csv'].replaceAll(',', ';');
    const { inputs } = read(changed({ 'survey.csv': survey }));
    const sha256 = createHash('sha256').update(survey).digest('hex');
    expect(inputs.map(({ file, rows, delimiter }) => [file, rows, delimiter])).toEqual([
      ['units.csv', 5, ','],
      ['indicators.csv', 9, ','],
      ['answers.csv', 9, ','],
      ['survey.csv', 4, ';'],
      ['care-units.csv', 3, ','],
    ]);
    expect(inputs[3]!.sha256).toBe(sha256);
  });
});

describe('optional files', () => {
  test('units, indicators and answers are enough', () => {
    const data = read(changed({ 'survey.csv': null, 'care-units.csv': null, 'about.json': null }));
    expect([data.survey, data.careUnits, data.about, data.synthetic, data.warnings]).toEqual([
      [],
      [],
      {},
      false,
      [],
    ]);
  });

  test('so are units and care units', () => {
    const data = read(changed({ 'indicators.csv': null, 'answers.csv': null, 'survey.csv': null }));
    expect([data.indicators, data.answers.length, data.careUnits.length]).toEqual([[], 0, 3]);
  });

  test('a survey and care units may be headers only', () => {
    const files = changed({
      'survey.csv': 'unit,area,quality_development,not_used',
      'care-units.csv': 'care_unit,unit,year,kind,measure,value\n',
    });
    expect(codesOf(files)).toEqual([]);
  });
});

describe('about.json', () => {
  test('is read field by field, the fields of its owner left alone', () => {
    const { about, synthetic } = read(
      changed({
        'about.json':
          '{"title": "T", "synthetic": true, "notes": [{"sv": "s", "en": "e"}], "sources": ["k"], "seed": 7}',
      }),
    );
    expect(about).toEqual({ title: 'T', synthetic: true, notes: [{ sv: 's', en: 'e' }], sources: ['k'] });
    expect(synthetic).toBe(true);
  });
});

describe('simulated data', () => {
  const demo = {
    'answers.csv': 'the demo’s answers',
    'survey.csv': 'the demo’s survey',
    'care-units.csv': 'x',
  };
  const stamp = (text: string) => {
    const bytes = Buffer.from(text);
    return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };

  test('is known by its bytes, under whatever name', () => {
    withFolder(demo, (folder) => {
      expect(isDemoData([stamp('my own'), stamp('the demo’s survey')], folder)).toBe(true);
      expect(isDemoData([stamp('the demo’s surveY')], folder)).toBe(false);
      expect(isDemoData([], folder)).toBe(false);
    });
  });

  test('is nothing that is known where there is no demo folder', () => {
    expect(isDemoData([stamp('the demo’s survey')], join('no', 'such', 'folder'))).toBe(false);
  });

  test('indicators that say that they are synthetic make the folder so, whatever program saved it', () => {
    const said = (source: string) =>
      valid['indicators.csv']
        .trimEnd()
        .split('\n')
        .map((line, i) => `${line},${i === 0 ? 'Source' : source}`)
        .join('\n');
    expect(read({ ...valid, 'indicators.csv': said('Syntetisk') }).synthetic).toBe(true);
    expect(read({ ...valid, 'indicators.csv': said('Socialstyrelsen') }).synthetic).toBe(false);
  });

  const simulated = join(demoFolder(), 'survey.csv');
  test.skipIf(!existsSync(simulated))(
    'a copied demo file makes a folder synthetic, even if it says it is not',
    () => {
      const { units, indicators } = readDataFolder(demoFolder());
      expect(units.length * indicators.length).toBeGreaterThan(0);
      const copy = (name: string) => readFileSync(join(demoFolder(), name));
      const files = {
        'units.csv': copy('units.csv'),
        'survey.csv': copy('survey.csv'),
        'care-units.csv': valid['care-units.csv'],
        'about.json': '{"synthetic": false}',
      };
      expect(read(files).synthetic).toBe(true);
      expect(
        read({ ...files, 'survey.csv': valid['survey.csv'].replaceAll('skola', 'aldreomsorg') }).synthetic,
      ).toBe(false);
    },
  );
});

describe('a folder that cannot be used', () => {
  const messageOf = (folder: string): string => {
    for (const use of [readDataFolder, checkDataFolder]) expect(() => use(folder)).toThrow(UsageError);
    try {
      readDataFolder(folder);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  test('a missing folder, a file in its place and an impossible path are wrong use, in one line', () => {
    withFolder(valid, (folder) => {
      expect(messageOf(join(folder, 'nowhere'))).toMatch(/^there is no folder .*units\.csv.*data.demo/);
      expect(messageOf(join(folder, 'units.csv'))).toMatch(
        /is a file; expected a data folder.*give the folder/,
      );
      expect(messageOf('a\0b')).toMatch(/^folder "a\\x00b" cannot be read/);
      expect(messageOf('')).toMatch(/^there is no folder ""/);
    });
  });

  test('an empty folder gives one line that names the files and an example', () => {
    const message = withFolder({}, messageOf);
    expect(message).toMatch(
      /is empty; expected a data folder with units\.csv, indicators\.csv, answers\.csv, survey\.csv, care-units\.csv; .*demo/,
    );
    expect(message).not.toContain('\n');
  });

  test('a folder of other files names those that are nearly right', () => {
    expect(withFolder({ 'Answers.xlsx': 'x', 'notes.txt': 'y' }, messageOf)).toMatch(
      /\(it has "Answers\.xlsx"\)/,
    );
  });
});

describe('a file that cannot be read', () => {
  const problemOf = (replace: (path: string) => void) =>
    withFolder(changed({ 'survey.csv': null }), (folder) => {
      replace(join(folder, 'survey.csv'));
      return checkDataFolder(folder).map((p) => [p.code, p.file, p.row, p.found]);
    });

  test('a folder by the name of a file is an error', () => {
    expect(problemOf((path) => mkdirSync(path))).toEqual([
      ['not-a-file', 'survey.csv', null, 'a folder of that name'],
    ]);
  });

  test.skipIf(process.platform === 'win32')('a link to nowhere is an error', () => {
    const problems = problemOf((path) => symlinkSync('nowhere', path));
    expect(problems).toEqual([
      ['unreadable-file', 'survey.csv', null, 'a file that cannot be opened (ENOENT)'],
    ]);
  });
});
