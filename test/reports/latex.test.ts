import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '../../reports/document/document.js';
import { figureFileName } from '../../reports/figures/file-name.js';
import { latexProperty, latexShort, latexText } from '../../reports/latex/escape.js';
import { renderLatex } from '../../reports/latex/render.js';
import { cellRows, type Table } from '../../reports/tables/table.js';
import { fixtureDocument, hostileDocument, hostileTexts } from './document-fixture.js';

let sv: Document;
let source = '';
const hostile = renderLatex(hostileDocument('en'));

beforeAll(async () => {
  sv = await fixtureDocument('sv');
  source = renderLatex(sv);
}, 60_000);

const tablesOf = (document: Document): Table[] =>
  document.sections.flatMap((s) => s.blocks).flatMap((b) => (b.kind === 'marks' ? [b.table] : []));

/** What is left when everything that is escaped, and every command that shows one sign, is taken away. */
const unescaped = (text: string): string =>
  text
    .replace(
      /\\(text[a-z]+|oddsign|allowbreak|ldots|quotedblbase|guillemot(?:left|right)|pounds|enspace|S|P)\{\}/g,
      '',
    )
    .replace(/\\ensuremath\{(?:\\[a-zA-Z]+|-|\{\}\^[23]|\\frac\{1\}\{2\})\}/g, '')
    .replace(/\\mbox\{-\}|\\[,{}$&#_%-]|\{[[\]*]\}|\{\}/g, '');

describe('text in LaTeX', () => {
  test('can neither be a command nor end a group, whatever it is', () => {
    const odd = fc.string({ unit: 'grapheme', maxLength: 60 });
    const signs = fc.string({
      unit: fc.constantFrom(...'\\{}$&#^_~%<>|"`\'-,[]*?!@ a\n😀\u202eå'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(odd, signs, fc.constantFrom(...hostileTexts)), (text) => {
        expect(unescaped(latexText(text))).not.toMatch(/[\\{}$&#^_%"`|<>[\]*]/);
      }),
    );
  });

  test('keeps letters, and has no sign that a font may lack', () => {
    expect(latexText('Äldreomsorg 50 % – ”ja”')).toBe(
      'Äldreomsorg 50 \\% \\textendash{} \\textquotedblright{}ja\\textquotedblright{}',
    );
    expect(latexText('A\u0308 😀\u202e\u0007x')).toBe('Ä \\oddsign{}x');
    expect(latexText("--out a''b ,,c")).toBe("-{}-out a'{}'b ,{},c");
    expect(latexText('12\u202f345 −2')).toBe('12\\,345 \\ensuremath{-}2');
    expect(latexText('x'.repeat(26))).toContain('xxxx\\allowbreak{}xxxx');
    expect(latexShort('ååååå', 3)).toBe('åå\\ldots{}');
    expect(latexProperty('a{b}\\c%å 😀')).toBe('a b  c å');
  });
});

describe('the LaTeX document', () => {
  test('is the same every time, and says how it is set', () => {
    expect(renderLatex(sv)).toBe(source);
    expect(source.split('\n')[1]).toContain('pdflatex report.tex');
    expect(source).toContain('\\usepackage[swedish]{babel}');
    expect(hostile).toContain('\\usepackage[british]{babel}');
  });

  test('closes all that it opens', () => {
    for (const text of [source, hostile]) {
      const stack: string[] = [];
      for (const [, what, name] of text
        .slice(text.indexOf('\\begin{document}'))
        .matchAll(/\\(begin|end)\{([a-z]+)\}/g)) {
        if (what === 'begin') stack.push(name!);
        else expect(stack.pop()).toBe(name);
      }
      expect(stack).toEqual([]);
      const body = text.slice(text.indexOf('\\begin{document}')).replace(/\\[{}]/g, '');
      expect(body.split('{').length).toBe(body.split('}').length);
    }
  });

  test('has every table of marks as a longtable whose rows have one cell per column', () => {
    const tables = tablesOf(sv);
    const found = source.split('\\begin{longtable}').slice(1);
    for (const table of tables) {
      // The title of a table ends what stands before it.
      const at = source
        .split('\\begin{longtable}')
        .findIndex((before) => before.includes(`{${latexShort(table.title, 200)}}`));
      const text = found[at]!;
      expect(text).toContain('\\endhead');
      const body = text.slice(text.indexOf('\\endlastfoot') + 12, text.indexOf('\\end{longtable}'));
      const rows = body.split(/ \\\\\n|\n/).filter((row) => row !== '' && !row.includes('\\multicolumn'));
      expect(rows).toHaveLength(cellRows(table).length);
      rows.forEach((row, i) => {
        const cells = row.split(' & ');
        expect(cells).toHaveLength(table.columns.length + 1);
        expect(cells[0]).toContain(latexText(cellRows(table)[i]!.label));
        cellRows(table)[i]!.cells.forEach((cell, c) => {
          expect([cells[c + 1]!.includes('\\computed'), cell.mark !== '']).toEqual([
            cell.mark !== '',
            cell.mark !== '',
          ]);
        });
      });
    }
  });

  test('names the figures by their files', () => {
    expect(figureFileName('bilaga-1')).toBe('bilaga-01');
    expect(figureFileName('rapport-10')).toBe('rapport-10');
    expect(figureFileName('../x}\\y')).toBe('-x-y');
    expect(source).toContain('{figures/bilaga-01.png}');
    expect(source.match(/\\figurehere\{/g)).toHaveLength(34);
  });

  test('stamps every page of synthetic data, and no other', () => {
    expect(source).toMatch(/\\fancyhead\[C\]\{.*SYNTETISKA DATA/);
    expect(renderLatex({ ...sv, synthetic: null, sections: [] })).not.toContain('SYNTETISKA');
  });
});

const engine = spawnSync('pdflatex', ['--version']).error === undefined;

describe.skipIf(!engine)('the LaTeX document set by pdfLaTeX (skipped where TeX is not installed)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'oj-latex-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const set = (name: string, text: string) => {
    writeFileSync(join(folder, `${name}.tex`), text);
    const args = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', `${name}.tex`];
    const run = () => spawnSync('pdflatex', args, { cwd: folder, timeout: 60_000 }).status;
    // The contents and the bookmarks are read the second time.
    const status = run() || run();
    return { status, log: readFileSync(join(folder, `${name}.log`), 'latin1') };
  };

  test('has no error, no missing sign and no line that runs far out', () => {
    const { status, log } = set('report', source);
    expect(status).toBe(0);
    expect(log).not.toMatch(/^!|Missing character/m);
    const overfull = [...log.matchAll(/Overfull \\hbox \(([\d.]+)pt too wide\)/g)].map(([, width]) =>
      Number(width),
    );
    expect(overfull.filter((width) => width > 10)).toEqual([]);
  }, 120_000);

  test('has no error where every text is hostile', () => {
    const { status, log } = set('hostile', hostile);
    expect([status, /^!.*/m.exec(log)?.[0]]).toEqual([0, undefined]);
  }, 120_000);
});
