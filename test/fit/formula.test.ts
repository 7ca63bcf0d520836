import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFormula } from '../../analysis/fit/formula.js';
import { UsageError } from '../../data/problems.js';

const message = (text: string): string => {
  try {
    parseFormula(text);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  throw new Error(`${text} was accepted`);
};
const labels = (text: string): string[] => parseFormula(text).terms.map(({ label }) => label);

describe('parseFormula', () => {
  test('reads response, terms, factors and absorbed effects', () => {
    const formula = parseFormula('y ~ x1 + factor(g) | fe1 + fe2^fe3');
    expect(formula).toMatchObject({ response: { label: 'y' }, intercept: true });
    expect(labels('y ~ x1 + factor(g)')).toEqual(['x1', 'factor(g)']);
    expect(formula.effects.map(({ columns }) => columns.map(({ name }) => name))).toEqual([
      ['fe1'],
      ['fe2', 'fe3'],
    ]);
  });

  test('takes the intercept away for 0 or - 1 and keeps it for 1', () => {
    expect(parseFormula('y ~ 0 + x').intercept).toBe(false);
    expect(parseFormula('y ~ x - 1').intercept).toBe(false);
    expect(parseFormula('y ~ -1 + x').intercept).toBe(false);
    expect(parseFormula('y ~ x + 0').intercept).toBe(false);
    expect(parseFormula('y ~ 1 + x').intercept).toBe(true);
    expect(parseFormula('y ~ 1').terms).toEqual([]);
  });

  test('writes out products, orders terms by the number of their variables, and takes terms away', () => {
    expect(labels('y ~ a*b*c')).toEqual(['a', 'b', 'c', 'a:b', 'a:c', 'b:c', 'a:b:c']);
    expect(labels('y ~ a:b + c + b:a + c')).toEqual(['c', 'a:b']);
    expect(labels('y ~ b + a:b')).toEqual(['b', 'b:a']);
    expect(labels('y ~ a:a')).toEqual(['a']);
    expect(labels('y ~ a*b - a')).toEqual(['b', 'a:b']);
    expect(labels('y ~ a*b:c')).toEqual(['a', 'b:c', 'a:b:c']);
  });

  test('knows functions in terms and in the response, and writes them in one way', () => {
    expect(labels('y ~ I( x ^2 ) + log(x+1) + poly( x,2) + lag(x ,-1) + I(x^2)')).toEqual([
      'I(x^2)',
      'log(x+1)',
      'poly(x, 2)',
      'lag(x, -1)',
    ]);
    expect(parseFormula('log(y) ~ x').response.label).toBe('log(y)');
    expect(parseFormula('I(y / 100) ~ x').response.label).toBe('I(y/100)');
  });

  test('takes Swedish names and, between backticks, any name, also that of a function', () => {
    const { response } = parseFormula('`andel 65+` ~ län_kod + `a~b`');
    expect(response).toMatchObject({ label: 'andel 65+', value: { name: 'andel 65+' } });
    expect(labels('y ~ län_kod + `a~b` + log')).toEqual(['län_kod', 'a~b', 'log']);
    expect(labels('y ~ log(`andel 65+`)')).toEqual(['log(`andel 65+`)']);
    expect(labels('y ~ la\u0308n')).toEqual(['l\u00e4n']);
  });

  test('a*b is a + b + a:b, whatever the variables', () => {
    const variable = fc.constantFrom(
      'a',
      'b',
      'factor(g)',
      'log(x)',
      'I(a - 1)',
      'poly(x, 2)',
      'lag(a, 1)',
      '`é ü`',
    );
    fc.assert(
      fc.property(variable, variable, (a, b) => {
        const positions = (_: string, value: unknown) => (_ === 'at' ? 0 : value);
        const terms = (text: string) => JSON.stringify(parseFormula(text).terms, positions);
        expect(terms(`y ~ ${a}*${b}`)).toBe(terms(`y ~ ${a} + ${b} + ${a}:${b}`));
      }),
    );
  });

  test('throws nothing but a UsageError with a caret under the text', () => {
    const part = fc.constantFrom(
      ...['y', '~', 'x', '+', '-', '*', ':', '|', '^', '(', ')', ',', '1', '0', '2.5', '`', '"', ' '],
      ...['I(', 'log(', 'lag(', 'poly(', 'factor(', '/', '$', '\n', '😀', 'å', '1e999', '<='],
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(part, { maxLength: 25 }).map((parts) => parts.join('')),
      fc.array(part, { maxLength: 15 }).map((parts) => `y ~ ${parts.join(' ')}`),
    );
    fc.assert(
      fc.property(text, (formula) => {
        try {
          parseFormula(formula);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
          const lines = (error as Error).message.split('\n');
          expect(lines).toHaveLength(3);
          expect(lines[2]).toMatch(/^ {2} *\^$/);
          expect(lines[2]!.length).toBeLessThanOrEqual(Array.from(lines[1]!).length + 1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['parentheses', `y ~ I(${'('.repeat(50_000)}x`],
    ['minus signs', `y ~ I(${'-'.repeat(50_000)}x)`],
    ['summands', `y ~ I(x${'+x'.repeat(50_000)})`],
    ['powers', `y ~ I(x${'^x'.repeat(50_000)})`],
    ['products', `y ~ ${Array.from({ length: 40 }, (_, i) => `x${i}`).join('*')}`],
  ])('refuses too many %s', (_, text) => {
    expect(message(text)).toContain('expected at most');
  });

  test.each([
    ['', '^', 'found the end at character 1, expected the column to explain'],
    ['y', ' ^', 'found the end at character 2, expected ~'],
    ['y x', '  ^', 'found "x" at character 3, expected ~'],
    ['y ~', '   ^', 'found the end at character 4, expected a column or one of I()'],
    ['y ~ x +', '       ^', 'found the end at character 8'],
    ['y ~ x | ', '        ^', 'expected a column whose levels are absorbed'],
    ['y ~ x | g^', '          ^', 'expected a column whose levels are absorbed'],
    ['y ~ x | g:h', '         ^', 'found ":" at character 10, expected +, ^ or the end'],
    ['y ~ factor(g', '            ^', 'found the end at character 13, expected )'],
    ['y ~ factor()', '           ^', 'found ")" at character 12, expected the column of factor()'],
    ['y ~ factor(g) * ', '                ^', 'found the end at character 17'],
    ['y ~ x $ z', '      ^', 'found "$" at character 7'],
    ['y ~ `x', '    ^', 'found "`" at character 5, expected a closing `'],
    ['y ~ x z', '      ^', 'found "z" at character 7, expected +, -, :, *, | or the end'],
    ['y ~ x - z', '        ^', 'found "z" at character 9, expected a term that stands before it'],
    ['y ~ x - 0', '        ^', 'expected 1 or a term after "-"'],
    ['y ~ 2', '    ^', 'expected 0, 1 or a column'],
    ['y ~ 1:x', '     ^', 'found ":" at character 6'],
    ['y ~ sin(x)', '    ^', 'found "sin" at character 5, expected a column or one of I(), log()'],
    ['y ~ log(sin(x))', '        ^', 'found "sin" at character 9, expected a column, a number'],
    ['y ~ log(x', '         ^', 'expected an operator or )'],
    ['y ~ I(x +)', '         ^', 'found ")" at character 10, expected a column, a number, ('],
    ['y ~ I(factor(g))', '      ^', 'found "factor" at character 7'],
    ['y ~ I(1e999)', '      ^', 'found "1e999" at character 7'],
    ['y ~ poly(x)', '          ^', 'found ")" at character 11, expected a comma and the degree'],
    ['y ~ poly(x, 0)', '            ^', 'found "0" at character 13, expected a degree of at least 1'],
    ['y ~ poly(x, 1.5)', '            ^', 'found "1.5" at character 13, expected the degree'],
    ['y ~ lag(x)', '         ^', 'expected a comma and the number of years'],
    ['y ~ lag(x, z)', '           ^', 'found "z" at character 12, expected a whole number of years'],
    ['y ~ lag(lag(x, 1), 1)', '        ^', 'expected a column or arithmetic without lag()'],
    ['factor(y) ~ x', '^', 'found "factor" at character 1, expected a column of numbers to explain'],
    ['y ~ "x"', '    ^', 'found "x" at character 5'],
    ['å😀 ~ x', ' ^', 'found "😀" at character 2'],
  ])('points at the character where %j goes wrong', (text, caret, expected) => {
    expect(message(text)).toContain(expected);
    expect(message(text).split('\n').slice(1)).toEqual([`  ${text}`, `  ${caret}`]);
  });
});
