import { describe, expect, test } from 'vitest';
import { estimate } from '../../analysis/estimate.js';
import type { Shown } from '../../reports/notebook/output.js';
import { shownAs } from '../../reports/notebook/show.js';
import { recordsGrid } from '../../reports/notebook/records-grid.js';
import { table } from '../../reports/notebook/index.js';
import { Session, type Told } from '../../reports/notebook/session.js';
import { rowsTable } from '../../analysis/frames/index.js';

const show = async (value: unknown) => (await shownAs(value, 'en')) as readonly Shown[];
const grid = (shown: readonly Shown[]) =>
  shown[0]?.kind === 'block' && shown[0].block.kind === 'grid' ? shown[0].block.grid : null;

describe('a value of a notebook', () => {
  test.each([
    ['text as it is', 'a <b>', 'a <b>'],
    ['a number', 1.5, '1.5'],
    ['null', null, 'null'],
    ['an object', { a: { b: 1 } }, '{ a: { b: 1 } }'],
    ['a list of numbers', [1, 2], '[ 1, 2 ]'],
  ])('is shown as text: %s', async (_, value, text) => {
    expect(await show(value)).toEqual([{ kind: 'text', text }]);
  });

  test('that is undefined shows nothing', async () => expect(await show(undefined)).toEqual([]));

  test('is a table where it is one by columns, with its size', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => ({
      unit: `01${i}`,
      n: i === 1 ? null : i,
      name: '<b>',
    }));
    const shown = grid(await show(rowsTable('panel', rows)))!;
    expect(shown.title).toBe('panel: 60 rows, 3 columns; the first 50 rows');
    expect(shown.head).toEqual(['unit', 'n', 'name']);
    expect([shown.rows.length, shown.rows[0], shown.rows[1]]).toEqual([
      50,
      ['010', '0', '<b>'],
      ['011', '', '<b>'],
    ]);
    expect(await show({ name: 'x', length: 1, columns: [3] })).toMatchObject([{ kind: 'text' }]);
  });

  test('names no years in the heads of estimates alone, which know none', async () => {
    const cell = { model: 'anova', area: 'skola', indicator: 'x', row: 'X', table: 'anova:skola', mark: '**', grouping: 'lan' } as const; // prettier-ignore
    const cells = ['period:lan', 'sista:lan'].map((column) => estimate({ ...cell, id: column, column }));
    const [part] = await show(cells);
    const heads = part?.kind === 'block' && part.block.kind === 'marks' ? part.block.table.headerRows : [];
    expect(JSON.stringify(heads)).toContain('All years');
    expect(JSON.stringify(heads)).toContain('Last year');
    expect(JSON.stringify(heads)).not.toMatch(/20\d\d/);
  });

  test('is cut where it is large, saying so', async () => {
    const [long] = await show('x'.repeat(300_000));
    expect(long).toMatchObject({ kind: 'text' });
    expect((long as { text: string }).text).toMatch(/x\n… The printing is cut.*200,000 left out/);
    const [numbers] = await show(Array.from({ length: 1e6 }, (_, i) => i));
    expect((numbers as { text: string }).text).toContain('999960 more items');
  });

  test('that throws when it is looked at is said not to be showable', async () => {
    const hostile = new Proxy({}, { getPrototypeOf: () => { throw new RangeError('no'); }, has: () => { throw new RangeError('no'); }, getOwnPropertyDescriptor: () => { throw new RangeError('no'); } }); // prettier-ignore
    expect(await show(hostile)).toEqual([{ kind: 'unshown', said: 'RangeError: no' }]);
    expect(await show(Promise.reject(new Error('late')))).toEqual([{ kind: 'unshown', said: 'Error: late' }]);
  });

  test('is shown as it was then, though it is changed later', () => {
    const list = [1];
    const shown = shownAs(list, 'en');
    list.push(2);
    expect(shown).toEqual([{ kind: 'text', text: '[ 1 ]' }]);
  });

  test('of records is a table that says what it leaves out', async () => {
    const records = Array.from({ length: 120 }, (_, i) => ({
      year: 2000 + i,
      mean: i / 3,
      gap: null,
      nan: NaN,
    }));
    const found = grid(await show(records))!;
    expect(found.rows).toHaveLength(50);
    expect(found.rows[1]).toEqual(['2001', '0.333', '', '—']);
    expect(found.notes.join()).toContain('70 are left out');
    expect(grid(await show([{ a: {} }]))).toBeNull();
  });

  test('of estimates is a table of marks, of one estimate its numbers', async () => {
    const of = (column: string) =>
      estimate({ id: `8/eb-extern-samverkan/${column}`, model: 'users', table: 8, row: 'Extern samverkan', column, area: 'ekonomiskt-bistand', indicator: 'eb-extern-samverkan', estimate: 13.66, p: 0.01, ciLow: 2.6, ciHigh: 24.7, mark: '++', n: 779 }); // prettier-ignore
    const [marks] = await show([of('totalt'), of('2016')]);
    expect(marks).toMatchObject({ block: { kind: 'marks', table: { table: 8 } } });
    expect(grid(await show(of('totalt')))!.rows[0]).toEqual(['8/eb-extern-samverkan/totalt', '13.66', '2.60 – 24.70', '0.0100', '779', '++']); // prettier-ignore
  });

  test('of the wrong kind for table() is refused with what was expected', () => {
    expect(() => table('no' as never)).toThrow(/found string; expected an array of objects/);
  });
});

describe('numbers in a table of records', () => {
  const column = (...values: number[]) =>
    recordsGrid(values.map((v) => ({ v })), {}, { lang: 'sv', synthetic: false }).rows.map(([text]) => text); // prettier-ignore

  test('have as many decimals as their column needs', () => {
    expect(column(54.7619, 0.802834, 29.25)).toEqual(['54,762', '0,803', '29,250']);
    expect(column(0.0161, 1e-12, 0)).toEqual(['0,016100', '1,00·10^−12', '0,000000']);
  });

  test('are years where they are whole', () => expect(column(2016, -3)).toEqual(['2016', '−3']));
});

describe('a session', () => {
  const start = () => {
    const told: Told[] = [];
    return {
      told,
      session: new Session(
        'en',
        (t) => told.push(t),
        () => Promise.resolve(),
      ),
    };
  };

  test('keeps what waits to be drawn in its order', async () => {
    const { told, session } = start();
    await session.cell(0);
    session.display([new Promise((done) => setTimeout(() => done('first'), 20))]);
    session.print('stdout', 'second');
    session.display(['third']);
    await session.end();
    expect(told.map((t) => (t.kind === 'output' && 'text' in t.output ? t.output.text : t.kind))).toEqual(['cell', 'first', 'second', 'third', 'end']); // prettier-ignore
  });

  test('cuts what is printed and shown in a loop, and says how much', async () => {
    const { told, session } = start();
    await session.cell(0);
    for (let i = 0; i < 300; i++) session.print('stdout', 'x'.repeat(1000));
    for (let i = 0; i < 250; i++) session.display([i]);
    await session.cell(1);
    const cuts = told.flatMap((t) => (t.kind === 'output' && t.output.kind === 'cut' ? [t.output] : []));
    expect(cuts.filter((c) => c.lost !== null)).toMatchObject([
      { what: 'signs', kept: 100_000, lost: 200_000 },
      { what: 'values', kept: 200, lost: 50 },
    ]);
    expect(told.filter((t) => t.kind === 'output').length).toBeLessThan(310);
  });
});
