import { describe, expect, test } from 'vitest';
import { compare, readings } from '../analysis/compare.js';
import { estimate, type Mark } from '../analysis/estimate.js';
import { publishedTables } from '../data/codebook/published.js';

/** Estimates for every cell of the tables, with a mark chosen by the cell. */
const estimates = (
  tables: readonly number[],
  mark: (published: readonly Mark[], index: number) => Mark | null,
) => {
  let index = 0;
  return publishedTables()
    .filter((t) => tables.includes(t.table))
    .flatMap((t) =>
      t.rows.flatMap((row) =>
        t.columns.map((column, i) => {
          const m = mark(readings(row, i), index++);
          return estimate({
            id: `${t.table}/${row.group}/${row.label}/${column}`,
            model: 'users',
            table: t.table,
            row: row.label,
            group: row.group,
            column,
            mark: m,
            status: m === null ? 'not-estimable' : 'ok',
          });
        }),
      ),
    );
};
const scope = (c: ReturnType<typeof compare>, name: string) => c.agreement.find((a) => a.scope === name)!;

describe('compare', () => {
  test('finds full agreement, kappa 1, with the published marks themselves', () => {
    const c = compare(estimates([8, 13], ([m]) => m!));
    expect(c.cells).toHaveLength(133);
    expect(scope(c, 'all')).toMatchObject({ observed: 1, kappa: 1, counts: { same: 133 } });
  });

  test("computes Cohen's kappa against the chance agreement of the margins", () => {
    // Every cell unmarked: agreement is the share of unmarked cells, and exactly what chance gives.
    const c = compare(estimates([8], () => ''));
    const all = scope(c, 'all');
    const marks = publishedTables()
      .find((t) => t.table === 8)!
      .rows.flatMap((r) => r.cells!);
    expect(all.observed).toBeCloseTo(marks.filter((m) => m === '').length / 63, 12);
    expect(all.expected).toBeCloseTo(all.observed!, 12);
    expect(all.kappa).toBeCloseTo(0, 12);
  });

  test('gives the kappa that a changed table has by hand', () => {
    // Of the 63 cells, 44 are unmarked; two flips in each direction give a 2 x 2 table whose kappa is by hand.
    let flippedUp = 0;
    let flippedDown = 0;
    const c = compare(
      estimates([8], ([m]) => {
        if (m === '' && flippedUp < 2) return (flippedUp++, '++');
        if (m === '++' && flippedDown < 2) return (flippedDown++, '');
        return m === '' ? '' : '++';
      }),
    );
    const marks = publishedTables()
      .find((t) => t.table === 8)!
      .rows.flatMap((r) => r.cells!);
    const n = (m: string) => marks.filter((x) => x === m).length;
    const same = n('') - 2 + n('++') - 2;
    const computed = { '': n(''), '++': 63 - n('') };
    const expected = (computed[''] * n('') + computed['++'] * n('++')) / 63 ** 2;
    expect(scope(c, 'all').kappa).toBeCloseTo((same / 63 - expected) / (1 - expected), 12);
  });

  test('has no kappa where all marks of both are the same', () => {
    const c = compare(estimates([8], ([m]) => m!).filter((e) => e.row === 'Intern samordning'));
    expect(scope(c, 'all')).toMatchObject({ observed: 1, expected: 1, kappa: null });
  });

  test('sorts each cell into the categories of the specification', () => {
    const category = (computed: Mark, published: Mark) => {
      const cell = estimates([3, 8], ([m]) => m!).filter((e) => e.mark === published)[0]!;
      return compare([{ ...cell, mark: computed }]).cells[0]!.category;
    };
    expect(category('++', '++')).toBe('same');
    expect(category('+', '++')).toBe('other-level');
    expect(category('--', '-')).toBe('other-level');
    expect(category('--', '++')).toBe('opposite');
    expect(category('', '+')).toBe('only-published');
    expect(category('-', '')).toBe('only-computed');
  });

  test('compares no cell whose reading is uncertain, whose place is lost, or that was not estimated', () => {
    const c = compare(estimates([4, 16], (m, i) => (i === 0 ? null : (m[0] ?? ''))));
    const reasons = new Set(c.cells.filter((x) => x.category === 'not-comparable').map((x) => x.reason));
    expect(reasons).toEqual(new Set(['not-estimable', 'several-readings', 'place-lost']));
    // Where the readings of a row differ elsewhere, a cell with one reading is compared.
    const first = c.cells.filter((x) => x.table === 4 && x.row === 'Intern samordning');
    expect(first.filter((x) => x.category === 'same').map((x) => x.column)).toContain('forbattring:alla:t-1');
  });

  test('says nothing of tables that were not estimated', () => {
    expect(compare(estimates([13], ([m]) => m!)).agreement.map((a) => a.scope)).toEqual([
      'all',
      'users',
      '13',
    ]);
    expect(compare([])).toEqual({
      cells: [],
      agreement: [{ ...compare([]).agreement[0]!, observed: null, kappa: null, cells: 0 }],
    });
  });
});
