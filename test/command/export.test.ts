import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import Papa from 'papaparse';
import { readParquet } from 'parquet-wasm';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../analysis/results.js';
import { oj, schoolFolder, scratch } from './oj.js';

const cwd = scratch();
const made = oj(['replicate', '--tables', '8,9', '--format', 'csv', '--out', 'oj-out'], { cwd });
const results = JSON.parse(readFileSync(join(cwd, 'oj-out', 'results.json'), 'utf8')) as Results;
const school = schoolFolder();

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const parquet = (...path: string[]) => tableFromIPC(readParquet(readFileSync(join(...path))).intoIPCStream());

describe('oj export', () => {
  test('writes the newest run’s estimates and the panel behind them, and says that they are synthetic', () => {
    expect(made.code, made.stderr).toBeLessThan(2);
    const { code, stdout, stderr } = oj(['export', '--format', 'all'], { cwd });
    expect(code, stderr).toBe(0);
    const names = ['estimates', 'panel'].flatMap((table) =>
      ['parquet', 'csv', 'arrow'].map((format) => `${table}.${format}`),
    );
    expect(stdout.trim().split('\n')).toEqual(names.map((name) => join('oj-export', name)));
    expect(readdirSync(join(cwd, 'oj-export')).sort()).toEqual(names.sort());
    expect(stderr).toContain('Syntetiska data');
  });

  test('holds every estimate of results.json', () => {
    const read = parquet(cwd, 'oj-export', 'estimates.parquet');
    const { estimates, manifest } = results;
    expect(read.numRows).toBe(estimates.length);
    for (const field of ['id', 'estimate', 'p', 'n', 'mark', 'reason'] as const)
      expect(Array.from(read.getChild(field)!)).toEqual(estimates.map((e) => e[field]));
    expect(Array.from(read.getChild('extra')!, (text) => JSON.parse(text as string) as unknown)).toEqual(
      estimates.map((e) => e.extra),
    );
    expect(read.schema.metadata.get('oppna-jamforelser.version')).toBe(manifest.version);
    expect(tableFromIPC(readFileSync(join(cwd, 'oj-export', 'estimates.arrow'))).numRows).toBe(
      estimates.length,
    );
  });

  test('writes the same bytes again', () => {
    expect(oj(['export', 'oj-out/results.json', '--format', 'all', '--out', 'again'], { cwd }).code).toBe(0);
    for (const name of readdirSync(join(cwd, 'again')))
      expect([name, hash(join(cwd, 'again', name))]).toEqual([name, hash(join(cwd, 'oj-export', name))]);
  });

  test('writes a panel alone without any run', () => {
    const { code, stdout, stderr } = oj(['export', '--what', 'panel', '--format', 'csv', '--data', school, '--reveal', '--lang', 'en'], { cwd: scratch() }); // prettier-ignore
    expect([code, stdout.trim(), stderr]).toEqual([
      0,
      join('oj-export', 'panel.csv'),
      expect.not.stringMatching(/Synthetic/),
    ]);
  });

  test('leaves out single units’ answers to SKR’s survey in real data, and says so, unless told to reveal them', () => {
    const folder = scratch();
    const heads = (...more: string[]) => {
      const run = oj(['export', '--what', 'panel', '--format', 'csv', '--data', school, ...more], {
        cwd: folder,
      });
      expect(run.code, run.stderr).toBe(0);
      const text = readFileSync(join(folder, 'oj-export', 'panel.csv'), 'utf8');
      const users = Papa.parse<string[]>(text).data[0]!.filter((name) => name.startsWith('user'));
      return { users, told: run.stderr.includes('konfidentiella') };
    };
    expect(heads()).toEqual({ users: [], told: true });
    expect(heads('--reveal')).toEqual({ users: ['user_status', 'user.skola'], told: false });
  });
});

describe('oj export refuses, in one sentence and without writing,', () => {
  const refused = (args: readonly string[], words: RegExp, out = 'never') => {
    const { code, stdout, stderr } = oj(['export', ...args, '--out', out], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    const last = stderr.trim().split('\n').at(-1)!;
    expect(last).toMatch(/^oj: /);
    expect(last).toMatch(words);
    expect(existsSync(join(cwd, 'never'))).toBe(false);
  };

  test('an unknown format or table', () => {
    refused(['--format', 'feather'], /--format: found "feather"; expected one or more of parquet,csv,arrow/);
    refused(['--what', 'panel,map'], /--what: found "map"; expected one or more of estimates,panel/);
  });

  test('results that are cut off, of another version, or not there', () => {
    const text = readFileSync(join(cwd, 'oj-out', 'results.json'), 'utf8');
    mkdirSync(join(cwd, 'bad'));
    const bad = (content: string) => writeFileSync(join(cwd, 'bad', 'results.json'), content);
    bad(text.slice(0, 5000));
    refused(['bad'], /bad.results\.json.*(cut off|ends)/);
    bad(text.replace(/"version": "[^"]+"/, '"version": "9.1.0"'));
    refused(['bad'], /9\.1\.0/);
    refused(['nowhere'], /nowhere: cannot be read.*oj replicate/);
  });

  test('a panel that the results were not made from', () => {
    refused(
      ['--data', school],
      /results\.json: the results were made from another \w[\w-]*\.csv than that of .*--data/,
    );
  });

  test('a data folder that is not there', () => {
    refused(['--what', 'panel', '--data', 'no-such-folder'], /no-such-folder/);
  });

  test('a folder in which estimates.csv is the report’s', () => {
    const before = hash(join(cwd, 'oj-out', 'estimates.csv'));
    refused(['--format', 'csv'], /found results\.json.*choose another with --out/, 'oj-out');
    expect(hash(join(cwd, 'oj-out', 'estimates.csv'))).toBe(before);
  });

  test('a folder that is a file', () => {
    writeFileSync(join(cwd, 'a-file'), '');
    refused([], /cannot write a-file.*there is a file where a folder is needed/, 'a-file');
  });

  test.skipIf(process.getuid?.() === 0)('a folder that cannot be written to', () => {
    mkdirSync(join(cwd, 'locked'));
    chmodSync(join(cwd, 'locked'), 0o500);
    refused([], /no permission to write there/, 'locked/inner');
  });
});
