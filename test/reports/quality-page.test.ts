import { gridBody } from '../../reports/page/grid.js';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { manifest } from '../../analysis/manifest.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { quality } from '../../analysis/quality/quality.js';
import type { QualityReport } from '../../analysis/quality/records.js';
import { defaultSpecification as specification } from '../../analysis/specification.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import { qualityDocument } from '../../reports/document/quality.js';
import { renderPage } from '../../reports/page/page.js';
import { qualityGrids } from '../../reports/tables/quality-grids.js';
import { findingText, yearsText } from '../../reports/tables/quality-words.js';
import { dataFolder, type AnswerRow } from '../fixtures/data-folder.js';

const run = { version: '0.1.0', node: 'v20', command: 'oj check', time: '2021-06-17T12:00:00Z' };
const panel = buildPanel(readDataFolder(demoFolder()));
const demo: QualityReport = {
  problems: [],
  manifest: manifest(panel, specification, run),
  specification,
  quality: quality(panel, specification, null),
};

/** Areas whose names give the same anchor, one called as a part of the page, and nobody synthetic. */
function odd(): QualityReport {
  const areas = ['Skola!', 'skola', 'measures', '<script>alert(1)</script>'];
  const indicators = areas.map((area, i) => ({ id: `x${i}`, area, label: `<b>${area}</b>` }));
  const answers = indicators.map((x): AnswerRow => ['a', 2018, x.id, 1]);
  const small = buildPanel(dataFolder({ units: [{ id: 'a' }], indicators, answers }));
  const problem = {
    severity: 'warning', code: 'x', file: 'a.csv', row: 2, column: null, found: '<i>', expected: 'y', cure: 'z',
  } as const; // prettier-ignore
  return {
    problems: [problem],
    manifest: manifest(small, specification, run),
    specification,
    quality: quality(small, specification, null),
  };
}

describe.each([
  ['demo data', demo],
  ['odd names', odd()],
])('the page of quality: %s', (_, report) => {
  const page = renderPage(qualityDocument(report, 'sv'));

  test('is one file without script or anything from outside, and its policy allows its own style alone', () => {
    expect(page).not.toMatch(
      /<script|<link|<iframe|<img|<object| on\w+="| style="|@import|url\(|https?:\/\//i,
    );
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`);
  });
  test('has one h1, unique ids, and a target for every anchor and label', () => {
    expect(page.match(/<h1/g)).toHaveLength(1);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...page.matchAll(/ (?:href="#|aria-labelledby=")([^"]+)"/g)].map(([, id]) => id!);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });
  test('has every element closed, and no text that is markup', () => {
    for (const name of ['section', 'table', 'ul', 'li', 'details', 'div', 'td', 'th', 'tr', 'main'])
      expect(page.match(new RegExp(`<${name}[\\s>]`, 'g'))?.length ?? 0, name).toBe(
        page.match(new RegExp(`</${name}>`, 'g'))?.length ?? 0,
      );
    expect(page).not.toMatch(/<b>Skola|<i>"/);
  });
  test('says whether the data are synthetic', () => {
    expect(page.includes('class="bar"')).toBe(report.manifest.synthetic);
  });
});

test('every finding has words in both languages, without holes', () => {
  for (const report of [demo, odd()])
    for (const i of [...report.quality.indicators, ...report.quality.measures])
      for (const f of i.findings)
        for (const lang of ['sv', 'en'] as const)
          expect(findingText(f, lang)).not.toMatch(/NaN|undefined|—|\(\)/);
});

test('grids have as many cells as heads', () => {
  for (const grid of qualityGrids(demo, 'en'))
    for (const row of grid.rows) expect(row).toHaveLength(grid.head.length);
});

test('years in ranges', () => {
  expect(yearsText([2016, 2018, 2019, 2020])).toBe('2016, 2018–2020');
  expect(yearsText([])).toBe('');
});

test('a row that goes on with the one above has its head too, for those who hear the table', () => {
  const grid = {
    id: 'g',
    title: 'T',
    head: ['Fråga', 'Fel'],
    rows: [
      ['Plan <b>', 'a'],
      ['', 'b'],
    ],
    notes: [],
    synthetic: true,
  };
  const heads = gridBody(grid)
    .toString()
    .match(/<th scope="row">.*?<\/th>/gs);
  expect(heads).toEqual([
    '<th scope="row">Plan &lt;b&gt;</th>',
    '<th scope="row"><span class="heard">Plan &lt;b&gt;</span></th>',
  ]);
});
