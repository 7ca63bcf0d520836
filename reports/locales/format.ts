import type { Lang } from './language.js';

/** U+2212: as wide as a plus, and no line breaks after it as after a hyphen. */
export const MINUS = '\u2212';
/** U+202F, the thin space that does not break: between thousands, and before a Swedish percent sign. */
export const THIN_SPACE = '\u202f';
/** Shown where a number does not exist. */
export const ABSENT = '—';

/**
 * A number with `digits` decimals: decimal comma and thin space between thousands in Swedish, point and comma in
 * English; a true minus; never a negative zero. Own code rather than Intl, whose tables differ between machines.
 * Numbers that do not exist (null, NaN, infinite) give an em dash.
 */
export function formatNumber(
  value: number | null | undefined,
  lang: Lang,
  digits = 0,
  options: { signed?: boolean } = {},
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return ABSENT;
  const size = Math.abs(value);
  if (size >= 1e15) return exponential(value, lang);
  const [whole = '0', decimals] = size.toFixed(digits).split('.');
  const thousands = whole.length > 4 || lang === 'en' ? groupThousands(whole, lang) : whole;
  const text = decimals === undefined ? thousands : thousands + (lang === 'sv' ? ',' : '.') + decimals;
  const isZero = /^[0.,]*$/.test(text);
  if (isZero) return text;
  if (value < 0) return MINUS + text;
  return options.signed ? '+' + text : text;
}

function groupThousands(whole: string, lang: Lang): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, lang === 'sv' ? THIN_SPACE : ',');
}

function exponential(value: number, lang: Lang): string {
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential(2).split('e');
  const decimal = lang === 'sv' ? mantissa.replace('.', ',') : mantissa;
  return `${value < 0 ? MINUS : ''}${decimal}·10^${exponent.replace('+', '')}`;
}

/** A coefficient or mean for reading: three figures that mean something, at most four decimals. */
export function formatEstimate(
  value: number | null | undefined,
  lang: Lang,
  options: { signed?: boolean } = {},
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return ABSENT;
  if (value === 0) return '0';
  const size = Math.abs(value);
  return formatNumber(value, lang, size >= 100 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4, options);
}

/** `p = 0,0123`, `p < 0,0001`. For reading only: marks are decided on the unrounded p. */
export function formatP(p: number | null | undefined, lang: Lang): string {
  if (p === null || p === undefined || !Number.isFinite(p)) return `p ${ABSENT}`;
  return p < 0.0001
    ? `p < ${formatNumber(0.0001, lang, 4)}`
    : `p = ${formatNumber(p, lang, p < 0.1 ? 4 : 2)}`;
}

/** A share 0-1 as percent: `43,2 %`, `43.2%`. */
export function formatPercent(share: number | null | undefined, lang: Lang, digits = 0): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return ABSENT;
  return formatNumber(share * 100, lang, digits) + (lang === 'sv' ? THIN_SPACE + '%' : '%');
}

/** A level such as 0.95 as a number of percent, without sign: `95`, `99,9`. */
export function formatLevel(level: number, lang: Lang): string {
  const percent = Number((level * 100).toPrecision(6));
  return formatNumber(percent, lang, Number.isInteger(percent) ? 0 : 1);
}

/** `243–290`, or `290` where both are equal. */
export function formatRange(low: number, high: number, lang: Lang): string {
  return low === high ? formatNumber(low, lang) : `${formatNumber(low, lang)}–${formatNumber(high, lang)}`;
}

const MONTHS = {
  sv: ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'], // prettier-ignore
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'], // prettier-ignore
} as const;

/** An ISO 8601 time in words, in UTC: `17 juni 2021 kl. 12.00 UTC`. Text that is no such time is shown as it is. */
export function formatTime(iso: string, lang: Lang): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z$/.exec(iso);
  const month = match && MONTHS[lang][Number(match[2]) - 1];
  if (!match || !month) return iso;
  const [, year, , day, hour, minute] = match;
  const clock = lang === 'sv' ? `kl. ${hour}.${minute} UTC` : `${hour}:${minute} UTC`;
  return `${Number(day)} ${month} ${year}${lang === 'sv' ? ' ' : ', '}${clock}`;
}
