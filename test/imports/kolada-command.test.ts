import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../data/location.js';
import { EPOCH, scratch } from '../command/oj.js';
import { missing, serve, type Server, value } from './kolada-server.js';

const cli = join(packageRoot(), 'dist', 'analysis', 'cli.js');

/** Runs the command without standing in the server's way; a signal is sent once `after` stands on stderr. */
function fetchKolada(args: readonly string[], cwd: string, after?: string) {
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const env = { ...process.env, SOURCE_DATE_EPOCH: EPOCH };
    const child = spawn(process.execPath, [cli, 'fetch', 'kolada', ...args], { cwd, env });
    let [stdout, stderr, sent] = ['', '', false];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      if (!sent && after !== undefined && stderr.includes(after)) sent = child.kill('SIGINT');
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    files
      .filter((f) => statSync(join(folder, f)).isFile())
      .map((f) => [
        f,
        createHash('sha256')
          .update(readFileSync(join(folder, f)))
          .digest('hex'),
      ]),
  );
}

let server: Server;
beforeAll(async () => {
  const years = [2016, 2017, 2018, 2019, 2020];
  server = await serve({
    kpis: [
      { id: 'U31473', title: 'Rutin, (Ja=1, Nej=0)' },
      { id: 'N02904', title: 'Andel <script>, =HYPERLINK("x"), andel (%)' },
    ],
    data: ['0114', '0180'].flatMap((place, i) =>
      years.flatMap((period) => [
        { kpi: 'U31473', place, period, values: [period === 2018 ? missing('Missing') : value(i)] },
        { kpi: 'N02904', place, period, values: [value(10 + i)] },
      ]),
    ),
  });
});
afterAll(() => server.close());

const wanted = ['--kpi', 'U31473,N02904,U31511', '--into', 'ut', '--cache', 'sparat'];

describe('oj fetch kolada', () => {
  test('writes a folder that oj check passes, tells what is gone, and cites Kolada for the values', async () => {
    const cwd = scratch();
    const run = await fetchKolada([...wanted, '--base', server.base], cwd);
    expect(run.code, run.stderr).toBe(1);
    expect(run.stdout).toContain('1 nyckeltal finns inte längre i Kolada:');
    expect(run.stdout).toContain('U31511  eb-dudit');
    expect(run.stdout).toContain('läs Socialstyrelsens publicerade arbetsböcker');
    expect(run.stdout).toContain('29 stadsdelar');
    expect(run.stdout).toContain('ut: 20 nya värden, 0 ändrade');
    expect(run.stderr).toContain('Hämtar från Kolada: 2/2');
    const about = JSON.parse(readFileSync(join(cwd, 'ut', 'about.json'), 'utf8')) as { sources: string[] };
    expect(about.sources).toEqual(['Källa: Kolada']);
    const { readDataFolder } = await import('../../data/readers/canonical.js');
    const data = readDataFolder(join(cwd, 'ut'));
    expect(data.answers.length).toBe(20);
    expect(data.warnings).toEqual([]);
    expect(readFileSync(join(cwd, 'ut', 'origins.csv'), 'utf8')).toContain('U31473 0180 2019 T');
  });

  test('gives the same bytes again, from the server and offline, and --json prints JSON alone', async () => {
    const [one, two] = [scratch(), scratch()];
    for (const cwd of [one, two]) await fetchKolada([...wanted, '--base', server.base], cwd);
    expect(hashes(join(one, 'ut'))).toEqual(hashes(join(two, 'ut')));
    expect(hashes(join(one, 'sparat'))).toEqual(hashes(join(two, 'sparat')));
    const before = hashes(join(two, 'ut'));
    const asked = server.log.length;
    const run = await fetchKolada([...wanted, '--base', server.base, '--offline', '--json'], two);
    expect(server.log).toHaveLength(asked);
    expect(hashes(join(two, 'ut'))).toEqual(before);
    const report = JSON.parse(run.stdout) as { requests: object; gone: object[]; unchanged: object };
    expect(report.requests).toEqual({ asked: 0, fromCache: 3 });
    expect(report.gone).toHaveLength(1);
    expect(report.unchanged).toMatchObject({ 'answers.csv': 20 });
  });

  test('keeps what the owner of the folder wrote: a direction, a title', async () => {
    const cwd = scratch();
    await fetchKolada([...wanted, '--base', server.base], cwd);
    const indicators = join(cwd, 'ut', 'indicators.csv');
    const lower = readFileSync(indicators, 'utf8').replace(/share,higher/, 'share,lower');
    writeFileSync(indicators, lower);
    writeFileSync(join(cwd, 'ut', 'about.json'), '{"title": "Mitt", "sources": ["SCB"]}');
    await fetchKolada([...wanted, '--base', server.base], cwd);
    expect(readFileSync(indicators, 'utf8')).toBe(lower);
    expect(JSON.parse(readFileSync(join(cwd, 'ut', 'about.json'), 'utf8'))).toMatchObject({
      title: 'Mitt',
      sources: ['SCB', 'Källa: Kolada'],
    });
  });

  test('writes nothing where nothing was found', async () => {
    const cwd = scratch();
    const gone = ['--kpi', 'U31511', '--into', 'ut', '--base', server.base, '--lang', 'en'];
    const run = await fetchKolada(gone, cwd);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('No values: no folder was written.');
    expect(existsSync(join(cwd, 'ut'))).toBe(false);
  });

  test('stopped by Ctrl-C leaves no folder and a cache that the next run uses', async () => {
    const cwd = scratch();
    let hang = true;
    server.mishap = (url) => hang && url.pathname.includes('N02904/year');
    const stopped = await fetchKolada([...wanted, '--base', server.base], cwd, 'Hämtar från Kolada: 1/2');
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('samma kommando fortsätter därifrån');
    expect(existsSync(join(cwd, 'ut'))).toBe(false);
    hang = false;
    const run = await fetchKolada([...wanted, '--base', server.base], cwd);
    expect(run.stdout).toContain('1 svar från Kolada, 2 ur det sparade');
    expect(existsSync(join(cwd, 'ut', 'answers.csv'))).toBe(true);
  });

  test('refuses wrong use in one line', async () => {
    const cwd = scratch();
    for (const [args, said] of [
      [[], '--into'],
      [['--into', 'ut', '--years', '2020-2016'], 'Expected years'],
      [['--into', 'ut', '--gender', 'X'], 'Allowed choices'],
      [['--into', 'ut', '--units', 'L'], '--units: found "L"'],
      [['--into', 'ut', '--kpi', 'x'], '--kpi: found "X"'],
      [['--into', 'ut', '--ou'], '--ou: found no KPI'],
      [['--into', 'ut', '--search', ' '], '--search: found an empty text'],
      [['--into', 'ut', '--kpi', 'U31473', '--search', 'a'], 'cannot be used with'],
      [['--into', 'ut', '--offline', '--refresh'], 'cannot be used with'],
      [['--into', 'ut', '--offline', '--kpi', 'U31473'], 'not in the cache'],
      [['--into', 'ut', '--base', 'ftp://x'], '--base: found'],
      [['--into', cli], 'is a file; expected a folder'],
    ] as const) {
      const run = await fetchKolada(args, cwd);
      expect(run.code, said).toBe(2);
      expect(run.stderr, said).toContain(said);
      expect(run.stdout).toBe('');
    }
    expect(readdirSync(cwd)).toEqual([]);
  });
});
