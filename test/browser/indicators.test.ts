import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardDocument } from '../../reports/indicators/card.js';
import { overviewDocument } from '../../reports/indicators/overview.js';
import { renderPage } from '../../reports/page/page.js';
import { demoCards, manifest } from '../indicators/overview-fixture.js';
import { violations } from './axe.js';
import { fileOf, launch, measure, missing, ofElement, open } from './chromium.js';

const cards = demoCards();

describe.skipIf(missing)('the overview of indicators in a browser', () => {
  let browser: Browser;
  let file: ReturnType<typeof fileOf>;

  beforeAll(async () => {
    browser = await launch();
    file = fileOf(renderPage(overviewDocument(cards, manifest(), 'sv', { cards: true })));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    file?.remove();
  });

  const head = (page: Page, name: string) => page.locator('#indicators-grid thead button', { hasText: name });
  const status = (page: Page) => page.locator('#indicators-grid [role="status"]').textContent();
  const rows = (page: Page) => page.locator('#indicators-grid tbody tr:visible');
  /** The values of a column of the rows that are shown, in their order; null where there is none. */
  const values = (page: Page, column: number) =>
    page.evaluate<(number | null)[]>(
      `[...document.querySelectorAll('#indicators-grid tbody tr')].filter((r) => !r.hidden).map((r) => r.cells[${column}].dataset.value).map((v) => (v === undefined ? null : Number(v)))`,
    );

  test('sorts numbers by value, those without last in both orders, and says so', async () => {
    const { page, complaints } = await open(browser, file.url);
    const known = cards.flatMap((c) => c.lasting.reliability ?? []).sort((a, b) => a - b);
    const none = Array<null>(cards.length - known.length).fill(null);
    await head(page, 'Reliabilitet').click();
    expect(await values(page, 7)).toEqual([...known, ...none]);
    const order = "[...document.querySelectorAll('th[aria-sort]')].map((e) => e.ariaSort)";
    expect(await page.evaluate(order)).toEqual(['ascending']);
    expect(await status(page)).toBe('65 av 65 rader visas. Sorterad efter Reliabilitet, stigande.');
    await page.keyboard.press('Enter');
    expect(await values(page, 7)).toEqual([...known.reverse(), ...none]);
    expect(await status(page)).toContain('fallande');
    await page.locator('button[name="all"]').click();
    expect(await values(page, 4)).toEqual(cards.map((c) => c.latest!.value));
    expect(await page.evaluate('document.activeElement.name')).toBe('search');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('shows the rows that fit all choices and every word of the search', async () => {
    const { page } = await open(browser, file.url);
    const eldercare = cards.filter((c) => c.area === 'aldreomsorg');
    const repair = eldercare.filter((c) => c.advice.key === 'repair');
    await page.locator('select[data-column="2"]').selectOption('Äldreomsorg');
    expect(await rows(page).count()).toBe(eldercare.length);
    await page.locator('select[data-column="1"]').selectOption('Åtgärda');
    expect(await rows(page).count()).toBe(repair.length);
    await page.locator('input[type="search"]').fill('BRUKARE halsa');
    expect(await rows(page).count()).toBe(1);
    expect(await status(page)).toBe('1 av 65 rader visas.');
    await page.locator('input[type="search"]').fill('zebra');
    expect(await status(page)).toBe('Ingen rad stämmer med valen.');
    await page.context().close();
  });

  test.each([
    [1280, 'light'],
    [360, 'dark'],
  ] as const)(
    'axe finds nothing at %i px, %s: as it opens, sorted, and filtered',
    async (width, colorScheme) => {
      const { page, complaints } = await open(browser, file.url, {
        viewport: { width, height: 800 },
        colorScheme,
      });
      expect(await violations(page)).toEqual([]);
      await head(page, 'Saknas').click();
      await page.locator('select[data-column="2"]').selectOption('Ekonomiskt bistånd');
      expect(await violations(page)).toEqual([]);
      expect(await measure(page, 'widths()')).toEqual([width, width]);
      const small = await page.evaluate(
        `[...document.querySelectorAll('.sorted :is(button, select, input)')].map((e) => e.getBoundingClientRect()).filter((r) => r.width < 24 || r.height < 24).length`,
      );
      expect(small).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test('is a plain table without script, its controls out of sight', async () => {
    const { page } = await open(browser, file.url, { javaScriptEnabled: false });
    expect(await page.locator('#indicators-grid form').isVisible()).toBe(false);
    expect(await page.locator('#indicators-grid tbody tr').count()).toBe(cards.length);
    await page.context().close();
  });

  test('leads to a card of its name in the same folder', async () => {
    const { page } = await open(browser, file.url);
    const link = page.locator('#indicators-grid tbody a').first();
    expect(await ofElement(link, 'e.getAttribute("href")')).toBe(`indikator-${cards[0]!.id}.html`);
    await page.context().close();
  });
});

describe.skipIf(missing)('a card in a browser', () => {
  test.each([
    ['eb-utredningsmall', 'sv', 1280, 'light'],
    ['ao-audit-dudit-2016', 'en', 360, 'dark'],
    ['ao-brukare-ht-bemotande', 'sv', 360, 'light'],
  ] as const)(
    '%s, %s, %i px, %s: axe finds nothing, nothing is too wide, no texts collide',
    async (id, lang, width, colorScheme) => {
      const browser = await launch();
      const card = cards.find((c) => c.id === id)!;
      const file = fileOf(renderPage(cardDocument(card, manifest(), lang)));
      try {
        const { page, complaints } = await open(browser, file.url, {
          viewport: { width, height: 800 },
          colorScheme,
        });
        expect(await violations(page)).toEqual([]);
        expect(await measure(page, 'widths()')).toEqual([width, width]);
        expect(await measure(page, 'deadAnchors()')).toEqual([]);
        expect(await measure(page, 'collisions()')).toEqual([]);
        expect(complaints).toEqual([]);
      } finally {
        await browser.close();
        file.remove();
      }
    },
  );
});
