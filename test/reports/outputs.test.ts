import { beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../analysis/results.js';
import { usualFormats } from '../../reports/formats.js';
import { resultsJson } from '../../reports/json.js';
import { renderOutputs } from '../../reports/outputs.js';
import type { OutputFile } from '../../reports/write.js';
import { fixtureAssumptions, fixtureComparison, fixtureResults } from './fixture.js';

const results = fixtureResults();
const comparison = fixtureComparison(results);
const input = {
  results,
  comparison,
  assumptions: fixtureAssumptions,
  lang: 'sv',
  formats: usualFormats,
} as const;
let files: OutputFile[] = [];

beforeAll(async () => {
  files = await renderOutputs(input);
});

const textOf = ({ content }: OutputFile): string => Buffer.from(content).toString();
const content = (path: string): string => textOf(files.find((f) => f.path === path)!);

describe('the files of a run', () => {
  test('are results, estimates, comparison, tables, figures and report', () => {
    const numbers = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(2, '0'));
    expect(files.map((f) => f.path).sort()).toEqual(
      [
        'results.json', 'estimates.csv', 'comparison.csv', 'report.md', 'report.html',
        ...numbers(2, 17).map((n) => `tables/table-${n}.csv`),
        ...[
          ...numbers(1, 14).map((n) => `bilaga-${n}`), 'rapport-03', 'rapport-04', 'rapport-tabell-3', 'rapport-tabell-4',
          ...numbers(2, 17).map((n) => `koefficienter-tabell-${n}`),
        ].flatMap((f) => [`figures/${f}.svg`, `figures/${f}.vl.json`]),
      ].sort(),
    ); // prettier-ignore
  });

  test('contain every figure in the report itself', () => {
    // In folds as images, which cost nothing until they are seen.
    expect(content('report.html').match(/<svg |src="data:image\/svg\+xml,/g)).toHaveLength(34);
    expect(Buffer.byteLength(content('report.html'))).toBeLessThan(2e6);
  });

  test('end with a newline, and hold no NaN', () => {
    for (const file of files) {
      const [path, text] = [file.path, textOf(file)];
      expect([path, text.endsWith('\n')]).toEqual([path, true]);
      expect([path, /\bNaN\b/.test(text)]).toEqual([path, false]);
    }
  });

  test('say in each that data are synthetic, where people read it', () => {
    expect(content('report.md')).toContain('SYNTETISKA DATA');
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
    const figures = ['08', '13'].flatMap((n) => ['svg', 'vl.json'].map((end) => `figures/koefficienter-tabell-${n}.${end}`)); // prettier-ignore
    expect(few.map((f) => f.path)).toEqual(['results.json', 'report.html', 'report.md', 'estimates.csv', 'tables/table-08.csv', 'tables/table-13.csv', ...figures]); // prettier-ignore
  });
});

describe('results.json', () => {
  test('gives back exactly what went in', () => {
    expect({ ...(JSON.parse(resultsJson(results)) as Results), quality: null }).toEqual(results);
  });

  test('does not depend on the order in which fields were set', () => {
    const turned = results.estimates.map(
      (e) => Object.fromEntries(Object.entries(e).reverse()) as unknown as typeof e,
    );
    expect(resultsJson({ ...results, estimates: turned })).toBe(resultsJson(results));
  });
});
