import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../data/readers/nearest.js';
import { clean, parseNumber } from '../../data/readers/text.js';

describe('parseNumber', () => {
  test.each([
    ['0.45', 0.45],
    ['0,45', 0.45],
    [' 12 ', 12],
    ['-3', -3],
    ['\u22123,5', -3.5],
    ['+7', 7],
    ['.5', 0.5],
    [',5', 0.5],
    ['1.234', 1.234],
    ['0,125', 0.125],
    ['1234,567', 1234.567],
    ['1e-3', 0.001],
    ['4,5E-02', 0.045],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u00a0567', 1234567],
    ['12\u202f345.5', 12345.5],
    ['-0', 0],
  ])('reads %j as %d whatever the delimiter', (cell, value) => {
    for (const delimiter of [',', ';', '\t'] as const) expect(parseNumber(cell, delimiter)).toBe(value);
  });

  test.each([
    '',
    ' ',
    '.',
    ',',
    '-',
    '1,2,3',
    '1.2.3',
    '1,234.5',
    '1.234,5',
    '1 23',
    '0 234',
    '12 34',
    '45 %',
    '45%',
    '0x10',
    'NaN',
    'Infinity',
    '1e999',
    '1_000',
    '½',
    'Ja',
    '1 234 56',
    '--1',
    '٣',
  ])('reads no number in %j', (cell) => {
    for (const delimiter of [',', ';', '\t'] as const) expect(parseNumber(cell, delimiter)).toBeNull();
  });

  test('takes 1,234 for a number with decimals only where semicolons tell that the comma is the decimal sign', () => {
    expect(parseNumber('1,234', ';')).toBe(1.234);
    expect(parseNumber('-12,345', ';')).toBe(-12.345);
    expect(parseNumber('1,234', ',')).toBeNull();
    expect(parseNumber('1,234', '\t')).toBeNull();
  });

  test('reads back every number that JavaScript writes, with a point or a comma', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(parseNumber(String(x), ',')).toBe(x + 0);
        expect(parseNumber(String(x).replace('.', ','), ';')).toBe(x + 0);
      }),
    );
  });
});

describe('clean', () => {
  test('takes white space, no-break spaces and byte order marks away, and composes letters', () => {
    expect(clean('\ufeff\u00a0 Va\u0308sby\t')).toBe('Väsby');
  });
});

describe('editDistance', () => {
  test('counts insertions, deletions, substitutions and swaps of neighbours', () => {
    expect(editDistance('bortfall', 'bortfal', 3)).toBe(1);
    expect(editDistance('0141', '0114', 3)).toBe(1);
    expect(editDistance('indikator', 'indicator', 3)).toBe(1);
    expect(editDistance('', 'abc', 3)).toBe(3);
  });

  test('is symmetric, zero for equal texts only, and gives up above its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 9);
        expect(distance).toBe(editDistance(b, a, 9));
        expect(distance === 0).toBe(a === b);
        if (distance > 1) expect(editDistance(a, b, 1)).toBe(2);
      }),
    );
  });
});

describe('nearest', () => {
  test('prefers the same word in another case', () => {
    expect(nearest('Bortfall', ['bortfal', 'bortfall'])).toBe('bortfall');
  });

  test('suggests nothing where two are equally near, none is near, or the text is no code', () => {
    expect(nearest('0113', ['0114', '0115'])).toBeNull();
    expect(nearest('skola', ['aldreomsorg'])).toBeNull();
    expect(nearest('', ['a'])).toBeNull();
    expect(nearest('a'.repeat(1e6), ['a'.repeat(1e6)])).toBeNull();
  });
});
