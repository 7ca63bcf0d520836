import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPanel } from '../../analysis/panel/panel.js';
import { ownGroupings } from '../../analysis/panel/labels.js';
import { allOutcomes } from '../../analysis/panel/outcomes.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { InputError } from '../../data/problems.js';
import { checkDataFolder, readDataFolder } from '../../data/readers/canonical.js';
import { base, hostile, labelFiles, labelJson, labelled } from '../fixtures/labelled-folder.js';
import { type Files, valid, withFolder } from './small-folder.js';

const read = (files: Files) => withFolder(files, readDataFolder);
const problems = (files: Files) => withFolder(files, checkDataFolder);

/** The problems that a folder has beyond those of the labelled one, whose own are none. */
const wrong = (file: string, content: string | null) => {
  const files: Record<string, string | Uint8Array> = { ...labelled };
  if (content === null) delete files[file];
  else files[file] = content;
  return problems(files);
};

const groupings = (...rows: string[]) =>
  `grouping,column,label_sv,label_en,definite_sv,definite_en\n${rows.join('\n')}\n`;
const areas = (...rows: string[]) => `area,label_sv,label_en\n${rows.join('\n')}\n`;
const texts = (...rows: string[]) => `kind,id,sv,en\n${rows.join('\n')}\n`;

describe('own words of a data folder', () => {
  test('are read, listed with their sums and rows, and without a problem', () => {
    const { labels, inputs, warnings } = read(labelled);
    expect(warnings).toEqual([]);
    expect(labels).toEqual({
      groupings: [
        {
          grouping: 'landsdel',
          column: 'Landsdel',
          label: { sv: 'Landsdel', en: 'Part of the country' },
          definite: { sv: 'landsdelen', en: 'the part of the country' },
        },
      ],
      areas: [{ area: 'skola', label: { sv: hostile.script, en: hostile.image } }],
      texts: [
        { kind: 'indicator', id: 'egen-ja', label: { sv: 'En egen fråga', en: 'A question of our own' } },
        { kind: 'covariate', id: 'andel', label: { sv: 'Andel äldre', en: 'Share of the elderly' } },
        { kind: 'group', id: 'landsdel:syd', label: { sv: 'Södra Sverige', en: 'Southern Sweden' } },
        { kind: 'measure', id: 'timmar', label: { sv: 'Timmar', en: 'Hours' } },
      ],
    });
    expect(inputs.map(({ file, rows, delimiter }) => [file, rows, delimiter])).toEqual([
      ['units.csv', 5, ','],
      ['indicators.csv', 9, ','],
      ['answers.csv', 9, ','],
      ['survey.csv', 4, ','],
      ['care-units.csv', 4, ','],
      ['groupings.csv', 1, ','],
      ['areas.csv', 1, ','],
      ['texts.csv', 4, ','],
    ]);
    expect(inputs.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256))).toBe(true);
  });

  test('are the same as JSON, whose files have no delimiter', () => {
    const json = read({ ...base, ...labelJson });
    expect(json.labels).toEqual(read(labelled).labels);
    expect(json.warnings).toEqual([]);
    expect(json.inputs.filter((i) => i.delimiter === null).map((i) => [i.file, i.rows])).toEqual([
      ['groupings.json', 1],
      ['areas.json', 1],
      ['texts.json', 4],
    ]);
  });

  test('are absent from data, panel and units where the folder has none of the files', () => {
    const data = read(valid);
    expect(data).not.toHaveProperty('labels');
    expect(data.units.every((u) => !('ownGroups' in u))).toBe(true);
    expect(buildPanel(data)).not.toHaveProperty('labels');
  });

  test('make a column of text a grouping, and no covariate of it', () => {
    const data = read(labelled);
    const panel = buildPanel(data);
    expect(ownGroupings(panel)).toEqual(['landsdel']);
    expect(panel.groupings.get('landsdel')).toEqual({
      levels: ['nord', 'syd'],
      codes: Int32Array.from([0, 0, 0, 1, -1]),
    });
    expect(Object.keys(data.units[0]!.covariates)).toEqual(['folkmangd', 'andel']);
    expect(problems(base).map((p) => p.code)).toEqual(['text-covariate']);
  });

  test('take a column of numbers as groups too where groupings.csv names it, whatever its case', () => {
    const files = {
      ...valid,
      'groupings.csv': groupings('storlek,FOLKMANGD,Storlek,Size,storleken,the size'),
    };
    const { units } = read(files);
    expect(units[0]!.covariates).toEqual({ andel: 24.5 });
    expect(units[0]!.ownGroups).toEqual({ storlek: '43891' });
  });

  test('give an indicator its label in both languages, and keep the row', () => {
    const outcome = allOutcomes(
      buildPanel(read({ ...labelled, 'texts.csv': texts('indicator,egen-andel,Andelen,The share') })),
      defaultSpecification,
    ).find((o) => o.id === 'egen-andel')!;
    expect(outcome.label).toEqual({ sv: 'Andelen', en: 'The share' });
    expect(outcome.row).toBe('En andel');
  });
});

describe('own words that are wrong', () => {
  const long = 'x'.repeat(10_000);
  const good = 'landsdel,Landsdel,Landsdel,Part,landsdelen,the part';
  const cases: [what: string, file: string, content: string, code: string, row: number | null, column: string | null][] =
    [
      ['a grouping with the name of a known one', 'groupings.csv', groupings('lan,Landsdel,L,P,l,p'), 'known-grouping', 2, 'grouping'],
      ['a grouping named as a component of the variance', 'groupings.csv', groupings('residual,Landsdel,L,P,l,p'), 'known-grouping', 2, 'grouping'],
      ['a grouping whose name is no short name', 'groupings.csv', groupings('Min Landsdel,Landsdel,L,P,l,p'), 'grouping-id', 2, 'grouping'],
      ['a grouping named as the inheritance of an object', 'groupings.csv', groupings('__proto__,Landsdel,L,P,l,p'), 'grouping-id', 2, 'grouping'],
      ['a grouping named as a covariate', 'groupings.csv', groupings('andel,Landsdel,L,P,l,p'), 'grouping-is-column', 2, 'grouping'],
      ['a column that units.csv lacks', 'groupings.csv', groupings('landsdel,Lansdel,L,P,l,p'), 'no-such-column', 2, 'column'],
      ['a column of the contract', 'groupings.csv', groupings('landsdel,lan,L,P,l,p'), 'no-such-column', 2, 'column'],
      ['an empty column', 'groupings.csv', groupings('landsdel,,L,P,l,p'), 'empty-column', 2, 'column'],
      ['a grouping twice', 'groupings.csv', groupings(good, 'landsdel,andel,L,P,l,p'), 'duplicate-row', 3, 'grouping'],
      ['a column twice', 'groupings.csv', groupings(good, 'annan,LANDSDEL,L,P,l,p'), 'duplicate-row', 3, 'column'],
      ['an empty label', 'groupings.csv', groupings('landsdel,Landsdel,L,,l,p'), 'empty-label', 2, 'label_en'],
      ['an empty definite form', 'groupings.csv', groupings('landsdel,Landsdel,L,P,,p'), 'empty-label', 2, 'definite_sv'],
      ['a name of 10,000 characters', 'groupings.csv', groupings(`landsdel,Landsdel,${long},P,l,p`), 'long-label', 2, 'label_sv'],
      ['a missing column', 'groupings.csv', 'grouping,column,label_sv\nlandsdel,Landsdel,L\n', 'missing-column', 1, 'label_en'],
      ['an area twice', 'areas.csv', areas('skola,S,S', 'skola,T,T'), 'duplicate-row', 3, 'area'],
      ['an empty area', 'areas.csv', areas(',S,S'), 'empty-area', 2, 'area'],
      ['an empty label of an area', 'areas.csv', areas('skola,S, '), 'empty-label', 2, 'label_en'],
      ['a label of 10,000 characters', 'areas.csv', areas(`skola,${long},S`), 'long-label', 2, 'label_sv'],
      ['a label of two lines', 'areas.csv', areas('skola,"S\nT",S'), 'label-characters', 2, 'label_sv'],
      ['an unknown kind', 'texts.csv', texts('indikator,egen-ja,x,y'), 'unknown-text-kind', 2, 'kind'],
      ['an empty id', 'texts.csv', texts('indicator,,x,y'), 'empty-code', 2, 'id'],
      ['a text twice', 'texts.csv', texts('indicator,egen-ja,x,y', 'indicator,egen-ja,x,y'), 'duplicate-row', 3, 'id'],
    ]; // prettier-ignore
  test.each(cases)('%s stops, and says where', (_, file, content, code, row, column) => {
    const found = wrong(file, content).filter((p) => p.severity === 'error');
    expect(found[0]).toMatchObject({ code, file, row, column });
    expect(found[0]!.found.length).toBeLessThan(200);
    expect(found[0]!.expected).not.toBe('');
    expect(found[0]!.cure).not.toBe('');
    expect(() => read({ ...labelled, [file]: content })).toThrow(InputError);
  });

  const warnings: [what: string, file: string, content: string, code: string, row: number | null, cure: RegExp][] = [
    ['an unknown column', 'areas.csv', 'area,label_sv,label_en,note\nskola,S,S,\n', 'unknown-column', 1, /ignored/],
    ['an area of the codebook', 'areas.csv', areas('aldreomsorg,Omsorg,Care'), 'known-area', 2, /Äldreomsorg/],
    ['an area that no indicator has', 'areas.csv', areas('skolan,S,S'), 'unknown-area', 2, /write skola/],
    ['an id that no indicator has', 'texts.csv', texts('indicator,egen-jaa,x,y'), 'unknown-id', 2, /write egen-ja/],
    ['a measure that no unit of care has', 'texts.csv', texts('measure,minuter,x,y'), 'unknown-id', 2, /nowhere/],
    ['a covariate that units.csv lacks', 'texts.csv', texts('covariate,andl,x,y'), 'unknown-id', 2, /write andel/],
    ['a group that no unit is in', 'texts.csv', texts('group,landsdel:väst,x,y'), 'unknown-id', 2, /nowhere/],
    ['an indicator of the codebook', 'texts.csv', texts('indicator,ao-audit,x,y'), 'known-label', 2, /AUDIT/],
    ['a header alone', 'texts.csv', 'kind,id,sv,en\n', 'no-rows', null, /take the file away/],
  ]; // prettier-ignore
  test.each(warnings)('%s is a warning', (_, file, content, code, row, cure) => {
    const found = wrong(file, content);
    expect(found.map((p) => [p.severity, p.code, p.file, p.row])).toEqual([['warning', code, file, row]]);
    expect(found[0]!.cure).toMatch(cure);
  });

  test('a text that the codebook or nothing takes up is left out where it would be misleading', () => {
    const files = {
      ...labelled,
      'texts.csv': texts('indicator,ao-audit,x,y'),
      'areas.csv': areas('aldreomsorg,O,C'),
    };
    expect(read(files).labels).toMatchObject({ areas: [], texts: [] });
  });

  test('a grouping whose column is empty is a warning', () => {
    const units = valid['units.csv']
      .trimEnd()
      .split('\n')
      .map((line, i) => `${line},${i === 0 ? 'Landsdel' : ''}\n`)
      .join('');
    const found = problems({ ...labelled, 'units.csv': units, 'texts.csv': texts('covariate,andel,x,y') });
    expect(found.map((p) => p.code)).toEqual(['empty-grouping']);
  });

  test('more groupings than a figure has shapes for stop', () => {
    const units = valid['units.csv']
      .trimEnd()
      .split('\n')
      .map((line, i) => `${line},${i === 0 ? 'a,b,c,d' : 'x,x,y,y'}\n`)
      .join('');
    const rows = ['a', 'b', 'c', 'd'].map((x) => `own-${x},${x},L${x},P${x},l,p`);
    const found = problems({ ...valid, 'units.csv': units, 'groupings.csv': groupings(...rows) });
    expect(found.map((p) => p.code)).toEqual(['too-many-groupings']);
  });

  test('CSV and JSON of one table stop, and neither is read', () => {
    const found = problems({ ...labelled, 'areas.json': labelJson['areas.json']! });
    expect(found.map((p) => [p.severity, p.code, p.file])).toEqual([['error', 'both-files', 'areas.csv']]);
  });

  test('a name that differs in case or ending is told, another file of the name is not', () => {
    const found = problems({
      ...base,
      'groupings.csv': labelFiles['groupings.csv'],
      'Areas.CSV': '',
      'texts.ts': '',
    });
    expect(found.map((p) => [p.code, p.file, p.found])).toEqual([['other-name', 'areas.csv', '"Areas.CSV"']]);
  });

  const broken: [what: string, content: string, code: string, row: number | null][] = [
    ['no JSON', '[{]', 'broken-json', 1],
    ['an object', '{}', 'broken-json', null],
    ['a list of texts', '["a"]', 'broken-json', 1],
    ['a number for a text', '[{"area":"skola","label_sv":5,"label_en":"S"}]', 'json-text', 1],
    ['a missing key', '[{"area":"skola","label_sv":"S"}]', 'missing-column', 1],
    ['a key missing in one object', '[{"area":"a","label_sv":"S","label_en":"S"},{"area":"skola","label_sv":"S"}]', 'empty-label', 2],
    ['a key by which objects inherit', '[{"area":"skola","label_sv":"S","label_en":"S","__proto__":"x"}]', 'unknown-column', 1],
  ]; // prettier-ignore
  test.each(broken)('JSON that is %s is named', (_, content, code, row) => {
    const files: Record<string, string | Uint8Array> = { ...labelled, 'areas.json': content };
    delete files['areas.csv'];
    const found = problems(files);
    expect(found.filter((p) => p.file === 'areas.json').map((p) => [p.code, p.row])).toContainEqual([
      code,
      row,
    ]);
  });

  test('are refused or read with every problem named, whatever stands in them', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        ',',
        '\n',
        '[',
        ']',
        '{',
        '}',
        ':',
        'landsdel',
        'skola',
        '\u0000',
        '\u2028',
        '=',
        '<b>',
      ),
      fc.string({ maxLength: 5 }),
    );
    const files = { ...labelFiles, ...labelJson };
    const names = fc.constantFrom(...Object.keys(files));
    fc.assert(
      fc.property(
        names,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(8),
        piece,
        (name, at, cut, put) => {
          const text = String(files[name as keyof typeof files]);
          const place = Math.floor(at * text.length);
          const content = text.slice(0, place) + put + text.slice(place + cut);
          const found = problems({ ...base, [name]: content });
          for (const p of found)
            for (const part of [p.code, p.file, p.found, p.expected, p.cure]) expect(part).not.toBe('');
          const read = () => withFolder({ ...base, [name]: content }, readDataFolder);
          if (found.some((p) => p.severity === 'error')) expect(read).toThrow(InputError);
          else expect(read().warnings).toEqual(found);
        },
      ),
      { numRuns: 200, seed: 7 },
    );
  });
});
