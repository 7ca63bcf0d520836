import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { interrupt, oj, scratch } from './oj.js';

const cwd = scratch();
const text = (folder: string, name: string) => readFileSync(join(cwd, folder, name), 'utf8');

describe('oj lansrapport', () => {
  test('finds a county as people write it, and writes the formats asked for', async () => {
    const { code, stdout, stderr } = oj(['lansrapport', 'skåne', '--format', 'all', '--out', 'lan'], { cwd });
    expect(code, stderr).toBe(0);
    expect(stdout.trim().split('\n')).toEqual(
      ['html', 'docx', 'xlsx'].map((ending) => join('lan', `lansrapport-skane-lan.${ending}`)),
    );
    const page = text('lan', 'lansrapport-skane-lan.html');
    for (const name of ['Lund', 'Kristianstad', 'Ystad']) expect(page).toContain(name);
    expect(page).toContain('SYNTETISKA DATA');
    expect(page).not.toMatch(/\bNaN\b|undefined|\[object/);
    const word = await mammoth.extractRawText({ path: join(cwd, 'lan', 'lansrapport-skane-lan.docx') });
    expect(word.value).toContain('Ystad');
    const book = read(readFileSync(join(cwd, 'lan', 'lansrapport-skane-lan.xlsx')), { cellFormula: true });
    expect(book.SheetNames.length).toBeGreaterThan(3);
  });

  test('says who is meant where a county is not known', () => {
    const { code, stderr } = oj(['lansrapport', 'skane lan norr'], { cwd });
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(oj(['lansrapport'], { cwd }).stderr).toContain('no county given');
  });

  test('--all writes every county with a list of them, and a second run makes none anew', () => {
    const first = oj(['lansrapport', '--all', '--out', 'alla'], { cwd });
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toContain('Skrev 21 rapporter; 0 fanns redan');
    const pages = readdirSync(join(cwd, 'alla')).filter((name) => name.startsWith('lansrapport-'));
    expect(pages).toHaveLength(21);
    const index = text('alla', 'index.html');
    for (const page of pages) expect(index).toContain(`href="${page}"`);
    rmSync(join(cwd, 'alla', 'lansrapport-gotlands-lan.html'));
    const again = oj(['lansrapport', '--all', '--out', 'alla'], { cwd });
    expect(again.stdout).toContain('Skrev 1 rapporter; 20 fanns redan');
    expect(existsSync(join(cwd, 'alla', 'lansrapport-gotlands-lan.html'))).toBe(true);
    // Other options are other reports.
    expect(oj(['lansrapport', '--all', '--lang', 'en', '--out', 'alla'], { cwd }).stdout).toContain('Wrote 21 reports'); // prettier-ignore
  });

  test('stopped, it leaves whole reports, and goes on from there', async () => {
    const stopped = await interrupt(['kommunrapport', '--all', '--out', 'stopped'], cwd, '/317');
    expect(stopped.code).toBe(130);
    const folder = join(cwd, 'stopped');
    const written = readdirSync(folder).filter((name) => name.endsWith('.html'));
    for (const name of written) expect(text('stopped', name).trimEnd().endsWith('</html>')).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(statSync(join(folder, 'rapporter.json')).size).toBeGreaterThan(10);
  });
});

describe('oj kommunrapport', () => {
  test('finds a municipality or a district as people write it', () => {
    for (const [name, expected] of [
      ['lund', 'Lund'],
      ['Håbo kommun', 'Håbo'],
      ['0114', 'Upplands Väsby'],
      ['Göteborg Angered', 'Angered'],
      ['gotland', 'Gotland'],
    ] as const) {
      const { code, stdout, stderr } = oj(['kommunrapport', name, '--out', 'kommun'], { cwd });
      expect([name, code, stderr]).toEqual([name, 0, expect.any(String)]);
      expect(readFileSync(join(cwd, stdout.trim()), 'utf8')).toContain(expected);
    }
  });

  test('compares with whom it is asked to', () => {
    for (const group of ['lan', 'kommungrupp', 'invanare', 'narmast', 'Malmö, Kävlinge, Staffanstorp']) {
      const { code, stdout, stderr } = oj(['kommunrapport', 'lund', '--compare', group, '--out', 'val'], { cwd }); // prettier-ignore
      expect([group, code, stderr]).toEqual([group, 0, expect.any(String)]);
      expect(readFileSync(join(cwd, stdout.trim()), 'utf8')).not.toMatch(/\bNaN\b|undefined|\[object/);
    }
    const unknown = oj(['kommunrapport', 'lund', '--compare', 'Kävlnge'], { cwd });
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('Kävlinge')]);
  });
});

describe('oj jamfor', () => {
  test('sets from two to ten side by side', () => {
    const { code, stdout, stderr } = oj(['jamfor', 'lund', 'kalmar', '0114', '--out', 'j', '--lang', 'en'], { cwd }); // prettier-ignore
    expect(code, stderr).toBe(0);
    const page = readFileSync(join(cwd, stdout.trim()), 'utf8');
    for (const name of ['Lund', 'Kalmar', 'Upplands Väsby']) expect(page).toContain(name);
    expect(oj(['jamfor', 'lund', '1281'], { cwd }).stderr).toContain(
      'found 1 municipalities; expected from 2 to 10',
    );
  });
});

describe('oj indikator', () => {
  test('lists all, and tells of one in a sentence', () => {
    const all = oj(['indikator', '--out', 'i'], { cwd });
    expect(all.code, all.stderr).toBe(0);
    expect(text('i', 'indikatorer.html')).toContain('eb-audit');
    const one = oj(['indikator', 'eb-audit', '--out', 'i', '--format', 'html,docx'], { cwd });
    expect(one.code, one.stderr).toBe(0);
    expect(one.stdout.trim().split('\n')).toHaveLength(3);
    expect(one.stdout).toMatch(/\.\n$/);
    expect(oj(['indikator', 'eb-audt'], { cwd }).stderr).toContain('did you mean eb-audit?');
  });

  test('--all writes a card for each, and the list leads to them', () => {
    const { code, stderr } = oj(['indikator', '--all', '--out', 'kort', '--lang', 'en'], { cwd });
    expect(code, stderr).toBe(0);
    const cards = readdirSync(join(cwd, 'kort')).filter((name) => name.startsWith('indikator-'));
    expect(cards).toHaveLength(65);
    for (const card of cards) expect(text('kort', 'indikatorer.html')).toContain(`href="${card}"`);
  });
});
