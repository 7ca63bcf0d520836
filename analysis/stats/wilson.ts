import { normalQuantile } from './distributions.js';
import { notEstimable, type NotEstimable } from './types.js';

/** What `wilsonInterval` returns. */
export interface WilsonInterval {
  readonly status: 'ok';
  /** 0-1. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The interval of a share that inverts the score test (Wilson 1927, JASA 22; R's `prop.test(x, n, correct = FALSE)`):
 * (p + z²/2n ± z·sqrt(p(1-p)/n + z²/4n²))/(1 + z²/n). Unlike p ± z·se it has a width at 0 and at 1, and never leaves 0..1.
 *
 * Not estimable: `no-observations` (n = 0).
 * @param level confidence level; default 0.95
 * @throws RangeError unless 0 <= successes <= n are integers and 0 < level < 1
 */
export function wilsonInterval(successes: number, n: number, level = 0.95): WilsonInterval | NotEstimable {
  if (!(Number.isInteger(successes) && Number.isInteger(n) && successes >= 0 && successes <= n))
    throw new RangeError(`successes are among the trials, not ${successes} of ${n}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level is between 0 and 1, not ${level}`);
  if (n === 0) return notEstimable('no-observations');
  const share = successes / n;
  const z = normalQuantile((1 + level) / 2);
  const square = (z * z) / n;
  const centre = (share + square / 2) / (1 + square);
  const half = (z * Math.sqrt((share * (1 - share) + square / 4) / n)) / (1 + square);
  // The ends are exactly 0 and 1; rounding leaves 1e-17 of them.
  const low = successes === 0 ? 0 : centre - half;
  const high = successes === n ? 1 : centre + half;
  return { status: 'ok', share, low, high };
}
