import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instrument } from '../../analysis/command/notebook/instrument.js';
import { splitCells, writeCells } from '../../reports/notebook/cells.js';
import { parseNotebook } from '../../reports/notebook/parse.js';

const cells = (text: string) =>
  parseNotebook(text).cells.map(({ kind, title, source }) => [kind, title, source]);

describe('a notebook', () => {
  test('is split at its markers, text without its comment signs', () => {
    expect(cells('const a = 1\n\n// %% Two\nlet b\n\n// %% [markdown] Said\n// # T\n//\n//   in\n')).toEqual([
      ['code', '', 'const a = 1'],
      ['code', 'Two', 'let b'],
      ['markdown', 'Said', '# T\n\n  in'],
    ]);
  });

  test('has no cell that begins within a text of its code', () => {
    expect(cells('// %% a\nconst s = `\n// %% no\n`\n')).toEqual([['code', 'a', 'const s = `\n// %% no\n`']]);
  });

  test('is read the same with Windows line ends and a byte order mark', () => {
    expect(cells('\ufeff// %% a\r\n1\r\n')).toEqual(cells('// %% a\n1\n'));
  });

  test.each([
    ['code that is no TypeScript', '// %% a\nconst = 1\n', 2, 'Unexpected token'],
    ['a name twice', '// %% a\nconst x = 1\n// %% b\nconst x = 2\n', 4, 'already been declared'],
    ['code among text', '// %% [markdown]\n// a\nconst x = 1\n', 3, 'comment lines alone'],
    ['a cell within a statement', '// %% a\nfunction f() {\n// %% b\n}\n', 3, 'within a statement'],
  ])('tells the line of %s', (_, text, line, said) => {
    const { fault } = parseNotebook(text);
    expect(fault?.line).toBe(line);
    expect(fault?.said).toContain(said);
  });

  test('written and read again has the same cells, whatever is in them', () => {
    const line = fc.string({ unit: 'grapheme' }).map((s) => s.replace(/[\r\n\u2028\u2029]/g, ' ').trimEnd());
    const text = fc.array(line, { maxLength: 4 }).map((l) =>
      l
        .join('\n')
        .replace(/^\s*\n/, '')
        .trim(),
    );
    const cell = fc.record({
      kind: fc.constant('markdown' as const),
      title: line.map((s) => s.replace(/^\[markdown\]/, '').trim()),
      source: text,
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (written) => {
        const lines = writeCells(written).split('\n');
        const markers = lines.flatMap((l, i) => (/^\/\/ %% \[markdown\]/.test(l) ? [i + 1] : []));
        // A text may hold what looks like a marker: the line is then one more comment sign away.
        if (markers.length !== written.length) return;
        const read = splitCells(lines, markers).cells.map(({ kind, title, source }) => ({
          kind,
          title,
          source,
        }));
        expect(read).toEqual(written);
      }),
    );
  });
});

describe('an instrumented notebook', () => {
  const text =
    'const a = 1\n// %% two\na + 1 // said\n// %% three\nfoo(a);\n// %% [markdown]\n// text\n// %% four\n(a, [1,\n2])';
  const parsed = parseNotebook(text);
  const { source, original } = instrument(parsed);

  test('keeps every line in its place', () => {
    const [before, after] = [text.split('\n'), source.split('\n')];
    before.forEach((line, i) => {
      if (!line.startsWith('// %%'))
        expect(after[i]).toContain(line.split('//')[0]!.trim().replace(/\)$/, ''));
    });
  });

  test('shows the last expression of a cell, but none that ends with a semicolon', () => {
    expect(source.match(/\.show\(\(/g)).toHaveLength(2);
    expect(source).toContain('show((a + 1)); // said');
    expect(source).toMatch(/show\(\(\(a, \[1,\n2\]\)\)\);/);
    expect(source.match(/\.cell\(\d\)/g)).toEqual(['.cell(0)', '.cell(1)', '.cell(2)', '.cell(4)']);
  });

  test('gives the columns of the user back', () => {
    const line = source.split('\n')[2]!;
    const at = (sign: string) => original({ file: '', line: 3, column: line.indexOf(sign) + 1 }).column;
    expect([at('a + 1'), at('+ 1'), at('// said')]).toEqual([1, 3, 7]);
    expect(original({ file: '', line: 1, column: source.indexOf('const a') + 1 }).column).toBe(1);
  });
});
