/** The longest pause that is waited out; a server that asks for more is left alone. */
export const MAX_PAUSE = 120_000;

const FIRST_PAUSE = 1_000;

/**
 * Milliseconds to wait after the failed attempt number `attempt` (from 1): 1 s doubled each time, at most 120 s, of which
 * half is certain and half drawn (`random` in [0, 1)), so that many clients that failed together do not return together.
 */
export function pauseAfter(attempt: number, random: () => number): number {
  const whole = Math.min(MAX_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
  return whole / 2 + (whole / 2) * random();
}

/** Milliseconds that a `Retry-After` header asks for, in seconds or as a date (RFC 9110, 10.2.3); null where it says nothing. */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!/[a-z]{3}/i.test(text)) return null;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
