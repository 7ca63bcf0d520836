import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../analysis/command/user-code/errors.js';

const script = fileURLToPath(new URL('./run-user-code.mjs', import.meta.url));

interface Came {
  readonly exported?: Readonly<Record<string, unknown>>;
  readonly inputs?: readonly string[];
  readonly same?: boolean;
  readonly message?: string;
  readonly said?: string;
  readonly place?: Place;
  readonly around?: string;
}

/** In a process of its own: the test runner changes how stacks are written. */
function run(texts: Readonly<Record<string, string>>, ...more: string[]): Came & { readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'oj test åäö '));
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const out = execFileSync(process.execPath, [script, join(folder, 'a.ts'), ...more], { encoding: 'utf8' });
  return { folder, ...(JSON.parse(out) as Came) };
}

describe('a file of the user', () => {
  test('is TypeScript with top-level await, and imports its neighbours and this package', () => {
    const { exported, inputs, folder } = run({
      'a.ts': `import { double } from './b.js';
        import { defaultSpecification, type Panel } from 'oppna-jamforelser';
        const n: number = await Promise.resolve(21);
        export default double(n);
        export const { seed } = defaultSpecification;
        export type P = Panel;`,
      'b.ts': 'export const double = (x: number): number => 2 * x;',
    });
    expect(exported).toMatchObject({ default: 42, seed: expect.any(Number) as number });
    expect(inputs).toEqual([join(folder, 'a.ts'), join(folder, 'b.ts')]);
  });

  test('imports the packages of its own folder', () => {
    const { exported } = run({
      'a.ts': `import thing from 'thing';
        import { readFileSync } from 'node:fs';
        export default [thing, typeof readFileSync];`,
      'node_modules/thing/package.json': '{"name":"thing","version":"1.0.0","main":"index.js"}',
      'node_modules/thing/index.js': 'module.exports = "a thing";',
    });
    expect(exported).toEqual({ default: ['a thing', 'function'] });
  });

  test('is run anew each time', () => {
    expect(run({ 'a.ts': 'export default {};' }).same).toBe(true);
    expect(run({ 'a.ts': 'export default {};' }, 'twice').same).toBe(false);
  });
});

describe('an error in a file of the user', () => {
  test('of syntax is at its line and column', () => {
    const { place, message } = run({ 'a.ts': 'export const a = 1;\nconst b = ;\n' });
    expect(place).toMatchObject({ line: 2, column: 11 });
    expect(message).toContain('a.ts:2:11: ');
  });

  test('at run time is at the line that threw, in the file that threw', () => {
    const { place, said, around } = run({
      'a.ts': `import { f } from './lib/b.js';\n\nexport default f(undefined as never);`,
      'lib/b.ts': `interface T { x: number }\n\nexport function f(t: T): number {\n  return t.x;\n}`,
    });
    expect(place?.file).toMatch(/lib.b\.ts$/);
    expect(place).toMatchObject({ line: 4, column: 12 });
    expect(said).toContain('TypeError: Cannot read properties of undefined');
    expect(around).toContain('> 4 |   return t.x;\n    |            ^');
  });

  test.each([
    ['a package that is not installed', '@no/such-package/deep', '"npm install @no/such-package"'],
    ['a file that is not there', './gone.js', 'imports "./gone.js", and there is no such file'],
    ['what this package does not export', 'oppna-jamforelser/secret', 'does not export'],
  ])('names %s, at the line of the import', (_, path, sentence) => {
    const { place, said } = run({ 'a.ts': `\nimport x from '${path}';\nexport default x;` });
    expect(said).toContain(sentence);
    expect(place?.line).toBe(2);
  });

  test.each([
    ['"text"', 'threw "text", which is not an Error'],
    ['undefined', 'threw undefined, which is not an Error'],
    ['Object.create(null)', 'threw [Object: null prototype] {}, which is not an Error'],
    ['new Error("two\\nlines")', 'two lines'],
    ['new Error("")', 'an error without a message'],
  ])('may be thrown as anything: %s', (thrown, expected) => {
    expect(run({ 'a.ts': `throw ${thrown};` }).said).toBe(expected);
  });

  test('is told in a bounded line', () => {
    const { said } = run({ 'a.ts': `throw new RangeError('x'.repeat(50000));` });
    expect(said).toMatch(/^RangeError: x+…$/);
    expect(said!.length).toBeLessThan(1100);
  });

  test('of reading is one sentence', () => {
    expect(run({ 'b.ts': '' }).message).toContain('cannot be read (ENOENT)');
  });
});
