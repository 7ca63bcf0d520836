import { normalCdf, normalQuantile } from './distributions.js';
import type { DetectableEffect } from './power.js';
import { notEstimable, type NotEstimable } from './types.js';

/** A McNemar test that is still to be made. */
export interface PlannedPairs {
  /** Units with an answer both times, an integer >= 1. */
  readonly pairs: number;
  /** Share of the pairs that change, whichever way, 0-1: what the answers do anyhow. */
  readonly discordance: number;
  /** Level, two-sided; default 0.05. */
  readonly alpha?: number;
}

/**
 * Probability that McNemar's test finds a true change d of the share of Ja, by the normal approximation without
 * conditioning on the pairs that change (Miettinen 1968, Biometrics 24; Connor 1987, Biometrics 43):
 * P = Phi((|d|·sqrt(n) - z·sqrt(psi))/sqrt(psi - d²)), and the same for the wrong direction, with psi the share that
 * changes. A change cannot be larger than the share that changes: psi is the larger of `discordance` and |d|. The exact
 * test is more cautious: where this says 80 percent it has 77 to 79 from some sixty pairs, 70 in a dozen
 * (test/reference/indicators.R).
 * @param change d, -1 to 1
 * @throws RangeError for values outside these
 */
export function mcnemarPower(change: number, planned: PlannedPairs): number {
  checkPlanned(planned);
  if (!(Math.abs(change) <= 1)) throw new RangeError(`a change of a share is -1 to 1, not ${change}`);
  const { pairs, discordance, alpha = 0.05 } = planned;
  const d = Math.abs(change);
  const psi = Math.max(discordance, d);
  const z = -normalQuantile(alpha / 2);
  const rest = Math.sqrt(psi - d * d);
  const aim = d * Math.sqrt(pairs);
  const needed = z * Math.sqrt(psi);
  // Nothing varies: all change one way, or none at all.
  if (rest === 0) return d > 0 && aim >= needed ? 1 : 0;
  return normalCdf((aim - needed) / rest) + normalCdf((-aim - needed) / rest);
}

/**
 * The smallest change of the share, 0-1, that McNemar's test finds with the power asked for: the root of `mcnemarPower`
 * by bisection, to the last digit.
 *
 * Not estimable: `too-few-observations` (not even a change of all pairs is found: below four pairs at 5 percent).
 * @param power from alpha to 1, both excluded; default 0.8
 * @throws RangeError for a power outside these, and as `mcnemarPower`
 */
export function mcnemarDetectableChange(planned: PlannedPairs, power = 0.8): DetectableEffect | NotEstimable {
  const { alpha = 0.05, pairs } = planned;
  if (!(power > alpha && power < 1))
    throw new RangeError(`the power is between ${alpha} and 1, not ${power}`);
  if (mcnemarPower(1, planned) < power) return notEstimable('too-few-observations', `${pairs} pairs`);
  let [low, high] = [0, 1];
  for (let middle = 0.5; middle > low && middle < high; middle = (low + high) / 2) {
    if (mcnemarPower(middle, planned) < power) low = middle;
    else high = middle;
  }
  return { status: 'ok', effect: high, power };
}

function checkPlanned({ pairs, discordance, alpha = 0.05 }: PlannedPairs): void {
  if (!(Number.isInteger(pairs) && pairs >= 1))
    throw new RangeError(`pairs are an integer >= 1, not ${pairs}`);
  if (!(discordance >= 0 && discordance <= 1))
    throw new RangeError(`the share that changes is 0 to 1, not ${discordance}`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha is between 0 and 1, not ${alpha}`);
}
