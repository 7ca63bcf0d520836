import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { oj, scratch } from '../command/oj.js';
import { violations } from './axe.js';
import { fileOf, launch, missing, open } from './chromium.js';

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'dist', 'analysis', 'cli.js');

/** Everything that a cell can show, and everything that can go wrong in one. */
const everything = `// %% [markdown]
// # Allt
//
// En mening med $\\\\bar y_t$ och en tabell:
//
// | a | b |
// | --- | ---: |
// | 1 | 2 |
//
// $$
// \\\\sum_{i=1}^{n} \\\\frac{x_i}{n}
// $$
//
// #### En rubrik långt ner
//
// [en länk](https://example.org) och \`kod\`

// %% Allt som visas
import { buildPanel, compare, defaultSpecification, demoFolder, explain, readDataFolder, replicate } from 'oppna-jamforelser'
import { display, figure, markdown, marks } from 'oppna-jamforelser/notebook'
const panel = buildPanel(readDataFolder(demoFolder()))
const estimates = replicate(panel, defaultSpecification, [8])
console.log('x'.repeat(500))
console.error('fel')
display([{ a: 1, b: '<script>alert(1)</script>' }], [{ a: 2 }], markdown('**fet** $x$'))
display(marks(estimates, { panel, comparison: compare(estimates) }), estimates[0], explain(panel, defaultSpecification, 8, 'Extern samverkan', 'totalt'))
display(figure(estimates, 'koefficienter-tabell-08', { panel }), figure(estimates, 'koefficienter-tabell-08', { panel }))
display({ id: 'own', title: 'Egen', description: 'En egen', width: 10, height: 10, svg: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>' })

// %% Något som går fel
throw new Error('<img src=x onerror=alert(1)>')

// %% Aldrig
1
`.replaceAll('\\\\', '\\');

describe.skipIf(missing)('a notebook in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('is readable, accessible and inert: light and dark, wide and at 360 pixels', async () => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'allt.nb.ts'), everything);
    expect(oj(['notebook', 'run', 'allt.nb.ts'], { cwd }).code).toBe(1);
    const file = fileOf(readFileSync(join(cwd, 'oj-notebooks', 'allt.html'), 'utf8'));
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      const { page, complaints } = await open(browser, file.url, {
        viewport: { width, height: 800 },
        colorScheme,
      });
      // A figure of another's making is an image: that it holds a script is no concern of the page.
      expect(complaints.filter((c) => !c.startsWith('data:image/svg'))).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(await page.locator('script').count()).toBe(0);
      expect(await page.locator('svg.figure').count()).toBe(1);
      expect(await page.locator('img').count()).toBe(2);
      expect(await page.locator('math').count()).toBe(3);
      expect(await page.title()).toMatch(/^Syntetiska data: Allt/);
      expect(await page.locator('.error').textContent()).toContain('<img src=x onerror=alert(1)>');
      expect(await page.locator('.not-run').count()).toBe(1);
      await page.close();
    }
    // axe needs a page that lets it in: the policy of the page itself allows no script.
    const context = await browser.newContext({ bypassCSP: true, colorScheme: 'dark' });
    const page = await context.newPage();
    await page.goto(file.url);
    expect(await violations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await violations(page)).toEqual([]);
    file.remove();
  });
});

describe.skipIf(missing)('oj notebook watch in a browser', () => {
  let browser: Browser;
  let page: Page;
  let folder = '';
  let watching: ChildProcess;
  let said = '';
  const save = (middle: string) =>
    writeFileSync(
      join(folder, 'a.nb.ts'),
      `// %% one\nimport { two } from './two.js'\n'first'\n// %% [markdown]\n//\n// text\n//\n${'// - line\n'.repeat(150)}\n// %% middle\n${middle}\n// %% last\ntwo\n`,
    );

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'oj-watch-'));
    writeFileSync(join(folder, 'two.ts'), 'export const two = "tw" + "o"');
    save("'old ' + 1");
    said = '';
    watching = spawn(process.execPath, [cli, 'notebook', 'watch', join(folder, 'a.nb.ts'), '--no-open', '--port', '0', '--lang', 'en']); // prettier-ignore
    watching.stdout!.on('data', (text: Buffer) => (said += text.toString()));
    watching.stderr!.resume();
    await expect.poll(() => said, { timeout: 20_000 }).toContain('http://');
    page = await browser.newPage();
    await page.goto(/http:\S+/.exec(said)![0]);
    await expect.poll(() => text('middle'), { timeout: 20_000 }).toContain('old 1');
  }, 60_000);
  afterEach(async () => {
    await page.close();
    watching.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const inner = (): Frame | undefined => page.frames().find((f) => f.url().includes('/files/'));
  const text = (title: string) =>
    inner()?.locator(`section.code:has(> h2:text-is("${title}"))`).textContent({ timeout: 2000 }).catch(() => null); // prettier-ignore
  const soon = { timeout: 20_000 };

  test('shows a saved cell in its place, and reads an imported file again', async () => {
    await inner()!.evaluate('scrollTo(0, 1500)');
    await page.waitForTimeout(300);
    save("'new ' + 2");
    await expect.poll(() => text('middle'), soon).toContain('new 2');
    await expect.poll(() => inner()?.evaluate('Math.round(scrollY)'), soon).toBe(1500);
    writeFileSync(join(folder, 'two.ts'), 'export const two = "th" + "ree"');
    await expect.poll(() => text('last'), soon).toContain('three');
  });

  test('shows an error beside what its cell last showed, and is well again', async () => {
    save("throw new Error('broken')");
    await expect.poll(() => text('middle'), soon).toContain('broken');
    expect(await text('middle')).toMatch(/From the last run.*old 1/s);
    expect(await text('last')).toMatch(/Not run.*From the last run.*two/s);
    save('const = 1');
    await expect.poll(() => text('middle'), soon).toContain('Unexpected token');
    expect(await text('one')).toMatch(/From the last run.*first/s);
    save("'well ' + 3");
    await expect.poll(() => text('middle'), soon).toContain('well 3');
    expect(await inner()!.locator('.stale').count()).toBe(0);
  });

  test('stops a run that a save comes upon, and ends by Ctrl-C without a trace', async () => {
    save('for (;;) {}');
    await page.waitForTimeout(1500);
    save("'after ' + 4");
    await expect.poll(() => text('middle'), soon).toContain('after 4');
    const ended = new Promise((done) => watching.once('close', done));
    watching.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});
