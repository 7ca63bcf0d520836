import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { officialUnits } from '../../data/imports/official-units.js';
import { oj, scratch } from './oj.js';

const HEAD = 'Kommunkod;Kommun;ÄO kvalitetsutveckling;ÄO inte alls;EB kvalitetsutveckling;EB inte alls\n';
const ONE = `${HEAD}114;Upplands Väsby;1;0;0;1\n0305;Håbo kommun;0;0;1;0\n;Stokholm;1;0;1;0\n;Riket;1;0;1;0\n`;
const TWO = `${HEAD}0114;Upplands Väsby;0;1;0;1\n1281;Lund;1;0;1;0\n`;

function files(texts: Readonly<Record<string, string>>): string {
  const cwd = scratch();
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(cwd, name), text);
  return cwd;
}

const contents = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((f) => [f, readFileSync(join(folder, f), 'utf8')]),
  );

const codes = new Set(officialUnits().map((u) => u.unit));

/** Codes of units in a text, decimals as `0,0114` left out. Those from 1000 on are too like numbers: districts tell of them. */
const unitCodes = (text: string) =>
  (text.match(/(?<!\d[,.]|[\w.-])(?:\d{4}-[a-z][a-z-]+|0\d{3})(?![\w.-])/g) ?? []).filter((c) =>
    codes.has(c),
  );

describe('oj import skr', () => {
  const cwd = files({ 'ett.csv': ONE, 'tva.csv': TWO });
  const first = oj(['import', 'skr', 'ett.csv', '--into', 'raw'], { cwd });

  test('writes what it is sure of, and ends with 1 where it left a unit', () => {
    expect(first.code, first.stderr).toBe(1);
    expect(contents(join(cwd, 'raw'))).toMatchObject({
      'survey.csv':
        'unit,area,quality_development,not_used\n0114,aldreomsorg,1,0\n0114,ekonomiskt-bistand,0,1\n' +
        '0305,aldreomsorg,0,0\n0305,ekonomiskt-bistand,1,0\n',
      'conflicts.csv': expect.stringMatching(/^table,key,source,place,row\s+$/) as string,
    });
    expect(readFileSync(join(cwd, 'raw', 'units.csv'), 'utf8')).toMatch(/^0305,Håbo,0305,Uppsala län,/m);
    expect(readFileSync(join(cwd, 'raw', 'origins.csv'), 'utf8')).toContain('rad 2');
  });

  test('says what was read as what, how units were known, what was left, and who may be meant', () => {
    expect(first.stdout).toContain('"EB inte alls" read as ekonomiskt-bistand: not_used');
    expect(first.stdout).toContain('ett.csv: 4 answers of 2 units');
    expect(first.stdout).toContain('units known by: 2 code');
    expect(first.stdout).toContain('left: 1 rows of doubtful units');
    expect(first.stdout).toContain('left: 1 rows of counties, regions and the nation');
    expect(first.stdout).toContain('survey.csv: 4 added');
    expect(first.stderr).toMatch(/row 4: found "Stokholm".*perhaps 0180 Stockholm/);
  });

  test('shows no flag of a unit, as text or as JSON, unless --reveal', () => {
    const other = files({ 'ett.csv': ONE });
    const json = oj(['import', 'skr', 'ett.csv', '--into', 'raw', '--json'], { cwd: other });
    for (const text of [first.stdout, first.stderr, json.stdout, json.stderr]) {
      expect(text).not.toMatch(/0114|0305|Väsby|Håbo/);
      expect(text).not.toMatch(/quality_?development["']?[:=]? ?["']?[01]/i);
    }
    expect(JSON.parse(json.stdout)).toMatchObject({ changes: { 'survey.csv': { added: 4 } } });
    expect(json.stderr).toBe('');
    const shown = oj(['import', 'skr', 'ett.csv', '--into', 'raw', '--reveal'], { cwd: other });
    expect(shown.stdout).toContain('0114, ekonomiskt-bistand: quality_development 0, not_used 1');
  });

  test('gives the same bytes a second time', () => {
    const before = contents(join(cwd, 'raw'));
    const again = oj(['import', 'skr', 'ett.csv', '--into', 'raw'], { cwd });
    expect(again.stdout).toContain('survey.csv: 4 unchanged');
    expect(contents(join(cwd, 'raw'))).toEqual(before);
  });

  test('keeps what is there against another source, names the row and not the flag; --replace turns it round', () => {
    const second = oj(['import', 'skr', 'tva.csv', '--into', 'raw'], { cwd });
    expect(second.code, second.stderr).toBe(0);
    expect(second.stdout).toContain('conflict: survey.csv, 0114, aldreomsorg: tva.csv (rad 2)');
    const kept = contents(join(cwd, 'raw'));
    expect(kept['survey.csv']).toContain('0114,aldreomsorg,1,0');
    expect(kept['conflicts.csv']).toContain('0114');
    oj(['import', 'skr', 'tva.csv', '--into', 'raw', '--replace'], { cwd });
    expect(contents(join(cwd, 'raw'))['survey.csv']).toContain('0114,aldreomsorg,0,1');
  });

  test('drafts a mapping, takes it back filled in, and never writes over one', () => {
    const draft = oj(['import', 'skr', 'ett.csv', '--write-mapping', 'm.json'], { cwd });
    expect(draft.code, draft.stderr).toBe(0);
    expect(draft.stdout).toContain('1 units');
    expect(oj(['import', 'skr', 'ett.csv', '--write-mapping', 'm.json'], { cwd }).code).toBe(2);
    const text = readFileSync(join(cwd, 'm.json'), 'utf8');
    writeFileSync(join(cwd, 'm.json'), text.replace('"Stokholm": null', '"Stokholm": "0180-bromma"'));
    const settled = oj(['import', 'skr', 'ett.csv', '--into', 'settled', '--mapping', 'm.json'], { cwd });
    expect(settled.code, settled.stderr).toBe(0);
    expect(settled.stdout).toContain('1 mapping');
    expect(readFileSync(join(cwd, 'settled', 'survey.csv'), 'utf8')).toContain('0180-bromma,aldreomsorg,1,0');
  });

  test.each([
    [['ett.csv'], /expected --into DIR/],
    [['nej.csv', '--into', 'x'], /nej\.csv: cannot be read \(ENOENT\)/],
    [['ett.csv', '--into', 'x', '--mapping', 'tva.csv'], /tva\.csv: not JSON/],
    [['ett.csv', 'under/ett.csv', '--into', 'x'], /two files by the name ett\.csv/],
    [['tom.csv', '--into', 'x'], /tom\.csv: found no headings|found no answer/],
    [['fel.csv', '--into', 'x'], /fel\.csv: found the headings "Ort", "Svar"/],
    [['tva.csv', '--into', 'ett.csv'], /ett\.csv/],
  ])('refuses %j and writes nothing', (args, message) => {
    const folder = files({ 'ett.csv': ONE, 'tva.csv': TWO, 'tom.csv': '', 'fel.csv': 'Ort;Svar\nLund;1\n' });
    const run = oj(['import', 'skr', ...args], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toContain('an error of the program');
    expect(run.stdout).toBe('');
    expect(existsSync(join(folder, 'x'))).toBe(false);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  test('refuses to write into the demo data', () => {
    const demo = join(import.meta.dirname, '..', '..', 'data', 'demo');
    expect(oj(['import', 'skr', 'ett.csv', '--into', demo], { cwd }).stderr).toContain('the demo data');
  });
});

describe('the form and the folder', () => {
  test('oj template skr prints it or writes it, and never over one that is there', () => {
    const cwd = scratch();
    const printed = oj(['template', 'skr'], { cwd });
    expect(printed.stdout.startsWith('\uFEFFKod;Kommun;Stadsdel;')).toBe(true);
    expect(oj(['template', 'skr', '--out', 'form.csv'], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'form.csv'), 'utf8')).toBe(printed.stdout);
    expect(oj(['template', 'skr', '--out', 'form.csv'], { cwd }).code).toBe(2);
  });

  test('filled in and imported beside answers, works with oj check and oj users', () => {
    const cwd = scratch();
    oj(['template', 'skr', '--out', 'form.csv'], { cwd });
    const rows = readFileSync(join(cwd, 'form.csv'), 'utf8').trimEnd().split('\r\n');
    const filled = rows.map((row, i) =>
      i === 0 ? row : row.replace(/;;;;;;$/, [';X;;;X;;', ';;X;X;;X', ';X;;X;;X', ';X;;;;X'][i % 4]! + ';'),
    );
    writeFileSync(join(cwd, 'form.csv'), filled.map((row) => row.replace(/;$/, '')).join('\r\n'));
    const units = rows.slice(1).map((row) => row.split(';')[0]!);
    const answers = units.flatMap((u, i) =>
      [2017, 2018, 2019, 2020].map((y) => `${u},${y},egen-fraga,${(i * 7 + y) % 3 ? 'Ja' : 'Nej'},`),
    );
    const run = oj(['import', 'skr', 'form.csv', '--into', 'raw'], { cwd });
    expect(run.stdout).toContain('312 code');
    writeFileSync(
      join(cwd, 'raw', 'indicators.csv'),
      'indicator,area,label,type,better\negen-fraga,ekonomiskt-bistand,AUDIT,binary,higher\n',
    );
    writeFileSync(
      join(cwd, 'raw', 'answers.csv'),
      `unit,year,indicator,answer,reason\n${answers.join('\n')}\n`,
    );
    const check = oj(['check', '--data', 'raw'], { cwd });
    expect(check.code, check.stdout).toBe(0);
    const users = oj(['users', '--data', 'raw', '--json'], { cwd });
    const { estimates } = JSON.parse(users.stdout) as { estimates: { n: number; area: string }[] };
    expect(Math.max(...estimates.map((e) => e.n))).toBeGreaterThan(300);
    expect(unitCodes(users.stdout)).toEqual([]);
  });
});

describe('no output lists the flag of a unit', () => {
  const cwd = scratch();
  oj(['replicate', '--tables', '8,13', '--out', 'out'], { cwd });

  test.each(['results.json', 'estimates.csv', 'comparison.csv', 'report.md', 'report.html'])(
    'replicate: %s',
    (file) => {
      const text = readFileSync(join(cwd, 'out', file), 'utf8');
      expect(unitCodes(text)).toEqual([]);
      expect(text).not.toMatch(/quality_development|not_used|qualityDevelopment|notUsed/);
    },
  );

  test.each([
    ['users', '--json'],
    ['composition', '--json'],
    ['explain', '8', 'Extern samverkan', 'totalt', '--json'],
    ['explain', '8', 'Extern samverkan', 'totalt'],
  ])('oj %s %s', (...args) => {
    const { stdout, stderr } = oj(args, { cwd });
    expect(stdout).not.toBe('');
    for (const text of [stdout, stderr]) {
      expect(unitCodes(text)).toEqual([]);
      expect(text).not.toMatch(/quality_development|not_used|qualityDevelopment|notUsed/);
    }
  });

  test('nor do counts of groups of one or two units tell theirs, by themselves or by subtraction', () => {
    const { estimates } = JSON.parse(oj(['composition', '--json'], { cwd }).stdout) as {
      estimates: { id: string; n: number; group: string | null; extra: { pooled?: string[] } }[];
    };
    const shares = estimates.filter((e) => e.group !== null);
    expect(shares.length).toBeGreaterThan(20);
    expect(Math.min(...shares.filter((e) => e.n > 0).map((e) => e.n))).toBeGreaterThanOrEqual(3);
    const pooled = shares.flatMap((e) => (e.extra.pooled ? [e.extra.pooled] : []));
    expect(pooled.flat()).toContain('Gotlands län');
    for (const groups of pooled) expect(groups.length).toBeGreaterThan(1);
  });
});
