import { normalQuantile } from './distributions.js';

/** What `reliableChange` returns. */
export interface ReliableChange {
  /** Standard error of measurement of one value: sd·sqrt(1 - r). */
  readonly sem: number;
  /** Standard deviation of the difference of two values where nothing has changed: sqrt(2)·sem. */
  readonly sdDifference: number;
  /** The smallest difference that noise alone gives as rarely as the level says. */
  readonly smallest: number;
}

/**
 * The reliable change index of Jacobson & Truax (1991, J. Consulting and Clinical Psychology 59) turned round: the
 * difference of one unit at which x2 - x1 over sqrt(2)·sem reaches the normal's quantile (1.96 at 95 percent). Where r is
 * the correlation of two years, units that truly changed count as noise: the limit is then rather too large than too small.
 * @param sd standard deviation between units, >= 0
 * @param r test-retest reliability, -1 to 1
 * @throws RangeError for values outside these, and a level that is not between 0 and 1
 */
export function reliableChange(sd: number, r: number, level = 0.95): ReliableChange {
  if (!(sd >= 0 && sd < Infinity)) throw new RangeError(`a standard deviation is finite and >= 0, not ${sd}`);
  if (!(r >= -1 && r <= 1)) throw new RangeError(`a correlation is -1 to 1, not ${r}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`a level is between 0 and 1, not ${level}`);
  const sem = sd * Math.sqrt(1 - r);
  const sdDifference = Math.SQRT2 * sem;
  return { sem, sdDifference, smallest: normalQuantile((1 + level) / 2) * sdDifference };
}
