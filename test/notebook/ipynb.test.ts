import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeCells } from '../../reports/notebook/cells.js';
import { notebookIpynb } from '../../reports/notebook/ipynb.js';
import type { CellRun, NotebookRun } from '../../reports/notebook/output.js';
import { parseNotebook } from '../../reports/notebook/parse.js';
import { readIpynb } from '../../reports/notebook/read-ipynb.js';
import { recordsGrid } from '../../reports/notebook/records-grid.js';

const text = readFileSync(join(import.meta.dirname, '..', '..', 'notebooks', 'en-tabell.nb.ts'), 'utf8');
const { cells } = parseNotebook(`${text}\n// %% <b> "titel" 🎈\nconst tom = ''\n\n\ntom\n`);
const only = (list: readonly { kind: string; title: string; source: string }[]) =>
  list.map(({ kind, title, source }) => ({ kind, title, source }));

const grid = recordsGrid([{ a: '<script>alert(1)</script>', b: 1 }], {}, { lang: 'sv', synthetic: true });
const figure = { id: 'f', title: 'F', description: 'D', width: 1, height: 1, svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', png: null, numbers: null }; // prettier-ignore
const run: NotebookRun = {
  id: 'x',
  file: 'x.nb.ts',
  synthetic: true,
  milliseconds: 1,
  cells: cells.map((cell): CellRun => ({
    cell,
    state: cell.kind === 'code' ? 'done' : 'text',
    outputs: cell.kind === 'markdown' ? [] : [
      { kind: 'stream', name: 'stdout', text: 'a\nb\n' },
      { kind: 'text', text: '42', result: true },
      { kind: 'block', block: { kind: 'grid', grid } },
      { kind: 'block', block: { kind: 'figure', figure }, drawn: true },
      { kind: 'cut', what: 'signs', kept: 10, lost: null },
    ],
    error: cell.kind === 'code' ? { name: 'TypeError', said: 'x', place: 'x.nb.ts:1:2', around: '> 1 | x' } : null,
    milliseconds: 1,
  })),
}; // prettier-ignore

/** Debian's package is that of the system's own Python. */
const python = ['/usr/bin/python3', 'python3'].find((name) => {
  try {
    execFileSync(name, ['-c', 'import nbformat'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

describe('an .ipynb', () => {
  test('read back has the same cells', () => {
    const read = readIpynb(notebookIpynb(run, 'sv'), 'x.ipynb');
    expect(only(read.cells as never)).toEqual(only(cells));
    expect(only(parseNotebook(writeCells(read.cells)).cells)).toEqual(only(cells));
    expect(read.leftOut).toEqual([]);
  });

  test('is the same bytes for the same run, says that data are synthetic, and holds no live markup', () => {
    const written = notebookIpynb(run, 'sv');
    expect(notebookIpynb(run, 'sv')).toBe(written);
    expect(written).toContain('Det här är syntetiska data');
    // As plain text it is what it is; as HTML it is escaped.
    const html = (
      JSON.parse(written) as { cells: { outputs?: { data?: { 'text/html'?: string[] } }[] }[] }
    ).cells
      .flatMap((c) => c.outputs ?? [])
      .flatMap((o) => o.data?.['text/html'] ?? []);
    expect(html.join('')).toContain('&lt;script&gt;');
    expect(html.join('')).not.toContain('<script');
  });

  test.skipIf(!python)('is valid to nbformat (skipped where python3-nbformat is missing)', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'oj-ipynb-')), 'x.ipynb');
    writeFileSync(file, notebookIpynb(run, 'sv'));
    const script =
      'import sys, nbformat; n = nbformat.read(sys.argv[1], 4); nbformat.validate(n); print(len(n.cells), n.nbformat_minor, n.metadata.kernelspec.name)';
    const said = execFileSync(python!, ['-W', 'error', '-c', script, file], { encoding: 'utf8' });
    expect(said.trim()).toBe(`${cells.length + 1} 5 deno`);
  });

  const other = (change: object) =>
    JSON.stringify({ ...(JSON.parse(notebookIpynb(run, 'sv')) as object), ...change });
  test.each([
    ['cut off', notebookIpynb(run, 'sv').slice(0, 500), 'a file that is cut off'],
    ['empty', '', 'an empty file'],
    ['no JSON', 'hello', 'what is no JSON'],
    ['something else', '[1]', 'no notebook'],
    ['of nbformat 3', other({ nbformat: 3 }), 'found nbformat 3; expected nbformat 4'],
    ['in Python', other({ metadata: { language_info: { name: 'python' } } }), 'found code in "python"'],
    ['without a language', other({ metadata: {} }), 'no language'],
    ['without cells', other({ cells: null }), 'no list of cells'],
    ['with a cell that is none', other({ cells: [3] }), 'cell 1: found no cell'],
  ])('that is %s is refused in one sentence', (_, content, said) => {
    expect(() => readIpynb(content, 'x.ipynb')).toThrow(said);
    try {
      readIpynb(content, 'x.ipynb');
    } catch (error) {
      expect((error as Error).message).toMatch(/^x\.ipynb.*; expected .*; .*$/);
    }
  });

  test('tells what has no place here', () => {
    const { leftOut, cells: read } = readIpynb(
      other({ cells: [{ cell_type: 'raw', source: 'a' }, { cell_type: 'markdown', source: ['b\n', 'c'], attachments: { 'i.png': {} } }] }),
      'x.ipynb',
    ); // prettier-ignore
    expect(leftOut).toEqual(['cell 1: its type "raw"; it became text', 'cell 2: attached images']);
    expect(read.map((c) => c.source)).toEqual(['a', 'b\nc']);
  });
});
