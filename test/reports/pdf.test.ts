import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../data/problems.js';
import type { Block, Document } from '../../reports/document/document.js';
import { codePoints } from '../../reports/pdf/coverage.js';
import { fontFiles } from '../../data/fonts.js';
import { renderPdf } from '../../reports/pdf/render.js';
import { pictureOf } from '../../reports/pdf/svg.js';
import { breakable, headingText, shortened, showable } from '../../reports/pdf/text.js';
import { shownMark } from '../../reports/tables/cell.js';
import { cellRows, type Table } from '../../reports/tables/table.js';
import { fixtureDocument, hostileDocument } from './document-fixture.js';
import { fixtureResults } from './fixture.js';

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const utf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const blocksOf = (document: Document) => document.sections.flatMap((s) => s.blocks);
const tablesOf = (document: Document): Table[] =>
  blocksOf(document).flatMap((b) => (b.kind === 'marks' ? [b.table] : []));
const withBlocks = (document: Document, blocks: readonly Block[]): Document => ({
  ...document,
  sections: [{ id: 'only', title: 'Only', blocks }],
});

let sv: Document;
let bytes: Uint8Array;
let hostile: Uint8Array;

beforeAll(async () => {
  sv = await fixtureDocument('sv');
  bytes = await renderPdf(sv);
  hostile = await renderPdf(hostileDocument('sv'));
}, 60_000);

describe('the PDF', () => {
  test('says of itself that it is tagged, PDF/UA-1, and what it is called, by whom and in which language', async () => {
    const text = utf8(bytes);
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(text).toMatch(/\/MarkInfo <<\s*\/Marked true/);
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toContain('/Lang (sv-SE)');
    expect(text).toContain(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${sv.title}<`);
    expect(text).toContain('<rdf:li>oppna-jamforelser</rdf:li>');
    expect(text).toContain('<xmp:CreateDate>2021-06-17T12:00:00+00:00<');
    expect(utf8(await renderPdf(withBlocks(await fixtureDocument('en'), [])))).toContain('/Lang (en-GB)');
  });

  test('is the same bytes every time, in every time zone', async () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Auckland';
    try {
      expect(Buffer.compare(await renderPdf(sv), bytes)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('uses no font but the shipped one, for the figures too', () => {
    for (const pdf of [bytes, hostile]) {
      const fonts = [...latin1(pdf).matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name]) => name!.slice(7));
      expect(fonts.length).toBeGreaterThan(1);
      expect(fonts.filter((name) => !name.startsWith('SourceSans3-'))).toEqual([]);
    }
  });

  test('has tables with heads, a figure with its description for every picture, and a bookmark for every table', () => {
    const text = latin1(bytes);
    const figures = blocksOf(sv).flatMap((b) => (b.kind === 'figure' ? [b.figure] : []));
    const inUtf16 = (description: string) =>
      `FEFF${Buffer.from(description, 'utf16le').swap16().toString('hex').toUpperCase()}`;
    expect(count(text, /\/S \/Table\b/g)).toBeGreaterThanOrEqual(tablesOf(sv).length);
    expect(count(text, /\/S \/THead\b/g)).toBeGreaterThanOrEqual(tablesOf(sv).length);
    expect(count(text, /\/S \/TH\n/g)).toBeGreaterThan(150);
    expect(figures).toHaveLength(34);
    expect(count(text, /\/S \/Figure\b/g)).toBe(figures.length);
    for (const { description } of figures)
      expect([description, text.includes(inUtf16(showable(description)))]).toEqual([description, true]);
    const titles = count(text, /\/Title </g) + count(text, /\/Title \(/g);
    expect(titles).toBeGreaterThan(tablesOf(sv).length + sv.sections.length);
  });

  test('has nothing that runs, opens or leads away, whatever the texts', () => {
    for (const pdf of [bytes, hostile])
      expect(latin1(pdf)).not.toMatch(
        /\/(JavaScript|JS|URI|Launch|OpenAction|EmbeddedFiles?|AcroForm|SubmitForm)\b/,
      );
  });

  test('can be made of a document with nothing in it, and of headings in any order', async () => {
    const heading = (level: 3 | 4): Block => ({ kind: 'heading', level, text: '' });
    const empty = withBlocks({ ...sv, title: '', lead: '', contentsTitle: '' }, []);
    expect(utf8(await renderPdf(empty))).toContain('<pdfuaid:part>1<');
    const odd = withBlocks(sv, [heading(4), heading(3), heading(4), heading(4)]);
    expect(utf8(await renderPdf(odd))).toContain('<pdfuaid:part>1<');
  });

  test('prints the numbers behind a figure only where told to', async () => {
    const figure = blocksOf(sv).find((b) => b.kind === 'figure')!.figure;
    const grid = blocksOf(sv).find((b) => b.kind === 'grid')!.grid;
    const one = withBlocks(sv, [{ kind: 'figure', figure: { ...figure, numbers: grid } }]);
    expect(latin1(await renderPdf(one))).not.toMatch(/\/S \/Table\b/);
    expect(latin1(await renderPdf(one, { numbers: true }))).toMatch(/\/S \/Table\b/);
  });

  test('refuses a time that is none, and one without a zone', async () => {
    for (const time of ['yesterday', '2021-06-17T12:00:00', ''])
      await expect(renderPdf({ ...sv, time })).rejects.toThrow(UsageError);
  });
});

const reader = spawnSync('pdftotext', ['-v']).error === undefined;

describe.skipIf(!reader)('the PDF read by pdftotext (skipped where poppler is not installed)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'oj-pdf-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Pages as text. */
  function read(pdf: Uint8Array): string[] {
    const file = join(folder, 'x.pdf');
    writeFileSync(file, pdf);
    const { stdout } = spawnSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
    return stdout.split('\f').slice(0, -1);
  }

  test('has the stamp and its number on every page of synthetic data', () => {
    for (const pdf of [bytes, hostile]) {
      const pages = read(pdf);
      expect(pages.length).toBe(count(latin1(pdf), /\/Type \/Page\n/g));
      pages.forEach((page, i) => {
        expect([i, page.includes('SYNTETISKA DATA')]).toEqual([i, true]);
        expect([i, page.includes(`${i + 1} / ${pages.length}`)]).toEqual([i, true]);
      });
    }
  });

  test('says nothing of synthetic data where they are not', async () => {
    const real = await fixtureDocument('sv', fixtureResults({ synthetic: false }));
    expect(read(await renderPdf({ ...real, sections: real.sections.slice(3) })).join('')).not.toContain(
      'SYNTETISKA',
    );
  });

  test('tells on which page each section and table is', () => {
    const pages = read(bytes);
    const contents = pages[0]!;
    for (const { title } of tablesOf(sv)) {
      const number = /^Tabell \d+\./.exec(title)![0];
      const line = contents.split('\n').find((l) => l.startsWith(number))!;
      const page = Number(/(\d+)$/.exec(line.trim())![1]);
      expect([number, pages[page - 1]!.includes(title.slice(0, 60))]).toEqual([number, true]);
    }
  });

  test('has every row, note and mark of every table', () => {
    const text = read(bytes).join('\n').replace(/\s+/g, ' ');
    const cells = tablesOf(sv).flatMap((t) => cellRows(t).flatMap((row) => row.cells));
    for (const table of tablesOf(sv)) {
      for (const row of cellRows(table)) expect(text).toContain(row.label);
      for (const note of table.notes) expect(text).toContain(showable(note).slice(0, 60));
    }
    for (const published of ['++', '-', '**', '?', 'tom/--']) {
      const shown = `(${shownMark(published)})`;
      const expected = cells.filter((c) => c.published === published).length;
      // The legend and the notes have a few of their own.
      expect(text.split(shown).length - 1).toBeGreaterThanOrEqual(expected);
      expect(text.split(shown).length - 1).toBeLessThan(expected + 30);
    }
  });

  test('shows hostile texts as they are written', () => {
    const text = read(hostile).join('\n');
    for (const shown of [
      '#panic("typst") *bold* _it_ $x^2$',
      '\\input{/etc/passwd}',
      '"><script>alert(1)</script>',
      '=HYPERLINK("',
    ])
      expect(text).toContain(shown);
    expect(text).not.toContain('NaN');
  });

  test('breaks a hash over lines without a sign between', async () => {
    const sum = '0123456789abcdef'.repeat(4);
    const pdf = await renderPdf(withBlocks(sv, [{ kind: 'list', items: [`${sum}${sum}`] }]));
    expect(read(pdf).join('').replaceAll('\n', '')).toContain(sum + sum);
  });
});

describe('texts for the PDF', () => {
  test('have glyphs of the font only', () => {
    const known = codePoints(fontFiles()[0]!);
    for (const sign of 'aåäöÅÄÖé–—−…·°×≤≥→η²κ□\u00a0\u202f')
      expect([sign, known.has(sign.codePointAt(0)!)]).toEqual([sign, true]);
    expect(known.has(0x1f600)).toBe(false);
    expect(showable('A\u0308 😀\u202e\u0007\nל')).toBe('Ä □ □');
    expect(showable('12\u202f345\u00a0kr')).toBe('12\u202f345\u00a0kr');
  });

  test('are cut by signs, not by halves of signs', () => {
    expect(shortened('åäö'.repeat(5), 5)).toBe('åäöå…');
    expect(shortened('😀'.repeat(5), 3)).toBe('□□…');
    expect(headingText(' \u0000')).toBe('—');
  });

  test('have long words in pieces, and lose nothing by it', () => {
    const word = 'x'.repeat(30);
    expect(breakable('short words only')).toBe('short words only');
    const runs = breakable(`before ${word} after`);
    expect(runs[1]).toHaveLength(8);
    expect((runs as (string | string[])[]).flat().join('')).toBe(`before ${word} after`);
  });

  test('of a picture are in the font, and stay text', () => {
    const svg = '<text font-family="Arial, sans-serif">font-family="Arial" &lt; &#60; &#128512;</text>';
    expect(pictureOf(svg)).toBe('<text font-family="Source Sans 3">font-family="Arial" &lt; &#60; □</text>');
  });
});
