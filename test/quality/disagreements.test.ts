import { describe, expect, test } from 'vitest';
import type { Conflict, RawFolder, TableName } from '../../data/imports/raw-folder.js';
import { disagreements } from '../../analysis/quality/disagreements.js';

const source = (id: string, name: string) => ({
  id, name, kind: 'csv' as const, sha256: id, bytes: 1, time: '2021-06-17T12:00:00Z', attribution: '',
}); // prettier-ignore

const key = (unit: string, year: number, id: string) => [unit, year, id].join('\t');
const answer = (unit: string, year: number, indicator: string, value: string, reason = '') => ({
  unit, year: String(year), indicator, answer: value, reason,
}); // prettier-ignore
const conflict = (table: TableName, at: string, from: string, row: object): Conflict => ({
  table, key: at, source: from, place: 'A1', row: JSON.stringify(row),
}); // prettier-ignore

function folder(conflicts: readonly Conflict[]): RawFolder {
  const kept = [
    answer('0114', 2018, 'x', '45'),
    answer('0115', 2018, 'x', '50'),
    answer('0114', 2018, 'y', 'Ja'),
  ];
  const answers = new Map(kept.map((r) => [key(r.unit, 2018, r.indicator), r]));
  const flag = { unit: '0114', area: 'skola', quality_development: '1', not_used: '0' };
  const none = () => new Map<string, never>();
  return {
    tables: {
      'units.csv': none(),
      'indicators.csv': none(),
      'answers.csv': answers,
      'survey.csv': new Map([['0114\tskola', flag]]),
      'care-units.csv': none(),
    },
    origins: {
      'units.csv': none(),
      'indicators.csv': none(),
      'answers.csv': new Map([...answers.keys()].map((k) => [k, { source: 'aaa', place: 'B2' }])),
      'survey.csv': none(),
      'care-units.csv': none(),
    },
    files: new Set(),
    conflicts,
    sources: [source('aaa', 'bok.xlsx'), source('bbb', 'Kolada')],
  };
}

describe('disagreement between sources', () => {
  test('is counted by value, with the largest difference first and the names of the sources', () => {
    const { found, problems } = disagreements(
      folder([
        conflict('answers.csv', key('0114', 2018, 'x'), 'bbb', answer('0114', 2018, 'x', '47')),
        conflict('answers.csv', key('0115', 2018, 'x'), 'bbb', answer('0115', 2018, 'x', '40')),
        conflict('answers.csv', key('0114', 2018, 'y'), 'bbb', answer('0114', 2018, 'y', '', 'bortfall')),
      ]),
    );
    expect(problems).toEqual([]);
    expect(found.byIndicator).toMatchObject([
      {
        id: 'x',
        cells: 2,
        largest: 10,
        examples: [
          {
            unit: '0115',
            kept: '50',
            keptSource: 'bok.xlsx',
            other: '40',
            otherSource: 'Kolada',
            difference: -10,
          },
          { unit: '0114', difference: 2 },
        ],
      },
      { id: 'y', cells: 1, largest: null, examples: [{ kept: 'Ja', other: 'bortfall', difference: null }] },
    ]);
    expect(found.bySource).toEqual([{ kept: 'bok.xlsx', other: 'Kolada', rows: 3 }]);
  });
  test('that is none any more is settled, and two sources on one value are one value', () => {
    const { found } = disagreements(
      folder([
        conflict('answers.csv', key('0114', 2018, 'x'), 'bbb', answer('0114', 2018, 'x', '45.0')),
        conflict('answers.csv', key('0115', 2018, 'x'), 'bbb', answer('0115', 2018, 'x', '40')),
        conflict('answers.csv', key('0115', 2018, 'x'), 'ccc', answer('0115', 2018, 'x', '41')),
      ]),
    );
    expect(found).toMatchObject({ rows: 3, settled: 1, byIndicator: [{ id: 'x', cells: 1, largest: 10 }] });
    expect(found.bySource).toHaveLength(2);
  });
  test('on the survey’s flags is a count and nothing else', () => {
    const row = { unit: '0114', area: 'skola', quality_development: '0', not_used: '1' };
    const { found } = disagreements(folder([conflict('survey.csv', '0114\tskola', 'bbb', row)]));
    expect(found).toMatchObject({ byTable: [{ table: 'survey.csv', rows: 1 }], byIndicator: [] });
    expect(JSON.stringify(found)).not.toContain('0114');
  });
  test('rows that cannot be read are listed, without quoting what may be a flag', () => {
    const { found, problems } = disagreements(
      folder([
        { table: 'survey.csv', key: '0114\tskola', source: 'bbb', place: '', row: '{"not_used": "1"' },
        { table: 'annat.csv' as TableName, key: '', source: '', place: '', row: '{}' },
        {} as Conflict,
      ]),
    );
    expect(problems.map((p) => [p.code, p.row, p.column])).toEqual([
      ['unreadable-conflict', 2, 'row'],
      ['unreadable-conflict', 3, 'table'],
      ['unreadable-conflict', 4, 'table'],
    ]);
    expect(JSON.stringify(problems)).not.toContain('not_used');
    expect(found.byTable).toEqual([]);
  });
});
