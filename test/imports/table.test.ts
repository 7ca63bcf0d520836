import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../../analysis/estimate.js';
import { sheetOfCsv } from '../../data/imports/csv-sheet.js';
import { draftMapping } from '../../data/imports/table/draft.js';
import { readTableMapping, type TableMapping } from '../../data/imports/table/mapping.js';
import { readTable } from '../../data/imports/table/read.js';
import { packageRoot } from '../../data/location.js';
import { oj, scratch } from '../command/oj.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const indicators: TableMapping['indicators'] = {
  value: { id: 'x', label: 'X', area: 'egen', type: 'share', better: 'higher' },
};
function read(text: string, mapping: Partial<TableMapping>) {
  const workbook = sheetOfCsv(bytes(text), 'tabell.csv');
  const whole = { unit: 'region', values: [], indicators, ...mapping };
  return readTable(workbook, workbook.sheets[0]!, whole, '2026-01-01T00:00:00.000Z');
}
const answers = (text: string, mapping: Partial<TableMapping>) =>
  read(text, mapping).imported.answers.map((a) => [a.unit, a.year, a.indicator, a.answer || a.reason]);

describe('a table by a mapping', () => {
  test('of SCB, wide by year below a title, counties and the nation left', () => {
    const text =
      'Tabell 1. Folkmängd\n\nregion;2018;2019\n00 Riket;1;2\n01 Stockholms län;1;2\n0114 Upplands Väsby;12,5;..\nGöteborg;-;40\n';
    const values = [2018, 2019].map((year) => ({ column: `${year}`, year, indicator: 'value' }));
    expect(answers(text, { values })).toEqual([
      ['0114', 2018, 'x', '12.5'],
      ['0114', 2019, 'x', 'undertryckt'],
      ['1480', 2018, 'x', 'bortfall'],
      ['1480', 2019, 'x', '40'],
    ]);
    expect(read(text, { values }).left).toEqual({ nation: 1, county: 1 });
    expect(read(text, { values }).imported.answers[0]!.place).toBe('rad 6, kolumn 2');
  });

  test('long, with a column of indicators and one that says why a value is missing', () => {
    const text =
      'region,ar,kpi,kon,varde,status\n0180,2018,value,T,1,\n0180,2019,value,T,,Privacy\n0180,2019,value,K,5,\n';
    const mapping = {
      year: 'ar',
      indicator: 'kpi',
      values: [{ column: 'varde' }],
      only: { kon: 'T' },
      status: 'status',
      missing: { Privacy: 'undertryckt' },
    } as const;
    expect(answers(text, mapping)).toEqual([
      ['0180', 2018, 'x', '1'],
      ['0180', 2019, 'x', 'undertryckt'],
    ]);
    expect(read(text, mapping).left).toEqual({ 'kon K': 1 });
  });

  test('of units of one’s own, with their groups', () => {
    const text = 'skola,ar,andel,stad\nA,2018,1,Nord\nB,2018,Ja,Syd\n';
    const { imported } = read(text, {
      unit: 'skola',
      year: 'ar',
      values: [{ column: 'andel', indicator: 'value' }],
      units: { lan: 'stad' },
    });
    expect(imported.units.map((u) => [u.unit, u.columns['lan']])).toEqual([
      ['A', 'Nord'],
      ['B', 'Syd'],
    ]);
    expect(imported.answers.map((a) => a.answer)).toEqual(['1', 'Ja']);
  });

  test('names what cannot be read with its row and column, and reads the rest', () => {
    const text =
      'region,ar,v\nLundd,2018,1\n1281,20x8,2\n1280,2018,mycket\n1282,2018,3\n1282,2018,4\n1283,2018,5\n';
    const { imported } = read(text, { year: 'ar', values: [{ column: 'v', indicator: 'value' }] });
    expect(imported.problems.map((p) => [p.row, p.column, p.code])).toEqual([
      [2, 'region', 'unknown-unit'],
      [3, 'ar', 'bad-year'],
      [4, 'v', 'bad-value'],
      [6, 'region', 'given-twice'],
    ]);
    expect(imported.problems[0]!.cure).toContain('1281 Lund');
    expect(imported.answers.map((a) => a.unit)).toEqual(['1282', '1283']);
  });

  test.each([
    [{ values: [{ column: 'v' }] }, 'no year'],
    [{ values: [{ column: 'v', year: 2018 }] }, 'no indicator'],
    [{ values: [{ column: 'v', year: 2018, indicator: 'y' }] }, 'indicator "y" is not among'],
    [{ values: [] }, 'field values: found []'],
    [{ value: 'v' }, 'field value is none of'],
    [
      { values: [{ column: 'v', year: 2018, indicator: 'value' }], missing: { x: 'borta' } },
      'an object of reasons',
    ],
    [
      { values: [{ column: 'v', year: 2018, indicator: 'value' }], indicators: { value: { id: 'x' } } },
      'field indicators',
    ],
  ])('refuses the mapping %j', (change, message) => {
    const mapping = { unit: 'region', indicators, ...change };
    expect(() => readTableMapping(JSON.stringify(mapping), 'm.json')).toThrow(`m.json: `);
    expect(() => readTableMapping(JSON.stringify(mapping), 'm.json')).toThrow(message);
  });

  test('that lacks a column names it and those there are', () => {
    expect(() =>
      read('region,a\n0180,1\n', { values: [{ column: 'b', year: 2018, indicator: 'value' }] }),
    ).toThrow('no column "b"; there are: region, a');
  });

  test('has a draft of its mapping that reads it', () => {
    const text = 'Kommun;2018;2019\nLund;120,5;3\nMalmö;1;2\n';
    const { sheets } = sheetOfCsv(bytes(text), 't.csv');
    const draft = draftMapping(sheets[0]!);
    expect(draft).toMatchObject({ unit: 'Kommun', indicators: { value: { type: 'count' } } });
    expect(answers(text, readTableMapping(JSON.stringify(draft), 'm.json'))).toHaveLength(4);
  });
});

const real = join(packageRoot(), '..', 'shared', 'real', 'kolada-5-kpis-2015-2021.csv');

describe('real values of Kolada', () => {
  test.skipIf(!existsSync(real))(
    'show level columns that are positive without any peers (uses ../shared/real, skipped where it is missing)',
    { timeout: 60_000 },
    () => {
      const cwd = scratch();
      expect(oj(['import', 'csv', real, '--write-mapping', 'm.json'], { cwd }).code).toBe(0);
      const draft = JSON.parse(readFileSync(join(cwd, 'm.json'), 'utf8')) as TableMapping;
      expect(Object.entries(draft.indicators).map(([k, v]) => [k, v.type])).toEqual([
        ['N00943', 'share'],
        ['N07907', 'share'],
        ['N09805', 'count'],
        ['N15428', 'share'],
        ['N15816', 'share'],
      ]);
      // Crowding: less is better.
      const mapping = {
        ...draft,
        attribution: 'Källa: Kolada',
        indicators: { ...draft.indicators, N07907: { ...draft.indicators['N07907']!, better: 'lower' } },
      };
      writeFileSync(join(cwd, 'm.json'), JSON.stringify(mapping));
      const run = oj(['import', 'csv', real, '--mapping', 'm.json', '--into', 'real'], { cwd });
      expect(run.stdout).toContain('10150 answers in 10150 rows');
      expect(run.code).toBe(0);
      expect(oj(['check', '--data', 'real'], { cwd }).code).toBe(0);
      const args = ['peers', '--data', 'real', '--by', 'lan', '--inference', 'full', '--json'];
      const { estimates } = JSON.parse(oj(args, { cwd }).stdout) as { estimates: Estimate[] };
      const level = estimates.filter((e) => e.outcome === 'level' && e.sample === 'all');
      // What the README says of them.
      expect(level.map((e) => e.mark)).toEqual(Array(10).fill('++'));
      const within = level.map((e) => (e.extra.unitEffects as { mark: string }).mark);
      expect(within.filter((m) => m.startsWith('+'))).toEqual([]);
    },
  );
});
