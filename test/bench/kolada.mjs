// `npm run bench -- kolada`: 10,000 answers of Kolada read one after another from a cache, as `oj fetch kolada
// --offline` reads them, with the memory at several points: it must not grow with their number. Nothing here is a test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCache } from '../../dist/data/imports/kolada/cache.js';
import { collect } from '../../dist/data/imports/kolada/collect.js';
import { pages } from '../../dist/data/imports/kolada/pages.js';

const answers = Number(process.env.BENCH_ANSWERS ?? 10_000);
const base = new URL('https://api.kolada.se/v3/');
const places = Array.from({ length: 290 }, (_, i) => String(1000 + i));
const kpiOf = (i) => `N${String(i).padStart(5, '0')}`;

/** An answer of one KPI and one year for every municipality, some 40 kB. */
const answerOf = (i) =>
  JSON.stringify({
    values: places.map((municipality, j) => ({
      kpi: kpiOf(i),
      municipality,
      period: 2019,
      values: [
        {
          gender: 'T',
          count: 1,
          status: '',
          value: ((i * 7919 + j * 104729) % 9973) / 100,
          isdeleted: false,
        },
      ],
    })),
    next_url: null,
    previous_url: null,
    count: places.length,
  });

const url = (i) => `${base.href}data/kpi/${kpiOf(i)}/year/2019`;

export async function main() {
  const folder = mkdtempSync(join(tmpdir(), 'oj-bench-'));
  try {
    const cache = openCache(folder);
    let bytes = 0;
    for (let i = 0; i < answers; i++) {
      const body = Buffer.from(answerOf(i));
      bytes += body.byteLength;
      cache.put(url(i), body, '2026-03-23T12:00:00.000Z');
    }
    console.log(
      `node ${process.version}: ${answers} answers, ${(bytes / 1e6).toFixed(0)} MB (limit 10 s, memory constant)\n`,
    );
    const via = { base, cache, client: null, refresh: false, date: () => '' };
    const met = { problems: [], deleted: 0 };
    const asked = { years: [2019], gender: 'T', field: 'municipality', places: new Set(places) };
    const start = performance.now();
    let values = 0;
    for (let i = 0; i < answers; i++) {
      const { cells } = await collect(pages(url(i), via), { ...asked, kpi: kpiOf(i) }, met);
      values += cells.length;
      if ((i + 1) % (answers / 5) === 0) {
        const { rss } = process.memoryUsage();
        const elapsed = ((performance.now() - start) / 1000).toFixed(2);
        console.log(`${i + 1} answers, ${values} values: ${elapsed} s, ${(rss / 2 ** 20).toFixed(0)} MB`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
