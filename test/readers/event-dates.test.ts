import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError, type Problem } from '../../data/problems.js';
import { readEventDates } from '../../data/readers/event-dates.js';
import type { UnitRecord } from '../../data/records.js';

const units = ['0114', '0115', '0180-bromma', '1480'].map((id) => ({ id }) as UnitRecord);
const folder = mkdtempSync(join(tmpdir(), 'oj-dates-'));
let files = 0;

function read(text: string, others?: 'never') {
  const file = join(folder, `d${files++}.csv`);
  writeFileSync(file, text);
  return readEventDates(file, units, others);
}

function problemsOf(text: string, others?: 'never'): readonly Problem[] {
  try {
    read(text, others);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('a file of dates', () => {
  test('gives every unit its first year, or null where the cell is empty', () => {
    const { dates, assumedNever, input, warnings } = read(
      '\uFEFFUnit;Year\r\n0114;2018\r\n1480; \r\n"0180-bromma";2019\r\n0115;\r\n',
    );
    expect([...dates]).toEqual([
      [0, 2018],
      [1, null],
      [2, 2019],
      [3, null],
    ]);
    expect({ assumedNever, warnings }).toEqual({ assumedNever: 0, warnings: [] });
    expect(input).toMatchObject({ rows: 4, delimiter: ';' });
    expect(input.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('names every cell that is wrong, and never takes 114 for 0114', () => {
    const found = problemsOf(
      'unit,year\n114,2018\n0114,18\n0115,2018-01-01\n0115,2019\n,2018\n<script>,2018\n1480,2018.5\n',
    );
    expect(found.map((p) => [p.code, p.row, p.column])).toEqual([
      ['lost-leading-zero', 2, 'unit'],
      ['not-a-year', 3, 'year'],
      ['not-a-year', 4, 'year'],
      ['duplicate-unit', 5, 'unit'],
      ['empty-code', 6, 'unit'],
      ['unknown-unit', 7, 'unit'],
      ['not-a-year', 8, 'year'],
    ]);
    expect(found[0]).toMatchObject({ found: '"114"', cure: expect.stringContaining('write 0114') as string });
    expect(found[3]!.found).toContain('row 4 has already');
  });

  test('must list every unit, unless the others are said to be never', () => {
    const text = 'unit,year\n0114,2018\n';
    expect(problemsOf(text)).toMatchObject([
      { code: 'unlisted-units', row: null, found: 'no row for 3 of 4 units: "0115", "0180-bromma", "1480"' },
    ]);
    expect(problemsOf(text)[0]!.cure).toContain('--others never');
    const { dates, assumedNever } = read(text, 'never');
    expect([...dates.values()]).toEqual([2018, null, null, null]);
    expect(assumedNever).toBe(3);
    expect(problemsOf('unit,year\n9999,2018\n', 'never')).toMatchObject([{ code: 'unknown-unit' }]);
  });

  test('warns of other columns, and says which are missing', () => {
    const all = '0114,2018,a\n0115,,b\n0180-bromma,,c\n1480,,d\n';
    expect(read(`unit,year,note\n${all}`).warnings).toMatchObject([{ code: 'unknown-column', column: 'note' }]);
    expect(problemsOf('kommun,year\n0114,2018\n')).toMatchObject([{ code: 'missing-column', column: 'unit' }]);
    expect(problemsOf('')).toMatchObject([{ code: 'empty-file' }]);
  }); // prettier-ignore

  test('is not the survey, which has no dates', () => {
    expect(() => read('unit,area,quality_development,not_used\n0114,skola,1,0\n')).toThrow(
      /tells who used öppna jämförelser in 2019, not since when/,
    );
    expect(() => readEventDates(join(folder, 'none.csv'), units)).toThrow('no such file');
  });
});
