import { dropReasons } from '../../analysis/models/sample.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingReasons } from '../../data/records.js';
import { columnHead } from '../../reports/locales/columns.js';
import {
  formatEstimate,
  formatNumber,
  formatP,
  formatPercent,
  formatTime,
} from '../../reports/locales/format.js';
import { messages, term } from '../../reports/locales/language.js';

const keys = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}/${key}`))
    : [`${path}:${typeof value}`];

const texts = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : // The heads of one table are one text: a column without a head is no missing message.
      Array.isArray(value)
      ? [value.join(' ')]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(texts)
        : [];

describe('the message catalogue', () => {
  test('has the same keys with the same kinds of value in both languages', () => {
    expect(keys(messages('en'))).toEqual(keys(messages('sv')));
  });

  test.each(['sv', 'en'] as const)('has no empty message (%s)', (lang) => {
    expect(texts(messages(lang)).filter((text) => text.trim() === '')).toEqual([]);
  });

  test('translates: long messages differ between the languages', () => {
    const [sv, en] = [texts(messages('sv')), texts(messages('en'))];
    expect(sv.filter((text, i) => text.length > 25 && text === en[i])).toEqual([]);
  });

  test('gives as many values to a message in both languages', () => {
    const arity = (value: unknown): number[] =>
      typeof value === 'function'
        ? [value.length]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(arity)
          : [];
    expect(arity(messages('en'))).toEqual(arity(messages('sv')));
  });

  test('names every reason of the data', () => {
    for (const reason of [
      ...missingReasons,
      'user-status-other',
      'user-status-unknown',
      'user-status-non-user',
      'no-peers',
      'lag-missing',
    ])
      expect(term(messages('sv').reasons, reason)).not.toBe(reason);
  });

  test('names every reason that the statistics, the models and the pipeline give', () => {
    const root = join(import.meta.dirname, '..', '..', 'analysis');
    const texts = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, file), 'utf8'));
    const given = texts.flatMap((text) =>
      [...text.matchAll(/(?:notEstimable\(|reason: |return |\? |: )'([a-z]+(?:-[a-z]+)+)'/g)].map(
        ([, reason]) => reason!,
      ),
    );
    const known = Object.keys(messages('sv').reasons);
    const reasons = given.filter((word) =>
      /^(no-|too-|one-|perfect-|constant-|absorbed-|collinear-|leverage-|weights-|zero-se|negative-|non-finite|indicator-not|year-not)/.test(
        word,
      ),
    );
    expect(reasons.length).toBeGreaterThan(20);
    expect([...new Set([...reasons, ...dropReasons])].filter((reason) => !known.includes(reason))).toEqual(
      [],
    );
  });

  test('shows an unknown key as it is, also one that every object has', () => {
    expect(term(messages('sv').reasons, 'never-heard-of')).toBe('never-heard-of');
    expect(term(messages('en').reasons, 'constructor')).toBe('constructor');
  });
});

describe('numbers', () => {
  test('have decimal comma, thin space and a true minus in Swedish', () => {
    expect(formatNumber(-12345.678, 'sv', 2)).toBe('\u221212\u202f345,68');
    expect(formatNumber(1103, 'sv')).toBe('1103');
  });

  test('have decimal point and comma in English', () => {
    expect(formatNumber(-12345.678, 'en', 2)).toBe('\u221212,345.68');
    expect(formatNumber(1103, 'en')).toBe('1,103');
  });

  test('are never a negative zero, and signed only where asked', () => {
    expect(formatNumber(-0.001, 'sv', 2)).toBe('0,00');
    expect(formatNumber(0, 'sv', 1, { signed: true })).toBe('0,0');
    expect(formatNumber(2, 'sv', 1, { signed: true })).toBe('+2,0');
  });

  test('that do not exist are a dash, never NaN', () => {
    for (const value of [null, undefined, NaN, Infinity])
      for (const format of [formatEstimate, formatPercent, formatNumber])
        expect(format(value, 'sv')).toBe('—');
    expect(formatP(NaN, 'sv')).toBe('p —');
  });

  test('of any size stay readable', () => {
    expect(formatNumber(1.5e21, 'sv')).toBe('1,50·10^21');
    expect(formatEstimate(0, 'sv')).toBe('0');
    expect(formatEstimate(0.01234, 'en')).toBe('0.0123');
    expect(formatEstimate(1234.5, 'en')).toBe('1,234.5');
  });

  test('p-values keep the digits that matter', () => {
    expect(formatP(0.04999, 'sv')).toBe('p = 0,0500');
    expect(formatP(1e-9, 'sv')).toBe('p < 0,0001');
    expect(formatP(0.4321, 'en')).toBe('p = 0.43');
  });

  test('times are written in words, and odd ones as they are', () => {
    expect(formatTime('2021-06-17T12:00:00.000Z', 'sv')).toBe('17 juni 2021 kl. 12.00 UTC');
    expect(formatTime('2021-06-17T12:00:00Z', 'en')).toBe('17 June 2021, 12:00 UTC');
    expect(formatTime('yesterday', 'sv')).toBe('yesterday');
  });
});

describe('heads of columns', () => {
  const years = { first: 2016, last: 2020, other: null };
  const mixed = { ...years, other: { first: 2016, last: 2019 } };

  test.each([
    ['totalt', years, null, 'Totalt 2016–20'],
    ['2018', years, null, '2018'],
    ['diff2020-2016', years, null, 'Diff 2020–16'],
    ['period:lan', mixed, '2016–2020 (2016–2019)', 'Län'],
    ['sista:socioek', mixed, '2020 (2019)', 'Socioek. grupp'],
    ['niva:alla:t-1', years, 'Nivå, alla', 't\u22121'],
    ['forbattring:anvandare:t-2', years, 'Förbättring, ÖJ-användare', 't\u22122'],
    ['genomsnitt:alla:t-1', years, 'Genomsnitt, alla', 't\u22121'],
    ['some:other', years, null, 'some:other'],
  ])('%s', (column, span, top, leaf) => {
    expect(columnHead(column, span, 'sv')).toEqual({ top, leaf });
  });

  test('follow the panel’s own years', () => {
    expect(columnHead('totalt', { first: 2018, last: 2021, other: null }, 'en').leaf).toBe('Total 2018–21');
    expect(columnHead('diff2021-2018', years, 'sv').leaf).toBe('Diff 2021–18');
  });
});
