import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test, describe } from 'vitest';
import { EPOCH, oj, scratch } from './oj.js';

const cwd = scratch();
const first = oj(['replicate', '--tables', '8,9', '--format', 'csv', '--out', 'run'], { cwd });

const hashes = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [
        file.slice(folder.length),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );

describe('oj report', () => {
  test('writes every format beside the results, and names each document', () => {
    expect(first.code, first.stderr).toBeLessThan(2);
    const { code, stdout, stderr } = oj(['report', 'run', '--format', 'all'], { cwd });
    expect(code, stderr).toBe(0);
    for (const ending of ['html', 'pdf', 'docx', 'xlsx', 'tex', 'md'])
      expect(stdout).toContain(join('run', `report.${ending}`));
    const files = Object.keys(hashes(join(cwd, 'run')));
    expect(files).toContain('/figures/koefficienter-tabell-08.png');
    expect(files).toContain('/figures/koefficienter-tabell-08.vl.json');
    expect(files.filter((file) => /\.tmp$/.test(file))).toEqual([]);
  });

  test('writes the same bytes as oj replicate, and the same again, from results alone', () => {
    const whole = scratch();
    oj(['replicate', '--tables', '8,9', '--format', 'csv', '--out', 'run'], { cwd: whole });
    expect(oj(['report', 'run', '--format', 'all'], { cwd: whole }).code).toBe(0);
    expect(hashes(join(whole, 'run'))).toEqual(hashes(join(cwd, 'run')));
    // The manifest's command tells which formats were asked for, and is a part of every document.
    const made = oj(['report', 'run/results.json', '--format', 'html,pdf', '--out', 'apart'], { cwd });
    expect(made.code, made.stderr).toBe(0);
    const apart = hashes(join(cwd, 'apart'));
    expect(Object.keys(apart).sort()).toEqual(['/report.html', '/report.pdf', '/results.json']);
    for (const [file, hash] of Object.entries(apart)) expect(hashes(join(cwd, 'run'))[file]).toBe(hash);
  });

  test('refuses results that are cut off, of another version, or missing, and writes nothing', () => {
    const text = readFileSync(join(cwd, 'run', 'results.json'), 'utf8');
    const bad = join(cwd, 'bad');
    mkdirSync(bad);
    const tried = (content: string) => {
      writeFileSync(join(bad, 'results.json'), content);
      return oj(['report', 'bad', '--format', 'html,docx'], { cwd });
    };
    for (const [content, words] of [
      [text.slice(0, 5000), /results\.json.*(cut off|ends)/],
      [text.replace(/"version": "[^"]+"/, '"version": "9.1.0"'), /9\.1\.0/],
      ['{"a": 1}', /results\.json/],
    ] as const) {
      const { code, stderr } = tried(content);
      expect(code).toBe(2);
      expect(stderr).toMatch(words);
      expect(stderr.trim().split('\n').at(-1)).not.toMatch(/^\s+at /);
    }
    expect(readdirSync(bad)).toEqual(['results.json']);
    expect(oj(['report', 'nowhere'], { cwd }).stderr).toMatch(/nowhere.*oj replicate/);
  });

  test.skipIf(process.getuid?.() === 0)('says that a folder cannot be written to', () => {
    const folder = join(cwd, 'locked');
    mkdirSync(folder, { mode: 0o500 });
    chmodSync(folder, 0o500);
    const { code, stderr } = oj(['report', 'run', '--out', 'locked/inner'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('no permission to write there')]);
  });

  test('a format that is none is named with those that are', () => {
    const { code, stderr } = oj(['report', 'run', '--format', 'doc'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('found "doc"; expected one or more of html,pdf,docx');
  });
});

describe('labels of data that look like something else', () => {
  const evil = [
    '"quoted" <b>bold</b> \'single\'',
    '=HYPERLINK("http://example.com";"x")',
    '<script>alert(1)</script>',
    'emoji \u{1f600} and \u202eright to left\u202c',
    `long ${'x'.repeat(9_990)}`,
  ];
  const folder = scratch();
  const data = join(folder, 'data');
  mkdirSync(data);
  const csv = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\n') + '\n';
  const units = Array.from({ length: 40 }, (_, i) => `u${i}`);
  writeFileSync(
    join(data, 'units.csv'),
    csv([['unit', 'name', 'municipality', 'lan', 'kommungrupp', 'socioek', 'invanare'], ...units.map((u, i) => [u, evil[i % 5]!, u, `${evil[i % 3]} län`, `B${i % 4}`, `${i % 5}`, '1000'])]), // prettier-ignore
  );
  writeFileSync(
    join(data, 'indicators.csv'),
    csv([['indicator', 'area', 'label', 'type', 'better'], ...evil.map((label, i) => [`i${i}`, `area ${evil[i % 3]}`, label, 'count', 'higher'])]), // prettier-ignore
  );
  writeFileSync(
    join(data, 'answers.csv'),
    csv([['unit', 'year', 'indicator', 'answer', 'reason'], ...units.flatMap((u, i) => [2016, 2017, 2018, 2019].flatMap((year) => evil.map((_, k) => [u, `${year}`, `i${k}`, `${(i * 7 + year * 3 + k * 5) % 11}`, ''])))]), // prettier-ignore
  );
  const run = oj(['replicate', '--data', 'data', '--format', 'all', '--out', 'out'], { cwd: folder });
  const bytes = (name: string) => readFileSync(join(folder, 'out', name));

  test('become text in every format', () => {
    expect(run.code, run.stderr).toBeLessThan(2);
    const html = bytes('report.html').toString();
    expect(html.match(/<script(?![^>]*type="(?:module|text\/plain|application\/json)")/g)).toBeNull();
    expect(html).not.toContain('<b>bold');
    expect(html).not.toContain('\u202e');
    const document = strFromU8(unzipSync(bytes('report.docx'))['word/document.xml']!);
    expect(document).toContain('&lt;script&gt;alert(1)');
    expect(document).not.toMatch(/<script|fldSimple[^>]*HYPERLINK "http/);
    expect(bytes('report.pdf').subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes('report.tex').toString()).not.toMatch(/[^\\]<script>/);
    expect(bytes('report.md').toString()).not.toMatch(/(?<!\\)<script/);
  });

  test('are no formulas in the workbook', () => {
    const book = read(bytes('report.xlsx'), { cellFormula: true });
    const cells = Object.values(book.Sheets).flatMap((sheet) =>
      Object.entries(sheet).filter(([at]) => !at.startsWith('!')).map(([, cell]) => cell as { t: string; f?: string; v: unknown }),
    ); // prettier-ignore
    expect(cells.filter((cell) => cell.f !== undefined)).toEqual([]);
    const likeFormulas = cells.filter((cell) => String(cell.v).includes('=HYPERLINK'));
    expect(likeFormulas.length).toBeGreaterThan(3);
    expect(likeFormulas.every((cell) => cell.t === 's')).toBe(true);
    expect(utils.sheet_to_json(book.Sheets['estimates']!).length).toBeGreaterThan(20);
  });

  test('stand in no picture as markup', () => {
    const figures = readdirSync(join(folder, 'out', 'figures')).filter((name) => name.endsWith('.svg'));
    expect(figures.length).toBeGreaterThan(2);
    for (const name of figures) expect(bytes(join('figures', name)).toString()).not.toMatch(/<script|<b>/);
  });
});

test('SOURCE_DATE_EPOCH is the only clock of the documents', () => {
  expect(JSON.parse(readFileSync(join(cwd, 'run', 'results.json'), 'utf8'))).toHaveProperty(
    'manifest.time',
    new Date(Number(EPOCH) * 1000).toISOString(),
  );
});
