import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderOutputs } from '../../reports/outputs.js';
import { writeFiles } from '../../reports/write.js';
import { fixtureAssumptions, fixtureComparison, fixtureInference } from '../reports/fixture.js';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
// In continuous integration a missing browser must fail, not pass unseen.
const missing = !existsSync(executablePath) && !['true', '1'].includes(process.env['CI'] ?? '');
const args = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]; // prettier-ignore

/** Runs one of the functions of in-page.js in the page. As text: the types of a browser are not those of Node. */
async function measure<T = unknown>(page: Page, call: string): Promise<T> {
  return page.evaluate<T>(`(() => { ${inPage}\nreturn ${call}; })()`);
}

const inPage = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8');

describe.skipIf(missing)(
  `the report in a browser (${missing ? `skipped: no Chromium at ${executablePath}` : 'Chromium'})`,
  () => {
    let browser: Browser;
    let folder = '';
    let url = '';

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args });
      folder = mkdtempSync(join(tmpdir(), 'oj-report-'));
      const results = fixtureInference();
      const comparison = fixtureComparison(results);
      writeFiles(
        folder,
        await renderOutputs({ results, comparison, assumptions: fixtureAssumptions, lang: 'sv' }),
      );
      url = pathToFileURL(join(folder, 'report.html')).href;
    });

    afterAll(async () => {
      await browser?.close();
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    /** Opens the page in a window, and hands back what the browser complained of or fetched. */
    async function open(width: number, colorScheme: 'light' | 'dark' = 'light') {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => request.url() === url || complaints.push(request.url()));
      await page.goto(url);
      return { page, complaints };
    }

    test.each([360, 768, 1280])(
      'opens from a file at %i px: no error, no request, no sideways scroll',
      async (width) => {
        const { page, complaints } = await open(width);
        expect(await measure(page, 'widths()')).toEqual([width, width]);
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );

    test('applies its style sheet: the policy’s hash fits', async () => {
      const { page } = await open(1280);
      expect(await measure(page, "styleOf('.bar', 'position')")).toBe('sticky');
      await page.context().close();
    });

    test('every anchor leads to something visible', async () => {
      const { page } = await open(1280);
      expect(await measure(page, 'deadAnchors()')).toEqual([]);
      await page.context().close();
    });

    test('the first key press reaches a skip link that is seen, and it leads to the content', async () => {
      const { page } = await open(1280);
      await page.keyboard.press('Tab');
      expect(await measure(page, 'focused()')).toMatchObject({ name: 'skip', seen: true });
      await page.keyboard.press('Enter');
      expect(await measure(page, 'focused()')).toMatchObject({ id: 'content' });
      await page.context().close();
    });

    test('wide tables can be reached and scrolled by keyboard on a phone', async () => {
      const { page } = await open(360);
      const region = page.locator('#table-03 .scroll');
      await region.focus();
      for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
      await expect.poll(() => measure(page, "scrolled('#table-03 .scroll')")).toBeGreaterThan(0);
      expect(await measure(page, "styleOf('#table-03 .scroll', 'outlineStyle')")).not.toBe('none');
      await page.context().close();
    });

    test.each(['light', 'dark'] as const)(
      'text has a contrast of at least 4.5 to its ground (%s)',
      async (scheme) => {
        const { page } = await open(1280, scheme);
        const samples = await measure<[string, number][]>(page, 'contrasts()');
        expect(samples.length).toBeGreaterThan(12);
        expect(samples.filter(([, ratio]) => ratio < 4.5)).toEqual([]);
        await page.context().close();
      },
    );

    test('dark mode is dark, pictures too', async () => {
      const { page } = await open(1280, 'dark');
      expect(await measure(page, "styleOf('#rapport-3 svg > rect', 'fill')")).toBe('rgb(26, 30, 34)');
      await page.context().close();
    });

    test('no texts of a picture overlap or leave it', async () => {
      const { page } = await open(1280);
      expect(await measure(page, 'collisions()')).toEqual([]);
      await page.context().close();
    });

    test('prints as A4 with the banner', async () => {
      const { page } = await open(1280);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.bar').isVisible()).toBe(true);
      const pdf = await page.pdf({ path: join(folder, 'report.pdf'), preferCSSPageSize: true });
      const pages =
        readFileSync(join(folder, 'report.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pdf.length).toBeGreaterThan(50_000);
      expect(pages).toBeGreaterThan(10);
      await page.context().close();
    });
  },
);
