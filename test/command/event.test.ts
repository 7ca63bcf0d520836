import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../analysis/results.js';
import { demoFolder } from '../../data/location.js';
import { oj, schoolFolder, scratch } from './oj.js';

const folder = schoolFolder();
const datesFile = (rows: string): string => {
  const file = join(scratch(), 'start.csv');
  writeFileSync(file, `unit,year\n${rows}`);
  return file;
};
const all = datesFile(
  Array.from({ length: 40 }, (_, i) => `${1000 + i},${[2019, 2020, '', ''][i % 4]}\n`).join(''),
);

describe('oj event', () => {
  test('prints marks and numbers of any panel, and nothing that is no number', () => {
    const run = oj(['event', all, '--data', folder, '--lang', 'en', '--area', 'fritid']);
    expect([0, 1], run.stderr).toContain(run.code);
    for (const text of ['t−2', 't+0', 'ATT', 'TWFE', 'p, before', 'Sun and Abraham'])
      expect(run.stdout).toContain(text);
    expect(run.stdout).not.toMatch(/NaN|undefined|SYNTHETIC/);
    expect(run.stderr).toBe('');
  });

  test('prints JSON on stdout and nothing else there, with the dates among the inputs', () => {
    const args = ['event', all, '--data', folder, '--indicator', 'fri-antal', '--leads', '2', '--lags', '1', '--json']; // prettier-ignore
    const run = oj(args);
    const { estimates, manifest } = JSON.parse(run.stdout) as Results;
    expect(estimates.map((e) => e.column)).toEqual(['t-2', 't+0', 't+1', 'att', 'twfe', 'diff']);
    expect(manifest.inputs.at(-1)).toMatchObject({ file: all, rows: 40 });
    expect(estimates.filter((e) => e.extra['pHolm'] !== undefined).map((e) => e.column)).toEqual(['att']);
    expect(run.code).toBe(estimates.some((e) => e.status !== 'ok') ? 1 : 0);
    expect(oj(args).stdout).toBe(run.stdout);
  });

  test('says what the demo data are, and takes units that are not listed as never where asked', () => {
    const few = datesFile('0114,2018\n0115,2018\n0117,2018\n0120,2019\n0123,2019\n0125,2019\n0126,2019\n');
    const args = ['event', few, '--indicator', 'eb-extern-samverkan'];
    const refused = oj(args);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('no row for 310 of 317 units');
    const run = oj([...args, '--others', 'never']);
    expect(run.stderr).toContain('310 of 317 units are not listed: never');
    expect(run.stdout).toContain('SYNTETISKA DATA');
    expect([0, 1]).toContain(run.code);
  });

  test('refuses the survey, which has no dates, and a study without a file', () => {
    for (const args of [['event'], ['event', join(demoFolder(), 'survey.csv')]]) {
      const run = oj(args);
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toContain('who used öppna jämförelser in 2019, not since when');
      expect(run.stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  test.each([
    [['--leads', '1'], 'Expected a whole number from 2 to 100'],
    [['--lags', '-1'], 'Expected a whole number from 0 to 100'],
    [['--others', 'treated'], 'Allowed choices are never'],
    [['--area', 'x'], 'no indicator of "x"'],
    [['--indicator', 'x'], 'no indicator x in the data'],
  ])('refuses %j with what was expected', (options, message) => {
    const run = oj(['event', all, '--data', folder, ...options]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(run.stderr).not.toContain('    at ');
  });

  test('ends with exit code 1 where nobody is treated, and says why in the table', () => {
    const run = oj(['event', datesFile(''), '--data', folder, '--others', 'never', '--lang', 'en']);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('no unit started in the years with data');
  });
});
