import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { writeFiles } from '../../reports/write.js';

export const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
// In continuous integration a missing browser must fail, not pass unseen.
export const missing = !existsSync(executablePath) && !['true', '1'].includes(process.env['CI'] ?? '');

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  }); // prettier-ignore

const inPage = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8');

/** Runs one of the functions of in-page.js in the page. As text: the types of a browser are not those of Node. */
export const measure = <T = unknown>(page: Page, call: string): Promise<T> =>
  page.evaluate<T>(`(() => { ${inPage}\nreturn ${call}; })()`);

/** An expression of an element `e` worked out in the page. As text: see `measure`. */
export function ofElement<T = unknown>(locator: Locator, expression: string): Promise<T> {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- sent to the browser as text, never run here
  return locator.evaluate(new Function('e', `return ${expression}`) as (e: unknown) => T);
}

/** A page written to a folder of its own, which `remove` takes away. */
export function fileOf(content: string): { url: string; folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'oj-page-'));
  writeFiles(folder, [{ path: 'report.html', content }]);
  const url = pathToFileURL(join(folder, 'report.html')).href;
  return { url, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Until the page's script has made elements of all that waited for it. */
export const whole = (page: Page): Promise<void> =>
  page.locator('noscript').first().waitFor({ state: 'detached', timeout: 20_000 });

/** Opens a page in a window, whole unless told otherwise, and hands back what the browser complained of, or fetched beyond the page. */
export async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
  wait = options.javaScriptEnabled !== false,
) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => request.url() === url || complaints.push(request.url()));
  await page.goto(url);
  if (wait) await whole(page);
  return { page, complaints };
}
