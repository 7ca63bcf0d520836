import type { Estimate } from '../../analysis/estimate.js';
import { ABSENT, formatEstimate, formatNumber } from '../locales/format.js';
import { term, type Lang } from '../locales/language.js';

/** The middle value, or the mean of the two middle ones; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** `0.12–0.34`, one number where both ends read the same, a dash of none; `to` between ends where one is negative. */
export function rangeText(
  values: readonly number[],
  lang: Lang,
  write: (value: number, lang: Lang) => string = formatEstimate,
): string {
  if (values.length === 0) return ABSENT;
  const low = write(Math.min(...values), lang);
  const high = write(Math.max(...values), lang);
  if (low === high) return low;
  return values.some((v) => v < 0) ? `${low} ${lang === 'sv' ? 'till' : 'to'} ${high}` : `${low}–${high}`;
}

/** A count. */
export const whole = (value: number | null, lang: Lang): string => formatNumber(value, lang);

/** A range of counts: `117–694`. */
export const counts = (values: readonly number[], lang: Lang): string =>
  rangeText(values, lang, (v, l) => formatNumber(v, l));

/** Estimates in groups by a key, in the order they come; no group is empty. */
export function groupsBy(estimates: readonly Estimate[], key: (e: Estimate) => string) {
  const firsts = new Map(estimates.map((e) => [key(e), e] as const).reverse());
  const keys = [...new Set(estimates.map(key))];
  return keys.map((k) => ({ own: estimates.filter((e) => key(e) === k), first: firsts.get(k)! }));
}

/** `phrase (3), other phrase (1)`: how often each key comes, in the order of the words, unknown keys as they are. */
export function countedWords(
  keys: readonly string[],
  words: Readonly<Record<string, string>>,
  lang: Lang,
): string {
  const order = [...new Set([...Object.keys(words), ...keys])];
  return order
    .map((key) => ({ key, count: keys.filter((k) => k === key).length }))
    .filter(({ count }) => count > 0)
    .map(({ key, count }) => `${term(words, key)} (${whole(count, lang)})`)
    .join('; ');
}
