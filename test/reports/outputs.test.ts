import { beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../analysis/results.js';
import { resultsJson } from '../../reports/json.js';
import { renderOutputs } from '../../reports/outputs.js';
import type { OutputFile } from '../../reports/write.js';
import { fixtureAssumptions, fixtureComparison, fixtureResults } from './fixture.js';

const results = fixtureResults();
const comparison = fixtureComparison(results);
const input = { results, comparison, assumptions: fixtureAssumptions, lang: 'sv' } as const;
let files: OutputFile[] = [];

beforeAll(async () => {
  files = await renderOutputs(input);
});

const content = (path: string) => files.find((f) => f.path === path)!.content;

describe('the files of a run', () => {
  test('are results, estimates, comparison, tables, figures and report', () => {
    const numbers = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(2, '0'));
    expect(files.map((f) => f.path).sort()).toEqual(
      [
        'results.json', 'estimates.csv', 'comparison.csv', 'tables.md', 'report.html',
        ...numbers(2, 17).map((n) => `tables/table-${n}.csv`),
        ...[...numbers(1, 14).map((n) => `bilaga-${n}`), 'rapport-03', 'rapport-04'].flatMap((f) => [`figures/${f}.svg`, `figures/${f}.vl.json`]),
      ].sort(),
    ); // prettier-ignore
  });

  test('contain every figure in the report itself', () => {
    expect(content('report.html').match(/<svg /g)).toHaveLength(16);
    expect(Buffer.byteLength(content('report.html'))).toBeLessThan(2e6);
  });

  test('end with a newline, and hold no NaN', () => {
    for (const { path, content: text } of files) {
      expect([path, text.endsWith('\n')]).toEqual([path, true]);
      expect([path, /\bNaN\b/.test(text)]).toEqual([path, false]);
    }
  });

  test('say in each that data are synthetic, where people read it', () => {
    expect(content('tables.md')).toContain('SYNTETISKA DATA');
    expect(content('figures/bilaga-05.vl.json')).toContain('SYNTETISKA DATA');
    expect((JSON.parse(content('results.json')) as Results).manifest.synthetic).toBe(true);
  });

  test('are the same bytes every time', async () => {
    expect(await renderOutputs(input)).toEqual(files);
  });

  test('are not made once the signal has stopped the run', async () => {
    const stop = new AbortController();
    const stopped = renderOutputs({ ...input, signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(stopped).rejects.toThrow('stopped');
  });

  test('without anything compared, hold no comparison', async () => {
    const estimates = results.estimates.filter((e) => e.model === 'users');
    const few = await renderOutputs({ ...input, results: { ...results, estimates }, comparison: null });
    expect(few.map((f) => f.path)).toEqual(['results.json', 'estimates.csv', 'tables.md', 'tables/table-08.csv', 'tables/table-13.csv', 'report.html']); // prettier-ignore
  });
});

describe('results.json', () => {
  test('gives back exactly what went in', () => {
    expect(JSON.parse(resultsJson(results))).toEqual(results);
  });

  test('does not depend on the order in which fields were set', () => {
    const turned = results.estimates.map(
      (e) => Object.fromEntries(Object.entries(e).reverse()) as unknown as typeof e,
    );
    expect(resultsJson({ ...results, estimates: turned })).toBe(resultsJson(results));
  });
});
