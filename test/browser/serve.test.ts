import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveFolder, type Serving } from '../../analysis/command/serve/server.js';
import { frameScript } from '../../reports/serve/assets.js';
import { writeFiles } from '../../reports/write.js';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
// In continuous integration a missing browser must fail, not pass unseen.
const missing = !existsSync(executablePath) && !['true', '1'].includes(process.env['CI'] ?? '');

const report = (mark: string) =>
  `<!doctype html><html lang="sv"><title>r</title><body><p id="mark">${mark}</p><h2 id="here" style="margin-top:3000px">h</h2><p style="height:3000px"></p><script>${frameScript}</script></body></html>`;

describe.skipIf(missing)('oj serve in a browser', () => {
  let browser: Browser;
  let page: Page;
  let folder = '';
  let serving: Serving;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oj-serve-'));
    writeFiles(folder, [{ path: 'report.html', content: report('old') }, { path: 'results.json', content: '{}' }]); // prettier-ignore
    serving = await serveFolder({ folder, port: 0, lang: 'sv' });
    page = await browser.newPage();
    complaints.length = 0;
    page.on('console', (m) => complaints.push(m.text())).on('pageerror', (e) => complaints.push(e.message));
    await page.goto(serving.url);
    await expect.poll(() => inner()?.locator('#mark').textContent()).toBe('old');
  });
  afterEach(async () => {
    await page.close();
    await serving.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inner = (): Frame | undefined => page.frames().find((f) => f.url().includes('/files/'));
  const place = () => inner()?.evaluate<unknown[]>('[Math.round(scrollY), location.hash]');
  const write = (mark: string) => writeFiles(folder, [{ path: 'report.html', content: report(mark) }]);

  test('reads the report again when it is written anew, where it was read', async () => {
    await inner()!.evaluate('scrollTo(0, 1500)');
    await page.waitForTimeout(300);
    write('new');
    await expect.poll(() => inner()?.locator('#mark').textContent(), { timeout: 8000 }).toBe('new');
    await expect.poll(place).toEqual([1500, '']);
    await inner()!.evaluate('location.hash = "here"');
    await page.waitForTimeout(300);
    const before = await place();
    write('newer');
    await expect.poll(() => inner()?.locator('#mark').textContent(), { timeout: 8000 }).toBe('newer');
    await expect.poll(place).toEqual(before);
    expect(before![1]).toBe('#here');
    expect(await page.locator('#state').textContent()).toBe('Läst om');
    expect(complaints).toEqual([]);
  });

  test('lists files that come, and says when the server is gone', async () => {
    writeFiles(folder, [{ path: 'tables/table-99.csv', content: 'a\n' }]);
    await expect.poll(() => page.locator('details a').count(), { timeout: 8000 }).toBe(3);
    await serving.close();
    await expect.poll(() => page.locator('#state').textContent(), { timeout: 8000 }).toMatch(/Ingen kontakt/);
  });

  test('a script in a file of the folder can read neither another file nor the page around it', async () => {
    const tries = `(async () => {
      const tried = async (what) => { try { return String(await what()); } catch { return 'refused'; } };
      return [await tried(() => fetch('/files/results.json').then((r) => r.text())), await tried(() => parent.document.title), origin];
    })()`;
    expect(await inner()!.evaluate(tries)).toEqual(['refused', 'refused', 'null']);
    await page.goto(`${serving.url}files/report.html`);
    expect(await page.evaluate('origin')).toBe('null');
  });

  test('has no fault that axe knows, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.locator('summary').click();
      // A policy without inline scripts lets none be added: axe is run through the debugger.
      await page.evaluate(`${axe}; undefined`);
      const faults = await page.evaluate<unknown>(
        'axe.run({ iframes: false }).then((r) => r.violations.map((v) => v.id))',
      );
      expect(faults).toEqual([]);
    }
  });
});

const { source: axe } = createRequire(import.meta.url)('axe-core') as { source: string };
