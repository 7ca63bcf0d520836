import { describe, expect, test } from 'vitest';
import { estimate } from '../../analysis/estimate.js';
import type { Results } from '../../analysis/results.js';
import { publishedTables } from '../../data/codebook/published.js';
import { buildTables, slug } from '../../reports/tables/build.js';
import { agreementGrid, compositionGrids } from '../../reports/tables/grids.js';
import { cellRows, NOT_ESTIMABLE } from '../../reports/tables/table.js';
import { fixtureComparison, fixtureResults } from './fixture.js';

const results = fixtureResults();
const comparison = fixtureComparison(results);
const tables = buildTables(results, comparison, 'sv');
const byId = new Map(results.estimates.map((e) => [e.id, e]));

describe('tables of the appendix', () => {
  test('are all there, in its order', () => {
    expect(tables.map((t) => t.id)).toEqual(
      publishedTables().map((p) => `table-${String(p.table).padStart(2, '0')}`),
    );
  });

  test.each(publishedTables().map((p, i) => [p.table, i] as const))(
    'table %i has the published rows, headings and columns',
    (_, i) => {
      const published = publishedTables()[i]!;
      const expected: string[] = [];
      published.rows.forEach((row, r) => {
        if (row.group !== null && row.group !== published.rows[r - 1]?.group) expected.push(`# ${row.group}`);
        expected.push(row.label);
      });
      expect(tables[i]!.rows.map((r) => (r.kind === 'group' ? `# ${r.text}` : r.label))).toEqual(expected);
      expect(tables[i]!.columns).toEqual(published.columns);
      for (const head of tables[i]!.headerRows)
        expect(head.reduce((sum, h) => sum + h.colspan, 0)).toBe(published.columns.length + 1);
    },
  );

  test('have one cell for each of the 1,103 published ones, with its own mark, n and published mark', () => {
    const cells = tables.flatMap((t) => cellRows(t).flatMap((row) => row.cells));
    expect(cells).toHaveLength(1103);
    expect(new Set(cells.map((c) => c.id)).size).toBe(1103);
    for (const c of cells) {
      const e = byId.get(c.id!)!;
      expect(c.mark).toBe(e.mark ?? NOT_ESTIMABLE);
      expect(c.n).toBe(e.n);
      expect(c.column).toBe(e.column);
      const compared = comparison.cells.find((x) => x.id === c.id)!;
      const readings = compared.published;
      expect(c.published).toBe(
        readings.length === 0
          ? '?'
          : readings.length === 1
            ? readings[0]
            : readings.map((mark) => mark || 'tom').join('/'),
      );
      expect(c.category).toBe(compared.category);
    }
  });

  test('share upper heads among neighbours', () => {
    const peers = tables.find((t) => t.id === 'table-03')!;
    expect(peers.headerRows[0]!.map((h) => [h.text, h.colspan])).toEqual([
      ['', 1],
      ['Nivå, alla', 2],
      ['Förbättring, alla', 2],
      ['Nivå, ÖJ-användare', 2],
      ['Förbättring, ÖJ-användare', 2],
    ]);
    const anova = tables.find((t) => t.id === 'table-02')!;
    expect(anova.headerRows[0]!.map((h) => h.text)).toEqual(['', '2016–2020 (2016–2019)', '2020 (2019)']);
    const users = tables.find((t) => t.id === 'table-08')!;
    expect(users.headerRows).toHaveLength(1);
    expect(users.headerRows[0]!.map((h) => h.text)).toContain('Totalt 2016–20');
  });

  test('say why a cell could not be estimated, how many observations there are and which rule was used', () => {
    const failed = tables
      .flatMap((t) => cellRows(t).flatMap((r) => r.cells))
      .filter((c) => c.mark === NOT_ESTIMABLE);
    expect(failed.length).toBeGreaterThan(0);
    for (const c of failed) expect(c.reason).toBe('constant-outcome');
    const table = tables.find((t) => cellRows(t).some((r) => r.cells.some((c) => c.mark === NOT_ESTIMABLE)))!;
    expect(table.notes.join(' ')).toContain('utfallet är lika för alla');
    const sizes = tables[1]!.notes.find((n) => n.startsWith('Antal observationer'))!;
    const ns = cellRows(tables[1]!).flatMap((r) =>
      r.cells.filter((c) => c.mark !== NOT_ESTIMABLE).map((c) => c.n!),
    );
    expect(sizes).toContain(`${Math.min(...ns)}–${Math.max(...ns)}`);
    expect(tables[1]!.notes.join(' ')).toContain('75:e percentilen');
  });

  test('print the rule that was used, not the default', () => {
    const { specification } = results;
    const other: Results = {
      ...results,
      specification: {
        ...specification,
        peers: { ...specification.peers, comparison: '>=', percentile: 90, quantileType: 6 },
      },
    };
    const notes = buildTables(other, null, 'en')
      .find((t) => t.id === 'table-03')!
      .notes.join(' ');
    expect(notes).toContain('at or above the 90th percentile');
    expect(notes).toContain('quantile type 6');
  });

  test('describe each cell in words', () => {
    const cell = cellRows(tables[1]!)[0]!.cells.find((c) => c.mark !== NOT_ESTIMABLE)!;
    expect(cell.description).toMatch(
      /skattning .*; 95 % konfidensintervall .* till .*; p [=<] 0,.*; n = \d+; .* i bilagan: /,
    );
  });

  test('translate their labels', () => {
    const english = buildTables(results, comparison, 'en')[0]!;
    expect(english.title).toBe('Table 2. Elderly care: differences between groups of municipalities, anova');
    expect(cellRows(english)[0]!.label).toBe('Internal coordination');
  });

  test('are the same every time', () => {
    expect(JSON.stringify(buildTables(results, comparison, 'sv'))).toBe(JSON.stringify(tables));
  });
});

describe('parts of the appendix', () => {
  test('one indicator gives its rows only, without comparison no published marks', () => {
    const some = results.estimates.filter(
      (e) => e.indicator === 'eb-isu' && e.table === 8 && e.column !== '2017',
    );
    const [table, ...more] = buildTables({ ...results, estimates: some }, null, 'sv');
    expect(more).toEqual([]);
    expect(cellRows(table!).map((r) => r.label)).toEqual(['Individbaserad systematisk uppföljning']);
    expect(cellRows(table!)[0]!.cells.every((c) => c.published === null && c.category === null)).toBe(true);
    expect(table!.columns).not.toContain('2017');
  });

  test('a cell that a row lacks is marked as not computed, never blank', () => {
    const some = results.estimates.filter(
      (e) => e.table === 8 && !(e.indicator === 'eb-isu' && e.column === '2017'),
    );
    const row = cellRows(buildTables({ ...results, estimates: some }, null, 'sv')[0]!).find((r) =>
      r.label.startsWith('Individ'),
    )!;
    expect(row.cells.find((c) => c.column === '2017')).toMatchObject({
      mark: NOT_ESTIMABLE,
      id: null,
      reason: 'not-computed',
    });
  });

  test('no estimates give no tables', () => {
    expect(buildTables({ ...results, estimates: [] }, null, 'sv')).toEqual([]);
  });
});

describe('tables of other panels', () => {
  const cell = (table: string, row: string, group: string | null, column: string) =>
    estimate({ id: `${table}/${row}/${column}`, model: 'users', area: 'skola', indicator: row, row, group, table, column, mark: '+', p: 0.07, estimate: 1, n: 20 }); // prettier-ignore
  const estimates = [
    cell('users:skola', 'a', 'G', '2019'),
    cell('users:skola', 'b', null, '2019'),
    cell('users:skola', 'c', 'G', '2019'),
    cell('users:skola', 'a', 'G', 'totalt'),
    cell('users:skola', 'a', 'G', '2021'),
    cell('users:Skola', 'a', null, '2019'),
  ];
  const [first, second] = buildTables({ ...results, estimates }, null, 'sv');

  test('keep their own rows, groups together, columns and years', () => {
    expect(first!.rows.map((r) => (r.kind === 'group' ? `# ${r.text}` : r.label))).toEqual([
      '# G',
      'a',
      'c',
      'b',
    ]);
    expect(first!.columns).toEqual(['2019', 'totalt', '2021']);
    expect(first!.headerRows[0]!.map((h) => h.text)).toEqual(['', '2019', 'Totalt 2019–21', '2021']);
  });

  test('have names that differ and are safe as file names', () => {
    expect([first!.id, second!.id]).toEqual(['table-users-skola', 'table-users-skola-2']);
    expect(slug('../Äldre & Barn\u0000')).toBe('aldre-barn');
    expect(slug('///')).toBe('x');
  });
});

describe('grids', () => {
  test('agreement has one row per scope with counts and kappa', () => {
    const grid = agreementGrid(comparison, true, 'sv');
    expect(grid.rows).toHaveLength(comparison.agreement.length);
    for (const row of grid.rows) expect(row).toHaveLength(grid.head.length);
    expect(Number(grid.rows[0]![1])).toBe(
      comparison.cells.filter((c) => c.category !== 'not-comparable').length,
    );
    expect(grid.rows[0]![2]).toBe(String(comparison.agreement[0]!.counts.same));
  });

  test('agreement without anything to compare shows dashes', () => {
    const counts = {
      same: 0,
      'other-level': 0,
      'only-computed': 0,
      'only-published': 0,
      opposite: 0,
      'not-comparable': 3,
    };
    const grid = agreementGrid({ cells: [], agreement: [{ scope: 'all', cells: 0, counts, observed: null, expected: null, kappa: null }] }, false, 'en'); // prettier-ignore
    expect(grid.rows[0]!.slice(-3)).toEqual(['—', '—', '—']);
  });

  test('composition shows both means, and one row with the reason where an area was refused', () => {
    const [refused, shown] = compositionGrids(results, 'sv');
    expect(refused!.rows).toEqual([
      ['Alla kännetecken', 'för få icke-användare', '', '', '', '', '200', '5'],
    ]);
    expect(shown!.rows[0]).toEqual([
      'Folkmängd',
      '45\u202f000,2',
      '32\u202f654,6',
      '+12\u202f345,6',
      '+0,31',
      '0,0300',
      '150',
      '60',
    ]);
    for (const row of shown!.rows) expect(row).toHaveLength(shown!.head.length);
  });
});
