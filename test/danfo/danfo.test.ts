import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fromDanfo, toDanfo } from '../../analysis/danfo/index.js';
import { estimate } from '../../analysis/estimate.js';
import { panelTable } from '../../analysis/frames/index.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification } from '../../analysis/specification.js';
import { demoFolder } from '../../data/location.js';
import { readDataFolder } from '../../data/readers/canonical.js';
import type { Frame, Module, Series } from './module.js';

/**
 * The adapter with danfojs-node itself, which is apart for its 335 MB: npm ci in this folder. The tests pin what danfo
 * does wrong, so that a version that does otherwise is noticed, and the adapter's documentation stays true.
 */
const installed = existsSync(join(import.meta.dirname, 'node_modules', 'danfojs-node'));
const danfo = installed
  ? (createRequire(import.meta.url)('danfojs-node') as Module)
  : (null as unknown as Module);

const rows = [
  { unit: '0114', lan: 'A', answer: 1, year: 2018, asked: true, note: 'x' },
  { unit: '0115', lan: 'A', answer: null, year: null, asked: null, note: null },
  { unit: '0180-bromma', lan: 'B', answer: 0.1, year: 2019, asked: false, note: '' },
];

describe.skipIf(!installed)(
  'toDanfo and fromDanfo with danfojs-node (skipped where npm ci was not run in test/danfo)',
  () => {
    const frameOf = (data: Parameters<typeof toDanfo>[0]) => toDanfo(data, danfo, { float32: 'allow' });

    test('give back the rows that went in', async () => {
      expect(fromDanfo(await frameOf(rows))).toEqual(rows);
    });

    test('give back a panel of 103,025 rows, units as text', async () => {
      const panel = buildPanel(readDataFolder(demoFolder()));
      const table = panelTable(panel, defaultSpecification);
      const back = fromDanfo(await toDanfo(panel, danfo));
      expect(back).toHaveLength(table.length);
      for (const { name, values } of table.columns)
        expect(back.findIndex((row, i) => !Object.is(row[name], values[i]))).toBe(-1);
    });

    test('give back estimates, whose fields column and sample are members of danfo’s frame', async () => {
      const one = estimate({
        id: 'a',
        model: 'users',
        column: 'totalt',
        sample: 'all',
        p: 0.25,
        mark: '',
        extra: { k: 1 },
      });
      const frame = await frameOf([one, { ...one, id: 'b', p: null, mark: null }]);
      expect(frame.columns).toEqual(expect.arrayContaining(['column_', 'sample_']));
      expect(frame.query(frame.column('id').eq('b')).values).toHaveLength(1);
      const [first, second] = fromDanfo(frame);
      expect(first).toEqual({ ...one, dropped: '{}', extra: '{"k":1}' });
      expect([second!.p, second!.mark]).toEqual([null, null]);
    });

    test('keep columns with any name apart', async () => {
      const odd = Object.fromEntries(
        ['column', 'column_', 'values', 'shape', 'index', 'mean', '$data', 'toString', 'x_'].map(
          (name, i) => [name, i],
        ),
      );
      const frame = await frameOf([odd, odd]);
      expect(frame.shape).toEqual([2, 9]);
      expect(fromDanfo(frame)).toEqual([odd, odd]);
    });

    test('tell every column its type', async () => {
      expect((await frameOf(rows)).dtypes).toEqual([
        'string',
        'string',
        'float32',
        'float32',
        'boolean',
        'string',
      ]);
    });

    test('count no missing value as 0: the mean of its group is NaN, and right when the gaps are dropped', async () => {
      const frame = await frameOf(rows);
      const means = (f: Frame) => f.groupby(['lan']).col(['answer']).mean().values;
      expect(means(frame)).toEqual([['A', NaN], ['B', 0.1]]); // prettier-ignore
      expect(means(frame.loc({ columns: ['lan', 'answer'] }).dropNa())).toEqual([['A', 1], ['B', 0.1]]); // prettier-ignore
      expect(frame.groupby(['lan']).col(['asked']).mean().values).toEqual([['A', NaN], ['B', 0]]); // prettier-ignore
      expect(series(frame, 'answer').mean()).toBeCloseTo(0.55, 12);
    });

    test('refuse what danfo has read from a file, where 0114 has become 114', async () => {
      const file = join(import.meta.dirname, 'codes.csv');
      const read = await danfo.readCSV(file);
      expect(() => fromDanfo(read)).toThrow(
        /column "unit", row 1: found 114; expected a code as text.*readFrame/,
      );
    });

    test('refuse what is infinite, and what is no frame', async () => {
      const frame = await frameOf([{ a: 1, b: 0 }]);
      frame.addColumn('c', series(frame, 'a').div(series(frame, 'b')), { inplace: true });
      expect(() => fromDanfo(frame)).toThrow(/column "c", row 1: found an infinite number/);
      expect(() => fromDanfo(series(frame, 'a') as never)).toThrow(/found a Series; expected a DataFrame/);
    });
  },
);

const series = (frame: Frame, name: string): Series => (frame as unknown as Record<string, Series>)[name]!;

describe.skipIf(!installed)('danfojs-node 1.2.0 (skipped where npm ci was not run in test/danfo)', () => {
  const frame = (data: unknown[][], columns: string[], dtypes?: string[]) =>
    new danfo.DataFrame(data, dtypes ? { columns, dtypes } : { columns });

  test('counts a blank as 0 in the mean of a group', () => {
    const groups = frame([['a', 1], ['a', null]], ['g', 'y']).groupby(['g']).col(['y']); // prettier-ignore
    expect(groups.mean().values).toEqual([['a', 0.5]]);
  });

  test('counts blanks and NaN among the values of a group', () => {
    const data = frame([['a', 1], ['a', NaN], ['b', 1], ['b', null]], ['g', 'y']); // prettier-ignore
    const counts = (f: Frame) => f.groupby(['g']).col(['y']).count().values;
    expect(counts(data)).toEqual([['a', 2], ['b', 2]]); // prettier-ignore
    expect(counts(data.dropNa())).toEqual([['a', 1], ['b', 1]]); // prettier-ignore
  });

  test('takes the code 0114 for a number, in a frame and from a file', async () => {
    const codes = frame([['0114'], ['0180']], ['unit']);
    expect(codes.dtypes).toEqual(['int32']);
    // The texts are put end to end, and the number that they make is halved.
    expect(series(codes, 'unit').mean()).toBe(570090);
    const read = await danfo.readCSV(join(import.meta.dirname, 'codes.csv'));
    expect(read.values[0]).toEqual([114, 'a', 1]);
  });

  test('takes codes for numbers again after a grouping, though the values stay text', async () => {
    const units = await toDanfo([{ unit: '0114', y: 1 }], danfo);
    const sums = units.groupby(['unit']).col(['y']).sum();
    expect([sums.dtypes, sums.values]).toEqual([['int32', 'int32'], [['0114', 1]]]);
    expect(fromDanfo(sums)[0]!.unit).toBe('0114');
  });

  test('computes in 32 bits with frames and tensors, in 64 with series and groups', () => {
    const numbers = frame([[16777217, 0.1]], ['a', 'b'], ['float32', 'float32']);
    expect(numbers.add(0).values).toEqual([[16777216, Math.fround(0.1)]]);
    expect(Array.from(series(numbers, 'a').tensor.dataSync())).toEqual([16777216]);
    expect(series(numbers, 'a').add(0).values).toEqual([16777217]);
    const grouped = frame([['g', 16777217]], ['g', 'a'])
      .groupby(['g'])
      .col(['a'])
      .mean();
    expect(grouped.values).toEqual([['g', 16777217]]);
  });

  test('makes one group of two whose texts, joined by a hyphen, are alike', () => {
    const data = frame([['a-b', 'c', 1], ['a', 'b-c', 2]], ['g', 'h', 'y']); // prettier-ignore
    expect(data.groupby(['g', 'h']).col(['y']).sum().values).toEqual([['a-b', 'c', 3]]);
  });

  test('makes one group of no text and empty text', () => {
    const data = frame([['', 1], [null, 2]], ['g', 'y'], ['string', 'int32']); // prettier-ignore
    expect(data.groupby(['g']).col(['y']).sum().values).toHaveLength(1);
  });

  test('says that a group of one row has the standard deviation 0', () => {
    const data = frame([['a', 5]], ['g', 'y']);
    expect(data.groupby(['g']).col(['y']).std().values).toEqual([['a', 0]]);
  });

  test('has a whole number of 0 for NaN in a tensor', () => {
    const whole = frame([[1], [NaN]], ['y'], ['int32']);
    expect(Array.from(series(whole, 'y').tensor.dataSync())).toEqual([1, 0]);
  });
});
