import { expect, test } from 'vitest';
import type { Block, Document } from '../../reports/document/document.js';
import { reportDocument } from '../../reports/document/report.js';
import { languagesDrawn, readFormats } from '../../reports/formats.js';
import { renderMarkdown } from '../../reports/markdown/document.js';
import { buildTables } from '../../reports/tables/build.js';
import { cellRows } from '../../reports/tables/table.js';
import { fixtureAssumptions, fixtureComparison, fixtureResults } from './fixture.js';

const results = fixtureResults();
const comparison = fixtureComparison(results);
const documentIn = (lang: 'sv' | 'en'): Document =>
  reportDocument({
    results,
    comparison,
    assumptions: fixtureAssumptions,
    tables: buildTables(results, comparison, lang),
    figures: [],
    lang,
  });

/** Every text of a value, however deep. */
const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(texts)
      : [];

const blocks = ({ sections }: Document): Block[] => sections.flatMap((s) => s.blocks);

test('the report follows the appendix, then says what was open, what chance gives, what the data are, what was run', () => {
  const ids = documentIn('sv').sections.map((s) => s.id);
  expect(ids).toEqual([
    'summary', 'reading', 'compared', 'area-aldreomsorg', 'area-ekonomiskt-bistand', 'area-barn-och-unga',
    'lesson', 'composition', 'assumptions', 'inference', 'data', 'manifest',
  ]); // prettier-ignore
});

test('the report says the same in both languages, block by block', () => {
  const [sv, en] = [documentIn('sv'), documentIn('en')];
  expect(blocks(en).map((b) => b.kind)).toEqual(blocks(sv).map((b) => b.kind));
  expect(en.sections.map((s) => s.id)).toEqual(sv.sections.map((s) => s.id));
  expect(en.title).not.toBe(sv.title);
});

test('the report has no number that is none, in no text', () => {
  for (const lang of ['sv', 'en'] as const)
    for (const text of texts(documentIn(lang)))
      expect(text).not.toMatch(/\bNaN\b|undefined|\[object|Infinity/);
});

test('many tests: the marks of each table are counted, and what Holm leaves is never more', () => {
  const grid = blocks(documentIn('en')).flatMap((b) => (b.kind === 'grid' && b.grid.id === 'multiplicity' ? [b.grid] : []))[0]!; // prettier-ignore
  const tables = buildTables(results, comparison, 'en');
  expect(grid.rows).toHaveLength(tables.length);
  grid.rows.forEach((row, i) => {
    const marks = cellRows(tables[i]!).flatMap((r) => r.cells.filter((c) => c.mark !== '' && c.mark !== '·'));
    expect([row[0], Number(row[3])]).toEqual([row[0], marks.length]);
    if (row[5] !== undefined) expect(Number(row[5])).toBeLessThanOrEqual(Number(row[3]));
  });
});

test('Markdown: text of data can neither end a fence, nor be markup, nor break a table', () => {
  const evil = '```\n# up\n<script>x</script> | **b** [a](javascript:1)';
  const document: Document = {
    ...documentIn('en'),
    title: evil,
    sections: [
      {
        id: 'a',
        title: evil,
        blocks: [
          { kind: 'code', title: evil, text: evil },
          { kind: 'terms', terms: [[evil, evil]] },
          { kind: 'paragraph', text: evil },
          { kind: 'list', items: [evil] },
          { kind: 'grid', grid: { id: 'g', title: evil, head: [evil, evil], rows: [[evil, evil]], notes: [evil], synthetic: true } }, // prettier-ignore
        ],
      },
    ],
  };
  const text = renderMarkdown(document);
  const [before, , after] = text.split(/^````$/m);
  expect(`${before}${after}`.replace(/``[^`].*?``|````.*?````/g, '')).not.toMatch(/(?<!\\)<script|^# up|(?<!\\)\*\*b|(?<!\\)\[a/m); // prettier-ignore
  for (const line of text.split('\n').filter((l) => l.startsWith('| ')))
    expect(line.match(/(?<!\\)\|/g)).toHaveLength(3);
});

test('figures are drawn for the formats that show them, in both languages for the page', () => {
  expect(languagesDrawn(['csv', 'xlsx'])).toBe(0);
  expect(languagesDrawn(['pdf', 'csv'])).toBe(1);
  expect(languagesDrawn(['md', 'html'])).toBe(2);
});

test('--format takes names with commas or all, and names the one that is none', () => {
  expect(readFormats('PDF, html')).toEqual(['html', 'pdf']);
  expect(readFormats('all')).toContain('docx');
  expect(() => readFormats('html,doc')).toThrow(/found "doc"; expected one or more of html,pdf,docx/);
});
