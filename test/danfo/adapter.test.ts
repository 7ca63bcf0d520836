import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DanfoFrame, fromDanfo, toDanfo, type ToDanfoOptions } from '../../analysis/danfo/index.js';
import { float32Losses } from '../../analysis/danfo/float32.js';
import { estimate } from '../../analysis/estimate.js';
import { rowsTable } from '../../analysis/frames/index.js';
import { UsageError } from '../../data/problems.js';

/** A frame that keeps what it was given, with a member of the name of an estimate's field. */
class KeptFrame implements DanfoFrame {
  readonly columns: string[];
  readonly dtypes: string[];
  constructor(
    readonly values: unknown[][],
    options: { columns: string[]; dtypes: string[] },
  ) {
    this.columns = options.columns;
    this.dtypes = options.dtypes;
  }
  sample(): void {}
}
const kept = { DataFrame: KeptFrame };

const found = (() => {
  try {
    return createRequire(join(import.meta.dirname, '..', 'x.js')).resolve('danfojs-node') !== '';
  } catch {
    return false;
  }
})();

describe('toDanfo', () => {
  test('makes NaN of missing numbers and truths, null of missing text', async () => {
    const { values, dtypes } = await toDanfo(
      [
        { n: 1, t: 'x', b: true },
        { n: null, t: undefined, b: null },
      ],
      kept,
    );
    expect(values).toEqual([
      [1, 'x', true],
      [NaN, null, NaN],
    ]);
    expect(dtypes).toEqual(['float32', 'string', 'boolean']);
  });

  test('says of estimates whether they are synthetic where it was told, and else nothing', async () => {
    const estimates = [estimate({ id: 'a', model: 'users' })];
    const told = await toDanfo(estimates, kept, { synthetic: true });
    expect([told.columns[0], told.values[0]![0]]).toEqual(['synthetic', true]);
    expect((await toDanfo(estimates, kept)).columns).not.toContain('synthetic');
  });

  test('takes a table of columns, with the types that it has', async () => {
    const table = rowsTable('own', [
      { unit: '0114', n: 1 },
      { unit: '0115', n: null },
    ]);
    const frame = await toDanfo(table, kept);
    expect([frame.columns, frame.dtypes]).toEqual([
      ['unit', 'n'],
      ['string', 'float32'],
    ]);
    expect(frame.values).toEqual([
      ['0114', 1],
      ['0115', NaN],
    ]);
  });

  test.each([[undefined], ['rows'], [{ rows: [] }]])(
    'says what it takes where it is given %j',
    async (data) => {
      await expect(toDanfo(data as never, kept)).rejects.toThrow(
        /^toDanfo: found none of what it takes; expected rows by column/,
      );
    },
  );

  test('refuses a code that is a number, and no rows', async () => {
    await expect(toDanfo([{ unit: 114 }], kept)).rejects.toThrow(/found 114; expected a code as text/);
    await expect(toDanfo([], kept)).rejects.toThrow(/found no rows/);
    await expect(toDanfo([{}], kept)).rejects.toThrow(UsageError);
  });

  test.skipIf(found)(
    'says how to install danfojs-node where it is missing (skipped where it is there)',
    async () => {
      await expect(toDanfo([{ a: 1 }])).rejects.toThrow(
        /danfojs-node cannot be loaded .*npm install danfojs-node@1\.2\.0.*"overrides".*@e965\/xlsx/,
      );
    },
  );

  describe('tells of numbers that 32 bits do not hold:', () => {
    const warned = async (data: Record<string, number>[], options: ToDanfoOptions = {}) => {
      const said: string[] = [];
      await toDanfo(data, kept, { warn: (message) => said.push(message), ...options });
      return said;
    };

    test('whole numbers that become others, p-values that become 0, and what is too large', async () => {
      const [said, ...more] = await warned([{ n: 1, p: 0.5, x: 1 }, { n: 16777217, p: 1e-50, x: 1e39 }]); // prettier-ignore
      expect(more).toEqual([]);
      expect(said).toContain('"n" (1 number, first 16777217 in row 2, which becomes 16777216)');
      expect(said).toContain('"p" (1 number, first 1e-50 in row 2, which becomes 0)');
      expect(said).toContain('"x" (1 number, first 1e+39 in row 2, which becomes infinite)');
    });

    test('not fractions that are rounded in the eighth digit, nor anything where that is allowed', async () => {
      expect(await warned([{ a: 0.1, b: 1 / 3, c: 16777216, d: -2.5 }])).toEqual([]);
      expect(await warned([{ n: 16777217 }], { float32: 'allow' })).toEqual([]);
    });

    test('and refuses them where it is to', async () => {
      await expect(warned([{ n: 16777217 }], { float32: 'refuse' })).rejects.toThrow(
        /^toDanfo: found numbers .*"n".*expected numbers that 32 bits hold$/,
      );
    });

    test('counting each', () => {
      const table = rowsTable('rows', [{ p: 1e-46 }, { p: 0 }, { p: null }, { p: 1e-44 }, { p: 1e-30 }]);
      expect(float32Losses(table)).toEqual([{ column: 'p', count: 2, row: 0, value: 1e-46, becomes: 0 }]);
    });
  });
});

describe('fromDanfo', () => {
  const frame = (columns: string[], ...values: unknown[][]) => new KeptFrame(values, { columns, dtypes: [] });

  test('makes null of NaN, null and undefined, and gives columns their names back', () => {
    expect(fromDanfo(frame(['sample_', 'x_', 'y'], [NaN, null, undefined], ['a', true, 0]))).toEqual([
      { sample: null, x_: null, y: null },
      { sample: 'a', x_: true, y: 0 },
    ]);
  });

  test('takes any name of a column', () => {
    expect(Object.entries(fromDanfo(frame(['__proto__'], [1]))[0]!)).toEqual([['__proto__', 1]]);
  });

  test.each([
    [
      'a code that is a number',
      frame(['municipality'], [180]),
      /column "municipality", row 1: found 180; expected a code/,
    ],
    ['an infinite number', frame(['y'], [1], [-Infinity]), /column "y", row 2: found an infinite number/],
    ['an object', frame(['y'], [{}]), /column "y", row 1: found an object; expected text/],
    ['two columns of one name', frame(['y', 'y'], [1, 2]), /two columns "y"/],
    ['a series', { columns: ['y'], values: [1, 2] }, /found a Series/],
    ['what is no frame', null as never, /found no DataFrame/],
  ])('refuses %s', (_, bad, message) => {
    expect(() => fromDanfo(bad)).toThrow(UsageError);
    expect(() => fromDanfo(bad)).toThrow(message);
  });
});
