import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../analysis/results.js';
import { interrupt, oj, schoolFolder, scratch } from './oj.js';

const parse = (text: string) => JSON.parse(text) as Results;

/** Every file below a folder with the hash of its bytes. */
function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((f) => statSync(join(folder, f)).isFile())
      .sort()
      .map((f) => [
        f,
        createHash('sha256')
          .update(readFileSync(join(folder, f)))
          .digest('hex'),
      ]),
  );
}

describe('oj replicate on the demo data', () => {
  const cwd = scratch();
  const run = oj(['replicate', '--out', 'one'], { cwd });

  test('is done with exit code 0, and ends with the path of the report', () => {
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout.trim().split('\n').at(-1)).toBe(`Hela resultatet: ${join('one', 'report.html')}`);
    expect(existsSync(join(cwd, 'one', 'report.html'))).toBe(true);
  });

  test('prints tables that say that the data are synthetic, and progress on stderr only', () => {
    expect(run.stdout).toContain('SYNTETISKA DATA');
    expect(run.stdout).toContain('Tabell 8');
    expect(run.stderr).toContain('Skattar');
    expect(run.stdout).not.toContain('Skattar tabellerna');
  });

  test('writes all 1,103 cells, estimated or with a reason, the series of the figures, and the manifest', () => {
    const { manifest, estimates } = parse(readFileSync(join(cwd, 'one', 'results.json'), 'utf8'));
    const cells = estimates.filter((e) => typeof e.table === 'number');
    expect(cells).toHaveLength(1103);
    for (const e of estimates) expect(e.status === 'ok' || e.reason !== null, e.id).toBe(true);
    expect(new Set(estimates.map((e) => e.id)).size).toBe(estimates.length);
    expect(manifest.synthetic).toBe(true);
    expect(manifest.time).toBe('2021-06-18T07:06:40.000Z');
    expect(manifest.inputs.map((i) => i.file)).toContain('answers.csv');
    const figures = new Set(estimates.flatMap((e) => (e.extra.figures as string[] | undefined) ?? []));
    expect(figures.size).toBe(16);
  });

  test('has nowhere a NaN, an undefined or an infinite number', () => {
    for (const f of ['results.json', 'estimates.csv', 'comparison.csv', 'report.md', 'report.html'])
      expect(readFileSync(join(cwd, 'one', f), 'utf8')).not.toMatch(/\bNaN\b|\bundefined\b|\bInfinity\b/);
  });

  test('gives the same bytes a second time', () => {
    const other = scratch();
    expect(oj(['replicate', '--out', 'one'], { cwd: other }).code).toBe(0);
    expect(hashes(join(other, 'one'))).toEqual(hashes(join(cwd, 'one')));
  });

  test('--tables estimates, prints and writes these tables alone', () => {
    const folder = scratch();
    const some = oj(['replicate', '--tables', '8,13', '--out', 'two'], { cwd: folder });
    expect(some.code, some.stderr).toBe(0);
    const { estimates } = parse(readFileSync(join(folder, 'two', 'results.json'), 'utf8'));
    expect(new Set(estimates.map((e) => e.table))).toEqual(new Set([8, 13]));
    expect(some.stdout).toContain('Tabell 13');
    expect(some.stdout).not.toContain('Tabell 9');
    expect(readdirSync(join(folder, 'two', 'tables'))).toEqual(['table-08.csv', 'table-13.csv']);
  });

  test('leaves no temporary file', () => {
    const names = Object.keys(hashes(join(cwd, 'one')));
    expect(names.filter((n) => !/\.(json|csv|md|html|svg)$/.test(n))).toEqual([]);
  });
});

describe('--json', () => {
  test.each(['replicate', 'trends', 'users', 'anova', 'peers', 'staffing', 'composition', 'compare'])(
    'of oj %s prints JSON on stdout and nothing else there',
    (command) => {
      const { stdout, stderr, code } = oj([command, '--json']);
      expect([0, 1], stderr).toContain(code);
      const { manifest } = parse(stdout);
      expect(manifest.synthetic).toBe(true);
      expect(manifest.command).toBe(`oj ${command} --json`);
    },
  );
});

describe('another canonical folder, with other indicators, areas and years', () => {
  const folder = schoolFolder();

  test.each([
    ['trends', 20],
    ['users', 24],
    ['anova', 24],
    ['peers', 96],
    ['staffing', 16],
    ['composition', 19],
  ])('goes through oj %s', (command, count) => {
    const { code, stdout, stderr } = oj([command, '--data', folder, '--json']);
    expect([0, 1], stderr).toContain(code);
    const { estimates, manifest } = parse(stdout);
    expect(manifest.synthetic).toBe(false);
    expect(estimates).toHaveLength(count);
    const text = oj([command, '--data', folder, '--lang', 'en']);
    expect(text.code, text.stderr).toBe(code);
    expect(text.stdout).not.toMatch(/NaN|undefined|SYNTHETIC/);
  });

  test('has its own years and tables in the keys', () => {
    const { estimates } = parse(oj(['users', '--data', folder, '--area', 'skola', '--json']).stdout);
    expect([...new Set(estimates.map((e) => e.column))]).toEqual([
      'totalt',
      '2018',
      '2019',
      '2020',
      '2021',
      'diff2021-2018',
    ]);
    expect(new Set(estimates.map((e) => e.table))).toEqual(new Set(['users:skola']));
    expect(estimates.every((e) => e.status === 'ok')).toBe(true);
  });

  test('takes indicators and groupings by name', () => {
    const { estimates } = parse(
      oj(['anova', '--data', folder, '--indicator', 'fri-antal', '--by', 'invanare,lan', '--json']).stdout,
    );
    expect(estimates.map((e) => e.column)).toEqual([
      'period:invanare',
      'period:lan',
      'sista:invanare',
      'sista:lan',
    ]);
  });

  test('replicates: the cells of the appendix have their reason, the own indicators their tables, and text is escaped', () => {
    const cwd = scratch();
    const { code, stderr } = oj(['replicate', '--data', folder, '--out', 'r'], { cwd });
    expect(code, stderr).toBe(1);
    const { estimates } = parse(readFileSync(join(cwd, 'r', 'results.json'), 'utf8'));
    const cells = estimates.filter((e) => typeof e.table === 'number');
    expect(cells).toHaveLength(1103);
    expect(new Set(cells.map((e) => e.reason))).toEqual(new Set(['indicator-not-in-data']));
    expect(estimates.filter((e) => e.table === 'users:skola' && e.status === 'ok')).toHaveLength(12);
    const page = readFileSync(join(cwd, 'r', 'report.html'), 'utf8');
    expect(page).toContain('&lt;b&gt;');
    expect(page).not.toContain('likvärdighet" <b>');
  });
});

describe('wrong use and bad input', () => {
  const failure = (args: string[], cwd = scratch()) => {
    const { code, stdout, stderr } = oj(args, { cwd });
    expect(code, stderr).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toMatch(/\n\s+at /);
    return stderr;
  };

  test('an unknown command or option is named, with what is near', () => {
    expect(failure(['replicat'])).toContain('Did you mean replicate?');
    expect(failure(['users', '--dta', 'x'])).toContain('--data');
    expect(failure(['users', '--lang', 'de'])).toContain('sv, en');
  });

  test('an empty folder, a folder that is a file, and a folder that is not there are said in a line', () => {
    const cwd = scratch();
    mkdirSync(join(cwd, 'tom'));
    writeFileSync(join(cwd, 'fil'), '');
    expect(failure(['users', '--data', 'tom'], cwd)).toContain('units.csv');
    expect(failure(['users', '--data', 'fil'], cwd)).toContain('fil');
    expect(failure(['users', '--data', 'borta'], cwd)).toContain('borta');
  });

  test('an error in the data names file, row, column, value and cure', () => {
    const folder = schoolFolder({ 'survey.csv': 'unit,area,quality_development,not_used\n1000,skola,1,1\n' });
    const stderr = failure(['users', '--data', folder]);
    expect(stderr).toMatch(/survey\.csv, row 2/);
    expect(stderr).toContain('expected');
  });

  test('an output folder that is a file stops the run and leaves nothing', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'ut'), 'mitt');
    expect(failure(['replicate', '--out', 'ut'], cwd)).toContain('ut');
    expect(readFileSync(join(cwd, 'ut'), 'utf8')).toBe('mitt');
    expect(readdirSync(cwd)).toEqual(['ut']);
  });

  test('a specification is checked before anything is computed', () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 's.json'), '{"peers": {"comparison": "over"}}');
    expect(failure(['peers', '--spec', 's.json'], cwd)).toContain(
      's.json: field peers.comparison: found "over"',
    );
    expect(failure(['peers', '--spec', 'none.json'], cwd)).toContain('none.json');
  });

  test('tables, rows, columns, indicators and areas that do not exist are named with those that do', () => {
    expect(failure(['replicate', '--tables', '18'])).toContain('2-17');
    expect(failure(['replicate', '--tables', 'åtta'])).toContain('2,8');
    expect(failure(['explain', '8', 'Extern', 'totalt'])).toContain("'Extern samverkan'");
    expect(failure(['explain', '8', 'Extern samverkan', '2015'])).toContain('totalt, 2016');
    expect(failure(['explain', '3', 'Samarbete med anhöriga', 'niva:alla:t-1'])).toContain(
      'Extern samverkan på särskilda boenden: Samarbete',
    );
    expect(failure(['anova', '--indicator', 'nej'])).toContain('eb-extern-samverkan');
    expect(failure(['anova', '--area', 'nej'])).toContain('barn-och-unga');
    expect(failure(['anova', '--by', 'region'])).toContain('lan, kommungrupp');
  });

  test.each([
    ['one unit', (u: string) => u.split('\n').slice(0, 2).join('\n'), 1],
    ['one group', (u: string) => u.replace(/,L\d,G\d,\d,\d,/g, ',L,G,1,1,'), 1],
  ])('%s gives estimates with reasons, not a crash', (_, change, code) => {
    const base = schoolFolder();
    const units = change(readFileSync(join(base, 'units.csv'), 'utf8'));
    const ids = new Set(units.split('\n').map((l) => l.split(',')[0]));
    const keep = (file: string, column: number) =>
      readFileSync(join(base, file), 'utf8')
        .split('\n')
        .filter((l, i) => i === 0 || ids.has(l.split(',')[column]))
        .join('\n');
    const folder = schoolFolder({
      'units.csv': units,
      'answers.csv': keep('answers.csv', 0),
      'survey.csv': keep('survey.csv', 0),
      'care-units.csv': keep('care-units.csv', 1),
    });
    for (const command of ['trends', 'users', 'anova', 'peers', 'staffing', 'composition']) {
      const run = oj([command, '--data', folder, '--json']);
      expect([0, code], `${command}: ${run.stderr}`).toContain(run.code);
      for (const e of parse(run.stdout).estimates) expect(e.status === 'ok' || e.reason !== null).toBe(true);
      expect(run.stdout).not.toContain('NaN');
    }
    const report = oj(['replicate', '--data', folder, '--out', 'r']);
    expect(report.code, report.stderr).toBe(1);
  });

  test('Ctrl-C stops the run, says so, and leaves no half-written file', async () => {
    const cwd = scratch();
    const { code, stderr } = await interrupt(['replicate', '--out', 'ut'], cwd, 'Ritar');
    expect(code).toBe(130);
    expect(stderr).toContain('nothing was left half-written');
    expect(existsSync(join(cwd, 'ut')) ? readdirSync(join(cwd, 'ut')) : []).toEqual([]);
  });
});

describe('oj explain', () => {
  test('answers for a cell: model, questions, estimate, n, dropped rows, power, rivals and the published mark', () => {
    const { stdout, code } = oj(['explain', '8', 'extern samverkan', 'totalt']);
    expect(code).toBe(0);
    for (const text of [
      'I bilagan (RiR 2021:17): ++',
      'Kolada U31478',
      'konfidensintervall',
      'klustrade på enhet',
      'Styrka',
      'användning av ÖJ okänd',
      'outcomes.itemGroups',
      'SYNTETISKA DATA',
    ])
      expect(stdout).toContain(text);
  });
  test('gives the same estimate as the whole appendix', () => {
    const one = parse(oj(['explain', '5', 'Alkohol/droger', 'niva:alla:t-1', '--json']).stdout).estimates[0]!;
    const all = parse(oj(['replicate', '--tables', '5', '--json']).stdout).estimates;
    expect(all).toContainEqual(one);
  });
});

describe('oj fit', () => {
  const cwd = scratch();
  writeFileSync(
    join(cwd, 'd.csv'),
    `\uFEFFy;x;g;vikt\r\n1,5;1;a;1\r\n2,5;2;a;1\r\n2;3;b;2\r\n4;4;b;1\r\n;5;b;1\r\n6;6;b;1\r\n`,
  );

  test('reads a CSV of Swedish Excel and counts the rows left out', () => {
    const { stdout, code } = oj(['fit', 'd.csv', 'y ~ x + factor(g)', '--vcov', 'iid', '--json'], { cwd });
    expect(code).toBe(0);
    const { estimates } = parse(stdout);
    expect(estimates.map((e) => e.term)).toEqual(['(Intercept)', 'x', 'g=b']);
    expect(estimates[0]).toMatchObject({ n: 5, dropped: { 'empty:y': 1 } });
  });
  test('names the cell that is no number, the column that is not there, the covariance that does not exist', () => {
    expect(oj(['fit', 'd.csv', 'y ~ g'], { cwd }).stderr).toContain('d.csv, row 2, column g: found "a"');
    expect(oj(['fit', 'd.csv', 'y ~ z'], { cwd }).stderr).toContain(
      'no column "z"; there are: y, x, g, vikt',
    );
    expect(oj(['fit', 'd.csv', 'y ~ x', '--vcov', 'HC9'], { cwd }).stderr).toContain('expected iid, HC0');
    expect(oj(['fit', 'nej.csv', 'y ~ x'], { cwd }).stderr).toContain('nej.csv: no such file');
  });
  test('takes covariances for few clusters, with degrees of freedom for every term, and more dimensions', () => {
    const rows = Array.from(
      { length: 24 },
      (_, i) => `${(i * i) % 7},${(i * 5) % 11},${i < 7 ? 1 : 0},${i % 6},${i % 4},${i % 5}`,
    );
    writeFileSync(join(cwd, 'k.csv'), `y,x,d,a,b,c\n${rows.join('\n')}\n`);
    const fit = (vcov: string, ...rest: string[]) =>
      oj(['fit', 'k.csv', 'y ~ x + d', '--vcov', vcov, ...rest], { cwd });
    const df = (vcov: string) => parse(fit(vcov, '--json').stdout).estimates.map((e) => e.df!);
    expect(df('cluster:a+b+c')).toEqual([3, 3, 3]);
    expect(df('HC4')).toEqual([21, 21, 21]);
    expect(new Set(df('CR2:a')).size).toBe(3);
    expect(df('CV3:a')).toEqual(df('CR3:a'));
    expect(fit('CR2:a').stdout).toMatch(/t +df +p/);
    expect(fit('iid').stdout).not.toMatch(/t +df +p/);
    expect(fit('CR2:a+b')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('CR2:COLUMN') as string,
    });
  });
  test('takes lags of a panel, products, weights and a subset, from a CSV of Swedish Excel', () => {
    const rows = Array.from({ length: 40 }, (_, i) => {
      const [unit, year] = [i % 10, 2016 + Math.floor(i / 10)];
      return `u${unit};${year};${unit % 2 ? 'Skåne län' : 'Kalmar län'};${(i * i) % 13},5;${((i * 7) % 11) + 1},25;${1 + (i % 3)}`;
    });
    writeFileSync(join(cwd, 'p.csv'), `enhet;år;lan;y;andel 65+;vikt\r\n${rows.join('\r\n')}\r\n`);
    const formula = 'log(y) ~ lag(y, 1) + `andel 65+`*factor(lan) | år';
    const subset = 'år >= 2017 & (lan == "Skåne län" | y > 1.5)';
    const options = [
      '--panel',
      'enhet,år',
      '--subset',
      subset,
      '--weights',
      'vikt',
      '--vcov',
      'cluster:enhet',
    ];
    const fit = (...more: string[]) => oj(['fit', 'p.csv', formula, ...options, ...more], { cwd });
    const json = fit('--json');
    expect(json).toMatchObject({ code: 0, stderr: '' });
    const { estimates, specification } = parse(json.stdout);
    expect(specification).toMatchObject({ subset, panel: { unit: 'enhet', year: 'år' } });
    const interaction = 'andel 65+:lan=Skåne län';
    expect(estimates.map((e) => e.term)).toEqual(['lag(y, 1)', 'andel 65+', 'lan=Skåne län', interaction]);
    const { n, dropped } = estimates[0]!;
    expect(n! + dropped['subset']!).toBe(40);
    expect(dropped['subset']).toBeGreaterThanOrEqual(10);

    const [head, ...lines] = fit('--csv').stdout.trimEnd().split('\r\n');
    expect(head).toBe('term,estimate,se,statistic,df,p,ciLow,ciHigh,mark,status,reason');
    expect(lines).toHaveLength(4);
    expect(lines[3]!.split(',').slice(0, 2)).toEqual([interaction, String(estimates[3]!.estimate)]);

    const { stdout } = fit('--lang', 'en');
    for (const text of [
      'within the fixed effects',
      'Clusters by enhet: 10, with',
      'outside the subset',
      interaction,
    ])
      expect(stdout.replace(/\s+/g, ' ')).toContain(text);
  });
  test.each([
    [['y ~ x + '], 'formula: found the end at character 9, expected a column'],
    [['y ~ lag(x, 1)'], 'name their columns with --panel unit,year'],
    [['y ~ log(x)', '--subset', 'x > '], '--subset: found the end at character 5'],
    [['y ~ x', '--subset', 'x > 100'], '--subset: no row of d.csv fulfils x > 100'],
    [['y ~ x', '--panel', 'x'], 'Expected two columns with a comma between'],
    [['y ~ x', '--panel', 'g,vikt'], 'rows 2 and 3: both are g "a", vikt 1'],
    [['y ~ x', '--df', 'cluster'], '--df cluster: found --vcov HC1'],
    [['y ~ x', '--csv', '--json'], 'cannot be used with'],
    [['y ~ vikr'], 'no column "vikr"; there are: y, x, g, vikt; did you mean "vikt"?'],
  ])('a mistake, %j, is one message and exit code 2', (args, expected) => {
    const { code, stdout, stderr } = oj(['fit', 'd.csv', ...args], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(expected);
    expect(stderr.match(/oj: /g)).toHaveLength(1);
  });
  test('drops a collinear column from the right and says so, with exit code 1', () => {
    writeFileSync(join(cwd, 'c.csv'), 'y,a,b\n1,1,2\n3,2,4\n2,3,6\n5,4,8\n');
    const { code, stdout } = oj(['fit', 'c.csv', 'y ~ a + b', '--json'], { cwd });
    expect(code).toBe(1);
    expect(parse(stdout).estimates.at(-1)).toMatchObject({
      term: 'b',
      status: 'not-estimable',
      reason: 'collinear-regressor',
    });
  });
});
