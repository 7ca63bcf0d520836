import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oj, scratch } from './oj.js';

const demo = "import { readDataFolder, demoFolder } from 'oppna-jamforelser'\n";
const next = '\n// %% after\n"never " + "seen"\n';

/** Runs notebooks of these texts; what the pages hold as text. */
function run(texts: Readonly<Record<string, string>>, ...args: string[]) {
  const cwd = scratch();
  mkdirSync(join(cwd, 'notebooks'));
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(cwd, 'notebooks', name), text);
  const start = performance.now();
  const done = oj(['notebook', 'run', '--lang', 'en', ...args], { cwd });
  const page = (name: string) => readFileSync(join(cwd, 'oj-notebooks', `${name}.html`), 'utf8');
  return { ...done, cwd, page, seconds: (performance.now() - start) / 1000 };
}

const section = (page: string, title: string) =>
  page.split('<section').find((part) => part.includes(`>${title}</h2>`)) ?? '';

describe('oj notebook run', () => {
  test('shows values, what is printed and what is displayed, in their order', () => {
    const text = `// %% [markdown]\n// # Title & <b>\n\n// %% one\nimport { display } from 'oppna-jamforelser/notebook'\nconsole.log('printed')\ndisplay({ a: 1 })\nconsole.error('<script>alert(1)</script>')\nconst x: number = await Promise.resolve(41)\nx + 1\n\n// %% two\nx;\n// %% three\n[{ a: 1, b: 'y' }]\n`;
    const { code, stderr, page } = run({ 'a.nb.ts': text });
    expect([code, stderr.split('\n')[0]]).toEqual([0, expect.stringMatching(/^a\.nb\.ts: 3 cells, /)]);
    expect(page('a')).toContain('<h1>Title &amp; &lt;b&gt;</h1>');
    expect(section(page('a'), 'one')).toMatch(
      /printed<\/pre>.*\{ a: 1 \}<\/pre>.*&lt;script&gt;alert.*<pre tabindex="0">42<\/pre>/s,
    );
    expect(section(page('a'), 'two')).not.toContain('class="shown"');
    expect(section(page('a'), 'three')).toContain('Table of one row');
    expect(page('a')).not.toMatch(/<script|Synthetic data/);
  });

  test('gives the same bytes on a second run, with the demo data said to be synthetic', () => {
    const text = `// %% data\n${demo}const data = readDataFolder(demoFolder())\nvoid data\n// %% number\n41 + 1\n`;
    const [first, second] = [
      run({ 'a.nb.ts': text }, '--format', 'all'),
      run({ 'a.nb.ts': text }, '--format', 'all'),
    ];
    expect(first.code).toBe(0);
    for (const file of ['a.html', 'a.ipynb']) {
      const read = (of: typeof first) => readFileSync(join(of.cwd, 'oj-notebooks', file), 'utf8');
      expect(read(second)).toBe(read(first));
      expect(read(first)).toMatch(/synthetic data/i);
    }
    expect(first.page('a')).toContain('<title>Synthetic data');
  });

  test.each([
    ['throws', 'const t = {} as any\nt.x.y', 'Cannot read properties of undefined', 'a.nb.ts:6:5'],
    ['throws in its last expression', '\nnull!.x', 'Cannot read properties of null', 'a.nb.ts:6:7'],
    ['throws what is no error', 'throw "text"', 'which is not an Error', null],
    ['leaves a rejection unheard', 'void Promise.reject(new Error("unheard"))', 'unheard', 'a.nb.ts:5:'],
    [
      'throws later',
      'setTimeout(() => { throw new Error("later") })\nawait new Promise((d) => setTimeout(d, 200))',
      'later',
      'a.nb.ts:5:',
    ],
    ['ends the process', 'process.exit(0)', 'process.exit(0)', 'a.nb.ts:5:9'],
    [
      'kills the process',
      'process.kill(process.pid, "SIGKILL")\nawait new Promise((d) => setTimeout(d, 900))',
      'SIGKILL',
      null,
    ],
    ['waits for ever', 'await new Promise(() => {})', 'a promise that nothing settles', null],
  ] as const)('locates and contains a cell that %s', (_, code, said, place) => {
    const {
      code: exit,
      page,
      stderr,
    } = run({ 'a.nb.ts': `// %% first\n"seen"\n\n// %% bad\n${code}\n${next}` });
    expect(exit).toBe(1);
    expect(section(page('a'), 'first')).toContain('seen');
    const bad = section(page('a'), 'bad');
    expect(bad).toContain('The cell did not complete');
    expect(bad.replaceAll('&quot;', '"')).toContain(said);
    expect(stderr).toContain(said);
    if (place !== null) {
      expect(bad).toContain(`Line: ${place}`);
      expect(bad).toMatch(/&gt;\s+\d+ \|/);
    }
    expect(section(page('a'), 'after')).toContain('Not run');
    expect(section(page('a'), 'after')).not.toContain('never seen');
  });

  test.each([
    ['a syntax error', 'const = 3', 'Unexpected token', 'a.nb.ts:5:7'],
    [
      'a package that is not installed',
      "import x from 'no-such-package'\nx",
      'npm install no-such-package',
      'a.nb.ts:5:15',
    ],
    ['a file that is not there', "import x from './gone.js'\nx", 'there is no such file', 'a.nb.ts:5:15'],
  ])('locates %s at its cell, and runs no other', (_, code, said, place) => {
    const { code: exit, page } = run({
      'a.nb.ts': `// %% first\n"se" + "en"\n\n// %% bad\n${code}\n${next}`,
    });
    expect(exit).toBe(1);
    expect(section(page('a'), 'bad')).toContain(said);
    expect(section(page('a'), 'bad')).toContain(place);
    expect(section(page('a'), 'first')).toContain('Not run');
  });

  test('stops a loop without end, and keeps what the cell had shown', () => {
    const loop = `import { display } from 'oppna-jamforelser/notebook'\nconsole.log('begun')\ndisplay([{ a: 1 }])\nfor (;;) {}`;
    const { code, page, seconds } = run({ 'a.nb.ts': `// %% bad\n${loop}\n${next}` }, '--time-limit', '3');
    expect(code).toBe(1);
    expect(section(page('a'), 'bad')).toMatch(/begun.*Table of one row.*not done after 3 s/s);
    expect(seconds).toBeLessThan(15);
  });

  test('cuts a cell that prints 100 MB, and goes on', () => {
    const print = `for (let i = 0; i < 1000; i++) console.log('x'.repeat(100_000))\nconsole.log('y'.repeat(5e6))`;
    const { code, page } = run({ 'a.nb.ts': `// %% loud\n${print}\n// %% after\n1 + 1` });
    expect(code).toBe(0);
    expect(section(page('a'), 'loud')).toContain(
      'the first 100,000 characters are shown and 104,901,001 left out',
    );
    expect(section(page('a'), 'after')).toContain('<pre tabindex="0">2</pre>');
    expect(page('a').length).toBeLessThan(200_000);
  });

  test.each([
    ['its heap', 'const all: unknown[] = []\nfor (;;) all.push(new Array(1e5).fill({}))'],
    ['arrays beside it', 'const all: unknown[] = []\nfor (;;) all.push(new Float64Array(1e6).fill(1))'],
  ])('stops a cell that fills %s', (_, code) => {
    const { code: exit, page } = run({ 'a.nb.ts': `// %% bad\n${code}\n${next}` }, '--memory-limit', '300');
    expect(exit).toBe(1);
    expect(section(page('a'), 'bad')).toContain('more than 300 MB of memory');
  });

  test('runs the others where one fails, and says which', () => {
    const { code, stderr, page } = run({
      'a.nb.ts': '// %% x\nthrow new Error("no")',
      'b.nb.ts': '// %% y\n2 + 2',
    });
    expect(code).toBe(1);
    expect(stderr).toContain('a.nb.ts:2:7: x: no');
    expect(page('b')).toContain('<pre tabindex="0">4</pre>');
  });

  test.each([
    [['nothing'], 'there is no "nothing"'],
    [['notebooks/x.txt'], 'is no notebook; expected a file NAME.nb.ts'],
    [['empty'], 'has no notebook'],
    [['--format', 'pdf'], 'found "pdf"; expected one or more of html,ipynb'],
    [['--time-limit', 'long'], 'Expected a number'],
  ])('refuses wrong use: %s', (args, said) => {
    const cwd = scratch();
    mkdirSync(join(cwd, 'notebooks'));
    mkdirSync(join(cwd, 'empty'));
    writeFileSync(join(cwd, 'notebooks', 'x.txt'), '');
    const { code, stderr } = oj(['notebook', 'run', ...args], { cwd });
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(said);
    expect(existsSync(join(cwd, 'oj-notebooks'))).toBe(false);
  });
});

describe('oj notebook new and import', () => {
  test('make notebooks that run, and never write over one', () => {
    const cwd = scratch();
    expect(oj(['notebook', 'new', 'min-analys'], { cwd })).toMatchObject({ code: 0 });
    expect(oj(['notebook', 'new', 'min-analys'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is already there') as string,
    });
    expect(oj(['notebook', 'new', '../x'], { cwd })).toMatchObject({ code: 2 });
    expect(oj(['notebook', 'run', '--format', 'all'], { cwd })).toMatchObject({ code: 0 });
    const out = join(cwd, 'oj-notebooks');
    expect(readdirSync(out)).toEqual(['min-analys.html', 'min-analys.ipynb']);
    expect(readFileSync(join(out, 'min-analys.html'), 'utf8')).toContain('Tabell 8. Ekonomiskt bistånd');
    expect(oj(['notebook', 'import', join(out, 'min-analys.ipynb')], { cwd }).code).toBe(0);
    expect(readFileSync(join(out, 'min-analys.nb.ts'), 'utf8')).toBe(
      readFileSync(join(cwd, 'notebooks', 'min-analys.nb.ts'), 'utf8'),
    );
    expect(oj(['notebook', 'import', join(out, 'min-analys.ipynb')], { cwd }).code).toBe(2);
    expect(oj(['notebook', 'import', 'gone.ipynb'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no such file') as string,
    });
  });
});
