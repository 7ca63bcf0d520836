import { describe, expect, test } from 'vitest';
import { estimate } from '../../analysis/estimate.js';
import { float64, int32 } from '../../analysis/frames/data-table.js';
import {
  type CellValue,
  type DataTable,
  estimatesTable,
  panelTable,
  rowsTable,
} from '../../analysis/frames/index.js';
import { buildPanel } from '../../analysis/panel/panel.js';
import { defaultSpecification as spec } from '../../analysis/specification.js';
import { withValue } from '../../analysis/assumptions.js';
import { UsageError } from '../../data/problems.js';
import { dataFolder } from '../fixtures/data-folder.js';

const column = (table: DataTable, name: string): readonly CellValue[] =>
  table.columns.find((c) => c.name === name)!.values;

const records = (table: DataTable) =>
  Array.from({ length: table.length }, (_, i) =>
    Object.fromEntries(table.columns.map((c) => [c.name, c.values[i]])),
  );

const panel = buildPanel(
  dataFolder({
    units: [
      { id: '0114', groups: { lan: 'Stockholms län' }, covariates: { folkmangd: 43891 } },
      { id: '0180-bromma', covariates: { folkmangd: null } },
    ],
    indicators: [
      { id: 'ja', area: 'skola' },
      { id: 'tid', area: 'fritid', type: 'count', better: 'lower', label: 'Tid, "dagar" <b>' },
    ],
    answers: [
      ['0114', 2016, 'ja', 1],
      ['0114', 2016, 'tid', 12.5],
      ['0114', 2018, 'ja', 'bortfall'],
      ['0180-bromma', 2018, 'tid', 0],
    ],
    users: { skola: { '0114': 'user', '0180-bromma': 'non-user' } },
  }),
);

describe('a panel as a table', () => {
  const table = panelTable(panel, spec);

  test('has one row per unit, calendar year and indicator, in this order', () => {
    expect(records(table).map((r) => [r.unit, r.year, r.indicator])).toEqual(
      ['0114', '0180-bromma'].flatMap((unit) =>
        [2016, 2017, 2018].flatMap((year) => ['ja', 'tid'].map((id) => [unit, year, id])),
      ),
    );
  });

  test('has the answer, its score on the indicator’s own scale, or the reason of neither', () => {
    const cells = records(table).map((r) => [r.answer, r.score, r.reason]);
    expect(cells.slice(0, 6)).toEqual([
      [1, 100, null],
      [12.5, 12.5, null],
      [null, null, 'ej-samlad'],
      [null, null, 'ej-samlad'],
      [null, null, 'bortfall'],
      [null, null, 'ej-samlad'],
    ]);
    // Lower is better: the models turn the sign, and turned back a 0 must not be a negative zero.
    expect(cells.at(-1)).toEqual([0, 0, null]);
  });

  test('scores by the specification', () => {
    const partly = buildPanel(
      dataFolder({
        units: [{ id: '0114' }],
        indicators: [{ id: 'eb-audit', area: 'ekonomiskt-bistand' }],
        answers: [['0114', 2016, 'eb-audit', 0.5]],
      }),
    );
    const score = (value: string) =>
      column(panelTable(partly, withValue(spec, 'outcomes.partial', value)), 'score');
    expect(score('half')).toEqual([50]);
    expect(score('yes-or-partial')).toEqual([100]);
  });

  test('has unit as text, groups, covariates and the indicator’s direction', () => {
    expect(records(table)[1]).toMatchObject({
      synthetic: false,
      unit: '0114',
      lan: 'Stockholms län',
      kommungrupp: null,
      folkmangd: 43891,
      label: 'Tid, "dagar" <b>',
      area: 'fritid',
      type: 'count',
      better: 'lower',
    });
    expect(column(table, 'folkmangd').slice(6)).toEqual([null, null, null, null, null, null]);
  });

  test('has the user status of the row’s area and of every area, or neither', () => {
    expect(records(table).map((r) => [r.user_status, r['user.skola']]).slice(0, 2)).toEqual([
      ['user', 'user'],
      [null, 'user'],
    ]); // prettier-ignore
    const without = panelTable(panel, spec, { userStatus: false });
    expect(without.columns.filter((c) => c.name.startsWith('user'))).toEqual([]);
  });

  test('refuses a covariate with the name of another column', () => {
    const clash = buildPanel(
      dataFolder({
        units: [{ id: 'a', covariates: { year: 3 } }],
        indicators: [{ id: 'x', area: 'skola' }],
        answers: [['a', 2016, 'x', 1]],
      }),
    );
    expect(() => panelTable(clash, spec)).toThrow(/two columns "year".*rename/);
  });
});

describe('estimates as a table', () => {
  test('refuse to be a table that does not say whether they are synthetic', () => {
    expect(() => estimatesTable([], undefined as never)).toThrow(
      'estimatesTable: found undefined for synthetic; expected true or false: panel.synthetic',
    );
  });

  test('have the contract’s fields in its order, after synthetic', () => {
    const one = estimate({ id: 'a', model: 'users' });
    const names = estimatesTable([one], true).columns.map((c) => c.name);
    expect(names).toHaveLength(Object.keys(one).length + 1);
    expect(new Set(names)).toEqual(new Set(['synthetic', ...Object.keys(one)]));
  });

  test('keep null, no mark and a table’s number as text apart', () => {
    const table = estimatesTable(
      [
        estimate({ id: 'a', model: 'users', table: 8, mark: '', p: 0.2, extra: { a: [1, null] } }),
        estimate({ id: 'b', model: 'users', table: 'users:skola', status: 'not-estimable' }),
      ],
      false,
    );
    expect(column(table, 'mark')).toEqual(['', null]);
    expect(column(table, 'table')).toEqual(['8', 'users:skola']);
    expect(column(table, 'p')).toEqual([0.2, null]);
    expect(column(table, 'extra')).toEqual(['{"a":[1,null]}', '{}']);
  });
});

describe('columns of numbers', () => {
  test('have null for NaN, and refuse what is infinite', () => {
    expect(float64('x', [1, NaN, null]).values).toEqual([1, null, null]);
    expect(() => float64('x', [1, Infinity])).toThrow(/column "x", row 2: found Infinity; expected a finite/);
  });

  test('of whole numbers refuse others, and those beyond 32 bits', () => {
    expect(int32('n', [2 ** 31 - 1, null, -(2 ** 31)]).values).toHaveLength(3);
    for (const value of [2 ** 31, 0.5, NaN, Infinity])
      expect(() => int32('n', [value])).toThrow(/column "n", row 1: found .*expected a whole number/);
  });
});

describe('rows as a table', () => {
  test('have the types of their values, whatever is missing or comes late', () => {
    const table = rowsTable('rows', [
      { unit: '0114', n: 1, y: null, ok: true },
      { unit: '0115', n: undefined, y: 0.5, ok: null, late: 'x', never: null },
    ]);
    expect(table.columns.map((c) => [c.name, c.type, ...c.values])).toEqual([
      ['unit', 'text', '0114', '0115'],
      ['n', 'int32', 1, null],
      ['y', 'float64', null, 0.5],
      ['ok', 'boolean', true, null],
      ['late', 'text', null, 'x'],
      ['never', 'float64', null, null],
    ]);
  });

  test('take any name of a column', () => {
    const row = JSON.parse('{"__proto__": 1, "constructor": 2, "": 3}') as Record<string, number>;
    expect(rowsTable('rows', [row]).columns.map((c) => [c.name, c.values[0]])).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
      ['', 3],
    ]);
  });

  test.each([
    ['a column of two types', [{ y: 1 }, { y: 'x' }], /column "y", row 2: found "x"; expected a number/],
    ['a blank among numbers', [{ y: 1 }, { y: '' }], /row 2: found ""; .*make a blank cell null/],
    [
      'a code as a number',
      [{ unit: 114 }],
      /column "unit", row 1: found 114; expected a code as text, "0114"/,
    ],
    ['a date', [{ d: new Date(0) }], /found a date; .*write a date as text/],
    ['a list', [{ d: [1] }], /found a list; expected text, a number/],
    ['what is no row', [7], /row 1: found 7; expected an object/],
    ['an infinite number', [{ y: -Infinity }], /column "y", row 1: found -Infinity/],
  ])('refuse %s', (_, rows, message) => {
    expect(() => rowsTable('rows', rows as never)).toThrow(UsageError);
    expect(() => rowsTable('rows', rows as never)).toThrow(message);
  });
});
