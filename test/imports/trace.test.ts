import { describe, expect, test } from 'vitest';
import { nothingImported, type Imported, type ImportSource } from '../../data/imports/imported.js';
import { merge } from '../../data/imports/merge.js';
import { readRawFolder } from '../../data/imports/raw-folder.js';
import { traceAnswer } from '../../data/imports/trace.js';
import { traceText } from '../../reports/trace.js';
import { oj } from '../command/oj.js';

const source = (id: string, name: string): ImportSource => ({
  id,
  kind: 'socialstyrelsen',
  name,
  sha256: id.repeat(8),
  bytes: 10,
  time: '2026-11-22T00:00:00.000Z',
  attribution: 'Källa: Socialstyrelsen',
});

const imported = (from: ImportSource, answer: string, place: string): Imported => ({
  ...nothingImported,
  sources: [from],
  indicators: [
    { indicator: 'x', area: 'skola', label: '=HYPERLINK("x")', type: 'binary', better: 'higher', extra: {} },
  ],
  answers: [{ unit: '0180-bromma', year: 2018, indicator: 'x', answer, reason: '', source: from.id, place }],
});

describe('where an answer comes from', () => {
  const empty = readRawFolder('/nowhere');
  const first = merge(empty, imported(source('aaaaaaaa', 'ao-2018.xlsx'), 'Ja', 'Kommun!H14')).folder;
  const { folder } = merge(first, imported(source('bbbbbbbb', 'kolada'), 'Nej', 'U1 0180 2018'));

  test('is the file, sheet and cell, and what other sources say', () => {
    const trace = traceAnswer(folder, '0180-bromma', '2018', 'x');
    expect(trace.origin).toEqual({ source: 'aaaaaaaa', place: 'Kommun!H14' });
    expect(trace.source?.name).toBe('ao-2018.xlsx');
    expect(trace.conflicts).toMatchObject([{ place: 'U1 0180 2018', from: { name: 'kolada' } }]);
    for (const lang of ['sv', 'en'] as const) {
      const text = traceText(trace, false, lang);
      for (const part of [
        'Bromma',
        'Kommun!H14',
        'ao-2018.xlsx',
        'Källa: Socialstyrelsen',
        'U1 0180 2018',
        'Nej',
      ])
        expect(text).toContain(part);
      expect(text).not.toMatch(/undefined|NaN/);
    }
  });

  test.each([
    ['0180-broma', '2018', 'x', 'did you mean 0180-bromma?'],
    ['0180-bromma', '2018', 'y', 'indicators.csv: no indicator "y"; did you mean x?'],
    ['0180-bromma', '2017', 'x', 'no answer of 0180-bromma to x in "2017"'],
  ])('names what is not there: %s %s %s', (unit, year, indicator, message) => {
    expect(() => traceAnswer(folder, unit, year, indicator)).toThrow(message);
  });

  test('of the demo data is the folder itself, and synthetic', () => {
    const { stdout, code } = oj(['explain', '--raw', '0114', '2018', 'eb-audit', '--lang', 'en']);
    expect(code).toBe(0);
    expect(stdout).toContain('no import wrote it');
    expect(stdout).toContain('SYNTHETIC');
  });
});
