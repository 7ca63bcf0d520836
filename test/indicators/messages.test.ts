import { describe, expect, test } from 'vitest';
import {
  adviceKeys,
  criteria,
  decidingKeys,
  kinds,
  measureKeys,
  type Reason,
  verdicts,
} from '../../analysis/indicators/index.js';
import { indicators as en } from '../../reports/locales/en/indicators.js';
import { indicators as sv } from '../../reports/locales/sv/indicators.js';

const keys = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}/${key}`))
    : [`${path}:${typeof value}${typeof value === 'function' ? value.length : ''}`];

/** Every message with its values written as marks. */
const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return [(value as (...v: string[]) => string)(...['«a»', '«b»', '«c»', '«d»', '«e»'])];
  return Object.values(value as object).flatMap(texts);
};

describe('the messages of the review of indicators', () => {
  test('are the same in both languages, and none is empty or left in Swedish', () => {
    expect(keys(en)).toEqual(keys(sv));
    const [swedish, english] = [texts(sv), texts(en)];
    expect([...swedish, ...english].filter((t) => t.trim() === '')).toEqual([]);
    expect(swedish.filter((t, i) => t.length > 12 && t === english[i])).toEqual([]);
  });
  test.each([['sv', sv], ['en', en]] as const)('have a word for every key of the analysis (%s)', (_, m) => {
    expect(Object.keys(m.kinds)).toEqual([...kinds]);
    expect(Object.keys(m.criteria)).toEqual([...criteria]);
    expect(Object.keys(m.questions)).toEqual([...criteria]);
    expect(Object.keys(m.measures)).toEqual([...measureKeys]);
    expect(Object.keys(m.verdicts)).toEqual([...verdicts]);
    expect(Object.keys(m.advice)).toEqual([...adviceKeys]);
    expect(Object.keys(m.because)).toEqual([...decidingKeys]);
    const reasons: Record<Exclude<Reason['key'], 'criterion'>, true> = {
      'few-answers': true, discontinued: true, saturated: true, 'single-year': true, 'null-trend': true,
      'trend-found': true, 'little-known': true, fit: true,
    }; // prettier-ignore
    for (const key of Object.keys(reasons)) expect(m.reasons).toHaveProperty(key);
  }); // prettier-ignore
  test('use every value that they are given, once', () => {
    for (const m of [sv, en])
      for (const section of [m.reasons, m.oneUnit, m.appendix])
        for (const message of Object.values(section)) {
          if (typeof message !== 'function') continue;
          const marks = ['«a»', '«b»', '«c»', '«d»', '«e»'].slice(0, message.length);
          const text = Reflect.apply(message, null, marks) as string;
          for (const mark of marks) expect(text.split(mark).length, `${text} ${mark}`).toBe(2);
        }
  });
});
