import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixturePage } from '../reports/interactive.js';
import { executablePath, fileOf, launch, measure, missing, open as openPage } from './chromium.js';

describe.skipIf(missing)(
  `the report in a browser (${missing ? `skipped: no Chromium at ${executablePath}` : 'Chromium'})`,
  () => {
    let browser: Browser;
    let file: ReturnType<typeof fileOf>;

    beforeAll(async () => {
      browser = await launch();
      file = fileOf((await fixturePage()).page);
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      file?.remove();
    });

    const open = (width: number, colorScheme: 'light' | 'dark' = 'light') =>
      openPage(browser, file.url, { viewport: { width, height: 800 }, colorScheme });

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
      await page.locator('#table-03 td[tabindex="0"]').focus();
      for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
      await expect.poll(() => measure(page, "scrolled('#table-03 .scroll')")).toBeGreaterThan(0);
      expect(await measure(page, 'focusIsClear()')).toBe(true);
      expect(await measure(page, 'focusOutline()')).not.toBe('none');
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
      const pdf = await page.pdf({ path: join(file.folder, 'report.pdf'), preferCSSPageSize: true });
      const pages =
        readFileSync(join(file.folder, 'report.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pdf.length).toBeGreaterThan(50_000);
      expect(pages).toBeGreaterThan(10);
      await page.context().close();
    });
  },
);
