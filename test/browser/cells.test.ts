import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { estimate } from '../../analysis/estimate.js';
import { formatEstimate, formatNumber, formatP } from '../../reports/locales/format.js';
import { interactivePage } from '../../reports/page/interactive.js';
import { cellRows } from '../../reports/tables/table.js';
import { fixtureResults } from '../reports/fixture.js';
import { fixturePage, pageInput } from '../reports/interactive.js';
import { fileOf, launch, measure, missing, ofElement, open } from './chromium.js';

describe.skipIf(missing)('the cells of the report in a browser', () => {
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

  const opened = (options = {}) => open(browser, file.url, options);
  const panel = (page: Page) => page.locator('dialog#cell-panel');
  /** The cell of a table by row and column, from 0. */
  const cellAt = (page: Page, table: string, row: number, column: number) =>
    page.locator(`#${table} tbody tr:has(td)`).nth(row).locator('td').nth(column);
  const focusIn = (page: Page) => page.evaluate<string>('document.activeElement.id || document.activeElement.tagName'); // prettier-ignore
  /** The panel's terms and values. */
  const shown = async (page: Page) =>
    new Map(
      await ofElement<[string, string][]>(
        panel(page),
        '[...e.querySelectorAll("dl > div")].map((r) => [...r.children].map((c) => c.textContent))',
      ),
    );
  const inLanguage = (page: Page, lang: string) =>
    expect.poll(() => page.evaluate('document.documentElement.lang')).toBe(lang);
  const behind = (table: string, row: number, column: number) => {
    const found = fixture.input.versions[0].tables.find((t) => t.id === table)!;
    const cell = cellRows(found)[row]!.cells[column]!;
    return { cell, e: fixture.results.estimates.find((e) => e.id === cell.id)! };
  };

  test('a click opens everything behind a cell; Escape closes it and the focus is back', async () => {
    const { page, complaints } = await opened();
    const cell = cellAt(page, 'table-08', 1, 0);
    await cell.click();
    expect(await panel(page).isVisible()).toBe(true);
    expect(await panel(page).locator('h2').textContent()).toBe('Extern samverkan');
    expect(await panel(page).locator('.command').textContent()).toBe(
      "oj explain 8 'Extern samverkan' totalt",
    );
    expect(await panel(page).locator('.tag').textContent()).toBe('SYNTETISKA DATA');
    expect(await focusIn(page)).toBe('cell-title');
    await page.keyboard.press('Escape');
    expect(await panel(page).isVisible()).toBe(false);
    expect(await ofElement(cell, 'e === document.activeElement')).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each(['Enter', ' '])('the key "%s" opens the cell too', async (key) => {
    const { page } = await opened();
    await cellAt(page, 'table-02', 0, 0).focus();
    await page.keyboard.press(key);
    expect(await panel(page).isVisible()).toBe(true);
    await page.context().close();
  });

  test('a table is one stop of the Tab key, and the arrows move in it', async () => {
    const { page } = await opened();
    await cellAt(page, 'table-08', 0, 0).focus();
    const at = () => page.evaluate<number[]>('[document.activeElement.closest("tr").rowIndex, document.activeElement.cellIndex]'); // prettier-ignore
    const [row] = await at();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toEqual([row! + 1, 2]);
    await page.keyboard.press('End');
    expect(await at()).toEqual([row! + 1, 7]);
    await page.keyboard.press('ArrowRight');
    expect(await at()).toEqual([row! + 1, 7]);
    await page.keyboard.press('Control+Home');
    expect(await at()).toEqual([row!, 1]);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.closest(".block")?.id')).not.toBe('table-08');
    await page.keyboard.press('Shift+Tab');
    expect(await at()).toEqual([row!, 1]);
    expect(await page.locator('#table-08 td[tabindex="0"]').count()).toBe(1);
    await page.context().close();
  });

  test('beside a wide table the panel follows the focus', async () => {
    const { page } = await opened();
    await cellAt(page, 'table-08', 0, 0).click();
    await cellAt(page, 'table-08', 0, 0).focus();
    await page.keyboard.press('ArrowDown');
    expect(await panel(page).locator('h2').textContent()).toBe('Extern samverkan');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TD');
    await page.context().close();
  });

  test('on a phone the panel is modal, and within the window', async () => {
    const { page } = await opened({ viewport: { width: 360, height: 740 } });
    await cellAt(page, 'table-08', 1, 0).click();
    expect(await ofElement(panel(page), 'e.matches(":modal")')).toBe(true);
    const box = (await panel(page).boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TD');
    await page.context().close();
  });

  test('the cell does not move when its panel comes and goes', async () => {
    const { page } = await opened();
    const cell = cellAt(page, 'table-10', 2, 1);
    await cell.scrollIntoViewIfNeeded();
    const top = async () => (await cell.boundingBox())!.y;
    await cell.hover();
    const before = await top();
    await cell.click();
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(2);
    await page.keyboard.press('Escape');
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(2);
    await page.context().close();
  });

  test.each(['sv', 'en'] as const)('the panel has the numbers of results.json (%s)', async (lang) => {
    const { page } = await opened();
    if (lang === 'en') await page.locator('button[name="language"]').click();
    await inLanguage(page, lang);
    const terms = {
      sv: { estimate: 'Skattning', se: 'Medelfel', test: 'Test', p: 'p-värde', n: 'Observationer' },
      en: { estimate: 'Estimate', se: 'Standard error', test: 'Test', p: 'p-value', n: 'Observations' },
    }[lang];
    const bare = (p: number | null) => formatP(p, lang).replace(/^p (= )?/, '');
    for (const [table, row, column] of [['table-08', 1, 0], ['table-03', 4, 3], ['table-06', 0, 0], ['table-17', 2, 1]] as const) {
      await cellAt(page, table, row, column).click();
      const { e } = behind(table, row, column);
      const own = await shown(page);
      expect(own.get(terms.estimate)).toBe(`${formatEstimate(e.estimate, lang, { signed: true })} ${e.extra['unit'] === 'procent' ? { sv: 'procentenheter', en: 'percentage points' }[lang] : { sv: 'personal per plats', en: 'staff per place' }[lang]}`); // prettier-ignore
      expect(own.get(terms.se)).toBe(formatEstimate(e.se, lang));
      expect(own.get(terms.test)).toBe(`t(${formatNumber(e.df, lang)}) = ${formatNumber(e.statistic, lang, 2)}`); // prettier-ignore
      expect(own.get(terms.p)).toBe(bare(e.p));
      expect(own.get(terms.n)).toBe(formatNumber(e.n, lang));
      expect([...own.values()].join(' ')).toContain(bare(e.extra['pHolm'] as number));
    } // prettier-ignore
    await cellAt(page, 'table-02', 0, 0).click();
    const { e } = behind('table-02', 0, 0);
    expect((await shown(page)).get('η²')).toBe(formatNumber(e.estimate, lang, 3));
    await page.context().close();
  });

  test('the panel of a cell that could not be estimated says why', async () => {
    const { page } = await opened();
    await page.locator('.block td:has(b.none)').first().click();
    expect((await shown(page)).get('Kunde inte skattas')).toBe('utfallet är lika för alla');
    expect(await panel(page).locator('svg').count()).toBe(0);
    await page.context().close();
  });

  test('the copy button copies the command, or selects it where there is no clipboard', async () => {
    const { page } = await opened();
    await cellAt(page, 'table-08', 1, 0).click();
    await page.evaluate(
      'navigator.clipboard.writeText = (text) => ((window.copied = text), Promise.resolve())',
    );
    await panel(page).locator('button[name="copy"]').click();
    expect(await page.evaluate('window.copied')).toBe("oj explain 8 'Extern samverkan' totalt");
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("no"))');
    await panel(page).locator('button[name="copy"]').click();
    expect(await page.evaluate('getSelection().toString()')).toBe("oj explain 8 'Extern samverkan' totalt");
    await page.context().close();
  });

  test('each category’s filter counts what the comparison counts', async () => {
    const { page } = await opened();
    const { counts } = fixture.comparison.agreement.find((a) => a.scope === 'all')!;
    for (const [category, count] of Object.entries(counts)) {
      await page.selectOption('select[name="category"]', category);
      expect(await page.locator('.count').textContent()).toContain(`: ${formatNumber(count, 'sv')} cell`);
      expect(await page.locator('.block table.marks tbody td:not(.faded):visible').count()).toBe(count);
    }
    const failed = fixture.comparison.cells.filter((c) => c.computed === null).length;
    await page.selectOption('select[name="category"]', 'not-estimable');
    expect(await page.locator('.count').textContent()).toContain(`: ${formatNumber(failed, 'sv')} cell`);
    await page.context().close();
  });

  test('the filter hides rows and tables without a match, and shows all again', async () => {
    const { page } = await opened();
    const tables = () => page.locator('.block:has(table.marks):visible').count();
    const before = await tables();
    await page.selectOption('select[name="area"]', 'ekonomiskt-bistand');
    const own = fixture.input.versions[0].tables.filter((t) => t.area === 'ekonomiskt-bistand');
    expect(await tables()).toBe(own.length);
    await page.selectOption('select[name="category"]', 'opposite');
    const rows = own.flatMap(cellRows);
    const matching = rows.filter((row) => row.cells.some((c) => c.category === 'opposite'));
    expect(await page.locator('.block table.marks tbody tr:has(td):visible').count()).toBe(matching.length);
    await page.locator('button[name="reset"]').click();
    expect(await tables()).toBe(before);
    expect(await page.locator('td.faded').count()).toBe(0);
    expect(await page.locator('.count').textContent()).toBe('');
    await page.context().close();
  });

  test('a link to what the filter hides takes the filter away', async () => {
    const { page } = await opened();
    await page.selectOption('select[name="area"]', 'ekonomiskt-bistand');
    expect(await page.locator('#table-02').isVisible()).toBe(false);
    await page.locator('nav a[href="#table-02"]').click();
    expect(await page.locator('#table-02').isVisible()).toBe(true);
    await page.context().close();
  });

  test('cells show estimates, p and adjusted p, and their marks again', async () => {
    const { page } = await opened();
    const { cell, e } = behind('table-08', 1, 0);
    const text = () => cellAt(page, 'table-08', 1, 0).locator('b').textContent();
    const frame = await cellAt(page, 'table-08', 1, 0).getAttribute('class');
    const bare = (p: unknown) => formatP(p as number, 'sv').replace(/^p (= )?/, '');
    const mark = await text();
    expect(mark!.replace('°', '')).toBe(cell.mark.replaceAll('-', '−'));
    await page.selectOption('select[name="show"]', 'estimate');
    expect(await text()).toBe(formatEstimate(e.estimate, 'sv', { signed: true }));
    await page.selectOption('select[name="show"]', 'p');
    expect(await text()).toBe(bare(e.p));
    await page.selectOption('select[name="show"]', 'adjusted');
    expect(await text()).toBe(bare(e.extra['pRomanoWolf'] ?? e.extra['pHolm']));
    expect(await page.locator('.block td b', { hasText: /NaN|undefined/ }).count()).toBe(0);
    await page.selectOption('select[name="show"]', 'marks');
    expect([await text(), await cellAt(page, 'table-08', 1, 0).getAttribute('class')]).toEqual([mark, frame]);
    await page.context().close();
  });

  test('the language changes in its place: same table, same state, and back again', async () => {
    const { page, complaints } = await opened();
    await page.selectOption('select[name="show"]', 'p');
    await page.selectOption('select[name="category"]', 'same');
    await ofElement(page.locator('#table-13'), 'e.scrollIntoView()');
    const top = () => ofElement<number>(page.locator('#table-13'), 'e.getBoundingClientRect().top');
    const before = await top();
    const swedish = await page.title();
    // By the element's own click: Playwright's would first scroll to where a sticky bar would stand unstuck.
    await ofElement(page.locator('button[name="language"]'), 'e.click()');
    await inLanguage(page, 'en');
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(3);
    expect(await page.title()).toBe('Synthetic data: Öppna jämförelser, computed again');
    expect(await page.locator('select[name="category"]').inputValue()).toBe('same');
    const { e } = behind('table-08', 1, 0);
    expect(await cellAt(page, 'table-08', 1, 0).locator('b').textContent()).toBe(
      formatP(e.p, 'en').replace(/^p (= )?/, ''),
    );
    expect(await focusIn(page)).toBe('BUTTON');
    await page.locator('button[name="language"]').click();
    await inLanguage(page, 'sv');
    expect(await page.title()).toBe(swedish);
    expect(await page.locator('select[name="show"]').inputValue()).toBe('p');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('without script the page has no controls, and every cell still has its sentence', async () => {
    const { page } = await opened({ javaScriptEnabled: false });
    expect(await page.locator('.controls').isVisible()).toBe(false);
    const sentence = await cellAt(page, 'table-08', 1, 0).locator('.heard').textContent();
    expect(sentence).toBe(behind('table-08', 1, 0).cell.description);
    await page.context().close();
  });

  test('prints without controls and panel, and says on paper what a filter left out', async () => {
    const { page } = await opened();
    await cellAt(page, 'table-08', 1, 0).click();
    await page.emulateMedia({ media: 'print' });
    expect(await panel(page).isVisible()).toBe(false);
    expect(await page.locator('.controls select').first().isVisible()).toBe(false);
    await page.selectOption('select[name="category"]', 'opposite', { force: true });
    expect(await page.locator('.count').isVisible()).toBe(true);
    await page.pdf({ path: join(file.folder, 'filtered.pdf'), preferCSSPageSize: true });
    expect(readFileSync(join(file.folder, 'filtered.pdf')).length).toBeGreaterThan(50_000);
    await page.context().close();
  });

  test('a page that has been changed runs no script: the policy holds', async () => {
    const changed = join(file.folder, 'changed.html');
    writeFileSync(changed, fixture.page.replace('<script type="module">', '<script type="module">window.changed=1;')); // prettier-ignore
    const { page, complaints } = await open(browser, `file://${changed}`, {}, false);
    expect(await page.evaluate('window.changed')).toBeUndefined();
    expect(complaints.join(' ')).toContain('Content Security Policy');
    await page.context().close();
  });

  test('labels of data are text wherever the script puts them', async () => {
    const evil = `</script><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>'"&\u202e\u0007=HYPERLINK("x") 😀 ${'lång'.repeat(2500)}`;
    const base = { model: 'users', area: evil, indicator: evil, row: evil, group: evil, column: evil, mark: '+', estimate: 1, ciLow: -1, ciHigh: 2, se: 1, p: 0.07, n: 3, dropped: { [evil]: 1 }, extra: { unit: evil, verdict: evil } } as const; // prettier-ignore
    const estimates = [
      estimate({ ...base, id: 'a', table: 'users:a' }),
      estimate({ ...base, id: 'b', area: 'b', table: 8, mark: null, status: 'not-estimable', reason: evil }),
    ];
    const own = fileOf(interactivePage(await pageInput({ ...fixtureResults(), estimates }, null)));
    try {
      for (const width of [360, 1280]) {
        const { page, complaints } = await open(browser, own.url, { viewport: { width, height: 800 } });
        for (const cell of await page.locator('.block table.marks tbody td').all()) {
          await ofElement(cell, 'e.click()');
          expect(await panel(page).isVisible()).toBe(true);
          expect(await ofElement(panel(page), 'e.scrollWidth <= e.clientWidth')).toBe(true);
          await page.keyboard.press('Escape');
        }
        await page.locator('button[name="language"]').click();
        await inLanguage(page, 'en');
        await page.selectOption('select[name="area"]', 'b', { force: true });
        expect(await page.evaluate('window.hacked')).toBeUndefined();
        expect(await page.locator('img:not([src^="data:image/svg+xml,"])').count()).toBe(0);
        expect(await measure(page, 'tooWide()')).toEqual([]);
        expect(await measure(page, 'widths()')).toEqual([width, width]);
        expect(complaints).toEqual([]);
        await page.context().close();
      }
    } finally {
      own.remove();
    }
  });
});
