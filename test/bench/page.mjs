// `npm run bench -- page`: how soon the report's page answers, with the browser's processor slowed 4 times: from the start
// of the navigation until the panel of a cell is open after a click, beside an empty page, visited in turn in the same
// run. What it takes to start the page's process and to ask the questions is slowed too and is part of both. Where others
// use the machine the clock says little: the time that the page's own thread worked then says more. Prints numbers;
// nothing here fails on a slow machine. PAGE=file.html measures a page that is there already.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const SLOWDOWN = 4;
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const cli = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'dist', 'analysis', 'cli.js');

// Run in the page: the moment of its first paint with layout done, then a click on a cell, and when the panel is open.
const interaction = `new Promise((done) => {
  const answer = () => {
    const cell = document.querySelector('.block table.marks tbody td');
    cell?.click();
    document.body.offsetHeight;
    requestAnimationFrame(() => setTimeout(() => done({
      opened: performance.now(),
      panel: document.querySelector('dialog')?.open ?? null,
      loaded: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
    })));
  };
  if (document.readyState === 'complete') answer(); else addEventListener('load', answer);
})`;

const switching = `new Promise((done) => {
  const start = performance.now();
  const [mode, category] = ['show', 'category'].map((name) => document.querySelector('select[name="' + name + '"]'));
  const set = (select, value) => { select.value = value; select.dispatchEvent(new Event('change', { bubbles: true })); document.body.offsetHeight; return performance.now(); };
  const estimates = set(mode, 'estimate');
  const filtered = set(category, 'same');
  done({ mode: estimates - start, filter: filtered - estimates });
})`;

// Until all parts of the page that waited are there (`reports/page/later.ts`).
const completion = `new Promise((done) => {
  const look = () => (document.querySelector('noscript') ? setTimeout(look, 20) : done({ whole: performance.now() }));
  look();
})`;

/** What the page's thread worked, in milliseconds: all of it, and its parts. */
async function worked(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => 1000 * metrics.find((m) => m.name === name).value;
  return { work: of('TaskDuration'), layout: of('LayoutDuration'), style: of('RecalcStyleDuration'), script: of('ScriptDuration') }; // prettier-ignore
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function visit(browser, url, controls) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(url, { waitUntil: 'commit' });
  const found = { ...(await page.evaluate(interaction)), ...(await worked(session)) };
  const more = controls ? { ...(await page.evaluate(completion)), ...(await page.evaluate(switching)) } : {};
  await page.close();
  return { ...found, ...more };
}

/** Prints medians over BENCH_RUNS visits, default 5, after one to warm up. */
export async function main() {
  const scratch = mkdtempSync(join(tmpdir(), 'oj-bench-'));
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  try {
    if (!process.env.PAGE) spawnSync(process.execPath, [cli, 'replicate', '--out', scratch]);
    const report = process.env.PAGE ? resolve(process.env.PAGE) : join(scratch, 'report.html');
    const empty = join(scratch, 'empty.html');
    writeFileSync(
      empty,
      '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>x</title></head><body><p>x</p></body></html>',
    );
    const runs = Number(process.env.BENCH_RUNS ?? 5);
    const [nothing, whole] = [[], []];
    for (let i = 0; i <= runs; i++) {
      nothing.push(await visit(browser, pathToFileURL(empty).href, false));
      whole.push(await visit(browser, pathToFileURL(report).href, true));
    }
    for (const visits of [nothing, whole]) visits.shift();
    if (whole.some((v) => v.panel !== true)) throw new Error('no panel opened: is the page interactive?');
    const ms = (visits, key) => median(visits.map((v) => v[key]));
    const line = (name, value) => console.log(`${name.padEnd(64)}${value.padStart(10)}`);
    console.log(`processor slowed ${SLOWDOWN} times, median of ${runs} visits after one warm-up`);
    line('size of the page', `${(statSync(report).size / 1e6).toFixed(2)} MB`);
    line('empty page: navigation to the frame after its click', `${ms(nothing, 'opened').toFixed(0)} ms`);
    line('report: navigation to the page read and its script run', `${ms(whole, 'loaded').toFixed(0)} ms`);
    line(
      'report: navigation to a panel open after a click (limit 1 s)',
      `${ms(whole, 'opened').toFixed(0)} ms`,
    );
    line('  report / empty page', `${(ms(whole, 'opened') / ms(nothing, 'opened')).toFixed(1)} times`);
    line("  the empty page's thread worked", `${ms(nothing, 'work').toFixed(0)} ms`);
    line("  the report's thread worked", `${ms(whole, 'work').toFixed(0)} ms`);
    for (const part of ['layout', 'style', 'script']) line(`    ${part}`, `${ms(whole, part).toFixed(0)} ms`);
    line('report: navigation to the whole page there', `${ms(whole, 'whole').toFixed(0)} ms`);
    line('report: estimates in every cell', `${ms(whole, 'mode').toFixed(0)} ms`);
    line('report: filter by category', `${ms(whole, 'filter').toFixed(0)} ms`);
  } finally {
    await browser.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
