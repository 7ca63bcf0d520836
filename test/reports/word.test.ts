import mammoth from 'mammoth';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { unzipSync } from 'fflate';
import type { Document } from '../../reports/document/document.js';
import { messages } from '../../reports/locales/language.js';
import { shownMark } from '../../reports/tables/cell.js';
import { cellRows } from '../../reports/tables/table.js';
import { renderWord } from '../../reports/word/word.js';
import { hostile, hostileTexts, officeDocument, officeFigure, officeInput } from './office-fixture.js';
import { checkXml, convert, noOffice, xmlParts } from './xml-check.js';

const unescaped = (html: string): string =>
  html.replace(/<br ?\/?>/g, '\n').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&apos;', "'").replaceAll('&amp;', '&'); // prettier-ignore

async function htmlOf(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: ["p[style-name='Title'] => h1.title:fresh", "p[style-name='caption'] => p.caption:fresh", "p[style-name='Notes'] => p.notes:fresh", "p[style-name='Code'] => p.code:fresh"] }); // prettier-ignore
  return value;
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found!); // prettier-ignore

describe('renderWord', () => {
  let document: Document;
  let bytes: Uint8Array;
  let parts: Map<string, string>;
  let html: string;
  beforeAll(async () => {
    document = officeDocument('sv');
    bytes = await renderWord(document);
    parts = xmlParts(bytes);
    html = await htmlOf(bytes);
  });
  const body = () => parts.get('word/document.xml')!;

  test('writes well-formed XML in every part, whatever the texts hold', () => {
    expect(parts.size).toBeGreaterThan(8);
    for (const [path, text] of parts) checkXml(path, text);
  });

  test('makes sections headings, and headings under them headings of a lower level', () => {
    const heads = all(html, /<h1>(.*?)<\/h1>/g).map(unescaped);
    for (const { title } of document.sections) expect(heads).toContain(title);
    expect(all(html, /<h2>(.*?)<\/h2>/g).map(unescaped)).toContain('Riket');
    expect(all(html, /<h3>(.*?)<\/h3>/g).map(unescaped)).toContain(hostile.placeholder);
    expect(html).toContain(`<h1 class="title">${document.title}</h1>`);
  });

  test('makes every table a table whose heads are repeated, and gives it a caption', () => {
    const captions = all(html, /<p class="caption">(.*?)<\/p>/g).map(unescaped);
    const tables = officeInput('sv').tables;
    for (const { title } of tables) expect(captions).toContain(title);
    const real = all(html, /<table><thead>(.*?)<\/thead>/g);
    expect(real.length).toBeGreaterThan(tables.length);
    expect(real.find((head) => head.includes('Nivå, alla'))).toMatch(/^<tr>.*<\/tr><tr>.*t−1/);
  });

  test('shows the marks of a table in its order, with the published ones in parentheses', () => {
    const table = officeInput('sv').tables.find((t) => t.id === 'table-08')!;
    const at = html.indexOf(`<p class="caption"><a id="`, html.indexOf('Tabell 8.', html.indexOf('</h1>') + 9_000) - 80);
    const rendered = html.slice(at, html.indexOf('</table>', at));
    const shown = all(rendered.slice(rendered.indexOf('<tbody>')), /<tr>(.*?)<\/tr>/g)
      .filter((row) => !row.includes('colspan'))
      .map((row) => all(row, /<td>(.*?)<\/td>/g).slice(1).map((cell) => unescaped(cell).replace(/[\s\u2007]/g, '')));
    expect(shown).toEqual(
      cellRows(table).map((row) =>
        row.cells.map(({ mark, published }) =>
          published !== null && (published !== '' || mark !== '')
            ? `${shownMark(mark)}(${shownMark(published)})`
            : shownMark(mark),
        ),
      ),
    );
  }); // prettier-ignore

  test('gives every picture its alternative text, a number of its own and its proportions', () => {
    const pictures = all(body(), /(<wp:inline.*?<\/wp:inline>)/g);
    expect(pictures).toHaveLength(2);
    pictures.forEach((picture, i) => {
      const { description, width, height } = officeFigure(i + 1);
      const [, cx, cy] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(picture)!;
      expect(Number(cx) / Number(cy)).toBeCloseTo(width / height, 2);
      expect(Number(cx)).toBeLessThanOrEqual(9_638 * 635);
      const [, descr] = /descr="([^"]*)"/.exec(picture)!;
      expect(unescaped(descr!)).toBe(unescaped(description.replaceAll('<', '&lt;')));
      expect(picture).toContain(`<wp:docPr id="${i + 1}"`);
    });
    expect(Object.keys(unzipSync(bytes)).filter((path) => path.endsWith('.png'))).toHaveLength(2);
  });

  test('lists headings and captions in a table of contents that shows without an update', () => {
    const contents = /<w:sdt>.*?<\/w:sdt>/s.exec(body())![0];
    expect(contents).toContain('TOC \\o &quot;1-2&quot; \\h \\z \\u');
    const links = all(contents, /<w:hyperlink w:anchor="([^"]+)"/g);
    const marks = all(body(), /<w:bookmarkStart w:name="([^"]+)"/g);
    expect(links.length).toBeGreaterThan(25);
    expect(marks).toEqual(links);
    expect(new Set(all(body(), /<w:bookmarkStart [^>]*w:id="(\d+)"/g)).size).toBe(marks.length);
    expect(contents).toContain('Tabell 8. ');
    expect(parts.get('word/settings.xml')).not.toContain('updateFields');
    expect(body()).not.toContain('w:dirty');
  });

  test('stamps the head of every page where the data are synthetic, and of none where they are not', async () => {
    const stamped = (xml: Map<string, string>) =>
      [...xml].filter(([path, text]) => path.startsWith('word/header') && text.includes('SYNTETISKA DATA'));
    const sections = all(body(), /(<w:sectPr>.*?<\/w:sectPr>)/g);
    expect(sections.length).toBeGreaterThan(1);
    for (const section of sections) expect(section).toMatch(/<w:headerReference w:type="default"/);
    expect(stamped(parts)).toHaveLength(sections.length);
    expect(stamped(xmlParts(await renderWord(officeDocument('sv', { synthetic: false }))))).toEqual([]);
  });

  test('turns the page for a table that is too wide, and only for that', () => {
    const sections = all(body(), /(<w:sectPr>.*?<\/w:sectPr>)/g);
    const turned = sections.map((section) => section.includes('w:orient="landscape"'));
    expect(turned).toContain(true);
    expect(turned.filter((t) => !t).length).toBeGreaterThan(0);
    for (const section of sections.filter((_, i) => turned[i]))
      expect(section).toMatch(/<w:pgSz w:w="16838" w:h="11906"/);
  });

  test('lets a heading go to the turned page with the table under it', async () => {
    const wide = officeInput('sv').tables.find((t) => t.columns.length > 10)!;
    const sections = [
      { id: 'a', title: 'Första', blocks: [{ kind: 'paragraph', text: 'Text' } as const] },
      { id: 'b', title: 'Bredast', blocks: [{ kind: 'marks', table: wide } as const] },
    ];
    const xml = xmlParts(await renderWord({ ...document, sections })).get('word/document.xml')!;
    const [upright = '', turned = ''] = xml.slice(xml.indexOf('</w:sdt>')).split('<w:sectPr>');
    expect(upright).toContain('Första');
    expect(upright).not.toContain('Bredast');
    expect(turned).toContain('Bredast');
  });

  test.each([['sv', 'sv-SE'], ['en', 'en-GB']] as const)('marks its language (%s)', async (lang, tag) => {
    const xml = xmlParts(await renderWord({ ...officeDocument(lang), sections: [] }));
    expect(xml.get('word/styles.xml')).toMatch(new RegExp(`<w:docDefaults>.*<w:lang w:val="${tag}"`));
  }); // prettier-ignore

  test('uses only styles that its style sheet defines', () => {
    const defined = new Set(all(parts.get('word/styles.xml')!, /w:styleId="([^"]+)"/g));
    const used = [...parts.values()].flatMap((text) => all(text, /<w:(?:p|r|tbl)Style w:val="([^"]+)"/g));
    expect([...new Set(used)].filter((style) => !defined.has(style))).toEqual([]);
    expect(defined).toContain('Caption');
    expect(defined).toContain('Notes');
  });

  test('carries title, author, description and the time of the run', () => {
    const core = parts.get('docProps/core.xml')!;
    expect(core).toContain(`<dc:title>${document.title}</dc:title>`);
    expect(core).toContain('<dc:creator>oppna-jamforelser</dc:creator>');
    expect(core).toContain('<dc:description>');
    expect(core).toContain('>2021-06-17T12:00:00Z</dcterms:created>');
  });

  test('shows the texts of data as they are, and makes nothing live of them', async () => {
    const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    for (const label of hostileTexts.filter((label) => label !== hostile.control)) expect(text).toContain(label.trim()); // prettier-ignore
    expect(text).toContain('a b c d e f\uFFFD\uFFFDg');
    expect(all(body(), /<w:instrText[^>]*>([^<]*)/g).map(unescaped)).toEqual([' TOC \\o "1-2" \\h \\z \\u ']);
    expect(html).not.toContain('<script');
    expect([...parts].filter(([path, xml]) => path.endsWith('.rels') && xml.includes('TargetMode="External"'))).toEqual([]); // prettier-ignore
  });

  test('keeps the lines of code and the spaces before them', () => {
    const lines = all(html, /<p class="code">(.*?)<\/p>/g).map(unescaped);
    expect(lines).toContain('    "percentile": 75,');
  });

  test('gives the same bytes whatever the clock, and however many came before', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-03-30T02:30:00Z') });
    try {
      expect(Buffer.from(await renderWord(officeDocument('sv'))).equals(Buffer.from(bytes))).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  test('of an empty document opens', async () => {
    const empty = await renderWord({ ...document, sections: [], synthetic: null });
    expect(await htmlOf(empty)).toContain(document.title);
  });

  const missing = noOffice('writer');
  test.skipIf(missing !== null)(`is read by LibreOffice${missing ? ` (skipped: ${missing})` : ''}`, () => {
    const pdf = convert(bytes, 'docx', 'pdf');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(50_000);
  });
});

test('the message catalogue names what the document itself says', () => {
  expect(messages('sv').word.figureNumbers).not.toBe(messages('en').word.figureNumbers);
});
