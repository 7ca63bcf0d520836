import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { estimate } from '../../analysis/estimate.js';
import { html, raw } from '../../reports/page/html.js';
import type { ReportInput } from '../../reports/document/context.js';
import { positiveLevels } from '../../reports/document/counts.js';
import { reportDocument } from '../../reports/document/report.js';
import { type DrawnFigure, drawFigures } from '../../reports/figures/draw.js';
import { renderPage as documentPage } from '../../reports/page/page.js';
import { buildTables } from '../../reports/tables/build.js';
import { fixtureAssumptions, fixtureComparison, fixtureResults } from './fixture.js';

const results = fixtureResults();
const comparison = fixtureComparison(results);
const renderPage = (of: ReportInput): string => documentPage(reportDocument(of));
let figures: DrawnFigure[] = [];
const input = (lang: 'sv' | 'en' = 'sv') => ({
  results, comparison, assumptions: fixtureAssumptions, tables: buildTables(results, comparison, lang), figures, lang,
}); // prettier-ignore
let page = '';

beforeAll(async () => {
  figures = (await drawFigures(results, { lang: 'sv' })).slice(0, 3);
  page = renderPage(input());
});

describe('the report page', () => {
  test('is one file without script or anything from outside', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="sv">/);
    expect(page).not.toMatch(/<script|<link|<iframe|<img|<object| on\w+="| style="|@import|url\(/i);
    expect(page.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/https?:\/\//);
    expect(Buffer.byteLength(page)).toBeLessThan(2e6);
  });

  test('has a policy that allows its own style sheet and nothing else', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
  });

  test('has one h1, unique ids, and a target for every anchor and label', () => {
    expect(page.match(/<h1/g)).toHaveLength(1);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...page.matchAll(/ (?:href="#|aria-labelledby=")([^"]+)"/g)].flatMap(([, id]) =>
      id!.split(' '),
    );
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    for (const table of input().tables) expect(page).toContain(`href="#${table.id}"`);
  });

  test('has every element closed', () => {
    for (const name of [
      'section',
      'table',
      'tbody',
      'tr',
      'td',
      'th',
      'div',
      'ul',
      'li',
      'figure',
      'span',
      'details',
    ])
      expect([name, page.match(new RegExp(`<${name}[\\s>]`, 'g'))?.length]).toEqual([
        name,
        page.match(new RegExp(`</${name}\\s*>`, 'g'))?.length,
      ]);
  });

  test('shows every cell with its sentence and its category', () => {
    const main = page.slice(page.indexOf('id="compared"'));
    for (const category of [
      'same',
      'other-level',
      'only-computed',
      'only-published',
      'opposite',
      'not-comparable',
    ] as const)
      expect(main.match(new RegExp(`<td class="${category}">`, 'g'))).toHaveLength(
        comparison.agreement[0]!.counts[category],
      );
  });

  test('says at the top, in the title, at every table and in print that data are synthetic', () => {
    expect(page).toMatch(/<title>Syntetiska data: /);
    expect(page).toMatch(/<p class="bar" role="note">/);
    expect(page.match(/<span class="tag">SYNTETISKA DATA/g)!.length).toBeGreaterThanOrEqual(16);
    expect(page).toContain('@top-center { content: "SYNTETISKA DATA"');
  });

  test('tells how many level cells are positive, grouping by grouping', () => {
    for (const { grouping, positive, cells } of positiveLevels(results.estimates)) {
      const own = results.estimates.filter(
        (e) => e.model === 'peers' && e.outcome === 'level' && e.grouping === grouping,
      );
      expect(cells).toBe(own.filter((e) => e.mark !== null).length);
      expect(positive).toBe(own.filter((e) => e.mark === '+' || e.mark === '++').length);
      expect(page).toContain(`${positive} av ${cells} celler positiva`);
    }
  });

  test('of real data mentions nothing synthetic and draws no lesson from it', () => {
    const real = fixtureResults({ synthetic: false });
    const text = renderPage({
      results: real,
      comparison: null,
      assumptions: [],
      tables: buildTables(real, null, 'sv'),
      figures: [],
      lang: 'sv',
    });
    expect(text.toLowerCase().replace(/\.synthetic[^}]*}/g, '')).not.toContain('synteti');
    expect(text).not.toContain('id="lesson"');
    expect(text).not.toContain('id="compared"');
  });

  test('of no estimates at all is still a page', () => {
    const empty = { ...results, estimates: [] };
    const text = renderPage({
      results: empty,
      comparison: null,
      assumptions: [],
      tables: [],
      figures: [],
      lang: 'en',
    });
    expect(text).toContain('<h1>');
    expect(text).not.toMatch(/NaN|undefined|\[object/);
  });

  test('shows the value in use of an open choice, and its default where that differs', () => {
    const { specification } = results;
    const changed = {
      ...results,
      specification: { ...specification, peers: { ...specification.peers, quantileType: 2 as const } },
    };
    const text = renderPage({ ...input(), results: changed });
    expect(text).toMatch(/<code>2<\/code>\s*<small>ändrat i denna körning; förval: 7<\/small>/);
  });

  test('escapes every text from data', () => {
    const evil = '<script>alert(1)</script>"\'&\u202e';
    const odd = estimate({ id: evil, model: 'users', area: evil, indicator: evil, row: evil, group: evil, table: `users:${evil}`, column: '2019', mark: '+', estimate: 1, p: 0.07, reason: evil, dropped: { [evil]: 1 } }); // prettier-ignore
    const failed = estimate({ ...odd, id: 'x', column: evil, mark: null, status: 'not-estimable' });
    const manifest = {
      ...results.manifest, command: evil, time: evil, version: evil,
      data: { title: evil, notes: [{ sv: evil, en: evil }], sources: [evil] },
      inputs: [{ file: evil, sha256: evil, rows: 1, delimiter: ',' as const }], warnings: { count: 1, byCode: { [evil]: 1 } },
    }; // prettier-ignore
    const own = { ...results, manifest, estimates: [odd, failed] };
    const assumption = {
      path: evil,
      default: evil,
      rivals: [evil],
      what: { sv: evil, en: evil },
      why: { sv: evil, en: evil },
    };
    const text = renderPage({
      results: own,
      comparison: null,
      assumptions: [assumption],
      tables: buildTables(own, null, 'sv'),
      figures: [],
      lang: 'sv',
    });
    expect(text).not.toMatch(/<script/i);
    expect(text).not.toContain('\u202e');
    expect(text.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&quot;&#39;&amp;/g)!.length).toBeGreaterThan(
      15,
    );
  });

  test('is in English where asked', () => {
    const text = renderPage(input('en'));
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Choices that the appendix leaves open');
  });

  test('is the same bytes every time', () => {
    expect(renderPage(input())).toBe(page);
  });
});

describe('markup', () => {
  test('escapes text, passes markup, leaves out nothing values', () => {
    expect(
      html`<p title="${'"<'}">${['a&', html`<b>${1}</b>`, null, false]}${raw('<i>')}</p>`.toString(),
    ).toBe('<p title="&quot;&lt;">a&amp;<b>1</b><i></p>');
  });
});
