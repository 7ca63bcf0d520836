import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { readResults } from '../../analysis/read-results.js';
import { interrupt, oj, schoolFolder, scratch } from './oj.js';

const data = schoolFolder();

/** A folder with files of the user's. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(scratch(), 'mina modeller åäö');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const lagged = (id: string, more = '') => `import { defineModel } from 'oppna-jamforelser';
export default defineModel({
  id: '${id}', title: { sv: 'Nivån före', en: 'The level before' },
  columns: { lag: { sv: 'Före', en: 'Before' } },
  defaults: { lag: 1, how: 'ok' },
  *run({ outcomes, options, cells }) {
    for (const outcome of outcomes)
      yield cells.regression({ outcome, column: 'lag', row: (r) => ({ x: r.lag(options.lag) }) });
    const [first] = outcomes;
    ${more}
  },
});
`;

const parse = (stdout: string) => JSON.parse(stdout) as Results;
const failures = (estimates: readonly Estimate[]) =>
  estimates.filter((e) => e.column === 'model').map((e) => [e.model, e.reason, e.extra['error']]);

describe('oj new model', () => {
  test.each(['sv', 'en'])('writes a model that runs as it is, in words of %s', (lang) => {
    const cwd = scratch();
    const made = oj(['new', 'model', 'my-model', '--lang', lang], { cwd });
    expect(made).toMatchObject({ code: 0, stdout: 'my-model.ts\noj run my-model.ts\n', stderr: '' });
    expect(readFileSync(join(cwd, 'my-model.ts'), 'utf8')).toContain(
      lang === 'sv' ? '// Val,' : '// Options,',
    );
    const run = oj(['run', 'my-model.ts', '--data', data, '--area', 'skola', '--json', '--lang', lang], {
      cwd,
    });
    expect(run.code).toBe(0);
    const { estimates } = parse(run.stdout);
    expect(estimates.map((e) => e.id)).toEqual([
      'own:my-model:skola/skol-plan/niva',
      'own:my-model:skola/skol-plan/forandring',
      'own:my-model:skola/skol-franvaro/niva',
      'own:my-model:skola/skol-franvaro/forandring',
    ]);
    expect(new Set(estimates.map((e) => e.status))).toEqual(new Set(['ok']));
  });

  test('writes over nothing', () => {
    const cwd = folderOf({ 'mine.ts': 'mine' });
    const again = oj(['new', 'model', 'mine'], { cwd });
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toBe(
      'oj: mine.ts: is there already, and is not written over; choose another name\n',
    );
    expect(readFileSync(join(cwd, 'mine.ts'), 'utf8')).toBe('mine');
  });

  test.each(['Min Modell', '../x/y z', 'å', ''])('refuses the name %j', (name) => {
    const { code, stderr } = oj(['new', 'model', name]);
    expect(code).toBe(2);
    expect(stderr).toContain('expected small letters, digits and hyphens');
  });

  test('says where it cannot write', () => {
    const { code, stderr } = oj(['new', 'model', 'no/such/folder/a']);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be written (ENOENT)');
  });
});

describe('oj run', () => {
  const cwd = folderOf({ 'a.ts': lagged('one'), 'b.mjs': lagged('two') });
  let made: ReturnType<typeof oj>;
  beforeAll(() => {
    made = oj(['run', 'a.ts', 'b.mjs', '--data', data, '--set', 'one.lag=2', '--out', 'ut', '--lang', 'en'], {
      cwd,
    });
  });

  test('prints the tables, and writes the outputs and the report', () => {
    expect(made.stderr).not.toContain('oj:');
    expect(made.code).toBe(0);
    expect(made.stdout).toContain('Skola: The level before');
    expect(made.stdout).toContain('Before');
    expect(made.stdout).toContain(
      'A model of the user’s own, not of the appendix: a.ts, with lag = 2, how = "ok".',
    );
    expect(made.stdout).toContain('The whole result: ut');
    for (const file of ['report.html', 'report.md', 'estimates.csv', 'tables/table-own-one-skola.csv', 'figures/koefficienter-own-one-skola.svg'])
      expect(existsSync(join(cwd, 'ut', file)), file).toBe(true); // prettier-ignore
    const page = readFileSync(join(cwd, 'ut', 'report.html'), 'utf8');
    expect(page).toContain('Models of one’s own');
    expect(page).toContain(`"options":"--model a.ts --model b.mjs --data ${data} --set one.lag=2"`);
    expect(page).toContain('own:one:skola Frånvaro');
  });

  test('says in the manifest what was run, and can be read again', () => {
    const text = readFileSync(join(cwd, 'ut', 'results.json'), 'utf8');
    const { manifest, estimates } = readResults(text, 'results.json');
    expect(manifest.models).toMatchObject([
      { id: 'one', options: { lag: 2, how: 'ok' }, files: [{ file: 'a.ts' }] },
      { id: 'two', options: { lag: 1, how: 'ok' }, files: [{ file: 'b.mjs' }] },
    ]);
    expect(manifest.models![0]!.files[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(estimates.map((e) => e.model))).toEqual(new Set(['own:one', 'own:two']));
    const broken = text.replace('"id": "one"', '"id": 1');
    expect(() => readResults(broken, 'r.json')).toThrow(
      /r\.json, manifest: field models\.0\.id: found 1; expected a text/,
    );
  });

  test('gives the same bytes from another folder', () => {
    const other = folderOf({ 'a.ts': lagged('one'), 'b.mjs': lagged('two') });
    const again = oj(
      ['run', 'a.ts', 'b.mjs', '--data', data, '--set', 'one.lag=2', '--out', 'ut', '--lang', 'en'],
      { cwd: other },
    );
    expect(again.stdout).toBe(made.stdout);
    for (const file of ['results.json', 'report.html', 'report.md', 'estimates.csv'])
      expect(
        readFileSync(join(other, 'ut', file), 'utf8') === readFileSync(join(cwd, 'ut', file), 'utf8'),
        file,
      ).toBe(true);
  });

  test('imports its neighbours, which the manifest names', () => {
    const folder = folderOf({
      'm.ts': `import { title } from './words.js';\n${lagged('imports').replace("{ sv: 'Nivån före', en: 'The level before' }", 'title')}`,
      'words.ts': 'export const title: string = "From a neighbour";',
    });
    const { code, stdout } = oj(['run', 'm.ts', '--data', data, '--json'], { cwd: folder });
    expect(code).toBe(0);
    const [model] = parse(stdout).manifest.models!;
    expect(model).toMatchObject({
      title: { sv: 'From a neighbour' },
      files: [{ file: 'm.ts' }, { file: 'words.ts' }],
    });
  });

  test('infers the same in one thread as in two', () => {
    const spec = {
      inference: {
        bootstrap: { draws: 99 },
        resamples: 49,
        randomization: { permutations: 49 },
        rivals: true,
      },
    };
    const folder = folderOf({ 'a.ts': lagged('one'), 'spec.json': JSON.stringify(spec) });
    const run = (workers: string) =>
      oj(['run', 'a.ts', '--data', data, '--spec', 'spec.json', '--workers', workers, '--json'], {
        cwd: folder,
      });
    const [one, two] = [run('1'), run('2')];
    expect(one.code).toBe(0);
    const { estimates } = parse(one.stdout);
    expect(parse(two.stdout).estimates).toEqual(estimates);
    expect(estimates[0]!.extra).toMatchObject({
      bootstrap: { draws: 99 },
      pRomanoWolf: expect.any(Number) as number,
    });
    expect(estimates.some((e) => e.model === 'joint' && e.table === 'own:one:skola')).toBe(true);
  });
});

describe('oj replicate --model', () => {
  test('adds the models to the appendix and changes nothing of it', () => {
    const cwd = folderOf({ 'a.ts': lagged('one'), 'b.ts': lagged('two') });
    const plain = parse(oj(['replicate', '--tables', '8', '--json'], { cwd }).stdout);
    const both = oj(['replicate', '--tables', '8', '--json', '--model', 'a.ts', '--model', 'b.ts'], { cwd });
    const { estimates, manifest } = parse(both.stdout);
    expect(plain.manifest.models).toBeUndefined();
    expect(manifest.models?.map((m) => m.id)).toEqual(['one', 'two']);
    expect(estimates.slice(0, plain.estimates.length)).toEqual(plain.estimates);
    const own = estimates.slice(plain.estimates.length);
    expect(own.length).toBeGreaterThan(60);
    expect(new Set(own.map((e) => e.model))).toEqual(new Set(['own:one', 'own:two']));
    expect(own[0]!.extra['familySize']).toBe(
      own.filter((e) => e.table === own[0]!.table && e.p !== null).length,
    );
  });
});

describe('oj explain', () => {
  const cwd = folderOf({ 'a.ts': lagged('one') });
  const explain = (...args: string[]) =>
    oj(['explain', 'own:one', ...args, '--data', data, '--model', 'a.ts', '--lang', 'en'], { cwd });

  test('tells everything behind a cell of one’s own model, by the label of its column too', () => {
    const { code, stdout } = explain('Frånvaro', 'before', '--set', 'lag=2');
    expect(code).toBe(0);
    expect(stdout).toContain('Table own:one:skola');
    expect(stdout).toContain('The user’s own model: The level before.');
    expect(stdout).toContain('a.ts, with lag = 2');
    expect(stdout).toContain('y ~ x | year');
    expect(stdout).toContain('clustered by unit (CR1)');
    expect(stdout).toMatch(/t\(39\) = /);
    expect(explain('Frånvaro', 'lag', '--set', 'lag=2').stdout).toBe(stdout);
  });

  test.each([
    [['Nope', 'lag'], 'has no row "Nope"; its rows: '],
    [['Frånvaro', 'nope'], 'has no column "nope"; its columns: "lag"'],
  ])('names what there is in place of %j', (args, message) => {
    const { code, stderr } = explain(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test('takes several models, as the page’s line gives them', () => {
    const folder = folderOf({ 'a.ts': lagged('one'), 'b.ts': lagged('two') });
    const asked = [
      'explain',
      'own:two:skola',
      'Frånvaro',
      'lag',
      '--data',
      data,
      '--model',
      'a.ts',
      '--model',
      'b.ts',
    ];
    expect(oj(asked, { cwd: folder }).stdout).toContain('Tabell own:two:skola');
    const { code, stderr } = oj(['explain', 'own:three', ...asked.slice(2)], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('no model three among those of --model: one, two');
  });

  test('asks for the file of the model', () => {
    const { code, stderr } = oj(['explain', 'own:one', 'Frånvaro', 'lag'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('expected the file of the model: --model my-model.ts');
  });
});

describe('a model that fails', () => {
  const bad: Readonly<Record<string, string>> = {
    loop: 'for (;;);',
    exit: 'process.exit(0);',
    throw: 'null!.x;',
    later: 'setTimeout(() => { throw new Error("later"); }, 0); yield 5 as never;',
    type: 'yield 5 as never;',
    print: "for (let i = 0; i < 1e5; i++) console.log('p'.repeat(100)); yield first as never;",
  };
  const cwd = folderOf(
    Object.fromEntries<string>([
      ['good.ts', lagged('good')],
      ...Object.entries(bad).map(([id, code]): [string, string] => [`${id}.ts`, lagged(id, `\n    ${code}`)]),
    ]),
  );

  test('is a row that says so, at its line; its cells before that stand, and other models go on', () => {
    const files = [...Object.keys(bad), 'good'].map((id) => `${id}.ts`);
    const run = oj(['run', ...files, '--data', data, '--json', '--time-limit', '3'], { cwd });
    expect(run.code).toBe(1);
    const { estimates } = parse(run.stdout);
    expect(failures(estimates)).toEqual([
      ['own:loop', 'own-model-timeout', 'not done after 3 s; --time-limit gives it more'],
      ['own:exit', 'own-model-failed', 'the model ended its own process'],
      [
        'own:throw',
        'own-model-failed',
        "throw.ts:11:11: TypeError: Cannot read properties of null (reading 'x')",
      ],
      ['own:later', 'own-model-failed', expect.stringContaining('run: yielded 5; expected a cell')],
      ['own:type', 'own-model-failed', expect.stringContaining('run: yielded 5; expected a cell')],
      ['own:print', 'own-model-failed', expect.stringContaining('run: yielded an object with')],
    ]);
    for (const id of [...Object.keys(bad), 'good'])
      expect(
        estimates.filter((e) => e.model === `own:${id}` && e.status === 'ok'),
        id,
      ).toHaveLength(4);
    expect(run.stderr).toContain('oj: own:throw/model: throw.ts:11:11: TypeError');
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(run.stderr.length).toBeLessThan(30_000);
  });

  test('has its stack told where --stack asks', () => {
    const { stderr } = oj(['run', 'throw.ts', '--data', data, '--json', '--stack'], { cwd });
    expect(stderr).toMatch(/^\s+at .*throw\.ts:11:11/m);
  });

  test('is shown in the tables and the report', () => {
    const run = oj(['run', 'throw.ts', '--data', data, '--out', 'ut', '--format', 'html,md'], { cwd });
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('Fel i modellen: throw.ts:11:11: TypeError');
    expect(run.stdout).toContain('den egna modellen stannade vid ett fel');
    expect(readFileSync(join(cwd, 'ut', 'report.html'), 'utf8')).toContain('throw.ts:11:11: TypeError');
  });

  test('can be stopped by the user while it loops', async () => {
    const { code, stderr } = await interrupt(['run', 'loop.ts', '--data', data], cwd, 'Skattar');
    expect(code).toBe(130);
    expect(stderr).toContain('stopped; nothing was left half-written');
    expect(existsSync(join(cwd, 'oj-out'))).toBe(false);
  });
});

describe('a file without a model', () => {
  const named = (title: string) => `export default defineModel({ id: 'a', title: ${title}, run: () => [] });`;
  test.each([
    ['is not TypeScript', 'const a = ;\n', /a\.ts:1:11: /],
    [
      'imports what is not installed',
      "\nimport x from 'no-such-package';",
      /a\.ts:2:15: .*npm install no-such-package/,
    ],
    ['exports none', 'export const a = 1;', /a\.ts: the default export is nothing; expected a model/],
    [
      'exports something else',
      'export default { id: "a", run() {} };',
      /the default export is an object with id, run; expected a model/,
    ],
    ['throws when it is read', '\n\nthrow new Error("no");', /a\.ts:3:7: no\n/],
    [
      'defines a bad one',
      `import { defineModel } from 'oppna-jamforelser';\n${named('3')}`,
      /a\.ts:2:16: defineModel, title: found 3; expected/,
    ],
    [
      'takes the name of a model of the house',
      lagged('peers'),
      /a\.ts:2:16: .*id: found "peers"; expected a name that is not/,
    ],
    ['loops for ever when it is read', 'for (;;);', /a\.ts: not done after 2 s/],
    ['ends the process', 'process.exit(3);', /a\.ts: the model ended its own process/],
  ])('stops the command before anything is computed: it %s', (_, text, message) => {
    const cwd = folderOf({ 'a.ts': text });
    const run = oj(['run', 'a.ts', '--data', data, '--time-limit', '2'], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(join(cwd, 'oj-out'))).toBe(false);
  });

  test('and others beside it are all named at once', () => {
    const cwd = folderOf({ 'a.ts': 'const a = ;', 'b.ts': 'export default 3;', 'c.ts': lagged('c') });
    const { code, stderr } = oj(
      ['replicate', '--model', 'a.ts', '--model', 'b.ts', '--model', 'c.ts', '--model', 'gone.ts'],
      { cwd },
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/a\.ts:1:11/);
    expect(stderr).toMatch(/b\.ts: the default export is 3/);
    expect(stderr).toMatch(/gone\.ts: cannot be read \(ENOENT\)/);
  });

  test.each([
    [['a.ts', 'b.ts'], /b\.ts: found the id "one", which .*a\.ts has too/],
    [
      ['a.ts', '--set', 'lagg=2'],
      /--set: no model has the option "lagg=2"; there are: one \(lag=1, how=ok\)/,
    ],
    [['a.ts', '--set', 'lag'], /--set: found "lag"; expected name=value/],
    [['a.ts', '--set', 'lag=two'], /--set lag: found "two"; expected a number, such as 1/],
    [['a.ts', '--set', 'two.lag=2'], /no model has the option/],
    [['a.ts', '--time-limit', '0'], /Expected seconds/],
    [['a.ts', '--indicator', 'nope'], /no indicator nope in the data/],
    [['a.ts', '--area', 'nope'], /--area: no indicator of "nope"/],
  ])('is wrong use: %j', (args, message) => {
    const cwd = folderOf({ 'a.ts': lagged('one'), 'b.ts': lagged('one') });
    const run = oj(['run', ...args, '--data', data], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(message);
  });
});
