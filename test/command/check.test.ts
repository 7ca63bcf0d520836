import Papa from 'papaparse';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { QualityReport } from '../../analysis/quality/records.js';
import { oj, schoolFolder, scratch } from './oj.js';

type Checked = QualityReport & { folder: string | null; errors: number; warnings: number };
const parse = (text: string) => JSON.parse(text) as Checked;

describe('oj check on the demo data', () => {
  const cwd = scratch();
  const run = oj(['check', '--out', 'q'], { cwd });
  const file = (name: string) => readFileSync(join(cwd, 'q', name), 'utf8');

  test('is done with exit code 0: weak indicators are no errors', () => {
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout.startsWith('0 errors, 0 warnings\n')).toBe(true);
    expect(run.stdout).toContain('svag');
    expect(run.stdout).toContain('SYNTETISKA DATA');
    expect(run.stdout.trim().split('\n').at(-1)).toBe(`Hela rapporten: ${join('q', 'quality.html')}`);
  });
  test('prints a grid per area within the terminal’s width, then the problems in words', () => {
    expect(run.stdout).toMatch(/Intern samordning: LSS vuxen .*god/);
    expect(run.stdout).toContain('Rör 30 celler i bilagan: tabell 2 (6), 3 (8)');
    for (const line of run.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });
  test('writes three files, each of which says that the data are synthetic', () => {
    expect(readdirSync(join(cwd, 'q')).sort()).toEqual(['quality.csv', 'quality.html', 'quality.json']);
    expect(parse(file('quality.json')).manifest.synthetic).toBe(true);
    expect(file('quality.html')).toContain('Syntetiska data');
    for (const name of readdirSync(join(cwd, 'q')))
      expect(file(name)).not.toMatch(/\bNaN\b|\bundefined\b|\bInfinity\b/);
  });
  test('the CSV has a row per indicator and year, and per staffing measure and year', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(file('quality.csv'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    const { indicators, measures } = parse(file('quality.json')).quality;
    const rows = [...indicators, ...measures].reduce((sum, i) => sum + i.years.length, 0);
    expect(data).toHaveLength(rows);
    expect(new Set(data.map((row) => row['synthetic']))).toEqual(new Set(['true']));
    const one = indicators[0]!;
    expect(data[0]).toMatchObject({ id: one.id, grade: one.grade, asked: String(one.years[0]!.asked) });
  });
  test('gives the same bytes a second time', () => {
    const other = scratch();
    oj(['check', '--out', 'q'], { cwd: other });
    for (const name of readdirSync(join(cwd, 'q')))
      expect(readFileSync(join(other, 'q', name), 'utf8')).toBe(file(name));
  });
  test('--json prints the problems as before, and the whole report', () => {
    const { stdout, code } = oj(['check', '--json']);
    expect(code).toBe(0);
    const report = parse(stdout);
    expect(report).toMatchObject({ folder: null, errors: 0, warnings: 0, problems: [] });
    expect(report.quality.indicators).toHaveLength(65);
  });
});

describe('oj check on a folder of one’s own', () => {
  test('reports its indicators, in English too, and escapes their labels', () => {
    const cwd = scratch();
    const run = oj(['check', '--data', schoolFolder(), '--lang', 'en', '--out', 'q'], { cwd });
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout).not.toMatch(/NaN|undefined|SYNTHETIC/);
    expect(run.stdout).toContain('Plan, "likvärdighet" <b>');
    const page = readFileSync(join(cwd, 'q', 'quality.html'), 'utf8');
    expect(page).toContain('&lt;b&gt;');
    expect(page).not.toContain('likvärdighet" <b>');
  });
  test('with errors lists them alone, writes nothing, and ends with 1', () => {
    const cwd = scratch();
    const folder = schoolFolder({ 'survey.csv': 'unit,area,quality_development,not_used\n1000,skola,1,1\n' });
    const text = oj(['check', '--data', folder, '--out', 'q'], { cwd });
    expect(text.code).toBe(1);
    expect(text.stdout).toMatch(/survey\.csv, row 2/);
    expect(text.stdout.trim().split('\n').at(-1)).toMatch(/^1 errors, \d+ warnings$/);
    expect(readdirSync(cwd)).toEqual([]);
    const json = oj(['check', '--data', folder, '--json']);
    expect(json.code).toBe(1);
    const report = parse(json.stdout);
    expect(Object.keys(report)).toEqual(['folder', 'errors', 'warnings', 'problems']);
    expect(report.problems[0]).toMatchObject({ severity: 'error', file: 'survey.csv', row: 2 });
  });
  test('with warnings lists them first and goes on', () => {
    const base = schoolFolder();
    const answers = readFileSync(join(base, 'answers.csv'), 'utf8').replace(/,bortfall$/m, ',');
    const { code, stdout } = oj(['check', '--data', schoolFolder({ 'answers.csv': answers })]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^warning: answers\.csv, row \d+/);
    expect(stdout).toContain('0 errors, 1 warnings');
    expect(stdout).toContain('kvalitet per indikator');
  });
  test('with sources that disagree counts them, and shows no flag of the survey', () => {
    const folder = schoolFolder();
    const row = (r: object) => `"${JSON.stringify(r).replaceAll('"', '""')}"`;
    const answer = { unit: '1000', year: '2018', indicator: 'fri-antal', answer: '4321', reason: '' };
    const flag = { unit: '1003', area: 'skola', quality_development: '0', not_used: '0' };
    writeFileSync(
      join(folder, 'conflicts.csv'),
      `table,key,source,place,row\nanswers.csv,1000\t2018\tfri-antal,bbb,A1,${row(answer)}\nsurvey.csv,1003\tskola,bbb,A1,${row(flag)}\nsurvey.csv,x,bbb,A1,{\n`,
    );
    const { code, stdout } = oj(['check', '--data', folder, '--json']);
    expect(code).toBe(0);
    const { quality, problems, warnings } = parse(stdout);
    expect(quality.disagreements).toMatchObject({ rows: 3, byIndicator: [{ id: 'fri-antal', cells: 1 }] });
    expect(problems.filter((p) => p.code === 'unreadable-conflict')).toMatchObject([{ row: 4 }]);
    expect(warnings).toBe(problems.length);
    const text = oj(['check', '--data', folder]).stdout;
    expect(text).toContain('1 i survey.csv.');
    expect(text).not.toContain('1003');
  });
  test('without answers has staffing alone', () => {
    const base = schoolFolder();
    const folder = join(scratch(), 'boenden');
    mkdirSync(folder);
    for (const name of ['units.csv', 'care-units.csv'])
      writeFileSync(join(folder, name), readFileSync(join(base, name)));
    const { code, stdout, stderr } = oj(['check', '--data', folder, '--out', join(folder, 'q')]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('timmar');
  });
  test('wrong use is one line and exit code 2', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'fil'), 'mitt');
    for (const args of [
      ['--out', 'fil'],
      ['--data', 'borta'],
      ['--spec', 'borta.json'],
    ]) {
      const { code, stderr } = oj(['check', ...args], { cwd });
      expect(code).toBe(2);
      expect(stderr).toMatch(/^oj: /);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    expect(readdirSync(cwd)).toEqual(['fil']);
  });
});
