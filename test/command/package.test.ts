import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readResults } from '../../analysis/read-results.js';
import { Zip } from '../../data/imports/zip.js';
import { demoFolder } from '../../data/location.js';
import { usualFormats } from '../../reports/formats.js';
import { zipFiles } from '../../reports/archive.js';
import { parseCommand } from '../../reports/package/command.js';
import { parseSums } from '../../reports/package/sums.js';
import { EPOCH, oj, schoolFolder, scratch } from './oj.js';

const cli = join(import.meta.dirname, '..', '..', 'dist', 'analysis', 'cli.js');

/** Unpacks by another program than the writer. */
function unpack(zip: string): string {
  const folder = join(scratch(), 'paket');
  const tries = [
    ['python3', ['-m', 'zipfile', '-e', zip, folder]],
    ['unzip', ['-q', zip, '-d', folder]],
    ['tar', ['-xf', zip, '-C', folder]],
  ] as const;
  mkdirSync(folder);
  for (const [program, args] of tries) if (spawnSync(program, args).status === 0) return folder;
  throw new Error('expected python3, unzip or a tar that reads zip files');
}

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((f) => f.replaceAll('\\', '/'))
    .filter((f) => statSync(join(folder, f)).isFile())
    .sort();
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hashes = (folder: string) =>
  Object.fromEntries(files(folder).map((f) => [f, hash(readFileSync(join(folder, f)))]));
const text = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

/** The instructions of the README, with the program that is tested. */
const reproduce = (folder: string) =>
  spawnSync('sh', ['reproduce.sh'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, OJ: `${process.execPath} ${cli}`, SOURCE_DATE_EPOCH: '1' },
  });

/** A package of the schools, whose data are not synthetic and hold survey flags. */
function schools(...more: string[]) {
  const cwd = scratch();
  const data = schoolFolder({ 'about.json': hostileAbout });
  const run = oj(['package', '--data', data, '--out', 'p.zip', ...more], { cwd });
  return { run, data, zip: join(cwd, 'p.zip') };
}

const hostileAbout = JSON.stringify({
  title: '<script>alert(1)</script> | =HYPERLINK("x") 😀\u202e',
  sources: ['[x](javascript:alert(1)) | `rm`\n# no heading', 'å'.repeat(10_000)],
});

describe('oj package on the demo data', () => {
  const cwd = scratch();
  const run = oj(['package', '--data', demoFolder(), '--tables', '2,8', '--out', 'p.zip'], { cwd });
  const folder = unpack(join(cwd, 'p.zip'));

  test('writes one zip, and names it', () => {
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout).toMatch(/^Skrev \d+ filer, [\d,]+ MB: p\.zip\n$/);
    expect(readdirSync(cwd)).toEqual(['p.zip']);
  });

  test('holds README, script, specification, inputs, results and the sums of all', () => {
    const all = files(folder);
    for (const path of ['README.md', 'reproduce.sh', 'specification.json', 'data/answers.csv', 'data/about.json', 'results/results.json', 'results/report.html', 'results/tables/table-08.csv'])
      expect(all).toContain(path); // prettier-ignore
    const sums = parseSums(text(folder, 'SHA256SUMS'))!;
    expect([...sums.keys()].sort()).toEqual(all.filter((f) => f !== 'SHA256SUMS'));
    for (const [path, sum] of sums)
      expect([path, hash(readFileSync(join(folder, path)))]).toEqual([path, sum]);
    const zip = new Zip(readFileSync(join(cwd, 'p.zip')), 'p.zip');
    expect(zip.text('README.md')).toBe(text(folder, 'README.md'));
  });

  test('has the inputs as they were, and a manifest without paths of this machine', () => {
    for (const f of ['answers.csv', 'survey.csv'])
      expect(hash(readFileSync(join(folder, 'data', f)))).toBe(hash(readFileSync(join(demoFolder(), f))));
    const { manifest, quality } = readResults(text(folder, 'results/results.json'), 'results.json');
    expect(manifest.inputs.map((i) => i.file)).toContain('answers.csv');
    expect(parseCommand(manifest.command)).toEqual({ lang: 'sv', tables: [2, 8], formats: usualFormats });
    expect(manifest.time).toBe(new Date(Number(EPOCH) * 1000).toISOString());
    expect(quality!.indicators).toHaveLength(65);
    for (const f of files(folder)) {
      const content = text(folder, f);
      expect([f, content.includes(demoFolder()), content.includes(cwd)]).toEqual([f, false, false]);
    }
  });

  test('says at the top of the README that the data are synthetic, and names every output', () => {
    const readme = text(folder, 'README.md');
    expect(readme.split('\n').slice(0, 3).join('\n')).toContain('syntetiska data');
    for (const f of files(join(folder, 'results')).filter((f) => !f.startsWith('figures/')))
      expect(readme).toContain(`\`results/${f}\``);
    expect(readme).toContain('| data/answers.csv | svar per enhet, år och indikator | 90\u202f640 | ja |');
    expect(readme).toContain('analysis/models/users.ts');
    expect(readme).not.toMatch(/undefined|NaN|\[object/);
  });

  test('is the same bytes a second time, in another time zone and another folder', () => {
    const other = scratch();
    const again = [
      'package',
      '--data',
      demoFolder(),
      '--tables',
      '2,8',
      '--out',
      'deep/q.zip',
      '--workers',
      '1',
    ];
    oj(again, { cwd: other, env: { TZ: 'Pacific/Auckland' } });
    expect(hash(readFileSync(join(other, 'deep', 'q.zip')))).toBe(hash(readFileSync(join(cwd, 'p.zip'))));
  });

  test('reproduces every byte by its own instructions, elsewhere', () => {
    const before = hashes(folder);
    const { status, stdout, stderr } = reproduce(folder);
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('results/results.json: OK');
    expect(stdout).not.toContain('FAILED');
    expect(hashes(folder)).toEqual(before);
  });

  test('--verify runs it again, and changes nothing', () => {
    const before = hashes(folder);
    const { code, stdout, stderr } = oj(['package', '--verify', folder, '--lang', 'en']);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Every byte is the same.');
    expect(hashes(folder)).toEqual(before);
  });

  test('where one byte of the inputs is changed, both ways name the file', () => {
    const changed = join(scratch(), 'changed');
    cpSync(folder, changed, { recursive: true });
    const file = join(changed, 'data', 'answers.csv');
    const bytes = readFileSync(file);
    const at = bytes.indexOf(',Ja,');
    bytes.write(',Nej', at);
    writeFileSync(file, Buffer.concat([bytes.subarray(0, at), Buffer.from(',Nej,'), bytes.subarray(at + 4)]));
    const script = reproduce(changed);
    expect(script.status).not.toBe(0);
    expect(script.stdout).toMatch(/^answers\.csv: FAILED/m);
    const { code, stdout } = oj(['package', '--verify', changed, '--lang', 'en']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^data\/answers\.csv: changed since the package was made$/m);
    expect(stdout).toMatch(/^results\/results\.json: differs from the one made anew$/m);
    expect(stdout).toMatch(/\d+ differences\.\n$/);
  });

  test('where a result is changed, missing or added, --verify names each', () => {
    const changed = join(scratch(), 'changed');
    cpSync(folder, changed, { recursive: true });
    appendFileSync(join(changed, 'results', 'tables', 'table-08.csv'), ' ');
    rmSync(join(changed, 'results', 'report.md'));
    writeFileSync(join(changed, 'results', 'mine.txt'), '');
    const { code, stdout } = oj(['package', '--verify', changed, '--lang', 'en']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^results\/tables\/table-08\.csv: differs/m);
    expect(stdout).toMatch(/^results\/report\.md: is not there$/m);
    expect(stdout).toMatch(/^results\/mine\.txt: is not made by the run$/m);
    expect(stdout).toContain('3 differences.');
  });
});

describe('oj package on data of one’s own', () => {
  test('puts confidential answers into a package only where that is asked for', () => {
    const { run, zip } = schools();
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/survey\.csv holds single units' answers .* --no-inputs.* --reveal/);
    expect(existsSync(zip)).toBe(false);
  });

  test('--no-inputs packs the sums alone, and reproduces once the data are put back', () => {
    const { run, data, zip } = schools('--no-inputs', '--lang', 'en');
    expect(run.code, run.stderr).toBeLessThan(2);
    const folder = unpack(zip);
    expect(readdirSync(join(folder, 'data'))).toEqual(['SHA256SUMS']);
    const readme = text(folder, 'README.md');
    expect(readme).toContain('| data/survey.csv | SKR’s survey: who uses the results | 40 | no |');
    expect(readme).not.toContain('synthetic data');
    const lacking = oj(['package', '--verify', folder, '--lang', 'en']);
    expect(lacking.code).toBe(2);
    expect(lacking.stdout).toContain('data/answers.csv: is not there');
    expect(lacking.stderr).toMatch(/its data are not there; .*README\.md/);
    cpSync(data, join(folder, 'data'), { recursive: true });
    expect(oj(['package', '--verify', folder, '--lang', 'en']).stdout).toContain('Every byte is the same.');
  });

  test('no text of the folder becomes markup of the README', () => {
    const { run, zip } = schools('--reveal');
    expect(run.code, run.stderr).toBeLessThan(2);
    const folder = unpack(zip);
    const readme = text(folder, 'README.md');
    expect(readme).not.toContain('<script>');
    expect(readme).not.toMatch(/^# no heading/m);
    expect(readme).not.toContain('[x](javascript');
    expect(readme).toContain('- [ ] Jag har rätt att lämna ut');
    expect(text(folder, 'reproduce.sh')).not.toMatch(/script>|HYPERLINK|😀/);
  });

  test('what was imported is told, and conflicts are part of the inputs', () => {
    const sources = { sources: [{ id: 'abc', kind: 'skr', name: 'a|b.csv', sha256: 'f'.repeat(64), bytes: 1, time: '2021-06-17T12:00:00Z', attribution: 'Källa: SKR' }] }; // prettier-ignore
    const data = schoolFolder({
      'sources.json': JSON.stringify(sources),
      'conflicts.csv': 'table,key,source,place,row\nanswers.csv,1000\t2018\tskol-plan,abc,rad 2,"{""answer"":""Kanske""}"\n',
    }); // prettier-ignore
    const cwd = scratch();
    const run = oj(['package', '--data', data, '--out', 'p.zip', '--reveal', '--lang', 'en'], { cwd });
    expect(run.code, run.stderr).toBeLessThan(2);
    const folder = unpack(join(cwd, 'p.zip'));
    expect(text(folder, 'README.md')).toContain('| a\\|b.csv | skr | 17 June 2021, 12:00 UTC | Källa: SKR |');
    expect(readResults(text(folder, 'results/results.json'), 'r').quality!.disagreements!.rows).toBe(1);
    expect(oj(['package', '--verify', folder, '--lang', 'en']).stdout).toContain('Every byte is the same.');
    writeFileSync(join(data, 'sources.json'), '{"sources":[{"name":1}]}');
    expect(oj(['package', '--data', data, '--reveal']).stderr).toMatch(/sources\.json: found another form/);
  });
});

describe('oj package with wrong use', () => {
  test.each([
    [['--out', 'p.tar'], /--out: found "p\.tar"; expected the name of a zip file/],
    [['--data', 'nowhere'], /there is no folder "nowhere"/],
    [['--verify', 'nowhere'], /nowhere.data.SHA256SUMS: there is no such file; expected an unpacked package/],
    [['--verify', '.', '--data', 'x'], /cannot be used with/],
  ])('%j', (args, message) => {
    const { code, stderr, stdout } = oj(['package', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('sums that step out of the folder are refused', () => {
    expect(parseSums(`${'a'.repeat(64)}  ../../etc/passwd\n`)).toBeNull();
    expect(parseSums(`${'a'.repeat(64)}  /etc/passwd\n`)).toBeNull();
    expect(parseSums('rubbish\n')).toBeNull();
    expect(parseSums(`${'a'.repeat(64)} *a b.csv\r\n`)!.get('a b.csv')).toBe('a'.repeat(64));
  });

  test('a command that is none of a package is not run', () => {
    expect(parseCommand('oj replicate --data /etc --out results')).toBeNull();
    expect(
      parseCommand('oj replicate --data data --spec specification.json --lang sv --out results; rm x'),
    ).toBeNull();
  });
});

describe('the zip', () => {
  test('holds bytes and text, the time zone and the time of day do not matter, years it cannot tell are moved', () => {
    const bytes = Uint8Array.from([0, 255, 10, 13]);
    const list = [{ path: 'b/å.bin', content: bytes }, { path: 'a.txt', content: 'å' }]; // prettier-ignore
    const zip = zipFiles(list, '2021-06-17T12:00:00Z');
    expect(zipFiles(list, '2021-06-17T12:00:00Z')).toEqual(zip);
    expect(new Zip(zip, 'z').text('a.txt')).toBe('å');
    const file = join(scratch(), 'z.zip');
    writeFileSync(file, zip);
    const folder = unpack(file);
    expect(new Uint8Array(readFileSync(join(folder, 'b', 'å.bin')))).toEqual(bytes);
    for (const time of ['1970-01-01T00:00:00Z', '2150-01-01T00:00:00Z'])
      expect(new Zip(zipFiles(list, time), 'z').has('a.txt')).toBe(true);
  });

  test('is written for UTC in every time zone', () => {
    const script = `import('${join(import.meta.dirname, '..', '..', 'dist', 'reports', 'archive.js')}').then(({ zipFiles }) => process.stdout.write(Buffer.from(zipFiles([{ path: 'a', content: '1' }], '2021-01-17T23:30:10Z')).toString('hex')))`;
    const made = ['UTC', 'Europe/Stockholm', 'America/Los_Angeles', 'Asia/Kolkata'].map((TZ) =>
      execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', env: { ...process.env, TZ } }),
    );
    expect(new Set(made).size).toBe(1);
    expect(made[0]!.length).toBeGreaterThan(100);
  });
});
