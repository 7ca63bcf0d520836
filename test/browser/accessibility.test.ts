import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { interactivePage } from '../../reports/page/interactive.js';
import { fixtureComparison, fixtureInference } from '../reports/fixture.js';
import { pageInput } from '../reports/interactive.js';
import { fileOf, launch, measure, missing, ofElement, open } from './chromium.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe finds against WCAG 2.2 A and AA and good practice: the rule, and the first elements that break it. */
async function violations(page: Page): Promise<string[]> {
  const found = await page.evaluate<readonly Violation[]>(
    // The warning above the page stands outside its landmarks on purpose: it is of the page and of every part of it.
    `${axe}; axe.run(document, { rules: { region: { enabled: false } }, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations)`,
  );
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.length} times, ${nodes[0]?.html.slice(0, 200)}; ${nodes[0]?.failureSummary}`,
  );
}

describe.skipIf(missing)('the report for everyone', () => {
  let browser: Browser;
  let file: ReturnType<typeof fileOf>;

  beforeAll(async () => {
    browser = await launch();
    // A table of each kind: axe looks at every cell.
    const results = fixtureInference();
    const few = results.estimates.filter(
      (e) => typeof e.table !== 'number' || [2, 6, 8, 10].includes(e.table),
    );
    const comparison = fixtureComparison(results);
    file = fileOf(interactivePage(await pageInput({ ...results, estimates: few }, comparison, 3)));
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    file?.remove();
  });

  const inLanguage = async (page: Page, lang: string) => {
    if (lang === 'en') await ofElement(page.locator('button[name="language"]'), 'e.click()');
    await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe(lang);
  };
  const cell = (page: Page) => page.locator('#table-08 tbody tr:has(td)').nth(1).locator('td').first();

  test.each([
    ['sv', 'light', 1280],
    ['sv', 'dark', 360],
    ['en', 'light', 360],
    ['en', 'dark', 1280],
  ] as const)(
    'axe finds nothing: %s, %s, %i px; as it opens, filtered, with numbers, and with the panel open',
    async (lang, colorScheme, width) => {
      const { page } = await open(browser, file.url, { viewport: { width, height: 800 }, colorScheme });
      await inLanguage(page, lang);
      expect(await violations(page)).toEqual([]);
      await page.selectOption('select[name="category"]', 'other-level', { force: true });
      await page.selectOption('select[name="show"]', 'p');
      expect(await violations(page)).toEqual([]);
      await page.locator('.block table.marks tbody td:not(.faded):visible').first().click();
      expect(await page.locator('dialog').isVisible()).toBe(true);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
  );

  test.each([1280, 360])('every control and cell is at least 24 px each way (%i px)', async (width) => {
    const { page } = await open(browser, file.url, { viewport: { width, height: 800 } });
    if (width === 360) await page.locator('button[name="filters"]').click();
    await cell(page).click();
    expect(await measure(page, 'smallTargets()')).toEqual([]);
    await page.context().close();
  });

  test('the focus is seen, and never under the bars that stay at the top', async () => {
    const { page } = await open(browser, file.url, { viewport: { width: 1280, height: 500 } });
    await page.locator('#table-02 td[tabindex="0"]').focus();
    await page.keyboard.press('Control+End');
    for (let i = 0; i < 10; i++) {
      await page.keyboard.press('ArrowUp');
      expect(await measure(page, 'focusIsClear()')).toBe(true);
    }
    expect(await measure(page, 'focusOutline()')).not.toBe('none');
    await page.context().close();
  });

  test.each([
    ['400 percent of a window of 1280 × 1024', 320, 256],
    ['the narrowest phone', 320, 568],
  ])('nothing scrolls sideways but tables and figures: %s', async (_, width, height) => {
    const { page } = await open(browser, file.url, { viewport: { width, height } });
    expect(await measure(page, 'widths()')).toEqual([width, width]);
    await cell(page).click();
    expect(await ofElement(page.locator('dialog'), 'e.scrollWidth <= e.clientWidth')).toBe(true);
    if (height < 300) expect(await measure(page, "styleOf('.controls', 'position')")).toBe('static');
    await page.context().close();
  });

  test('more space between letters, words and lines takes nothing away', async () => {
    const { page } = await open(browser, file.url, { viewport: { width: 360, height: 740 } });
    await measure(page, 'spaceText()');
    await cell(page).click();
    expect(await ofElement(page.locator('dialog'), 'e.scrollWidth <= e.clientWidth')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await measure(page, 'widths()')).toEqual([360, 360]);
    expect(await measure(page, 'clippedText()')).toEqual([]);
    await page.context().close();
  });

  test('in forced colours the cells that a filter finds are still told apart', async () => {
    const { page } = await open(browser, file.url, { forcedColors: 'active' });
    await page.selectOption('select[name="category"]', 'opposite');
    const outline = (selector: string) => measure(page, `styleOf('${selector} > span', 'outlineStyle')`);
    expect(await outline('.block table.marks tbody td.opposite')).toBe('solid');
    expect(await outline('.block table.marks tbody td.faded')).toBe('none');
    await page.context().close();
  });
});
