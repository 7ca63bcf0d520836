import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { estimate } from '../../analysis/estimate.js';
import { buildTables } from '../../reports/tables/build.js';
import { comparisonCsv, csv, estimatesCsv, tableCsv } from '../../reports/tables/csv.js';
import { agreementGrid, compositionGrids } from '../../reports/tables/grids.js';
import { markdownGrid, markdownTable } from '../../reports/markdown/table.js';
import { markdownText } from '../../reports/markdown/text.js';
import { cellRows, type Table } from '../../reports/tables/table.js';
import { terminalGrid, terminalTable } from '../../reports/tables/terminal.js';
import { pad, textWidth, wrap } from '../../reports/tables/text-width.js';
import { fixtureComparison, fixtureResults } from './fixture.js';

const results = fixtureResults();
const comparison = fixtureComparison(results);
const tables = buildTables(results, comparison, 'sv');
const read = (text: string) =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });

describe('terminal', () => {
  test.each([60, 80, 120, 200])('no line is wider than %i columns', (width) => {
    for (const table of tables)
      for (const line of terminalTable(table, { lang: 'sv', width, colour: false }).split('\n'))
        expect(textWidth(line)).toBeLessThanOrEqual(width);
    for (const grid of [agreementGrid(comparison, true, 'sv'), ...compositionGrids(results, 'sv')])
      for (const line of terminalGrid(grid, { lang: 'sv', width, colour: false }).split('\n'))
        expect(textWidth(line)).toBeLessThanOrEqual(width);
  });

  test('every cell of a wide terminal stands under its head, published mark beside it', () => {
    const table = tables.find((t) => t.id === 'table-08')!;
    const lines = terminalTable(table, { lang: 'sv', width: 200, colour: false }).split('\n');
    const head = lines.find((l) => l.includes('2016–20'))!;
    const row = cellRows(table).find((r) => r.label === 'Extern samverkan')!;
    const line = lines.find((l) => l.startsWith('Extern samverkan'))!;
    for (const c of row.cells.filter((x) => /^20\d\d$/.test(x.column))) {
      const at = head.indexOf(c.column, head.indexOf('2016–20') + 7);
      const shown = line.slice(at, at + 8).trim();
      const own = c.mark.replaceAll('-', '−');
      const published = c.published === '' ? ' ' : c.published!.replaceAll('-', '−');
      expect(shown).toBe(own === '' && c.published === '' ? '' : `${own.padEnd(2)} (${published})`.trim());
    }
  });

  test('colours only when told so, and then changes nothing else', () => {
    const plain = terminalTable(tables[0]!, { lang: 'sv', width: 120, colour: false });
    const coloured = terminalTable(tables[0]!, { lang: 'sv', width: 120, colour: true });
    // eslint-disable-next-line no-control-regex
    const codes = /\u001b\[[0-9;]*m/g;
    expect(plain).not.toMatch(codes);
    expect(coloured).toMatch(codes);
    expect(coloured.replace(codes, '').replace(/ +$/gm, '')).toBe(plain.replace(/ +$/gm, ''));
  });

  test('says first that data are synthetic, and nothing where they are not', () => {
    const real = buildTables(fixtureResults({ synthetic: false }), null, 'sv')[0]!;
    expect(terminalTable(tables[0]!, { lang: 'sv', width: 80, colour: false })).toMatch(/^ SYNTETISKA DATA /);
    expect(terminalTable(real, { lang: 'sv', width: 80, colour: false }).toLowerCase()).not.toContain(
      'synteti',
    );
  });

  test('control and direction characters of a label never reach the terminal', () => {
    const odd: Table = {
      ...tables[0]!,
      rows: [
        { kind: 'row', label: 'a\u001b[2Jb\u202ec\nd', group: null, cells: cellRows(tables[0]!)[0]!.cells },
      ],
    };
    // eslint-disable-next-line no-control-regex
    expect(terminalTable(odd, { lang: 'sv', width: 80, colour: false })).not.toMatch(/[\u001b\u202e]/);
  });

  test('counts Swedish letters once, however they are encoded', () => {
    expect(textWidth('Äldreomsorg')).toBe(11);
    expect(textWidth('A\u0308ldreomsorg')).toBe(11);
    expect(textWidth('日本')).toBe(4);
    expect(pad('å', 3, 'right')).toBe('  å');
    expect(wrap('ett mycketlångtord till', 6)).toEqual(['ett', 'mycket', 'långto', 'rd', 'till']);
  });
});

describe('Markdown', () => {
  test('has one line per row with as many cells as heads', () => {
    for (const table of tables) {
      const lines = markdownTable(table, 'sv')
        .split('\n')
        .filter((l) => l.startsWith('|'));
      expect(lines).toHaveLength(table.rows.length + 2);
      for (const line of lines) expect(line.split(/(?<!\\)\|/)).toHaveLength(table.columns.length + 3);
    }
    expect(markdownGrid(agreementGrid(comparison, true, 'sv'), 'sv')).toContain('| Alla tabeller |');
  });

  test('escapes markup of labels and keeps marks as text', () => {
    expect(markdownText('<b>|`**x**`\n[a](b)')).toBe('\\<b\\>\\|\\`\\*\\*x\\*\\*\\` \\[a\\](b)');
    expect(markdownTable(tables[0]!, 'sv')).toContain('\\*\\*');
  });
});

describe('CSV', () => {
  test('quotes what must be quoted and ends lines as RFC 4180 says', () => {
    expect(csv([['a', 'b,c', 'd"e', 'f\ng', 1.5, null, true]])).toBe('a,"b,c","d""e","f\ng",1.5,,true\r\n');
  });

  test('guards free text against formulas, and nothing else', () => {
    expect(
      csv([
        [
          { free: '=1+1' },
          { free: '@x' },
          { free: '-a' },
          { free: '+b' },
          { free: '\tc' },
          { free: 'd=' },
          '++',
          '--',
          -0.5,
        ],
      ]),
    ).toBe("'=1+1,'@x,'-a,'+b,'\tc,d=,++,--,-0.5\r\n");
  });

  test('numbers that are none are empty', () => {
    expect(csv([[NaN, Infinity, -Infinity, undefined]])).toBe(',,,\r\n');
  });

  test('every estimate is read back with its numbers in full precision', () => {
    const { data, errors } = read(estimatesCsv(results.estimates));
    expect(errors).toEqual([]);
    expect(data).toHaveLength(results.estimates.length);
    results.estimates.forEach((e, i) => {
      const row = data[i]!;
      expect(row['id']).toBe(e.id);
      expect(row['mark']).toBe(e.mark ?? '');
      for (const field of ['estimate', 'se', 'p', 'ciLow', 'n', 'df'] as const)
        expect(row[field] === '' ? null : Number(row[field])).toBe(e[field]);
    });
    const anova = data[results.estimates.findIndex((e) => e.model === 'anova' && e.mark !== null)]!;
    expect(Number(anova['extra.permutation.permutations'])).toBe(999);
    const trend = data.find((row) => row['column'] === 'trend')!;
    expect(JSON.parse(trend['extra']!)).toHaveProperty('lines.theilSen.slope');
    expect(trend['extra.label.sv']).not.toBe('');
  });

  test('labels of a panel that look like formulas are guarded', () => {
    const text = estimatesCsv([
      estimate({ id: 'x', model: 'users', row: '=cmd|calc', group: '@g', extra: { note: '=1' } }),
    ]);
    const [row] = read(text).data;
    expect([row!['row'], row!['group'], row!['extra.note']]).toEqual(["'=cmd|calc", "'@g", "'=1"]);
  });

  test('a table keeps mark, published mark and n of every cell', () => {
    for (const table of tables) {
      const rows = Papa.parse<string[]>(tableCsv(table, 'sv'), { skipEmptyLines: true }).data;
      cellRows(table).forEach((row, i) => {
        expect(rows[i + 1]).toEqual([
          row.group ?? '',
          row.label,
          ...row.cells.flatMap((c) => [c.mark, c.published ?? '', String(c.n)]),
        ]);
      });
      expect(new Set(rows[0]).size).toBe(rows[0]!.length);
    }
  });

  test('the comparison is read back cell by cell', () => {
    const { data } = read(comparisonCsv(comparison));
    expect(data.map((row) => [row['id'], row['computed'], row['published'], row['category']])).toEqual(
      comparison.cells.map((c) => [c.id, c.computed ?? '', c.published.join('/'), c.category]),
    );
  });
});
