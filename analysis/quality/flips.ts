import { flips, type Column } from '../stats/index.js';
import type { FlipQuality } from './records.js';

/** Fewest observed years of a unit that can change and change back. */
const FLIP_YEARS = 3;

/**
 * How many units flip (Ja-Nej-Ja or Nej-Ja-Nej, years without an answer passed over), beside what chance alone gives.
 * Null where no unit has three observed years.
 * @param values units x years, `unit * years + year`; 1, 0, NaN where missing
 */
export function flipQuality(values: Column, years: number): FlipQuality | null {
  if (years < FLIP_YEARS) return null;
  const found = flips(values, years);
  if (found.status !== 'ok') return null;
  const { units, base, share } = found;
  return { units, base, share, expectedShare: expectedFlips(values, years) / base };
}

/**
 * The expected number of units that flip if each year's answers were dealt at random to the units that answered that
 * year, each year on its own. A unit's answer in year t is then Ja with that year's share p_t, independently of its
 * other years, so the expectation is exact: the sum over units of P(flip), with P(no flip) by a chain over the last two
 * answers (after two different answers the next must equal the second).
 */
export function expectedFlips(values: Column, years: number): number {
  const shares = Array.from({ length: years }, (_, t) => shareOf(values, years, t));
  let expected = 0;
  for (let start = 0; start < values.length; start += years) {
    const p = shares.filter((_, t) => !Number.isNaN(values[start + t]!));
    if (p.length >= FLIP_YEARS) expected += 1 - steady(p);
  }
  return expected;
}

/** P(no flip) of independent answers, the i-th Ja with probability p[i]; at least two answers. */
function steady(p: readonly number[]): number {
  const [first = 0, second = 0, ...rest] = p;
  let [yesYes, yesNo, noYes, noNo] = [
    first * second,
    first * (1 - second),
    (1 - first) * second,
    (1 - first) * (1 - second),
  ];
  for (const q of rest)
    [yesYes, yesNo, noYes, noNo] = [
      (yesYes + noYes) * q,
      yesYes * (1 - q),
      noNo * q,
      (noNo + yesNo) * (1 - q),
    ];
  return yesYes + yesNo + noYes + noNo;
}

function shareOf(values: Column, years: number, year: number): number {
  let [yes, n] = [0, 0];
  for (let at = year; at < values.length; at += years) {
    if (Number.isNaN(values[at]!)) continue;
    n++;
    yes += values[at]!;
  }
  return n === 0 ? 0 : yes / n;
}
