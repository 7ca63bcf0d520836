import { describe, expect, test } from 'vitest';
import { usefulnessLimits } from '../../analysis/indicators/limits.js';
import { cardDocument } from '../../reports/indicators/card.js';
import { cardId, cardPage } from '../../reports/indicators/ids.js';
import { renderPage } from '../../reports/page/page.js';
import { renderWord } from '../../reports/word/word.js';
import { documentWorkbook } from '../../reports/workbook/document-workbook.js';
import { cardOf, yesNo } from './fixture.js';
import { blocksOf, demoCards, gridOf, manifest, textsOf } from './overview-fixture.js';

const cards = demoCards();
const documentOf = (card: (typeof cards)[number], lang: 'sv' | 'en' = 'sv') =>
  cardDocument(card, manifest(), lang);
const row = (id: string, name: string, ...of: Parameters<typeof cardOf>) =>
  gridOf(documentOf(cardOf(...of)), id).rows.find(([head]) => head!.split('\n')[0] === name)!;

describe('a card of a small panel', () => {
  test('begins with the advice and why', () => {
    const document = documentOf(cardOf({ 2019: yesNo(19, 1), 2020: yesNo(19, 1) }));
    expect(document.lead).toMatch(/^Mättad\. Nästan alla har nått målet/);
    expect(document.sections[0]!.id).toBe('advice');
    expect(textsOf(document.sections[0])).toContain(
      '95\u202f% av enheterna har nått målet, och minst 90\u202f% varje år sedan 2019 (Socialstyrelsens gräns).',
    );
  });

  test('has the number of every year with n, and the share that answered', () => {
    const years = gridOf(documentOf(cardOf({ 2019: yesNo(5, 15), 2020: [...yesNo(9, 9), 'bortfall', 'bortfall'] })), 'years-grid'); // prettier-ignore
    expect(years.rows.map(([year, value, , n, rate]) => [year, value, n, rate])).toEqual([
      ['2019', '25,0\u202f%', '20', '100\u202f%'],
      ['2020', '50,0\u202f%', '18', '90\u202f%'],
    ]);
  });

  test('holds each verdict’s word in the cell that is coloured', () => {
    const { rows, tones } = gridOf(
      documentOf(cardOf({ 2019: yesNo(19, 1), 2020: yesNo(19, 1) })),
      'profile-grid',
    );
    expect(rows[0]!.slice(0, 4)).toEqual([
      'Utrymme att förbättras\nFinns det både några som nått målet och några som har kvar?',
      'inte uppfyllt',
      '95\u202f%\nandel som nått målet, hög',
      'uppfyllt under 80\u202f%, inte från 90\u202f%',
    ]);
    expect(tones![0]![1]).toBe('poor');
    const words = {
      good: 'uppfyllt',
      partly: 'delvis uppfyllt',
      poor: 'inte uppfyllt',
      absent: 'går inte att bedöma',
    };
    rows.forEach((cells, r) => expect(cells[1]).toBe(words[tones![r]![1]!]));
  });

  test('counts flips with their base beside chance', () => {
    // Every unit but four says Ja, Nej, Ja; each year's answers dealt at random would give fewer.
    const card = cardOf({ 2018: yesNo(16, 4), 2019: yesNo(0, 20), 2020: yesNo(16, 4) });
    const found = row('lasting-grid', 'Ändrat fram och åter', {
      2018: yesNo(16, 4),
      2019: yesNo(0, 20),
      2020: yesNo(16, 4),
    });
    expect(found.slice(1, 3)).toEqual(['80\u202f%', '16/20']);
    expect(found[3]).toContain(`${Math.round(100 * card.flips!.expectedShare)}\u202f%`);
  });

  test('says of one year alone that it is one year alone, in words, and draws no line of one point', () => {
    const document = documentOf(cardOf({ 2020: yesNo(10, 10) }));
    expect(document.lead).toMatch(/^Går inte att bedöma\./);
    expect(textsOf(document)).toContain('Ingen trend kan beräknas (frågan har ställts bara ett år).');
    expect(textsOf(document)).toContain(
      'Riket: minsta förändring kan inte beräknas (frågan har ställts bara ett år).',
    );
    expect(blocksOf(document).filter((b) => b.kind === 'figure')).toEqual([]);
  });

  test('of an indicator without a single answer still says what it lacks', () => {
    const document = documentOf(
      cardOf({ 2019: Array(12).fill('bortfall'), 2020: Array(12).fill('bortfall') }),
    );
    expect(gridOf(document, 'years-grid').rows[0]!.slice(0, 4)).toEqual([
      '2019', '–\ninga observationer', '–\nför få observationer', '0',
    ]); // prettier-ignore
    expect(gridOf(document, 'missing-grid').tones![2]![2]).toBe('poor');
    expect(textsOf(document)).toContain('över 20 procent: riksvärdet redovisas inte');
    expect(renderPage(document)).not.toMatch(/NaN|undefined|\[object|Infinity/);
  });

  test('takes names of the data for text, never for markup', () => {
    const evil = '<img src=x onerror=alert(1)>"\'';
    const card = cardOf({ 2019: yesNo(5, 15), 2020: yesNo(9, 11) }, { id: evil, label: evil, area: evil });
    const page = renderPage(documentOf(card));
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x');
    expect(cardPage(evil)).toMatch(/^indikator-img-src-x-onerror-alert-1-[0-9a-f]{8}\.html$/);
  });
});

describe('the id of a card', () => {
  test('is the indicator’s where that is safe, and differs for every other', () => {
    expect(cardId('eb-radgivning')).toBe('indikator-eb-radgivning');
    const odd = ['A', 'a', 'å', '../a', 'a/', 'a.', 'CON', '', 'x'.repeat(200), `${'x'.repeat(200)}y`];
    const ids = odd.map(cardId);
    expect(new Set(ids.map((id) => id.toLowerCase())).size).toBe(odd.length);
    for (const id of ids) expect(id).toMatch(/^indikator-[a-z0-9-]{1,80}$/);
  });
  test('of every indicator of the demo data is plain', () => {
    for (const { id } of cards) expect(cardId(id)).toBe(`indikator-${id}`);
  });
});

describe('the cards of the demo data', () => {
  test('have the same blocks in both languages, and no hole', () => {
    for (const card of cards) {
      const [sv, en] = [documentOf(card), documentOf(card, 'en')];
      expect(blocksOf(en).map((b) => b.kind)).toEqual(blocksOf(sv).map((b) => b.kind));
      for (const document of [sv, en]) {
        const texts = textsOf({ ...document, sections: document.sections.map((s) => ({ ...s, blocks: s.blocks.map((b) => (b.kind === 'figure' ? b.figure.description : b)) })) }); // prettier-ignore
        expect(texts.filter((t) => /NaN|undefined|\bnull\b|Infinity|\[object/.test(t))).toEqual([]);
        for (const block of blocksOf(document)) {
          if (block.kind !== 'grid') continue;
          for (const r of block.grid.rows)
            expect(r, `${card.id} ${block.grid.id}`).toHaveLength(block.grid.head.length);
          expect(block.grid.synthetic).toBe(true);
        }
      }
    }
  });

  test('are the same bytes every time, valid figures included', () => {
    for (const card of cards.slice(0, 4))
      expect(renderPage(documentOf(card))).toBe(renderPage(documentOf(card)));
  });

  test('break the line where the definition changes', () => {
    const card = cards.find((c) => c.id === 'eb-utredningsmall')!;
    const svg = (changes: typeof card.changes) =>
      blocksOf(documentOf({ ...card, changes })).flatMap((b) =>
        b.kind === 'figure' ? [b.figure.svg] : [],
      )[0]!;
    const lines = (text: string) => text.match(/stroke-width="2"/g)!.length;
    expect(lines(svg([]))).toBe(4);
    expect(lines(svg(card.changes))).toBe(3);
    expect(svg(card.changes)).toContain('ändrad definition');
  });

  test('have the published marks without a run, and say that it computed none', () => {
    const card = cards.find((c) => c.id === 'eb-radgivning')!;
    const rows = gridOf(documentOf(card), 'appendix-rows').rows;
    expect(rows.map(([table]) => table!.split('\n')[0])).toEqual(
      [8, 9, 10, 11, 12].map((t) => `Tabell ${t}`),
    );
    for (const r of rows) expect(r[3]).toBe('–\ninte beräknat här');
    const cells = gridOf(documentOf(card), 'appendix-cells').rows;
    expect(cells).toHaveLength(card.appendix.rows.reduce((sum, r) => sum + r.cells.length, 0));
    expect(cells[0]!.slice(0, 2)).toEqual(['Totalt 2016–20', 'Tabell 8']);
  });

  test('are written by Word and as a workbook', async () => {
    const document = documentOf(cards[0]!);
    expect((await renderWord(document)).length).toBeGreaterThan(5_000);
    expect((await documentWorkbook(document)).length).toBeGreaterThan(5_000);
  });

  test('of real data say nothing synthetic', () => {
    const page = renderPage(
      cardDocument(cards[0]!, { ...manifest(false), data: { synthetic: false } }, 'sv'),
    );
    expect(page.toLowerCase().replace(/<style>[\s\S]*?<\/style>/, '')).not.toContain('syntet');
  });
});

test('the limits are those that the words of the catalogue speak of', () => {
  const { room, tellsApart, flips, change, changeInSd, answered, comparableYears } = usefulnessLimits;
  expect([room.near, room.saturated, room.floor]).toEqual([0.8, 0.9, 0.1]);
  expect([tellsApart, change, changeInSd]).toEqual([{ met: 0.7, notMet: 0.4 }, { met: 5, notMet: 10 }, { met: 0.2, notMet: 0.5 }]); // prettier-ignore
  expect([flips.met, flips.notMet, answered.missing, comparableYears]).toEqual([0.5, 1, 0.2, 3]);
});
