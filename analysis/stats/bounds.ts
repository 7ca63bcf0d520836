import { normalCdf, normalQuantile } from './distributions.js';
import { notEstimable, type NotEstimable } from './types.js';

/** Beyond this, sums may overflow. */
const LARGEST = 1e150;

/** What `manskiBounds` takes. */
export interface ManskiInput {
  /** Outcome of each unit; null: missing. */
  readonly y: readonly (number | null)[];
  /** Whether each unit is a user; null: unknown. */
  readonly user: readonly (boolean | null)[];
  /** What the outcome can be at least, and at most. */
  readonly range: readonly [low: number, high: number];
  /** What may be missing; units that miss something else are left out, and counted. */
  readonly unknown: UnknownPart;
  /** The least number of users, and of non-users, that a completion may have; default 1. */
  readonly smallestGroup?: number;
}

export type UnknownPart = 'outcome' | 'status' | 'both';

/** What `manskiBounds` returns. */
export interface ManskiBounds {
  readonly status: 'ok';
  /** The least and the largest difference, users minus non-users, that some completion of the data has. */
  readonly low: number;
  readonly high: number;
  /** Users in the completion that attains each. */
  readonly usersAtLow: number;
  readonly usersAtHigh: number;
  /** The difference among the units of which all is known; null where a group has none. */
  readonly observed: number | null;
  /** Units in the completions, and left out. */
  readonly units: number;
  readonly leftOut: number;
}

/**
 * Worst-case bounds (Manski 1990, American Economic Review 80) of E[y | user] - E[y | non-user] over these units, whatever the
 * missing outcomes (within the range) and the unknown statuses are: sharp, each is attained by a completion of the data.
 *
 * The difference is largest with every missing outcome of a user at the top and of a non-user at the bottom of the range. For
 * given sizes of the groups it grows with the users' total, so that of the units with a known outcome and no status the
 * highest are users: of k such users and of j users among those with neither, all pairs are tried. O(n log n + k·j).
 * The least is minus the largest of -y. The bounds leave chance out: see `imbensManski`.
 *
 * Not estimable: `no-observations`, `too-few-observations` (no completion has both groups of the size asked for).
 * @throws RangeError for unequal lengths, a range that is not ascending or beyond ±1e150, an outcome outside it, or a smallest group
 * that is no integer >= 1
 */
export function manskiBounds(input: ManskiInput): ManskiBounds | NotEstimable {
  check(input);
  const { y, user, range, unknown, smallestGroup = 1 } = input;
  const used: Unit[] = [];
  for (let i = 0; i < y.length; i++) {
    if (y[i] === null && unknown === 'status') continue;
    if (user[i] === null && unknown === 'outcome') continue;
    used.push({ y: y[i] ?? null, user: user[i] ?? null });
  }
  if (used.length === 0) return notEstimable('no-observations');
  const [low, high] = range;
  const above = largest(used, low, high, smallestGroup);
  const mirrored = used.map((unit) => ({ ...unit, y: unit.y === null ? null : -unit.y }));
  const below = largest(mirrored, -high, -low, smallestGroup);
  if (above === null || below === null)
    return notEstimable('too-few-observations', `${used.length} units, groups of ${smallestGroup} or more`);
  return {
    status: 'ok',
    low: 0 - below.difference,
    high: above.difference,
    usersAtLow: below.users,
    usersAtHigh: above.users,
    observed: observedDifference(used),
    units: used.length,
    leftOut: y.length - used.length,
  };
}

interface Unit {
  readonly y: number | null;
  readonly user: boolean | null;
}

/** The largest difference of means over all completions with groups of `smallest` or more. */
function largest(
  units: readonly Unit[],
  low: number,
  high: number,
  smallest: number,
): { difference: number; users: number } | null {
  // Without status: first all of them non-users, then the highest known outcomes users, one after the other.
  const open = units.filter((unit) => unit.user === null);
  const sorted = open.flatMap(({ y }) => (y === null ? [] : [y])).sort((a, b) => b - a);
  const neither = open.length - sorted.length;
  const users = units.filter((unit) => unit.user === true);
  const others = units.filter((unit) => unit.user === false);
  let usersTotal = total(users, high);
  let othersTotal = total(others, low) + sorted.reduce((a, b) => a + b, 0);
  let best: { difference: number; users: number } | null = null;
  for (let k = 0; k <= sorted.length; k++) {
    for (let j = 0; j <= neither; j++) {
      const n = users.length + k + j;
      const m = units.length - n;
      if (n < smallest || m < smallest) continue;
      const difference = (usersTotal + j * high) / n - (othersTotal + (neither - j) * low) / m;
      if (best === null || difference > best.difference) best = { difference, users: n };
    }
    if (k === sorted.length) break;
    usersTotal += sorted[k]!;
    othersTotal -= sorted[k]!;
  }
  return best;
}

/** Sum of the outcomes, the missing ones at a value. */
const total = (units: readonly Unit[], missing: number): number =>
  units.reduce((sum, { y }) => sum + (y ?? missing), 0);

function observedDifference(units: readonly Unit[]): number | null {
  const [users, others] = [true, false].map((status) =>
    units.filter((unit) => unit.user === status && unit.y !== null),
  ) as [Unit[], Unit[]];
  if (users.length === 0 || others.length === 0) return null;
  return total(users, 0) / users.length - total(others, 0) / others.length;
}

function check({ y, user, range: [low, high], smallestGroup = 1 }: ManskiInput): void {
  if (y.length !== user.length) throw new RangeError(`${y.length} outcomes, ${user.length} statuses`);
  if (!(high > low && Math.max(-low, high) <= LARGEST))
    throw new RangeError(`the range is ascending, within ±1e150, not ${low}..${high}`);
  y.forEach((value, i) => {
    if (value !== null && !(value >= low && value <= high))
      throw new RangeError(`outcome ${value} of unit ${i} is outside ${low}..${high}`);
  });
  if (!(Number.isInteger(smallestGroup) && smallestGroup >= 1))
    throw new RangeError(`the smallest group is an integer >= 1, not ${smallestGroup}`);
}

/** What `imbensManski` takes. */
export interface ImbensManskiInput {
  /** Estimates of the bounds, low <= high. */
  readonly low: number;
  readonly high: number;
  /** Their standard errors, >= 0. */
  readonly seLow: number;
  readonly seHigh: number;
  /** From 0.5 to 1, both excluded; default 0.95. */
  readonly level?: number;
}

/** What `imbensManski` returns. */
export interface IdentifiedInterval {
  readonly status: 'ok';
  readonly ciLow: number;
  readonly ciHigh: number;
  /** Standard errors that each end lies outside its bound: from the one-sided (wide bounds) to the two-sided quantile. */
  readonly critical: number;
}

/**
 * The interval that covers the true value, wherever between the bounds it lies, with the level's probability
 * (Imbens & Manski 2004, Econometrica 72): low - c·seLow to high + c·seHigh, c the root of
 * Phi(c + (high - low)/max(seLow, seHigh)) - Phi(-c) = level.
 *
 * Not estimable: `non-finite` (an end is beyond the largest double).
 * @throws RangeError for bounds that are not finite or not in order, a negative standard error, or a level not between 0.5 and 1
 */
export function imbensManski({
  low,
  high,
  seLow,
  seHigh,
  level = 0.95,
}: ImbensManskiInput): IdentifiedInterval | NotEstimable {
  if (!(high >= low && Number.isFinite(high - low)))
    throw new RangeError(`the bounds are finite and in order, not ${low}..${high}`);
  for (const se of [seLow, seHigh])
    if (!(se >= 0 && se < Infinity)) throw new RangeError(`a standard error is finite and >= 0, not ${se}`);
  if (!(level > 0.5 && level < 1)) throw new RangeError(`level is between 0.5 and 1, not ${level}`);
  const largestSe = Math.max(seLow, seHigh);
  const width = largestSe === 0 ? Infinity : (high - low) / largestSe;
  let inside = -normalQuantile(1 - level);
  let outside = -normalQuantile((1 - level) / 2);
  for (let c = (inside + outside) / 2; c > inside && c < outside; c = inside + (outside - inside) / 2) {
    if (normalCdf(c + width) - normalCdf(-c) < level) inside = c;
    else outside = c;
  }
  const ciLow = low - outside * seLow;
  const ciHigh = high + outside * seHigh;
  if (!Number.isFinite(ciHigh - ciLow)) return notEstimable('non-finite', 'the interval');
  return { status: 'ok', ciLow, ciHigh, critical: outside };
}
