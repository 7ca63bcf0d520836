import { describe, expect, test } from 'vitest';
import { parseFormula } from '../../analysis/fit/formula.js';

const message = (text: string): string => {
  try {
    parseFormula(text);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error(`${text} was accepted`);
};

describe('parseFormula', () => {
  test('reads response, terms, factors and absorbed effects', () => {
    expect(parseFormula('y ~ x1 + factor(g) | fe1 + fe2')).toMatchObject({
      response: 'y',
      intercept: true,
      terms: [
        { kind: 'number', column: 'x1' },
        { kind: 'factor', column: 'g' },
      ],
      effects: ['fe1', 'fe2'],
    });
  });

  test('takes the intercept away for 0 or - 1 and keeps it for 1', () => {
    expect(parseFormula('y ~ 0 + x').intercept).toBe(false);
    expect(parseFormula('y ~ x - 1').intercept).toBe(false);
    expect(parseFormula('y ~ x + 0').intercept).toBe(false);
    expect(parseFormula('y ~ 1 + x').intercept).toBe(true);
    expect(parseFormula('y ~ 1').terms).toEqual([]);
  });

  test('takes Swedish names and, between backticks, any name', () => {
    expect(parseFormula('`andel 65+` ~ län_kod + `a~b`')).toMatchObject({
      response: 'andel 65+',
      terms: [{ column: 'län_kod' }, { column: 'a~b' }],
    });
  });

  test.each([
    ['', 'found the end at character 1, expected the column to explain'],
    ['y', 'found the end at character 2, expected ~'],
    ['y ~', 'found the end at character 4, expected a column or factor(column)'],
    ['y ~ x +', 'found the end at character 8'],
    ['y ~ x | ', 'expected a column whose levels are absorbed'],
    ['y ~ factor(g', 'expected )'],
    ['y ~ factor()', 'found ")" at character 12, expected the column of factor()'],
    ['y ~ x $ z', 'found "$" at character 7'],
    ['y ~ x z', 'found "z" at character 7, expected +, | or the end'],
    ['y ~ x - z', 'expected 1 after "-"'],
    ['y ~ 2', 'expected 0, 1 or a column'],
  ])('points at the character where %j goes wrong', (text, expected) => {
    expect(message(text)).toContain(expected);
    expect(message(text).split('\n').at(-1)).toMatch(/^ *\^$/);
  });
});
