import { describe, expect, test } from 'vitest';
import { adviceKeys } from '../../analysis/indicators/index.js';
import { gridHtml } from '../../reports/page/grid.js';
import { overviewDocument } from '../../reports/indicators/overview.js';
import { renderPage } from '../../reports/page/page.js';
import { documentWorkbook } from '../../reports/workbook/document-workbook.js';
import { sourceHash } from '../../reports/page/script.js';
import { cardOf, yesNo } from './fixture.js';
import { blocksOf, demoCards, gridOf, manifest, textsOf } from './overview-fixture.js';

const cards = demoCards();
const small = [
  cardOf({ 2019: yesNo(19, 1), 2020: yesNo(19, 1) }, { id: 'full' }),
  cardOf({ 2020: yesNo(10, 10) }, { id: 'once', area: 'vard' }),
];
const overview = (of = cards, lang: 'sv' | 'en' = 'sv', linked = true) =>
  overviewDocument(of, manifest(), lang, { cards: linked, numbers: true });

describe('the overview of indicators', () => {
  test('counts every advice, by area and together', () => {
    expect(gridOf(overview(small), 'advice-meanings').rows.map(([name, , n]) => [name, n])).toEqual([
      ['Behåll', '0'], ['Åtgärda', '0'], ['Mättad', '1'], ['För mycket brus', '0'], ['Går inte att bedöma', '1'],
    ]); // prettier-ignore
    expect(gridOf(overview(small), 'advice-areas').rows).toEqual([
      ['skola', '0', '0', '1', '0', '0', '1'],
      ['vard', '0', '0', '0', '0', '1', '1'],
      ['Alla', '0', '0', '1', '0', '1', '2'],
    ]);
    const all = gridOf(overview(), 'advice-areas').rows.at(-1)!.slice(1).map(Number);
    expect(all).toEqual([
      ...adviceKeys.map((k) => cards.filter((c) => c.advice.key === k).length),
      cards.length,
    ]);
  });

  test('has a row for every indicator with words for every number, colour and lack', () => {
    const [full, once] = gridOf(overview(small), 'indicators-grid').rows;
    expect(full!.slice(0, 6)).toEqual([
      'full\nfull', 'Mättad', 'skola', 'okänt', '95,0\u202f%\n2020, n\u00a020', 'mättad\nsedan 2019',
    ]); // prettier-ignore
    expect(once![6]).toBe('–\nfrågan har ställts bara ett år');
    const { rows, tones } = gridOf(overview(), 'indicators-grid');
    rows.forEach((row, r) =>
      row.forEach((text, c) => {
        expect(text.trim()).not.toBe('');
        if (tones![r]![c]) expect(text).toMatch(/\p{L}{4}/u);
        if (text.startsWith('–')) expect(text).toMatch(/\n\p{L}/u);
      }),
    );
  });

  test('is sorted by numbers, never by what they look like: the values are the cards’', () => {
    const { sortable } = gridOf(overview(), 'indicators-grid');
    cards.forEach((card, r) => {
      const values = sortable!.values[r]!;
      expect(values[4]).toBe(card.latest!.value);
      expect(values[6]).toBe(card.trend.perYear);
      expect(values[7]).toBe(card.lasting.reliability);
      expect(values[9]).toBe(card.missing!.suppressing);
    });
    expect(sortable!.choices).toEqual([1, 2, 3]);
  });

  test('leads to the cards only where they stand beside it', () => {
    const page = renderPage(overview());
    const hrefs = [...page.matchAll(/href="(indikator-[^"]*)"/g)].map(([, href]) => href);
    expect(hrefs).toEqual(cards.map((c) => `indikator-${c.id}.html`));
    expect(renderPage(overview(cards, 'sv', false))).not.toContain('href="indikator-');
  });

  test('gives the limits with their reasons, and why there is no score', () => {
    const document = overview(small);
    const limits = gridOf(document, 'limits-grid');
    expect(limits.rows).toHaveLength(12);
    expect(limits.rows[0]!.slice(1, 3)).toEqual(['andel som nått målet, hög', 'uppfyllt under 80\u202f%, inte från 90\u202f%']); // prettier-ignore
    for (const row of limits.rows) expect(row[3]!.length).toBeGreaterThan(20);
    expect(document.sections.map((s) => s.id)).toContain('no-score');
  });

  test('has the same blocks in both languages, no hole, and the same bytes every time', () => {
    const [sv, en] = [overview(), overview(cards, 'en')];
    expect(blocksOf(en).map((b) => b.kind)).toEqual(blocksOf(sv).map((b) => b.kind));
    for (const document of [sv, en])
      expect(textsOf(document).filter((t) => /NaN|undefined|\bnull\b|Infinity|\[object/.test(t))).toEqual([]);
    expect(renderPage(overview())).toBe(renderPage(overview()));
  });

  test('of no indicators is still a page, without script', () => {
    const page = renderPage(overview([]));
    expect(page).toContain('Inga indikatorer finns i data.');
    expect(page).not.toContain('<script');
  });

  test('is a workbook whose second table of indicators holds bare numbers', async () => {
    const numbers = gridOf(overview(), 'indicators-numbers');
    const r = cards.findIndex((c) => c.id === 'eb-utredningsmall');
    expect(numbers.rows[r]![6]).toBe('66,2');
    expect(numbers.rows.every((row) => row.length === numbers.head.length)).toBe(true);
    expect((await documentWorkbook(overview())).length).toBeGreaterThan(10_000);
  });
});

describe('a page with a table to sort', () => {
  const page = renderPage(overview(small));

  test('has one script, which its policy allows by its hash', () => {
    const scripts = [...page.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(
      ([, text]) => text!,
    );
    expect(scripts).toHaveLength(1);
    expect(page).toContain(`script-src ${sourceHash(scripts[0]!).replaceAll("'", '&#39;')};`);
    expect(page.replaceAll(/xmlns="[^"]*"/g, '')).not.toMatch(/https?:\/\//);
    expect(scripts[0]!.length).toBeLessThan(6_000);
  });

  test('hides its controls until the script shows them', () => {
    expect(page).toMatch(/<form[^>]*\shidden/);
    expect(page).toMatch(/data-value="95"/);
  });

  const grid = gridOf(overview(small), 'indicators-grid');
  test.each([
    'javascript:alert(1)',
    'https://x.se/a.html',
    '//x.se/a.html',
    '../a.html',
    'a/b.html',
    'a.html"onclick="x',
    'A.html',
  ])('takes %s for no link', (link) => {
    expect(gridHtml({ ...grid, links: [[link]] }, 'sv').toString()).not.toContain('<a ');
  });
});
