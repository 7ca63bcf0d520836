import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatNumber, formatP } from '../../reports/locales/format.js';
import { cellRows } from '../../reports/tables/table.js';
import { fixturePage } from '../reports/interactive.js';
import { fileOf, launch, measure, missing, ofElement, open, whole } from './chromium.js';

describe.skipIf(missing)('what of the report waits for its script', () => {
  let browser: Browser;
  let fixture: Awaited<ReturnType<typeof fixturePage>>;
  let file: ReturnType<typeof fileOf>;

  beforeAll(async () => {
    browser = await launch();
    fixture = await fixturePage();
    file = fileOf(fixture.page);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    file?.remove();
  });

  /** The page in a browser of which something is taken away before it is read. */
  async function without(what: string, hash = '', options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => complaints.push(message.text()));
    await page.addInitScript(what);
    await page.goto(`${file.url}${hash}`);
    return { page, complaints };
  }
  const neverIdle = 'window.requestIdleCallback = () => 0';
  const waiting = (page: Page) => page.locator('noscript').count();
  const tables = () => fixture.input.versions[0].tables;
  const ids = (page: Page) => page.evaluate<string[]>('[...document.querySelectorAll("main [id]")].map((e) => e.id)'); // prettier-ignore

  test('is elements once the browser is idle, and the same that a page without script shows', async () => {
    const { page } = await open(browser, file.url);
    const still = await open(browser, file.url, { javaScriptEnabled: false });
    const own = await ids(page);
    expect(own).toContain('table-17');
    expect(own).toEqual(await ids(still.page));
    const texts = (of: Page) => of.locator('main table.marks, main svg text').allTextContents();
    expect((await texts(page)).join('|')).toBe((await texts(still.page)).join('|'));
    await page.context().close();
    await still.page.context().close();
  });

  test('without script every mark is seen beside the published one, and folded pictures are their texts', async () => {
    const { page } = await open(browser, file.url, { javaScriptEnabled: false });
    const rows = tables().flatMap(cellRows);
    expect(await page.locator('.block table.marks tbody td:visible').count()).toBe(
      rows.flatMap((row) => row.cells).length,
    );
    const published = rows.flatMap((row) => row.cells).filter((c) => c.published);
    expect(await page.locator('.block table.marks td i:visible').count()).toBeGreaterThanOrEqual(
      published.length,
    );
    const pictures = page.locator('img[data-picture]');
    expect(await pictures.count()).toBeGreaterThan(0);
    for (const picture of await pictures.all())
      expect((await picture.getAttribute('alt'))!.length).toBeGreaterThan(20);
    await page.context().close();
  });

  test('is not needed for the first table: its cells answer before', async () => {
    const { page, complaints } = await without(neverIdle);
    expect(await waiting(page)).toBeGreaterThan(20);
    await page.locator('.block table.marks tbody td').first().click();
    expect(await page.locator('dialog').isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('comes at once where a link or the address leads to it', async () => {
    for (const hash of ['', '#table-13']) {
      const { page } = await without(neverIdle, hash);
      if (hash === '') await page.locator('nav a[href="#table-13"]').click();
      // Right beneath the bars that stay at the top.
      const top = () => ofElement<number>(page.locator('#table-13'), 'e.getBoundingClientRect().top');
      const bars = () =>
        page.evaluate<number>('document.querySelector(".controls").getBoundingClientRect().bottom');
      await expect.poll(async () => Math.abs((await top()) - (await bars()) - 16)).toBeLessThan(4);
      await page.locator('#table-13 tbody td').first().click();
      expect(await page.locator('dialog').isVisible()).toBe(true);
      expect(await waiting(page)).toBeGreaterThan(0);
      await page.context().close();
    }
  });

  test('comes at once where the reader unfolds it, with its picture', async () => {
    const { page, complaints } = await without(neverIdle);
    await page
      .locator('section > details:has(img), section > details:has(noscript) > summary')
      .first()
      .click();
    const picture = page.locator('details[open] img').first();
    await expect.poll(() => ofElement<number>(picture, 'e.naturalWidth')).toBeGreaterThan(300);
    expect(await picture.isVisible()).toBe(true);
    expect(await picture.getAttribute('data-picture')).toBeNull();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('is counted by a filter, shown by a switch, and printed', async () => {
    const { page } = await without(neverIdle);
    const { counts } = fixture.comparison.agreement.find((a) => a.scope === 'all')!;
    await page.selectOption('select[name="category"]', 'same');
    expect(await page.locator('.count').textContent()).toContain(`: ${formatNumber(counts.same, 'sv')} cell`);
    await page.context().close();
    const { page: paper } = await without(neverIdle);
    await paper.emulateMedia({ media: 'print' });
    await paper.pdf({ path: join(file.folder, 'whole.pdf'), preferCSSPageSize: true });
    expect(await waiting(paper)).toBe(0);
    const pages = readFileSync(join(file.folder, 'whole.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g)?.length;
    expect(pages).toBeGreaterThan(10);
    await paper.context().close();
  });

  test('is whole in the other language, also when the first is not yet', async () => {
    const { page } = await without(neverIdle);
    await ofElement(page.locator('button[name="language"]'), 'e.click()');
    await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await waiting(page)).toBe(0);
    expect(await page.locator('.block table.marks[role="grid"]').count()).toBe(tables().length);
    await page.locator('#table-17 tbody td').first().click();
    expect(await page.locator('dialog').isVisible()).toBe(true);
    await page.context().close();
  });

  test('stays text where the browser can unpack nothing', async () => {
    const { page, complaints } = await without('delete window.DecompressionStream');
    await whole(page);
    expect(await page.locator('button[name="language"]').isVisible()).toBe(false);
    await page.locator('section > details:has(img) > summary').first().click();
    expect(await page.locator('details[open] img[data-picture]').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a link to a filtered page shows the same cells, numbers and language', async () => {
    const { page } = await open(browser, file.url);
    await page.selectOption('select[name="area"]', 'ekonomiskt-bistand');
    await page.selectOption('select[name="category"]', 'opposite');
    await page.selectOption('select[name="show"]', 'p');
    await ofElement(page.locator('button[name="language"]'), 'e.click()');
    await expect.poll(() => page.evaluate('location.hash')).toBe('#show=p&area=ekonomiskt-bistand&category=opposite&lang=en'); // prettier-ignore
    const count = await page.locator('.count').textContent();
    const there = await open(browser, page.url().replace(/#.*/, ''), {}, true);
    await there.page.evaluate(`location.hash = ${JSON.stringify(await page.evaluate('location.hash'))}`);
    await expect.poll(() => there.page.locator('.count').textContent()).toBe(count);
    expect(await there.page.evaluate('document.documentElement.lang')).toBe('en');
    const cell = tables().find((t) => t.id === 'table-10')!;
    const e = fixture.results.estimates.find(({ id }) => id === cellRows(cell)[0]!.cells[0]!.id)!;
    expect(await there.page.locator('#table-10 td b').first().textContent()).toBe(formatP(e.p, 'en').replace(/^p (= )?/, '')); // prettier-ignore
    await there.page.locator('button[name="reset"]').click();
    await there.page.selectOption('select[name="show"]', 'marks');
    expect(await there.page.evaluate('location.hash')).toBe('#lang=en');
    await page.context().close();
    await there.page.context().close();
  });

  test('the way back leads to where the reader was, with the filter that a link took away', async () => {
    const { page } = await open(browser, file.url);
    const y = () => page.evaluate<number>('scrollY');
    const link = page.locator('nav a[href="#table-13"]');
    await page.evaluate('document.querySelector(\'nav a[href="#table-13"]\').scrollIntoView()');
    const before = await y();
    await link.click();
    await expect.poll(y).toBeGreaterThan(before + 2000);
    await page.goBack();
    await expect.poll(async () => Math.abs((await y()) - before)).toBeLessThan(100);
    // A table that the filter hides.
    await page.selectOption('select[name="category"]', 'opposite');
    const hidden = await page.evaluate<string>('[...document.querySelectorAll(".block[hidden]")].at(-1).id');
    await ofElement(page.locator(`nav a[href="#${hidden}"]`), 'e.click()');
    await expect.poll(() => page.locator(`#${hidden}`).isVisible()).toBe(true);
    await page.goBack();
    await expect.poll(() => page.evaluate('location.hash')).toBe('#category=opposite');
    await expect.poll(() => page.locator('select[name="category"]').inputValue()).toBe('opposite');
    expect(await page.locator(`#${hidden}`).isVisible()).toBe(false);
    expect(await page.locator('.count').textContent()).not.toBe('');
    await page.goForward();
    await expect.poll(() => page.locator('select[name="category"]').inputValue()).toBe('');
    expect(await page.locator(`#${hidden}`).isVisible()).toBe(true);
    await page.context().close();
  });

  test('a page read again at an anchor is in the language, and with the numbers, that the reader chose', async () => {
    const { page } = await open(browser, file.url);
    await page.selectOption('select[name="show"]', 'p');
    await ofElement(page.locator('button[name="language"]'), 'e.click()');
    await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe('en');
    await page.locator('nav a[href="#table-13"]').click();
    await expect.poll(() => page.evaluate('location.hash')).toBe('#table-13');
    await page.reload();
    await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await page.locator('select[name="show"]').inputValue()).toBe('p');
    expect(await page.evaluate('location.hash')).toBe('#table-13');
    const top = () => ofElement<number>(page.locator('#table-13'), 'e.getBoundingClientRect().top');
    await expect.poll(async () => Math.abs((await top()) - 97)).toBeLessThan(40);
    await page.context().close();
  });

  test('an address opened anew shows what it says, and what no control offers changes nothing', async () => {
    const filtered = await without('', '#category=opposite');
    const { counts } = fixture.comparison.agreement.find((a) => a.scope === 'all')!;
    expect(await filtered.page.locator('.count').textContent()).toContain(`: ${formatNumber(counts.opposite, 'sv')} cell`); // prettier-ignore
    await filtered.page.context().close();
    const odd = await without('', '#show=<img src=x onerror=alert(1)>&area=nowhere&category=%E0%A4&lang=xx');
    await whole(odd.page);
    expect(await odd.page.locator('.count').textContent()).toBe('');
    expect(await odd.page.locator('td.faded').count()).toBe(0);
    expect(await odd.page.evaluate('location.hash')).toBe('');
    expect(await measure(odd.page, 'widths()')).toEqual([1280, 1280]);
    expect(odd.complaints).toEqual([]);
    await odd.page.context().close();
  });
});
