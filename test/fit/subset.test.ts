import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSubset, subsetRows } from '../../analysis/fit/subset.js';
import { UsageError } from '../../data/problems.js';
import { frameOf } from './frame.js';

const frame = frameOf({
  year: [2016, 2017, 2018, ''],
  lan: ['Skåne län', 'Kalmar län', '', 'Skåne län'],
  x: ['1,5', '-2', 'text', '4'],
  'andel 65+': [1, 2, 3, 4],
});
const rows = (text: string) => subsetRows(frame, text).flatMap((chosen, r) => (chosen ? [r] : []));

describe('--subset', () => {
  test.each([
    ['year >= 2017', [1, 2]],
    ['year >= 2016 & lan == "Skåne län"', [0]],
    ["lan != 'Kalmar län'", [0, 3]],
    ['x < -1.5', [1], 'year == 2017 & '],
    ['x == 1.5', [0], 'year == 2016 & '],
    ['year == 2016 | year == 2018', [0, 2]],
    ['year == 2016 | year > 2016 & lan == "Kalmar län"', [0, 1]],
    ['(year == 2016 | year > 2016) & lan == "Kalmar län"', [1]],
    ['!(year == 2016)', [1, 2]],
    ['!year == 2016 & `andel 65+` < 3', [1]],
    ['lan == ""', [2]],
    ['lan != ""', [0, 1, 3]],
    ['year > 2016 | lan == "Skåne län"', [0, 1, 2, 3]],
  ] as [string, number[], string?][])('%s', (text, expected, before = '') => {
    expect(rows(before + text)).toEqual(expected);
  });

  test.each([
    ['', '^', 'found the end at character 1, expected a column, ! or ('],
    ['year', '    ^', 'expected one of == != < <= > >='],
    ['year = 2017', '     ^', 'found "=" at character 6, expected one of =='],
    ['year >= ', '        ^', 'expected a number, or a text between quotes'],
    ['year == x', '        ^', 'found "x" at character 9, expected a number, or a text'],
    ['lan > "K"', '    ^', 'found ">" at character 5, expected == or != before a text'],
    ['(year > 1', '         ^', 'expected &, | or )'],
    ['year > 1 lan', '         ^', 'expected &, | or the end'],
    ['year > 1 && x > 1', '          ^', 'found "&" at character 11, expected a column'],
    ['lan == "Skåne', '       ^', 'found """ at character 8, expected a closing "'],
    ['yaer > 1', '^', 'no column "yaer"; there are: year, lan, x, andel 65+; did you mean "year"?'],
    [`${'!'.repeat(501)}x > 1`, null, 'expected at most 500 conditions'],
  ])('%j is wrong, and where', (text, caret, expected) => {
    expect(() => subsetRows(frame, text)).toThrow(UsageError);
    expect(() => subsetRows(frame, text)).toThrow(expected);
    if (caret === null) return;
    expect(() => subsetRows(frame, text)).toThrow(`\n  ${text}\n  ${caret}`);
  });

  test('text in a column compared with a number is an error that names the row', () => {
    expect(() => rows('x > 3')).toThrow(
      'd.csv, row 4, column x: found "text"; expected a number; write the value',
    );
  });

  test('a subset without rows is an error', () => {
    expect(() => rows('year > 2030')).toThrow('--subset: no row of d.csv fulfils year > 2030');
  });

  test('throws nothing but a UsageError', () => {
    const part = fc.constantFrom(
      'x',
      '==',
      '!=',
      '<',
      '=',
      '1',
      '"a"',
      "'",
      '&',
      '|',
      '!',
      '(',
      ')',
      '-',
      ' ',
      '`',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join(' ')),
        ),
        (text) => {
          try {
            parseSubset(text);
          } catch (error) {
            expect(error).toBeInstanceOf(UsageError);
          }
        },
      ),
    );
  });
});
