import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oj } from '../command/oj.js';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
// In continuous integration a missing browser must fail, not pass unseen.
const missing = !existsSync(executablePath) && !['true', '1'].includes(process.env['CI'] ?? '');
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
];
const inPage = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8');

describe.skipIf(missing)('quality.html in a browser', () => {
  let browser: Browser;
  let folder = '';
  let url = '';

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args });
    folder = mkdtempSync(join(tmpdir(), 'oj-quality-'));
    oj(['check', '--out', folder]);
    url = pathToFileURL(join(folder, 'quality.html')).href;
  });
  afterAll(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    [360, 'light'],
    [768, 'dark'],
    [1280, 'light'],
  ] as const)(
    'at %i px, %s: no error, no request, no sideways scroll, readable contrast',
    async (width, scheme) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
      const page = await context.newPage();
      const measure = <T>(call: string) => page.evaluate<T>(`(() => { ${inPage}\nreturn ${call}; })()`);
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => request.url() === url || complaints.push(request.url()));
      await page.goto(url);
      await page.locator('details').evaluateAll('(list) => list.forEach((d) => d.setAttribute("open", ""))');
      expect(await measure('widths()')).toEqual([width, width]);
      expect(await measure('deadAnchors()')).toEqual([]);
      expect(await measure("styleOf('.bar', 'position')")).toBe('sticky');
      const samples = await measure<[string, number][]>('contrasts()');
      // Kinds of text that this page does not have are 0.
      const shown = samples.filter(([, ratio]) => ratio > 0);
      expect(shown.length).toBeGreaterThan(4);
      expect(shown.filter(([, ratio]) => ratio < 4.5)).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
