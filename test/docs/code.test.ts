import { execFileSync } from 'node:child_process';
import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { beforeAll, describe, expect, test } from 'vitest';
import { EPOCH } from '../command/oj.js';
import { compiled, project, typeErrors } from './consumer.js';
import { docstringExamples, docstrings, type Example, markdownExamples, unfencedExamples } from './examples.js'; // prettier-ignore

import { root } from './root.js';

/** danfojs-node is optional, and large: test/danfo runs it where it is installed. */
const isCode = ({ lang, text }: Example) =>
  /^(ts|js|typescript|javascript)$/.test(lang) && !text.includes("'danfojs-node'");

/** Each in a module of its own; JavaScript is checked as TypeScript, which a plain example is, too. */
const examples = [...markdownExamples(), ...docstringExamples()].filter(isCode).map((example, i) => ({
  ...example,
  name: `${example.file}:${example.line}`,
  module: `example-${i}`,
}));

describe('the examples of the documentation, as a consumer of the package', () => {
  const folder = realpathSync(project(root, ['@types/node']));
  let errors: string[] = [];
  let ran = new Map<string, { output: string; error: string | null }>();

  beforeAll(() => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const { module, text } of examples) {
      // A module has an import or export; what has neither is made one.
      writeFileSync(join(folder, `${module}.ts`), `${text}\nexport {};\n`);
      writeFileSync(join(folder, `${module}.js`), compiled(text));
    }
    errors = typeErrors(
      examples.map(({ module }) => join(folder, `${module}.ts`)),
      true,
    );
    const files = examples.map(({ module }) => join(folder, `${module}.js`));
    const output = execFileSync(process.execPath, [join(root, 'test/docs/run-examples.mjs'), ...files], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, SOURCE_DATE_EPOCH: EPOCH },
    });
    const results = JSON.parse(output) as { file: string; output: string; error: string | null }[];
    ran = new Map(results.map((r, i) => [examples[i]!.module, r]));
  }, 120_000);

  test('are found in the README and in each entry point', () => {
    const files = new Set(examples.map(({ file }) => file));
    for (const file of ['README.md', 'analysis/index.ts', 'analysis/stats/index.ts', 'reports/index.ts'])
      expect(files).toContain(file);
  });

  test('of docstrings stand in fences, so that the reference draws them as code', () => {
    expect(unfencedExamples()).toEqual([]);
  });

  test.each(examples)('$name passes the type-check', ({ module }) => {
    expect(errors.filter((e) => e.includes(`${module}.ts:`))).toEqual([]);
  });

  test('raise no other error of the type-check', () => {
    expect(errors.filter((e) => !/example-\d+\.ts:/.test(e))).toEqual([]);
  });

  test.each(examples)('$name runs', ({ module }) => {
    expect(ran.get(module)?.error).toBeNull();
  });

  test.each(examples.filter(({ text }) => text.includes('console.')))(
    '$name prints something, and no NaN or undefined',
    ({ module }) => {
      const { output } = ran.get(module)!;
      expect(output).not.toBe('');
      expect(output).not.toMatch(/\b(NaN|undefined|\[object Object\])\b/);
    },
  );
});

describe('the docstrings as Markdown', () => {
  test('have no formula that becomes emphasis, and no type that becomes a tag', () => {
    const markdown = new MarkdownIt({ html: true });
    const wrong = docstrings().flatMap(({ file, line, lines }) => {
      const tokens = markdown.parse(lines.join('\n'), {}).flatMap((t) => [t, ...(t.children ?? [])]);
      const bad = tokens.filter(({ type }) => /^(em|strong|s)_open$|^html_/.test(type));
      return bad.length > 0 ? [`${file}:${line}: ${bad.map((t) => t.content || t.type).join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
