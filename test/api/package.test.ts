import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { scratch } from '../command/oj.js';
import { project, typeErrors } from '../docs/consumer.js';
import { filesOf, root } from '../docs/root.js';

interface PackageFile {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, { types: string; default: string } | string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageFile;

/** What the tarball holds besides dist: documents, and the data that the program reads. */
const others = [
  'CHANGELOG.md',
  'CITATION.cff',
  'LICENSE',
  'README.md',
  'package.json',
  'data/README.md',
  ...['README.md', 'about.json', 'answers.csv', 'care-units.csv', 'indicators.csv', 'survey.csv', 'true-effects.json', 'units.csv'].map((f) => `data/demo/${f}`), // prettier-ignore
  ...['.csv', '.json', '.md'].flatMap((ending) => filesOf('data/codebook', ending)),
].sort();

const bundled = ['client', 'sort'].map((name) => `dist/reports/page/${name}.js`);

/** The consumer that a README's reader writes first, and what only types tell. */
const consumer = `
import { analyse, buildPanel, compare, defaultSpecification, demoFolder, fit, local, packageVersion } from 'oppna-jamforelser';
import { readDataFolder, readFrame, replicate, results } from 'oppna-jamforelser';
import { buildTables, drawFigures, renderDocument, renderOutputs, reportDocument } from 'oppna-jamforelser/reports';
import { ols } from 'oppna-jamforelser/stats';
import meta from 'oppna-jamforelser/package.json' with { type: 'json' };

const panel = buildPanel(readDataFolder(demoFolder()));
const estimates = [...replicate(panel, defaultSpecification, [8]), ...analyse(panel, defaultSpecification, 'trends', { indicator: ['eb-audit'] })];
const run = { version: packageVersion(), node: process.version, command: 'consumer', time: '2021-06-17T00:00:00.000Z' };
const whole = results(panel, defaultSpecification, estimates, run);
const comparison = compare(estimates);
const tables = buildTables(whole, comparison, 'en');
const figures = await drawFigures(whole, { lang: 'en' });
const document = reportDocument({ results: whole, comparison, assumptions: [], tables, figures, lang: 'en' });
const pdf = await renderDocument(document, 'pdf');
const files = await renderOutputs({ results: whole, comparison, assumptions: [], lang: 'en', formats: ['csv', 'docx', 'xlsx', 'png', 'html'] });
const coefficients = fit(readFrame(demoFolder() + '/units.csv'), 'trangboddhet ~ log(folkmangd) | lan');
const line = ols({ y: Float64Array.of(1, 2, 4), x: [{ name: 'x', values: Float64Array.of(1, 2, 3) }] });
console.log(JSON.stringify({
  version: meta.version === packageVersion(),
  cells: whole.estimates.filter((e) => e.table === 8).length,
  synthetic: document.synthetic !== null,
  pdf: Buffer.from(pdf).subarray(0, 5).toString(),
  files: files.length,
  figures: figures.length,
  fitted: coefficients[0].status,
  line: line.status,
  lund: local.findUnit(panel, 'lund').name,
}));
`;

describe('the packed tarball, unpacked into an empty project', () => {
  const folder = project(null, [...Object.keys(own.dependencies), '@types/node']);
  const installed = join(folder, 'node_modules', 'oppna-jamforelser');
  let files: string[] = [];
  let bytes = 0;

  beforeAll(() => {
    const place = scratch();
    // The registry is not asked, and the scripts of a release (which build) not run: the tests have built.
    execFileSync('npm', ['pack', '--ignore-scripts', '--offline', '--silent', '--pack-destination', place], {
      cwd: root,
      shell: process.platform === 'win32',
    });
    const [tarball] = readdirSync(place);
    bytes = statSync(join(place, tarball!)).size;
    execFileSync('tar', ['-xzf', tarball!], { cwd: place });
    renameSync(join(place, 'package'), installed);
    files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
      .map((f) => f.replaceAll('\\', '/'))
      .filter((f) => statSync(join(installed, f)).isFile())
      .sort();
    writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
  }, 60_000);

  test('holds documents and data that are needed, and nothing else besides the built program', () => {
    expect(files.filter((f) => !f.startsWith('dist/'))).toEqual(others);
  });

  test('holds of the program what each source becomes, without sources, maps and tests', () => {
    const sources = ['analysis', 'data', 'reports']
      .flatMap((f) => filesOf(f, '.ts'))
      .filter((f) => !f.startsWith('reports/page/client/') && !f.endsWith('.d.ts'))
      .map((f) => f.replace(/\.ts$/, ''));
    const expected = new Set([
      ...sources.flatMap((f) => [`dist/${f}.js`, `dist/${f}.d.ts`]),
      // The scripts of the page, which are bundled.
      ...bundled,
    ]);
    const built = files.filter((f) => f.startsWith('dist/'));
    expect([...expected].filter((f) => !built.includes(f))).toEqual([]);
    expect(
      built.filter((f) => !expected.has(f)),
      'made of sources that are gone: npm run build',
    ).toEqual([]);
  });

  test('is smaller than 2 MB, and has every file that package.json names', () => {
    expect(bytes).toBeLessThan(2_000_000);
    const named = [
      ...Object.values(own.bin),
      ...Object.values(own.exports).flatMap((e) => (typeof e === 'string' ? [e] : Object.values(e))),
    ];
    for (const file of named) expect(existsSync(join(installed, file)), file).toBe(true);
  });

  test('runs in plain JavaScript with the declared dependencies alone', () => {
    writeFileSync(join(folder, 'consumer.js'), consumer);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['consumer.js'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      version: true,
      cells: 63,
      synthetic: true,
      pdf: '%PDF-',
      files: expect.any(Number) as number,
      figures: expect.any(Number) as number,
      fitted: 'ok',
      line: 'ok',
      lund: 'Lund',
    });
  });

  test('passes a strict type-check with the declarations of all libraries checked (skipLibCheck false)', () => {
    const typed = consumer.replace('coefficients[0].status', 'coefficients[0]?.status');
    writeFileSync(join(folder, 'consumer.ts'), typed);
    const everything = Object.keys(own.exports)
      .filter((path) => path !== './package.json')
      .map((path, i) => `export * as all${i} from 'oppna-jamforelser${path.slice(1)}';\n`);
    writeFileSync(join(folder, 'everything.ts'), everything.join(''));
    expect(
      typeErrors(
        ['consumer.ts', 'everything.ts'].map((f) => join(folder, f)),
        false,
      ),
    ).toEqual([]);
  });

  test('fails the type-check where the consumer uses what is not public', () => {
    writeFileSync(
      join(folder, 'wrong.ts'),
      "import { groupBy } from 'oppna-jamforelser';\nimport 'oppna-jamforelser/dist/analysis/adjust.js';\nconsole.log(groupBy);\n",
    );
    const errors = typeErrors([join(folder, 'wrong.ts')], true);
    expect(errors).toHaveLength(2);
    expect(errors.join()).toContain("no exported member 'groupBy'");
  });

  test('runs as the command oj, from another folder', () => {
    const oj = (...args: string[]) =>
      spawnSync(process.execPath, [join(installed, own.bin.oj!), ...args], {
        cwd: mkdirIn(folder),
        encoding: 'utf8',
      });
    expect(oj('--version').stdout).toBe(`${own.version}\n`);
    const explained = oj('explain', '8', 'Extern samverkan', 'totalt');
    expect(explained.status, explained.stderr).toBe(0);
    expect(explained.stdout).toContain('SYNTETISKA DATA');
    const replicated = oj('replicate', '--tables', '8', '--format', 'html,csv');
    expect([0, 1], replicated.stderr).toContain(replicated.status);
    expect(readFileSync(join(installed, own.bin.oj!), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

function mkdirIn(folder: string): string {
  const place = join(folder, 'elsewhere');
  mkdirSync(place, { recursive: true });
  return place;
}
